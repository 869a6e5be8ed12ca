package dev.assay.note;

import dev.assay.problem.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A piece of YAML, TOML or JSON with its places: what a writer wrote, before anyone asks what it means.
///
/// Mappings have no duplicate keys and keep the order of the file.
public sealed interface Value {
  /// Where it begins.
  Place place();

  /// A single value as it was written: `1.10` stays `1.10`.
  ///
  /// @param quoted true when the writer said that it is text (quotes or a block)
  record Scalar(String text, boolean quoted, Place place) implements Value {
    private static final Set<String> NULLS = Set.of("null", "Null", "NULL");

    /// True for an empty value, `null` or `~`.
    public boolean isNull() {
      return !quoted && (text.isEmpty() || text.equals("~") || NULLS.contains(text));
    }
  }

  /// A list.
  record Sequence(List<Value> items, Place place) implements Value {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// Keys and values in the order of the file.
  record Mapping(List<Entry> entries, Place place) implements Value {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /// The value of a key.
    public Optional<Value> get(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).map(Entry::value).findFirst();
    }
  }

  /// One key of a mapping.
  record Entry(String key, Place keyPlace, Value value) {}
}
