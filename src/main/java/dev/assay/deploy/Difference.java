package dev.assay.deploy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What has to change at a target.
///
/// @param put       pieces that go up, in their order
/// @param added     those of them that were not there
/// @param changed   those of them that were
/// @param removed   files that go
/// @param unchanged how many stay
record Difference(List<Piece> put, List<String> added, List<String> changed, List<String> removed, int unchanged) {
  /// @param pieces  the files of the site
  /// @param current those that lie there as they should
  /// @param there   files of ours that lie there, however they are
  static Difference of(List<Piece> pieces, Set<String> current, Collection<String> there) {
    Set<String> ours = new HashSet<>(there);
    List<Piece> put = new ArrayList<>();
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    Set<String> wanted = new HashSet<>();
    for (Piece piece : pieces) {
      wanted.add(piece.file());
      if (!current.contains(piece.file())) {
        put.add(piece);
        (ours.contains(piece.file()) ? changed : added).add(piece.file());
      }
    }
    List<String> removed = ours.stream().filter(file -> !wanted.contains(file)).sorted().toList();
    return new Difference(put, added, changed, removed, pieces.size() - put.size());
  }

  /// The same, with what an earlier run did that was cut off: nobody has been told of that yet.
  Difference with(Deployed known, Store.Looked looked, Set<String> wanted) {
    List<String> more = new ArrayList<>(added);
    List<String> also = new ArrayList<>(changed);
    List<String> gone = new ArrayList<>(removed);
    for (Map.Entry<String, Deployed.Put> each : known.files().entrySet()) {
      String file = each.getKey();
      if (each.getValue().isPending() && looked.current().containsKey(file)) {
        (each.getValue().isNew() ? more : also).add(file);
      } else if (!each.getValue().isNew() && looked.missing().contains(file) && !wanted.contains(file)) {
        gone.add(file);
      }
    }
    int done = more.size() + also.size() - added.size() - changed.size();
    return new Difference(put, more, also, gone.stream().sorted().toList(), unchanged - done);
  }

  boolean isNothing() {
    return put.isEmpty() && removed.isEmpty();
  }

  DeployReport report(String target, String result, List<dev.assay.problem.Problem> problems) {
    return new DeployReport(target, added, changed, removed, unchanged, result, problems);
  }
}
