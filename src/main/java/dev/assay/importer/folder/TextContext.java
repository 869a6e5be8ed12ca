package dev.assay.importer.folder;

import dev.assay.importer.Remark;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What the texts of a page may ask for.
///
/// @param refs    finds the old address of a page by a name that a text uses for it
/// @param remarks what became otherwise, one for each occurrence
record TextContext(OldSite site, OldPage page, Function<String, Optional<String>> refs, List<Remark> remarks) {
  private static final Pattern SPACE = Pattern.compile("[\\s\\x{85}\\x{2028}\\x{2029}]+");
  private static final Pattern LINE_END = Pattern.compile("\\R");

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
    String line = SPACE.matcher(written).replaceAll(space -> LINE_END.matcher(space.group()).find() ? " " : space.group());
    return line.contains("`") ? "`` " + line + " ``" : "`" + line + "`";
  }
}
