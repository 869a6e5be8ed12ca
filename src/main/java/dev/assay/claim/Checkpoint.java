package dev.assay.claim;

import dev.assay.note.Language;
import dev.assay.note.Piece;
import dev.assay.note.SourceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Something to look at, perhaps by a date, with what would be a strong and a weak signal.
///
/// @param id       its global name `slug#anchor`; in a translation that of the original
/// @param note     the note that names it
/// @param language the language of that note
/// @param anchor   its anchor on the note's page
/// @param url      its address on the site
/// @param written  where in the note it is written
/// @param text     what to look at, as inline markup with holes
/// @param strong   what would be a strong signal; empty when not given
/// @param weak     what would be a weak signal; empty when not given
/// @param when     by when, in the writer's words; empty when not given
/// @param due      the date in those words, when they hold one
/// @param claims   global names of the claims it bears on
/// @param asserted the day on which it was written, when its note is dated
/// @param status   what has become of it: confirmed when the strong signal came, refuted when the weak one did
/// @param history  what happened to it, oldest first
public record Checkpoint(
    String id,
    SourceId note,
    Language language,
    String anchor,
    String url,
    Written written,
    List<Piece> text,
    List<Piece> strong,
    List<Piece> weak,
    String when,
    Optional<Due> due,
    List<String> claims,
    Optional<LocalDate> asserted,
    Status status,
    List<Event> history) {
  public Checkpoint {
    text = List.copyOf(text);
    strong = List.copyOf(strong);
    weak = List.copyOf(weak);
    claims = List.copyOf(claims);
    history = List.copyOf(history);
  }

  /// Where a checkpoint is written.
  ///
  /// @param form      in a table of the text, in the head, or in a directive
  /// @param directive which directive of the note, when it is written in one
  public record Written(Form form, OptionalInt directive) {}

  /// How a checkpoint is written.
  public enum Form {
    TABLE,
    HEAD,
    DIRECTIVE
  }

  /// The same checkpoint under another name.
  Checkpoint called(String name) {
    return new Checkpoint(
        name, note, language, anchor, url, written, text, strong, weak, when, due, claims, asserted, status, history);
  }

  /// The same checkpoint after something has happened to it.
  Checkpoint with(Status newStatus, List<Event> events) {
    return new Checkpoint(
        id, note, language, anchor, url, written, text, strong, weak, when, due, claims, asserted, newStatus, events);
  }

  /// Whether nothing has come of it yet.
  public boolean isOpen() {
    return status == Status.STANDING || status == Status.AMENDED;
  }
}
