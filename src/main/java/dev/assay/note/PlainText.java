package dev.assay.note;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// The words of rendered pieces, without markup.
public final class PlainText {
  private static final String ALTERNATIVE = " alt=\"";

  private PlainText() {}

  /// The words of some pieces, white space collapsed; a hole that stands for words is filled by the caller.
  ///
  /// @param roles  the text of a figure in a sentence, by the role's index
  /// @param titles the title that a link without words takes, by the link's index
  public static String of(List<Piece> pieces, IntFunction<String> roles, IntFunction<String> titles) {
    StringBuilder html = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Html(String text) -> html.append(text);
        case Piece.Drawn(_, String plain) -> html.append(plain);
        case Piece.RoleText(int role) -> {
          String text = roles.apply(role);
          // A citation that is listed elsewhere takes the space or the line end before it along.
          if (text.isEmpty() && !html.isEmpty() && " \n".indexOf(html.charAt(html.length() - 1)) >= 0) {
            html.setLength(html.length() - 1);
          }
          html.append(escaped(text));
        }
        case Piece.LinkTitle(int link) -> html.append(escaped(titles.apply(link)));
        case Piece.Target _, Piece.Margin _, Piece.Permalink _, Piece.TableRows _, Piece.CheckpointEnd _, Piece.ClaimAttributes _, Piece.ClaimTag _, Piece.ClaimEnd _, Piece.ClaimReasons _ -> {}
        case Piece.DirectiveBlock _, Piece.Word _ -> html.append(' ');
      }
    }
    return of(html.toString());
  }

  /// The words of finished markup.
  public static String of(String html) {
    StringBuilder out = new StringBuilder(html.length());
    strip(html, out);
    return collapsed(out.toString());
  }

  /// Runs of white space become one space; none is left at the ends. Most texts are so already.
  private static String collapsed(String text) {
    int start = 0;
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (isSpace(text.charAt(i))) {
        int end = i + 1;
        while (end < text.length() && isSpace(text.charAt(end))) {
          end++;
        }
        if (end > i + 1 || text.charAt(i) != ' ') {
          out.append(text, start, i).append(' ');
          start = end;
        }
        i = end - 1;
      }
    }
    return (start == 0 ? text : out.append(text, start, text.length()).toString()).strip();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static void strip(String html, StringBuilder out) {
    int i = 0;
    while (i < html.length()) {
      char c = html.charAt(i);
      if (c == '<') {
        int end = tagEnd(html, i + 1);
        if (isBlock(html, i + 1)) {
          out.append(' ');
        } else {
          alternative(html.substring(i, end), out);
        }
        i = unread(html, i, end);
      } else if (c == '&') {
        i = entity(html, i, out);
      } else {
        int end = i + 1;
        while (end < html.length() && html.charAt(end) != '<' && html.charAt(end) != '&') {
          end++;
        }
        out.append(html, i, end);
        i = end;
      }
    }
  }

  /// Where to go on behind a tag: behind what nobody reads, in HTML that a site trusts.
  private static int unread(CharSequence html, int tag, int end) {
    if (tag + 1 >= html.length() || Character.toLowerCase(html.charAt(tag + 1)) != 's') {
      return end;
    }
    for (String name : List.of("style", "script")) {
      boolean opens = html.subSequence(tag + 1, Math.min(html.length(), tag + 1 + name.length())).toString().equalsIgnoreCase(name);
      if (opens) {
        int close = html.toString().toLowerCase(Locale.ROOT).indexOf("</" + name, end);
        return close < 0 ? html.length() : close;
      }
    }
    return end;
  }

  /// A picture's words are those that stand in for it.
  private static void alternative(String tag, StringBuilder out) {
    int start = tag.startsWith("<img ") ? tag.indexOf(ALTERNATIVE) : -1;
    int end = start < 0 ? -1 : tag.indexOf('"', start + ALTERNATIVE.length());
    if (end >= 0) {
      strip(tag.substring(start + ALTERNATIVE.length(), end).replace("<", "&lt;"), out);
    }
  }

  private static int tagEnd(String html, int from) {
    char quote = 0;
    for (int i = from; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return html.length();
  }

  private static boolean isBlock(String html, int from) {
    int start = from < html.length() && html.charAt(from) == '/' ? from + 1 : from;
    int end = start;
    while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
      end++;
    }
    return switch (html.substring(start, end)) {
      case "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q",
          "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr" -> false;
      default -> true;
    };
  }

  private static int entity(String html, int at, StringBuilder out) {
    int end = at + 1;
    while (end < html.length() && end - at < 12 && html.charAt(end) != ';') {
      end++;
    }
    if (end >= html.length() || html.charAt(end) != ';') {
      out.append('&');
      return at + 1;
    }
    String name = html.substring(at + 1, end);
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
    out.append(text.isEmpty() ? "&" : text);
    return text.isEmpty() ? at + 1 : end + 1;
  }

  private static String numeric(String name) {
    if (!name.matches("#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})")) {
      return "";
    }
    int code =
        name.charAt(1) == 'x' || name.charAt(1) == 'X'
            ? Integer.parseInt(name.substring(2), 16)
            : Integer.parseInt(name.substring(1));
    return Character.isValidCodePoint(code) ? Character.toString(code) : "";
  }
}
