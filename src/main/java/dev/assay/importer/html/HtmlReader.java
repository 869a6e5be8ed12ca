package dev.assay.importer.html;

import dev.assay.importer.Remark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Reads HTML as an article: what a reader of a feed would see of it, without what only a page needs. Everything that
/// is left out and had something to say is told to [Losses].
///
/// [HtmlFlow] reads one container, with [HtmlStructures] for what holds containers and [HtmlEmbedded] for what is no text;
/// [HtmlElements] knows elements by their names. Here is what they share.
final class HtmlReader {
  static final int DEEPEST_BLOCK = 16;

  private final Addresses addresses;
  private final Losses losses;
  private final Set<String> targets = new HashSet<>();
  private final Set<String> labelled = new HashSet<>();
  private int links;

  private HtmlReader(Addresses addresses, Losses losses) {
    this.addresses = addresses;
    this.losses = losses;
  }

  static Article read(String html, Addresses addresses, Losses losses, boolean withFootnotes) {
    return new HtmlReader(addresses, losses).article(html, withFootnotes);
  }

  private Article article(String html, boolean withFootnotes) {
    Element body = Jsoup.parseBodyFragment(html).body();
    List<Element> notes = withFootnotes ? Footnotes.take(body, addresses) : List.of();
    body.getElementsByTag("label").forEach(label -> labelled.add(label.attr("for")));
    targets(body);
    notes.forEach(this::targets);
    List<Block> blocks = inside(body, List.of(), 0);
    return new Article(blocks, notes.stream().map(note -> inside(note, List.of(), 0)).toList());
  }

  private void targets(Element in) {
    for (Element link : in.getElementsByTag("a")) {
      String href = link.attr("href");
      String target = href.indexOf('#') < 0 ? "" : addresses.resolved(href);
      if (target.length() > 1 && target.startsWith("#")) {
        targets.add(Footnotes.decoded(target.substring(1)));
      }
    }
  }

  /// The blocks in one container.
  List<Block> inside(Element element, List<Mark> marks, int depth) {
    HtmlFlow flow = new HtmlFlow(this, depth);
    flow.children(element, marks, 0);
    return flow.finish();
  }

  /// The text in an element that holds no blocks; blocks in it become parts of one line.
  List<Leaf> line(Element element, List<Mark> marks) {
    return line(element, marks, 0);
  }

  /// The same of an element that may stand in others of its kind.
  ///
  /// @param depth how deep it stands
  List<Leaf> line(Element element, List<Mark> marks, int depth) {
    HtmlFlow flow = new HtmlFlow(this, DEEPEST_BLOCK);
    flow.children(element, marks, depth);
    List<Leaf> line = new ArrayList<>();
    for (Block block : flow.finish()) {
      List<Leaf> leaves = Leaves.inLine(block);
      if (!line.isEmpty() && !leaves.isEmpty()) {
        line.add(new Leaf.Break(List.of()));
      }
      line.addAll(leaves);
    }
    return Run.tidy(line);
  }

  Mark.Link mark(Element link, String target) {
    String title = link.attr("title");
    return new Mark.Link(target, title.isEmpty() ? "" : title.replaceAll("\\s+", " ").strip(), links++);
  }

  /// Where a link leads; empty for one that may not be followed.
  String target(Element link) {
    String target = addresses.resolved(link.attr("href"));
    if (target.isEmpty() || target.equals("#")) {
      return "";
    }
    if (!Addresses.mayFollow(target)) {
      losses.add(Remark.lost("the address of a link, because pages may not lead to '" + Addresses.scheme(target) + ":': " + HtmlToMarkdown.cut(target)));
      return "";
    }
    return target;
  }

  /// The address of a picture, also of one that a script would load later.
  String source(Element image) {
    String src = image.attr("src").strip();
    boolean placeholder = src.isEmpty() || src.startsWith("data:image/gif") || src.startsWith("data:image/svg");
    if (placeholder) {
      for (String lazy : List.of("data-src", "data-original", "data-lazy-src", "data-orig-file", "data-actualsrc")) {
        if (!image.attr(lazy).isBlank()) {
          return addresses.resolved(image.attr(lazy));
        }
      }
    }
    return addresses.resolved(src);
  }

  Addresses addresses() {
    return addresses;
  }

  Losses losses() {
    return losses;
  }

  /// The places of the text that its links lead to and that were not met yet.
  Set<String> targets() {
    return targets;
  }

  /// True for a box that opens a menu: a page hides it and shows a label in its place.
  boolean isToggle(Element box) {
    return HtmlElements.isHidden(box) || (!box.hasAttr("disabled") && !box.id().isEmpty() && labelled.contains(box.id()));
  }

  /// A number that no other link has.
  int nextLink() {
    return links++;
  }
}
