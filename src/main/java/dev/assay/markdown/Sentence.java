package dev.assay.markdown;

/// Cuts the sentence around a link out of a block's words.
final class Sentence {
  private static final int LONGEST = 200;

  private Sentence() {}

  /// The sentence that holds a stretch of a text, at most about 200 characters, white space collapsed.
  static String around(String text, int start, int end) {
    int from = start;
    while (from > 0 && start - from < LONGEST && !endsBefore(text, from)) {
      from--;
    }
    int to = Math.min(end, text.length());
    while (to < text.length() && to - end < LONGEST && !(to > end && endsBefore(text, to))) {
      to++;
    }
    boolean cutLeft = false;
    boolean cutRight = false;
    if (to - from > LONGEST) {
      int room = Math.max(0, LONGEST - (Math.min(end, text.length()) - start)) / 2;
      cutLeft = start - from > room;
      from = cutLeft ? wordStart(text, start - room, start) : from;
      int right = Math.min(text.length(), Math.max(end, from + LONGEST));
      cutRight = right < to;
      to = cutRight ? wordEnd(text, right, end) : to;
    }
    String sentence = collapsed(text, from, to);
    return (cutLeft ? "… " : "") + sentence + (cutRight ? " …" : "");
  }

  private static String collapsed(String text, int from, int to) {
    StringBuilder out = new StringBuilder(to - from);
    boolean space = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean here = c == ' ' || (c >= '\t' && c <= '\r');
      if (!here) {
        out.append(space ? " " : "").append(c);
      }
      space = here;
    }
    return out.toString().strip();
  }

  private static boolean endsBefore(String text, int at) {
    char before = text.charAt(at - 1);
    if (before == '。' || before == '！' || before == '？') {
      return true;
    }
    boolean space = at < text.length() && Character.isWhitespace(text.charAt(at));
    return space && (before == '.' || before == '!' || before == '?');
  }

  private static int wordStart(String text, int at, int limit) {
    int from = Math.max(0, at);
    while (from < limit && from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
      from++;
    }
    return from;
  }

  private static int wordEnd(String text, int at, int limit) {
    int to = at;
    while (to > limit && !Character.isWhitespace(text.charAt(to))) {
      to--;
    }
    return to == limit && Character.isLowSurrogate(text.charAt(Math.min(to, text.length() - 1))) ? to + 1 : to;
  }
}
