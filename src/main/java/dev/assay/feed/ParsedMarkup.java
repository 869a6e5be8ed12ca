package dev.assay.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The thorough way through markup: parses it as a browser would, so that raw HTML of any make comes out plain.
final class ParsedMarkup {
  private ParsedMarkup() {}

  static String rewritten(String html, PageAddress page) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    Element body = document.body();
    flattenLineTables(body);
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

  private static void rewrite(Element element, PageAddress page) {
    String tag = element.normalName();
    if (tag.equals("input")) {
      rewriteInput(element);
    } else if (FeedTags.DROPPED.contains(tag) || element.hasAttr("hidden") || FeedTags.isPageOnly(element.className())) {
      element.remove();
    } else if (FeedTags.PLAIN.contains(tag) || FeedTags.MATH.contains(tag)) {
      for (Attribute attribute : element.attributes().asList()) {
        String name = attribute.getKey();
        element.removeAttr(name);
        FeedTags.attribute(tag, name.toLowerCase(Locale.ROOT), attribute.getValue(), page)
            .ifPresent(kept -> element.attr(kept.name(), kept.value()));
      }
    } else {
      element.unwrap();
    }
  }

  private static void rewriteInput(Element input) {
    if (input.attr("type").equalsIgnoreCase("checkbox")) {
      input.replaceWith(new TextNode(input.hasAttr("checked") ? FeedTags.DONE : FeedTags.TO_DO));
    } else {
      input.remove();
    }
  }
}
