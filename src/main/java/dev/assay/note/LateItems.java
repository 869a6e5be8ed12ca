package dev.assay.note;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.Spliterator;

/// A list that lies elsewhere and is read each time somebody looks into it: what only a note's own page shows of a large site
/// is not in memory for all notes together.
public abstract class LateItems<T> extends AbstractList<T> implements RandomAccess {
  /// Reads the list. It cannot be changed, and is the same each time.
  protected abstract List<T> items();

  /// A list as a value holds it: one that lies elsewhere stays there.
  static <T> List<T> held(List<T> list) {
    return list instanceof LateItems<T> ? list : List.copyOf(list);
  }

  @Override
  public T get(int index) {
    return items().get(index);
  }

  @Override
  public int size() {
    return items().size();
  }

  @Override
  public Iterator<T> iterator() {
    return items().iterator();
  }

  @Override
  public Spliterator<T> spliterator() {
    return items().spliterator();
  }

  @Override
  public Object[] toArray() {
    return items().toArray();
  }
}
