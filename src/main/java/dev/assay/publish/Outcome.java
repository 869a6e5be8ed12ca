package dev.assay.publish;

import dev.assay.note.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a publication comes to when nothing is wrong.
///
/// @param before   what Assay will own while files are being moved: the old files and the new
/// @param after    what Assay will own then
/// @param entries  what will be known of each file
/// @param moves    in the order in which files are put in place
/// @param removals what goes
/// @param bytes    the size of the moved files together
record Outcome(
    Ownership before,
    Ownership after,
    SortedMap<String, Manifest.Entry> entries,
    List<Journal.Move> moves,
    Removals removals,
    long bytes) {

  /// @param files where the artifacts belong, one for each, and behind these others that are kept
  static Outcome of(
      List<Artifact> artifacts, List<String> files, List<Plan> plans, Ownership owned, Removals removals, OutputFolder out) {
    SortedMap<String, Manifest.Entry> entries = new TreeMap<>();
    List<Staged> staged = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < plans.size(); i++) {
      String file = files.get(i);
      switch (plans.get(i)) {
        case Plan.Keep keep -> entries.put(file, keep.entry());
        case Plan.Same same -> entries.put(file, same.entry());
        case Plan.Write write -> {
          entries.put(file, write.entry());
          staged.add(new Staged(artifacts.get(i).stage(), new Journal.Move(write.staged(), file, write.entry().content(), write.instead())));
          bytes += write.entry().size();
        }
        case Plan.Faulty faulty -> throw new IllegalArgumentException("a faulty plan has no outcome: " + faulty);
      }
    }
    staged.sort(Comparator.comparing(Staged::stage).thenComparing(each -> each.move().file()));
    SortedMap<String, Owned> after = new TreeMap<>();
    entries.forEach((file, entry) -> after.put(file, entry.owned()));
    SortedMap<String, Owned> before = new TreeMap<>(after);
    before.putAll(owned.files());
    NavigableSet<String> foreign = foreign(owned, removals.respelled(), after.keySet(), out);
    NavigableSet<String> foreignAfter = new TreeSet<>(foreign);
    if (!foreign.isEmpty()) {
      foreignAfter.retainAll(Ownership.folders(after.keySet()));
    }
    return new Outcome(
        new Ownership(before, foreign), new Ownership(after, foreignAfter), entries,
        staged.stream().map(Staged::move).toList(), removals, bytes);
  }

  private record Staged(Stage stage, Journal.Move move) {}

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
    List<Journal.Step> steps = new ArrayList<>();
    Set<String> wanted = entries.keySet();
    Set<String> wantedFolders = removals.steps().isEmpty() ? Set.of() : Ownership.folders(wanted);
    List<Journal.Step> late = new ArrayList<>();
    for (Journal.Delete delete : removals.steps()) {
      // A file that lies where a folder has to be, or the other way round, has to go before.
      (wantedFolders.contains(delete.file()) || isBelow(delete.file(), wanted) ? steps : late).add(delete);
    }
    boolean adds = moves.stream().anyMatch(move -> list.isEmpty() || !list.get().owns(move.file()));
    if (adds) {
      staging.write("before", before.bytes());
      steps.addFirst(new Journal.Move("before", OutputFolder.LIST, Digest.of(before.bytes()), Optional.of(Digest.of(""))));
    }
    steps.addAll(moves);
    steps.addAll(late);
    if (list.isEmpty() || !list.get().equals(after)) {
      staging.write("after", after.bytes());
      steps.add(new Journal.Move("after", OutputFolder.LIST, Digest.of(after.bytes()), Optional.of(Digest.of(""))));
    }
    return steps;
  }

  private static boolean isBelow(String file, Set<String> wanted) {
    for (String folder = OutputFolder.parent(file); !folder.isEmpty(); folder = OutputFolder.parent(folder)) {
      if (wanted.contains(folder)) {
        return true;
      }
    }
    return false;
  }

  int written() {
    return moves.size();
  }

  int reused() {
    return entries.size() - moves.size();
  }
}
