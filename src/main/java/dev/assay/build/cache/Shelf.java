package dev.assay.build.cache;

import dev.assay.view.Recent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What was read from a pack, and is held in case that somebody asks for it again: all of it until the shelf is settled, from
/// then on what was asked for last.
///
/// @param <T> what is read
final class Shelf<T> {
  private final Map<Range, T> all = new ConcurrentHashMap<>();
  private final Recent<Range, T> recent;
  private volatile boolean settled;

  /// @param most how much it holds when it is settled
  Shelf(int most) {
    this.recent = new Recent<>(most);
  }

  void put(Range range, T thing) {
    all.put(range, thing);
  }

  T of(Range range, Supplier<T> read) {
    if (settled) {
      return recent.of(range, read);
    }
    T held = all.get(range);
    if (held == null) {
      held = read.get();
      all.put(range, held);
    }
    return held;
  }

  /// Lets go of what nobody may ask for any more.
  void settle() {
    settled = true;
    all.clear();
  }
}
