package dev.assay.importer.feed;

import dev.assay.importer.Remark;
import dev.assay.importer.feed.XmlReader.Token;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads feeds that are XML: every RSS, and both Atoms. What was read before a fault is kept.
final class XmlFeed {
  private static final Set<String> CONTAINERS = Set.of("rss", "rdf:rdf", "channel", "atom:feed", "feed");
  private static final Set<String> ITEMS = Set.of("item", "atom:entry", "entry");

  private final XmlReader xml;
  private final FieldReader fields;
  private final String file;
  private final List<Field> about = new ArrayList<>();
  private final List<ImportedItem> items = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private String root = "";
  private Map<String, String> rootAttributes = Map.of();
  private boolean wordPress;

  private XmlFeed(String text, String file) {
    this.xml = new XmlReader(text);
    this.fields = new FieldReader(xml);
    this.file = file;
  }

  /// @throws RefusedException when it is no feed, or one that is not read at all
  static ImportedFeed read(String text, String file) throws RefusedException {
    return new XmlFeed(text, file).read();
  }

  private ImportedFeed read() throws RefusedException {
    try {
      tokens();
    } catch (RefusedException e) {
      if (items.isEmpty()) {
        throw e;
      }
      remarks.add(Remark.lost(e.why() + "; the " + items.size() + " items before it were read"));
    }
    forgiven();
    Field feed = new Field(root, rootAttributes, "", "", true, about);
    String base = base(feed);
    String link = link(feed, base);
    return new ImportedFeed(
        format(), feed.first("title", "atom:title").map(this::title).orElse(""), link,
        Web.resolved(base, self(feed)), description(feed), language(feed), FeedPeople.of(feed), date(feed), items, remarks);
  }

  private void tokens() throws RefusedException {
    while (true) {
      Token token = xml.next();
      if (token instanceof Token.Finished) {
        return;
      }
      if (token instanceof Token.Start start) {
        start(start);
      }
    }
  }

  private void start(Token.Start start) throws RefusedException {
    String name = start.name();
    if (root.isEmpty()) {
      root(start);
    }
    if (CONTAINERS.contains(name)) {
      // `rss` has a channel in it, and both may say what the base or the language is.
      Map<String, String> all = new java.util.LinkedHashMap<>(rootAttributes);
      all.putAll(start.attributes());
      rootAttributes = all;
      return;
    }
    boolean item = ITEMS.contains(name);
    Field field = fields.read(start, item);
    if (!item) {
      wordPress |= name.equals("wp:wxr_version");
      about.add(field);
      return;
    }
    if (xml.isCutOff()) {
      String title = field.first("title", "atom:title").map(this::title).orElse("");
      remarks.add(Remark.lost("the file ends inside an item" + (title.isEmpty() ? "" : ", '" + title + "'") + "; that one was left out"));
      return;
    }
    Field feed = new Field(root, rootAttributes, "", "", true, about);
    items.add(new FeedEntry(field, base(feed), language(feed), wordPress).item());
  }

  private void root(Token.Start start) throws RefusedException {
    root = start.name();
    rootAttributes = start.attributes();
    if (root.equals("html") || root.equals("xhtml:html")) {
      throw new RefusedException(
          "'" + file + "' is a web page, not a feed", "look in the page for the address of its feed (a link with rel=\"alternate\"), and save that");
    }
    if (root.equals("opml")) {
      throw new RefusedException("'" + file + "' is a list of feeds, not a feed", "import one of the feeds that it lists");
    }
    if (!CONTAINERS.contains(root)) {
      throw new RefusedException(
          "'" + file + "' is neither RSS nor Atom: it begins with <" + root + ">", "name a feed: RSS, Atom or JSON Feed");
    }
  }

