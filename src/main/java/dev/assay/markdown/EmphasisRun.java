package dev.assay.markdown;

/// Decides whether a run of `*`, `_` or `~` may open or close emphasis.
final class EmphasisRun {
  private EmphasisRun() {}

  static InlineItem at(String text, int start, int end) {
    char mark = text.charAt(start);
    int before = start == 0 ? '\n' : text.codePointBefore(start);
    int after = end == text.length() ? '\n' : text.codePointAt(end);
    boolean spaceBefore = Cjk.isWhitespace(before);
    boolean spaceAfter = Cjk.isWhitespace(after);
    boolean cjkBefore = Cjk.isCjk(before);
    boolean cjkAfter = Cjk.isCjk(after);
    boolean punctuationBefore = Cjk.isPunctuation(before);
    boolean punctuationAfter = Cjk.isPunctuation(after);
    boolean left =
        !spaceAfter && (!punctuationAfter || cjkAfter || spaceBefore || punctuationBefore || cjkBefore);
    boolean right =
        !spaceBefore && (!punctuationBefore || cjkBefore || spaceAfter || punctuationAfter || cjkAfter);
    if (mark == '_') {
      return InlineItem.run(mark, start, end, left && (!right || punctuationBefore), right && (!left || punctuationAfter));
    }
    return InlineItem.run(mark, start, end, left, right);
  }
}
