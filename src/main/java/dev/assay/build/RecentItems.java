package dev.assay.build;

import dev.assay.feed.FeedItem;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The items of feeds that were made last. A note is in many feeds and in each format of them; the feeds that share it
/// are often written one after the other, and a large site has too many notes to keep them all.
final class RecentItems {
  /// Characters of content that are kept, at two bytes each in the worst case.
  private static final long LIMIT = 8_000_000;

  /// What else an item holds, about.
  private static final int OVERHEAD = 2_000;

  private final Map<String, Slot> slots = new LinkedHashMap<>(64, 0.75f, true);
  private long size;

  /// One item, made by whoever asks for it first while the others wait.
  private static final class Slot {
    private volatile PlannedItem.@Nullable Made made;

    /// What it counts for in the sum; 0 until it is counted. Guarded by the list of slots.
    private long counted;

    synchronized PlannedItem.Made of(PlannedItem item) {
      PlannedItem.Made result = made == null ? item.make() : made;
      made = result;
      return result;
    }
  }

  PlannedItem.Made of(PlannedItem item) {
    Slot slot;
    boolean first;
    synchronized (slots) {
      first = !slots.containsKey(item.id());
      slot = slots.computeIfAbsent(item.id(), _ -> new Slot());
    }
    PlannedItem.Made made = slot.of(item);
    if (first) {
      kept(slot, length(made));
    }
    return made;
  }

  private void kept(Slot slot, long length) {
    synchronized (slots) {
      slot.counted = length;
      size += length;
      Iterator<Slot> eldest = slots.values().iterator();
      while (size > LIMIT && eldest.hasNext()) {
        Slot old = eldest.next();
        // One that is made but not yet counted would take from the sum what was never added to it.
        if (old.counted > 0) {
          size -= old.counted;
          eldest.remove();
        }
      }
    }
  }

  private static long length(PlannedItem.Made made) {
    return switch (made) {
      case PlannedItem.Ready(FeedItem item) -> OVERHEAD + item.content().length() + item.summary().length();
      case PlannedItem.Failed _ -> OVERHEAD;
    };
  }
}