  private void forgiven() {
    XmlText characters = xml.characters();
    if (characters.bareAmpersands() > 0) {
      remarks.add(Remark.repaired(counted(characters.bareAmpersands(), "ampersand") + " that should have been written as &amp;"));
    }
    if (characters.foreignEntities() > 0) {
      remarks.add(Remark.repaired(counted(characters.foreignEntities(), "entity", "entities") + " that XML does not know, such as &nbsp;"));
    }
    if (characters.forbidden() > 0) {
      remarks.add(Remark.lost(counted(characters.forbidden(), "character") + " that XML forbids"));
    }
    if (xml.mismatches() > 0) {
      remarks.add(Remark.repaired(counted(xml.mismatches(), "end tag") + " that did not match"));
    }
    if (xml.hasDoctype()) {
      remarks.add(Remark.notice("the DOCTYPE was passed over; nothing that it names was fetched"));
    }
    if (xml.isCutOff()) {
      remarks.add(Remark.notice("the file ends before the feed does"));
    }
    if (root.isEmpty()) {
      remarks.add(Remark.notice("the file is empty"));
    }
  }

  static String counted(int count, String one) {
    return counted(count, one, one + "s");
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private String format() {
    String version = rootAttributes.getOrDefault("version", "").strip();
    if (wordPress) {
      return "WordPress export";
    }
    return switch (root) {
      case "rss", "channel" -> version.isEmpty() ? "RSS" : "RSS " + version;
      case "rdf:rdf" -> about.stream().anyMatch(field -> field.attributes().containsKey("rdf:about")) || hasItems() ? "RSS 1.0" : "RSS 0.90";
      case "atom:feed", "feed" -> version.isEmpty() ? "Atom 1.0" : "Atom " + version;
      default -> "unknown";
    };
  }

  private boolean hasItems() {
    return about.stream().anyMatch(field -> field.name().equals("items"));
  }

  private String title(Field field) {
    return field.name().startsWith("atom:") || root.endsWith("feed") ? AtomText.plain(field) : PlainTitle.ofRss(field);
  }

  private static String base(Field feed) {
    String written = feed.attribute("xml:base");
    String link = link(feed, "");
    return written.isEmpty() ? link : Web.resolved(link, written);
  }

  /// The page that the feed is of.
  private static String link(Field feed, String base) {
    List<String> links = new ArrayList<>();
    feed.all("link").stream().filter(field -> field.attributes().get("href") == null).forEach(field -> links.add(field.text()));
    for (Field field : atomLinks(feed)) {
      String rel = field.attribute("rel");
      if (rel.isEmpty() || rel.equals("alternate")) {
        links.add(field.attribute("href"));
      }
    }
    return links.stream().filter(link -> !link.isBlank()).findFirst().map(link -> Web.resolved(base, link)).orElse("");
  }

  private static String self(Field feed) {
    return atomLinks(feed).stream().filter(field -> field.attribute("rel").equals("self")).map(field -> field.attribute("href")).findFirst().orElse("");
  }

  static List<Field> atomLinks(Field of) {
    List<Field> links = new ArrayList<>(of.all("atom:link"));
    of.all("link").stream().filter(field -> !field.attribute("href").isEmpty()).forEach(links::add);
    return links;
  }

  private static String description(Field feed) {
    return feed.first("description", "atom:subtitle", "subtitle", "atom:tagline", "tagline", "itunes:summary").map(AtomTextOrRss::plain).orElse("");
  }

  /// Descriptions of feeds are short texts in either format.
  private static final class AtomTextOrRss {
    static String plain(Field field) {
      return field.attribute("type").isEmpty() ? PlainTitle.ofRss(field) : AtomText.plain(field);
    }
  }

  private static String language(Field feed) {
    String said = feed.textOf("language", "dc:language");
    return said.isEmpty() ? feed.attribute("xml:lang") : said;
  }

  private static Optional<OffsetDateTime> date(Field feed) {
    Set<OffsetDateTime> dates = new LinkedHashSet<>();
    for (String text : feed.textsOf("lastbuilddate", "pubdate", "atom:updated", "updated", "atom:modified", "modified", "dc:date")) {
      FeedDates.read(text).ifPresent(dates::add);
    }
    return dates.stream().findFirst();
  }
}
