package dev.assay.claim.cite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All sources that a site can cite, by key, in the order of its files.
public record Bibliography(Map<String, SourceEntry> entries) {
  /// No sources.
  public static final Bibliography EMPTY = new Bibliography(Map.of());

  public Bibliography {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /// The entry of a key.
  public Optional<SourceEntry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /// All entries.
  public List<SourceEntry> all() {
    return List.copyOf(entries.values());
  }
}
