package dev.assay.importer.feed;

import org.jsoup.internal.StringUtil;

/// Addresses in feeds.
final class Web {
  private Web() {}

  /// An address made absolute; as it was written when there is nothing to be relative to.
  static String resolved(String base, String address) {
    String tidy = address.strip().replaceAll("[\\t\\r\\n]", "").replace(" ", "%20");
    if (tidy.isEmpty() || base.isEmpty() || isAbsolute(tidy)) {
      return tidy;
    }
    String resolved = StringUtil.resolve(base, tidy);
    return resolved.isEmpty() ? tidy : resolved;
  }

  static boolean isAbsolute(String address) {
    return address.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
  }

  static boolean isWeb(String address) {
    return address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8);
  }
}
