package dev.assay.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What was lately made, so that lists which show the same need not make it again. May be used by many threads; two of them
/// may make the same thing, and then both are right.
///
/// It holds a certain number of things whatever the size of a site, and lets go of what nobody has asked for the longest.
///
/// @param <K> what a thing is made of, with `equals`
/// @param <V> the thing
public final class Recent<K, V> {
  private final Map<K, V> held;

  /// @param most how many things it holds
  public Recent(int most) {
    this.held =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /// The thing for a key, made when it is not held.
  public V of(K key, Supplier<V> make) {
    Optional<V> known = known(key);
    return known.orElseGet(
        () -> {
          V made = make.get();
          keep(key, made);
          return made;
        });
  }

  /// The thing for a key; empty when it is not held.
  public synchronized Optional<V> known(K key) {
    return Optional.ofNullable(held.get(key));
  }

  /// Holds a thing for a key.
  public synchronized void keep(K key, V thing) {
    held.put(key, thing);
  }
}
