package dev.assay.build.cache;

import dev.assay.note.Body;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Digest;
import dev.assay.note.Note;
import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.List;

/// Names the two sides of a note. While its outside is the same, an edit shows on its own page and in feeds that carry
/// its text, and nothing else of the site need be looked at.
///
/// @param outside all that other pages can see of it, whatever the lines that it stands on
/// @param inside  its text
public record Facets(Digest outside, Digest inside) {
  private static final RecordCodec<Note> OUTSIDE =
      RecordCodec.with()
          .replacing(Body.class, Digest.class, Body::digest, digest -> new Body.Held(digest, List.of()))
          .replacing(ClaimDraft.Text.class, ClaimDraft.Held.class, Facets::held, held -> held)
          .replacing(Place.class, Boolean.class, _ -> true, _ -> Place.ofFile("-"))
          .of(Note.class);

  /// The facets of a note that was just parsed.
  public static Facets of(Note note) {
    return new Facets(Digest.of(OUTSIDE.write(note.outside())), Digests.digestOf(note.body().digest(), note.tables()));
  }

  /// Where everything stands that the outside speaks of: for two notes with one outside in the same order.
  public static List<Place> places(Note note) {
    List<Place> places = new ArrayList<>();
    RecordCodec.with()
        .replacing(Body.class, Digest.class, Body::digest, digest -> new Body.Held(digest, List.of()))
        .replacing(ClaimDraft.Text.class, Boolean.class, _ -> true, _ -> ClaimDraft.Held.NONE)
        .replacing(Place.class, Boolean.class, places::add, _ -> Place.ofFile("-"))
        .of(Note.class)
        .write(note.outside());
    return places;
  }

  private static ClaimDraft.Held held(ClaimDraft.Text text) {
    return new ClaimDraft.Held(text.pieces(), text.excerpt());
  }

  /// Names the form of what is digested.
  static Digest schema() {
    return OUTSIDE.schema();
  }
}
