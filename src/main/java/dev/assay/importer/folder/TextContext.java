package dev.assay.importer.folder;

import dev.assay.importer.Remark;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the texts of a page may ask for.
///
/// @param refs    finds the old address of a page by a name that a text uses for it
/// @param remarks what became otherwise, one for each occurrence
record TextContext(OldSite site, OldPage page, Function<String, Optional<String>> refs, List<Remark> remarks) {
  void changed(String what) {
    remarks.add(Remark.changed(what));
  }

  void lost(String what) {
    remarks.add(Remark.lost(what));
  }

  /// Something that is not known, shown as it was written.
  ///
  /// @param code whether it stands in code already
  static String visible(String written, boolean code) {
    if (code) {
      return written;
    }
    String line = written.replaceAll("\\s*\\R\\s*", " ");
    return line.contains("`") ? "`` " + line + " ``" : "`" + line + "`";
  }
}
