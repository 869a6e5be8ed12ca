package dev.assay.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which addresses a page may lead to. Judged on the decoded address, by what a browser would make of it: a browser
/// drops control characters, tabs and line ends before it looks for a scheme, so they are dropped here too.
final class Schemes {
  private static final Set<String> FOLLOWED = Set.of("http", "https", "mailto", "tel");
  private static final Set<String> SHOWN = Set.of("http", "https");
  private static final Pattern PICTURE =
      Pattern.compile("data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]+={0,2}", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_PICTURE = 100_000;

  private Schemes() {}

  /// The address without the characters that a browser would drop.
  static String cleaned(String address) {
    StringBuilder out = new StringBuilder(address.length());
    address.codePoints().filter(c -> !Character.isISOControl(c)).forEach(out::appendCodePoint);
    return out.toString().strip();
  }

  /// True when a page may lead to an address.
  static boolean mayFollow(String cleaned) {
    String scheme = scheme(cleaned);
    return scheme.isEmpty() || FOLLOWED.contains(scheme);
  }

  /// True when a page may show what lies at an address.
  static boolean mayShow(String cleaned) {
    String scheme = scheme(cleaned);
    return scheme.isEmpty()
        || SHOWN.contains(scheme)
        || (scheme.equals("data") && cleaned.length() <= LONGEST_PICTURE && PICTURE.matcher(cleaned).matches());
  }

  /// The scheme in lower case; empty for a relative address. Whatever stands before a colon in the first part of an
  /// address counts as its scheme, known or not.
  static String scheme(String cleaned) {
    for (int i = 0; i < cleaned.length(); i++) {
      char c = cleaned.charAt(i);
      if (c == ':') {
        return i == 0 ? "?" : cleaned.substring(0, i).toLowerCase(Locale.ROOT);
      }
      if (c == '/' || c == '?' || c == '#') {
        return "";
      }
    }
    return "";
  }
}
