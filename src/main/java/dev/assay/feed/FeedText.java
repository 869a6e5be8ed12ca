package dev.assay.feed;

import dev.assay.catalog.FeedFormat;

/// The text of an item as it stands in the file of a feed.
public final class FeedText {
  private FeedText() {}

  /// What a feed in some format has of a text: a stretch of its file that says nothing else.
  ///
  /// @param content markup, not empty
  public static String in(FeedFormat format, String content) {
    String clean = XmlText.clean(content);
    return switch (format) {
      case RSS, ATOM -> "<![CDATA[" + clean.replace("]]>", "]]]]><![CDATA[>") + "]]>";
      case JSON -> JsonFeedWriter.quoted(clean);
    };
  }

  /// Whether a file of this size may lose items in some format, or is told to be large: then a change of one text may
  /// change more than that.
  public static boolean isNearLimits(int bytes) {
    return bytes >= FeedFile.FITS_IN_ALL;
  }
}
