package dev.assay.feed;

/// Prints a feed in one format.
public interface FeedWriter {
  /// The whole file: UTF-8, lines ended by LF, the same bytes for the same feed.
  byte[] write(Feed feed);
}
