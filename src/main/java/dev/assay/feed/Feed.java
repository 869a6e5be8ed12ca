package dev.assay.feed;

import dev.assay.catalog.FeedFormat;
import dev.assay.note.Language;
import dev.assay.note.Site;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a subscriber gets, whatever the format it is written in.
///
/// The items are put newest first here; items of one moment stay as they came, so that every format has the same
/// order. How many there are is the caller's choice: it knows the site's limit, and need not make the content of an
/// item that nobody will see.
///
/// @param id          names the feed for ever, whatever its title or address: an IRI
/// @param title       the list's name, plain text
/// @param link        the absolute address of the page that shows the same list
/// @param folder      the absolute address of the folder in which the feed's files lie; ends with `/`
/// @param description one sentence, plain text; the title stands in for it when it is empty
/// @param language    the language of most items
/// @param authors     who answers for the list; the title stands in for them when there are none
/// @param image       the site's logo
/// @param ttl         minutes for which a reader may keep its copy, at least 1
/// @param hub         the absolute address of a WebSub hub
/// @param archive     where its older items are
/// @param items       what is in it, newest first
public record Feed(
    String id,
    String title,
    String link,
    String folder,
    String description,
    Language language,
    List<Site.Author> authors,
    Optional<Image> image,
    int ttl,
    Optional<String> hub,
    Archive archive,
    List<FeedItem> items) {
  public Feed {
    if (ttl < 1) {
      throw new IllegalArgumentException("ttl " + ttl);
    }
    if (!folder.endsWith("/")) {
      throw new IllegalArgumentException("'" + folder + "' is not the address of a folder");
    }
    authors = List.copyOf(authors);
    items = items.stream().sorted(FeedItem.NEWEST_FIRST).toList();
  }

  /// The parts into which a long list is cut (RFC 5005, §4), each named by the absolute address of its folder, which
  /// ends with `/`.
  ///
  /// @param current the feed that people subscribe to, for an archive of it; absent for that feed itself
  /// @param older   the next older part
  /// @param newer   the next newer part
  public record Archive(Optional<String> current, Optional<String> older, Optional<String> newer) {
    /// A feed whose older items are nowhere.
    public static final Archive NONE = new Archive(Optional.empty(), Optional.empty(), Optional.empty());

    /// True for a part that nobody subscribes to.
    public boolean isArchive() {
      return current.isPresent();
    }
  }

  /// A picture with its natural size.
  ///
  /// @param url    absolute address of a PNG, JPEG or GIF
  /// @param width  pixels, at least 1
  /// @param height pixels, at least 1
  public record Image(String url, int width, int height) {
    public Image {
      if (width < 1 || height < 1) {
        throw new IllegalArgumentException("image size " + width + "×" + height);
      }
    }

    /// A picture whose size stands in its file; absent when it is not a whole PNG, GIF or JPEG, the three kinds that
    /// RSS allows.
    ///
    /// @param file the picture's bytes, or its first 64 KB
    public static Optional<Image> of(String url, byte[] file) {
      return PictureSize.of(file).map(size -> new Image(url, size.width(), size.height()));
    }

    /// The same picture as large as fits into a box, never enlarged, its proportions kept.
    public Image within(int maxWidth, int maxHeight) {
      double scale = Math.min(1, Math.min((double) maxWidth / width, (double) maxHeight / height));
      return new Image(
          url, Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
    }
  }

  /// The absolute address of this feed in a format.
  public String self(FeedFormat format) {
    return folder + format.file();
  }

  /// When anything in it last changed: its newest item's date or change. Never the clock, so that an unchanged site
  /// writes an unchanged feed. Absent for a feed without items.
  public Optional<OffsetDateTime> changed() {
    return items.stream().map(FeedItem::changed).max(Comparator.comparing(OffsetDateTime::toInstant));
  }

  /// The same feed with its newest items only.
  public Feed newest(int count) {
    return count >= items.size() ? this : withItems(items.subList(0, count));
  }

  /// The same feed with other items.
  public Feed withItems(List<FeedItem> others) {
    return new Feed(
        id, title, link, folder, description, language, authors, image, ttl, hub, archive, others);
  }
}
