package dev.assay.feed;

import dev.assay.catalog.FeedFormat;
import dev.assay.catalog.FeedIds;
import dev.assay.note.Site;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/// Atom 1.0 (RFC 4287).
///
/// Written straight as XML and not through ROME, whose Atom loses the offsets of dates. Ids are written as they are, but for
/// those that a note brought along from elsewhere and that are no IRI, which Atom does not allow.
public final class AtomWriter implements FeedWriter {
  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

  /// What an empty feed says of its last change, since Atom wants to be told: a day before anything was published.
  private static final OffsetDateTime NEVER = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final String stylesheet;

  /// @param stylesheet the address of a CSS file on the feed's own host; empty for none
  public AtomWriter(String stylesheet) {
    this.stylesheet = XmlText.line(stylesheet);
  }

  @Override
  public byte[] write(Feed feed) {
    Element root = new Element("feed", ATOM);
    root.setAttribute("lang", feed.language().tag(), Namespace.XML_NAMESPACE);
    root.addContent(text("id", XmlText.clean(feed.id())));
    root.addContent(text("title", XmlText.line(feed.title())));
    String subtitle = XmlText.line(feed.description());
    if (!subtitle.isEmpty()) {
      root.addContent(text("subtitle", subtitle));
    }
    root.addContent(text("updated", FeedDate.rfc3339(feed.changed().orElse(NEVER))));
    people(feed.authors(), feed.title()).forEach(root::addContent);
    root.addContent(text("generator", "Assay"));
    root.addContent(page(feed.link()));
    FeedLinks.of(feed, FeedFormat.ATOM, ATOM).forEach(root::addContent);
    feed.image().ifPresent(image -> root.addContent(text("icon", XmlText.clean(image.url()))));
    if (feed.archive().isArchive()) {
      root.addNamespaceDeclaration(FeedXml.HISTORY);
      root.addContent(new Element("archive", FeedXml.HISTORY));
    }
    feed.items().forEach(item -> root.addContent(entry(item)));
    FeedXml.onLines(root);
    return FeedXml.print(new Document(root), stylesheet);
  }

  private static Element entry(FeedItem item) {
    Element entry = new Element("entry", ATOM);
    entry.addContent(text("id", FeedIds.iri(XmlText.clean(item.id()))));
    entry.addContent(text("title", XmlText.line(item.title())));
    entry.addContent(page(item.link()));
    entry.addContent(text("published", FeedDate.rfc3339(item.date())));
    entry.addContent(text("updated", FeedDate.exact(item.changed())));
    item.authors().forEach(author -> entry.addContent(person(author)));
    for (FeedItem.Category category : item.categories()) {
      String term = XmlText.line(category.term());
      entry.addContent(
          new Element("category", ATOM)
              .setAttribute("term", term)
              .setAttribute("scheme", XmlText.clean(category.domain()))
              .setAttribute("label", term));
    }
    item.picture().ifPresent(picture -> entry.addContent(enclosure(picture)));
    String summary = XmlText.line(item.summary());
    // An entry without content has to have a summary.
    if (!summary.isEmpty() || item.content().isEmpty()) {
      entry.addContent(text("summary", summary));
    }
    if (!item.content().isEmpty()) {
      entry.addContent(FeedXml.holding(new Element("content", ATOM).setAttribute("type", "html"), item.content()));
    }
    FeedXml.onLines(entry);
    return entry;
  }

  private static Element page(String address) {
    return FeedXml.link(ATOM, "alternate", address).setAttribute("type", "text/html");
  }

  private static Element enclosure(FeedItem.Picture picture) {
    Element link = FeedXml.link(ATOM, "enclosure", picture.url()).setAttribute("type", picture.type());
    picture.length().ifPresent(length -> link.setAttribute("length", Long.toString(length)));
    return link;
  }

  /// A feed has an author of its own, so that an entry needs none.
  private static List<Element> people(List<Site.Author> authors, String otherwise) {
    return authors.isEmpty()
        ? List.of(person(new Site.Author(otherwise, "", "")))
        : authors.stream().map(AtomWriter::person).toList();
  }

  private static Element person(Site.Author author) {
    Element person = new Element("author", ATOM);
    person.addContent(text("name", XmlText.line(author.name())));
    if (!author.url().isEmpty()) {
      person.addContent(text("uri", XmlText.clean(author.url())));
    }
    if (!author.email().isEmpty()) {
      person.addContent(text("email", XmlText.clean(author.email())));
    }
    return person;
  }

  private static Element text(String name, String text) {
    return new Element(name, ATOM).setText(text);
  }
}
