package dev.assay.build;

import dev.assay.feed.FeedItem;
import dev.assay.note.Digest;
import dev.assay.note.SourceId;
import dev.assay.problem.Problem;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An item of a feed that is made when its feed is written: in an incremental build most feeds are not.
interface PlannedItem {
  /// Newest first; those of one moment by their ids.
  Comparator<PlannedItem> NEWEST_FIRST =
      Comparator.comparing((PlannedItem item) -> item.date().toInstant()).reversed().thenComparing(PlannedItem::id);

  /// When an item changed, told apart from others that changed in the same second: Atom's validators take two entries with
  /// one `updated` for a mistake. The fraction is made of the id, so that it moves with nothing.
  static OffsetDateTime apart(OffsetDateTime changed, String id) {
    long micros = Math.floorMod(Digest.lasting(id).low(), 999_999L) + 1;
    return changed.truncatedTo(ChronoUnit.SECONDS).plus(micros, ChronoUnit.MICROS);
  }

  /// Its id in feeds. Two items with one id are the same item.
  String id();

  /// When it was published.
  OffsetDateTime date();

  /// Names everything that the item shows, without making it.
  Digest digest();

  /// The note whose whole text it carries; empty where it carries none.
  default Optional<SourceId> text() {
    return Optional.empty();
  }

  /// Makes it.
  Made make();

  /// An item, or why there is none.
  sealed interface Made {}

  record Ready(FeedItem item) implements Made {}

  record Failed(List<Problem> problems) implements Made {}
}
