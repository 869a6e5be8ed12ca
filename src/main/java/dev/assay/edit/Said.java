package dev.assay.edit;

import dev.assay.note.Value;
import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a head says, without how it is written: maps, lists and texts that can be compared.
final class Said {
  /// A value that is not there; different from every text.
  private record Nothing() {}

  private Said() {}

  static Object of(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.isNull() ? new Nothing() : scalar.text();
      case Value.Sequence list -> list.items().stream().map(Said::of).toList();
      case Value.Mapping mapping -> {
        Map<String, Object> map = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> map.put(entry.key(), of(entry.value())));
        yield map;
      }
    };
  }

  private static Object of(NewValue value) {
    return switch (value) {
      case NewValue.Single single -> single.said();
      case NewValue.Fields fields -> {
        Map<String, Object> map = new LinkedHashMap<>();
        fields.fields().forEach(field -> map.put(field.key(), field.value().said()));
        yield map;
      }
    };
  }

  /// The same mapping with another value under a key.
  static Object with(Object mapping, String key, Object value) {
    Map<Object, Object> map = new LinkedHashMap<>();
    if (mapping instanceof Map<?, ?> before) {
      map.putAll(before);
    }
    map.put(key, value);
    return map;
  }

  /// The list under a key with one more item.
  static Object grown(Object mapping, String key, NewValue item) {
    List<Object> list = new ArrayList<>();
    Object before = mapping instanceof Map<?, ?> map ? map.get(key) : null;
    if (before instanceof List<?> items) {
      list.addAll(items);
    } else if (before != null && !(before instanceof Nothing)) {
      list.add(before);
    }
    list.add(of(item));
    return list;
  }

  /// The single value that begins at a place.
  static Optional<Value.Scalar> scalarAt(Value value, Place place) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.place().equals(place) ? Optional.of(scalar) : Optional.empty();
      case Value.Sequence list -> list.items().stream().flatMap(item -> scalarAt(item, place).stream()).findFirst();
      case Value.Mapping mapping ->
          mapping.entries().stream().flatMap(entry -> scalarAt(entry.value(), place).stream()).findFirst();
    };
  }

  /// What a value says when another text stands at a place in it.
  static Object replaced(Value value, Place place, String text) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.place().equals(place) ? text : of(scalar);
      case Value.Sequence list -> list.items().stream().map(item -> replaced(item, place, text)).toList();
      case Value.Mapping mapping -> {
        Map<String, Object> map = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> map.put(entry.key(), replaced(entry.value(), place, text)));
        yield map;
      }
    };
  }
}
