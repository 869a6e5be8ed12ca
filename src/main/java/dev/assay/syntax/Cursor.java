package dev.assay.syntax;

/// Where the readers of one text are in it, and what they have found so far.
final class Cursor {
  private static final int MOST_FAILED = 20;

  final Grammar grammar;
  final String text;
  final Tokens out = new Tokens();
  int at;
  /// The last character that is not white space: tells a pattern from a division.
  char last = '\n';
  boolean lastIsWord;
  private int failed;

  Cursor(Grammar grammar, String text) {
    this.grammar = grammar;
    this.text = text;
  }

  void note(char c, boolean word) {
    last = c;
    lastIsWord = word;
  }

  void take(Sort sort, int end) {
    out.add(sort, at, end);
    at = end;
  }

  /// The character so far ahead; a line end behind the last.
  char peek(int ahead) {
    return charAt(at + ahead);
  }

  char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\n';
  }

  int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  int wordEnd(int from) {
    int end = from;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// Behind the next place of a mark that depends on its opening; -1 when there is none. Only so many of these searches may fail.
  int behind(String mark, int from) {
    int end = maySearch() ? text.indexOf(mark, from) : -1;
    if (end < 0) {
      searchFailed();
      return -1;
    }
    return end + mark.length();
  }

  boolean maySearch() {
    return failed <= MOST_FAILED;
  }

  void searchFailed() {
    failed++;
  }

  /// The end of `[==[ … ]==]`; -1 when none begins.
  int longEnd(int open) {
    int signs = open + 1;
    while (signs < text.length() && text.charAt(signs) == '=') {
      signs++;
    }
    boolean opens = signs - open < 20 && signs < text.length() && text.charAt(signs) == '[';
    return opens ? behind("]" + "=".repeat(signs - open - 1) + "]", signs + 1) : -1;
  }

  boolean isLetter(char c) {
    return Character.isLetter(c) || c == '_' || grammar.letters().indexOf(c) >= 0;
  }

  boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || grammar.letters().indexOf(c) >= 0 || grammar.inner().indexOf(c) >= 0;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
