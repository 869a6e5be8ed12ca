package dev.assay.markdown;

import dev.assay.claim.KindWords;
import dev.assay.note.Body;
import dev.assay.note.Piece;
import dev.assay.note.PlainText;
import dev.assay.note.ValueDigest;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Writes one text out, and gathers what it says.
final class NoteWriter {
  private final MarkdownInput input;
  private final Labels labels;
  private final Draft draft;
  private final Output out = new Output();
  private final WordCount count = new WordCount();
  private final Footnotes footnotes;
  private final Claims claims;
  private final BlockWriter blocks;
  private final InlineWriter inlines;

  private final Map<Integer, List<Piece>> margins = new HashMap<>();

  private final List<Problem> included;

  private NoteWriter(MarkdownInput input, BlockReader.Reading reading, KindWords words) {
    this.input = input;
    this.labels = reading.labels();
    this.included = reading.problems();
    SourceText source = input.source();
    MarkdownOptions options = input.options();
    this.draft = new Draft(source, Reserved.names(reading));
    this.footnotes = new Footnotes(labels, draft.anchors());
    RawWriter raw = new RawWriter(draft, out, options.trustedHtml(), options.policy());
    Numbered numbered = Numbered.of(reading.blocks(), input.language(), source.text());
    ShortcodeWriter shortcodes = new ShortcodeWriter(draft, out, input.shortcodes(), input.language());
    Supplier<Optional<Quotes>> typography = () -> options.writing().typography() ? Quotes.of(input.language()) : Optional.empty();
    LinkWords links = new LinkWords(draft);
    PictureWriter pictures = new PictureWriter(draft, out, links);
    this.inlines =
        new InlineWriter(
            draft, out, labels, footnotes, raw, shortcodes, roles(options, input), options.writing().math(), numbered, typography, count, links, pictures);
    Optional<FigureWriter> figures =
        options.writing().figures() ? Optional.of(new FigureWriter(draft, out, inlines, pictures, links, numbered, typography, count)) : Optional.empty();
    this.claims = new Claims(draft, out);
    CodeWriter code = new CodeWriter(draft, out, options.directives(), words, input.shortcodes().names(), numbered);
    ClaimFinder finder = new ClaimFinder(source, words, labels);
    this.blocks = new BlockWriter(draft, out, inlines, raw, finder, claims, code, shortcodes, numbered, figures, input.language(), input.names());
  }

  /// Shortcodes in sentences are written as roles are.
  private static Set<String> roles(MarkdownOptions options, MarkdownInput input) {
    Set<String> roles = new TreeSet<>(options.roles());
    roles.addAll(input.shortcodes().names());
    return roles;
  }

  static MarkdownResult write(MarkdownInput input, BlockReader.Reading reading, KindWords words) {
    return new NoteWriter(input, reading, words).write(reading.blocks());
  }

  private MarkdownResult write(List<Block> all) {
    String textTitle = textTitle(all);
    included.forEach(draft::problem);
    blocks.document(textTitle.isEmpty() ? all : all.subList(1, all.size()));
    footnotes();
    List<Piece> summary = Summary.of(blocks.firstProse());
    List<dev.assay.note.ClaimDraft> drafts = claims.finished(footnotes.inUse());
    return new MarkdownResult(
        body(Margins.filled(out.pieces(), margins)), draft.headings(), textTitle, draft.anchors().all(), draft.links(), drafts,
        draft.checkpoints(), draft.misses(), claims.ends(), draft.entityRows(), draft.directives(), draft.roles(), draft.tables(),
        summary, topics(), count.words(), count.minutes(), false, draft.problems());
  }

  private List<String> topics() {
    return Topics.of(input.title().orElse(""), PlainText.of(out.pieces(), _ -> "", _ -> ""));
  }

  /// The words of a first-level heading at the top, when it is the title of the note.
  private String textTitle(List<Block> all) {
    if (all.isEmpty() || !(all.getFirst() instanceof Block.Heading heading) || heading.level() != 1) {
      return "";
    }
    Prose text = Headings.text(heading);
    String words = PlainText.line(Plain.of(inlines.read(text), text));
    return input.title().isEmpty() || input.title().get().strip().equals(words) ? words : "";
  }

  private void footnotes() {
    List<Footnotes.Use> uses = footnotes.inUse();
    if (uses.isEmpty()) {
      unused();
      return;
    }
    out.html("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
    // A footnote may mark further ones, so the list can grow while it is written.
    for (int i = 0; i < uses.size(); i++) {
      Footnotes.Use use = uses.get(i);
      out.html("<li id=").quoted(use.id()).html(">\n");
      int from = draft.links().size();
      List<Block> text = use.note().blocks();
      if (text.size() == 1 && text.getFirst() instanceof Block.Paragraph only && !blocks.isClaim(only)) {
        out.html("<p>");
        int mark = out.mark();
        inlines.write(only.prose());
        margins.put(use.number(), out.since(mark));
      } else {
        blocks.blocks(text, false);
        out.html("<p>");
      }
      use.links(from, draft.links().size());
      for (String mark : use.marks()) {
        out.html(" <a href=").quoted("#" + mark).html(" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"");
        out.hole(new Piece.Word("footnote.back")).html("\">↩</a>");
      }
      out.html("</p>\n</li>\n");
    }
    out.html("</ol>\n</section>\n");
    unused();
  }

  /// A footnote that nothing marks is not on the page, and a claim in it is not made.
  private void unused() {
    Set<String> used = footnotes.inUse().stream().map(use -> LinkSyntax.normalised(use.note().label())).collect(Collectors.toSet());
    for (Labels.Footnote note : labels.footnotes()) {
      if (!used.contains(LinkSyntax.normalised(note.label()))) {
        unshown(note, "nothing marks the footnote '" + note.label() + "'", "write [^" + note.label() + "] where it belongs, or take it out");
      }
    }
    labels.doubled().forEach(note -> unshown(note, "another footnote has the label '" + note.label() + "'", "give it a label of its own"));
  }

  private void unshown(Labels.Footnote note, String why, String hint) {
    draft.problem(
        draft.source().warning(Code.UNKNOWN_REFERENCE, note.offset(), note.offset() + note.label().length() + 3, why + ", so its text is not shown", hint));
  }

  private static Body body(List<Piece> pieces) {
    return new Body.Held(ValueDigest.ofList(pieces), pieces);
  }
}
