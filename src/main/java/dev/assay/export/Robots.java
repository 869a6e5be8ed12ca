package dev.assay.export;

import java.nio.charset.StandardCharsets;

/// `/robots.txt` (RFC 9309): everything may be read, and here is the list of pages. Robots look for it at the root of
/// a host only; on a site below a path it does no harm.
public final class Robots {
  private Robots() {}

  /// The file.
  ///
  /// @param sitemap the absolute address of the sitemap; empty for a site that does not know its own address
  public static byte[] write(String sitemap) {
    String pages = sitemap.isEmpty() ? "" : "\nSitemap: " + sitemap + "\n";
    return ("User-agent: *\nAllow: /\n" + pages).getBytes(StandardCharsets.UTF_8);
  }
}
