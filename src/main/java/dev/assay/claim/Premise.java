package dev.assay.claim;

/// What a claim rests on inside the site.
public sealed interface Premise {
  /// Another claim, by its global name (`hbm4#price`).
  record OfClaim(String id) implements Premise {}

  /// A computed figure of the same note, by its name (`base.tokens_per_joule`).
  record OfFigure(String name) implements Premise {}
}
