package dev.assay.frontmatter;

import dev.assay.note.Value;
import dev.assay.problem.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads TOML 1.0.
///
/// Written here because no library gives what a writer's mistakes need: the place of every value, numbers as they
/// were written, a bounded depth, and never an exception, whatever the text. It is lenient where TOML 1.1 is: an
/// inline table may have several lines and a comma at its end. Days that do not exist are left to whoever reads a date.
final class TomlReader {
  private static final String KEY_HINT = "write key = \"value\", with a key of letters, digits, '-' and '_' or in quotes";
  private static final Pattern WHOLE = Pattern.compile("[+-]?(?:0|[1-9](?:_?[0-9])*)");
  private static final Pattern FRACTION =
      Pattern.compile("[+-]?(?:(?:0|[1-9](?:_?[0-9])*)(?:\\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?|inf|nan)");
  private static final Pattern RADIX = Pattern.compile("0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final String TIME = "[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?";
  private static final Pattern MOMENT =
      Pattern.compile("(?:" + DATE + "(?:[Tt ]" + TIME + "(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?|" + TIME + ")");

  private final Fragment fragment;
  private final String text;
  private final List<Problem> problems = new ArrayList<>();
  private final TomlTables tables;
  private int at;
  private boolean failed;

  /// One part of a dotted key.
  record Part(String name, int start, int end) {}

  private TomlReader(Fragment fragment) {
    this.fragment = fragment;
    this.text = fragment.text();
    this.tables = new TomlTables(fragment, problems);
  }

  static ParsedValue read(Fragment fragment) {
    TomlReader reader = new TomlReader(fragment);
    reader.lines();
    return new ParsedValue(Optional.of(reader.tables.root()), reader.problems);
  }

  /// Reports a syntax error and goes to the end of the text, where everything that is still open ends by itself.
  private void fail(int start, int end, String message, String hint) {
    if (!failed) {
      problems.add(fragment.error(start, end, message, hint));
    }
    failed = true;
    at = text.length();
  }

  private void fail(int at, String message, String hint) {
    fail(at, at, message, hint);
  }

  private void lines() {
    while (at < text.length() && problems.size() < FieldFaults.MOST) {
      skipBlanks();
      if (at < text.length() && peek() == '[') {
        header();
      } else if (at < text.length() && !isLineEnd() && peek() != '#') {
        TomlTables.Table table = tables.current();
        keyAndValue(table, tables.depth());
      }
      lineEnd();
    }
  }

  private void header() {
    int start = at;
    boolean many = text.startsWith("[[", at);
    at += many ? 2 : 1;
    List<Part> path = key();
    String closing = many ? "]]" : "]";
    if (!failed && !text.startsWith(closing, at)) {
      fail(at, "the name of a table is not closed before this", "write " + (many ? "[[name]]" : "[name]"));
    }
    if (failed || isTooDeep(path.size(), start)) {
      return;
    }
    at += closing.length();
    tables.open(path, many);
  }

  private void keyAndValue(TomlTables.Table table, int depth) {
    int start = at;
    List<Part> path = key();
    if (!failed && (at >= text.length() || peek() != '=')) {
      fail(at, "an '=' is missing before this", KEY_HINT);
    }
    if (failed || isTooDeep(depth + path.size(), start)) {
      return;
    }
    at++;
    skipBlanks();
    Value value = value(depth + path.size());
    if (!failed) {
      tables.put(table, path, value);
    }
  }

  private boolean isTooDeep(int depth, int start) {
    if (depth > ValueBuilder.DEPTH) {
      fail(start, "lists and mappings are nested here in more than " + ValueBuilder.DEPTH + " levels", "write it flatter");
    }
    return failed;
  }

  private List<Part> key() {
    List<Part> parts = new ArrayList<>();
    do {
      at += parts.isEmpty() ? 0 : 1;
      skipBlanks();
      int start = at;
      char first = at < text.length() ? peek() : '\n';
      String name = first == '"' || first == '\'' ? string() : bareKey();
      if (failed) {
        return parts;
      }
      parts.add(new Part(name, start, at));
      skipBlanks();
    } while (at < text.length() && peek() == '.');
    return parts;
  }

  private String bareKey() {
    int start = at;
    while (at < text.length() && isBareKey(peek())) {
      at++;
    }
    if (at == start) {
      boolean letter = at < text.length() && Character.isLetter(text.codePointAt(at));
      fail(at, letter ? "a key with this letter must stand in quotes" : "a key is missing here", KEY_HINT);
      return "";
    }
    return text.substring(start, at);
  }

  private static boolean isBareKey(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }

  private Value value(int depth) {
    int start = at;
    char first = at < text.length() ? peek() : '\n';
    return switch (first) {
      case '"', '\'' -> {
        String string = string();
        yield new Value.Scalar(string, true, fragment.place(start, failed ? start : at));
      }
      case '[' -> list(depth + 1);
      case '{' -> inlineTable(depth + 1);
      default -> bareValue();
    };
  }

  private Value list(int depth) {
    int start = at;
    List<Value> items = new ArrayList<>();
    Value.Sequence empty = new Value.Sequence(items, fragment.place(start));
    if (isTooDeep(depth, start)) {
      return empty;
    }
    at++;
    skipToNext();
    while (at < text.length() && peek() != ']') {
      Value item = value(depth);
      if (!failed) {
        items.add(item);
      }
      next(']', start, "list");
    }
    closing(']', start, "list");
    return new Value.Sequence(items, empty.place());
  }

  private Value inlineTable(int depth) {
    int start = at;
    TomlTables.Table table = tables.inline(fragment.place(start));
    if (isTooDeep(depth, start)) {
      return tables.close(table);
    }
    at++;
    skipToNext();
    while (at < text.length() && peek() != '}') {
      keyAndValue(table, depth);
      next('}', start, "mapping");
    }
    closing('}', start, "mapping");
    return tables.close(table);
  }

  /// Passes the comma after an item, or stays before the closing bracket.
  private void next(char closing, int start, String what) {
    skipToNext();
    if (at < text.length() && peek() == ',') {
      at++;
      skipToNext();
    } else if (at < text.length() && peek() != closing) {
      fail(at, "a comma or '" + closing + "' is missing before this", "separate the items of the " + what + " with ',' and close it with '" + closing + "'");
    } else if (at >= text.length()) {
      notClosed(closing, start, what);
    }
  }

  private void closing(char closing, int start, String what) {
    if (at < text.length()) {
      at++;
    } else {
      notClosed(closing, start, what);
    }
  }

  private void notClosed(char closing, int start, String what) {
    fail(start, "the " + what + " that opens here is never closed", "close it with '" + closing + "'");
  }

  private String string() {
    TomlString string = TomlString.at(text, at);
    if (!string.fault().isEmpty()) {
      fail(string.faultAt(), string.fault(), string.hint());
      return "";
    }
    at = string.end();
    return string.value();
  }

  private Value bareValue() {
    int start = at;
    int end = wordEnd(start);
    // A date may have a space before its time.
    if (DATE.matcher(text.substring(start, end)).matches() && end + 1 < text.length() && text.charAt(end) == ' ' && Character.isDigit(text.charAt(end + 1))) {
      end = wordEnd(end + 1);
    }
    String word = text.substring(start, end);
    Optional<String> value = bare(word);
    if (value.isEmpty()) {
      refuse(word, start, end);
      return new Value.Scalar("", false, fragment.place(start));
    }
    at = end;
    return new Value.Scalar(value.get(), false, fragment.place(start, end));
  }

  private int wordEnd(int start) {
    int end = start;
    while (end < text.length() && (isBareKey(text.charAt(end)) || "+.:".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static Optional<String> bare(String word) {
    if (word.length() > 100) {
      return Optional.empty();
    }
    if (RADIX.matcher(word).matches()) {
      int radix = word.charAt(1) == 'x' ? 16 : word.charAt(1) == 'o' ? 8 : 2;
      return Optional.of(new BigInteger(word.substring(2).replace("_", ""), radix).toString());
    }
    if (WHOLE.matcher(word).matches() || FRACTION.matcher(word).matches()) {
      return Optional.of(word.replace("_", ""));
    }
    boolean other = word.equals("true") || word.equals("false") || MOMENT.matcher(word).matches();
    return other ? Optional.of(word) : Optional.empty();
  }

  private void refuse(String word, int start, int end) {
    if (word.isEmpty()) {
      fail(start, end, "a value is missing here", "write key = \"value\"");
    } else if (Character.isDigit(word.charAt(0)) || (word.length() > 1 && "+-.".indexOf(word.charAt(0)) >= 0 && Character.isDigit(word.charAt(1)))) {
      fail(start, end, "'" + Found.cut(word) + "' is not a number or date that TOML knows", "put it in quotes if it is text; a date is written 2026-05-30T09:00:00+09:00");
    } else {
      fail(start, end, "'" + Found.cut(word) + "' is not in quotes", "put text in quotes; true, false, numbers and dates stand bare");
    }
  }

  private char peek() {
    return text.charAt(at);
  }

  private boolean isLineEnd() {
    return peek() == '\n' || peek() == '\r';
  }

  private void skipBlanks() {
    while (at < text.length() && (peek() == ' ' || peek() == '\t')) {
      at++;
    }
  }

  private void skipComment() {
    while (at < text.length() && !isLineEnd()) {
      char c = peek();
      if ((c < 0x20 && c != '\t') || c == 0x7f) {
        control(c);
        return;
      }
      at++;
    }
  }

  private void control(char c) {
    fail(at, String.format(java.util.Locale.ROOT, "the control character U+%04X cannot stand here", (int) c), "remove it");
  }

  /// Passes blanks, line ends and comments inside brackets.
  private void skipToNext() {
    while (at < text.length() && (isLineEnd() || peek() == ' ' || peek() == '\t' || peek() == '#')) {
      if (peek() == '#') {
        skipComment();
      } else {
        at++;
      }
    }
  }

  private void lineEnd() {
    skipBlanks();
    if (at < text.length() && peek() == '#') {
      skipComment();
    }
    if (at < text.length() && !isLineEnd()) {
      fail(at, "text stands here behind the end of a value", "put text in quotes, and each key on a line of its own");
    }
    if (at < text.length()) {
      at += text.startsWith("\r\n", at) ? 2 : 1;
    }
  }
}
