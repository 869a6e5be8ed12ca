package dev.assay.feed;

import dev.assay.note.Language;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a subscriber gets, whatever the format it is written in.
///
/// The items are put in the order of [FeedItem#NEWEST_FIRST] here, so that every format has the same one. How many
/// there are is the caller's choice: it knows the site's limit, and need not make the content of an item that
/// nobody will see.
///
/// @param title       the list's name, plain text
/// @param link        the absolute address of the page that shows the same list
/// @param self        the absolute address of this feed
/// @param description one sentence, plain text; the title stands in for it when it is empty
/// @param language    the language of most items
/// @param image       the site's logo
/// @param ttl         minutes for which a reader may keep its copy, at least 1
/// @param hub         the absolute address of a WebSub hub
/// @param items       what is in it, newest first
public record Feed(
    String title,
    String link,
    String self,
    String description,
    Language language,
    Optional<Image> image,
    int ttl,
    Optional<String> hub,
    List<FeedItem> items) {
  public Feed {
    if (ttl < 1) {
      throw new IllegalArgumentException("ttl " + ttl);
    }
    items = items.stream().sorted(FeedItem.NEWEST_FIRST).toList();
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

  /// When anything in it last changed: its newest item's date or change. Never the clock, so that an unchanged site
  /// writes an unchanged feed. Absent for a feed without items.
  public Optional<OffsetDateTime> changed() {
    return items.stream().map(FeedItem::changed).max(Comparator.naturalOrder());
  }

  /// The same feed with its newest items only.
  public Feed newest(int count) {
    return count >= items.size() ? this : withItems(items.subList(0, count));
  }

  /// The same feed with other items.
  public Feed withItems(List<FeedItem> others) {
    return new Feed(title, link, self, description, language, image, ttl, hub, others);
  }
}
