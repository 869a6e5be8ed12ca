package dev.assay.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The plain text of a mail, for programs that show no other: blocks with empty lines between them, lists with dashes, tables
/// line by line, and behind the words of a link where it leads.
final class MailText {
  private static final List<String> BLOCKS =
      List.of("p", "div", "section", "ul", "ol", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption", "aside", "hr", "dl");

  private final List<String> blocks = new ArrayList<>();

  private MailText() {}

  static String of(Element body) {
    MailText text = new MailText();
    text.children(body, "");
    return String.join("\n\n", text.blocks) + "\n";
  }

  private void children(Element of, String before) {
    StringBuilder loose = new StringBuilder();
    for (Node node : of.childNodes()) {
      if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
        add(before, inline(loose.toString()));
        loose.setLength(0);
        block(element, before);
      } else {
        loose.append(words(node));
      }
    }
    add(before, inline(loose.toString()));
  }

  private void add(String before, String text) {
    if (!text.isEmpty()) {
      blocks.add(before + text);
    }
  }

  private void block(Element element, String before) {
    switch (element.normalName()) {
      case "ul", "ol" -> list(element, before);
      case "table" -> table(element, before);
      case "pre" -> add("", element.wholeText().stripTrailing().lines().map(line -> before + "    " + line).collect(Collectors.joining("\n")));
      case "h1" -> {
        String title = inline(words(element));
        add(before, title + "\n" + "=".repeat(Math.min(60, Math.max(3, title.length()))));
      }
      case "h2", "h3", "h4", "h5", "h6" -> add(before, "## " + inline(words(element)));
      case "blockquote" -> children(element, before + "> ");
      case "hr" -> add(before, "---");
      default -> children(element, before);
    }
  }

  private void list(Element list, String before) {
    int number = list.attr("start").matches("-?[0-9]{1,9}") ? Integer.parseInt(list.attr("start")) : 1;
    int first = blocks.size();
    for (Element item : list.children()) {
      String mark = list.normalName().equals("ol") ? number++ + ". " : "- ";
      int at = blocks.size();
      children(item, before + "  ");
      if (blocks.size() > at) {
        blocks.set(at, before + mark + blocks.get(at).substring(before.length() + 2));
      }
    }
    List<String> items = blocks.subList(first, blocks.size());
    String whole = String.join("\n", items);
    items.clear();
    add("", whole);
  }

  private void table(Element table, String before) {
    List<String> rows = new ArrayList<>();
    for (Element caption : table.select("caption")) {
      rows.add(before + inline(words(caption)));
    }
    for (Element row : table.select("tr")) {
      String cells = row.children().stream().map(cell -> inline(words(cell))).collect(Collectors.joining(" | "));
      // A bar of colours has no words.
      if (!cells.replaceAll("[|\\s]", "").isEmpty()) {
        rows.add(before + cells);
      }
    }
    add("", String.join("\n", rows));
  }

  private static String inline(String text) {
    return text.replaceAll("[\\s\\u00a0&&[^\\n]]+", " ").replaceAll(" ?\\n ?", "\n").strip();
  }

  private static String words(Node node) {
    return switch (node) {
      case TextNode text -> text.getWholeText().replace('\n', ' ');
      case Element element when element.normalName().equals("br") -> "\n";
      case Element element when element.normalName().equals("img") -> element.attr("alt").isEmpty() ? "" : "[" + element.attr("alt") + "]";
      case Element element -> {
        // A mark of a footnote leads within the mail, and the way back from it leads nowhere in plain text.
        if (element.attr("href").contains("#fnref-")) {
          yield "";
        }
        String inside = element.childNodes().stream().map(MailText::words).collect(Collectors.joining());
        boolean leads = element.normalName().equals("a") && !element.attr("href").contains("#fn-");
        String url = leads ? element.attr("href") : "";
        yield url.isEmpty() || inside.strip().equals(url) || inside.isBlank() ? inside : inside + " <" + url + ">";
      }
      case Node _ -> "";
    };
  }
}
