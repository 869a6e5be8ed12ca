package dev.assay.frontmatter;

import dev.assay.note.Located;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Reads a mapping by the keys that its reader asks for. Every value of the wrong type is a problem that says what
/// was expected and what was found; [#done()] reports the keys that nobody asked for.
///
/// ```java
/// Fields fields = Fields.of(mapping, Excerpts.of(text));
/// String title = fields.text("title").orElse("");
/// int limit = fields.integer("limit", 1, 1000).orElse(20);
/// fields.done();
/// List<Problem> problems = fields.problems();
/// ```
///
/// A key with an empty value (`title:`) counts as not given. One reader at a time; not for several threads.
public final class Fields {
  private final Value.Mapping mapping;
  private final FieldFaults faults;
  private final Set<String> asked = new TreeSet<>();
  private final Optional<SchemaRecorder> recorder;
  /// Second names of keys, while a schema is recorded.
  private final Map<String, String> twins = new LinkedHashMap<>();

  private Fields(Value.Mapping mapping, FieldFaults faults, Optional<SchemaRecorder> recorder) {
    this.mapping = mapping;
    this.faults = faults;
    this.recorder = recorder;
  }

  /// Fields of nothing that write down what is asked of them. Where a reader asks for keys inside a value, it gets an
  /// empty mapping, so that it asks on.
  static Fields recording(SchemaRecorder recorder, Value.Mapping nothing) {
    return new Fields(nothing, FieldFaults.of(_ -> ""), Optional.of(recorder));
  }

  /// Notes what is asked for; true when nothing is read.
  private boolean records(String key, java.util.function.Supplier<Map<String, Object>> schema) {
    recorder.ifPresent(
        to -> {
          to.add(key, schema.get());
          if (twins.containsKey(key)) {
            to.add(twins.getOrDefault(key, key), schema.get());
          }
        });
    return recorder.isPresent();
  }

  /// @param excerpts the lines of the file that the mapping was read from
  public static Fields of(Value.Mapping mapping, Excerpts excerpts) {
    return new Fields(mapping, FieldFaults.of(excerpts), Optional.empty());
  }

  /// The fields of a mapping inside this one; their problems are reported with these.
  ///
  /// @param name how a message names it: `feeds`
  public Fields in(Value.Mapping inner, String name) {
    return new Fields(inner, faults.in(name), recorder.map(to -> to.inner(name)));
  }

  /// What is wrong so far.
  public List<Problem> problems() {
    return List.copyOf(faults.problems());
  }

  /// The mapping itself.
  public Value.Mapping mapping() {
    return mapping;
  }

  /// Of two names of one thing, the one that was given. Giving both is a problem, and the first one counts.
  public String either(String name, String other) {
    if (recorder.isPresent()) {
      twins.put(name, other);
      return name;
    }
    Optional<Value.Entry> first = entry(name);
    Optional<Value.Entry> second = entry(other);
    if (first.isPresent() && second.isPresent()) {
      add(
          Code.DUPLICATE_KEY,
          second.get().keyPlace(),
          "'" + other + "' and '" + name + "' are two names of one thing, and both are given",
          "keep '" + name + "'");
    }
    return first.isEmpty() && second.isPresent() ? other : name;
  }

  /// Any value; empty when the key is missing or its value is empty.
  public Optional<Value> value(String key) {
    if (recorder.isPresent()) {
      recorder.get().shapes(key, true, true);
      return Optional.of(mapping);
    }
    return entry(key).map(Value.Entry::value).filter(value -> !(value instanceof Value.Scalar scalar && scalar.isNull()));
  }

