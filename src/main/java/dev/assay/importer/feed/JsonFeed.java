package dev.assay.importer.feed;

import dev.assay.importer.Remark;
import dev.assay.importer.feed.ImportedItem.Enclosure;
import dev.assay.importer.feed.ImportedItem.Kind;
import dev.assay.importer.feed.ImportedItem.Markup;
import dev.assay.importer.feed.ImportedItem.Term;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads JSON Feed 1.0 and 1.1.
final class JsonFeed {
  private final JsonText json;
  private final String file;
  private final XmlText characters = new XmlText();
  private final Map<String, Object> about = new LinkedHashMap<>();
  private final List<Map<String, Object>> entries = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  private JsonFeed(String text, String file) {
    this.json = new JsonText(text);
    this.file = file;
  }

  static ImportedFeed read(String text, String file) throws RefusedException {
    return new JsonFeed(text, file).read();
  }

  private ImportedFeed read() throws RefusedException {
    try {
      json.object(this::entry);
    } catch (RefusedException e) {
      if (entries.isEmpty()) {
        throw e;
      }
      remarks.add(Remark.lost(e.why() + "; the " + entries.size() + " items before that were read"));
    }
    String version = string(about, "version");
    if (entries.isEmpty() && !version.contains("jsonfeed.org") && !about.containsKey("items")) {
      throw new RefusedException("'" + file + "' is JSON, but not a JSON Feed: it has no 'items'", "name a feed: RSS, Atom or JSON Feed");
    }
    String number = version.substring(version.lastIndexOf('/') + 1);
    String link = string(about, "home_page_url");
    List<ImportedItem> items = entries.stream().map(this::item).toList();
    if (characters.forbidden() > 0) {
      remarks.add(Remark.lost(XmlFeed.counted(characters.forbidden(), "character") + " that pages and feeds cannot carry"));
    }
    return new ImportedFeed(
        "JSON Feed" + (number.matches("[0-9.]+") ? " " + number : ""), PlainTitle.tidy(string(about, "title")), link, string(about, "feed_url"),
        PlainTitle.tidy(string(about, "description")), string(about, "language"), authors(about), Optional.empty(), items, remarks);
  }

  private void entry(String key) throws RefusedException {
    if (key.equals("items") && json.isArray()) {
      about.put(key, "");
      json.array(() -> {
        if (json.value() instanceof Map<?, ?> map) {
          entries.add(keyed(map));
        }
      });
    } else {
      about.putIfAbsent(key, json.value());
    }
  }

  private static Map<String, Object> keyed(Map<?, ?> map) {
    Map<String, Object> keyed = new LinkedHashMap<>();
    map.forEach((key, value) -> keyed.put(String.valueOf(key), value));
    return keyed;
  }

  private ImportedItem item(Map<String, Object> entry) {
    List<Remark> faults = new ArrayList<>();
    String url = string(entry, "url");
    String external = string(entry, "external_url");
    List<Markup> texts = new ArrayList<>();
    texts.add(new Markup(string(entry, "content_html"), url));
    texts.add(new Markup(plain(entry, "content_text"), url));
    texts.add(new Markup(plain(entry, "summary"), url));
    texts.removeIf(Markup::isBlank);
    if (!string(entry, "content_html").isBlank() && !string(entry, "content_text").isBlank()) {
      // The same text twice, and the one with markup says more.
      texts.remove(1);
    }
    Optional<OffsetDateTime> published = date(entry, "date_published", faults);
    Optional<OffsetDateTime> modified = date(entry, "date_modified", faults);
    String language = string(entry, "language");
    return new ImportedItem(
        string(entry, "id"), url.isEmpty() ? external : url, PlainTitle.tidy(string(entry, "title")), published.or(() -> modified),
        published.isPresent() ? modified.filter(date -> !date.isEqual(published.get())) : Optional.empty(), authors(entry), terms(entry),
        language.isEmpty() ? string(about, "language") : language, texts.isEmpty() ? new Markup("", url) : texts.getFirst(),
        texts.stream().skip(1).findFirst(), enclosures(entry), Kind.POST, false, faults);
  }

  private String plain(Map<String, Object> entry, String key) {
    String text = string(entry, key);
    return text.isBlank() ? "" : AtomText.paragraphs(text);
  }

  private static Optional<OffsetDateTime> date(Map<String, Object> entry, String key, List<Remark> faults) {
    Object written = entry.getOrDefault(key, "");
    Optional<OffsetDateTime> date = FeedDates.read(written instanceof String text ? text : "");
    if (date.isEmpty() && written instanceof String text && !text.isBlank()) {
      faults.add(Remark.lost("the date '" + text + "' could not be read"));
    }
    return date;
  }

  private List<String> authors(Map<String, Object> of) {
    Set<String> names = new LinkedHashSet<>();
    List<Object> people = new ArrayList<>(list(of, "authors"));
    people.add(of.getOrDefault("author", ""));
    for (Object person : people) {
      if (person instanceof Map<?, ?> map) {
        FeedPeople.add(string(keyed(map), "name"), names);
      }
    }
    return new ArrayList<>(names);
  }

  private List<Term> terms(Map<String, Object> entry) {
    Set<Term> terms = new LinkedHashSet<>();
    for (Object tag : list(entry, "tags")) {
      if (tag instanceof String name && !name.isBlank()) {
        terms.add(new Term("", PlainTitle.tidy(characters.literal(name, 0, name.length()))));
      }
    }
    return new ArrayList<>(terms);
  }

  private List<Enclosure> enclosures(Map<String, Object> entry) {
    Set<Enclosure> enclosures = new LinkedHashSet<>();
    String image = string(entry, "image");
    String banner = string(entry, "banner_image");
    if (!image.isBlank() || !banner.isBlank()) {
      enclosures.add(new Enclosure(image.isBlank() ? banner : image, "image/*"));
    }
    for (Object attachment : list(entry, "attachments")) {
      if (attachment instanceof Map<?, ?> map && !string(keyed(map), "url").isBlank()) {
        enclosures.add(new Enclosure(string(keyed(map), "url"), string(keyed(map), "mime_type")));
      }
    }
    return new ArrayList<>(enclosures);
  }

  private static List<Object> list(Map<String, Object> of, String key) {
    return of.get(key) instanceof List<?> list ? new ArrayList<>(list) : List.of();
  }

  private String string(Map<String, Object> of, String key) {
    return of.get(key) instanceof String text ? characters.literal(text, 0, text.length()) : "";
  }
}
