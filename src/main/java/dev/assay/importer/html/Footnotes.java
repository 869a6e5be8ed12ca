package dev.assay.importer.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Finds footnotes by how they hang together, since feeds lose classes: a list at the end whose items are led to by
/// small signs in the text and lead back to them. What hangs together otherwise stays a list with links.
final class Footnotes {
  /// The element that stands for a mark while the text is read.
  static final String MARK = "assay-footnote";

  private final Element body;
  private final Addresses addresses;

  private Footnotes(Element body, Addresses addresses) {
    this.body = body;
    this.addresses = addresses;
  }

  /// Takes the footnotes out of a text and puts [#MARK] elements in the place of their marks.
  ///
  /// @return the items, in the order of their first marks; empty when there are none of the usual form
  static List<Element> take(Element body, Addresses addresses) {
    return new Footnotes(body, addresses).take();
  }

  private record Sign(Element link, Element whole, String target, String id) {}

  private List<Element> take() {
    Map<String, List<Sign>> signs = signs();
    if (signs.isEmpty()) {
      return List.of();
    }
    Optional<Element> list = lists().filter(found -> fits(found, signs));
    if (list.isEmpty()) {
      return List.of();
    }
    List<Element> items = new ArrayList<>(list.get().children());
    Set<String> marks = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      for (Sign sign : signs.getOrDefault(id(items.get(i)), List.of())) {
        marks.add(sign.id());
        sign.whole().replaceWith(new Element(MARK).attr("label", Integer.toString(i + 1)));
      }
    }
    items.forEach(item -> withoutWayBack(item, marks));
    container(list.get()).remove();
    return items;
  }

  /// Signs by the id that they lead to.
  private Map<String, List<Sign>> signs() {
    Map<String, List<Sign>> signs = new HashMap<>();
    for (Element link : body.getElementsByTag("a")) {
      String target = link.hasAttr("href") ? addresses.resolved(link.attr("href")) : "";
      if (!target.startsWith("#")) {
        continue;
      }
      String text = link.text().strip();
      Element parent = link.parent();
      boolean raised = parent != null && parent.normalName().equals("sup") && parent.text().strip().equals(text);
      boolean named = link.attr("role").equals("doc-noteref") || link.hasClass("footnote-ref") || link.hasClass("footnote") || !link.select("sup").isEmpty();
      if ((raised || named) && text.matches("\\[?[0-9]{1,4}\\]?|\\*+|[†‡]+")) {
        Element whole = raised && parent != null ? parent : link;
        String id = firstOf(link.id(), whole.id(), link.attr("name"));
        String key = decoded(target.substring(1));
        signs.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Sign(link, whole, key, id));
      }
    }
    return signs;
  }

  /// The last ordered list of the text, when nothing but white space comes behind it.
  private Optional<Element> lists() {
    Element last = body.select("ol").last();
    if (last == null || last.children().isEmpty()) {
      return Optional.empty();
    }
    Element top = last;
    while (top.parent() != null && !body.equals(top.parent()) && !top.normalName().equals("li")) {
      if (hasTextBehind(top)) {
        return Optional.empty();
      }
      top = top.parent();
    }
    return body.equals(top.parent()) && !hasTextBehind(top) ? Optional.of(last) : Optional.empty();
  }

  private static boolean hasTextBehind(Node node) {
    for (Node next = node.nextSibling(); next != null; next = next.nextSibling()) {
      if (next instanceof TextNode text && !text.isBlank()) {
        return true;
      }
      if (next instanceof Element element && (element.hasText() || !element.select("img,hr,pre").isEmpty())) {
        return true;
      }
    }
    return false;
  }

  /// Each item is led to, in the order of the items, and leads back.
  private boolean fits(Element list, Map<String, List<Sign>> signs) {
    List<String> order = new ArrayList<>();
    for (Element item : list.children()) {
      String id = id(item);
      List<Sign> own = signs.getOrDefault(id, List.of());
      if (!item.normalName().equals("li") || id.isEmpty() || own.isEmpty() || order.contains(id)) {
        return false;
      }
      boolean back = item.select("a[href]").stream().anyMatch(link -> isWayBack(link, own.stream().map(Sign::id).toList()));
      if (!back || own.stream().anyMatch(sign -> isInside(sign.link(), list))) {
        return false;
      }
      order.add(id);
    }
    return inOrder(order, signs);
  }

  private boolean inOrder(List<String> order, Map<String, List<Sign>> signs) {
    List<String> met = new ArrayList<>();
    for (Element link : body.getElementsByTag("a")) {
      String target = addresses.resolved(link.attr("href"));
      String key = target.startsWith("#") ? decoded(target.substring(1)) : "";
      boolean sign = signs.getOrDefault(key, List.of()).stream().anyMatch(each -> each.link().equals(link));
      if (sign && order.contains(key) && !met.contains(key)) {
        met.add(key);
      }
    }
    return met.equals(order);
  }

  private static boolean isInside(Element element, Element container) {
    for (Element at = element; at != null; at = at.parent()) {
      if (at.equals(container)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWayBack(Element link, List<String> marks) {
    String target = addresses.resolved(link.attr("href"));
    boolean named = link.attr("role").equals("doc-backlink") || link.className().contains("back") || link.className().contains("reverse");
    boolean arrow = link.text().strip().matches("[↩↑⏎^⇧↵⤴]\\x{FE0E}?|\\[?[↩↑^]\\x{FE0E}?\\]?.{0,4}");
    return target.startsWith("#") && (marks.contains(decoded(target.substring(1))) || (named && arrow));
  }

  private void withoutWayBack(Element item, Set<String> marks) {
    List<String> known = List.copyOf(marks);
    for (Element link : item.select("a[href]")) {
      if (isWayBack(link, known)) {
        Node before = link.previousSibling();
        Element parent = link.parent();
        link.remove();
        if (before instanceof TextNode text) {
          text.text(text.getWholeText().replaceFirst("[\\s\\u00a0]+$", ""));
        }
        if (parent != null && !parent.equals(item) && !parent.hasText() && parent.childrenSize() == 0) {
          parent.remove();
        }
      }
    }
  }

  /// What holds the list and nothing else: with its rule and its heading-less box.
  private Element container(Element list) {
    Element top = list;
    while (top.parent() != null && !body.equals(top.parent()) && holdsOnly(top.parent(), top)) {
      top = top.parent();
    }
    Element before = top.previousElementSibling();
    if (top.equals(list) && before != null && before.normalName().equals("hr")) {
      before.remove();
    }
    return top;
  }

  private static boolean holdsOnly(Element parent, Element child) {
    for (Node node : parent.childNodes()) {
      boolean rule = node instanceof Element element && element.normalName().equals("hr");
      boolean blank = node instanceof TextNode text && text.isBlank();
      if (!node.equals(child) && !rule && !blank && !(node instanceof org.jsoup.nodes.Comment)) {
        return false;
      }
    }
    return true;
  }

  private static String id(Element item) {
    return item.id();
  }

  private static String firstOf(String... texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  static String decoded(String fragment) {
    if (fragment.indexOf('%') < 0) {
      return fragment;
    }
    try {
      return java.net.URLDecoder.decode(fragment.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      // A lone per cent sign is a character of the id.
      return fragment;
    }
  }
}
