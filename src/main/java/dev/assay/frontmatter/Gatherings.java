package dev.assay.frontmatter;

import dev.assay.claim.Status;
import dev.assay.note.Gathering;
import dev.assay.note.Kind;
import dev.assay.note.Located;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads the rules under `gathers` in the head of a hub: one as keys and values, several as a list of them.
final class Gatherings {
  private static final String KEY = "gathers";

  /// The words of statuses; a claim to which nothing has happened is open.
  private static final Set<String> STATUSES =
      new TreeSet<>(Stream.concat(Stream.of("open"), Status.TOLD.stream()).toList());

  private Gatherings() {}

  static List<Gathering> read(Fields fields, FrontMatterOptions options) {
    Optional<Value> value = fields.value(KEY);
    if (value.isEmpty()) {
      return List.of();
    }
    List<Value> items = value.get() instanceof Value.Sequence sequence ? sequence.items() : List.of(value.get());
    List<Gathering> rules = new ArrayList<>();
    for (Value item : items) {
      if (item instanceof Value.Mapping mapping) {
        Fields inner = fields.in(mapping, KEY);
        Gathering rule = rule(inner, mapping, options);
        inner.done();
        if (rule.isEmpty() && inner.problems().isEmpty() && !mapping.place().equals(fields.mapping().place())) {
          inner.add(Code.WRONG_TYPE, mapping.place(), "a rule under 'gathers' asks for nothing", "write for example gathers: {tags: [HBM]}");
        }
        rules.add(rule);
      } else {
        fields.wrongItem(KEY, item, "a rule of keys and values", "write for example gathers: {tags: [HBM]}");
      }
    }
    return List.copyOf(rules);
  }

  private static Gathering rule(Fields inner, Value.Mapping mapping, FrontMatterOptions options) {
    return new Gathering(
        inner.list("tags"), inner.list("categories"), inner.list("series"), inner.list("entities"), inner.list("authors"),
        inner.list("sections"), day(inner, "since", options), day(inner, "until", options), fields(inner), claims(inner),
        mapping.place());
  }

  private static Optional<LocalDate> day(Fields inner, String key, FrontMatterOptions options) {
    return inner.moment(key, options.zone()).map(moment -> moment.atZoneSameInstant(options.zone()).toLocalDate());
  }

  private static List<Gathering.Field> fields(Fields inner) {
    List<Gathering.Field> wanted = new ArrayList<>();
    inner.mapping("fields").ifPresent(
        mapping -> {
          Fields values = inner.in(mapping, "fields");
          for (Value.Entry entry : mapping.entries()) {
            List<String> texts = values.texts(entry.key());
            if (!texts.isEmpty()) {
              wanted.add(new Gathering.Field(entry.key(), texts));
            }
          }
        });
    return wanted;
  }

  private static Optional<Gathering.OfClaims> claims(Fields inner) {
    Map<String, Kind> words = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      words.put(kind.word(), kind);
    }
    return inner.mapping("claims").map(
        mapping -> {
          Fields claim = inner.in(mapping, "claims");
          List<Kind> kinds =
              claim.checkedList("kinds", word -> words.containsKey(word) ? "" : "is no kind", "kinds are " + String.join(", ", words.keySet())).stream()
                  .flatMap(word -> Optional.ofNullable(words.get(word.value())).stream())
                  .toList();
          List<String> statuses =
              claim.checkedList("status", word -> STATUSES.contains(word) ? "" : "is no status", "write one of " + String.join(", ", STATUSES)).stream()
                  .map(Located::value)
                  .toList();
          Gathering.OfClaims wanted = new Gathering.OfClaims(kinds, statuses, claim.list("entities"));
          claim.done();
          return wanted;
        });
  }
}
