package dev.assay.claim.cite;

import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads entries in CSL's own terms, from JSON or YAML: a list of items, the same under `references:`, or keys with an
/// item each. Dates may be written `2026-05-01`, and names `Smith, John`, beside CSL's longer forms.
public final class CslItems {
  private static final Set<String> NAMES =
      Set.of(
          "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator",
          "director", "editor", "editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer",
          "narrator", "organizer", "original-author", "performer", "producer", "recipient", "reviewed-author",
          "script-writer", "series-creator", "translator");
  private static final Set<String> DATES =
      Set.of("accessed", "available-date", "event-date", "issued", "original-date", "submitted");
  private static final Map<String, String> SHORT = Map.of("url", "URL", "doi", "DOI", "isbn", "ISBN", "date", "issued", "urldate", "accessed");
  private static final int MOST_PROBLEMS = 100;

  private final List<SourceEntry> entries = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Place> keys = new HashMap<>();

  private CslItems() {}

  /// Reads what a file holds.
  public static ReadEntries read(Value value) {
    CslItems reader = new CslItems();
    reader.top(value);
    return new ReadEntries(reader.entries, reader.problems);
  }

  private void top(Value value) {
    switch (value) {
      case Value.Sequence list -> list(list);
      case Value.Mapping mapping -> {
        Optional<Value> references = mapping.get("references");
        if (references.isPresent() && references.get() instanceof Value.Sequence list) {
          list(list);
        } else {
          mapping.entries().forEach(entry -> item(entry.value(), Optional.of(entry)));
        }
      }
      case Value.Scalar scalar -> {
        if (!scalar.isNull()) {
          wrong(scalar.place(), "a bibliography is a list of sources", "write '- id: smith2026', then its other keys below");
        }
      }
    }
  }

  private void list(Value.Sequence list) {
    list.items().forEach(item -> item(item, Optional.empty()));
  }

  private void item(Value value, Optional<Value.Entry> named) {
    if (!(value instanceof Value.Mapping mapping)) {
      wrong(value.place(), "a source should be keys and values", "write it like {id: smith2026, type: webpage, title: …}");
      return;
    }
    Optional<Value.Scalar> id = mapping.get("id").flatMap(CslItems::scalar);
    String key = id.map(Value.Scalar::text).or(() -> named.map(Value.Entry::key)).orElse("").strip();
    Place place = id.map(Value.Scalar::place).or(() -> named.map(Value.Entry::keyPlace)).orElse(mapping.place());
    if (key.isEmpty()) {
      wrong(mapping.place(), "this source has no 'id'", "add id: and a short key to cite it by");
      return;
    }
    Place known = keys.putIfAbsent(key, place);
    if (known != null) {
      add(Severity.ERROR, Code.DUPLICATE_KEY, place, "the key '" + key + "' is already used in line " + known.line(), "give one of the two sources another key");
      return;
    }
    entries.add(entry(key, place, mapping));
  }

  private static Optional<Value.Scalar> scalar(Value value) {
    return value instanceof Value.Scalar scalar ? Optional.of(scalar) : Optional.empty();
  }

  private SourceEntry entry(String key, Place place, Value.Mapping mapping) {
    Map<String, String> texts = new TreeMap<>();
    Map<String, List<PersonName>> names = new TreeMap<>();
    Map<String, PartialDate> dates = new TreeMap<>();
    String type = "document";
    for (Value.Entry field : mapping.entries()) {
      String variable = SHORT.getOrDefault(field.key(), field.key());
      if (variable.equals("type")) {
        type = type(field.value());
      } else if (NAMES.contains(variable)) {
        List<PersonName> found = names(field.value());
        if (!found.isEmpty()) {
          names.put(variable, found);
        }
      } else if (DATES.contains(variable)) {
        date(field.value()).ifPresent(date -> dates.put(variable, date));
      } else if (field.value() instanceof Value.Scalar scalar && !scalar.isNull() && !variable.equals("id")) {
        texts.put(variable, scalar.text().strip());
      }
    }
    return new SourceEntry(key, type, texts, names, dates, place);
  }

