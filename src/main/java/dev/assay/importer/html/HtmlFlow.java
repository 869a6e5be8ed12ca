package dev.assay.importer.html;

import dev.assay.importer.Remark;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Blocks and the text between them, in the order in which they come in one container.
final class HtmlFlow {
  private static final int DEEPEST = 250;
  private static final String TOO_DEEP = "elements nested deeper than " + DEEPEST + " became plain text";

  private final HtmlReader reader;
  private final HtmlStructures structures;
  private final HtmlEmbedded embedded;
  private final List<Block> blocks = new ArrayList<>();
  private final Run run = new Run();
  private final List<Leaf> anchors = new ArrayList<>();
  private final int blockDepth;

  /// @param blockDepth how many containers it stands in
  HtmlFlow(HtmlReader reader, int blockDepth) {
    this.reader = reader;
    this.blockDepth = blockDepth;
    this.structures = new HtmlStructures(reader, this);
    this.embedded = new HtmlEmbedded(reader, this);
  }

  int blockDepth() {
    return blockDepth;
  }

  void text(String text, List<Mark> marks) {
    run.text(text, marks);
  }

  void add(Leaf leaf) {
    run.add(leaf);
  }

  /// The name of the last anchor that waits for its text, which has it no longer; empty when none waits.
  String takeLastAnchor() {
    if (!anchors.isEmpty() && anchors.getLast() instanceof Leaf.Anchor(String name, _)) {
      anchors.removeLast();
      return name;
    }
    return "";
  }

  List<Block> finish() {
    flush();
    if (!anchors.isEmpty()) {
      blocks.add(new Block.Text(List.copyOf(anchors)));
    }
    return blocks;
  }

  void flush() {
    for (List<Leaf> paragraph : run.finish()) {
      if (Run.isOnlyAnchors(paragraph)) {
        anchors.addAll(paragraph);
      } else {
        blocks.add(new Block.Text(withAnchors(paragraph)));
      }
    }
  }

  List<Leaf> withAnchors(List<Leaf> leaves) {
    if (anchors.isEmpty()) {
      return leaves;
    }
    List<Leaf> all = new ArrayList<>(anchors);
    all.addAll(leaves);
    anchors.clear();
    return all;
  }

  void block(Block block) {
    flush();
    if (!anchors.isEmpty() && !(block instanceof Block.Heading)) {
      blocks.add(new Block.Text(List.copyOf(anchors)));
      anchors.clear();
    }
    blocks.add(block);
  }

  void children(Element parent, List<Mark> marks, int depth) {
    if (depth > DEEPEST) {
      reader.losses().add(Remark.changed(TOO_DEEP));
      run.text(parent.text(), marks);
      return;
    }
    for (Node child : parent.childNodes()) {
      if (child instanceof TextNode text) {
        run.text(text.getWholeText(), marks);
      } else if (child instanceof Element element) {
        element(element, marks, depth + 1);
      }
    }
  }

  private void element(Element element, List<Mark> marks, int depth) {
    String name = element.normalName();
    anchor(element);
    if (CodeReader.isCode(element)) {
      code(element, marks);
      return;
    }
    if (HtmlElements.SILENT.contains(name)) {
      return;
    }
    String inline = HtmlElements.INLINE.get(name);
    if (inline != null) {
      inline(element, inline, marks, depth);
      return;
    }
    if (HtmlElements.PLAYED.contains(name)) {
      embedded.played(element, marks);
      return;
    }
    switch (name) {
      case "a" -> link(element, marks, depth);
      case "br" -> run.add(new Leaf.Break(List.of()));
      case "img", "image" -> embedded.image(element, marks);
      case Footnotes.MARK -> run.add(new Leaf.FootnoteMark(element.attr("label"), List.of()));
      case "input", "button", "select", "textarea", "option", "progress", "meter", "canvas", "dialog" -> embedded.formField(element, marks);
      case "svg" -> embedded.lost("a drawing (<svg>)", element);
      case "math" -> embedded.math(element, marks);
      case "noscript" -> embedded.noscript(element, marks, depth);
      case "hr" -> block(new Block.Rule());
      default -> blockElement(element, name, marks, depth);
    }
  }

