package dev.assay.claim;

/// How one claim speaks of another in its options: `#name` in the same note, `slug#name` anywhere, or a figure.
///
/// @param written    as it stands in the option
/// @param globalName `slug#name`
/// @param figure     whether it names a figure
public record Reference(String written, String globalName, boolean figure) {
  /// Reads a reference as it stands in a note with a given slug. A name with a dot is a figure's.
  public static Reference read(String written, String slug) {
    int hash = written.indexOf('#');
    String note = hash > 0 ? written.substring(0, hash) : slug;
    String name = hash >= 0 ? written.substring(hash + 1) : written;
    return new Reference(written, note + "#" + name, name.indexOf('.') > 0);
  }

  /// True for one that names something of the same note as another.
  boolean isOfNote(Reference other) {
    return globalName.startsWith(other.globalName.substring(0, other.globalName.indexOf('#') + 1));
  }

  /// The name without the note.
  public String name() {
    return globalName.substring(globalName.indexOf('#') + 1);
  }
}
