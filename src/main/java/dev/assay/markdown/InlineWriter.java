package dev.assay.markdown;

import dev.assay.claim.cite.Citation;
import dev.assay.math.Formula;
import dev.assay.note.Link;
import dev.assay.note.Piece;
import dev.assay.note.Role;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Writes the text inside blocks.
final class InlineWriter {
  private final Draft draft;
  private final Output out;
  private final Labels labels;
  private final Footnotes footnotes;
  private final RawWriter raw;
  private final ShortcodeWriter shortcodes;
  private final Set<String> roles;
  private final boolean formulas;
  private final Numbered numbered;
  private final WordCount count;
  private final LinkWords links;
  private final PictureWriter pictures;
  private final List<String> marks = new ArrayList<>();
  private final Supplier<Optional<Quotes>> typography;
  private Optional<Quotes> quotes = Optional.empty();
  private TagStack tags = new TagStack();
  private boolean insideLink;

  private static final InlineScanner.Found SILENT =
      new InlineScanner.Found() {
        @Override
        public void undefined(String label, int start, int end, boolean footnote) {}

        @Override
        public void unknownRole(String name, int start, int end) {}

        @Override
        public void tooDeep() {}
      };

  InlineWriter(
      Draft draft, Output out, Labels labels, Footnotes footnotes, RawWriter raw, ShortcodeWriter shortcodes, Set<String> roles, boolean formulas,
      Numbered numbered, Supplier<Optional<Quotes>> typography, WordCount count, LinkWords links, PictureWriter pictures) {
    this.draft = draft;
    this.out = out;
    this.labels = labels;
    this.footnotes = footnotes;
    this.raw = raw;
    this.shortcodes = shortcodes;
    this.roles = roles;
    this.formulas = formulas;
    this.numbered = numbered;
    this.typography = typography;
    this.count = count;
    this.links = links;
    this.pictures = pictures;
  }

  /// What one block said.
  ///
  /// @param words     without markup
  /// @param footnotes the labels of the footnotes it marks
  record Said(String words, List<String> footnotes) {}

  /// Writes the text of a table's cell, in which raw HTML may be blocks too.
  Said cell(Prose prose) {
    return raw.inCell(() -> write(prose));
  }

  /// Writes the text of one block.
  Said write(Prose prose) {
    out.words().setLength(0);
    links.begin();
    marks.clear();
    tags = new TagStack();
    quotes = typography.get();
    int outer = tags.enter();
    children(InlineScanner.read(prose, labels, roles, formulas, numbered, found(prose)), prose);
    tags.leave(outer, out);
    String words = out.words().toString();
    links.describe(words);
    count.add(words);
    return new Said(words, List.copyOf(marks));
  }

  /// Reads the text of one block without writing it and without saying what is wrong with it.
  List<Inline> read(Prose prose) {
    return InlineScanner.read(prose, labels, roles, formulas, numbered, SILENT);
  }

  private InlineScanner.Found found(Prose prose) {
    return new InlineScanner.Found() {
      @Override
      public void undefined(String label, int start, int end, boolean footnote) {
        draft.problem(
            draft.source().warning(
                Code.UNKNOWN_REFERENCE, prose.offset(start), prose.offset(end - 1) + 1,
                (footnote ? "no footnote has the label '" : "no link has the label '") + label + "'",
                footnote
                    ? "write its text on a line of its own: [^" + label + "]: …"
                    : "define it on a line of its own: [" + label + "]: https://…"));
      }

      @Override
      public void unknownRole(String name, int start, int end) {
        draft.problem(
            draft.source().warning(
                Code.UNKNOWN_DIRECTIVE, prose.offset(start), prose.offset(end - 1) + 1,
                "no role is called '" + name + "', so it is shown as text",
                Nearest.hint(name, roles)));
      }

      @Override
      public void tooDeep() {
        draft.problem(
            draft.source().warning(
                Code.MARKDOWN_TOO_DEEP, prose.offset(0), prose.offset(0) + 1,
                "emphasis is nested deeper than " + Emphasis.DEEPEST + " here, so its marks are shown as text",
                "escape marks that are meant as text with a backslash"));
      }
    };
  }

  private void children(List<Inline> inlines, Prose prose) {
    for (int i = 0; i < inlines.size(); i++) {
      Inline inline = inlines.get(i);
      boolean hasAttributes =
          i + 1 < inlines.size()
              && inlines.get(i + 1) instanceof Inline.Braces next
              && next.start() == inline.end()
              && takesAttributes(inline);
      Attributes attributes = hasAttributes ? attributes(prose, inlines.get(i + 1)) : Attributes.NONE;
      one(inline, attributes, prose);
      if (hasAttributes) {
        i++;
      }
    }
  }

