package dev.assay.importer.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Reads elements that hold blocks of their own: headings, lists, tables, figures.
final class HtmlStructures {
  private final HtmlReader reader;
  private final HtmlFlow flow;

  HtmlStructures(HtmlReader reader, HtmlFlow flow) {
    this.reader = reader;
    this.flow = flow;
  }

  void structure(Element element, String name, List<Mark> marks, int depth) {
    switch (name) {
      case "blockquote" -> {
        List<Block> inner = reader.inside(element, marks, flow.blockDepth() + 1);
        if (!inner.isEmpty()) {
          flow.block(new Block.Quote(inner));
        }
      }
      case "ul", "ol", "menu", "dir" -> list(element, marks);
      case "dl" -> definitions(element, marks);
      case "table" -> table(element, marks, depth);
      case "figure" -> figure(element, marks, depth);
      default -> details(element, marks);
    }
  }

  void heading(Element element, List<Mark> marks, int depth) {
    String id = element.id().strip();
    for (Element sign : element.childrenSize() == 0 ? List.<Element>of() : element.select("a, button")) {
      if (isPermalink(sign)) {
        id = id.isEmpty() ? HtmlElements.firstOf(sign.id(), sign.attr("name")) : id;
        sign.remove();
      }
    }
    for (Element inner : element.childrenSize() == 0 ? List.<Element>of() : element.select("[id], a[name]")) {
      if (id.isEmpty() && !inner.equals(element)) {
        id = HtmlElements.firstOf(inner.id(), inner.attr("name")).strip();
      }
    }
    List<Leaf> leaves = new ArrayList<>(reader.line(element, marks, depth));
    flow.flush();
    if (id.isEmpty()) {
      id = flow.takeLastAnchor();
    }
    String own = id;
    leaves.removeIf(leaf -> leaf instanceof Leaf.Anchor(String anchor, _) && anchor.equals(own));
    if (!leaves.isEmpty()) {
      int level = element.normalName().charAt(1) - '0';
      List<Leaf> whole = flow.withAnchors(leaves);
      flow.block(new Block.Heading(level, id.chars().anyMatch(Character::isWhitespace) ? "" : id, whole));
    }
  }

  private boolean isPermalink(Element sign) {
    String target = sign.normalName().equals("a") ? reader.addresses().resolved(sign.attr("href")) : "#";
    boolean place = target.startsWith("#") || sign.attr("href").isEmpty();
    String text = sign.text().strip();
    boolean named = sign.className().matches(".*(?:anchor|permalink|headerlink|header-link|heading-link|hash-link).*");
    return place && sign.select("img").isEmpty()
        && (text.isEmpty() || text.matches("[#¶§∞⚓🔗\\x{FE0F}]+") || (named && text.length() < 3));
  }

  private void list(Element element, List<Mark> marks) {
    List<Block.Item> items = new ArrayList<>();
    boolean loose = false;
    flow.flush();
    for (Node child : element.childNodes()) {
      if (child instanceof Element item && item.normalName().equals("li")) {
        loose |= item.children().stream().anyMatch(inner -> inner.normalName().equals("p"));
        items.add(item(item, marks));
      } else if (child instanceof Element other && (other.hasText() || !other.select("img").isEmpty())) {
        // A list right inside a list belongs to the item above it, and so does whatever else strayed here.
        List<Block> stray = reader.inside(wrapped(other), marks, flow.blockDepth() + 1);
        if (items.isEmpty()) {
          items.add(new Block.Item(Optional.empty(), Optional.empty(), stray));
        } else {
          Block.Item above = items.removeLast();
          List<Block> all = new ArrayList<>(above.blocks());
          all.addAll(stray);
          items.add(new Block.Item(above.done(), above.value(), all));
        }
      } else if (child instanceof TextNode text && !text.isBlank()) {
        List<Leaf> stray = Run.tidy(List.of(new Leaf.Words(text.text(), marks)));
        if (!stray.isEmpty()) {
          items.add(new Block.Item(Optional.empty(), Optional.empty(), List.of(new Block.Text(stray))));
        }
      }
    }
    items.removeIf(item -> item.blocks().isEmpty());
    if (!items.isEmpty()) {
      boolean ordered = element.normalName().equals("ol");
      int start = ordered ? HtmlElements.whole(element.attr("start")).orElse(1) : 1;
      String type = ordered ? element.attr("type").strip() + (element.hasAttr("reversed") ? " reversed" : "") : "";
      flow.block(new Block.Listing(ordered, start, type.equals("1") ? "" : type, loose, List.copyOf(items)));
    }
  }

