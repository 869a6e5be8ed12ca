package dev.assay.markdown;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// HTML without what two good renderings of one text may say differently: the order of attributes, how characters are written, white space
/// that nobody sees, and what Assay adds to every page and CommonMark knows nothing of.
final class CommonHtml {
  private static final Set<String> BLOCKS =
      Set.of(
          "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "div", "table", "thead", "tbody", "tr", "td", "th", "dl", "dt", "dd", "section", "details",
          "summary", "body", "br");
  private static final List<String> ADDED = List.of("loading", "decoding", "tabindex");

  private CommonHtml() {}

  static String of(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    Element body = document.body();
    // Ids of headings lead to them; the specification has none.
    body.select("h1, h2, h3, h4, h5, h6").removeAttr("id");
    // Colours and the frame of code.
    body.select("pre span[class]").unwrap();
    StringBuilder out = new StringBuilder();
    body.childNodes().forEach(node -> append(node, false, out));
    return out.toString().replaceAll("\\s+(</?(?:" + String.join("|", BLOCKS) + ")[ >])", "$1").replaceAll("(</?(?:" + String.join("|", BLOCKS) + ")(?: [^<>]*)?>)\\s+", "$1").strip();
  }

  private static void append(Node node, boolean code, StringBuilder out) {
    switch (node) {
      case TextNode text -> {
        String said = code ? text.getWholeText().replace(' ', '·').replace("\n", "⏎").replace("\t", "→") : text.getWholeText().replaceAll("[ \t\r\n]+", " ");
        out.append(said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
      }
      case DataNode data -> out.append(data.getWholeData().strip());
      case Element element -> {
        String name = element.normalName();
        out.append('<').append(name);
        attributes(element).forEach((key, value) -> out.append(' ').append(key).append("=\"").append(value.replace("\"", "&quot;")).append('"'));
        out.append('>');
        boolean inside = code || name.equals("pre");
        element.childNodes().forEach(child -> append(child, inside, out));
        out.append("</").append(name).append('>');
      }
      case Node other -> out.append(other.outerHtml().strip());
    }
  }

  private static TreeMap<String, String> attributes(Element element) {
    TreeMap<String, String> attributes = new TreeMap<>();
    for (Attribute attribute : element.attributes()) {
      if (!ADDED.contains(attribute.getKey())) {
        boolean address = attribute.getKey().equals("href") || attribute.getKey().equals("src");
        attributes.put(attribute.getKey(), address ? decoded(attribute.getValue()) : attribute.getValue());
      }
    }
    return attributes;
  }

  /// An address with its characters as they are: how they are written out in a page is for the room that prints addresses.
  private static String decoded(String address) {
    try {
      return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
