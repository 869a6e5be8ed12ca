package dev.assay.importer.html;

import dev.assay.importer.Remark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Reads HTML as an article: what a reader of a feed would see of it, without what only a page needs. Everything that
/// is left out and had something to say is told to [Losses].
final class HtmlReader {
  private static final int DEEPEST = 250;
  private static final int DEEPEST_BLOCK = 16;

  /// Elements that stand inside a sentence, and what Markdown's own output calls them; empty for those that only
  /// change how words look.
  private static final Map<String, String> INLINE =
      Map.ofEntries(
          Map.entry("b", "strong"), Map.entry("strong", "strong"), Map.entry("i", "em"), Map.entry("em", "em"), Map.entry("del", "del"),
          Map.entry("s", "del"), Map.entry("strike", "del"), Map.entry("sub", "sub"), Map.entry("sup", "sup"), Map.entry("mark", "mark"),
          Map.entry("kbd", "kbd"), Map.entry("ins", "ins"), Map.entry("u", "u"), Map.entry("small", "small"), Map.entry("abbr", "abbr"),
          Map.entry("acronym", "abbr"), Map.entry("q", "q"), Map.entry("cite", "cite"), Map.entry("var", "var"), Map.entry("samp", "samp"),
          Map.entry("dfn", "dfn"), Map.entry("time", "time"), Map.entry("bdi", "bdi"), Map.entry("ruby", "ruby"), Map.entry("rt", "rt"),
          Map.entry("rp", "rp"), Map.entry("span", ""), Map.entry("font", ""), Map.entry("big", ""), Map.entry("label", ""),
          Map.entry("nobr", ""), Map.entry("data", ""), Map.entry("blink", ""), Map.entry("tt", "code"), Map.entry("code", "code"),
          Map.entry("bdo", ""), Map.entry("picture", ""), Map.entry("wbr", ""), Map.entry("rb", ""), Map.entry("rtc", ""));

  /// Elements that go with all they hold, because nothing in them is for readers.
  private static final Set<String> SILENT =
      Set.of("script", "style", "template", "head", "link", "meta", "base", "title", "source", "track", "param", "col", "colgroup", "area", "map", "datalist");

  /// Elements that play or run something, which a note cannot hold; what has an address becomes a link to it.
  private static final Set<String> PLAYED = Set.of("iframe", "embed", "object", "video", "audio", "applet", "frame");

  private final Addresses addresses;
  private final Losses losses;
  private final Set<String> targets = new HashSet<>();
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
  private List<Block> inside(Element element, List<Mark> marks, int depth) {
    Flow flow = new Flow(depth);
    flow.children(element, marks, 0);
    return flow.finish();
  }

  /// The text in an element that holds no blocks; blocks in it become parts of one line.
  private List<Leaf> line(Element element, List<Mark> marks) {
    Flow flow = new Flow(DEEPEST_BLOCK);
    flow.children(element, marks, 0);
    List<Leaf> line = new ArrayList<>();
    for (Block block : flow.finish()) {
      List<Leaf> leaves = leaves(block);
      if (!line.isEmpty() && !leaves.isEmpty()) {
        line.add(new Leaf.Break(List.of()));
      }
      line.addAll(leaves);
    }
    return Run.tidy(line);
  }

  /// The words of a block as one line.
  private static List<Leaf> leaves(Block block) {
    return switch (block) {
      case Block.Text(List<Leaf> leaves) -> leaves;
      case Block.Heading(_, _, List<Leaf> leaves) -> leaves;
      case Block.Code(_, String text) -> List.of(new Leaf.Code(text.replaceAll("\\s+", " "), List.of()));
      case Block.Quote(List<Block> blocks) -> joined(blocks);
      case Block.Listing list -> joined(list.items().stream().flatMap(item -> item.blocks().stream()).toList());
      case Block.Table table ->
          joined(table.rows().stream().flatMap(row -> row.cells().stream()).flatMap(cell -> cell.blocks().stream()).toList());
      case Block.Rule _ -> List.of();
      case Block.Definitions list -> {
        List<Leaf> all = new ArrayList<>();
        list.entries().forEach(entry -> {
          entry.terms().forEach(all::addAll);
          entry.meanings().forEach(meaning -> all.addAll(joined(meaning)));
        });
        yield all;
      }
      case Block.Figure(List<Block> blocks, List<Leaf> caption) -> {
        List<Leaf> all = new ArrayList<>(joined(blocks));
        all.addAll(caption);
        yield all;
      }
      case Block.Details(_, List<Leaf> summary, List<Block> blocks) -> {
        List<Leaf> all = new ArrayList<>(summary);
        all.addAll(joined(blocks));
        yield all;
      }
    };
  }

