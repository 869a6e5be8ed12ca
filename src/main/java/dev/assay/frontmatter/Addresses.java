package dev.assay.frontmatter;

import dev.assay.note.SitePath;
import dev.assay.note.WebAddress;
import dev.assay.problem.Nearest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rules for the addresses that settings name.
final class Addresses {
  /// What a pattern may take from a note.
  static final List<String> PARTS = List.of("slug", "year", "month", "day", "section");

  private static final Pattern PART = Pattern.compile(":([A-Za-z_]+)");

  private Addresses() {}

  /// Why a text is not the address of a site; empty when it is.
  static String baseFault(String text) {
    String fault = webFault(text);
    if (!fault.isEmpty()) {
      return fault;
    }
    return text.contains("?") || text.contains("#") ? "has a '?' or a '#'" : "";
  }

  /// Why a text is not an absolute address on the web; empty when it is.
  static String webFault(String text) {
    try {
      URI uri = new URI(WebAddress.ascii(text));
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (!scheme.equals("http") && !scheme.equals("https")) {
        return "does not begin with 'https://' or 'http://'";
      }
      return uri.getHost() == null || uri.getRawUserInfo() != null ? "names no host" : "";
    } catch (URISyntaxException e) {
      return "is not an address";
    }
  }

  /// Why a text is neither an address on the site nor one on the web; empty when it is one of them.
  static String targetFault(String text) {
    return text.startsWith("/") ? SitePath.fault(cut(text)) : webFault(text).isEmpty() ? "" : "begins neither with '/' nor with 'https://'";
  }

  private static String cut(String text) {
    int fragment = text.indexOf('#');
    return fragment < 0 ? text : text.substring(0, fragment);
  }

  /// Why a text cannot be a pattern of addresses; empty when it can.
  static String patternFault(String pattern) {
    Matcher part = PART.matcher(pattern);
    while (part.find()) {
      String name = part.group(1);
      if (name != null && !PARTS.contains(name)) {
        return "has the part ':" + name + "', which is not known"
            + Nearest.to(name, PARTS).map(near -> " (did you mean ':" + near + "'?)").orElse("");
      }
    }
    if (!pattern.contains(":slug")) {
      return "has no ':slug', so all its pages would have one address";
    }
    if (!pattern.endsWith("/")) {
      return "does not end with '/'";
    }
    return SitePath.fault(part.reset().replaceAll("x"));
  }

  /// Why a text cannot be a file under the content's folder; empty when it can.
  static String fileFault(String text) {
    if (text.startsWith("/") || text.endsWith("/")) {
      return "begins or ends with '/'";
    }
    return SitePath.fault("/" + text);
  }
}
