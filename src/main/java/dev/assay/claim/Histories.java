package dev.assay.claim;

import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Guesses;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Reads what notes say has become of claims: the `history` key of their heads.
final class Histories {
  private static final Set<String> KEYS = Set.of("claim", "status", "date", "note", "source", "probability");

  private final Set<String> names;
  private final UnaryOperator<String> canonical;
  private final List<Problem> problems;
  private final Guesses guesses = new Guesses();

  /// @param names     the global names of all that can have a history
  /// @param canonical from a name that restates a claim to the claim's own
  Histories(Set<String> names, UnaryOperator<String> canonical, List<Problem> problems) {
    this.names = names;
    this.canonical = canonical;
    this.problems = problems;
  }

  /// All entries that can be read, in the order of the notes.
  List<Told> read(List<ClaimNote> notes) {
    List<Told> told = new ArrayList<>();
    for (ClaimNote note : notes) {
      note.note().head().history().ifPresent(list -> list.items().forEach(item -> read(item, note, told)));
    }
    return told;
  }

  private void read(Value item, ClaimNote note, List<Told> told) {
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
    OptionalDouble probability = status.map(to -> probability(fields, to)).orElse(OptionalDouble.empty());
    if (claim.isPresent() && status.isPresent() && date.isPresent()) {
      told.add(
          new Told(
              canonical.apply(claim.get()), status.get(), date.get(), text(fields, "note"), text(fields, "source"), probability,
              note, told.size(), place(mapping, fields, "status"), place(mapping, fields, "date")));
    }
  }

  private static Place place(Value.Mapping in, Map<String, Value.Scalar> fields, String key) {
    Value.Scalar scalar = fields.get(key);
    return scalar == null ? in.place() : scalar.place();
  }

  private static String text(Map<String, Value.Scalar> fields, String key) {
    Value.Scalar scalar = fields.get(key);
    return scalar == null || scalar.isNull() ? "" : scalar.text().strip();
  }

  private Optional<String> claim(Value.Mapping in, Map<String, Value.Scalar> fields, String slug) {
    Optional<Value.Scalar> written = required(in, fields, "claim", "name the claim: claim: slug#name");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String name = Reference.read(written.get().text().strip(), slug).globalName();
    if (!names.contains(name)) {
      String hint =
          guesses.to(name, names)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("write slug#name; only a claim with a name, {#name}, and a checkpoint have a history");
      error(Code.UNKNOWN_CLAIM, written.get().place(), "no claim is named '" + written.get().text() + "'", hint);
      return Optional.empty();
    }
    return Optional.of(name);
  }

  private Optional<Status> status(Value.Mapping in, Map<String, Value.Scalar> fields) {
    Optional<Value.Scalar> written = required(in, fields, "status", "one of " + String.join(", ", Status.TOLD));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Optional<Status> status = Status.told(written.get().text().strip());
    if (status.isEmpty()) {
      error(
          Code.WRONG_TYPE, written.get().place(), "'" + written.get().text() + "' is no status of a claim",
          Nearest.hint(written.get().text().toLowerCase(Locale.ROOT), Status.TOLD));
    }
    return status;
  }

  private Optional<LocalDate> date(Value.Mapping in, Map<String, Value.Scalar> fields) {
    Optional<Value.Scalar> written = required(in, fields, "date", "say on which day it happened: date: 2026-11-22");
    try {
      return written.map(scalar -> LocalDate.parse(scalar.text().strip()));
    } catch (DateTimeParseException e) {
      written.ifPresent(scalar -> error(Code.WRONG_TYPE, scalar.place(), "'" + scalar.text() + "' is not a day", "write it as 2026-11-22"));
      return Optional.empty();
    }
  }

  private OptionalDouble probability(Map<String, Value.Scalar> fields, Status status) {
    Value.Scalar written = fields.get("probability");
    if (written == null) {
      return OptionalDouble.empty();
    }
    OptionalDouble probability = Probability.parse(written.text());
    if (probability.isEmpty()) {
      error(Code.WRONG_TYPE, written.place(), "'" + written.text() + "' is not a probability from 0 to 1", "write probability: 0.6 or 60%");
    } else if (status != Status.AMENDED) {
      error(
          Code.HISTORY, written.place(), "a claim that is " + status.word() + " has no new probability",
          "give a new probability with status: amended");
      return OptionalDouble.empty();
    }
    return probability;
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
