package dev.assay.note;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An address on the web as people write it and as it is sent.
public final class WebAddress {
  private static final Pattern PARTS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)([^/?#:@\\[\\]\\s]+)(.*)", Pattern.DOTALL);

  private WebAddress() {}

  /// The address with its host in ASCII, as browsers and feeds send it: `https://한국.example/` becomes
  /// `https://xn--3e0b707e.example/`. What has no such host, or one that no name server could know, stays as it is.
  public static String ascii(String written) {
    Matcher parts = PARTS.matcher(written);
    if (!parts.matches() || parts.group(2).chars().allMatch(c -> c < 0x80)) {
      return written;
    }
    try {
      return parts.group(1) + IDN.toASCII(parts.group(2), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT) + parts.group(3);
    } catch (IllegalArgumentException _) {
      return written;
    }
  }
}
