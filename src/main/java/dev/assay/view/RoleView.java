package dev.assay.view;

/// A figure or datum inside a sentence.
///
/// @param text  the figure with its unit, as it is read: `0.112 USD per million tokens`
/// @param kind  the word of its kind; empty for a datum that has none
/// @param title what a pointer that rests on it is told: range and formula, plain text; empty when there is no more
/// @param unfolds where on the page it is told how it came about; empty when nowhere
public record RoleView(String text, String kind, String title, String unfolds) {
  /// A figure or datum that does not unfold.
  public RoleView(String text, String kind, String title) {
    this(text, kind, title, "");
  }
}