  private Optional<Value.Entry> entry(String key) {
    asked.add(key);
    return mapping.entries().stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  /// Text with its place. A number or date counts as the text that was written.
  public Optional<Located<String>> located(String key) {
    if (records(key, SchemaRecorder::text)) {
      return Optional.empty();
    }
    return value(key).flatMap(value -> scalar(key, value, "text")).map(s -> new Located<>(s.text().strip(), s.place())).filter(t -> !t.value().isEmpty());
  }

  /// Text without white space at its ends.
  public Optional<String> text(String key) {
    return located(key).map(Located::value);
  }

  /// Text that has to be there.
  public Optional<String> required(String key) {
    recorder.ifPresent(to -> to.require(key));
    Optional<String> text = text(key);
    boolean missing = text.isEmpty() && recorder.isEmpty() && value(key).isEmpty();
    if (missing) {
      add(Code.WRONG_TYPE, mapping.place(), "'" + faults.name(key) + "' is missing", "add '" + key + ": …'");
    }
    return text;
  }

  /// `true` or `false`.
  public Optional<Boolean> flag(String key) {
    if (records(key, SchemaRecorder::flag)) {
      return Optional.empty();
    }
    return value(key).flatMap(value -> flag(key, value));
  }

  private Optional<Boolean> flag(String key, Value value) {
    if (value instanceof Value.Scalar scalar && !scalar.quoted() && (scalar.text().equals("true") || scalar.text().equals("false"))) {
      return Optional.of(scalar.text().equals("true"));
    }
    faults.wrongFlag(key, value);
    return Optional.empty();
  }

  /// A whole number.
  ///
  /// @param least the smallest that is allowed
  /// @param most  the greatest that is allowed
  public Optional<Integer> integer(String key, int least, int most) {
    if (records(key, () -> SchemaRecorder.integer(least, most))) {
      return Optional.empty();
    }
    return value(key).flatMap(value -> integer(key, value, least, most));
  }

  private Optional<Integer> integer(String key, Value value, int least, int most) {
    boolean digits = value instanceof Value.Scalar s && !s.quoted() && s.text().matches("[+-]?[0-9]{1,10}");
    if (!digits) {
      boolean quoted = value instanceof Value.Scalar s && s.quoted() && s.text().matches("[+-]?[0-9]{1,10}");
      wrong(key, value, "a whole number", quoted ? "write it without quotes" : "");
      return Optional.empty();
    }
    long number = Long.parseLong(((Value.Scalar) value).text());
    if (number < least || number > most) {
      wrong(key, value, "a whole number from " + least + " to " + most, "");
      return Optional.empty();
    }
    return Optional.of((int) number);
  }

  /// Whether a number is given, with or without a fraction; anything else is a problem.
  boolean number(String key) {
    if (records(key, SchemaRecorder::number)) {
      return false;
    }
    Optional<Value> value = value(key);
    boolean number =
        value.isPresent() && value.get() instanceof Value.Scalar s && !s.quoted() && s.text().matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    value.filter(_ -> !number).ifPresent(wrong -> wrong(key, wrong, "a number", ""));
    return number;
  }

  /// Whether a value is given, before its type is asked for.
  boolean has(String key) {
    return recorder.isPresent() || value(key).isPresent();
  }

  /// A list of texts. One bare word counts as a list of one; one with commas is a problem, since it is probably
  /// meant as several. What stands in the list twice is there once.
  public List<Located<String>> list(String key) {
    if (records(key, SchemaRecorder::list)) {
      return List.of();
    }
    Optional<Value> value = value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    return switch (value.get()) {
      case Value.Sequence sequence -> items(key, sequence);
      case Value.Scalar scalar -> single(key, scalar);
      case Value.Mapping other -> {
        wrong(key, other, "a list", "write [a, b]");
        yield List.of();
      }
    };
  }

  private List<Located<String>> single(String key, Value.Scalar scalar) {
    if (!scalar.quoted() && scalar.text().contains(",")) {
      String[] parts = scalar.text().strip().split("\\s*,\\s*", -1);
      wrong(key, scalar, "a list", "write [" + String.join(", ", parts) + "], or put the text in quotes if it is one item");
      return List.of();
    }
    String text = scalar.text().strip();
    return text.isEmpty() ? List.of() : List.of(new Located<>(text, scalar.place()));
  }

  private List<Located<String>> items(String key, Value.Sequence sequence) {
    Map<String, Located<String>> items = new LinkedHashMap<>();
    for (Value item : sequence.items()) {
      if (item instanceof Value.Scalar scalar && !scalar.isNull() && !scalar.text().isBlank()) {
        String text = scalar.text().strip();
        items.putIfAbsent(text, new Located<>(text, scalar.place()));
      } else {
        wrongItem(key, item, "text", item instanceof Value.Mapping ? "put it in quotes if it has a colon" : "");
      }
    }
    return List.copyOf(items.values());
  }

  /// The same without places.
  public List<String> texts(String key) {
    return list(key).stream().map(Located::value).toList();
  }

  /// Text of which there can be one only, written plainly or as a list of one.
  public Optional<String> only(String key) {
    if (records(key, SchemaRecorder::only)) {
      return Optional.empty();
    }
    return switch (value(key).orElse(null)) {
      case Value.Sequence sequence when sequence.items().size() > 1 -> {
        wrong(key, sequence, "one text", "keep one of them");
        yield Optional.empty();
      }
      case Value.Sequence sequence -> items(key, sequence).stream().map(Located::value).findFirst();
      case null -> Optional.empty();
      default -> text(key);
    };
  }

  /// A date, with or without a time and an offset.
  ///
  /// @param zone applies when there is no offset
  public Optional<OffsetDateTime> moment(String key, ZoneId zone) {
    if (records(key, SchemaRecorder::moment)) {
      return Optional.empty();
    }
    return value(key).flatMap(value -> scalar(key, value, "a date")).flatMap(scalar -> moment(key, scalar, zone));
  }

  private Optional<OffsetDateTime> moment(String key, Value.Scalar scalar, ZoneId zone) {
    return switch (Moments.read(scalar.text(), zone)) {
      case Moments.Outcome.At(OffsetDateTime moment) -> Optional.of(moment);
      case Moments.Outcome.Nonsense(String reason) -> {
        wrong(key, scalar, "a date", reason);
        yield Optional.empty();
      }
      case Moments.Outcome.Other(String suggestion) -> {
        wrong(
            key,
            scalar,
            "a date",
            suggestion.isEmpty() ? "write it like 2026-05-30, or 2026-05-30T09:00:00+09:00" : "did you mean '" + suggestion + "'?");
        yield Optional.empty();
      }
    };
  }

  /// Keys and values.
  public Optional<Value.Mapping> mapping(String key) {
    if (recorder.isPresent()) {
      recorder.get().shapes(key, false, false);
      return Optional.of(mapping);
    }
    Optional<Value> value = value(key);
    if (value.isPresent() && !(value.get() instanceof Value.Mapping)) {
      wrong(key, value.get(), "keys and values", "");
    }
    return value.filter(Value.Mapping.class::isInstance).map(Value.Mapping.class::cast);
  }

  /// A list of anything.
  public Optional<Value.Sequence> sequence(String key) {
    if (recorder.isPresent()) {
      recorder.get().items(key);
      return Optional.of(new Value.Sequence(List.of(mapping), mapping.place()));
    }
    Optional<Value> value = value(key);
    if (value.isPresent() && !(value.get() instanceof Value.Sequence)) {
      wrong(key, value.get(), "a list", "");
    }
    return value.filter(Value.Sequence.class::isInstance).map(Value.Sequence.class::cast);
  }

  /// One of a few words.
  public <T> Optional<T> choice(String key, Map<String, T> words) {
    if (records(key, () -> SchemaRecorder.choice(words.keySet()))) {
      return Optional.empty();
    }
    Optional<Value.Scalar> scalar = value(key).flatMap(value -> scalar(key, value, "one of " + FieldFaults.list(words.keySet())));
    return scalar.flatMap(
        s -> {
          T chosen = words.get(s.text());
          if (chosen == null) {
            faults.wrongWord(key, s, words.keySet());
          }
          return Optional.ofNullable(chosen);
        });
  }

  /// Text that a rule accepts.
  ///
  /// @param fault why a text is refused, as the end of a sentence that begins with it; empty when it is fine
  public Optional<Located<String>> checked(String key, Function<String, String> fault, String hint) {
    return located(key).filter(text -> isFine(key, text, fault, hint));
  }

  /// A list of texts that a rule accepts.
  public List<Located<String>> checkedList(String key, Function<String, String> fault, String hint) {
    return list(key).stream().filter(text -> isFine(key, text, fault, hint)).toList();
  }

  private boolean isFine(String key, Located<String> text, Function<String, String> fault, String hint) {
    String reason = fault.apply(text.value());
    if (!reason.isEmpty()) {
      add(Code.WRONG_TYPE, text.place(), "'" + faults.name(key) + "' cannot be '" + Found.cut(text.value()) + "': it " + reason, hint);
    }
    return reason.isEmpty();
  }

  /// Reports each key that was not asked for.
  public void done() {
    done(List.of());
  }

  /// Reports each key that was neither asked for nor is among some others.
  public void done(Collection<String> alsoKnown) {
    done(alsoKnown, Map.of());
  }

  /// The same, where other programs have keys for what is said otherwise here.
  ///
  /// @param instead what to do, by their keys; under `""` what to do with a key that is like no other
  public void done(Collection<String> alsoKnown, Map<String, String> instead) {
    Set<String> known = new LinkedHashSet<>(asked);
    known.addAll(alsoKnown);
    faults.unknown(mapping, known, instead);
  }

  private Optional<Value.Scalar> scalar(String key, Value value, String expected) {
    if (value instanceof Value.Scalar scalar) {
      return Optional.of(scalar);
    }
    wrong(key, value, expected, value instanceof Value.Mapping ? "put the text in quotes if it has a colon" : "");
    return Optional.empty();
  }

  /// Reports a value of the wrong type.
  ///
  /// @param expected what should stand there: `a whole number`
  public void wrong(String key, Value value, String expected, String hint) {
    faults.wrong(key, value, expected, hint);
  }

  /// Reports an item of the wrong type in a list.
  ///
  /// @param expected what should stand there: `text`
  public void wrongItem(String key, Value value, String expected, String hint) {
    faults.wrongItem(key, value, expected, hint);
  }

  /// Reports an error at a place in the same file.
  public void add(Code code, Place place, String message, String hint) {
    faults.add(code, place, message, hint);
  }
}
