package dev.assay.importer;

import dev.assay.importer.feed.FeedReader;
import dev.assay.importer.feed.ImportedFeed;
import dev.assay.importer.feed.ImportedItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Compares the items of a feed with what a built site makes of the notes that were imported from it: in the site's
/// feed and on the pages.
final class Comparison {
  private final ImportedFeed original;
  private final ImportReport report;
  private final Path site;
  private final Map<String, ImportedItem> built = new HashMap<>();
  final List<String> differences = new ArrayList<>();
  int identical;
  int named;
  int compared;

  Comparison(ImportedFeed original, ImportReport report, Path site) throws IOException {
    this.original = original;
    this.report = report;
    this.site = site;
    Path feed = site.resolve("feed.xml");
    if (Files.exists(feed) && FeedReader.read(Files.readAllBytes(feed), "feed.xml") instanceof FeedReader.Result.Read(ImportedFeed read)) {
      read.items().forEach(item -> built.put(item.id(), item));
    }
  }

  Comparison run() throws IOException {
    for (int i = 0; i < original.items().size(); i++) {
      ImportReport.Item told = report.items().get(i);
      if (told.outcome() == ImportReport.Outcome.WRITTEN) {
        compared++;
        item(original.items().get(i), told);
      }
    }
    return this;
  }

  private void item(ImportedItem item, ImportReport.Item told) throws IOException {
    List<Difference> found = new ArrayList<>();
    String id = item.id().isEmpty() ? item.link() : item.id();
    ImportedItem twin = built.get(id);
    if (twin == null || !Files.readString(file(told)).contains(YamlText.text(twin.id()))) {
      String written = Files.readString(file(told)).lines().filter(line -> line.startsWith("id: ")).findFirst().orElse("");
      twin = built.values().stream().filter(each -> written.equals("id: " + YamlText.text(each.id()))).findFirst().orElse(null);
    }
    if (told.file().startsWith("content/page/")) {
      // A page is in no feed.
      page(item, "/page/" + told.file().replaceAll("^content/page/|\\.md$", "") + "/", found);
    } else if (twin == null) {
      found.add(new Difference.Other("", "no item in the built feed"));
    } else {
      equal("id", id, twin.id(), found);
      if (!item.title().isEmpty()) {
        equal("title", item.title(), twin.title(), found);
      }
      item.date().ifPresent(date -> equal("date", date.withNano(0).toString(), built.get(idOf(told)).date().map(Object::toString).orElse(""), found));
      words("feed", item.content().html(), twin.content().html(), found);
      counts(item.content().html(), twin.content().html(), found);
      page(item, java.net.URI.create(twin.link()).getPath(), found);
    }
    Explanations explanations = new Explanations(told.remarks());
    List<Difference> unnamed = found.stream().filter(each -> !each.isNamed(explanations)).toList();
    String remarks = "   remarks: " + told.remarks().stream().map(r -> r.kind().word() + " " + r.text()).toList();
    if (found.isEmpty()) {
      identical++;
    } else if (unnamed.isEmpty()) {
      named++;
      found.forEach(each -> differences.add("(named) " + told.file() + ": " + each + remarks));
    } else {
      unnamed.forEach(each -> differences.add("UNNAMED " + told.file() + ": " + each + remarks));
    }
  }

  /// One thing that is not as it was.
  private sealed interface Difference {
    /// Words, in a feed or on a page.
    record InWords(String where, Words.Run run) implements Difference {}

    record InNumber(String what, int wanted, int seen) implements Difference {}

    /// @param about what a remark that names it begins with; empty when none may
    record Other(String about, String what) implements Difference {}

    default boolean isNamed(Explanations explanations) {
      return switch (this) {
        case InWords(_, Words.Run run) -> explanations.explain(run);
        case InNumber(String what, int wanted, int seen) -> explanations.explainCount(what, wanted, seen);
        case Other(String about, _) -> !about.isEmpty() && explanations.speakOf(about);
      };
    }
  }

