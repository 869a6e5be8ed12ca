package dev.assay.view;

import java.util.List;

/// The page that a person reads before subscribing.
///
/// @param frame  what surrounds it
/// @param groups the feeds, gathered by what they follow
/// @param opml   the address of the list of all feeds for reader programs; empty when there is none
public record FeedsPage(FrameView frame, List<FeedGroup> groups, String opml) implements PageView {
  public FeedsPage {
    groups = List.copyOf(groups);
  }

  /// Feeds of one sort.
  ///
  /// @param label what they follow, plain text: `Tags`
  /// @param feeds the feeds
  public record FeedGroup(String label, List<FeedRow> feeds) {
    public FeedGroup {
      feeds = List.copyOf(feeds);
    }
  }

  /// One feed in its formats.
  ///
  /// @param title   what it carries, plain text
  /// @param page    where the same is read as a page; empty when nowhere
  /// @param items   how many items it holds now
  /// @param latest  the newest item's date; none for an empty feed
  /// @param formats its addresses by format: `RSS`, `Atom`
  public record FeedRow(String title, String page, int items, DateView latest, List<LinkView> formats) {
    public FeedRow {
      formats = List.copyOf(formats);
    }
  }
}
