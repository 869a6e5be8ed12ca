package dev.assay.feed;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Image;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import dev.assay.catalog.FeedFormat;
import dev.assay.note.Site;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/// RSS 2.0, through ROME's wire feed.
///
/// Dates, authors and Atom's elements are given to ROME as foreign markup, because its own ways lose the offset of a
/// date and write Dublin Core twice.
public final class RssWriter implements FeedWriter {
  private static final Namespace ATOM = FeedXml.ATOM;
  private static final Namespace DC = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
  private static final Namespace CONTENT =
      Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");

  private static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");

  /// RSS 2.0 allows no larger picture than this, in pixels.
  private static final int IMAGE_WIDTH = 144;

  private static final int IMAGE_HEIGHT = 400;

  private final String stylesheet;

  /// A writer of feeds that a browser shows as it likes.
  public RssWriter() {
    this("");
  }

  /// A writer of feeds that a browser shows as a readable page.
  ///
  /// @param stylesheet the address of a CSS file on the feed's own host; empty for none
  public RssWriter(String stylesheet) {
    this.stylesheet = XmlText.line(stylesheet);
  }

  @Override
  public byte[] write(Feed feed) {
    return FeedXml.print(document(feed), stylesheet);
  }

  private static Document document(Feed feed) {
    Document document;
    try {
      document = new WireFeedOutput().outputJDom(channel(feed));
    } catch (FeedException e) {
      // ROME refuses a channel without title, link or description, and `channel` gives it all three.
      throw new IllegalStateException("the feed " + feed.folder() + " was refused", e);
    }
    Element root = document.getRootElement();
    // ROME declares what it finds used, in the order of a hash; declared at the root, all three stand in one order.
    List.copyOf(root.getAdditionalNamespaces()).forEach(root::removeNamespaceDeclaration);
    namespaces(feed).forEach(root::addNamespaceDeclaration);
    Element channel = root.getChild("channel");
    List<Element> items = channel.getChildren("item");
    for (int i = 0; i < items.size(); i++) {
      addContent(items.get(i), feed.items().get(i).content());
      FeedXml.onLines(items.get(i));
    }
    FeedXml.onLines(channel);
    return document;
  }

  private static List<Namespace> namespaces(Feed feed) {
    List<Namespace> used = new ArrayList<>(List.of(ATOM, CONTENT, DC));
    if (feed.archive().isArchive()) {
      used.add(FeedXml.HISTORY);
    }
    if (feed.items().stream().anyMatch(item -> item.picture().isPresent())) {
      used.add(MEDIA);
    }
    return used;
  }

  private static Channel channel(Feed feed) {
    String title = XmlText.line(feed.title());
    String description = XmlText.line(feed.description());
    Channel channel = new Channel("rss_2.0");
    channel.setTitle(title);
    channel.setLink(XmlText.clean(feed.link()));
    channel.setDescription(description.isEmpty() ? title : description);
    channel.setLanguage(feed.language().tag());
    channel.setGenerator("Assay");
    channel.setTtl(feed.ttl());
    feed.image().map(image -> image(image, title, feed.link())).ifPresent(channel::setImage);
    List<Element> more = new ArrayList<>();
    feed.changed().ifPresent(date -> more.add(element("lastBuildDate", Namespace.NO_NAMESPACE, FeedDate.rfc822(date))));
    more.addAll(FeedLinks.of(feed, FeedFormat.RSS, ATOM));
    if (feed.archive().isArchive()) {
      more.add(new Element("archive", FeedXml.HISTORY));
    }
    channel.setForeignMarkup(more);
    channel.setItems(feed.items().stream().map(RssWriter::item).toList());
    return channel;
  }

  private static Image image(Feed.Image picture, String title, String link) {
    Feed.Image shown = picture.within(IMAGE_WIDTH, IMAGE_HEIGHT);
    Image image = new Image();
    image.setUrl(XmlText.clean(shown.url()));
    image.setTitle(title);
    image.setLink(XmlText.clean(link));
    image.setWidth(shown.width());
    image.setHeight(shown.height());
    return image;
  }

  private static Item item(FeedItem entry) {
    Item item = new Item();
    item.setTitle(XmlText.line(entry.title()));
    item.setLink(XmlText.clean(entry.link()));
    if (!entry.summary().isEmpty()) {
      Description description = new Description();
      // A description is read as markup, and the summary is plain text.
      description.setValue(Markup.text(XmlText.line(entry.summary())));
      item.setDescription(description);
    }
    item.setCategories(entry.categories().stream().map(RssWriter::category).toList());
    Guid guid = new Guid();
    guid.setValue(XmlText.clean(entry.id()));
    guid.setPermaLink(entry.isPermalink());
    item.setGuid(guid);
    List<Element> more = new ArrayList<>();
    more.add(element("pubDate", Namespace.NO_NAMESPACE, FeedDate.rfc822(entry.date())));
    if (entry.isChanged()) {
      more.add(element("updated", ATOM, FeedDate.rfc3339(entry.changed())));
    }
    for (Site.Author author : entry.authors()) {
      more.add(element("creator", DC, XmlText.line(author.name())));
    }
    entry.picture().ifPresent(picture -> addPicture(picture, more));
    item.setForeignMarkup(more);
    return item;
  }

  /// An enclosure has to say how large it is, which nobody knows of a file on another host.
  private static void addPicture(FeedItem.Picture picture, List<Element> more) {
    String url = XmlText.clean(picture.url());
    picture
        .length()
        .ifPresent(
            length ->
                more.add(
                    new Element("enclosure")
                        .setAttribute("url", url)
                        .setAttribute("length", Long.toString(length))
                        .setAttribute("type", picture.type())));
    more.add(new Element("thumbnail", MEDIA).setAttribute("url", url));
  }

  private static Category category(FeedItem.Category word) {
    Category category = new Category();
    category.setDomain(XmlText.clean(word.domain()));
    category.setValue(XmlText.line(word.term()));
    return category;
  }

  private static Element element(String name, Namespace namespace, String text) {
    return new Element(name, namespace).setText(text);
  }

  /// The whole text goes last, after the description.
  private static void addContent(Element item, String content) {
    if (!content.isEmpty()) {
      item.addContent(FeedXml.holding(new Element("encoded", CONTENT), content));
    }
  }
}
