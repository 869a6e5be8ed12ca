package dev.assay.markdown;

import java.util.Locale;
import java.util.Optional;

/// Addresses that are their own text: in angle brackets, or bare as GitHub reads them.
///
/// A bare address ends before a Korean, Chinese or Japanese letter that is glued to it (`https://x.org/a에서`),
/// unless the letter begins a part of the path (`/wiki/반도체`).
final class BareAddress {
  private static final int LONGEST_SCHEME = 32;

  private BareAddress() {}

  /// `<https://…>` or `<name@host>` at an index.
  static Optional<Inline.AutoLink> inAngles(String text, int open) {
    int end = open + 1;
    while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != '<' && text.charAt(end) != '>') {
      end++;
    }
    if (end >= text.length() || text.charAt(end) != '>' || end == open + 1) {
      return Optional.empty();
    }
    String inner = text.substring(open + 1, end);
    if (isAddress(inner)) {
      return Optional.of(new Inline.AutoLink(open, end + 1, inner, inner));
    }
    return isMail(inner)
        ? Optional.of(new Inline.AutoLink(open, end + 1, "mailto:" + inner, inner))
        : Optional.empty();
  }

  private static boolean isAddress(String text) {
    int colon = text.indexOf(':');
    return colon >= 2
        && colon <= LONGEST_SCHEME
        && isLetter(text.charAt(0))
        && text.chars().limit(colon).allMatch(c -> isLetter(c) || isDigit(c) || c == '+' || c == '.' || c == '-');
  }

  private static boolean isMail(String text) {
    int sign = text.indexOf('@');
    return sign > 0
        && text.chars().limit(sign).allMatch(c -> isLetter(c) || isDigit(c) || ".!#$%&'*+/=?^_`{|}~-".indexOf(c) >= 0)
        && isHost(text, sign + 1, text.length(), 1);
  }

  /// An address whose scheme ends at a colon.
  static Optional<Inline.AutoLink> atColon(String text, int from, int colon) {
    if (!text.startsWith("://", colon)) {
      return Optional.empty();
    }
    int start = colon;
    while (start > from && isLetter(text.charAt(start - 1))) {
      start--;
    }
    String scheme = text.substring(start, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    return whole(text, start, colon + 3, "");
  }

  /// `www.` at an index.
  static Optional<Inline.AutoLink> atWww(String text, int from, int start) {
    return (start > from && goesOn(text.charAt(start - 1))) || !text.startsWith("www.", start) ? Optional.empty() : whole(text, start, start, "https://");
  }

  /// True for a character that makes what follows a part of a longer word or address.
  private static boolean goesOn(char before) {
    return (Character.isLetterOrDigit(before) && !Cjk.isCjk(before)) || ".-_/@".indexOf(before) >= 0;
  }

  private static Optional<Inline.AutoLink> whole(String text, int start, int host, String before) {
    int hostEnd = host;
    while (hostEnd < text.length() && isHostPart(text.charAt(hostEnd))) {
      hostEnd++;
    }
    if (!isHost(text, host, trimmed(text, host, hostEnd), before.isEmpty() ? 1 : 2)) {
      return Optional.empty();
    }
    int end = addressEnd(text, hostEnd);
    end = trimmed(text, start, end);
    String written = text.substring(start, end);
    return Optional.of(new Inline.AutoLink(start, end, before + Markup.decode(written), Markup.decode(written)));
  }

  /// White space, `<` and a bracket that the address does not open end it.
  private static int addressEnd(String text, int from) {
    int end = from;
    int brackets = 0;
    while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != '<') {
      char c = text.charAt(end);
      brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (brackets < 0 || Cjk.isWhitespace(c) || (Cjk.isCjk(c) && glued(text, end))) {
        return end;
      }
      end++;
    }
    return end;
  }

  private static boolean glued(String text, int at) {
    char before = text.charAt(at - 1);
    return !(before == '/' || before == '=' || before == '#' || before == '_' || before == '-' || Cjk.isCjk(before))
        || !Character.isLetterOrDigit(text.charAt(at));
  }

  /// Cuts off what ends a sentence, an entity, and parentheses that the address does not open.
  private static int trimmed(String text, int start, int from) {
    int end = from;
    int balance = 0;
    for (int i = start; i < end; i++) {
      balance += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
    }
    while (end > start) {
      char c = text.charAt(end - 1);
      if (c == ')' && balance < 0) {
        balance++;
      } else if (c == ';' && entityStart(text, start, end) >= start) {
        end = entityStart(text, start, end);
        continue;
      } else if ("?!.,:*_~'\"`]}|".indexOf(c) < 0) {
        return end;
      }
      end--;
    }
    return end;
  }

  /// Where the entity begins that ends with the semicolon before an index; -1 when there is none.
  private static int entityStart(String text, int start, int end) {
    int at = end - 2;
    while (at > start && at > end - 12 && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at--;
    }
    return at >= start && at < end - 2 && text.charAt(at) == '&' ? at : -1;
  }

  /// `name@host` around an index.
  static Optional<Inline.AutoLink> atMail(String text, int from, int sign) {
    int start = sign;
    while (start > from && sign - start < 64 && isMailPart(text.charAt(start - 1))) {
      start--;
    }
    int end = sign + 1;
    while (end < text.length() && end - sign < 255 && isHostPart(text.charAt(end))) {
      end++;
    }
    end = trimmed(text, sign + 1, end);
    if (start == sign || !isHost(text, sign + 1, end, 2) || text.charAt(end - 1) == '-') {
      return Optional.empty();
    }
    String address = text.substring(start, end);
    return Optional.of(new Inline.AutoLink(start, end, "mailto:" + address, address));
  }

  /// True for names parted by dots, none empty, at least as many as are asked for, no `_` in the last two.
  private static boolean isHost(String text, int from, int end, int names) {
    if (end <= from) {
      return false;
    }
    int count = 1;
    int lastDot = from - 1;
    int underscore = -1;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (i == lastDot + 1) {
          return false;
        }
        count++;
        lastDot = i;
      } else if (c == '_') {
        underscore = i;
      } else if (!isHostPart(c)) {
        return false;
      }
    }
    return count >= names && lastDot + 1 < end && underscore <= lastDot;
  }

  private static boolean isHostPart(char c) {
    boolean ascii = isLetter(c) || isDigit(c) || c == '.' || c == '-' || c == '_';
    return ascii || (c > 0x7f && Character.isLetterOrDigit(c) && !Cjk.isCjk(c));
  }

  private static boolean isMailPart(char c) {
    return isLetter(c) || isDigit(c) || c == '.' || c == '-' || c == '_' || c == '+';
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
