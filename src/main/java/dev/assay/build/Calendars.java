package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.claim.Checkpoint;
import dev.assay.claim.Claim;
import dev.assay.claim.Due;
import dev.assay.claim.Status;
import dev.assay.export.CalendarFile;
import dev.assay.note.Digest;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.note.ValueDigest;
import dev.assay.view.project.Agenda;
import dev.assay.view.project.Base;
import dev.assay.view.project.Model;
import dev.assay.view.project.Projection;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is due, as a calendar of each language: everything with a day, whatever came of it. What has been dropped is
/// cancelled rather than left out, so that it leaves the calendars of those who follow it.
final class Calendars {
  private final Model model;
  private final Projection projection;

  Calendars(Model model, Projection projection) {
    this.model = model;
    this.projection = projection;
  }

  /// Where the calendar of a language is.
  SitePath address(Language language) {
    return model.catalog().addresses().at(language, "/checkpoints.ics");
  }

  /// What a calendar program calls it.
  String name(Language language) {
    return model.site().title() + " · " + model.words().of(language, "menu.checkpoints");
  }

  /// Names all entries, without making them.
  Digest digest(Language language) {
    List<Object> all = new ArrayList<>();
    List.of("checkpoint.strong", "checkpoint.weak", "claim.due").forEach(word -> all.add(model.words().of(language, word)));
    Arrays.stream(Kind.values()).forEach(kind -> all.add(model.words().of(language, "kind." + kind.word())));
    for (Agenda.Point point : dated(language)) {
      all.add(projection.digest(point, language).hex());
      all.add(point.id());
      model.catalog().entry(note(point, language)).ifPresent(note -> all.add(note.updated().or(note::date).map(Object::toString).orElse("")));
    }
    return ValueDigest.ofList(all);
  }

  private static SourceId note(Agenda.Point point, Language language) {
    return switch (point) {
      case Agenda.OfCheckpoint(Checkpoint checkpoint) -> checkpoint.note();
      case Agenda.OfClaim(Claim claim) -> claim.in(language).orElse(claim.first()).note();
    };
  }

  private List<Agenda.Point> dated(Language language) {
    return Agenda.of(model, language).values().stream().flatMap(List::stream).filter(point -> point.due().isPresent()).toList();
  }

  List<CalendarFile.Entry> entries(Language language) {
    List<CalendarFile.Entry> entries = new ArrayList<>();
    dated(language).forEach(point -> point.due().flatMap(due -> entry(point, due, language)).ifPresent(entries::add));
    entries.sort(java.util.Comparator.comparing(CalendarFile.Entry::day).thenComparing(CalendarFile.Entry::uid));
    return entries;
  }

  private Optional<CalendarFile.Entry> entry(Agenda.Point point, Due due, Language language) {
    return switch (point) {
      case Agenda.OfCheckpoint(Checkpoint checkpoint) ->
          model.catalog().entry(checkpoint.note()).map(note -> entry(point, due, note, checkpoint, language));
      case Agenda.OfClaim(Claim claim) -> {
        Claim.Place place = claim.in(language).orElse(claim.first());
        yield model.catalog()
            .entry(place.note())
            .map(
                note ->
                    made(
                        point, due, note, model.plain(note, place.draft().pieces()),
                        List.of(model.words().of(language, "kind." + claim.kind().word())), place.draft().anchor(), isDropped(claim.status()), language));
      }
    };
  }

  private CalendarFile.Entry entry(Agenda.Point point, Due due, Entry note, Checkpoint checkpoint, Language language) {
    List<String> details = new ArrayList<>();
    add(details, model.words().of(language, "checkpoint.strong"), model.plain(note, checkpoint.strong()));
    add(details, model.words().of(language, "checkpoint.weak"), model.plain(note, checkpoint.weak()));
    return made(point, due, note, model.plain(note, checkpoint.text()), details, checkpoint.anchor(), isDropped(checkpoint.status()), language);
  }

  private static void add(List<String> details, String label, String text) {
    if (!text.isEmpty()) {
      details.add(label + " " + text);
    }
  }

  private static boolean isDropped(Status status) {
    return status == Status.WITHDRAWN || status == Status.SUPERSEDED;
  }

  private CalendarFile.Entry made(
      Agenda.Point point, Due due, Entry note, String summary, List<String> more, String anchor, boolean dropped, Language language) {
    List<String> details = new ArrayList<>(more);
    // A quarter stands in the calendar on its last day, which is not what the writer said.
    if (!due.written().equals(due.last().toString())) {
      details.add(model.words().of(language, "claim.due") + ": " + due.written());
    }
    details.add(note.title());
    return new CalendarFile.Entry(
        uid(point, language), due.last(), stamped(note, due), summary, String.join("\n", details), model.base().absolute(note.address(), anchor), dropped);
  }

  private String uid(Agenda.Point point, Language language) {
    String host = URI.create(model.base().url().isEmpty() ? Base.PREVIEW : model.base().url()).getHost();
    String own = language.equals(model.site().language()) ? "" : "." + language.tag().toLowerCase(Locale.ROOT);
    return point.id() + own + "@" + host;
  }

  /// When the note last said so: a calendar program takes the younger of two entries of one name.
  private static Instant stamped(Entry note, Due due) {
    return note.updated().or(note::date).map(java.time.OffsetDateTime::toInstant).orElse(due.last().atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
