package dev.assay.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;
import org.jsoup.Jsoup;

/// What a feed validator complains of, for tests of whole feeds: the rules of RSS 2.0 and of its best practices that
/// the W3C validator checks, and our own contract on top.
public final class RssRules {
  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  private static final Namespace CONTENT = Namespace.getNamespace("http://purl.org/rss/1.0/modules/content/");
  private static final Set<String> RISKY =
      Set.of("script", "style", "iframe", "object", "embed", "form", "input", "svg", "link", "meta", "noscript");

  private final List<String> faults = new ArrayList<>();

  private RssRules() {}

  /// Every rule that a feed breaks; empty for a valid feed.
  public static List<String> brokenBy(byte[] feed) {
    RssRules rules = new RssRules();
    rules.bytes(new String(feed, StandardCharsets.UTF_8));
    try {
      rules.channel(new SAXBuilder().build(new ByteArrayInputStream(feed)).getRootElement());
    } catch (JDOMException | IOException e) {
      rules.faults.add("not well-formed: " + e.getMessage());
    }
    return rules.faults;
  }

  private void bytes(String text) {
    check(text.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), "declaration");
    check(text.indexOf('\r') < 0, "a carriage return");
    check(text.indexOf('\uFFFD') < 0, "not UTF-8");
    check(text.length() < FeedFile.LIMIT, "too large");
  }

  private void channel(Element rss) {
    check(rss.getName().equals("rss") && "2.0".equals(rss.getAttributeValue("version")), "rss version");
    check(rss.getChildren().size() == 1, "one channel");
    Element channel = rss.getChild("channel");
    for (String name : List.of("title", "link", "description", "language", "generator", "ttl")) {
      check(channel.getChildren(name).size() == 1 && !channel.getChildText(name).isBlank(), "channel " + name);
    }
    address(channel.getChildText("link"), "channel link");
    List<Element> links = channel.getChildren("link", ATOM);
    check(links.stream().filter(link -> "self".equals(link.getAttributeValue("rel"))).count() == 1, "one self link");
    links.forEach(link -> address(link.getAttributeValue("href"), "atom:link"));
    if (channel.getChild("image") != null) {
      image(channel.getChild("image"), channel);
    }
    List<Element> items = channel.getChildren("item");
    Set<String> ids = new HashSet<>();
    OffsetDateTime before = OffsetDateTime.MAX;
    OffsetDateTime built = items.isEmpty() ? OffsetDateTime.MAX : date(channel.getChildText("lastBuildDate"), "lastBuildDate");
    for (Element item : items) {
      check(ids.add(item.getChildText("guid")), "guid twice: " + item.getChildText("guid"));
      OffsetDateTime date = item(item);
      check(!date.isAfter(before), "order of " + item.getChildText("title"));
      check(!date.isAfter(built), "lastBuildDate before " + item.getChildText("title"));
      before = date;
    }
  }

  private void image(Element image, Element channel) {
    check(image.getChildText("title").equals(channel.getChildText("title")), "image title");
    check(image.getChildText("link").equals(channel.getChildText("link")), "image link");
    address(image.getChildText("url"), "image url");
    int width = Integer.parseInt(image.getChildText("width"));
    int height = Integer.parseInt(image.getChildText("height"));
    check(width >= 1 && width <= 144 && height >= 1 && height <= 400, "image size " + width + "×" + height);
  }

  private OffsetDateTime item(Element item) {
    String title = item.getChildText("title");
    for (String name : List.of("title", "link", "guid", "pubDate")) {
      check(item.getChildren(name).size() == 1 && !item.getChildText(name).isBlank(), name + " of " + title);
    }
    address(item.getChildText("link"), "link of " + title);
    if (!"false".equals(item.getChild("guid").getAttributeValue("isPermaLink"))) {
      check(item.getChildText("guid").equals(item.getChildText("link")), "guid of " + title + " is no permalink");
    }
    List<String> names = item.getChildren().stream().map(Element::getName).toList();
    int content = names.indexOf("encoded");
    check(content < 0 || names.indexOf("description") < content, "content before the description of " + title);
    item.getChildren("category").forEach(c -> check(!c.getAttributeValue("domain", "").isBlank() && !c.getText().isBlank(), "category of " + title));
    OffsetDateTime date = date(item.getChildText("pubDate"), "pubDate of " + title);
    String updated = item.getChildText("updated", ATOM);
    check(updated == null || OffsetDateTime.parse(updated).isAfter(date), "updated of " + title);
    if (content >= 0) {
      markup(item.getChildText("encoded", CONTENT), title);
    }
    return date;
  }

  private void markup(String html, String title) {
    for (org.jsoup.nodes.Element element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
      check(!RISKY.contains(element.normalName()), "<" + element.normalName() + "> in " + title);
      for (org.jsoup.nodes.Attribute attribute : element.attributes()) {
        String name = attribute.getKey();
        check(!name.startsWith("on") && !name.equals("style") && !name.startsWith("data-"), name + " in " + title);
        switch (name) {
          case "href", "cite" -> absolute(attribute.getValue(), name + " in " + title);
          case "src", "poster" -> address(attribute.getValue(), name + " in " + title);
          case "srcset" -> List.of(attribute.getValue().split(", ", -1)).forEach(c -> address(c, name + " in " + title));
          default -> {}
        }
      }
    }
  }

  private void address(String text, String what) {
    check(text != null && text.matches("https?://[^\\s<>\"]+.*"), what + ": " + text);
  }

  private void absolute(String text, String what) {
    check(text.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"]+"), what + ": " + text);
    check(!text.toLowerCase(Locale.ROOT).startsWith("javascript:"), what + ": " + text);
  }

  private OffsetDateTime date(String text, String what) {
    try {
      check(text.matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d [+-]\\d{4}"), what + ": " + text);
      // The day of the week has to be right too.
      return OffsetDateTime.parse(text, DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss Z", Locale.ENGLISH));
    } catch (DateTimeParseException e) {
      faults.add(what + ": " + text);
      return OffsetDateTime.MIN;
    }
  }

  private void check(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
