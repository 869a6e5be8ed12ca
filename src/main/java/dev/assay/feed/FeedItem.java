package dev.assay.feed;

import dev.assay.note.Kind;
import dev.assay.note.Site;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One entry of a feed.
///
/// @param id         names it for ever, verbatim; a reader shows an entry again when this changes
/// @param title      plain text
/// @param link       the absolute address of its page
/// @param date       when it was published, with the author's offset
/// @param updated    when it last changed, if it did; a fraction of a second only tells it from others, and is no change
/// @param authors    who wrote it
/// @param categories what it is about
/// @param summary    plain text; empty when there is none
/// @param content    the whole of it as markup made by [FeedContent]; empty in a feed of summaries
/// @param picture    what stands for it
/// @param claims     what it asserts, in the order of its text
public record FeedItem(
    String id,
    String title,
    String link,
    OffsetDateTime date,
    Optional<OffsetDateTime> updated,
    List<Site.Author> authors,
    List<Category> categories,
    String summary,
    String content,
    Optional<Picture> picture,
    List<Claim> claims) {
  /// Newest first by date of publication.
  public static final Comparator<FeedItem> NEWEST_FIRST =
      Comparator.comparing((FeedItem item) -> item.date().toInstant()).reversed();

  public FeedItem {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a feed item without an id: '" + title + "'");
    }
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    claims = List.copyOf(claims);
  }

  /// One word of one taxonomy.
  ///
  /// @param domain the absolute address of the taxonomy's list
  /// @param term   the word as a reader shows it
  public record Category(String domain, String term) {}

  /// A picture that readers may show beside the title.
  ///
  /// @param url    absolute address
  /// @param type   its media type: `image/png`
  /// @param length its size in bytes; absent for a file on another host
  public record Picture(String url, String type, OptionalLong length) {}

  /// One assertion of an entry, for programs.
  ///
  /// @param name its global name; empty for a claim without one
  /// @param text its words, plain text
  /// @param url  the absolute address of its place
  public record Claim(Kind kind, String name, String text, String url) {}

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
    return updated.filter(later -> later.toEpochSecond() > date.toEpochSecond()).isPresent();
  }

  /// The same entry with its summary only.
  public FeedItem withoutContent() {
    return new FeedItem(id, title, link, date, updated, authors, categories, summary, "", picture, claims);
  }
}