  private static List<Leaf> joined(List<Block> blocks) {
    List<Leaf> all = new ArrayList<>();
    for (Block block : blocks) {
      if (!all.isEmpty()) {
        all.add(new Leaf.Break(List.of()));
      }
      all.addAll(leaves(block));
    }
    return all;
  }

  /// Blocks and the text between them, in the order in which they come.
  private final class Flow {
    private final List<Block> blocks = new ArrayList<>();
    private final Run run = new Run();
    private final List<Leaf> anchors = new ArrayList<>();
    private final int blockDepth;

    Flow(int blockDepth) {
      this.blockDepth = blockDepth;
    }

    List<Block> finish() {
      flush();
      if (!anchors.isEmpty()) {
        blocks.add(new Block.Text(List.copyOf(anchors)));
      }
      return blocks;
    }

    private void flush() {
      for (List<Leaf> paragraph : run.finish()) {
        if (Run.isOnlyAnchors(paragraph)) {
          anchors.addAll(paragraph);
        } else {
          blocks.add(new Block.Text(withAnchors(paragraph)));
        }
      }
    }

    private List<Leaf> withAnchors(List<Leaf> leaves) {
      if (anchors.isEmpty()) {
        return leaves;
      }
      List<Leaf> all = new ArrayList<>(anchors);
      all.addAll(leaves);
      anchors.clear();
      return all;
    }

    private void block(Block block) {
      flush();
      if (!anchors.isEmpty() && !(block instanceof Block.Heading)) {
        blocks.add(new Block.Text(List.copyOf(anchors)));
        anchors.clear();
      }
      blocks.add(block);
    }

