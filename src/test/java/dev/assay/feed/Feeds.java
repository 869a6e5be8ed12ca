package dev.assay.feed;

import dev.assay.note.Language;
import dev.assay.note.Site;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Feeds for tests.
final class Feeds {
  static final String PAGE = "https://example.org/lab/post/hbm4/";

  private Feeds() {}

  static Feed of(FeedItem... items) {
    return new Feed(
        "urn:uuid:lab", "A lab's notes", "https://example.org/lab/", "https://example.org/lab/",
        "What we know and what we guess", Language.ENGLISH, List.of(),
        Optional.of(new Feed.Image("https://example.org/lab/logo.png", 512, 256)), 60,
        Optional.of("https://hub.example.org/"), Feed.Archive.NONE, List.of(items));
  }

  static FeedItem item(String id, String date) {
    return new FeedItem(
        id, "Title of " + id, "https://example.org/lab/post/" + id + "/", OffsetDateTime.parse(date), Optional.empty(),
        List.of(new Site.Author("Ann", "", "")), List.of(), "Summary of " + id, "<p>Content of " + id + "</p>", Optional.empty(), List.of());
  }

  static FeedItem titled(String title) {
    FeedItem item = item("x", "2026-11-22T09:30:00+09:00");
    return new FeedItem(
        item.id(), title, item.link(), item.date(), item.updated(), item.authors(), item.categories(), item.summary(),
        item.content(), Optional.empty(), List.of());
  }

  static FeedItem updated(FeedItem item, String date) {
    return new FeedItem(
        item.id(), item.title(), item.link(), item.date(), Optional.of(OffsetDateTime.parse(date)), item.authors(),
        item.categories(), item.summary(), item.content(), Optional.empty(), List.of());
  }

  static FeedItem withContent(FeedItem item, String content) {
    return new FeedItem(
        item.id(), item.title(), item.link(), item.date(), item.updated(), item.authors(), item.categories(),
        item.summary(), content, Optional.empty(), List.of());
  }

  static String rss(Feed feed) {
    return new String(new RssWriter().write(feed), StandardCharsets.UTF_8);
  }
}