  private String type(Value value) {
    String written = scalar(value).map(Value.Scalar::text).orElse("").strip();
    if (CslTypes.ALL.contains(written)) {
      return written;
    }
    String bibtex = CslTypes.OF_BIBTEX.get(written);
    if (bibtex != null) {
      return bibtex;
    }
    add(
        Severity.WARNING, Code.SOURCE_TYPE, value.place(), "no type of source is called '" + written + "', so this is read as 'document'",
        Nearest.to(written, CslTypes.ALL).map(near -> "did you mean '" + near + "'?").orElse("use webpage, article-newspaper, article-journal, book, report, dataset or document"));
    return "document";
  }

  private List<PersonName> names(Value value) {
    return switch (value) {
      case Value.Sequence list -> list.items().stream().flatMap(item -> names(item).stream()).toList();
      case Value.Scalar scalar -> scalar.isNull() || scalar.text().isBlank() ? List.of() : List.of(written(scalar.text().strip()));
      case Value.Mapping mapping -> {
        String literal = text(mapping, "literal").isEmpty() ? text(mapping, "name") : text(mapping, "literal");
        String particle = (text(mapping, "dropping-particle") + " " + text(mapping, "non-dropping-particle")).strip();
        PersonName name =
            literal.isEmpty()
                ? PersonName.of(text(mapping, "family"), text(mapping, "given"), particle, text(mapping, "suffix"))
                : PersonName.literal(literal);
        yield name.full().isEmpty() ? List.of() : List.of(name);
      }
    };
  }

  /// `Smith, John` is a person; anything else is a name as it stands.
  private static PersonName written(String text) {
    int comma = text.indexOf(',');
    return comma > 0 && comma == text.lastIndexOf(',')
        ? PersonName.of(text.substring(0, comma).strip(), text.substring(comma + 1).strip(), "", "")
        : PersonName.literal(text);
  }

  private static String text(Value.Mapping mapping, String key) {
    return mapping.get(key).flatMap(CslItems::scalar).filter(scalar -> !scalar.isNull()).map(scalar -> scalar.text().strip()).orElse("");
  }

  private Optional<PartialDate> date(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.isNull() || scalar.text().isBlank() ? Optional.empty() : Optional.of(PartialDate.read(scalar.text()));
      case Value.Sequence parts -> parts(parts);
      case Value.Mapping mapping -> {
        Optional<Value> parts = mapping.get("date-parts");
        if (parts.isPresent() && parts.get() instanceof Value.Sequence list) {
          yield parts(list);
        }
        for (String key : List.of("raw", "literal")) {
          if (!text(mapping, key).isEmpty()) {
            yield Optional.of(PartialDate.read(text(mapping, key)));
          }
        }
        String year = text(mapping, "year");
        String month = text(mapping, "month");
        String day = text(mapping, "day");
        yield year.isEmpty()
            ? Optional.empty()
            : Optional.of(PartialDate.read(year + (month.isEmpty() ? "" : "-" + month) + (day.isEmpty() ? "" : "-" + day)));
      }
    };
  }

  /// `[[2026, 5, 1]]`, or `[[2026, 5], [2026, 6]]`.
  private Optional<PartialDate> parts(Value.Sequence list) {
    List<String> points = new ArrayList<>();
    for (Value point : list.items()) {
      if (point instanceof Value.Sequence numbers) {
        points.add(String.join("-", numbers.items().stream().flatMap(n -> scalar(n).stream()).map(Value.Scalar::text).toList()));
      } else if (scalar(point).isPresent()) {
        points.add(scalar(point).map(Value.Scalar::text).orElse(""));
      }
    }
    boolean flat = list.items().stream().allMatch(Value.Scalar.class::isInstance);
    String text = String.join(flat ? "-" : "/", points);
    return text.isEmpty() ? Optional.empty() : Optional.of(PartialDate.read(text));
  }

  private void wrong(Place place, String message, String hint) {
    add(Severity.ERROR, Code.WRONG_TYPE, place, message, hint);
  }

  private void add(Severity severity, Code code, Place place, String message, String hint) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Problem(severity, code, place, message, "", hint));
    }
  }
}
