package dev.assay.publish;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What is to change of the last publication; all else stays.
///
/// @param made    artifacts of that publication, to be made anew
/// @param added   artifacts that are none of it, in folders that have files of it
/// @param removed addresses of files of it that are not wanted any more, in folders in which others stay
/// @param whole   folders, such as `search/t/`, of which all other files are among these: where one is not, nothing is done
public record Amendment(List<Artifact> made, List<Artifact> added, Set<String> removed, Set<String> whole) {
  public Amendment {
    made = List.copyOf(made);
    added = List.copyOf(added);
    removed = Set.copyOf(removed);
    whole = Set.copyOf(whole);
  }

  /// Makes some anew.
  public static Amendment of(List<Artifact> made) {
    return new Amendment(made, List.of(), Set.of(), Set.of());
  }

  /// Makes some anew, among them all files of some folders.
  public static Amendment of(List<Artifact> made, Set<String> whole) {
    return new Amendment(made, List.of(), Set.of(), whole);
  }

  /// The same with more that is made anew.
  public Amendment with(List<Artifact> more) {
    return new Amendment(Stream.concat(made.stream(), more.stream()).toList(), added, removed, whole);
  }

  /// All that lies there then.
  List<Artifact> artifacts() {
    return Stream.concat(made.stream(), added.stream()).toList();
  }
}
