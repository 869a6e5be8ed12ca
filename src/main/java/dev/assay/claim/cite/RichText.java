package dev.assay.claim.cite;

import java.util.regex.Pattern;

/// The little markup that CSL allows in titles.
final class RichText {
  private static final Pattern TAG = Pattern.compile("</?(?:i|b|sup|sub)>|<span class=\"[a-z]+\">|</span>|<span style=\"font-variant: ?small-caps;?\">");

  private RichText() {}

  /// The same text without it.
  static String plain(String text) {
    return text.indexOf('<') < 0 ? text : TAG.matcher(text).replaceAll("");
  }
}
