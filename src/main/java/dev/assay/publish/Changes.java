package dev.assay.publish;

import dev.assay.note.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What plans of which nothing is wrong come to.
///
/// @param entries what will be known of each file
/// @param moves   in the order in which files are put in place
/// @param bytes   the size of the moved files together
record Changes(SortedMap<String, Manifest.Entry> entries, List<Journal.Move> moves, long bytes) {
  private record Staged(Stage stage, Journal.Move move) {}

  /// @param files where the artifacts belong, one for each
  static Changes of(List<Artifact> artifacts, List<String> files, List<Plan> plans) {
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
        case Plan.Faulty faulty -> throw new IllegalArgumentException("a faulty plan comes to nothing: " + faulty);
      }
    }
    staged.sort(Comparator.comparing(Staged::stage).thenComparing(each -> each.move().file()));
    return new Changes(entries, staged.stream().map(Staged::move).toList(), bytes);
  }

  /// All that has to happen in the output folder; empty when it is as it should be. Stages the list of owned files.
  ///
  /// @param before the list while files are being moved, where it differs from what lies there
  /// @param after  the list then, where it differs
  List<Journal.Step> steps(Removals removals, Optional<byte[]> before, Optional<byte[]> after, Staging staging) throws IOException {
    List<Journal.Step> steps = new ArrayList<>();
    Set<String> wanted = entries.keySet();
    Set<String> wantedFolders = removals.steps().isEmpty() ? Set.of() : Ownership.folders(wanted);
    List<Journal.Step> late = new ArrayList<>();
    for (Journal.Delete delete : removals.steps()) {
      // A file that lies where a folder has to be, or the other way round, has to go before.
      (wantedFolders.contains(delete.file()) || isBelow(delete.file(), wanted) ? steps : late).add(delete);
    }
    if (before.isPresent()) {
      steps.addFirst(list("before", before.get(), staging));
    }
    steps.addAll(moves);
    steps.addAll(late);
    if (after.isPresent()) {
      steps.add(list("after", after.get(), staging));
    }
    return steps;
  }

  private static Journal.Move list(String name, byte[] bytes, Staging staging) throws IOException {
    staging.write(name, bytes);
    return new Journal.Move(name, OutputFolder.LIST, Digest.of(bytes), Optional.of(Digest.of("")));
  }

  private static boolean isBelow(String file, Set<String> wanted) {
    for (String folder = OutputFolder.parent(file); !folder.isEmpty(); folder = OutputFolder.parent(folder)) {
      if (wanted.contains(folder)) {
        return true;
      }
    }
    return false;
  }
}
