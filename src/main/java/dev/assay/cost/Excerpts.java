package dev.assay.cost;

import dev.assay.problem.Place;

/// Gives the line of text at a place, for problems; whoever has the file at hand knows it.
@FunctionalInterface
public interface Excerpts {
  /// No text is at hand.
  Excerpts NONE = place -> "";

  /// The line as it stands in the file; empty when it is not known.
  String line(Place place);
}
