package dev.assay.importer.feed;

import java.util.Map;

/// The names that this room gives to elements: a prefix of ours for the namespaces that feeds use, whatever prefix a
/// feed chose, and none for all that RSS itself has been.
final class Namespaces {
  private static final Map<String, String> OURS =
      Map.ofEntries(
          Map.entry("http://purl.org/rss/1.0/", ""),
          Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
          Map.entry("http://channel.netscape.com/rdf/simple/0.9/", ""),
          Map.entry("http://backend.userland.com/rss2", ""),
          Map.entry("http://backend.userland.com/rss", ""),
          Map.entry("http://blogs.law.harvard.edu/tech/rss", ""),
          Map.entry("http://cyber.law.harvard.edu/rss/rss.html", ""),
          Map.entry("http://purl.org/net/rss1.1#", ""),
          Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
          Map.entry("http://www.w3.org/2005/atom", "atom"),
          Map.entry("http://purl.org/atom/ns#", "atom"),
          Map.entry("http://www.w3.org/2005/atom/", "atom"),
          Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
          Map.entry("http://purl.org/dc/elements/1.0/", "dc"),
          Map.entry("http://purl.org/dc/terms/", "dcterms"),
          Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
          Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
          Map.entry("http://search.yahoo.com/mrss/", "media"),
          Map.entry("http://search.yahoo.com/mrss", "media"),
          Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("http://wordpress.org/export/1.0/", "wp"),
          Map.entry("http://wordpress.org/export/1.1/", "wp"),
          Map.entry("http://wordpress.org/export/1.2/", "wp"),
          Map.entry("http://wordpress.org/export/1.0/excerpt/", "excerpt"),
          Map.entry("http://wordpress.org/export/1.1/excerpt/", "excerpt"),
          Map.entry("http://wordpress.org/export/1.2/excerpt/", "excerpt"));

  private Namespaces() {}

  /// Our prefix for a namespace; the feed's own for one that feeds seldom use, or that is not declared.
  static String prefix(String address, String written) {
    String ours = OURS.get(address.strip().toLowerCase(java.util.Locale.ROOT));
    return ours != null ? ours : written;
  }
}
