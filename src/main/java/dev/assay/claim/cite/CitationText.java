package dev.assay.claim.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The syntax of citations.
///
/// ```
/// citation = "[" cite { ";" cite } "]"  |  "@" key [ " [" locator "]" ]
/// cite     = [ prefix " " ] [ "-" ] "@" key [ "," locator ] [ suffix ]
/// key      = "{" any but braces "}"  |  letter or digit or "_", then those and single marks of :.#$%&+-/ inside
/// ```
///
/// A key that begins with a Latin letter or a digit ends before a letter of another script, so that Korean particles
/// can follow it: `@kim2026에 따르면`. In braces any key can be followed by anything.
public final class CitationText {
  private static final int LONGEST = 1_000;
  private static final int LONGEST_KEY = 200;
  private static final String INSIDE = ":.#$%&+-/?~";

  private CitationText() {}

  /// A citation and where it ends in the text.
  public record Found(Citation citation, int end) {}

  /// Reads a citation that was found before.
  ///
  /// @throws IllegalArgumentException when the text is no citation
  public static Citation read(String text) {
    Optional<Found> found = text.startsWith("[") ? inBrackets(text, 0) : inText(text, 0);
    return found.map(Found::citation).orElseThrow(() -> new IllegalArgumentException("no citation: " + text));
  }

  /// The citation in the brackets that open at an index; none when they hold anything else, or begin a link.
  public static Optional<Found> inBrackets(String text, int open) {
    int close = close(text, open);
    if (close < 0 || beginsLink(text, close + 1)) {
      return Optional.empty();
    }
    List<Citation.Cite> cites = new ArrayList<>();
    int from = open + 1;
    while (from <= close) {
      int semicolon = text.indexOf(';', from);
      int to = semicolon < 0 || semicolon > close ? close : semicolon;
      Optional<Citation.Cite> cite = cite(text, from, to, open);
      if (cite.isEmpty()) {
        return Optional.empty();
      }
      cites.add(cite.get());
      from = to + 1;
    }
    return Optional.of(new Found(new Citation(cites, false), close + 1));
  }

  private static boolean beginsLink(String text, int behind) {
    return behind < text.length() && (text.charAt(behind) == '(' || text.charAt(behind) == '[');
  }

  /// The bracket that closes without another one between; -1 when there is none, or no `@`.
  private static int close(String text, int open) {
    boolean sign = false;
    int limit = Math.min(text.length(), open + LONGEST);
    for (int i = open + 1; i < limit; i++) {
      switch (text.charAt(i)) {
        case ']' -> {
          return sign ? i : -1;
        }
        case '[', '`', '\\' -> {
          return -1;
        }
        case '@' -> sign = true;
        default -> {}
      }
    }
    return -1;
  }

  private static Optional<Citation.Cite> cite(String text, int from, int to, int origin) {
    int sign = from;
    while (sign < to && !(text.charAt(sign) == '@' && mayBegin(text, from, sign))) {
      sign++;
    }
    if (sign >= to) {
      return Optional.empty();
    }
    int end = keyEnd(text, sign + 1, to);
    if (end < 0) {
      return Optional.empty();
    }
    boolean braces = text.charAt(sign + 1) == '{';
    int keyFrom = braces ? sign + 2 : sign + 1;
    int keyTo = braces ? end - 1 : end;
    boolean minus = sign > from && text.charAt(sign - 1) == '-';
    String prefix = text.substring(from, minus ? sign - 1 : sign).strip();
    String rest = text.substring(end, to);
    Optional<Locator.Found> locator = Locator.at(rest);
    String suffix = rest.substring(locator.map(Locator.Found::length).orElse(0));
    return Optional.of(
        new Citation.Cite(
            text.substring(keyFrom, keyTo), prefix, minus, locator.map(Locator.Found::locator).orElse(Locator.NONE),
            suffix.strip(), keyFrom - origin, keyTo - origin));
  }

  private static boolean mayBegin(String text, int from, int sign) {
    int before = sign > from && text.charAt(sign - 1) == '-' ? sign - 1 : sign;
    return before == from || Character.isWhitespace(text.charAt(before - 1)) || text.charAt(before - 1) == '(';
  }

  /// A citation that is part of its sentence. `@` begins one only where no word goes on.
  public static Optional<Found> inText(String text, int sign) {
    if (sign > 0 && goesOn(text.codePointBefore(sign))) {
      return Optional.empty();
    }
    int end = keyEnd(text, sign + 1, text.length());
    if (end < 0 || (end < text.length() && text.charAt(end) == '@')) {
      return Optional.empty();
    }
    boolean braces = text.charAt(sign + 1) == '{';
    int keyFrom = braces ? sign + 2 : sign + 1;
    int keyTo = braces ? end - 1 : end;
    Locator locator = Locator.NONE;
    int behind = end;
    if (text.startsWith(" [", end)) {
      int close = text.indexOf(']', end, Math.min(text.length(), end + 60));
      String inner = close < 0 ? "" : text.substring(end + 2, close);
      Optional<Locator.Found> found = Locator.at(inner).filter(each -> each.length() == inner.length());
      if (found.isPresent() && !beginsLink(text, close + 1)) {
        locator = found.get().locator();
        behind = close + 1;
      }
    }
    Citation.Cite cite =
        new Citation.Cite(text.substring(keyFrom, keyTo), "", false, locator, "", keyFrom - sign, keyTo - sign);
    return Optional.of(new Found(new Citation(List.of(cite), true), behind));
  }

  private static boolean goesOn(int before) {
    return (Character.isLetterOrDigit(before) && Character.UnicodeScript.of(before) == Character.UnicodeScript.LATIN)
        || Character.isDigit(before)
        || "_@/.+-".indexOf(before) >= 0;
  }

  /// Where the key that begins at an index ends; -1 when none does.
  private static int keyEnd(String text, int from, int limit) {
    if (from >= limit) {
      return -1;
    }
    if (text.charAt(from) == '{') {
      int close = text.indexOf('}', from, Math.min(limit, from + LONGEST_KEY));
      boolean fits = close > from + 1 && text.substring(from + 1, close).matches("[^{}\\s\\[\\]]+");
      return fits ? close + 1 : -1;
    }
    int first = text.codePointAt(from);
    if (!Character.isLetterOrDigit(first) && first != '_') {
      return -1;
    }
    boolean ascii = first < 0x80;
    int at = from;
    int end = from;
    while (at < limit && at - from <= LONGEST_KEY) {
      int c = text.codePointAt(at);
      boolean word = ascii ? c < 0x80 && (Character.isLetterOrDigit(c) || c == '_') : Character.isLetterOrDigit(c) || c == '_';
      if (word) {
        end = at + Character.charCount(c);
      } else if (INSIDE.indexOf(c) < 0 || at > end) {
        break;
      }
      at += Character.charCount(c);
    }
    return end;
  }
}
