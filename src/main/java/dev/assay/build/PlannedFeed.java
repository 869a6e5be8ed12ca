package dev.assay.build;

import dev.assay.note.SitePath;
import dev.assay.view.project.FeedOf;
import java.util.List;
import java.util.Optional;

/// A feed that is to be written in every format.
///
/// @param of      the feed as pages speak of it
/// @param name    what its id is made of: the address of its list, and for a hub the id of its page, which a move leaves as it is
/// @param folder  where its files lie: beside its page, but for an archive
/// @param items   what it holds, newest first
/// @param archive how it hangs together with the archives of the same list
record PlannedFeed(FeedOf of, String name, SitePath folder, List<PlannedItem> items, Archive archive) {
  PlannedFeed {
    items = List.copyOf(items);
  }

  /// As in [dev.assay.feed.Feed.Archive].
  record Archive(Optional<SitePath> current, Optional<SitePath> older, Optional<SitePath> newer) {
    static final Archive NONE = new Archive(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// True for a feed that pages list and people subscribe to.
  boolean isListed() {
    return archive.current().isEmpty();
  }
}
