package dev.assay.build.cache;

import dev.assay.note.Digest;
import java.util.HashSet;
import java.util.Set;

/// The text that says what a type looks like, for its schema digest. A type that contains itself is described once.
final class Description {
  private final StringBuilder text = new StringBuilder();
  private final Set<String> begun = new HashSet<>();

  void add(String words) {
    text.append(words).append(' ');
  }

  /// True when a type of this name has not been described yet and is to be described now.
  boolean begins(String name) {
    add(name);
    return begun.add(name);
  }

  Digest digest() {
    return Digest.of(text.toString());
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
