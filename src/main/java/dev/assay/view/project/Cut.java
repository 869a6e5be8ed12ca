package dev.assay.view.project;

/// Shortens plain text.
public final class Cut {
  private Cut() {}

  /// At most some characters, cut at a word, with an ellipsis where something was left out. Text without spaces is
  /// cut between characters.
  public static String words(String text, int limit) {
    if (text.codePointCount(0, text.length()) <= limit) {
      return text;
    }
    int end = text.offsetByCodePoints(0, limit);
    int space = text.lastIndexOf(' ', end);
    return text.substring(0, space > limit / 2 ? space : end).stripTrailing().replaceFirst("[,;:–—-]+$", "") + "…";
  }
}
