package dev.assay.note;

import dev.assay.problem.Place;

/// A role inside a sentence: `` {cost}`base.usd_per_million_output_tokens` ``.
///
/// @param name       `cost` or `data`, or [#CITE]
/// @param expression what stands between the backticks
/// @param place      the expression
/// @param excerpt    the line it is on
public record Role(String name, String expression, Place place, String excerpt) {
  /// The name of a citation: `[@smith2026, p. 4]`. Its expression is the citation as it was written.
  public static final String CITE = "cite";

  /// Whether it cites sources.
  public boolean isCitation() {
    return name.equals(CITE);
  }
}
