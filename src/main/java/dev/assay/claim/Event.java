package dev.assay.claim;

import dev.assay.note.Language;
import dev.assay.note.SourceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Something that happened to a claim or a checkpoint. Most events are told by a note; two follow from what other
/// claims say (`supersedes=`, `unblocks=`), and one from the calendar.
///
/// @param claim       the global name of what it happened to
/// @param status      what it became
/// @param date        the day
/// @param probability what the writer holds it to be from then on, when an amendment says so
/// @param by          the claim that brought it about by its own options
/// @param tellings    who tells it, the site's own language first; empty when nobody does
public record Event(
    String claim, Status status, LocalDate date, OptionalDouble probability, Optional<String> by, List<Telling> tellings) {
  public Event {
    tellings = List.copyOf(tellings);
  }

  /// An event in the words of one note.
  ///
  /// @param from     the note whose head tells it
  /// @param language the language of that note
  /// @param note     why, in the writer's words; may be empty
  /// @param source   an address or a name that shows it; may be empty
  public record Telling(SourceId from, Language language, String note, String source) {}

  /// Who tells it in a language; else whoever tells it first.
  public Optional<Telling> in(Language language) {
    return tellings.stream().filter(telling -> telling.language().equals(language)).findFirst().or(() -> tellings.stream().findFirst());
  }

  /// Why, in the words of whoever tells it first; empty when nobody gives a reason.
  public String note() {
    return tellings.isEmpty() ? "" : tellings.getFirst().note();
  }

  /// What shows it, by whoever tells it first; empty when nothing is named.
  public String source() {
    return tellings.isEmpty() ? "" : tellings.getFirst().source();
  }

  /// Whether it follows from the calendar alone: its day passed, and nobody has said what came of it.
  public boolean lapsed() {
    return tellings.isEmpty() && by.isEmpty();
  }
}
