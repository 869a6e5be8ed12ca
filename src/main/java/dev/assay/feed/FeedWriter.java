package dev.assay.feed;

import dev.assay.catalog.FeedFormat;

/// Prints a feed in one format.
public interface FeedWriter {
  /// The whole file: UTF-8, lines ended by LF, the same bytes for the same feed.
  byte[] write(Feed feed);

  /// The writer of a format.
  ///
  /// @param stylesheet the address of a CSS file on the feed's own host, for browsers that open an XML feed; empty for
  ///                   none
  static FeedWriter of(FeedFormat format, String stylesheet) {
    return switch (format) {
      case RSS -> new RssWriter(stylesheet);
      case ATOM -> new AtomWriter(stylesheet);
      case JSON -> new JsonFeedWriter();
    };
  }
}