  private void blockElement(Element element, String name, List<Mark> marks, int depth) {
    boolean tooDeep = blockDepth >= HtmlReader.DEEPEST_BLOCK;
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> structures.heading(element, marks, depth);
      case "blockquote", "ul", "ol", "dl", "menu", "dir", "table", "figure", "details" -> {
        if (tooDeep) {
          flush();
          reader.losses().add(Remark.changed("lists, quotes and tables nested deeper than " + HtmlReader.DEEPEST_BLOCK + " became paragraphs"));
          children(element, marks, depth);
          flush();
        } else {
          structures.structure(element, name, marks, depth);
        }
      }
      default -> {
        // `p`, `div`, `section` and whatever else there is: what they hold stands on lines of its own.
        flush();
        children(element, marks, depth);
        flush();
      }
    }
  }

  private void anchor(Element element) {
    if (reader.targets().isEmpty() || HtmlElements.isHeading(element)) {
      return;
    }
    for (String attribute : List.of("id", "name")) {
      String id = element.attr(attribute).strip();
      boolean named = attribute.equals("id") || element.normalName().equals("a");
      if (named && !id.isEmpty() && reader.targets().remove(id)) {
        run.add(new Leaf.Anchor(id, List.of()));
      }
    }
  }

  private void inline(Element element, String inline, List<Mark> marks, int depth) {
    if (element.hasClass("katex") || element.normalName().equals("mjx-container")) {
      embedded.katex(element, marks);
      return;
    }
    if (inline.equals("code")) {
      codeText(element, marks, depth);
      return;
    }
    if (inline.isEmpty()) {
      children(element, marks, depth);
      return;
    }
    String extra =
        switch (inline) {
          case "abbr", "dfn" -> element.attr("title");
          case "time" -> element.attr("datetime");
          default -> "";
        };
    Mark mark = new Mark.Tag(inline, extra);
    children(element, marks.contains(mark) ? marks : HtmlElements.plus(marks, mark), depth);
  }

  private void codeText(Element element, List<Mark> marks, int depth) {
    if (depth < DEEPEST && (element.childrenSize() == 0 || element.select("pre,p,div,ul,ol,table,img,br").isEmpty())) {
      codeLeaves(element, marks, depth);
    } else {
      children(element, marks, depth);
    }
  }

  private void codeLeaves(Element element, List<Mark> marks, int depth) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        String words = text.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " ");
        if (words.isBlank()) {
          run.text(words, marks);
        } else {
          run.add(new Leaf.Code(words, marks));
        }
      } else if (child instanceof Element inner) {
        boolean link = inner.normalName().equals("a") && !reader.target(inner).isEmpty();
        String tag = HtmlElements.INLINE.getOrDefault(inner.normalName(), "");
        List<Mark> all = link ? HtmlElements.plus(marks, reader.mark(inner, reader.target(inner))) : tag.isEmpty() || tag.equals("code") ? marks : HtmlElements.plus(marks, new Mark.Tag(tag, ""));
        if (depth < DEEPEST) {
          codeLeaves(inner, all, depth + 1);
        } else {
          reader.losses().add(Remark.changed(TOO_DEEP));
          run.text(inner.text(), all);
        }
      }
    }
  }

  private void link(Element element, List<Mark> marks, int depth) {
    String target = reader.target(element);
    boolean inLink = marks.stream().anyMatch(Mark.Link.class::isInstance);
    boolean silent = !element.hasText() && (element.childrenSize() == 0 || element.select("img,svg,iframe,video").isEmpty());
    if (target.isEmpty() || inLink || silent) {
      children(element, marks, depth);
      return;
    }
    if (element.childrenSize() > 0 && !element.select("p,div,h1,h2,h3,h4,h5,h6,ul,ol,table,blockquote,pre,figure,section,article").isEmpty()) {
      reader.losses().add(Remark.changed("a link around several blocks became a link in each of them"));
    }
    children(element, HtmlElements.plus(marks, reader.mark(element, target)), depth);
  }

  private void code(Element element, List<Mark> marks) {
    CodeReader.caption(element).ifPresent(caption -> {
      flush();
      run.text(" ", List.of());
      children(caption, marks, 0);
      flush();
    });
    if (CodeReader.isNumbered(element)) {
      reader.losses().add(Remark.changed("the numbers of lines beside code were left out"));
    }
    Block.Code code = CodeReader.read(element);
    if (!code.text().isEmpty()) {
      if (isSetInside(element)) {
        reader.losses().add(Remark.changed("what was set bold, marked or linked inside code is plain code"));
      }
      block(code);
    }
  }

  /// Whether words in code are set otherwise than the rest by hand, not by a highlighter.
  private static boolean isSetInside(Element element) {
    boolean bare = element.childrenSize() == 0 || (element.childrenSize() == 1 && element.child(0).childrenSize() == 0);
    return !bare && !element.select("pre a[href^=http], pre b, pre i, pre strong, pre em, pre mark, pre del, pre ins").isEmpty() && element.select("pre span[class]").isEmpty();
  }
}
