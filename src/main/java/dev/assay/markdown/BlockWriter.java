package dev.assay.markdown;

import dev.assay.note.Heading;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Piece;
import dev.assay.note.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes blocks, and knows which of them are claims.
final class BlockWriter {
  private final Draft draft;
  private final Output out;
  private final InlineWriter inlines;
  private final RawWriter raw;
  private final ClaimFinder finder;
  private final Misses misses;
  private final Claims claims;
  private final ListWriter lists;
  private final TableWriter tables;
  private final CodeWriter code;
  private final ShortcodeWriter shortcodes;
  private final Numbered numbered;
  private final Optional<FigureWriter> figures;
  private final Language language;
  private final TagStack tags = new TagStack();
  private List<Piece> firstProse = List.of();

  BlockWriter(
      Draft draft, Output out, InlineWriter inlines, RawWriter raw, ClaimFinder finder, Claims claims, CodeWriter code, ShortcodeWriter shortcodes,
      Numbered numbered, Optional<FigureWriter> figures, Language language, Set<String> names) {
    this.draft = draft;
    this.out = out;
    this.inlines = inlines;
    this.raw = raw;
    this.finder = finder;
    this.misses = new Misses(draft, finder.words());
    this.claims = claims;
    this.lists = new ListWriter(this, out, finder);
    this.tables = new TableWriter(this, draft, out, inlines, finder, misses, claims, names);
    this.code = code;
    this.shortcodes = shortcodes;
    this.numbered = numbered;
    this.figures = figures;
    this.language = language;
  }

  /// Writes the blocks of a whole text.
  void document(List<Block> blocks) {
    blocks(blocks, true);
  }

  /// True for a paragraph that begins with a tag.
  boolean isClaim(Block.Paragraph paragraph) {
    return finder.tagged(paragraph.prose()).isPresent();
  }

  /// The pieces of the first paragraph of prose: not a claim, quote, list or table; empty when there is none.
  List<Piece> firstProse() {
    return firstProse;
  }

  /// Writes the blocks of one container, and closes the raw elements left open in it.
  ///
  /// @return the labels of the footnotes that they mark
  List<String> blocks(List<Block> written, boolean top) {
    List<Block> blocks = written.stream().map(this::captioned).toList();
    List<String> marks = new ArrayList<>();
    Sections sections = new Sections(finder, blocks);
    TableCaptions captions = new TableCaptions(blocks);
    CheckpointTable checkpoints = new CheckpointTable(draft, out, inlines, language);
    int outer = tags.enter();
    for (int i = 0; i < blocks.size(); i++) {
      sections.at(i);
      checkpoints.at(blocks.get(i));
      if (blocks.get(i) instanceof Block.Table table) {
        tables.table(table, captions.of(i), checkpoints, marks);
      } else if (!captions.isCaption(i)) {
        block(blocks.get(i), sections, top, marks);
      }
    }
    tags.leave(outer, out);
    return marks;
  }

  /// Captions of tables say their number.
  private Block captioned(Block block) {
    return block instanceof Block.Paragraph(int offset, Prose prose) ? new Block.Paragraph(offset, numbered.caption(prose)) : block;
  }

  private void block(Block block, Sections sections, boolean top, List<String> marks) {
    switch (block) {
      case Block.Paragraph paragraph -> marks.addAll(paragraph(paragraph.prose(), sections.ofParagraph(), "p", top));
      case Block.Heading heading -> heading(heading);
      case Block.Quote quote -> quote(quote, marks);
      case Block.Listing list -> lists.write(list, sections.ofItems(), marks);
      case Block.Code fence -> {
        misses.code(fence.info(), fence.infoAt());
        code.write(fence);
      }
      case Block.Formula formula -> formula(formula);
      case Block.Html html -> {
        misses.html(html.prose());
        raw.block(html.prose(), tags);
      }
      case Block.Rule _ -> out.html("<hr>\n");
      case Block.Table _ -> {}
      case Block.Definitions list -> definitions(list, marks);
      case Block.Container directive -> container(directive, marks);
    }
  }

