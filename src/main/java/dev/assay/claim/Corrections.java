package dev.assay.claim;

import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Reads what notes say that they have put right: the `corrections` key of their heads.
final class Corrections {
  private static final Set<String> KEYS = Set.of("date", "note", "source", "claim");

  private final Set<String> names;
  private final UnaryOperator<String> canonical;
  private final LocalDate today;
  private final List<Problem> problems;

  Corrections(Set<String> names, UnaryOperator<String> canonical, LocalDate today, List<Problem> problems) {
    this.names = names;
    this.canonical = canonical;
    this.today = today;
    this.problems = problems;
  }

  /// All corrections that are in force, newest first.
  List<Correction> read(List<ClaimNote> notes) {
    List<Correction> all = new ArrayList<>();
    for (ClaimNote note : notes) {
      Map<LocalDate, Integer> numbers = new HashMap<>();
      note.note().head().corrections().ifPresent(list -> list.items().forEach(item -> read(item, note, numbers).ifPresent(all::add)));
    }
    all.sort(Comparator.comparing(Correction::date).reversed().thenComparing(Correction::from).thenComparingInt(Correction::number));
    return all;
  }

  private Optional<Correction> read(Value item, ClaimNote note, Map<LocalDate, Integer> numbers) {
    if (!(item instanceof Value.Mapping mapping)) {
      error(Code.WRONG_TYPE, item.place(), "a correction is keys and values", "write {date: 2026-11-22, note: what was wrong and what is right}");
      return Optional.empty();
    }
    Map<String, Value.Scalar> fields = new HashMap<>();
    for (Value.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.key())) {
        error(Code.UNKNOWN_KEY, entry.keyPlace(), "a correction has no key '" + entry.key() + "'", Nearest.hint(entry.key(), KEYS));
      } else if (entry.value() instanceof Value.Scalar scalar && !scalar.isNull()) {
        fields.put(entry.key(), scalar);
      } else {
        error(Code.WRONG_TYPE, entry.value().place(), "'" + entry.key() + "' is a single value", "");
      }
    }
    String words = text(fields, "note");
    if (words.isEmpty()) {
      error(Code.WRONG_TYPE, mapping.place(), "this correction does not say what was corrected", "add note: what was wrong and what is right");
    }
    Optional<LocalDate> date = date(mapping, fields, note);
    if (words.isEmpty() || date.isEmpty()) {
      return Optional.empty();
    }
    int number = numbers.merge(date.get(), 1, Integer::sum);
    return Optional.of(
        new Correction(note.note().source(), note.language(), date.get(), number, words, text(fields, "source"), claim(fields, note)));
  }

  private static String text(Map<String, Value.Scalar> fields, String key) {
    Value.Scalar scalar = fields.get(key);
    return scalar == null ? "" : scalar.text().strip();
  }

  private Optional<LocalDate> date(Value.Mapping in, Map<String, Value.Scalar> fields, ClaimNote note) {
    Value.Scalar written = fields.get("date");
    if (written == null) {
      error(Code.WRONG_TYPE, in.place(), "this correction has no 'date'", "say on which day it was made: date: 2026-11-22");
      return Optional.empty();
    }
    LocalDate date;
    try {
      date = LocalDate.parse(written.text().strip());
    } catch (DateTimeParseException e) {
      error(Code.WRONG_TYPE, written.place(), "'" + written.text() + "' is not a day", "write it as 2026-11-22");
      return Optional.empty();
    }
    if (date.isAfter(today)) {
      problems.add(
          new Problem(
              Severity.WARNING, Code.HISTORY, written.place(), "this correction is dated " + date + " and is not shown before that day", "",
              "if it has been made already, correct the date"));
      return Optional.empty();
    }
    if (note.asserted().isPresent() && date.isBefore(note.asserted().get())) {
      error(
          Code.HISTORY, written.place(), "nothing can be corrected on " + date + ": the note was published on " + note.asserted().get(),
          "correct this date, or that of the note");
      return Optional.empty();
    }
    return Optional.of(date);
  }

  private Optional<String> claim(Map<String, Value.Scalar> fields, ClaimNote note) {
    Value.Scalar written = fields.get("claim");
    if (written == null) {
      return Optional.empty();
    }
    String name = Reference.read(written.text().strip(), note.slug()).globalName();
    if (!names.contains(name)) {
      error(
          Code.UNKNOWN_CLAIM, written.place(), "no claim is named '" + written.text() + "'",
          Nearest.to(name, names).map(near -> "did you mean '" + near + "'?").orElse("write #name, or slug#name for a claim of another note"));
      return Optional.empty();
    }
    return Optional.of(canonical.apply(name));
  }

  private void error(Code code, Place place, String message, String hint) {
    problems.add(new Problem(Severity.ERROR, code, place, message, "", hint));
  }
}
