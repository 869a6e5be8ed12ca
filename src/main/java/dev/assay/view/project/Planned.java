package dev.assay.view.project;

import dev.assay.note.SitePath;
import dev.assay.view.PageView;
import java.time.OffsetDateTime;
import java.util.Optional;

/// A page that the site has.
///
/// @param address where it is
/// @param view    what it shows
/// @param list    whether it lists other pages, and so is published after them
/// @param changed when its content last changed, for the sitemap
public record Planned(SitePath address, PageView view, boolean list, Optional<OffsetDateTime> changed) {}
