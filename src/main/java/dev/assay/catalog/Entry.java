package dev.assay.catalog;

import dev.assay.note.Language;
import dev.assay.note.Note;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import java.time.OffsetDateTime;
import java.util.Optional;

/// A note with its place on the site.
///
/// @param note     what was written
/// @param type     what it is on the site
/// @param section  the folder that lists it: `post`, `guide`, or the name of a site's own section
/// @param slug     the last part of its address, and the first half of its claims' names
/// @param language the language it is written in
/// @param address  where its page is
/// @param title    its title, plain text
/// @param date     when it was published
/// @param updated  when its content last changed; empty when it hasn't since
/// @param feedId   the id feeds give it
public record Entry(
    Note note,
    NoteType type,
    String section,
    String slug,
    Language language,
    SitePath address,
    String title,
    Optional<OffsetDateTime> date,
    Optional<OffsetDateTime> updated,
    String feedId) {
  /// The file it was read from.
  public SourceId source() {
    return note.source();
  }

  /// When it last changed, as far as anyone said.
  public Optional<OffsetDateTime> changed() {
    return updated.isPresent() ? updated : date;
  }
}
