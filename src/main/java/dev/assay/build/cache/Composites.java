package dev.assay.build.cache;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The shapes of values that hold others of one type each.
final class Composites {
  private static final String UNORDERED =
      "a set or map without order holds what cannot be sorted; use one that keeps its order";

  private Composites() {}

  record ListShape(Shape item) implements Shape {
    @Override
    public void write(Object value, Out out) {
      out.enter();
      Collection<?> items = (Collection<?>) value;
      out.unsigned(items.size());
      for (Object each : items) {
        item.write(each, out);
      }
      out.leave();
    }

    @Override
    public Object read(In in) throws DamagedException {
      return List.of(items(in, item));
    }

    @Override
    public void describe(Description text) {
      text.add("list");
      item.describe(text);
    }
  }

  private static Object[] items(In in, Shape item) throws DamagedException {
    in.enter();
    Object[] items = new Object[in.count()];
    for (int i = 0; i < items.length; i++) {
      items[i] = item.read(in);
    }
    in.leave();
    return items;
  }

  /// A set keeps its order when it has one, and is sorted when it has none: the order of a hash set is chance.
  ///
  /// @param sorted whether the type asks for a set that sorts itself
  record SetShape(Shape item, boolean sorted) implements Shape {
    @Override
    public void write(Object value, Out out) {
      Collection<?> items = (Collection<?>) value;
      new ListShape(item).write(items instanceof SequencedCollection<?> ? items : inOrder(items), out);
    }

    @Override
    public Object read(In in) throws DamagedException {
      List<Object> items = Arrays.asList(items(in, item));
      return sorted
          ? Collections.unmodifiableNavigableSet(new TreeSet<>(items))
          : Collections.unmodifiableSequencedSet(new LinkedHashSet<>(items));
    }

    @Override
    public void describe(Description text) {
      text.add(sorted ? "sorted-set" : "set");
      item.describe(text);
    }
  }

  /// A map keeps its order when it has one, and is sorted by its keys when it has none.
  record MapShape(Shape key, Shape item, boolean sorted) implements Shape {
    @Override
    public void write(Object value, Out out) {
      out.enter();
      Map<?, ?> map = (Map<?, ?>) value;
      out.unsigned(map.size());
      // A tree has the order that is wanted, and compares keys as a sorted set of them does.
      for (Map.Entry<?, ?> each : (map instanceof SequencedMap<?, ?> ? map : inOrder(map)).entrySet()) {
        key.write(each.getKey(), out);
        item.write(each.getValue(), out);
      }
      out.leave();
    }

    @Override
    public Object read(In in) throws DamagedException {
      in.enter();
      int count = in.count();
      SequencedMap<Object, Object> map = sorted ? new TreeMap<>() : LinkedHashMap.newLinkedHashMap(count);
      for (int i = 0; i < count; i++) {
        map.put(key.read(in), item.read(in));
      }
      in.leave();
      return map instanceof TreeMap<Object, Object> tree
          ? Collections.unmodifiableNavigableMap(tree)
          : Collections.unmodifiableSequencedMap(map);
    }

    @Override
    public void describe(Description text) {
      text.add(sorted ? "sorted-map" : "map");
      key.describe(text);
      item.describe(text);
    }
  }

  private static Map<?, ?> inOrder(Map<?, ?> map) {
    try {
      Map<Object, Object> sorted = new TreeMap<>(map);
      if (sorted.size() == map.size()) {
        return sorted;
      }
    } catch (ClassCastException e) {
      throw new IllegalArgumentException(UNORDERED, e);
    }
    throw new IllegalArgumentException(UNORDERED);
  }

  private static Collection<?> inOrder(Collection<?> items) {
    try {
      Collection<Object> sorted = new TreeSet<>(items);
      if (sorted.size() == items.size()) {
        return sorted;
      }
    } catch (ClassCastException e) {
      throw new IllegalArgumentException(UNORDERED, e);
    }
    throw new IllegalArgumentException(UNORDERED);
  }

  record OptionalShape(Shape item) implements Shape {
    @Override
    public void write(Object value, Out out) {
      Optional<?> some = (Optional<?>) value;
      out.one(some.isPresent() ? 1 : 0);
      if (some.isPresent()) {
        item.write(some.get(), out);
      }
    }

    @Override
    public Object read(In in) throws DamagedException {
      return in.choice(2) == 1 ? Optional.of(item.read(in)) : Optional.empty();
    }

    @Override
    public void describe(Description text) {
      text.add("optional");
      item.describe(text);
    }
  }
}
