package dev.assay.build;

import dev.assay.note.Digest;
import dev.assay.note.ValueDigest;
import java.util.ArrayList;
import java.util.List;

/// Names what a file is made of: the program itself, and all that it shows.
final class Recipes {
  private Recipes() {}

  /// @param parts what a view may hold: texts, numbers, lists of them
  static Digest of(Object... parts) {
    return of(List.of(parts));
  }

  /// As above, of a long list of parts.
  static Digest of(List<?> parts) {
    List<Object> all = new ArrayList<>(List.of(Program.fingerprint().hex()));
    all.addAll(parts);
    return ValueDigest.ofList(all);
  }
}
