package dev.assay.catalog;

import dev.assay.note.Site;
import dev.assay.note.SitePath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The formats in which every feed is written. Its files lie beside the page that shows the same list, under one name
/// for each format, so that who knows the page's address knows those of its feeds.
public enum FeedFormat {
  /// RSS 2.0.
  RSS("feed.xml", "application/rss+xml", "RSS"),
  /// Atom 1.0.
  ATOM("atom.xml", "application/atom+xml", "Atom"),
  /// JSON Feed 1.1.
  JSON("feed.json", "application/feed+json", "JSON Feed");

  private final String file;
  private final String mediaType;
  private final String label;

  FeedFormat(String file, String mediaType, String label) {
    this.file = file;
    this.mediaType = mediaType;
    this.label = label;
  }

  /// The formats that a site has chosen, the first of them for whoever wants only one.
  public static List<FeedFormat> of(Site site) {
    return Arrays.stream(values()).filter(format -> site.feeds().formats().contains(format.name().toLowerCase(Locale.ROOT))).toList();
  }

  /// The name of its file beside a list: `feed.xml`.
  public String file() {
    return file;
  }

  /// The address of the feed of a list.
  public SitePath beside(SitePath list) {
    return list.folder().at(file);
  }

  /// How servers and pages name it.
  public String mediaType() {
    return mediaType;
  }

  /// How people name it.
  public String label() {
    return label;
  }
}
