package dev.assay.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The thorough way through markup: parses it as a browser would, so that raw HTML of any make comes out plain.
final class ParsedMarkup {
  private static final Set<String> UNSEEN = Set.of("0", "1");

  private ParsedMarkup() {}

  static String rewritten(String html, PageAddress page) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    Element body = document.body();
    flattenLineTables(body);
    frameCallouts(body);
    body.getAllElements().stream().skip(1).toList().forEach(element -> rewrite(element, page));
    List<Comment> comments = new ArrayList<>();
    body.traverse((node, _) -> {
      if (node instanceof Comment comment) {
        comments.add(comment);
      }
    });
    comments.forEach(Node::remove);
    return body.html();
  }

  /// Code set in a table with its line numbers beside it becomes the code alone.
  private static void flattenLineTables(Element body) {
    for (Element table : List.copyOf(body.select("table.lntable, table.highlighttable, figure.highlight table"))) {
      Element code = table.select("pre").last();
      if (code != null) {
        table.replaceWith(code);
      }
    }
  }

  /// The box around a remark becomes a quotation with a bold title: what is left of it without our styles.
  private static void frameCallouts(Element body) {
    body.select("aside.callout").forEach(box -> box.tagName("blockquote"));
    body.select(".callout-title").forEach(title -> title.html("<strong>" + title.html() + "</strong>"));
  }

  private static void rewrite(Element element, PageAddress page) {
    String tag = element.normalName();
    if (tag.equals("input")) {
      rewriteInput(element);
    } else if (tag.equals("iframe")) {
      linkFrame(element, page);
    } else if (FeedTags.DROPPED.contains(tag) || element.hasAttr("hidden") || FeedTags.isPageOnly(element.className())) {
      element.remove();
    } else if (FeedTags.PLAIN.contains(tag) || FeedTags.MATH.contains(tag)) {
      List<Attribute> written = element.attributes().asList();
      element.clearAttributes();
      for (Attribute attribute : written) {
        FeedTags.attribute(tag, attribute.getKey().toLowerCase(Locale.ROOT), attribute.getValue(), page)
            .filter(kept -> !element.hasAttr(kept.name()))
            .ifPresent(kept -> element.attr(kept.name(), kept.value()));
      }
      if (tag.equals("span") && element.attributes().isEmpty()) {
        element.unwrap(); // without our style it says nothing
      }
    } else {
      element.unwrap();
    }
  }

  /// A film or a map from elsewhere becomes a link to it: readers take frames out, and nothing would say that one was
  /// there. Frames that nobody is meant to see go.
  private static void linkFrame(Element frame, PageAddress page) {
    String address = frame.hasAttr("src") ? page.shown(frame.attr("src")) : "";
    String style = frame.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
    boolean seen =
        !frame.hasAttr("hidden") && !style.contains("display:none") && !UNSEEN.contains(frame.attr("width"))
            && !UNSEEN.contains(frame.attr("height"));
    if (!seen || !address.startsWith("http")) {
      frame.remove();
      return;
    }
    String title = frame.attr("title").strip();
    boolean linked = frame.closest("a") != null;
    Element link = linked ? new Element("span") : new Element("a").attr("href", address);
    frame.replaceWith(link.text(title.isEmpty() ? address : title));
  }

  private static void rewriteInput(Element input) {
    if (input.attr("type").equalsIgnoreCase("checkbox")) {
      input.replaceWith(new TextNode(input.hasAttr("checked") ? FeedTags.DONE : FeedTags.TO_DO));
    } else {
      input.remove();
    }
  }
}
