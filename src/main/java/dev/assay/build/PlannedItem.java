package dev.assay.build;

import dev.assay.feed.FeedItem;
import dev.assay.note.Digest;
import dev.assay.problem.Problem;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

/// An item of a feed that is made when its feed is written: in an incremental build most feeds are not.
interface PlannedItem {
  /// Newest first; those of one moment by their ids.
  Comparator<PlannedItem> NEWEST_FIRST =
      Comparator.comparing((PlannedItem item) -> item.date().toInstant()).reversed().thenComparing(PlannedItem::id);

  /// Its id in feeds. Two items with one id are the same item.
  String id();

  /// When it was published.
  OffsetDateTime date();

  /// Names everything that the item shows, without making it.
  Digest digest();

  /// Makes it.
  Made make();

  /// An item, or why there is none.
  sealed interface Made {}

  record Ready(FeedItem item) implements Made {}

  record Failed(List<Problem> problems) implements Made {}
}
