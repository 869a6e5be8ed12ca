package dev.assay.importer;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The head of a note that is to be written: keys and values in order.
///
/// @param entries the keys in the order in which they are written, each once
public record NoteHead(List<Map.Entry<String, HeadValue>> entries) {
  public NoteHead {
    entries = List.copyOf(entries);
    if (entries.stream().map(Map.Entry::getKey).distinct().count() != entries.size()) {
      throw new IllegalArgumentException("a key twice in " + entries);
    }
  }

  /// The value of a key.
  public Optional<HeadValue> get(String key) {
    return entries.stream().filter(entry -> entry.getKey().equals(key)).map(Map.Entry::getValue).findFirst();
  }

  /// The text of a key; empty when there is none, or when it is something else.
  public Optional<String> text(String key) {
    return get(key).filter(HeadValue.Text.class::isInstance).map(value -> ((HeadValue.Text) value).text());
  }

  /// This head with one key set: in its place when it has the key, else at the end.
  public NoteHead with(String key, HeadValue value) {
    List<Map.Entry<String, HeadValue>> changed = new ArrayList<>(entries);
    Map.Entry<String, HeadValue> entry = Map.entry(key, value);
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i).getKey().equals(key)) {
        changed.set(i, entry);
        return new NoteHead(changed);
      }
    }
    changed.add(entry);
    return new NoteHead(changed);
  }

  /// Begins a head.
  public static Builder builder() {
    return new Builder();
  }

  /// Gathers keys. What is absent or empty is not written.
  public static final class Builder {
    private final Map<String, HeadValue> entries = new LinkedHashMap<>();

    private Builder() {}

    /// Sets a key; the last value counts.
    public Builder put(String key, HeadValue value) {
      entries.put(key, value);
      return this;
    }

    public Builder text(String key, String text) {
      return text.isBlank() ? this : put(key, new HeadValue.Text(text));
    }

    public Builder moment(String key, Optional<OffsetDateTime> moment) {
      return moment.map(at -> put(key, new HeadValue.Moment(at))).orElse(this);
    }

    public Builder texts(String key, Collection<String> texts) {
      List<String> some = texts.stream().filter(text -> !text.isBlank()).toList();
      return some.isEmpty() ? this : put(key, HeadValue.Items.of(some));
    }

    /// A flag that is written only when it is on.
    public Builder flag(String key, boolean on) {
      return on ? put(key, new HeadValue.Flag(true)) : this;
    }

    public NoteHead build() {
      return new NoteHead(List.copyOf(entries.entrySet()));
    }
  }
}
