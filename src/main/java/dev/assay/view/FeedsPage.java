package dev.assay.view;

import java.util.List;

/// The page that a person reads before subscribing.
///
/// @param frame  what surrounds it
/// @param groups the feeds, gathered by what they follow
/// @param limit  how many items a feed holds at most
/// @param full   whether items carry whole notes, or summaries only
/// @param formats  in how many formats each feed comes
/// @param archives whether older notes of the whole site are in archives
/// @param opml   the address of the list of all feeds for reader programs
public record FeedsPage(
    FrameView frame, List<FeedGroup> groups, int limit, boolean full, int formats, boolean archives, String opml)
    implements PageView {
  public FeedsPage {
    groups = List.copyOf(groups);
  }

  /// Feeds of one sort.
  ///
  /// @param label what they follow, plain text: `Tags`
  /// @param about what such feeds carry, one sentence in plain text
  /// @param feeds the feeds
  public record FeedGroup(String label, String about, List<FeedRow> feeds) {
    public FeedGroup {
      feeds = List.copyOf(feeds);
    }
  }

  /// One feed in its formats.
  ///
  /// @param title       the list it follows, plain text
  /// @param description what it carries, plain text
  /// @param page        where the same is read as a page
  /// @param items       how many items it holds now
  /// @param latest      the newest item's date; none for an empty feed
  /// @param subscribe   the address to give to a reader program, with scheme and host
  /// @param formats     where it is in each format
  public record FeedRow(
      String title, String description, String page, int items, DateView latest, String subscribe,
      List<FrameView.FeedAddress> formats) {
    public FeedRow {
      formats = List.copyOf(formats);
    }
  }
}
