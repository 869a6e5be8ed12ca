package dev.assay.catalog;

import java.text.Normalizer;
import java.util.Locale;

/// Makes the last part of an address from a name.
public final class Slugs {
  private static final int MOST_BYTES = 200;

  private Slugs() {}

  /// Letters and digits of every script in lower case, `-` for runs of white space and slashes, `-_.+` kept, the rest
  /// dropped, at most 200 bytes. `Tokens per Watt` becomes `tokens-per-watt`, `AI 메모리` becomes `ai-메모리`. Empty when nothing is left.
  public static String of(String name) {
    StringBuilder slug = new StringBuilder();
    String composed = Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    composed.codePoints().forEach(c -> append(slug, c));
    int start = 0;
    while (start < slug.length() && isJoint(slug.charAt(start))) {
      start++;
    }
    // What is cut off may leave a joint behind.
    String cut = cut(slug.substring(start));
    int end = cut.length();
    while (end > 0 && isJoint(cut.charAt(end - 1))) {
      end--;
    }
    return cut.substring(0, end);
  }

  /// A part of an address may not be as long as a name may.
  private static String cut(String slug) {
    int bytes = 0;
    for (int i = 0; i < slug.length(); i += Character.charCount(slug.codePointAt(i))) {
      int c = slug.codePointAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (bytes > MOST_BYTES) {
        return slug.substring(0, i);
      }
    }
    return slug;
  }

  /// True when two names of one slug are also one to a reader: `AI memory` and `ai-memory` are, `C` and `C#` are not.
  static boolean sameName(String a, String b) {
    return signs(a).equals(signs(b));
  }

  private static String signs(String name) {
    String composed = Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return composed.replaceAll("[\\s\\p{Z}/-]+", "-");
  }

  private static void append(StringBuilder slug, int c) {
    if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || "_.+".indexOf(c) >= 0) {
      slug.appendCodePoint(c);
    } else if ((Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '-' || c == '/')
        && !slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
      slug.append('-');
    }
  }

  private static boolean isJoint(char c) {
    return c == '-' || c == '.';
  }

  /// A readable title from a file name: `memory-wall` becomes `Memory wall`.
  public static String title(String slug) {
    String words = slug.replace('-', ' ').replace('_', ' ').strip();
    return words.isEmpty() ? slug : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