  private static boolean takesAttributes(Inline inline) {
    return switch (inline) {
      case Inline.Link _, Inline.Image _, Inline.Code _, Inline.Emphasis _, Inline.Strong _, Inline.Strike _,
          Inline.Subscript _, Inline.Superscript _ -> true;
      case Inline.Text _, Inline.Literal _, Inline.SoftBreak _, Inline.HardBreak _, Inline.AutoLink _,
          Inline.RawHtml _, Inline.Formula _, Inline.Reference _, Inline.Role _, Inline.Cite _, Inline.Braces _, Inline.FootnoteMark _ -> false;
    };
  }

  /// The attributes in some braces, with a name that is not taken yet.
  Attributes attributes(Prose prose, Inline braces) {
    return Attributes.read(prose.text().substring(braces.start(), braces.end()))
        .free(draft, prose.offset(braces.start()), prose.offset(braces.end() - 1) + 1);
  }

  private void one(Inline inline, Attributes attributes, Prose prose) {
    switch (inline) {
      case Inline.Text(int start, int end) -> text(prose.text(), start, end);
      case Inline.Literal(_, _, String text) -> {
        out.text(text);
        quotes.ifPresent(Quotes::passed);
      }
      case Inline.SoftBreak _ -> {
        out.text("\n");
        quotes.ifPresent(Quotes::space);
      }
      case Inline.HardBreak _ -> {
        out.html("<br>").text("\n");
        quotes.ifPresent(Quotes::space);
      }
      case Inline.Code(_, _, String text) -> code(text, attributes);
      case Inline.Emphasis(_, _, List<Inline> children) -> element("em", children, attributes, prose);
      case Inline.Strong(_, _, List<Inline> children) -> element("strong", children, attributes, prose);
      case Inline.Strike(_, _, List<Inline> children) -> element("del", children, attributes, prose);
      case Inline.Subscript(_, _, List<Inline> children) -> element("sub", children, attributes, prose);
      case Inline.Superscript(_, _, List<Inline> children) -> element("sup", children, attributes, prose);
      case Inline.Link link -> link(link, attributes, prose);
      case Inline.Image image -> pictures.write(image, attributes, prose);
      case Inline.AutoLink link -> autoLink(link, prose);
      case Inline.RawHtml(int start, int end) -> raw.inline(prose, start, end, tags);
      case Inline.Formula formula -> formulaIn(formula, prose);
      case Inline.Reference reference -> reference(reference, prose);
      case Inline.Role role -> role(role, prose);
      case Inline.Cite cite -> cite(cite, prose);
      case Inline.Braces(int start, int end) -> out.text(prose.text(), start, end);
      case Inline.FootnoteMark mark -> footnote(mark);
    }
  }

  private void text(String text, int start, int end) {
    if (quotes.isEmpty()) {
      out.text(text, start, end);
    } else {
      out.text(quotes.get().set(text, start, end, end < text.length() ? text.charAt(end) : '\n'));
    }
  }

  private void code(String text, Attributes attributes) {
    out.html("<code");
    attributes(attributes);
    out.html(">").text(text).html("</code>");
    quotes.ifPresent(Quotes::passed);
  }

  private void element(String name, List<Inline> children, Attributes attributes, Prose prose) {
    out.html("<" + name);
    attributes(attributes);
    out.html(">");
    int outer = tags.enter();
    children(children, prose);
    tags.leave(outer, out);
    out.html("</" + name + ">");
  }

  private void attributes(Attributes attributes) {
    if (!attributes.id().isEmpty()) {
      out.html(" id=").quoted(attributes.id());
    }
    if (!attributes.classes().isEmpty()) {
      out.html(" class=").quoted(String.join(" ", attributes.classes()));
    }
    if (!attributes.lang().isEmpty()) {
      out.html(" lang=").quoted(attributes.lang());
    }
  }

  private void link(Inline.Link link, Attributes attributes, Prose prose) {
    String target = Schemes.cleaned(link.address().target());
    if (insideLink || !Schemes.mayFollow(target)) {
      if (!insideLink) {
        links.unsafe(link.address(), target);
      }
      children(link.children(), prose);
      return;
    }
    int index = links.follow(target, link.address());
    out.html("<a href=\"").hole(new Piece.Target(index)).html("\"");
    title(link.address());
    attributes(attributes);
    out.html(">");
    int from = out.words().length();
    insideLink = true;
    int outer = tags.enter();
    boolean untitled = link.children().isEmpty() && Schemes.scheme(target).isEmpty();
    if (untitled) {
      out.hole(new Piece.LinkTitle(index));
      out.words("…");
    } else if (link.children().isEmpty()) {
      out.text(target);
    } else {
      children(link.children(), prose);
    }
    tags.leave(outer, out);
    insideLink = false;
    out.html("</a>");
    // A link that takes the title of its note has no words of its own, but a place in its sentence.
    links.add(index, from, untitled ? from : out.words().length(), "");
  }

  private void title(Inline.Address address) {
    if (!address.title().isEmpty()) {
      out.html(" title=").quoted(address.title());
    }
  }

