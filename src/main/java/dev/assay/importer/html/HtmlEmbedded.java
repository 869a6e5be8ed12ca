package dev.assay.importer.html;

import dev.assay.importer.Remark;
import java.util.List;
import org.jsoup.nodes.Element;

/// Reads what stands in a text and is none: pictures, players, formulas, fields of forms. What a note cannot hold becomes a link
/// or words, or is told as lost.
final class HtmlEmbedded {
  private final HtmlReader reader;
  private final HtmlFlow flow;

  HtmlEmbedded(HtmlReader reader, HtmlFlow flow) {
    this.reader = reader;
    this.flow = flow;
  }

  void image(Element element, List<Mark> marks) {
    String src = reader.source(element);
    String alt = element.attr("alt").replaceAll("\\s+", " ").strip();
    if (src.isEmpty()) {
      return;
    }
    if (HtmlElements.isPixel(element)) {
      reader.losses().add(Remark.lost("a picture of one pixel, which counts readers: " + HtmlToMarkdown.cut(src)));
      return;
    }
    if (!Addresses.mayShow(src)) {
      reader.losses().add(Remark.lost("a picture whose address a page may not show" + (src.startsWith("data:") ? " (it lies in the text itself)" : ": " + HtmlToMarkdown.cut(src))));
      if (!alt.isEmpty()) {
        flow.text(alt, marks);
      }
      return;
    }
    String title = element.attr("title").replaceAll("\\s+", " ").strip();
    flow.add(new Leaf.Image(src, alt, title, HtmlElements.pixels(element, "width"), HtmlElements.pixels(element, "height"), marks));
  }

  void noscript(Element element, List<Mark> marks, int depth) {
    boolean onlyImages = !element.hasText() && !element.select("img").isEmpty();
    if (!onlyImages || element.parent() == null || element.parent().select("img").size() == element.select("img").size()) {
      flow.children(element, marks, depth);
    }
  }

  /// A box of a task has been taken already; any other is shown as the sign that a reader saw, where one saw it.
  void formField(Element element, List<Mark> marks) {
    if (element.normalName().equals("input") && element.attr("type").equalsIgnoreCase("checkbox")) {
      if (!reader.isToggle(element)) {
        flow.text(element.hasAttr("checked") ? "☑" : "☐", marks);
      }
    } else if (!element.attr("type").equalsIgnoreCase("hidden")) {
      lost("a form field (<" + element.normalName() + ">)", element);
    }
  }

  void lost(String what, Element element) {
    String words = element.text().strip();
    reader.losses().add(Remark.lost(what + (words.isEmpty() ? "" : " with the words '" + HtmlToMarkdown.cut(words) + "'")));
  }

  void math(Element element, List<Mark> marks) {
    Element tex = element.selectFirst("annotation[encoding*=tex]");
    String words = tex == null ? element.text() : "$" + tex.text().strip() + "$";
    Element shown = element.clone();
    shown.select("annotation, annotation-xml").remove();
    reader.losses().add(Remark.changed("the formula '" + HtmlToMarkdown.cut(shown.text().strip()) + "' became text: " + HtmlToMarkdown.cut(words)));
    flow.text(words, marks);
  }

  void katex(Element element, List<Mark> marks) {
    Element math = element.selectFirst("math");
    if (math == null) {
      flow.children(element, marks, 1);
    } else {
      math(math, marks);
    }
  }

  void played(Element element, List<Mark> marks) {
    Element source = element.selectFirst("source[src]");
    String written = HtmlElements.firstOf(element.attr("src"), element.attr("data-src"), element.attr("data"), source == null ? "" : source.attr("src"));
    String address = reader.addresses().resolved(written.startsWith("//") ? "https:" + written : written);
    boolean web = address.startsWith("https:") || address.startsWith("http:");
    if (!web) {
      lost("a player (<" + element.normalName() + ">)", element);
      return;
    }
    String words = element.text().strip();
    reader.losses().add(Remark.changed("<" + element.normalName() + ">" + (words.isEmpty() ? "" : " with the words '" + HtmlToMarkdown.cut(words) + "'") + " became a link: " + HtmlToMarkdown.cut(address)));
    boolean inLink = marks.stream().anyMatch(Mark.Link.class::isInstance);
    flow.flush();
    flow.text(address, inLink ? marks : HtmlElements.plus(marks, new Mark.Link(address, "", reader.nextLink())));
    flow.flush();
  }
}
