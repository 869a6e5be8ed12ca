package dev.assay.view.project;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// The host of a web address as people name it: without `www.`.
public final class Hosts {
  private Hosts() {}

  /// Empty when the address has none that a browser would find.
  public static String of(String url) {
    int from = url.indexOf("://");
    if (from < 0) {
      return "";
    }
    int end = from + 3;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(from + 3, end);
    if (isPlain(authority)) {
      return authority.startsWith("www.") ? authority.substring(4) : authority;
    }
    String host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    try {
      // A name in another script is one host in both of its spellings.
      String ascii = host.chars().allMatch(c -> c < 0x80) ? host : IDN.toASCII(host);
      new URI("http://" + ascii + "/");
      return (host.startsWith("xn--") || host.contains(".xn--") ? IDN.toUnicode(host) : host).replaceFirst("^www\\.", "");
    } catch (URISyntaxException | IllegalArgumentException e) {
      // A browser may make something of it; as a name of a source it is none.
      return "";
    }
  }

  /// Whether it is a name in small letters with nothing to look into, as nearly all are.
  private static boolean isPlain(String authority) {
    for (int i = 0; i < authority.length(); i++) {
      char c = authority.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      boolean inside = (c == '.' || c == '-') && i > 0 && i < authority.length() - 1 && authority.charAt(i - 1) != '.' && authority.charAt(i - 1) != '-';
      if (!letter && !inside) {
        return false;
      }
    }
    return !authority.isEmpty() && !authority.startsWith("xn--") && !authority.contains(".xn--");
  }
}
