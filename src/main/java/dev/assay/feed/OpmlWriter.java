package dev.assay.feed;

import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;

/// A list of feeds for reader programs to take in at once: OPML 2.0.
public final class OpmlWriter {
  private OpmlWriter() {}

  /// Feeds that belong together.
  ///
  /// @param label plain text
  public record Group(String label, List<Line> feeds) {
    public Group {
      feeds = List.copyOf(feeds);
    }
  }

  /// One feed.
  ///
  /// @param title       plain text
  /// @param description plain text; empty when there is none
  /// @param feed        its absolute address, in RSS
  /// @param page        the absolute address of the page that shows the same
  /// @param language    a language tag
  public record Line(String title, String description, String feed, String page, String language) {}

  /// The whole file: UTF-8, lines ended by LF. A group without feeds is left out.
  public static byte[] write(String title, List<Group> groups) {
    Element head = new Element("head");
    head.addContent(new Element("title").setText(XmlText.line(title)));
    FeedXml.onLines(head);
    Element body = new Element("body");
    groups.stream().filter(group -> !group.feeds().isEmpty()).forEach(group -> body.addContent(group(group)));
    FeedXml.onLines(body);
    Element root = new Element("opml").setAttribute("version", "2.0").addContent(head).addContent(body);
    FeedXml.onLines(root);
    return FeedXml.print(new Document(root), "");
  }

  private static Element group(Group group) {
    Element outline = new Element("outline").setAttribute("text", XmlText.line(group.label()));
    for (Line feed : group.feeds()) {
      String title = XmlText.line(feed.title());
      Element line = new Element("outline").setAttribute("type", "rss").setAttribute("text", title).setAttribute("title", title);
      if (!feed.description().isEmpty()) {
        line.setAttribute("description", XmlText.line(feed.description()));
      }
      line.setAttribute("xmlUrl", XmlText.clean(feed.feed()))
          .setAttribute("htmlUrl", XmlText.clean(feed.page()))
          .setAttribute("language", feed.language())
          .setAttribute("version", "RSS2");
      outline.addContent(line);
    }
    FeedXml.onLines(outline);
    return outline;
  }
}
