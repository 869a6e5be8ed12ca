package dev.assay.view;

/// Finished, safe markup. Templates print it as it is, and everything else escaped: the type decides, so no template
/// has to say which is which.
///
/// @param html the markup
public record Markup(String html) {
  /// No markup at all.
  public static final Markup NONE = new Markup("");
}