    void children(Element parent, List<Mark> marks, int depth) {
      if (depth > DEEPEST) {
        losses.add(Remark.changed("elements nested deeper than " + DEEPEST + " became plain text"));
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
      if (SILENT.contains(name)) {
        return;
      }
      String inline = INLINE.get(name);
      if (inline != null) {
        inline(element, inline, marks, depth);
        return;
      }
      if (PLAYED.contains(name)) {
        played(element, marks);
        return;
      }
      switch (name) {
        case "a" -> link(element, marks, depth);
        case "br" -> run.add(new Leaf.Break(List.of()));
        case "img", "image" -> image(element, marks);
        case Footnotes.MARK -> run.add(new Leaf.FootnoteMark(element.attr("label"), List.of()));
        case "input", "button", "select", "textarea", "option", "progress", "meter", "canvas", "dialog" -> formField(element);
        case "svg" -> lost("a drawing (<svg>)", element);
        case "math" -> math(element, marks);
        case "noscript" -> noscript(element, marks, depth);
        case "hr" -> block(new Block.Rule());
        default -> blockElement(element, name, marks, depth);
      }
    }

    private void blockElement(Element element, String name, List<Mark> marks, int depth) {
      boolean tooDeep = blockDepth >= DEEPEST_BLOCK;
      switch (name) {
        case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, marks);
        case "blockquote", "ul", "ol", "dl", "menu", "dir", "table", "figure", "details" -> {
          if (tooDeep) {
            flush();
            losses.add(Remark.changed("lists, quotes and tables nested deeper than " + DEEPEST_BLOCK + " became paragraphs"));
            children(element, marks, depth);
            flush();
          } else {
            structure(element, name, marks, depth);
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

    private void structure(Element element, String name, List<Mark> marks, int depth) {
      switch (name) {
        case "blockquote" -> {
          List<Block> inner = inside(element, marks, blockDepth + 1);
          if (!inner.isEmpty()) {
            block(new Block.Quote(inner));
          }
        }
        case "ul", "ol", "menu", "dir" -> list(element, marks);
        case "dl" -> definitions(element, marks);
        case "table" -> table(element, marks, depth);
        case "figure" -> figure(element, marks, depth);
        default -> details(element, marks);
      }
    }

    private void anchor(Element element) {
      if (targets.isEmpty() || isHeading(element)) {
        return;
      }
      for (String attribute : List.of("id", "name")) {
        String id = element.attr(attribute).strip();
        boolean named = attribute.equals("id") || element.normalName().equals("a");
        if (named && !id.isEmpty() && targets.remove(id)) {
          run.add(new Leaf.Anchor(id, List.of()));
        }
      }
    }

    private void inline(Element element, String inline, List<Mark> marks, int depth) {
      if (element.hasClass("katex") || element.normalName().equals("mjx-container")) {
        katex(element, marks);
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
      children(element, marks.contains(mark) ? marks : plus(marks, mark), depth);
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
          boolean link = inner.normalName().equals("a") && !target(inner).isEmpty();
          String tag = INLINE.getOrDefault(inner.normalName(), "");
          List<Mark> all = link ? plus(marks, mark(inner, target(inner))) : tag.isEmpty() || tag.equals("code") ? marks : plus(marks, new Mark.Tag(tag, ""));
          if (depth < DEEPEST) {
            codeLeaves(inner, all, depth + 1);
          }
        }
      }
    }

    private void link(Element element, List<Mark> marks, int depth) {
      String target = target(element);
      boolean inLink = marks.stream().anyMatch(Mark.Link.class::isInstance);
      boolean silent = !element.hasText() && (element.childrenSize() == 0 || element.select("img,svg,iframe,video").isEmpty());
      if (target.isEmpty() || inLink || silent) {
        children(element, marks, depth);
        return;
      }
      if (element.childrenSize() > 0 && !element.select("p,div,h1,h2,h3,h4,h5,h6,ul,ol,table,blockquote,pre,figure,section,article").isEmpty()) {
        losses.add(Remark.changed("a link around several blocks became a link in each of them"));
      }
      children(element, plus(marks, mark(element, target)), depth);
    }

    private void image(Element element, List<Mark> marks) {
      String src = source(element);
      String alt = element.attr("alt").replaceAll("\\s+", " ").strip();
      if (src.isEmpty()) {
        return;
      }
      if (isPixel(element)) {
        losses.add(Remark.lost("a picture of one pixel, which counts readers: " + HtmlToMarkdown.cut(src)));
        return;
      }
      if (!Addresses.mayShow(src)) {
        losses.add(Remark.lost("a picture whose address a page may not show" + (src.startsWith("data:") ? " (it lies in the text itself)" : ": " + HtmlToMarkdown.cut(src))));
        if (!alt.isEmpty()) {
          run.text(alt, marks);
        }
        return;
      }
      String title = element.attr("title").replaceAll("\\s+", " ").strip();
      run.add(new Leaf.Image(src, alt, title, pixels(element, "width"), pixels(element, "height"), marks));
    }

    private void noscript(Element element, List<Mark> marks, int depth) {
      boolean onlyImages = !element.hasText() && !element.select("img").isEmpty();
      if (!onlyImages || element.parent() == null || element.parent().select("img").size() == element.select("img").size()) {
        children(element, marks, depth);
      }
    }

    private void formField(Element element) {
      boolean box = element.normalName().equals("input") && element.attr("type").equalsIgnoreCase("checkbox");
      if (!box && !element.attr("type").equalsIgnoreCase("hidden")) {
        lost("a form field (<" + element.normalName() + ">)", element);
      }
    }

    private void lost(String what, Element element) {
      String words = element.text().strip();
      losses.add(Remark.lost(what + (words.isEmpty() ? "" : " with the words '" + HtmlToMarkdown.cut(words) + "'")));
    }

    private void math(Element element, List<Mark> marks) {
      Element tex = element.selectFirst("annotation[encoding*=tex]");
      String words = tex == null ? element.text() : "$" + tex.text().strip() + "$";
      Element shown = element.clone();
      shown.select("annotation, annotation-xml").remove();
      losses.add(Remark.changed("the formula '" + HtmlToMarkdown.cut(shown.text().strip()) + "' became text: " + HtmlToMarkdown.cut(words)));
      run.text(words, marks);
    }

    private void katex(Element element, List<Mark> marks) {
      Element math = element.selectFirst("math");
      if (math == null) {
        children(element, marks, 1);
      } else {
        math(math, marks);
      }
    }

    private void played(Element element, List<Mark> marks) {
      Element source = element.selectFirst("source[src]");
      String written = firstOf(element.attr("src"), element.attr("data-src"), element.attr("data"), source == null ? "" : source.attr("src"));
      String address = addresses.resolved(written.startsWith("//") ? "https:" + written : written);
      boolean web = address.startsWith("https:") || address.startsWith("http:");
      if (!web) {
        lost("a player (<" + element.normalName() + ">)", element);
        return;
      }
      String words = element.text().strip();
      losses.add(Remark.changed("<" + element.normalName() + ">" + (words.isEmpty() ? "" : " with the words '" + HtmlToMarkdown.cut(words) + "'") + " became a link: " + HtmlToMarkdown.cut(address)));
      boolean inLink = marks.stream().anyMatch(Mark.Link.class::isInstance);
      flush();
      run.text(address, inLink ? marks : plus(marks, new Mark.Link(address, "", links++)));
      flush();
    }

    private void code(Element element, List<Mark> marks) {
      CodeReader.caption(element).ifPresent(caption -> {
        flush();
        run.text(" ", List.of());
        children(caption, marks, 0);
        flush();
      });
      if (CodeReader.isNumbered(element)) {
        losses.add(Remark.changed("the numbers of lines beside code were left out"));
      }
      Block.Code code = CodeReader.read(element);
      if (!code.text().isEmpty()) {
        if (isSetInside(element)) {
          losses.add(Remark.changed("what was set bold, marked or linked inside code is plain code"));
        }
        block(code);
      }
    }

    /// Whether words in code are set otherwise than the rest by hand, not by a highlighter.
    private static boolean isSetInside(Element element) {
      boolean bare = element.childrenSize() == 0 || (element.childrenSize() == 1 && element.child(0).childrenSize() == 0);
      return !bare && !element.select("pre a[href^=http], pre b, pre i, pre strong, pre em, pre mark, pre del, pre ins").isEmpty() && element.select("pre span[class]").isEmpty();
    }

    private void heading(Element element, List<Mark> marks) {
      String id = element.id().strip();
      for (Element sign : element.childrenSize() == 0 ? List.<Element>of() : element.select("a, button")) {
        if (isPermalink(sign)) {
          id = id.isEmpty() ? firstOf(sign.id(), sign.attr("name")) : id;
          sign.remove();
        }
      }
      for (Element inner : element.childrenSize() == 0 ? List.<Element>of() : element.select("[id], a[name]")) {
        if (id.isEmpty() && !inner.equals(element)) {
          id = firstOf(inner.id(), inner.attr("name")).strip();
        }
      }
      List<Leaf> leaves = new ArrayList<>(line(element, marks));
      flush();
      if (id.isEmpty() && !anchors.isEmpty() && anchors.getLast() instanceof Leaf.Anchor(String before, _)) {
        id = before;
        anchors.removeLast();
      }
      String own = id;
      leaves.removeIf(leaf -> leaf instanceof Leaf.Anchor(String anchor, _) && anchor.equals(own));
      if (!leaves.isEmpty()) {
        int level = element.normalName().charAt(1) - '0';
        List<Leaf> whole = withAnchors(leaves);
        block(new Block.Heading(level, id.chars().anyMatch(Character::isWhitespace) ? "" : id, whole));
      }
    }

    private boolean isPermalink(Element sign) {
      String target = sign.normalName().equals("a") ? addresses.resolved(sign.attr("href")) : "#";
      boolean place = target.startsWith("#") || sign.attr("href").isEmpty();
      String text = sign.text().strip();
      boolean named = sign.className().matches(".*(?:anchor|permalink|headerlink|header-link|heading-link|hash-link).*");
      return place && sign.select("img").isEmpty()
          && (text.isEmpty() || text.matches("[#¶§∞⚓🔗\\x{FE0F}]+") || (named && text.length() < 3));
    }

    private void list(Element element, List<Mark> marks) {
      List<Block.Item> items = new ArrayList<>();
      boolean loose = false;
      flush();
      for (Node child : element.childNodes()) {
        if (child instanceof Element item && item.normalName().equals("li")) {
          loose |= item.children().stream().anyMatch(inner -> inner.normalName().equals("p"));
          items.add(item(item, marks));
        } else if (child instanceof Element other && (other.hasText() || !other.select("img").isEmpty())) {
          // A list right inside a list belongs to the item above it, and so does whatever else strayed here.
          List<Block> stray = inside(wrapped(other), marks, blockDepth + 1);
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
        int start = ordered ? whole(element.attr("start")).orElse(1) : 1;
        String type = ordered ? element.attr("type").strip() + (element.hasAttr("reversed") ? " reversed" : "") : "";
        block(new Block.Listing(ordered, start, type.equals("1") ? "" : type, loose, List.copyOf(items)));
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
      List<Block> inner = inside(item, marks, blockDepth + 1);
      Optional<Integer> value = whole(item.attr("value"));
      return new Block.Item(done, value, inner);
    }

    private @Nullable Element box(Element item) {
      Element input = item.getElementsByTag("input").first();
      return input != null && input.attr("type").equalsIgnoreCase("checkbox") ? input : null;
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

    private void definitions(Element element, List<Mark> marks) {
      List<Block.Entry> entries = new ArrayList<>();
      List<Element> parts = new ArrayList<>();
      for (Element child : element.children()) {
        if (child.normalName().equals("div")) {
          parts.addAll(child.children());
        } else {
          parts.add(child);
        }
      }
      for (Element part : parts) {
        boolean term = part.normalName().equals("dt");
        if (entries.isEmpty() || (term && !entries.getLast().meanings().isEmpty())) {
          entries.add(new Block.Entry(new ArrayList<>(), new ArrayList<>()));
        }
        if (term) {
          entries.getLast().terms().add(line(part, marks));
        } else {
          entries.getLast().meanings().add(inside(part, marks, blockDepth + 1));
        }
      }
      for (Block.Entry entry : entries) {
        entry.terms().removeIf(List::isEmpty);
      }
      entries.removeIf(entry -> entry.terms().isEmpty() && entry.meanings().stream().allMatch(List::isEmpty));
      if (!entries.isEmpty()) {
        block(new Block.Definitions(entries));
      }
    }

    private void table(Element element, List<Mark> marks, int depth) {
      Optional<Block.Table> table = new TableReader(cell -> inside(cell, marks, blockDepth + 1), caption -> line(caption, marks)).read(element);
      if (table.isPresent()) {
        block(table.get());
      } else {
        flush();
        children(element, marks, depth);
        flush();
      }
    }

    private void figure(Element element, List<Mark> marks, int depth) {
      // A figure may hold figures with captions of their own.
      Element caption = element.select("figcaption").stream().filter(each -> element.equals(each.closest("figure"))).findFirst().orElse(null);
      if (caption == null || !caption.hasText()) {
        flush();
        children(element, marks, depth);
        flush();
        return;
      }
      List<Leaf> words = line(caption, marks);
      caption.remove();
      List<Block> inner = inside(element, marks, blockDepth + 1);
      if (inner.isEmpty()) {
        block(new Block.Text(words));
      } else {
        block(new Block.Figure(inner, words));
      }
    }

    private void details(Element element, List<Mark> marks) {
      Element summary = element.children().stream().filter(child -> child.normalName().equals("summary")).findFirst().orElse(null);
      List<Leaf> words = summary == null ? List.of() : line(summary, marks);
      if (summary != null) {
        summary.remove();
      }
      List<Block> inner = inside(element, marks, blockDepth + 1);
      if (!words.isEmpty() || !inner.isEmpty()) {
        block(new Block.Details(element.hasAttr("open"), words, inner));
      }
    }
  }

  private Mark.Link mark(Element link, String target) {
    String title = link.attr("title");
    return new Mark.Link(target, title.isEmpty() ? "" : title.replaceAll("\\s+", " ").strip(), links++);
  }

  /// Where a link leads; empty for one that may not be followed.
  private String target(Element link) {
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
  private String source(Element image) {
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

  private static boolean isPixel(Element image) {
    return (image.attr("width").equals("1") || image.attr("width").equals("0")) && (image.attr("height").equals("1") || image.attr("height").equals("0"));
  }

  private static boolean isHeading(Element element) {
    String name = element.normalName();
    return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
  }

  private static String pixels(Element element, String name) {
    String value = element.attr(name).strip().replaceFirst("px$", "");
    return value.matches("[1-9][0-9]{0,3}") ? value : "";
  }

  private static Optional<Integer> whole(String text) {
    return text.strip().matches("-?[0-9]{1,9}") ? Optional.of(Integer.parseInt(text.strip())) : Optional.empty();
  }

  private static List<Mark> plus(List<Mark> marks, Mark mark) {
    List<Mark> all = new ArrayList<>(marks);
    all.add(mark);
    return List.copyOf(all);
  }

  private static String firstOf(String... texts) {
    for (String text : texts) {
      if (!text.isBlank()) {
        return text.strip();
      }
    }
    return "";
  }
}
