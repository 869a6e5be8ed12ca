package dev.assay.cost;

import dev.assay.note.Value;
import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.List;

/// Builds YAML values by hand: `Yaml.map("a", "1", "b", Yaml.map(…))`. Keys stand on lines of their own, so that places
/// can be asserted on: the first key is on line 1.
final class Yaml {
  private Yaml() {}

  static Value.Mapping map(Object... keysAndValues) {
    return mapAt(1, keysAndValues);
  }

  static Value.Mapping mapAt(int line, Object... keysAndValues) {
    List<Value.Entry> entries = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      String key = (String) keysAndValues[i];
      int at = line + i / 2;
      entries.add(new Value.Entry(key, new Place("x.md", at, 1, key.length()), value(keysAndValues[i + 1], at, key.length() + 3)));
    }
    return new Value.Mapping(entries, new Place("x.md", line, 1, 1));
  }

  private static Value value(Object written, int line, int column) {
    return switch (written) {
      case Value value -> value;
      case List<?> list ->
          new Value.Sequence(list.stream().map(item -> value(item, line, column)).toList(), new Place("x.md", line, column, 1));
      default -> {
        String text = written.toString();
        yield new Value.Scalar(text, false, new Place("x.md", line, column, Math.max(1, text.length())));
      }
    };
  }
}
