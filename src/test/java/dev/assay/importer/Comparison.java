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
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Compares the items of a feed with what a built site makes of the notes that were imported from it: in the site's
/// feed and on the pages. Words are taken straight from the HTML, by nothing that the importer uses.
final class Comparison {
  private static final Pattern UNSEEN = Pattern.compile("[\\s\\u00a0\\u00ad\\u200b-\\u200f\\ufeff\\ufe0e\\ufe0f\\p{Cntrl}]+");
  private static final Pattern KIND = Pattern.compile("(?i)[\\[［](fact|inference|speculation|blocked|사실|추론|추측|보류)[\\]］]");

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
    List<String> found = new ArrayList<>();
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
      found.add("no item in the built feed");
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
    boolean excused = told.remarks().stream().anyMatch(remark -> remark.kind() != Remark.Kind.KEPT_AS_HTML && remark.kind() != Remark.Kind.NOTICE);
    if (found.isEmpty()) {
      identical++;
    } else if (excused) {
      named++;
      found.forEach(each -> differences.add("(named) " + told.file() + ": " + each + "   remarks: " + told.remarks().stream().map(r -> r.kind().word() + " " + r.text()).toList()));
    } else {
      found.forEach(each -> differences.add("UNNAMED " + told.file() + ": " + each));
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

  private void page(ImportedItem item, String address, List<String> found) throws IOException {
    String path = url(item, address);
    // A site below a folder of its host has that folder in its base, and not in its own folder.
    while (!Files.exists(site.resolve(path.substring(1) + (path.endsWith("/") ? "index.html" : ""))) && path.indexOf('/', 1) > 0) {
      path = path.substring(path.indexOf('/', 1));
    }
    Path page = site.resolve(path.substring(1) + (path.endsWith("/") ? "index.html" : ""));
    if (!Files.exists(page)) {
      found.add("no page at " + path);
      return;
    }
    Element text = Jsoup.parse(Files.readString(page)).selectFirst("article div.text");
    if (text == null) {
      found.add("no text on the page " + path);
      return;
    }
    text.select("aside.context, a.permalink, a.tag, .evidence, .reasons, details.why").remove();
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

  private static void equal(String what, String wanted, String seen, List<String> found) {
    if (!wanted.equals(seen)) {
      found.add(what + " '" + wanted + "' became '" + seen + "'");
    }
  }

  private static void words(String where, String wanted, String seen, List<String> found) {
    String a = words(wanted);
    String b = words(seen);
    if (!a.equals(b)) {
      int at = 0;
      while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
        at++;
      }
      found.add(where + " words differ at " + at + " of " + a.length() + ": …" + around(a, at) + "… became …" + around(b, at) + "…");
    }
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 25), Math.min(text.length(), at + 35));
  }

  /// What a reader sees, without white space, signs of footnotes and boxes, and without the tags of claims.
  static String words(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    body.select("script, style, template, noscript, title").remove();
    String text = UNSEEN.matcher(body.wholeText()).replaceAll("");
    // A page says kinds with a sign and a word of its own.
    return KIND.matcher(text).replaceAll("").replaceAll("[↩☐☑:：⏎]", "").toLowerCase(java.util.Locale.ROOT);
  }

  private static void counts(String wanted, String seen, List<String> found) {
    Map<String, Integer> a = counts(wanted);
    Map<String, Integer> b = counts(seen);
    a.forEach((what, count) -> {
      if (!count.equals(b.get(what))) {
        found.add(count + " " + what + " became " + b.get(what));
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
