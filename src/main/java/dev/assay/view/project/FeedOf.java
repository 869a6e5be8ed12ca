package dev.assay.view.project;

import dev.assay.note.Language;
import dev.assay.note.SitePath;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/// A feed as the pages of the site speak of it.
///
/// @param sort        what kind of list it follows
/// @param title       the list's name, plain text
/// @param description what it carries, one sentence in plain text
/// @param page        the page that shows the same list; the feed's files lie beside it
/// @param items       how many items it holds now
/// @param latest      the newest item's date; absent for an empty feed
public record FeedOf(
    Language language, Sort sort, String title, String description, SitePath page, int items,
    Optional<OffsetDateTime> latest) {

  /// What a feed follows, in the order in which the page of feeds lists them. The words of each are `feeds.sort.site`
  /// (its name), `feeds.about.site` (what such feeds carry) and `feeds.carries.site` (what one of them carries, with
  /// the list's name for `{0}`).
  public enum Sort {
    SITE,
    CLAIMS,
    RECORD,
    HUBS,
    SECTIONS,
    CATEGORIES,
    SERIES,
    TAGS,
    ENTITIES,
    AUTHORS;

    /// The word in lower case: the form used in keys.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
