package dev.assay.syntax;

import java.util.List;

/// Reads a language by its [Grammar]: from left to right, each character once but for searches that fail, which are
/// remembered.
final class CodeReader {
  private final Grammar grammar;
  private final String text;
  private final Cursor cursor;
  private final CodeStrings strings;
  private final CodeHeredocs heredocs;
  private final CodeWords words;
  private boolean lineBegins = true;

  private CodeReader(Grammar grammar, String text) {
    this.grammar = grammar;
    this.text = text;
    this.cursor = new Cursor(grammar, text);
    this.strings = new CodeStrings(cursor);
    this.heredocs = new CodeHeredocs(cursor);
    this.words = new CodeWords(cursor, strings);
  }

  static Reader of(Grammar grammar) {
    return text -> new CodeReader(grammar, text).run();
  }

  private List<Token> run() {
    while (cursor.at < text.length()) {
      char c = text.charAt(cursor.at);
      if (c == '\n') {
        lineBegins = true;
        cursor.at++;
      } else if (Character.isWhitespace(c)) {
        cursor.at++;
      } else {
        boolean begins = lineBegins;
        lineBegins = false;
        step(c, begins);
      }
    }
    return cursor.out.list();
  }

  private void step(char c, boolean begins) {
    boolean taken =
        strings.hole(c) || comment() || (begins && (head() || section())) || strings.string() || strings.rawString() || heredocs.heredoc() || words.sigil(c);
    if (taken) {
      return;
    }
    if (Cursor.isDigit(c) || (c == '.' && Cursor.isDigit(cursor.peek(1)) && !cursor.lastIsWord)) {
      words.number();
    } else if (cursor.isLetter(c)) {
      words.word(begins);
    } else if (!(c == '/' && strings.regex())) {
      cursor.note(c, false);
      cursor.at++;
      words.interrupted();
    }
  }

  private boolean comment() {
    for (Grammar.Block block : grammar.blocks()) {
      if (text.startsWith(block.open(), cursor.at)) {
        cursor.take(block.sort(), blockEnd(block));
        return true;
      }
    }
    if (grammar.has("long") && text.startsWith("--[", cursor.at)) {
      int end = cursor.longEnd(cursor.at + 2);
      if (end > 0) {
        cursor.take(Sort.COMMENT, end);
        return true;
      }
    }
    for (Grammar.LineComment line : grammar.lines()) {
      boolean begins = !line.begins() || cursor.at == 0 || " \t\n;&|(){}".indexOf(text.charAt(cursor.at - 1)) >= 0;
      if (begins && text.startsWith(line.open(), cursor.at)) {
        cursor.take(Sort.COMMENT, cursor.lineEnd(cursor.at));
        return true;
      }
    }
    return false;
  }

  private int blockEnd(Grammar.Block block) {
    int depth = 1;
    int from = cursor.at + block.open().length();
    while (from < text.length()) {
      if (text.startsWith(block.close(), from)) {
        from += block.close().length();
        depth--;
        if (depth == 0) {
          return from;
        }
      } else if (block.nested() && text.startsWith(block.open(), from)) {
        from += block.open().length();
        depth++;
      } else {
        from++;
      }
    }
    return text.length();
  }

  private boolean head() {
    if (grammar.head().isEmpty() || !text.startsWith(grammar.head(), cursor.at)) {
      return false;
    }
    int word = cursor.at + 1;
    while (word < text.length() && (text.charAt(word) == ' ' || text.charAt(word) == '\t')) {
      word++;
    }
    int end = word;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean includes = text.startsWith("include", word) || text.startsWith("import", word);
    cursor.take(Sort.META, end);
    int open = end;
    while (open < text.length() && text.charAt(open) == ' ') {
      open++;
    }
    int close = includes && open < text.length() && text.charAt(open) == '<' ? text.indexOf('>', open, cursor.lineEnd(open)) : -1;
    if (close > 0) {
      cursor.at = open;
      cursor.take(Sort.STRING, close + 1);
    }
    return true;
  }

  private boolean section() {
    if (!grammar.has("sections") || text.charAt(cursor.at) != '[') {
      return false;
    }
    int end = text.lastIndexOf(']', cursor.lineEnd(cursor.at) - 1);
    if (end < cursor.at) {
      return false;
    }
    cursor.take(Sort.HEADING, end + 1);
    return true;
  }
}
