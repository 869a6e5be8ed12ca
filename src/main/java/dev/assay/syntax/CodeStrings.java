package dev.assay.syntax;

import java.util.ArrayDeque;
import java.util.Deque;

/// Reads strings in all their forms, patterns, and finds where code inside a string ends.
final class CodeStrings {
  private static final int DEEPEST = 30;

  private final Grammar grammar;
  private final String text;
  private final Cursor cursor;
  private final Deque<Hole> holes = new ArrayDeque<>();
  private int noRegexBefore;

  /// Code inside a string.
  private static final class Hole {
    final Grammar.Quoted string;
    final char open;
    final char close;
    int depth;

    Hole(Grammar.Quoted string) {
      this.string = string;
      this.open = string.hole().charAt(string.hole().length() - 1);
      this.close = open == '(' ? ')' : '}';
    }
  }

  CodeStrings(Cursor cursor) {
    this.cursor = cursor;
    this.grammar = cursor.grammar;
    this.text = cursor.text;
  }

  boolean string() {
    if (grammar.has("chars") && text.charAt(cursor.at) == '\'') {
      character();
      return true;
    }
    for (Grammar.Quoted string : grammar.strings()) {
      if (string.bare() && text.startsWith(string.open(), cursor.at)) {
        quoted(string, cursor.at, cursor.at + string.open().length());
        return true;
      }
    }
    return false;
  }

  /// `'x'`, `'\n'`; in Rust, `'a` alone is a name.
  private void character() {
    int end = cursor.at + 1;
    if (cursor.peek(1) == '\\') {
      end = cursor.at + 3;
      while (end < text.length() && end < cursor.at + 14 && text.charAt(end) != '\'' && text.charAt(end) != '\n') {
        end++;
      }
    } else if (cursor.at + 1 < text.length()) {
      end = cursor.at + 1 + Character.charCount(text.codePointAt(cursor.at + 1));
    }
    cursor.note('\'', true);
    if (end < text.length() && text.charAt(end) == '\'') {
      cursor.take(Sort.STRING, end + 1);
      return;
    }
    int name = cursor.at + 1;
    while (name < text.length() && cursor.isPart(text.charAt(name))) {
      name++;
    }
    cursor.take(Sort.META, name);
  }

  /// Reads a string, or what is left of it behind code inside.
  ///
  /// @param start where the stretch begins that is text
  /// @param from  where to look for its end
  void quoted(Grammar.Quoted string, int start, int from) {
    cursor.at = start;
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (string.escape() != '\0' && c == string.escape() && !(string.hole().startsWith("\\") && text.startsWith(string.hole(), i))) {
        i = Math.min(text.length(), i + 2);
      } else if (text.startsWith(string.close(), i)) {
        i += string.close().length();
        if (string.doubled() && text.startsWith(string.close(), i)) {
          i += string.close().length();
        } else {
          endString(string, start, i);
          return;
        }
      } else if (c == '\n' && !string.lines()) {
        break;
      } else if (string.hole().equals("{") && text.startsWith("{{", i)) {
        i += 2;
      } else if (opensHole(string, i)) {
        cursor.take(Sort.STRING, i);
        cursor.take(Sort.META, i + string.hole().length());
        holes.push(new Hole(string));
        cursor.note('(', false);
        return;
      } else {
        i++;
      }
    }
    cursor.take(Sort.STRING, Math.min(i, text.length()));
    cursor.note('"', true);
  }

  private boolean opensHole(Grammar.Quoted string, int i) {
    return !string.hole().isEmpty()
        && holes.size() < DEEPEST
        && text.startsWith(string.hole(), i);
  }

  private void endString(Grammar.Quoted string, int start, int end) {
    boolean key = !grammar.keys().isEmpty() && string.open().length() == 1 && behind(end) == grammar.keys().charAt(0);
    cursor.at = start;
    cursor.take(key ? Sort.NAME : Sort.STRING, end);
    cursor.note('"', true);
  }

  /// The next character on the line that is not white space.
  private char behind(int from) {
    int i = from;
    while (i < text.length() && i < from + 40 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i < text.length() ? text.charAt(i) : '\n';
  }

  boolean hole(char c) {
    Hole hole = holes.peek();
    if (hole == null) {
      return false;
    }
    if (c == hole.open) {
      hole.depth++;
    } else if (c == hole.close && hole.depth > 0) {
      hole.depth--;
    } else if (c == hole.close) {
      holes.pop();
      cursor.take(Sort.META, cursor.at + 1);
      quoted(hole.string, cursor.at, cursor.at);
      return true;
    }
    return false;
  }

  boolean rawString() {
    if (grammar.has("long") && text.charAt(cursor.at) == '[') {
      int end = cursor.longEnd(cursor.at);
      if (end > 0) {
        cursor.take(Sort.STRING, end);
        cursor.note('"', true);
        return true;
      }
    }
    if (grammar.raw().isEmpty() || text.charAt(cursor.at) != '#' || !grammar.raw().contains("#")) {
      return false;
    }
    return hashed(cursor.at, cursor.at);
  }

  /// `#"…"#` with any number of signs, from its first one.
  boolean hashed(int start, int from) {
    int open = from;
    while (open < text.length() && text.charAt(open) == '#') {
      open++;
    }
    if (open == from || open - from > 20 || open >= text.length() || text.charAt(open) != '"') {
      return false;
    }
    int end = cursor.behind("\"" + text.substring(from, open), open + 1);
    if (end < 0) {
      return false;
    }
    cursor.at = start;
    cursor.take(Sort.STRING, end);
    cursor.note('"', true);
    return true;
  }

  boolean regex() {
    boolean operand = cursor.lastIsWord || cursor.last == ')' || cursor.last == ']' || cursor.last == '}';
    if (!grammar.has("regex") || operand || cursor.at < noRegexBefore || cursor.peek(1) == ' ') {
      return false;
    }
    int line = cursor.lineEnd(cursor.at);
    boolean inClass = false;
    for (int i = cursor.at + 1; i < line; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (c == '/' && !inClass) {
        int end = i + 1;
        while (end < line && Character.isLetter(text.charAt(end))) {
          end++;
        }
        cursor.take(Sort.STRING, end);
        cursor.note('/', true);
        return true;
      }
    }
    noRegexBefore = line;
    return false;
  }
}