  private void autoLink(Inline.AutoLink link, Prose prose) {
    quotes.ifPresent(Quotes::passed);
    String target = Schemes.cleaned(link.target());
    int start = prose.offset(link.start());
    if (insideLink || !Schemes.mayFollow(target)) {
      if (insideLink) {
        out.text(link.text());
      } else {
        links.unsafe(new Inline.Address(target, "", start, prose.offset(link.end() - 1) + 1), target);
        out.text(prose.text(), link.start(), link.end());
      }
      return;
    }
    Place place = draft.source().place(start, prose.offset(link.end() - 1) + 1);
    int index = draft.add(target, Link.Role.FOLLOW, place);
    int from = out.words().length();
    out.html("<a href=\"").hole(new Piece.Target(index)).html("\">").text(link.text()).html("</a>");
    links.add(index, from, out.words().length(), "");
  }

  private void reference(Inline.Reference reference, Prose prose) {
    quotes.ifPresent(Quotes::passed);
    String said = numbered.spoken(reference.id(), reference.numberOnly());
    if (said.isEmpty()) {
      draft.problem(
          draft.source().warning(
              Code.UNKNOWN_REFERENCE, prose.offset(reference.start()), prose.offset(reference.end() - 1) + 1,
              "nothing in this note has the name '" + reference.id() + "'",
              Nearest.to(reference.id(), numbered.names()).map(near -> "did you mean '@" + near + "'?")
                  .orElse("name it where it stands, {#" + reference.id() + "}, or escape the sign: \\@")));
      out.text(prose.text(), reference.start(), reference.end());
    } else if (insideLink) {
      out.text(said);
    } else {
      out.html("<a href=").quoted("#" + reference.id()).html(">").text(said.replace(' ', '\u00a0')).html("</a>");
    }
  }

  private void formulaIn(Inline.Formula formula, Prose prose) {
    formula(prose.slice(formula.from(), formula.to()), formula.display());
  }

  /// Writes a formula. One that cannot be read is shown as it was written.
  ///
  /// @return whether it could be read
  boolean formula(Prose tex, boolean display) {
    String source = tex.text().strip().replace('\n', ' ');
    String plain = "<code class=\"language-math\">" + Markup.escape(source) + "</code>";
    switch (Formula.read(tex.text(), display)) {
      case Formula.Made(String mathml) -> {
        out.drawn(mathml, plain, source);
        quotes.ifPresent(Quotes::passed);
        return true;
      }
      case Formula.Wrong(int start, int end, String message, String hint) -> {
        int last = Math.max(start, Math.min(end, tex.text().length()) - 1);
        draft.problem(draft.source().warning(Code.FORMULA, tex.offset(start), tex.offset(last) + 1, message, hint));
        out.html("<code>").text(source).html("</code>");
        return false;
      }
    }
  }

  private void role(Inline.Role role, Prose prose) {
    quotes.ifPresent(Quotes::passed);
    if (shortcodes.named(role.name())) {
      shortcodes.inline(role, prose, insideLink);
      return;
    }
    int start = prose.offset(role.from());
    Place place = draft.source().place(start, start + Math.max(1, role.expression().length()));
    String excerpt = draft.source().line(place);
    out.hole(new Piece.RoleText(draft.add(new Role(role.name(), role.expression(), place, excerpt))));
    out.words("…");
  }

  /// A citation is a role that is written in brackets, and a link to each source in it.
  private void cite(Inline.Cite cite, Prose prose) {
    quotes.ifPresent(Quotes::passed);
    String written = prose.text().substring(cite.start(), cite.end());
    if (insideLink) {
      out.text(written);
      return;
    }
    boolean inText = cite.citation().inText();
    for (Citation.Cite each : cite.citation().cites()) {
      int from = prose.offset(cite.start() + each.start());
      int to = prose.offset(cite.start() + each.end() - 1) + 1;
      int index = draft.add(each.key(), inText ? Link.Role.MENTION : Link.Role.CITE, draft.source().place(from, to));
      String where = each.locator().shown();
      links.add(index, out.words().length(), out.words().length(), where.isEmpty() ? " " : where);
    }
    int start = prose.offset(cite.start());
    Place place = draft.source().place(start, prose.offset(cite.end() - 1) + 1);
    String expression = written.replace('\n', ' ');
    out.hole(new Piece.RoleText(draft.add(new Role(Role.CITE, expression, place, draft.source().line(place)))));
    out.words(inText ? written : "");
  }

  private void footnote(Inline.FootnoteMark mark) {
    quotes.ifPresent(Quotes::passed);
    Footnotes.Use use = footnotes.mark(mark.label());
    marks.add(mark.label());
    String number = Integer.toString(use.number());
    out.html("<sup class=\"footnote-ref\"><a href=").quoted("#" + use.id()).html(" id=").quoted(use.marks().getLast());
    out.html(" role=\"doc-noteref\">" + number + "</a></sup>");
    if (use.marks().size() == 1) {
      // Its text is known only later.
      out.hole(new Piece.Margin(use.number(), List.of()));
    }
  }
}
