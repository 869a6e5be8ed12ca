package dev.assay.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts `#name key=value key="two words"` into items, judging nothing. The value of a list goes on behind a comma, with
/// or without a space; elsewhere a comma that ends an item parts it from the next.
///
/// Claims and shortcodes say their options in the same words.
public final class OptionLexer {
  /// Word processors bend quotes; each closes as it was opened.
  private static final String QUOTES = "\"'“‘";
  private static final String CLOSING = "\"'”’";

  /// What a backslash inside quotes stands before.
  private static final String ESCAPED = CLOSING + "\\";

  /// The keys whose values are lists.
  static final Set<String> LISTS = Set.of("because", "supports", "entities", "unblocks", "supersedes");

  private OptionLexer() {}

  /// Those of a claim whose values go on behind a comma.
  private static final Set<String> VALUES = Set.of("because", "supports", "entities", "unblocks", "supersedes", "source");

  /// One item.
  ///
  /// @param key        `#` for a name, empty for a word that is neither name nor option
  /// @param value      without quotes, escapes undone; a list's elements parted by commas
  /// @param start      where the item begins
  /// @param valueStart where the value begins, behind its quote
  /// @param end        where the item ends
  public record Item(String key, String value, int start, int valueStart, int end) {}

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
      valueStart = c == '=' || ((c == ',' || (valueStart && c == ' ')) && opensQuote(text, at + 1));
      at++;
    }
    return -1;
  }

  /// True where a quote opens, behind a comma in a list, that is closed.
  private static boolean opensQuote(String text, int from) {
    int at = spaceEnd(text, from, text.length());
    return at < text.length() && QUOTES.indexOf(text.charAt(at)) >= 0 && closingQuote(text, at, text.length()) >= 0;
  }

  static List<Item> items(String text, int start, int end) {
    return items(text, start, end, VALUES);
  }

  /// The items between two indexes of a text.
  ///
  /// @param lists the keys whose values are lists
  public static List<Item> items(String text, int start, int end, Set<String> lists) {
    List<Item> items = new ArrayList<>();
    int at = start;
    while (at < end) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      Item item = item(text, at, end, lists);
      items.add(item);
      at = item.end();
    }
    return items;
  }

  private static Item item(String text, int start, int end, Set<String> lists) {
    int at = start;
    if (text.charAt(at) == '#') {
      at = wordEnd(text, at, end);
      return new Item("#", withoutComma(text, start + 1, at), start, start + 1, at);
    }
    while (at < end && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == end || text.charAt(at) != '=' || at == start) {
      int to = wordEnd(text, at, end);
      return new Item("", text.substring(start, to), start, start, Math.max(to, start + 1));
    }
    String key = text.substring(start, at);
    Element first = element(text, at + 1, end);
    return lists.contains(key)
        ? list(text, key, start, first, end)
        : new Item(key, first.quoted() ? first.value() : withoutComma(text, at + 1, first.end()), start, first.start(), first.end());
  }

  /// One value, or one element of a list.
  ///
  /// @param start behind its quote
  private record Element(String value, int start, int end, boolean quoted) {}

  private static Element element(String text, int from, int end) {
    if (from < end && QUOTES.indexOf(text.charAt(from)) >= 0) {
      int close = closingQuote(text, from, end);
      if (close >= 0) {
        return new Element(unescaped(text, from + 1, close), from + 1, close + 1, true);
      }
    }
    int to = wordEnd(text, from, end);
    return new Element(text.substring(from, to), from, to, false);
  }

  /// A list with all that stands behind its commas: `#a,#b`, `#a, #b`, `A, "B C"`; a comma before the next option ends it.
  private static Item list(String text, String key, int start, Element first, int end) {
    StringBuilder value = new StringBuilder(first.value());
    Element last = first;
    int to = first.end();
    while (true) {
      int next = spaceEnd(text, to, end);
      boolean comma = !last.quoted() && last.value().endsWith(",");
      if (!comma && next < end && text.charAt(next) == ',') {
        value.append(',');
        to = next + 1;
        next = spaceEnd(text, to, end);
        comma = true;
      }
      if (!comma || next >= end || isOption(text, next, end)) {
        int length = value.length() - (comma ? 1 : 0);
        return new Item(key, value.substring(0, length), start, first.start(), to);
      }
      last = element(text, next, end);
      value.append(next > to ? " " : "").append(last.value());
      to = last.end();
    }
  }

  /// True where `key=` stands.
  private static boolean isOption(String text, int from, int end) {
    int at = from;
    while (at < end && ClaimOptions.isKeyPart(text.charAt(at))) {
      at++;
    }
    return at > from && at < end && text.charAt(at) == '=';
  }

  private static String withoutComma(String text, int from, int to) {
    return text.substring(from, to > from + 1 && text.charAt(to - 1) == ',' ? to - 1 : to);
  }

  private static int spaceEnd(String text, int from, int end) {
    int at = from;
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
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
      if (c == '\\' && ESCAPED.indexOf(text.charAt(at + 1)) >= 0) {
        at++;
      }
      out.append(text.charAt(at));
    }
    return out.toString();
  }
}