  /// Writes a paragraph, or what stands like one in an item: a claim in its own host, or text.
  ///
  /// @param element the element around it; empty for none
  List<String> paragraph(Prose prose, Optional<Kind> kind, String element, boolean top) {
    Optional<ClaimOpening> claim = claim(prose, kind);
    if (claim.isPresent()) {
      List<String> marks = claim(element.isEmpty() ? "div" : element, "", "", claim.get());
      out.html(element.isEmpty() ? "" : "\n");
      return marks;
    }
    Optional<InlineWriter.Said> figure = element.equals("p") ? figures.flatMap(writer -> writer.write(prose)) : Optional.empty();
    if (figure.isPresent()) {
      return figure.get().footnotes();
    }
    Prose named = named(prose, element);
    if (named != prose) {
      return inlinesOf(named);
    }
    out.html(element.isEmpty() ? "" : "<" + element + ">");
    int mark = top && firstProse.isEmpty() ? out.mark() : -1;
    InlineWriter.Said said = inlines.write(prose);
    if (mark >= 0 && !said.words().isBlank()) {
      firstProse = out.since(mark);
    }
    out.html(element.isEmpty() ? "" : "</" + element + ">\n");
    return said.footnotes();
  }

  /// A paragraph with the name of a table stands apart from it: the name is its own.
  private Prose named(Prose prose, String element) {
    int open = element.equals("p") ? Attributes.startOfTrailing(prose.text()) : -1;
    String id = open < 0 ? "" : Attributes.read(prose.text().substring(open)).id();
    if (id.isEmpty() || numbered.target(id).isEmpty() || !draft.anchors().claim(id)) {
      return prose;
    }
    out.html("<p class=\"caption\" id=").quoted(id).html(">");
    return prose.slice(0, open).strip();
  }

  private List<String> inlinesOf(Prose prose) {
    List<String> footnotes = inlines.write(prose).footnotes();
    out.html("</p>\n");
    return footnotes;
  }

  Optional<ClaimOpening> claim(Prose prose, Optional<Kind> kind) {
    Optional<ClaimOpening> tagged = finder.tagged(prose);
    if (tagged.isPresent()) {
      misses.claim(tagged.get().content());
      return tagged;
    }
    misses.text(prose);
    return kind.flatMap(found -> finder.underHeading(prose, found));
  }

  List<String> claim(String host, String extra, String before, ClaimOpening opening) {
    List<String> marks = new ArrayList<>();
    claims.write(host, extra, before, opening, () -> {
      marks.addAll(inlines.write(opening.content()).footnotes());
      return marks;
    });
    return marks;
  }

  private void heading(Block.Heading heading) {
    Attributes attributes = Headings.attributes(heading);
    int level = heading.level();
    Prose text = Headings.text(heading);
    boolean tag = finder.ofHeading(text).isPresent();
    if (!tag) {
      misses.heading(text);
    }
    // The id stands before the words, but is made of them: they are written twice, the first time for their sake.
    String words = PlainText.line(Plain.of(inlines.read(text), text));
    if (tag && isBracketed(words)) {
      words = words.substring(1, words.length() - 1).strip();
    }
    String id = attributes.id().isEmpty() || !draft.anchors().claim(attributes.id())
        ? draft.anchors().like(attributes.id().isEmpty() ? Anchors.slug(words) : attributes.id())
        : attributes.id();
    int line = draft.source().place(heading.offset()).line();
    int index = draft.add(new Heading(level, id, words, line));
    out.html("<h" + level + " id=").quoted(id);
    if (!attributes.classes().isEmpty()) {
      out.html(" class=").quoted(String.join(" ", attributes.classes()));
    }
    if (!attributes.lang().isEmpty()) {
      out.html(" lang=").quoted(attributes.lang());
    }
    out.html(">");
    String number = numbered.section(heading);
    if (!number.isEmpty()) {
      out.html("<span class=\"number\">").text(number).html("</span> ");
    }
    if (tag && isBracketed(text.text())) {
      // On a page the brackets are a writer's mark and hidden; what copies the text alone keeps them.
      out.html("<span class=\"bracket\">[</span>");
      inlines.write(text.slice(1, text.text().length() - 1));
      out.html("<span class=\"bracket\">]</span>");
    } else {
      inlines.write(text);
    }
    out.hole(new Piece.Permalink(index)).html("</h" + level + ">\n");
  }

  private static boolean isBracketed(String text) {
    return text.startsWith("[") && text.endsWith("]");
  }

  private void formula(Block.Formula formula) {
    String braces = formula.attributes().text();
    String id = Attributes.end(braces, 0) == braces.length() && !braces.isEmpty() ? Attributes.read(braces).id() : "";
    out.html("<div class=\"equation\"");
    if (!id.isEmpty() && draft.anchors().claim(id)) {
      out.html(" id=").quoted(id);
    }
    out.html(">");
    inlines.formula(formula.tex(), true);
    numbered.target(id).ifPresent(target -> out.html("<span class=\"equation-number\">(").text(target.number()).html(")</span>"));
    out.html("</div>\n");
  }

