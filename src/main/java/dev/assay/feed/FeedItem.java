package dev.assay.feed;

import dev.assay.note.Site;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One entry of a feed.
///
/// @param id         names it for ever, verbatim; a reader shows an entry again when this changes
/// @param title      plain text
/// @param link       the absolute address of its page
/// @param date       when it was published, with the author's offset
/// @param updated    when it last changed, if it did
/// @param authors    who wrote it
/// @param categories what it is about
/// @param summary    plain text; empty when there is none
/// @param content    the whole of it as markup made by [FeedContent]; empty in a feed of summaries
public record FeedItem(
    String id,
    String title,
    String link,
    OffsetDateTime date,
    Optional<OffsetDateTime> updated,
    List<Site.Author> authors,
    List<Category> categories,
    String summary,
    String content) {
  /// Newest first by date of publication; items of the same moment by id, so that the order never wavers.
  public static final Comparator<FeedItem> NEWEST_FIRST =
      Comparator.comparing((FeedItem item) -> item.date().toInstant()).reversed().thenComparing(FeedItem::id);

  public FeedItem {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a feed item without an id: '" + title + "'");
    }
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /// One word of one taxonomy.
  ///
  /// @param domain which taxonomy: the absolute address of its list, or its name (`tags`, `kind`)
  /// @param term   the word as a reader shows it
  public record Category(String domain, String term) {}

  /// True when the id is the address itself, so that a reader may follow it.
  public boolean isPermalink() {
    return id.equals(link);
  }

  /// When it last changed: never before it was published, whatever its head says.
  public OffsetDateTime changed() {
    return updated.filter(date -> date.isAfter(this.date)).orElse(date);
  }

  /// True when it changed after it was published.
  public boolean isChanged() {
    return updated.filter(later -> later.isAfter(date)).isPresent();
  }

  /// The same entry with its summary only.
  public FeedItem withoutContent() {
    return new FeedItem(id, title, link, date, updated, authors, categories, summary, "");
  }
}
