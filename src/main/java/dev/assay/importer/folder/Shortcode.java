package dev.assay.importer.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One call of a shortcode or include.
///
/// @param args  values without names, in order
/// @param named values by name, in lower case
/// @param inner the text between its opening and its end; empty when it has no end
record Shortcode(String name, List<String> args, Map<String, String> named, Optional<String> inner) {
  /// Reads a name and arguments as Hugo and Jekyll write them: `name a "b c" key="value" key=x`.
  static Shortcode read(String text, Optional<String> inner) {
    List<String> words = new ArrayList<>();
    Map<String, String> named = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',') {
        at++;
        continue;
      }
      int start = at;
      while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "=\"'`,".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String word = text.substring(start, at);
      int equals = at;
      while (equals < text.length() && Character.isWhitespace(text.charAt(equals)) && !word.isEmpty()) {
        equals++;
      }
      if (!word.isEmpty() && equals < text.length() && text.charAt(equals) == '=') {
        at = equals + 1;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
          at++;
        }
        int end = valueEnd(text, at);
        named.put(word.toLowerCase(java.util.Locale.ROOT), unquoted(text.substring(at, end)));
        at = end;
      } else if (word.isEmpty()) {
        int end = Math.max(at + 1, valueEnd(text, at));
        words.add(unquoted(text.substring(at, end)));
        at = end;
      } else {
        words.add(word);
      }
    }
    String name = words.isEmpty() ? "" : words.getFirst();
    return new Shortcode(name, words.size() < 2 ? List.of() : List.copyOf(words.subList(1, words.size())), named, inner);
  }

  private static int valueEnd(String text, int from) {
    if (from < text.length() && "\"'`".indexOf(text.charAt(from)) >= 0) {
      char quote = text.charAt(from);
      for (int i = from + 1; i < text.length(); i++) {
        if (text.charAt(i) == '\\' && quote != '`') {
          i++;
        } else if (text.charAt(i) == quote) {
          return i + 1;
        }
      }
      return text.length();
    }
    int end = from;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != ',') {
      end++;
    }
    return end;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && "\"'`".indexOf(value.charAt(0)) >= 0 && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\'", "'") : value;
  }

  /// A value by one of its names, or by its number where none is named.
  String value(int number, String... names) {
    for (String name : names) {
      String value = named.get(name);
      if (value != null) {
        return value.strip();
      }
    }
    return number >= 0 && number < args.size() && (named.isEmpty() || names.length == 0) ? args.get(number).strip() : "";
  }
}
