package dev.assay.importer.folder;

import dev.assay.frontmatter.DataReader;
import dev.assay.frontmatter.FrontMatterReader;
import dev.assay.frontmatter.WrittenHead;
import dev.assay.importer.HeadValue;
import dev.assay.note.Value;
import dev.assay.problem.Place;
import dev.assay.problem.SourceText;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Keys and values of an old page or of old settings, read leniently: letter case of keys doesn't count, a single value
/// is a list of one.
record OldHead(Value.Mapping keys) {
  static final OldHead NONE = new OldHead(new Value.Mapping(List.of(), Place.ofFile("none")));

  /// A page's head and the text below it.
  ///
  /// @param headed whether there is a head
  /// @param broken why the head could not be read whole; empty when it could
  record Parted(OldHead head, String body, boolean headed, String broken) {}

  static Parted of(String path, String text) {
    SourceText source = new SourceText(path, text);
    Optional<WrittenHead> head = FrontMatterReader.written(source);
    if (head.isEmpty()) {
      boolean mark = text.startsWith("---\n") || text.startsWith("---\r\n") || text.startsWith("+++");
      return new Parted(NONE, text, false, mark ? "the head of the page could not be read" : "");
    }
    String broken = head.get().problems().isEmpty() ? "" : head.get().problems().getFirst().message();
    return new Parted(new OldHead(head.get().keys()), text.substring(head.get().bodyOffset()), true, broken);
  }

  /// Settings, by the format that the file's name promises.
  static OldHead settings(String path, String text) {
    return new OldHead(DataReader.mapping(new SourceText(path, text)).mapping());
  }

  Optional<Value> get(String key) {
    Optional<Value> exact = keys.get(key);
    return exact.isPresent()
        ? exact
        : keys.entries().stream().filter(entry -> entry.key().equalsIgnoreCase(key)).map(Value.Entry::value).findFirst();
  }

  /// A mapping inside; one without keys when there is none.
  OldHead in(String key) {
    return get(key).filter(Value.Mapping.class::isInstance).map(value -> new OldHead((Value.Mapping) value)).orElse(NONE);
  }

  /// The mappings of a list; a single one is a list of one.
  List<OldHead> mappings(String key) {
    return get(key).stream()
        .flatMap(value -> value instanceof Value.Sequence list ? list.items().stream() : java.util.stream.Stream.of(value))
        .filter(Value.Mapping.class::isInstance)
        .map(value -> new OldHead((Value.Mapping) value))
        .toList();
  }

  /// The text that a path of keys leads to: `vers.otel`.
  Optional<String> path(String keys) {
    int dot = keys.indexOf('.');
    return text(keys).or(() -> dot < 0 ? Optional.empty() : in(keys.substring(0, dot)).path(keys.substring(dot + 1)));
  }

  Optional<String> text(String key) {
    return get(key)
        .filter(Value.Scalar.class::isInstance)
        .map(Value.Scalar.class::cast)
        .filter(scalar -> !scalar.isNull())
        .map(scalar -> scalar.text().strip())
        .filter(text -> !text.isEmpty());
  }

  /// The first of some keys that has a text.
  Optional<String> text(String key, String... others) {
    Optional<String> found = text(key);
    for (String other : others) {
      found = found.isPresent() ? found : text(other);
    }
    return found;
  }

  /// A list of words; a single value is one of them.
  List<String> texts(String key) {
    return get(key).map(OldHead::texts).orElse(List.of());
  }

  private static List<String> texts(Value value) {
    List<String> texts = new ArrayList<>();
    switch (value) {
      case Value.Scalar scalar when scalar.isNull() || scalar.text().isBlank() -> {}
      case Value.Scalar scalar -> texts.add(scalar.text().strip());
      case Value.Sequence list -> list.items().forEach(item -> texts.addAll(texts(item)));
      case Value.Mapping mapping -> new OldHead(mapping).text("name", "title").ifPresent(texts::add);
    }
    return texts;
  }

  boolean flag(String key) {
    return text(key).map(text -> text.toLowerCase(Locale.ROOT)).filter(text -> text.equals("true") || text.equals("yes") || text.equals("on")).isPresent();
  }

  boolean isOff(String key) {
    return text(key).map(text -> text.toLowerCase(Locale.ROOT)).filter(text -> text.equals("false") || text.equals("no") || text.equals("off")).isPresent();
  }

  Optional<OffsetDateTime> date(String key, ZoneId zone) {
    return text(key).flatMap(text -> OldDates.read(text, zone));
  }

  /// The keys that nobody has asked for, as they can be written under `params`.
  ///
  /// @param known keys that mean something to the importer, in lower case
  List<Map.Entry<String, HeadValue>> others(java.util.Set<String> known) {
    List<Map.Entry<String, HeadValue>> others = new ArrayList<>();
    for (Value.Entry entry : keys.entries()) {
      if (!known.contains(entry.key().toLowerCase(Locale.ROOT)) && !entry.key().isBlank()) {
        value(entry.value(), 0).ifPresent(value -> others.add(Map.entry(entry.key(), value)));
      }
    }
    return others;
  }

  static Optional<HeadValue> value(Value value, int depth) {
    if (depth > 8) {
      return Optional.empty();
    }
    return switch (value) {
      case Value.Scalar scalar when scalar.isNull() -> Optional.empty();
      case Value.Scalar scalar when !scalar.quoted() && scalar.text().matches("true|false") -> Optional.of(new HeadValue.Flag(scalar.text().equals("true")));
      case Value.Scalar scalar when !scalar.quoted() && scalar.text().matches("-?(0|[1-9][0-9]{0,15})(\\.[0-9]{1,15})?") -> Optional.of(new HeadValue.Numeral(scalar.text()));
      case Value.Scalar scalar -> Optional.of(new HeadValue.Text(scalar.text()));
      case Value.Sequence list -> Optional.of(new HeadValue.Items(list.items().stream().flatMap(item -> value(item, depth + 1).stream()).toList()));
      case Value.Mapping mapping -> {
        List<Map.Entry<String, HeadValue>> entries = new ArrayList<>();
        mapping.entries().forEach(entry -> value(entry.value(), depth + 1).ifPresent(inner -> entries.add(Map.entry(entry.key(), inner))));
        yield entries.isEmpty() ? Optional.empty() : Optional.of(new HeadValue.Table(entries));
      }
    };
  }
}
