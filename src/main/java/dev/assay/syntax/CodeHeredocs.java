package dev.assay.syntax;

/// Reads texts that go on up to a line that is just their word.
final class CodeHeredocs {
  private final Grammar grammar;
  private final String text;
  private final Cursor cursor;

  CodeHeredocs(Cursor cursor) {
    this.cursor = cursor;
    this.grammar = cursor.grammar;
    this.text = cursor.text;
  }

  /// A text up to a line that is just the word behind the sign.
  boolean heredoc() {
    String sign = grammar.heredoc();
    if (sign.isEmpty() || !text.startsWith(sign, cursor.at) || !cursor.maySearch()) {
      return false;
    }
    int word = cursor.at + sign.length();
    while (word < text.length() && "-~'\"".indexOf(text.charAt(word)) >= 0) {
      word++;
    }
    int end = word;
    while (end < text.length() && cursor.isPart(text.charAt(end))) {
      end++;
    }
    if (end == word || end - word > 60 || (!Character.isUpperCase(text.charAt(word)) && text.charAt(word - 1) == '<')) {
      return false;
    }
    int close = heredocEnd(text.substring(word, end), cursor.lineEnd(end) + 1);
    if (close < 0) {
      cursor.searchFailed();
      return false;
    }
    cursor.take(Sort.META, word > 0 && cursor.charAt(end) == text.charAt(word - 1) ? end + 1 : end);
    int line = cursor.lineEnd(cursor.at);
    // What follows the sign on its line is code.
    cursor.out.addAll(CodeReader.of(grammar).read(text.substring(cursor.at, line)), cursor.at);
    cursor.at = Math.min(line, text.length());
    cursor.take(Sort.STRING, close);
    return true;
  }

  private int heredocEnd(String word, int from) {
    int line = from;
    while (line < text.length()) {
      int end = cursor.lineEnd(line);
      String written = text.substring(line, Math.min(end, line + 200)).strip();
      if (written.equals(word) || (written.startsWith(word) && written.length() > word.length() && ";,)".indexOf(written.charAt(word.length())) >= 0)) {
        return text.indexOf(word, line) + word.length();
      }
      line = end + 1;
    }
    return -1;
  }
}
