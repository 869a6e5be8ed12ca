package dev.assay.build.cache;

import dev.assay.note.LateItems;
import dev.assay.note.Note;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/// A note's links, claims and the like. While a site is being understood they are in memory for all notes, and then for those
/// only that are lately asked for: the rest lies in a pack.
///
/// @param head where it lies, and what it is known by
/// @param text where the texts of its claims lie
record PackedOutline(Range head, Pack pack, PackedText text, Shelf<Note> shelf) {
  /// A note that holds of its outline only where it lies.
  Note late(Note note) {
    shelf.put(head, note);
    return new Note(
        note.source(), note.file(), note.digest(), note.head(), note.body(), note.headings(), note.textTitle(), note.anchors(),
        late(note.links(), Note::links), late(note.claims(), Note::claims), late(note.checkpoints(), Note::checkpoints),
        late(note.misses(), Note::misses), late(note.entityRows(), Note::entityRows), late(note.mentions(), Note::mentions),
        late(note.directives(), Note::directives), late(note.roles(), Note::roles), note.tables(), note.summary(), note.topics(),
        note.words(), note.minutes(), note.problems());
  }

  private <T> List<T> late(List<T> list, Function<Note, List<T>> which) {
    return list.isEmpty() ? list : new Some<>(this, which);
  }

  private Note note() {
    return shelf.of(head, this::read);
  }

  private Note read() {
    try {
      return text.with(NoteCache.CODEC.read(pack.read(head)));
    } catch (IOException | DamagedException e) {
      throw PackedBody.lost(pack, text.index(), e);
    }
  }

  private static final class Some<T> extends LateItems<T> {
    private final PackedOutline outline;
    private final Function<Note, List<T>> which;

    Some(PackedOutline outline, Function<Note, List<T>> which) {
      this.outline = outline;
      this.which = which;
    }

    @Override
    protected List<T> items() {
      return which.apply(outline.note());
    }
  }
}
