package dev.assay.build.cache;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Digest;
import dev.assay.note.Heading;
import dev.assay.note.LateItems;
import dev.assay.note.LateNames;
import dev.assay.note.Note;
import dev.assay.note.Piece;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What a note says beside its body, and few ask for: what its claims say, its headings and anchors, its summary. It lies in a
/// pack, so that a site's texts are never in memory together.
///
/// @param index  is deleted when the text cannot be read
/// @param shelf  holds what was read
record PackedText(Range range, Pack pack, Path index, Shelf<PackedText.Content> shelf) {
  private static final RecordCodec<Content> CODEC = RecordCodec.of(Content.class);

  record Content(List<ClaimDraft.Held> claims, List<Heading> headings, Set<String> anchors, List<Piece> summary) {}

  static byte[] bytes(Note note) {
    List<ClaimDraft.Held> claims = note.claims().stream().map(claim -> new ClaimDraft.Held(claim.pieces(), claim.excerpt())).toList();
    return CODEC.write(new Content(claims, note.headings(), note.anchors(), note.summary()));
  }

  static Digest schema() {
    return CODEC.schema();
  }

  /// A note without its text.
  static Note without(Note note) {
    return note.with(
        new Note.Elsewhere(note.body(), List.of(), Set.of(), Collections.nCopies(note.claims().size(), ClaimDraft.Held.NONE), List.of()));
  }

  /// A note with its text here.
  Note with(Note note) {
    List<ClaimDraft.Text> texts = new ArrayList<>();
    for (int i = 0; i < note.claims().size(); i++) {
      texts.add(new OfClaim(this, i));
    }
    return note.with(new Note.Elsewhere(note.body(), new Some<>(this, Content::headings), new Anchors(this), texts, new Some<>(this, Content::summary)));
  }

  private Content content() {
    return shelf.of(range, this::read);
  }

  private Content read() {
    try {
      return CODEC.read(pack.read(range));
    } catch (IOException | DamagedException e) {
      throw PackedBody.lost(pack, index, e);
    }
  }

  private record OfClaim(PackedText text, int claim) implements ClaimDraft.Text {
    @Override
    public List<Piece> pieces() {
      return text.content().claims().get(claim).pieces();
    }

    @Override
    public String excerpt() {
      return text.content().claims().get(claim).excerpt();
    }
  }

  private static final class Some<T> extends LateItems<T> {
    private final PackedText text;
    private final Function<Content, List<T>> which;

    Some(PackedText text, Function<Content, List<T>> which) {
      this.text = text;
      this.which = which;
    }

    @Override
    protected List<T> items() {
      return which.apply(text.content());
    }
  }

  private static final class Anchors extends LateNames {
    private final PackedText text;

    Anchors(PackedText text) {
      this.text = text;
    }

    @Override
    protected Set<String> names() {
      return text.content().anchors();
    }
  }
}
