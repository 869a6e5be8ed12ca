package dev.assay.note;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;

/// A set of names that lies elsewhere and is read each time somebody looks into it.
public abstract class LateNames extends AbstractSet<String> implements SequencedSet<String> {
  /// Reads the names. The set cannot be changed, and is the same each time.
  protected abstract Set<String> names();

  @Override
  public boolean contains(Object name) {
    return names().contains(name);
  }

  @Override
  public int size() {
    return names().size();
  }

  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }

  @Override
  public SequencedSet<String> reversed() {
    return new LinkedHashSet<>(names()).reversed();
  }
}
