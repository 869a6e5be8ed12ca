package dev.assay.frontmatter;

import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds a tree from events, without recursion, so that what stood before an error is still there after it.
final class ValueBuilder {
  /// How deep lists and mappings may be nested. People write three or four levels.
  static final int DEPTH = 32;

  private final Fragment fragment;
  private final List<Problem> problems;
  private final Deque<Frame> open = new ArrayDeque<>();
  private Optional<Value> root = Optional.empty();

  private static final class Frame {
    final boolean isMapping;
    final Place place;
    final List<Value> items = new ArrayList<>();
    final List<Value.Entry> entries = new ArrayList<>();
    final Map<String, Place> seen = new HashMap<>();
    Optional<Key> key = Optional.empty();

    Frame(boolean isMapping, Place place) {
      this.isMapping = isMapping;
      this.place = place;
    }

    Value value() {
      return isMapping ? new Value.Mapping(entries, place) : new Value.Sequence(items, place);
    }
  }

  private record Key(String name, Place place, boolean again) {}

  ValueBuilder(Fragment fragment, List<Problem> problems) {
    this.fragment = fragment;
    this.problems = problems;
  }

  /// True when a whole value has been built.
  boolean isComplete() {
    return root.isPresent();
  }

  /// How many lists and mappings are open.
  int depth() {
    return open.size();
  }

  /// A key of the open mapping. One that was there already is reported, and its value will be dropped.
  void key(String name, int start, int end) {
    Frame frame = open.element();
    Place place = fragment.place(start, end);
    Place first = frame.seen.putIfAbsent(name, place);
    if (first != null) {
      problems.add(
          fragment.error(
              Code.DUPLICATE_KEY,
              start,
              end,
              "the key '" + Found.cut(name) + "' stands here a second time; the first is on line " + first.line(),
              "keep one of the two"));
    }
    frame.key = Optional.of(new Key(name, place, first != null));
  }

  void scalar(String text, boolean quoted, Place place) {
    add(new Value.Scalar(text, quoted, place));
  }

  /// Passes over a value that has been reported: its key or item is as if it were not there.
  void skip() {
    if (open.isEmpty()) {
      root = Optional.of(new Value.Scalar("", false, fragment.place(0, 1)));
    } else {
      open.element().key = Optional.empty();
    }
  }

  /// Opens a list or mapping; false, with a problem, when that would be too deep.
  boolean open(boolean isMapping, int start) {
    if (open.size() >= DEPTH) {
      problems.add(
          fragment.error(
              start, start + 1, "lists and mappings are nested here in more than " + DEPTH + " levels", "write it flatter"));
      return false;
    }
    open.push(new Frame(isMapping, fragment.place(start)));
    return true;
  }

  void close() {
    add(open.pop().value());
  }

  /// The value, with whatever is still open closed.
  Optional<Value> finish() {
    while (!open.isEmpty()) {
      close();
    }
    return root;
  }

  private void add(Value value) {
    Frame frame = open.peek();
    if (frame == null) {
      root = Optional.of(value);
    } else if (frame.isMapping) {
      frame.key.filter(key -> !key.again).ifPresent(key -> frame.entries.add(new Value.Entry(key.name, key.place, value)));
      frame.key = Optional.empty();
    } else {
      frame.items.add(value);
    }
  }
}