  private String idOf(ImportReport.Item told) {
    try {
      String written = Files.readString(file(told)).lines().filter(line -> line.startsWith("id: ")).findFirst().orElse("");
      return built.keySet().stream().filter(each -> written.equals("id: " + YamlText.text(each))).findFirst().orElse("");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Path file(ImportReport.Item told) {
    return site.resolveSibling(told.file());
  }

  private void page(ImportedItem item, String address, List<Difference> found) throws IOException {
    String path = url(item, address);
    // A site below a folder of its host has that folder in its base, and not in its own folder.
    while (!Files.exists(site.resolve(path.substring(1) + (path.endsWith("/") ? "index.html" : ""))) && path.indexOf('/', 1) > 0) {
      path = path.substring(path.indexOf('/', 1));
    }
    Path page = site.resolve(path.substring(1) + (path.endsWith("/") ? "index.html" : ""));
    if (!Files.exists(page)) {
      found.add(new Difference.Other("", "no page at " + path));
      return;
    }
    Element text = Jsoup.parse(Files.readString(page)).selectFirst("article div.text");
    if (text == null) {
      found.add(new Difference.Other("", "no text on the page " + path));
      return;
    }
    text.select("aside.context, a.permalink, a.tag, .evidence, .reasons, details.why, .table-files, .linked, .sidenote").remove();
    words("page", item.content().html(), text.html(), found);
  }

  /// Where a page is: at an address of its own, when its note says one.
  private String url(ImportedItem item, String address) throws IOException {
    if (!address.startsWith("/page/")) {
      return address;
    }
    for (ImportReport.Item told : report.items()) {
      if (told.name().equals(item.title()) && told.file().startsWith("content/page/")) {
        Optional<String> url = Files.readString(file(told)).lines().filter(line -> line.startsWith("url: ")).findFirst();
        return url.map(line -> line.substring(5).replace("\"", "")).orElse(address);
      }
    }
    return address;
  }

  private static void equal(String what, String wanted, String seen, List<Difference> found) {
    if (!wanted.equals(seen)) {
      found.add(new Difference.Other("the " + what, what + " '" + wanted + "' became '" + seen + "'"));
    }
  }

  private static void words(String where, String wanted, String seen, List<Difference> found) {
    Words.differences(Words.of(wanted), Words.of(seen)).forEach(run -> found.add(new Difference.InWords(where, run)));
  }

  private static void counts(String wanted, String seen, List<Difference> found) {
    Map<String, Integer> a = counts(wanted);
    Map<String, Integer> b = counts(seen);
    a.forEach((what, count) -> {
      if (!count.equals(b.get(what))) {
        found.add(new Difference.InNumber(what, count, b.getOrDefault(what, 0)));
      }
    });
  }

  /// How many there are of what a reader counts; empty ones count for nothing.
  private static Map<String, Integer> counts(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    body.select("script, style, template, noscript, h1 a[href*=#], h2 a[href*=#], h3 a[href*=#], h4 a[href*=#]").remove();
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("headings", (int) body.select("h1,h2,h3,h4,h5,h6").stream().filter(Element::hasText).count());
    counts.put("quotes", (int) body.select("blockquote").stream().filter(q -> q.hasText() || !q.select("img").isEmpty()).count());
    counts.put("list items", (int) body.select("li").stream().filter(li -> li.hasText() || !li.select("img").isEmpty()).count());
    counts.put("links", (int) body.select("a[href]").stream().filter(a -> a.hasText() || !a.select("img").isEmpty()).filter(a -> !a.attr("href").strip().isEmpty()).count());
    counts.put("pictures", body.select("img[src]").size());
    counts.put("cells", body.select("td, th").size());
    counts.put("pieces of code", (int) body.select("pre").stream().filter(Element::hasText).count());
    return counts;
  }

  Optional<String> failure() {
    return differences.stream().filter(each -> each.startsWith("UNNAMED")).findFirst();
  }
}
