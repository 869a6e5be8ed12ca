package dev.assay.frontmatter;

import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables of a TOML text while it is read, with TOML's rules on what may be written twice: a table may be opened
/// after the tables inside it, but only once; an array of tables may grow; nothing else may be touched again.
final class TomlTables {
  private final Fragment fragment;
  private final List<Problem> problems;
  private final Table root;
  private Table current;
  private int depth;

  /// What a key leads to.
  sealed interface Node {}

  private record Leaf(Value value) implements Node {}

  private record Tables(List<Table> tables, Place place) implements Node {}

  /// How a table came to be.
  private enum Origin {
    /// Named on the way to another by a header, and not opened yet.
    PASSED,
    /// Opened by a header.
    OPENED,
    /// Made by a dotted key.
    DOTTED,
    /// Written in braces.
    INLINE
  }

  /// A table that is being filled.
  static final class Table implements Node {
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Place place;
    private Origin origin;

    private Table(Place place, Origin origin) {
      this.place = place;
      this.origin = origin;
    }
  }

  private record Slot(Place keyPlace, Node node) {}

  TomlTables(Fragment fragment, List<Problem> problems) {
    this.fragment = fragment;
    this.problems = problems;
    this.root = new Table(fragment.place(0, 1), Origin.OPENED);
    this.current = root;
  }

  /// The table that a key at the beginning of a line belongs to.
  Table current() {
    return current;
  }

  /// How many tables it lies in.
  int depth() {
    return depth;
  }

  Value.Mapping root() {
    return close(root);
  }

  /// A table in braces, not part of anything yet.
  Table inline(Place place) {
    return new Table(place, Origin.INLINE);
  }

  /// Opens the table of a header. One that must not be opened is reported, and its keys lead nowhere.
  void open(List<TomlReader.Part> path, boolean many) {
    depth = path.size();
    Table table = root;
    for (TomlReader.Part part : path.subList(0, path.size() - 1)) {
      table = pass(table, part);
    }
    TomlReader.Part last = path.getLast();
    current = many ? openMany(table, last) : openOne(table, last);
  }

  private Table pass(Table table, TomlReader.Part part) {
    Slot slot = table.slots.get(part.name());
    if (slot == null) {
      return add(table, part, Origin.PASSED);
    }
    return switch (slot.node) {
      case Table inner when inner.origin != Origin.INLINE -> inner;
      case Tables list -> list.tables.getLast();
      case Table _ -> again(part, slot);
      case Leaf _ -> again(part, slot);
    };
  }

  private Table openOne(Table table, TomlReader.Part part) {
    Slot slot = table.slots.get(part.name());
    if (slot == null) {
      return add(table, part, Origin.OPENED);
    }
    if (slot.node instanceof Table inner && inner.origin == Origin.PASSED) {
      inner.origin = Origin.OPENED;
      return inner;
    }
    return again(part, slot);
  }

  private Table openMany(Table table, TomlReader.Part part) {
    Slot slot = table.slots.get(part.name());
    Table added = new Table(place(part), Origin.OPENED);
    if (slot == null) {
      List<Table> list = new ArrayList<>(List.of(added));
      table.slots.put(part.name(), new Slot(place(part), new Tables(list, place(part))));
      return added;
    }
    if (slot.node instanceof Tables list) {
      list.tables.add(added);
      return added;
    }
    return again(part, slot);
  }

  /// Puts a value where a key, dotted or not, leads from a table.
  void put(Table from, List<TomlReader.Part> path, Value value) {
    Table table = from;
    for (TomlReader.Part part : path.subList(0, path.size() - 1)) {
      table = into(table, part);
    }
    TomlReader.Part last = path.getLast();
    Slot slot = table.slots.get(last.name());
    if (slot == null) {
      table.slots.put(last.name(), new Slot(place(last), new Leaf(value)));
    } else {
      again(last, slot);
    }
  }

  private Table into(Table table, TomlReader.Part part) {
    Slot slot = table.slots.get(part.name());
    if (slot == null) {
      return add(table, part, Origin.DOTTED);
    }
    return slot.node instanceof Table inner && inner.origin == Origin.DOTTED ? inner : again(part, slot);
  }

  private Table add(Table table, TomlReader.Part part, Origin origin) {
    Table added = new Table(place(part), origin);
    table.slots.put(part.name(), new Slot(place(part), added));
    return added;
  }

  /// Reports a key that is there already; what follows goes into a table that is part of nothing.
  private Table again(TomlReader.Part part, Slot first) {
    problems.add(
        fragment.error(
            Code.DUPLICATE_KEY,
            part.start(),
            part.end(),
            "the key '" + Found.cut(part.name()) + "' stands here a second time; the first is on line " + first.keyPlace.line(),
            "keep one of the two"));
    return new Table(place(part), Origin.DOTTED);
  }

  private Place place(TomlReader.Part part) {
    return fragment.place(part.start(), part.end());
  }

  /// A table as a finished value.
  Value.Mapping close(Table table) {
    List<Value.Entry> entries = new ArrayList<>();
    for (Map.Entry<String, Slot> slot : table.slots.entrySet()) {
      Value value =
          switch (slot.getValue().node) {
            case Leaf(Value leaf) -> leaf;
            case Table inner -> close(inner);
            case Tables(List<Table> list, Place place) -> new Value.Sequence(list.stream().<Value>map(this::close).toList(), place);
          };
      entries.add(new Value.Entry(slot.getKey(), slot.getValue().keyPlace, value));
    }
    return new Value.Mapping(entries, table.place);
  }
}
