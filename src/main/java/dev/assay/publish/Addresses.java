package dev.assay.publish;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Looks, before anything is made, whether all addresses can be files side by side on any disk.
final class Addresses {
  private Addresses() {}

  /// What keeps these files from being written together; empty when nothing does.
  static List<Problem> check(List<String> files, OutputFolder out) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> byName = HashMap.newHashMap(files.size());
    for (String file : files.stream().sorted().toList()) {
      Optional<String> fault = out.fault(file);
      if (fault.isPresent()) {
        problems.add(error(Code.OUTPUT, out, file, "this disk cannot hold a file of this name: " + fault.get(),
            "change the slug, or run with a UTF-8 locale such as LC_ALL=C.UTF-8"));
      } else if (file.startsWith(".assay")) {
        problems.add(error(Code.OUTPUT, out, file, "names that begin with '.assay' are kept for Assay itself", "choose another address"));
      }
      String other = byName.putIfAbsent(fold(file), file);
      if (other != null) {
        problems.add(error(Code.ADDRESS_TAKEN, out, file, taken(file, other), "give one of them another slug or url"));
      }
    }
    for (String folder : Ownership.folders(files)) {
      String file = byName.get(fold(folder));
      if (file != null) {
        problems.add(error(Code.ADDRESS_TAKEN, out, file,
            "'/" + file + "' would be a file and, for the addresses below '/" + folder + "/', a folder",
            "give one of them another slug or url"));
      }
    }
    return problems;
  }

  private static String taken(String file, String other) {
    return file.equals(other)
        ? "two files of the site have the address '/" + file + "'"
        : "'/" + other + "' and '/" + file + "' are the same name on some disks";
  }

  private static Problem error(Code code, OutputFolder out, String file, String message, String hint) {
    return Problem.ofFile(Severity.ERROR, code, out.shown(file), message, hint);
  }

  /// The form in which disks that ignore letter case or Unicode forms compare names.
  static String fold(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        String upper = Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
      }
    }
    return name.toLowerCase(Locale.ROOT);
  }
}
