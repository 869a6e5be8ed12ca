package dev.assay.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.catalog.FeedFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedFileTest {
  private static FeedItem item(String id, int size) {
    return Feeds.withContent(Feeds.item(id, "2026-01-01T00:00:00Z"), "x".repeat(size));
  }

  private static FeedFile written(FeedItem... items) {
    return FeedFile.of("/feed.xml", Feeds.of(items), FeedFormat.RSS, "");
  }

  @Test
  void a_small_feed_is_no_problem() {
    FeedFile file = written(item("a", 10));
    assertEquals(1, file.items());
    assertEquals(List.of(), file.problems());
  }

  @Test
  void a_large_feed_is_warned_about() {
    FeedFile file = written(item("a", 600_000), item("b", 600_000));
    assertEquals(2, file.items());
    assertEquals("the feed '/feed.xml' is 1.2 MB", file.problems().getFirst().message());
  }

  @Test
  void a_feed_that_would_be_too_large_loses_its_oldest_items() {
    FeedFile file = written(item("a", 2_000_000), item("b", 2_000_000), item("c", 2_000_000), item("d", 1));
    assertEquals(2, file.items());
    assertTrue(file.bytes().length < FeedFile.LIMIT);
    assertEquals(
        "the feed '/feed.xml' would be 6.0 MB, so it has only its newest 2 of 4 items",
        file.problems().getFirst().message());
  }

  @Test
  void an_item_that_is_too_large_alone_keeps_its_summary() {
    FeedFile file = written(item("a", 6_000_000));
    assertEquals(1, file.items());
    assertTrue(file.bytes().length < 2000);
    assertEquals(
        "the feed '/feed.xml' would be 6.0 MB, so it has only its newest item, without its text",
        file.problems().getFirst().message());
  }

  @Test
  void every_format_keeps_the_same_items() {
    // Quotes are one byte in XML and two in JSON.
    Feed feed = Feeds.of(quoted("a"), quoted("b"), quoted("c"));
    for (FeedFormat format : FeedFormat.values()) {
      FeedFile file = FeedFile.of("/x", feed, format, "/feed.css");
      assertEquals(2, file.items(), format.name());
      assertTrue(file.bytes().length < FeedFile.LIMIT);
    }
  }

  @Test
  void a_feed_with_archives_keeps_its_items_and_loses_the_longest_texts() {
    Feed.Archive archive = new Feed.Archive(Optional.of("https://example.org/"), Optional.empty(), Optional.empty());
    Feed plain = Feeds.of(item("a", 1_000_000), item("b", 3_000_000), item("c", 2_000_000), item("d", 10));
    Feed feed =
        new Feed(
            plain.id(), plain.title(), plain.link(), plain.folder(), plain.description(), plain.language(), List.of(),
            plain.image(), 60, plain.hub(), archive, plain.items());
    FeedFile file = FeedFile.of("/feed.xml", feed, FeedFormat.RSS, "");
    String rss = new String(file.bytes(), StandardCharsets.UTF_8);
    assertEquals(4, file.items());
    assertEquals(3, rss.split("<content:encoded>", -1).length - 1);
    assertTrue(file.bytes().length < FeedFile.LIMIT);
    assertEquals("the feed '/feed.xml' would be 6.0 MB, so 1 of its 4 items are without their text", file.problems().getFirst().message());
  }

  private static FeedItem quoted(String id) {
    return Feeds.withContent(Feeds.item(id, "2026-01-01T00:00:00Z"), "\"".repeat(1_200_000));
  }

  @Test
  void a_picture_keeps_its_proportions() {
    Feed.Image wide = new Feed.Image("u", 1440, 10);
    assertEquals(new Feed.Image("u", 144, 1), wide.within(144, 400));
    assertEquals(new Feed.Image("u", 100, 400), new Feed.Image("u", 200, 800).within(144, 400));
    assertEquals(new Feed.Image("u", 16, 16), new Feed.Image("u", 16, 16).within(144, 400));
  }
}