  private void quote(Block.Quote quote, List<String> marks) {
    if (!quote.blocks().isEmpty() && quote.blocks().getFirst() instanceof Block.Paragraph first) {
      Optional<Callout> callout = Callout.opening(first.prose().text());
      if (callout.isPresent()) {
        quotedCallout(callout.get(), first.prose(), quote.blocks(), marks);
        return;
      }
    }
    out.html("<blockquote>\n");
    marks.addAll(blocks(quote.blocks(), false));
    out.html("</blockquote>\n");
  }

  private void quotedCallout(Callout callout, Prose first, List<Block> blocks, List<String> marks) {
    String text = first.text();
    int from = text.indexOf(']') + 1;
    int newline = text.indexOf('\n', from);
    Prose title = first.slice(from, newline < 0 ? text.length() : newline).strip();
    List<Block> rest = new ArrayList<>(blocks.subList(1, blocks.size()));
    if (newline >= 0) {
      Prose body = first.slice(newline + 1, text.length());
      rest.addFirst(new Block.Paragraph(body.offset(0), body));
    }
    callout(callout, title, rest, marks);
  }

  private void callout(Callout callout, Prose title, List<Block> blocks, List<String> marks) {
    out.html("<aside class=\"callout callout-" + callout.word() + "\" role=\"note\">\n<p class=\"callout-title\">");
    if (title.isBlank()) {
      out.hole(new Piece.Word("callout." + callout.word()));
    } else {
      marks.addAll(inlines.write(title).footnotes());
    }
    out.html("</p>\n");
    marks.addAll(blocks(blocks, false));
    out.html("</aside>\n");
  }

  static String align(Block.Align align) {
    return switch (align) {
      case NONE -> "";
      case LEFT -> " class=\"left\"";
      case CENTER -> " class=\"center\"";
      case RIGHT -> " class=\"right\"";
    };
  }

  private void definitions(Block.Definitions list, List<String> marks) {
    out.html("<dl>\n");
    for (Block.Entry entry : list.entries()) {
      for (Prose term : entry.terms()) {
        out.html("<dt>");
        marks.addAll(inlines.write(term).footnotes());
        out.html("</dt>\n");
      }
      for (Block.Description meaning : entry.descriptions()) {
        out.html("<dd>");
        marks.addAll(meaning.tight() ? lists.tight(meaning.blocks()) : blocks(meaning.blocks(), false));
        out.html("</dd>\n");
      }
    }
    out.html("</dl>\n");
  }

  private void container(Block.Container directive, List<String> marks) {
    if (!directive.closed()) {
      code.unclosed(directive.name(), directive.nameAt());
    }
    Optional<Kind> kind = finder.words().kind(directive.name());
    Optional<Callout> callout = Callout.of(directive.name());
    if (kind.isPresent()) {
      claimDirective(directive, kind.get(), marks);
    } else if (callout.isPresent()) {
      callout(callout.get(), directive.argument(), directive.blocks(), marks);
    } else if (shortcodes.named(directive.name())) {
      shortcodes.block(directive, inlines, marks, blocks -> marks.addAll(blocks(blocks, false)));
    } else {
      code.unknown(directive.name(), directive.nameAt());
      out.html("<div>\n");
      marks.addAll(blocks(directive.blocks(), false));
      out.html("</div>\n");
    }
  }

  private void claimDirective(Block.Container directive, Kind kind, List<String> marks) {
    List<Block> blocks = new ArrayList<>();
    ClaimOpening opening = finder.directive(directive, kind, blocks);
    if (blocks.isEmpty()) {
      opening.options().problems().forEach(draft::problem);
      code.empty(directive.name(), directive.nameAt());
      return;
    }
    // A tag of the same kind at the beginning says again what the directive says.
    if (blocks.getFirst() instanceof Block.Paragraph first) {
      Optional<ClaimOpening> tagged = finder.tagged(first.prose()).filter(tag -> tag.kind() == kind);
      if (tagged.isPresent()) {
        blocks.set(0, new Block.Paragraph(first.offset(), tagged.get().content()));
        opening = opening.with(tagged.get().options()).from(tagged.get().source());
      }
    }
    claims.write("div", "", "", opening, () -> {
      List<String> inside =
          blocks.size() == 1 && blocks.getFirst() instanceof Block.Paragraph only && finder.tagged(only.prose()).isEmpty()
              ? inlines.write(only.prose()).footnotes()
              : blocks(blocks, false);
      marks.addAll(inside);
      return inside;
    });
    out.html("\n");
  }
}
