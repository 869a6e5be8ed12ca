package dev.assay.importer.feed;

import dev.assay.importer.Remark;
import dev.assay.importer.feed.ImportedItem.Enclosure;
import dev.assay.importer.feed.ImportedItem.Kind;
import dev.assay.importer.feed.ImportedItem.Markup;
import dev.assay.importer.feed.ImportedItem.Term;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes an item of one entry of an XML feed.
final class FeedEntry {
  private static final String BLOGGER_KIND = "http://schemas.google.com/g/2005#kind";

  private final Field entry;
  private final String base;
  private final String language;
  private final boolean wordPress;
  private final List<Remark> remarks = new ArrayList<>();

  /// @param base     the feed's
  /// @param language the feed's
  FeedEntry(Field entry, String base, String language, boolean wordPress) {
    this.entry = entry;
    String own = Web.resolved(base, entry.attribute("xml:base"));
    this.base = own.isEmpty() ? base : own;
    this.language = language;
    this.wordPress = wordPress;
  }

  ImportedItem item() {
    String link = link();
    String at = entry.attribute("xml:base").isEmpty() && !link.isEmpty() && !isAtom() ? link : base;
    List<Markup> texts = texts(at);
    Markup content = texts.isEmpty() ? new Markup("", at) : texts.getFirst();
    Optional<OffsetDateTime> published = date("pubdate", "dc:date", "atom:published", "published", "atom:issued", "issued", "dcterms:issued", "dcterms:created", "atom:created", "created", "date");
    Optional<OffsetDateTime> updated = date("atom:updated", "updated", "atom:modified", "modified", "dcterms:modified");
    return new ImportedItem(
        id(), link, title(), published.or(() -> updated), published.isPresent() ? updated.filter(date -> !date.isEqual(published.get())) : Optional.empty(),
        FeedPeople.of(entry), terms(), ownLanguage(), content, texts.stream().skip(1).findFirst(), enclosures(), kind(), isDraft(), remarks);
  }

  private boolean isAtom() {
    return entry.name().endsWith("entry");
  }

  private String id() {
    String id = entry.textOf("guid", "atom:id", "id");
    if (!id.isEmpty()) {
      return id;
    }
    String about = entry.attribute("rdf:about");
    return about.isEmpty() ? entry.textOf("dc:identifier") : about;
  }

  private String link() {
    List<String> links = new ArrayList<>();
    // A service that rewrites links to count readers keeps the real one here.
    links.addAll(entry.textsOf("feedburner:origlink"));
    for (Field link : XmlFeed.atomLinks(entry)) {
      boolean page = link.attribute("rel").isEmpty() || link.attribute("rel").equals("alternate");
      String type = link.attribute("type");
      if (page && (type.isEmpty() || type.contains("html"))) {
        links.add(link.attribute("href"));
      }
    }
    if (!isAtom()) {
      links.addAll(0, entry.all("feedburner:origlink").isEmpty() ? entry.textsOf("link") : List.of());
      entry.all("guid").stream()
          .filter(guid -> !guid.attribute("ispermalink").equalsIgnoreCase("false") && Web.isWeb(guid.text().strip()))
          .forEach(guid -> links.add(guid.text()));
      links.add(Web.isWeb(entry.attribute("rdf:about")) ? entry.attribute("rdf:about") : "");
    }
    return links.stream().filter(link -> !link.isBlank()).findFirst().map(link -> Web.resolved(base, link)).orElse("");
  }

  private String title() {
    Optional<Field> title = entry.first("title", "atom:title", "dc:title", "media:title");
    return title.map(field -> isAtom() || field.name().startsWith("atom:") ? AtomText.plain(field) : PlainTitle.ofRss(field)).orElse("");
  }

  /// The texts of an item, the whole one first.
  private List<Markup> texts(String at) {
    List<Markup> texts = new ArrayList<>();
    entry.first("content:encoded").ifPresent(field -> texts.add(new Markup(wordPress ? WordPressText.html(text(field)) : text(field), at)));
    entry.first("atom:content", "content").ifPresent(field -> texts.add(AtomText.markup(field, base)));
    entry.first("xhtml:body", "xhtml:div", "body").ifPresent(field -> texts.add(new Markup(text(field), at)));
    boolean atom = isAtom();
    entry.first("description", "atom:summary", "summary", "excerpt:encoded", "dcterms:abstract", "itunes:summary", "media:description")
        .ifPresent(field -> texts.add(atom || field.name().startsWith("atom:") ? AtomText.markup(field, base) : new Markup(text(field), at)));
    entry.all("atom:content").stream()
        .filter(field -> !field.attribute("src").isEmpty())
        .forEach(field -> remarks.add(Remark.lost("the text lies at " + Web.resolved(base, field.attribute("src")) + " and was not fetched")));
    texts.removeIf(Markup::isBlank);
    return texts;
  }

