package dev.assay.claim;

import dev.assay.note.SourceId;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what notes say has become of claims: the `history` key of their heads.
final class Histories {
  private static final Set<String> KEYS = Set.of("claim", "status", "date", "note", "source");
  private static final List<String> STATUSES =
      Arrays.stream(Status.values()).filter(status -> status != Status.STANDING).map(Status::word).toList();

  private final Set<String> names;
  private final List<Problem> problems;

  Histories(Set<String> names, List<Problem> problems) {
    this.names = names;
    this.problems = problems;
  }

  /// All events, oldest first.
  List<Event> read(List<ClaimNote> notes) {
    List<Event> events = new ArrayList<>();
    for (ClaimNote note : notes) {
      note.note().head().history().ifPresent(list -> list.items().forEach(item -> read(item, note, events)));
    }
    events.sort(Comparator.comparing(Event::date).thenComparing(Event::claim));
    return events;
  }

  private void read(Value item, ClaimNote note, List<Event> events) {
    if (!(item instanceof Value.Mapping mapping)) {
      error(Code.WRONG_TYPE, item.place(), "an event of a claim is a mapping", "write {claim: slug#name, status: refuted, date: 2026-11-22}");
      return;
    }
    Map<String, Value.Scalar> fields = new HashMap<>();
    for (Value.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.key())) {
        error(Code.UNKNOWN_KEY, entry.keyPlace(), "an event of a claim has no key '" + entry.key() + "'", Nearest.hint(entry.key(), KEYS));
      } else if (entry.value() instanceof Value.Scalar scalar) {
        fields.put(entry.key(), scalar);
      } else {
        error(Code.WRONG_TYPE, entry.value().place(), "'" + entry.key() + "' is a single value", "");
      }
    }
    Optional<String> claim = claim(mapping, fields, note.slug());
    Optional<Status> status = status(mapping, fields);
    Optional<LocalDate> date = date(mapping, fields);
    if (claim.isPresent() && status.isPresent() && date.isPresent()) {
      events.add(
          new Event(claim.get(), status.get(), date.get(), text(fields, "note"), text(fields, "source"), source(note)));
    }
  }

  private static SourceId source(ClaimNote note) {
    return note.note().source();
  }

  private static String text(Map<String, Value.Scalar> fields, String key) {
    Value.Scalar scalar = fields.get(key);
    return scalar == null ? "" : scalar.text();
  }

  private Optional<String> claim(Value.Mapping in, Map<String, Value.Scalar> fields, String slug) {
    Optional<Value.Scalar> written = required(in, fields, "claim", "name the claim: claim: slug#name");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String name = Reference.read(written.get().text(), slug).globalName();
    if (!names.contains(name)) {
      error(Code.UNKNOWN_CLAIM, written.get().place(), "no claim is named '" + written.get().text() + "'", Nearest.hint(name, names));
      return Optional.empty();
    }
    return Optional.of(name);
  }

  private Optional<Status> status(Value.Mapping in, Map<String, Value.Scalar> fields) {
    Optional<Value.Scalar> written = required(in, fields, "status", "one of " + String.join(", ", STATUSES));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Optional<Status> status =
        Arrays.stream(Status.values())
            .filter(s -> s != Status.STANDING && s.word().equals(written.get().text()))
            .findFirst();
    if (status.isEmpty()) {
      error(Code.WRONG_TYPE, written.get().place(), "'" + written.get().text() + "' is no status of a claim", Nearest.hint(written.get().text(), STATUSES));
    }
    return status;
  }

  private Optional<LocalDate> date(Value.Mapping in, Map<String, Value.Scalar> fields) {
    Optional<Value.Scalar> written = required(in, fields, "date", "say on which day it happened: date: 2026-11-22");
    try {
      return written.map(scalar -> LocalDate.parse(scalar.text()));
    } catch (DateTimeParseException e) {
      written.ifPresent(scalar -> error(Code.WRONG_TYPE, scalar.place(), "'" + scalar.text() + "' is not a day", "write it as 2026-11-22"));
      return Optional.empty();
    }
  }

  private Optional<Value.Scalar> required(Value.Mapping in, Map<String, Value.Scalar> fields, String key, String hint) {
    Value.Scalar scalar = fields.get(key);
    if (scalar == null) {
      error(Code.WRONG_TYPE, in.place(), "this event of a claim has no '" + key + "'", hint);
    }
    return Optional.ofNullable(scalar);
  }

  private void error(Code code, Place place, String message, String hint) {
    problems.add(new Problem(Severity.ERROR, code, place, message, "", hint));
  }
}
