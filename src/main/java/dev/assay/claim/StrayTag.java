package dev.assay.claim;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A whole tag that does not stand at the beginning of its text: behind a sign (`✅ [Fact]`), a number (`Claim 1 [Fact]`,
/// `가. [사실]`), in a bold title (`**HBM4 [Fact]**`), or behind what it tags (`Prices rose. [Fact]`).
final class StrayTag {
  private static final int MOST_SIGNS = 12;
  private static final int LONGEST_TITLE = 80;

  /// `Claim 1`, `1-2)`, `(3)`, `가.`, `A)`, `ㅇ`, `Fact #3:`, in emphasis or not.
  private static final Pattern NUMBER =
      Pattern.compile(
          "[*_]{0,3}(?:(?:[\\p{L}]{1,12}[ .]?)?#?\\(?\\d{1,3}(?:[-.]\\d{1,3}){0,3}\\)?|\\(?\\p{L}[.)]|[ㅇo])[.):：]?[*_]{0,3}[.:：]?\\s*(?:[-–—]\\s+)?");
  private static final Pattern RAW = Pattern.compile("(?:</?[a-zA-Z][^<>\n]{0,80}>\\s*){1,4}");

  private StrayTag() {}

  static Optional<NearTag> in(String text, KindWords words) {
    if (text.indexOf('[') < 0 && text.indexOf('［') < 0 && text.indexOf('【') < 0) {
      return Optional.empty();
    }
    return behindSigns(text, words)
        .or(() -> behindNumber(text, words))
        .or(() -> behindMarkup(text, words))
        .or(() -> inTitle(text, words))
        .or(() -> atEnd(text, words));
  }

  /// A tag behind a check mark, a bullet or another sign that is no letter: `✅ [Fact] …`.
  private static Optional<NearTag> behindSigns(String text, KindWords words) {
    int at = 0;
    boolean sign = false;
    while (at < text.length() && at < MOST_SIGNS && isSign(text.codePointAt(at))) {
      sign = sign || !Character.isWhitespace(text.codePointAt(at));
      at += Character.charCount(text.codePointAt(at));
    }
    return sign ? at(text, at, "has a sign before it", "begin with the tag, and write the sign behind it", words) : Optional.empty();
  }

  private static boolean isSign(int c) {
    int type = Character.getType(c);
    boolean joins = c == 0x200D || c == 0xFE0F || c == 0x200B || c == 0xFEFF;
    return joins || Character.isWhitespace(c) || type == Character.OTHER_SYMBOL || type == Character.MATH_SYMBOL || type == Character.OTHER_NUMBER
        || "※•·‣・>".indexOf(c) >= 0;
  }

  private static Optional<NearTag> behindNumber(String text, KindWords words) {
    Matcher number = NUMBER.matcher(text);
    return number.lookingAt()
        ? at(text, number.end(), "has a number or label before it", "begin with the tag, and write the number behind it", words)
        : Optional.empty();
  }

  /// A tag at an index, or what almost is one.
  private static Optional<NearTag> at(String text, int from, String why, String hint, KindWords words) {
    return ClaimTag.at(text, from, words)
        .map(tag -> new NearTag(0, tag.close(), why, hint, true))
        .or(() -> NearTag.inBrackets(text, from, words));
  }

  private static Optional<NearTag> behindMarkup(String text, KindWords words) {
    Matcher raw = RAW.matcher(text);
    return raw.lookingAt() ? at(text, raw.end(), "has an HTML element before it", "begin with the tag, outside the element", words) : Optional.empty();
  }

  /// A tag that ends a bold title, or follows it at once.
  private static Optional<NearTag> inTitle(String text, KindWords words) {
    if (!text.startsWith("**") && !text.startsWith("__")) {
      return Optional.empty();
    }
    int close = text.indexOf(text.substring(0, 2), 2);
    if (close < 0 || close > LONGEST_TITLE) {
      return Optional.empty();
    }
    int open = lastOpen(text, close);
    Optional<ClaimTag> inside = open > 2 ? ClaimTag.at(text, open, words).filter(tag -> separatorEnd(text, tag.close()) == close) : Optional.empty();
    return inside
        .or(() -> ClaimTag.at(text, separatorEnd(text, close + 2), words))
        .map(tag -> new NearTag(tag.open(), tag.close(), "stands behind a title", "begin with the tag, and write the title behind it", false));
  }

  private static int lastOpen(String text, int from) {
    return Math.max(text.lastIndexOf('[', from), text.lastIndexOf('［', from));
  }

  private static int separatorEnd(String text, int from) {
    int at = from;
    while (at < text.length() && ": ：".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /// A tag that ends a text: plainly meant where it follows a finished sentence, or options follow it.
  private static Optional<NearTag> atEnd(String text, KindWords words) {
    int options = ClaimOptions.startOfTrailing(text.stripTrailing());
    int end = options < 0 ? text.length() : options;
    while (end > 0 && (Character.isWhitespace(text.charAt(end - 1)) || "*_.".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    int close = end;
    int open = close > 0 && "]］".indexOf(text.charAt(close - 1)) >= 0 ? lastOpen(text, close - 1) : -1;
    Optional<ClaimTag> tag = open > 0 ? ClaimTag.at(text, open, words).filter(found -> found.close() == close) : Optional.empty();
    int before = Math.max(0, open);
    while (before > 0 && (Character.isWhitespace(text.charAt(before - 1)) || "*_".indexOf(text.charAt(before - 1)) >= 0)) {
      before--;
    }
    boolean sentence = before > 0 && ".!?。！？)”\"".indexOf(text.charAt(before - 1)) >= 0;
    boolean meant = sentence || options >= 0;
    return before == 0
        ? Optional.empty()
        : tag.map(found -> new NearTag(open, close, "stands behind what it tags", "begin with the tag: " + text.substring(open, close) + " …", meant));
  }
}
