package dev.assay.note;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/// The words of rendered pieces, without markup.
public final class PlainText {
  private static final String PICTURE = "<img ";
  private static final String ALTERNATIVE = " alt=\"";
  private static final Pattern NUMBER = Pattern.compile("#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})");
  private static final List<String> UNREAD = List.of("style", "script");

  // Arrays, not strings: this reads every character of every note, and asking a string for one is several times dearer
  // on the fast compiler, which small sites are built with.
  private char[] out;
  private int length;

  private PlainText(int capacity) {
    out = new char[capacity];
  }

  /// The words of some pieces, white space collapsed; a hole that stands for words is filled by the caller.
  ///
  /// @param roles  the text of a figure in a sentence, by the role's index
  /// @param titles the title that a link without words takes, by the link's index
  public static String of(List<Piece> pieces, IntFunction<String> roles, IntFunction<String> titles) {
    StringBuilder html = new StringBuilder();
    markup(pieces, roles, titles, html);
    return of(html.toString());
  }

  private static void markup(List<Piece> pieces, IntFunction<String> roles, IntFunction<String> titles, StringBuilder html) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Html(String text) -> html.append(text);
        case Piece.Drawn(_, String plain) -> html.append(plain);
        case Piece.Printed(_, List<Piece> plain) -> markup(plain, roles, titles, html);
        case Piece.RoleText(int role) -> {
          String text = roles.apply(role);
          // A citation that is listed elsewhere takes the space or the line end before it along.
          if (text.isEmpty() && !html.isEmpty() && " \n".indexOf(html.charAt(html.length() - 1)) >= 0) {
            html.setLength(html.length() - 1);
          }
          html.append(escaped(text));
        }
        case Piece.LinkTitle(int link) -> html.append(escaped(titles.apply(link)));
        case Piece.Picture picture -> html.append(escaped(picture.alt()));
        case Piece.Target _, Piece.Margin _, Piece.Permalink _, Piece.TableRows _, Piece.CheckpointEnd _, Piece.ClaimAttributes _, Piece.ClaimTag _, Piece.ClaimEnd _, Piece.ClaimReasons _ -> {}
        case Piece.DirectiveBlock _, Piece.Word _ -> html.append(' ');
      }
    }
  }

  /// The words of finished markup.
  public static String of(String html) {
    PlainText words = new PlainText(html.length());
    words.add(html.toCharArray());
    return words.said();
  }

  /// A text on one line: runs of white space become one space, and none is left at the ends. Most texts are so already.
  public static String line(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c) && (c != ' ' || (i + 1 < text.length() && isSpace(text.charAt(i + 1))))) {
        PlainText words = new PlainText(text.length());
        for (int at = 0; at < text.length(); at++) {
          words.add(text.charAt(at));
        }
        return words.said();
      }
    }
    return text.strip();
  }

  /// Everything so far, with no white space at the ends.
  private String said() {
    return new String(out, 0, length).strip();
  }

  /// One space stands for any run of white space.
  private void add(char c) {
    boolean space = isSpace(c);
    if (space && length > 0 && out[length - 1] == ' ') {
      return;
    }
    if (length == out.length) {
      out = Arrays.copyOf(out, Math.max(32, 2 * length));
    }
    out[length++] = space ? ' ' : c;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private void add(char[] html) {
    int i = 0;
    while (i < html.length) {
      char c = html[i];
      if (c == '<') {
        int end = tagEnd(html, i + 1);
        if (isBlock(html, i + 1)) {
          add(' ');
        } else if (starts(html, i, PICTURE)) {
          alternative(new String(html, i, end - i));
        }
        i = unread(html, i, end);
      } else if (c == '&') {
        i = entity(html, i);
      } else {
        add(c);
        i++;
      }
    }
  }

  private static boolean starts(char[] html, int at, String with) {
    boolean same = at + with.length() <= html.length;
    for (int i = 0; same && i < with.length(); i++) {
      same = html[at + i] == with.charAt(i);
    }
    return same;
  }

  /// Where to go on behind a tag: behind what nobody reads, in HTML that a site trusts.
  private static int unread(char[] html, int tag, int end) {
    if (tag + 1 >= html.length || (html[tag + 1] | 0x20) != 's') {
      return end;
    }
    for (String name : UNREAD) {
      if (isNamed(html, tag + 1, name)) {
        int close = end;
        while (close < html.length && !(html[close] == '<' && isNamed(html, close + 1, "/" + name))) {
          close++;
        }
        return close;
      }
    }
    return end;
  }

  private static boolean isNamed(char[] html, int at, String name) {
    boolean same = at + name.length() <= html.length;
    for (int i = 0; same && i < name.length(); i++) {
      same = Character.toLowerCase(html[at + i]) == name.charAt(i);
    }
    return same;
  }

  /// A picture's words are those that stand in for it.
  private void alternative(String tag) {
    int start = tag.indexOf(ALTERNATIVE);
    int end = start < 0 ? -1 : tag.indexOf('"', start + ALTERNATIVE.length());
    if (end >= 0) {
      add(tag.substring(start + ALTERNATIVE.length(), end).replace("<", "&lt;").toCharArray());
    }
  }

  private static int tagEnd(char[] html, int from) {
    char quote = 0;
    for (int i = from; i < html.length; i++) {
      char c = html[i];
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return html.length;
  }

  private static boolean isBlock(char[] html, int from) {
    int start = from < html.length && html[from] == '/' ? from + 1 : from;
    int end = start;
    while (end < html.length && Character.isLetterOrDigit(html[end])) {
      end++;
    }
    return switch (new String(html, start, end - start)) {
      case "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q",
          "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr" -> false;
      default -> true;
    };
  }

  private int entity(char[] html, int at) {
    int end = at + 1;
    while (end < html.length && end - at < 12 && html[end] != ';') {
      end++;
    }
    if (end >= html.length || html[end] != ';') {
      add('&');
      return at + 1;
    }
    String name = new String(html, at + 1, end - at - 1);
    String text =
        switch (name) {
          case "amp" -> "&";
          case "lt" -> "<";
          case "gt" -> ">";
          case "quot" -> "\"";
          case "apos", "#39" -> "'";
          case "nbsp" -> "\u00a0";
          default -> numeric(name);
        };
    if (text.isEmpty()) {
      add('&');
      return at + 1;
    }
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
    return end + 1;
  }

  private static String numeric(String name) {
    if (!NUMBER.matcher(name).matches()) {
      return "";
    }
    int code =
        name.charAt(1) == 'x' || name.charAt(1) == 'X'
            ? Integer.parseInt(name.substring(2), 16)
            : Integer.parseInt(name.substring(1));
    return Character.isValidCodePoint(code) ? Character.toString(code) : "";
  }
}