  private static String text(Field field) {
    return field.nested() ? field.markup() : field.text();
  }

  private Optional<OffsetDateTime> date(String... names) {
    for (String name : names) {
      for (String text : entry.textsOf(name)) {
        Optional<OffsetDateTime> date = FeedDates.read(text);
        if (date.isPresent()) {
          return date;
        }
        if (!text.startsWith("-") && !text.startsWith("0000")) {
          remarks.add(Remark.lost("the date '" + text + "' could not be read"));
        }
      }
    }
    return Optional.empty();
  }

  private List<Term> terms() {
    Set<Term> terms = new LinkedHashSet<>();
    for (Field category : entry.children()) {
      switch (category.name()) {
        case "category" -> term(
            category.attribute("domain").isEmpty() ? category.attribute("scheme") : category.attribute("domain"),
            category.text().isBlank() ? atomTerm(category) : category.text(), terms);
        case "atom:category" -> term(category.attribute("scheme"), atomTerm(category), terms);
        case "dc:subject" -> term("", category.text(), terms);
        default -> {
          // No other element of an item is a category.
        }
      }
    }
    return new ArrayList<>(terms);
  }

  private static String atomTerm(Field category) {
    String label = category.attribute("label");
    return label.isEmpty() ? category.attribute("term") : label;
  }

  private static void term(String domain, String name, Set<Term> terms) {
    String tidy = PlainTitle.tidy(org.jsoup.parser.Parser.unescapeEntities(name, true));
    if (!tidy.isEmpty() && !domain.equals(BLOGGER_KIND)) {
      terms.add(new Term(domain.strip(), tidy));
    }
  }

  private String ownLanguage() {
    String said = entry.textOf("dc:language", "language");
    String own = said.isEmpty() ? entry.attribute("xml:lang") : said;
    return own.isEmpty() ? language : own;
  }

  private List<Enclosure> enclosures() {
    Set<Enclosure> enclosures = new LinkedHashSet<>();
    for (Field field : entry.all("enclosure")) {
      enclosure(field.attribute("url"), field.attribute("type"), enclosures);
    }
    for (Field field : XmlFeed.atomLinks(entry)) {
      if (field.attribute("rel").equals("enclosure")) {
        enclosure(field.attribute("href"), field.attribute("type"), enclosures);
      }
    }
    for (Field field : entry.all("media:content")) {
      boolean image = field.attribute("medium").equals("image");
      enclosure(field.attribute("url"), image && field.attribute("type").isEmpty() ? "image/*" : field.attribute("type"), enclosures);
    }
    if (enclosures.isEmpty()) {
      entry.all("media:thumbnail").stream().limit(1).forEach(field -> enclosure(field.attribute("url"), "image/*", enclosures));
    }
    return new ArrayList<>(enclosures);
  }

  private void enclosure(String url, String type, Set<Enclosure> enclosures) {
    if (!url.isBlank()) {
      enclosures.add(new Enclosure(Web.resolved(base, url), type));
    }
  }

  private Kind kind() {
    String type = entry.textOf("wp:post_type");
    for (Field category : entry.children()) {
      if (category.attribute("scheme").equals(BLOGGER_KIND)) {
        String kind = category.attribute("term");
        type = kind.substring(kind.indexOf('#') + 1);
      }
    }
    return switch (type) {
      case "", "post" -> Kind.POST;
      case "page" -> Kind.PAGE;
      default -> Kind.OTHER;
    };
  }

  private boolean isDraft() {
    String status = entry.textOf("wp:status");
    boolean control = entry.children().stream().filter(field -> field.name().equals("app:control")).anyMatch(field -> field.text().strip().equals("yes"));
    return control || status.equals("draft") || status.equals("pending") || status.equals("private") || status.equals("trash") || status.equals("auto-draft");
  }
}
