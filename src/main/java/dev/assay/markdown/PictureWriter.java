package dev.assay.markdown;

import dev.assay.note.Link;
import dev.assay.note.Piece;

/// Writes pictures among the words of a block.
final class PictureWriter {
  /// The class of a picture that says nothing and needs no words.
  private static final String DECORATION = "decorative";

  private final Draft draft;
  private final Output out;
  private final LinkWords links;

  PictureWriter(Draft draft, Output out, LinkWords links) {
    this.draft = draft;
    this.out = out;
    this.links = links;
  }

  /// A picture. One whose address no page may show is its words.
  void write(Inline.Image image, Attributes attributes, Prose prose) {
    String alt = Plain.of(image.children(), prose);
    String target = Schemes.cleaned(image.address().target());
    if (!Schemes.mayShow(target) || target.isEmpty()) {
      links.unsafe(image.address(), target);
      out.text(alt);
      return;
    }
    int index = draft.add(target, Link.Role.SHOW, draft.source().place(image.address().fileStart(), image.address().fileEnd()));
    if (alt.isBlank() && !attributes.classes().contains(DECORATION)) {
      draft.wordless(prose.offset(image.start()), prose.offset(image.end() - 1) + 1);
    }
    StringBuilder more = new StringBuilder();
    attribute("title", image.address().title(), more);
    attribute("id", attributes.id(), more);
    attribute("class", String.join(" ", attributes.classes()), more);
    attribute("lang", attributes.lang(), more);
    attributes.sizes().forEach(size -> attribute(size.name(), Integer.toString(size.pixels()), more));
    out.hole(new Piece.Picture(index, Markup.seen(alt), more.toString()));
    int at = out.words().length();
    links.add(index, at, at, alt.isEmpty() ? " " : alt);
  }

  private static void attribute(String name, String value, StringBuilder out) {
    if (!value.isEmpty()) {
      out.append(' ').append(name).append("=\"").append(Markup.escape(value)).append('"');
    }
  }
}
