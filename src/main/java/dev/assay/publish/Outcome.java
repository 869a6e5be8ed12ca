package dev.assay.publish;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a publication of a whole site comes to when nothing is wrong.
///
/// @param before   what Assay will own while files are being moved: the old files and the new
/// @param after    what Assay will own then
/// @param changes  what happens to the wanted files
/// @param removals what goes
record Outcome(Ownership before, Ownership after, Changes changes, Removals removals) {

  /// @param owned what Assay owns now
  static Outcome of(Changes changes, Ownership owned, Removals removals, OutputFolder out) {
    SortedMap<String, Owned> after = new TreeMap<>();
    changes.entries().forEach((file, entry) -> after.put(file, entry.owned()));
    SortedMap<String, Owned> before = new TreeMap<>(after);
    before.putAll(owned.files());
    NavigableSet<String> foreign = foreign(owned, removals.respelled(), after.keySet(), out);
    NavigableSet<String> foreignAfter = new TreeSet<>(foreign);
    if (!foreign.isEmpty()) {
      foreignAfter.retainAll(Ownership.folders(after.keySet()));
    }
    return new Outcome(new Ownership(before, foreign), new Ownership(after, foreignAfter), changes, removals);
  }

  /// Folders that were there before Assay had a file in them: when they become empty again they stay.
  private static NavigableSet<String> foreign(
      Ownership owned, Set<String> respelled, Set<String> files, OutputFolder out) {
    NavigableSet<String> foreign = new TreeSet<>(owned.foreign());
    if (owned.files().keySet().containsAll(files)) {
      return foreign;
    }
    Set<String> own = Ownership.folders(owned.files().keySet());
    Set<String> needed = new HashSet<>(Ownership.folders(files));
    needed.removeAll(own);
    needed.removeAll(Ownership.folders(respelled));
    needed.stream().filter(out::isThere).forEach(foreign::add);
    return foreign;
  }

  /// All that has to happen in the output folder; empty when it is as it should be. Stages the list of owned files.
  ///
  /// @param list the list as it lies there; empty when there is none that can be read
  List<Journal.Step> steps(Optional<Ownership> list, Staging staging) throws IOException {
    boolean adds = changes.moves().stream().anyMatch(move -> list.isEmpty() || !list.get().owns(move.file()));
    boolean differs = list.isEmpty() || !list.get().equals(after);
    return changes.steps(
        removals, adds ? Optional.of(before.bytes()) : Optional.empty(), differs ? Optional.of(after.bytes()) : Optional.empty(), staging);
  }

  int written() {
    return changes.moves().size();
  }

  int reused() {
    return changes.entries().size() - changes.moves().size();
  }
}
