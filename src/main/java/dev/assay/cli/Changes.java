package dev.assay.cli;

import dev.assay.export.ChangesJson;
import dev.assay.publish.Published;
import dev.assay.view.project.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Writes down which addresses have changed, for whoever keeps copies of them.
final class Changes {
  private Changes() {}

  /// @param to      a file, which is replaced
  /// @param base    where the site is; may be empty
  /// @param added   paths of files
  /// @param changed paths of files
  /// @param removed paths of files
  static void write(Path to, String base, List<String> added, List<String> changed, List<String> removed) throws IOException {
    Base at = Base.of(base);
    Files.write(to, ChangesJson.write(at.url(), addresses(added, at), addresses(changed, at), addresses(removed, at)));
  }

  /// The same for a folder that was built.
  ///
  /// @param before what lay there
  static void write(Path to, String base, Published before, Published after) throws IOException {
    List<String> added = after.files().keySet().stream().filter(file -> !before.files().containsKey(file)).toList();
    List<String> changed =
        after.files().entrySet().stream()
            .filter(each -> before.files().containsKey(each.getKey()) && !each.getValue().equals(before.files().get(each.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    List<String> removed = before.files().keySet().stream().filter(file -> !after.files().containsKey(file)).toList();
    write(to, base, added, changed, removed);
  }

  private static List<String> addresses(List<String> files, Base at) {
    return files.stream().map(file -> at.href(Published.address(file))).toList();
  }
}