  /// An element in a container of its own.
  private Element wrapped(Element element) {
    Element wrapper = new Element("div");
    wrapper.appendChild(element.clone());
    return wrapper;
  }

  private Block.Item item(Element item, List<Mark> marks) {
    Element box = item.childrenSize() == 0 ? null : box(item);
    Optional<Boolean> done = Optional.empty();
    if (box != null && isFirst(box, item)) {
      done = Optional.of(box.hasAttr("checked"));
      box.remove();
    }
    List<Block> inner = reader.inside(item, marks, flow.blockDepth() + 1);
    Optional<Integer> value = HtmlElements.whole(item.attr("value"));
    return new Block.Item(done, value, inner);
  }

  private @Nullable Element box(Element item) {
    Element input = item.getElementsByTag("input").first();
    return input != null && input.attr("type").equalsIgnoreCase("checkbox") && !HtmlElements.isHidden(input) ? input : null;
  }

  private boolean isFirst(Element box, Element item) {
    for (Node at = box; at != null && !at.equals(item); at = at.parent()) {
      for (Node before = at.previousSibling(); before != null; before = before.previousSibling()) {
        if (before instanceof Element || (before instanceof TextNode text && !text.isBlank())) {
          return false;
        }
      }
    }
    return true;
  }

  /// Terms and meanings, also those in a `div`; whatever else strayed there is a meaning.
  private void parts(Element element, List<Element> parts) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text && !text.isBlank()) {
        parts.add(new Element("dd").appendText(text.getWholeText()));
      } else if (child instanceof Element inner) {
        switch (inner.normalName()) {
          case "dt", "dd" -> parts.add(inner);
          case "div" -> parts(inner, parts);
          default -> parts.add(wrapped(inner));
        }
      }
    }
  }

  private void definitions(Element element, List<Mark> marks) {
    List<Block.Entry> entries = new ArrayList<>();
    List<Element> parts = new ArrayList<>();
    parts(element, parts);
    for (Element part : parts) {
      boolean term = part.normalName().equals("dt");
      if (entries.isEmpty() || (term && !entries.getLast().meanings().isEmpty())) {
        entries.add(new Block.Entry(new ArrayList<>(), new ArrayList<>()));
      }
      if (term) {
        entries.getLast().terms().add(reader.line(part, marks));
      } else {
        entries.getLast().meanings().add(reader.inside(part, marks, flow.blockDepth() + 1));
      }
    }
    for (Block.Entry entry : entries) {
      entry.terms().removeIf(List::isEmpty);
    }
    entries.removeIf(entry -> entry.terms().isEmpty() && entry.meanings().stream().allMatch(List::isEmpty));
    if (!entries.isEmpty()) {
      flow.block(new Block.Definitions(entries));
    }
  }

  private void table(Element element, List<Mark> marks, int depth) {
    Optional<Block.Table> table = new TableReader(cell -> reader.inside(cell, marks, flow.blockDepth() + 1), caption -> reader.line(caption, marks)).read(element);
    if (table.isPresent()) {
      flow.block(table.get());
    } else {
      flow.flush();
      flow.children(element, marks, depth);
      flow.flush();
    }
  }

  private void figure(Element element, List<Mark> marks, int depth) {
    // A figure may hold figures with captions of their own.
    Element caption = element.select("figcaption").stream().filter(each -> element.equals(each.closest("figure"))).findFirst().orElse(null);
    if (caption == null || !caption.hasText()) {
      flow.flush();
      flow.children(element, marks, depth);
      flow.flush();
      return;
    }
    List<Leaf> words = reader.line(caption, marks);
    caption.remove();
    List<Block> inner = reader.inside(element, marks, flow.blockDepth() + 1);
    if (inner.isEmpty()) {
      flow.block(new Block.Text(words));
    } else {
      flow.block(new Block.Figure(inner, words));
    }
  }

  private void details(Element element, List<Mark> marks) {
    Element summary = element.children().stream().filter(child -> child.normalName().equals("summary")).findFirst().orElse(null);
    List<Leaf> words = summary == null ? List.of() : reader.line(summary, marks);
    if (summary != null) {
      summary.remove();
    }
    List<Block> inner = reader.inside(element, marks, flow.blockDepth() + 1);
    if (!words.isEmpty() || !inner.isEmpty()) {
      flow.block(new Block.Details(element.hasAttr("open"), words, inner));
    }
  }
}
