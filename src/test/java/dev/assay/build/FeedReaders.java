package dev.assay.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What programs other than ours make of feeds: ROME, feedparser and newsboat.
final class FeedReaders {
  private static final String PYTHON = "/usr/bin/python3";

  private FeedReaders() {}

  /// An item as a reader knows it.
  ///
  /// @param length how many characters of text it shows, white space apart
  record Item(String id, String title, String link, Instant date, int length) {}

  /// The items of a JSON Feed, in their order.
  static List<Item> json(byte[] feed) {
    List<Item> items = new ArrayList<>();
    for (JsonNode item : new JsonMapper().readTree(feed).path("items")) {
      items.add(
          new Item(
              item.path("id").asString(), item.path("title").asString(), item.path("url").asString(),
              OffsetDateTime.parse(item.path("date_published").asString()).toInstant(),
              length(item.path("content_html").asString(""))));
    }
    return items;
  }

  /// The items of a feed in XML as ROME reads them, in their order.
  static List<Item> rome(String feed) {
    try {
      SyndFeed read = new SyndFeedInput().build(new StringReader(feed));
      List<Item> items = new ArrayList<>();
      for (SyndEntry entry : read.getEntries()) {
        items.add(
            new Item(
                entry.getUri(), entry.getTitle(), entry.getLink(), entry.getPublishedDate().toInstant(),
                length(entry.getContents().getFirst().getValue())));
      }
      return items;
    } catch (FeedException e) {
      throw new AssertionError("ROME cannot read it", e);
    }
  }

  /// The items by id: readers keep them in orders of their own.
  static TreeMap<String, Item> byId(List<Item> items) {
    TreeMap<String, Item> byId = new TreeMap<>();
    items.forEach(item -> assertEquals(null, byId.put(item.id(), item), item.id()));
    return byId;
  }

  /// Everything that feedparser and newsboat read below a folder. A test that needs it is left out where they are not
  /// installed, but for CI.
  static JsonNode others(Path site, Path work) {
    boolean there = runs("newsboat", "-v") && runs(PYTHON, "-c", "import feedparser, sqlite3");
    if (!there && !"true".equals(System.getenv("CI"))) {
      Assumptions.abort("newsboat and python3-feedparser are not installed");
    }
    try {
      Path script = work.resolve("read_feeds.py");
      try (InputStream text = FeedReaders.class.getResourceAsStream("/dev/assay/feed/read_feeds.py")) {
        Files.write(script, text.readAllBytes());
      }
      Process process =
          new ProcessBuilder(PYTHON, script.toString(), site.toString(), Files.createDirectory(work.resolve("readers")).toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertEquals(0, process.waitFor());
      return new JsonMapper().readTree(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// The items of one feed as one of them reads it.
  static List<Item> read(JsonNode feed) {
    List<Item> items = new ArrayList<>();
    for (JsonNode item : feed.path("items")) {
      items.add(
          new Item(
              item.path("id").asString(), item.path("title").asString(), item.path("link").asString(),
              Instant.ofEpochSecond(item.path("date").asLong()), item.path("length").asInt()));
    }
    return items;
  }

  private static boolean runs(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static int length(String html) {
    String words = words(html);
    return words.codePointCount(0, words.length());
  }

  /// The text that a reader shows, without its white space.
  static String words(String html) {
    StringBuilder words = new StringBuilder();
    Jsoup.parseBodyFragment(html).body().wholeText().codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(words::appendCodePoint);
    return words.toString();
  }

  /// The folders of a site that have feeds: `""`, `tags/power/`.
  static List<String> folders(Tree site) {
    return site.files().keySet().stream()
        .filter(path -> path.endsWith("feed.xml"))
        .map(path -> path.substring(0, path.length() - "feed.xml".length()))
        .toList();
  }
}
