package dev.assay.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeFeedTest {
  private static final List<String> BITS =
      List.of(
          "<p>Some words", "</p>", "<a href=\"#fn1\">1</a>", "<a href=\"../x/?a=1&amp;b=한\">x</a>", "<img src='a.png' srcset='a.png 1x, b.png 2x'>",
          "<script>alert(1)</script>", "<pre><code>\n  ]]> &lt;\n</code></pre>", "<div style='x' onclick='y' data-z='1'>", "</div>",
          "<svg><a href=x>", "<form action=x><input>", "\u0000\u001B\uFFFE", "🚀", "<!-- --", "<", "&", "\r\n", "<table><td align=right>",
          "<a href=\"javascript:alert(1)\">y</a>", "<blockquote cite=\"q\">", "<video poster=p src=v.mp4>", "<style>*{}</style>");

  private static String mixed(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(BITS.get(random.nextInt(BITS.size())));
    }
    return text.toString();
  }

  private static Feed feed(Random random) {
    List<FeedItem> items = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      String page = "https://example.org/lab/post/n" + i + "/";
      OffsetDateTime date = OffsetDateTime.parse("2026-01-01T00:00:00+09:00").plusHours(random.nextInt(9000));
      items.add(
          new FeedItem(
              random.nextBoolean() ? page : "tag:example.org,2026:" + i, "T" + mixed(random), page, date,
              random.nextBoolean() ? Optional.of(date.plusHours(random.nextInt(99) - 50)) : Optional.empty(), List.of(),
              List.of(new FeedItem.Category("tags", "t" + mixed(random))), "S" + mixed(random),
              FeedContent.clean(mixed(random), page), Optional.empty(), List.of()));
    }
    return Feeds.of(items.toArray(FeedItem[]::new));
  }

  @Test
  void whatever_is_in_it_a_feed_breaks_no_rule() {
    for (int seed = 0; seed < 400; seed++) {
      byte[] written = new RssWriter().write(feed(new Random(seed)));
      assertEquals(List.of(), RssRules.brokenBy(written), "seed " + seed + "\n" + new String(written, StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+0900</pubDate>|</pubDate>", "Thu, 01 Jan|Fri, 01 Jan", "<guid isPermaLink=\"false\">|<guid>",
        "<p>Content|<p style='x'>Content", "<p>Content|<a href='#x'>Content", "<p>Content|<script>Content",
        "<width>144|<width>145", "rel=\"self\"|rel=\"other\"", "<lastBuildDate>Thu, 01 Jan 2026|<lastBuildDate>Wed, 31 Dec 2025",
        "https://example.org/lab/post/a/|/post/a/", "<ttl>60</ttl>|<ttl></ttl>", "<title>Title of a</title>|<title> </title>",
      })
  void the_rules_of_this_test_bite(String from, String to) {
    String good = Feeds.rss(Feeds.of(Feeds.item("a", "2026-01-01T00:00:00+09:00")));
    assertEquals(List.of(), RssRules.brokenBy(good.getBytes(StandardCharsets.UTF_8)));
    String bad = good.replace(from, to);
    assertNotEquals(good, bad);
    assertNotEquals(List.of(), RssRules.brokenBy(bad.getBytes(StandardCharsets.UTF_8)), bad);
  }

  @Test
  void cleaning_what_is_clean_changes_nothing() {
    for (int seed = 0; seed < 1000; seed++) {
      String once = FeedContent.clean(mixed(new Random(seed)), Feeds.PAGE);
      assertEquals(once, FeedContent.clean(once, Feeds.PAGE), "seed " + seed);
    }
  }

  @Test
  @ResourceLock(Resources.LOCALE)
  @ResourceLock(Resources.TIME_ZONE)
  void the_machines_language_and_zone_leave_no_trace() {
    Feed feed = feed(new Random(7));
    byte[] here = new RssWriter().write(feed);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String other : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(other));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        assertArrayEquals(here, new RssWriter().write(feed(new Random(7))), other);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
