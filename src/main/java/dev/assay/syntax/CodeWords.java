package dev.assay.syntax;

import java.util.Locale;
import java.util.Optional;

/// Reads names and numbers, and tells from their spelling what they are.
final class CodeWords {
  private final Grammar grammar;
  private final String text;
  private final Cursor cursor;
  private final CodeStrings strings;
  /// What the last word before the next name makes of it.
  private Optional<Sort> defined = Optional.empty();

  CodeWords(Cursor cursor, CodeStrings strings) {
    this.cursor = cursor;
    this.strings = strings;
    this.grammar = cursor.grammar;
    this.text = cursor.text;
  }

  /// A sign stands between the last word and what follows.
  void interrupted() {
    defined = Optional.empty();
  }

  boolean sigil(char c) {
    Sort sort = grammar.sigils().get(c);
    if (sort == null || (cursor.at > 0 && c != '$' && cursor.isPart(text.charAt(cursor.at - 1)))) {
      return false;
    }
    int end = cursor.at + 1;
    if (end < text.length() && text.charAt(end) == c && c == '@') {
      end++;
    }
    boolean braces = c == '$' && end < text.length() && text.charAt(end) == '{';
    if (braces) {
      int close = text.indexOf('}', end, Math.min(cursor.lineEnd(end), end + 200));
      end = close < 0 ? end + 1 : close + 1;
    } else {
      int from = end;
      while (end < text.length() && (cursor.isPart(text.charAt(end)) || (text.charAt(end) == '.' && sort == Sort.META && cursor.isLetter(cursor.charAt(end + 1))))) {
        end++;
      }
      if (end == from && c == '$' && end < text.length() && "?!#@*$-".indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      if (end == from) {
        return false;
      }
    }
    cursor.take(sort, end);
    cursor.note('a', true);
    return true;
  }

  void number() {
    int i = cursor.at;
    boolean based = text.charAt(i) == '0' && i + 1 < text.length() && "xXbBoO".indexOf(text.charAt(i + 1)) >= 0;
    boolean dot = false;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean sign = (c == '+' || c == '-') && !based && i > cursor.at && (text.charAt(i - 1) == 'e' || text.charAt(i - 1) == 'E') && Cursor.isDigit(cursor.charAt(i + 1));
      boolean point = c == '.' && !dot && !based && Cursor.isDigit(cursor.charAt(i + 1));
      boolean base = c == '\'' && grammar.has("verilog") && Character.isLetter(cursor.charAt(i + 1));
      boolean parts = c == '\'' && grammar.has("cppraw") && Character.isLetterOrDigit(cursor.charAt(i + 1));
      dot |= point;
      if (!(isAlphanumeric(c) || c == '_' || sign || point || base || parts)) {
        break;
      }
      i++;
    }
    if (i < text.length() && text.charAt(i) == '%' && grammar.has("percent")) {
      i++;
    }
    cursor.note('0', true);
    cursor.take(Sort.LITERAL, i);
  }

  void word(boolean begins) {
    int end = cursor.wordEnd(cursor.at + 1);
    String word = text.substring(cursor.at, end);
    if (prefixed(word, end)) {
      return;
    }
    boolean bang = grammar.has("bang") && end < text.length() && text.charAt(end) == '!' && cursor.charAt(end + 1) != '=';
    boolean member = cursor.last == '.' && cursor.at > 0 && text.charAt(cursor.at - 1) == '.';
    Optional<Sort> sort = bang ? Optional.of(Sort.FUNCTION) : sort(word, end, member, begins);
    boolean keyword = sort.equals(Optional.of(Sort.KEYWORD));
    cursor.note('a', !keyword);
    defined = keyword || defined.isEmpty() ? Optional.ofNullable(grammar.defines().get(cased(word))) : Optional.empty();
    sort.ifPresent(found -> cursor.out.add(found, cursor.at, bang ? end + 1 : end));
    cursor.at = sort.isPresent() && bang ? end + 1 : end;
  }

  /// What a word is, if it is anything in particular.
  private Optional<Sort> sort(String word, int end, boolean member, boolean begins) {
    if (!grammar.keys().isEmpty() && isKey(end)) {
      return Optional.of(Sort.NAME);
    }
    boolean free = member || (grammar.has("firstwords") && !begins);
    Optional<Sort> known = free ? Optional.empty() : Optional.ofNullable(grammar.words().get(cased(word)));
    if (known.isPresent() || defined.isPresent()) {
      return known.or(() -> defined);
    }
    if (grammar.has("calls") && cursor.charAt(end) == '(') {
      return Optional.of(Sort.FUNCTION);
    }
    boolean capital = grammar.has("capitals") && Character.isUpperCase(word.charAt(0)) && hasSmall(word);
    return capital ? Optional.of(Sort.TYPE) : Optional.empty();
  }

  private boolean isKey(int end) {
    char sign = grammar.keys().charAt(0);
    int i = end;
    while (i < text.length() && i < end + 40 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return cursor.charAt(i) == sign && cursor.charAt(i + 1) != sign && cursor.charAt(i + 1) != '>' && !(sign == ':' && cursor.charAt(i + 1) == '=');
  }

  private static boolean hasSmall(String word) {
    return word.length() == 1 || word.chars().anyMatch(Character::isLowerCase);
  }

  private boolean prefixed(String word, int end) {
    if (word.length() > 3 || end >= text.length()) {
      return false;
    }
    if (grammar.has("cppraw") && word.endsWith("R") && text.charAt(end) == '"') {
      int open = text.indexOf('(', end, Math.min(text.length(), end + 18));
      int close = open < 0 ? -1 : cursor.behind(")" + text.substring(end + 1, open) + "\"", open + 1);
      if (close > 0) {
        cursor.take(Sort.STRING, close);
        cursor.note('"', true);
        return true;
      }
    }
    if (grammar.raw().contains(word) && text.charAt(end) == '#' && strings.hashed(cursor.at, end)) {
      return true;
    }
    for (Grammar.Quoted string : grammar.strings()) {
      if (string.prefixes().contains(word) && text.startsWith(string.open(), end)) {
        strings.quoted(string, cursor.at, end + string.open().length());
        return true;
      }
    }
    return false;
  }

  private String cased(String word) {
    return grammar.has("nocase") ? word.toLowerCase(Locale.ROOT) : word;
  }

  private static boolean isAlphanumeric(char c) {
    return Cursor.isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
