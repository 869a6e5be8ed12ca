package dev.assay.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeedFileTest {
  private static FeedItem item(String id, int size) {
    return Feeds.withContent(Feeds.item(id, "2026-01-01T00:00:00Z"), "x".repeat(size));
  }

  private static FeedFile written(FeedItem... items) {
    return FeedFile.of("/feed.xml", Feeds.of(items), new RssWriter());
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
        "the feed '/feed.xml' would be 6.0 MB, so it has only its item without its text",
        file.problems().getFirst().message());
  }

  @Test
  void a_picture_keeps_its_proportions() {
    Feed.Image wide = new Feed.Image("u", 1440, 10);
    assertEquals(new Feed.Image("u", 144, 1), wide.within(144, 400));
    assertEquals(new Feed.Image("u", 100, 400), new Feed.Image("u", 200, 800).within(144, 400));
    assertEquals(new Feed.Image("u", 16, 16), new Feed.Image("u", 16, 16).within(144, 400));
  }
}
