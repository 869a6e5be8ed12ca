package dev.assay.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out of styles what loads something from elsewhere or has ever run code in some browser.
final class SvgStyle {
  private static final Pattern REMARK = Pattern.compile("/\\*.*?(?:\\*/|\\z)", Pattern.DOTALL);
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})\\s?|(.))", Pattern.DOTALL);

  /// Fonts and pictures that lie in the file itself.
  private static final Pattern INLINE =
      Pattern.compile(
          "url\\(\\s*([\"']?)data:(?:font/[a-z0-9+.-]+|application/(?:x-)?font-[a-z0-9-]+|image/(?:png|jpeg|gif|webp|avif))(?:;charset=[a-z0-9-]+)?;base64,[A-Za-z0-9+/=]*+\\1\\s*\\)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AROUND = Pattern.compile("[{};]");
  private static final Pattern URL = Pattern.compile("url\\s*\\(\\s*[\"']?\\s*(.?)", Pattern.DOTALL);
  private static final List<String> REFUSED =
      List.of("@import", "@charset", "@namespace", "@document", "expression", "javascript:", "vbscript:", "-moz-binding", "behavior", "image-set(", "image(", "src(", "element(", "progid:");

  private SvgStyle() {}

  /// A style sheet, or the value of a style attribute, without what is refused.
  static String cleaned(String css) {
    List<String> inline = new ArrayList<>();
    // The mark is a character that no XML may hold.
    String marked = INLINE.matcher(css.replace("\0", "")).replaceAll(found -> {
      inline.add(found.group());
      return "\0" + (inline.size() - 1) + "\0";
    });
    String plain = REMARK.matcher(marked).replaceAll(" ");
    StringBuilder out = new StringBuilder();
    Matcher around = AROUND.matcher(plain);
    int from = 0;
    while (around.find()) {
      out.append(kept(plain.substring(from, around.start()))).append(around.group());
      from = around.end();
    }
    out.append(kept(plain.substring(from)));
    for (int i = 0; i < inline.size(); i++) {
      int at = out.indexOf("\0" + i + "\0");
      if (at >= 0) {
        out.replace(at, at + Integer.toString(i).length() + 2, inline.get(i));
      }
    }
    return out.toString();
  }

  private static String kept(String part) {
    return isSafe(part) ? part : "";
  }

  /// True for a value that leads to nothing but a part of its own file.
  static boolean isSafe(String value) {
    String read = ESCAPE.matcher(REMARK.matcher(value).replaceAll("")).replaceAll(found -> Matcher.quoteReplacement(read(found.group(1), found.group(2))));
    String lower = read.toLowerCase(Locale.ROOT);
    String tight = lower.replaceAll("[\\s\\p{Cntrl}]+", "");
    return REFUSED.stream().noneMatch(tight::contains) && URL.matcher(lower).results().allMatch(url -> url.group(1).equals("#"));
  }

  private static String read(@org.jspecify.annotations.Nullable String digits, @org.jspecify.annotations.Nullable String character) {
    if (digits == null) {
      return character == null ? "" : character;
    }
    int code = Integer.parseInt(digits, 16);
    return Character.isValidCodePoint(code) ? Character.toString(code) : "?";
  }
}
