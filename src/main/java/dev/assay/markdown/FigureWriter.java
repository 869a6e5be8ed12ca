package dev.assay.markdown;

import dev.assay.note.Link;
import dev.assay.note.Piece;
import dev.assay.note.Role;
import dev.assay.problem.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes figures: pictures that stand alone in their paragraph, with a caption, a name or a source.
final class FigureWriter {
  private static final Pattern SOURCE = Pattern.compile("(?:^|(?<=[\\s.。]))(?:Sources?|출처|자료|出典|来源|Quelle|Source)\\s?[:：]");

  private final Draft draft;
  private final Output out;
  private final InlineWriter inlines;
  private final PictureWriter pictures;
  private final LinkWords links;
  private final Numbered numbered;
  private final Supplier<Optional<Quotes>> typography;
  private final WordCount count;

  FigureWriter(
      Draft draft, Output out, InlineWriter inlines, PictureWriter pictures, LinkWords links, Numbered numbered,
      Supplier<Optional<Quotes>> typography, WordCount count) {
    this.draft = draft;
    this.out = out;
    this.inlines = inlines;
    this.pictures = pictures;
    this.links = links;
    this.numbered = numbered;
    this.typography = typography;
    this.count = count;
  }

  /// Writes a picture that stands alone in its paragraph and has a caption or a name: a figure. Nothing for any other text.
  Optional<InlineWriter.Said> write(Prose prose) {
    if (!prose.text().startsWith("![")) {
      return Optional.empty();
    }
    Optional<FigureSource> source = FigureSource.of(prose.text());
    Prose shownProse = source.map(from -> prose.slice(0, from.picture().length())).orElse(prose);
    List<Inline> inlines = this.inlines.read(shownProse);
    boolean named = inlines.size() == 2 && inlines.get(1) instanceof Inline.Braces;
    boolean alone = !inlines.isEmpty() && inlines.getFirst() instanceof Inline.Image && (inlines.size() == 1 || named);
    if (!alone) {
      return Optional.empty();
    }
    Inline.Image picture = (Inline.Image) inlines.getFirst();
    String written = named ? prose.text().substring(inlines.get(1).start(), inlines.get(1).end()) : source.map(FigureSource::braces).orElse("");
    Attributes attributes = written.isEmpty() ? Attributes.NONE : Attributes.read(written);
    String target = Schemes.cleaned(picture.address().target());
    boolean shown = Schemes.mayShow(target) && !target.isEmpty();
    boolean figure = !picture.address().title().isEmpty() || source.isPresent() || numbered.target(attributes.id()).isPresent();
    return shown && figure ? Optional.of(figure(prose, picture, named ? this.inlines.attributes(prose, inlines.get(1)) : free(attributes, prose), source)) : Optional.empty();
  }

  /// Attributes whose name is not taken yet.
  private Attributes free(Attributes read, Prose prose) {
    int at = Math.max(0, prose.text().lastIndexOf("#" + read.id()));
    return read.free(draft, prose.offset(at), prose.offset(at + read.id().length()) + 1);
  }

  private InlineWriter.Said figure(Prose prose, Inline.Image picture, Attributes attributes, Optional<FigureSource> source) {
    out.words().setLength(0);
    links.begin();
    out.html("<figure class=\"picture\"");
    if (!attributes.id().isEmpty()) {
      out.html(" id=").quoted(attributes.id());
    }
    out.html(">");
    Inline.Address address = picture.address();
    Inline.Image bare = new Inline.Image(picture.start(), picture.end(), new Inline.Address(address.target(), "", address.fileStart(), address.fileEnd()), picture.children());
    pictures.write(bare, new Attributes("", attributes.classes(), attributes.sizes(), attributes.lang()), prose);
    String label = numbered.label(attributes.id());
    if (!label.isEmpty() || !address.title().isEmpty() || source.isPresent()) {
      out.html("<figcaption>");
      if (!label.isEmpty()) {
        out.html("<b>").text(label).html(address.title().isEmpty() ? "</b>" : ".</b> ");
      }
      caption(address.title());
      source.ifPresent(from -> source(from, prose, !label.isEmpty() || !address.title().isEmpty()));
      out.html("</figcaption>");
    }
    out.html("</figure>\n");
    String words = out.words().toString();
    links.describe(words);
    count.add(words);
    return new InlineWriter.Said(words, List.of());
  }

  /// A caption, whose source is set apart: `HBM by year. Source: company filings`.
  private void caption(String title) {
    Matcher source = SOURCE.matcher(title);
    int at = source.find() ? source.start() : title.length();
    String said = title.substring(0, at).strip();
    out.text(typography.get().map(set -> set.set(said, 0, said.length(), '\n')).orElse(said));
    if (at < title.length()) {
      out.html(at == 0 ? "<small>" : " <small>").text(title.substring(at).strip()).html("</small>");
    }
  }

  /// Where a figure comes from: a source of the bibliography, a link, or words.
  private void source(FigureSource from, Prose prose, boolean behindCaption) {
    out.html(behindCaption ? " <small>" : "<small>").hole(new Piece.Word("figure.source")).html(" ");
    int start = prose.offset(from.at());
    int end = prose.offset(from.at() + from.value().length() - 1) + 1;
    Place place = draft.source().place(start, end);
    String target = Schemes.cleaned(from.value());
    if (from.value().startsWith("@") && from.value().length() > 1) {
      int index = draft.add(from.value().substring(1), Link.Role.CITE, place);
      links.add(index, out.words().length(), out.words().length(), " ");
      out.hole(new Piece.RoleText(draft.add(new Role(Role.CITE, "[" + from.value() + "]", place, draft.source().line(place)))));
    } else if (from.value().matches("(?i)https?://.+") && Schemes.mayFollow(target)) {
      int index = draft.add(target, Link.Role.FOLLOW, place);
      String host = target.replaceFirst("(?i)^https?://(?:www\\.)?", "").replaceFirst("[/?#].*", "");
      int words = out.words().length();
      out.html("<a href=\"").hole(new Piece.Target(index)).html("\">").text(host).html("</a>");
      links.add(index, words, out.words().length(), "");
    } else {
      out.text(from.value());
    }
    out.html("</small>");
  }
}
