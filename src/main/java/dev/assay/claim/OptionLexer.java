package dev.assay.claim;

import java.util.ArrayList;
import java.util.List;

/// Cuts `#name key=value key="two words"` into items, judging nothing.
final class OptionLexer {
  /// Word processors bend quotes; each closes as it was opened.
  private static final String QUOTES = "\"'“‘";
  private static final String CLOSING = "\"'”’";

  private OptionLexer() {}

  /// One item.
  ///
  /// @param key        `#` for a name, empty for a word that is neither name nor option
  /// @param value      without quotes, escapes undone
  /// @param start      where the item begins
  /// @param valueStart where the value begins, behind its quote
  /// @param end        where the item ends
  record Item(String key, String value, int start, int valueStart, int end) {}

  /// Where braces that open at an index end, the closing one included; -1 when they do not.
  static int endOfBraces(String text, int open) {
    int at = open + 1;
    boolean valueStart = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '}') {
        return at + 1;
      }
      if (valueStart && QUOTES.indexOf(c) >= 0) {
        int close = closingQuote(text, at, text.length());
        if (close < 0) {
          return -1;
        }
        at = close;
      } else if (c == '{') {
        return -1;
      }
      valueStart = c == '=';
      at++;
    }
    return -1;
  }

  static List<Item> items(String text, int start, int end) {
    List<Item> items = new ArrayList<>();
    int at = start;
    while (at < end) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      Item item = item(text, at, end);
      items.add(item);
      at = item.end();
    }
    return items;
  }

  private static Item item(String text, int start, int end) {
    int at = start;
    if (text.charAt(at) == '#') {
      at = wordEnd(text, at, end);
      return new Item("#", text.substring(start + 1, at), start, start + 1, at);
    }
    while (at < end && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == end || text.charAt(at) != '=' || at == start) {
      int to = wordEnd(text, at, end);
      return new Item("", text.substring(start, to), start, start, Math.max(to, start + 1));
    }
    String key = text.substring(start, at);
    int valueStart = at + 1;
    if (valueStart < end && QUOTES.indexOf(text.charAt(valueStart)) >= 0) {
      int close = closingQuote(text, valueStart, end);
      if (close >= 0) {
        return new Item(key, unescaped(text, valueStart + 1, close), start, valueStart + 1, close + 1);
      }
    }
    int to = wordEnd(text, valueStart, end);
    return new Item(key, text.substring(valueStart, to), start, valueStart, to);
  }

  private static int wordEnd(String text, int from, int end) {
    int at = from;
    while (at < end && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int closingQuote(String text, int open, int end) {
    char quote = CLOSING.charAt(QUOTES.indexOf(text.charAt(open)));
    for (int at = open + 1; at < end; at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.charAt(at) == quote) {
        return at;
      }
    }
    return -1;
  }

  private static String unescaped(String text, int from, int to) {
    if (text.indexOf('\\', from, to) < 0) {
      return text.substring(from, to);
    }
    StringBuilder out = new StringBuilder(to - from);
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < to && "\"'\\".indexOf(text.charAt(at + 1)) >= 0) {
        at++;
      }
      out.append(text.charAt(at));
    }
    return out.toString();
  }
}
