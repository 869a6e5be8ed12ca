package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.note.SitePath;
import dev.assay.view.PageView;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;

/// A page that the site has.
///
/// @param address where it is
/// @param views   makes what it shows, each time the same: a large site has more pages than views fit into memory
/// @param list    whether it lists other pages, and so is published after them
/// @param changed when its content last changed, for the sitemap
/// @param note    the note whose text it shows; empty for the other pages
public record Planned(SitePath address, Supplier<PageView> views, boolean list, Optional<OffsetDateTime> changed, Optional<Entry> note) {
  /// The page of no note.
  public Planned(SitePath address, PageView view, boolean list, Optional<OffsetDateTime> changed) {
    this(address, () -> view, list, changed, Optional.empty());
  }

  /// What it shows.
  public PageView view() {
    return views.get();
  }
}
