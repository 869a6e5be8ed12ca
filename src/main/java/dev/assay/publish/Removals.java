package dev.assay.publish;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Files that Assay wrote and that nobody wants any more.
///
/// @param steps     what is to be deleted
/// @param kept      a warning for each file that somebody changed since, and that stays for that reason
/// @param files     the files that are to be deleted
/// @param respelled wanted files that lie there already under another spelling of their name, on a disk that takes `A`
///                  and `a` for the same
record Removals(List<Journal.Delete> steps, List<Problem> kept, Set<String> files, Set<String> respelled) {
  static final Removals NONE = new Removals(List.of(), List.of(), Set.of(), Set.of());

  static Removals find(
      OutputFolder out, Disk disk, Ownership owned, Manifest known, Set<String> wanted, boolean verify) throws IOException {
    List<Journal.Delete> steps = new ArrayList<>();
    List<Problem> kept = new ArrayList<>();
    Set<String> respelled = new HashSet<>();
    Map<String, String> wantedByName = new HashMap<>();
    for (Map.Entry<String, Owned> each : owned.files().entrySet()) {
      String file = each.getKey();
      if (wanted.contains(file)) {
        continue;
      }
      Optional<Disk.Stat> stat = out.obstacle(file).isPresent() ? Optional.empty() : disk.stat(out.at(file));
      if (stat.isEmpty()) {
        continue;
      }
      if (wantedByName.isEmpty()) {
        wanted.forEach(name -> wantedByName.put(Addresses.fold(name), name));
      }
      String namesake = wantedByName.get(Addresses.fold(file));
      if (namesake != null && disk.stat(out.at(namesake)).isPresent() && disk.same(out.at(file), out.at(namesake))) {
        respelled.add(namesake); // deleting the old name would delete the new file
        continue;
      }
      boolean remembered = known.find(file).filter(entry -> entry.matches(stat.get())).isPresent() && !verify;
      if (stat.get().isFile() && (remembered || disk.digest(out.at(file)).equals(each.getValue().content()))) {
        steps.add(new Journal.Delete(file, each.getValue().content()));
      } else {
        kept.add(Problem.ofFile(Severity.WARNING, Code.OUTPUT, out.shown(file),
            "the site has no such file any more, but somebody changed it since Assay wrote it, so it stays",
            "delete it, or keep it: Assay no longer counts it as its own"));
      }
    }
    return new Removals(steps, kept, steps.stream().map(Journal.Delete::file).collect(Collectors.toSet()), respelled);
  }

  /// True for a file that will be gone.
  boolean removes(String file) {
    return files.contains(file);
  }
}
