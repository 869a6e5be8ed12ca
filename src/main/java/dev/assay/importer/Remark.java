package dev.assay.importer;

/// Something that a report tells of one item or of the whole source: a sentence without a full stop.
///
/// @param kind what happened to it
/// @param text what, and why
public record Remark(Kind kind, String text) {
  /// What can happen to a part of a source, the worst first.
  public enum Kind {
    LOST("lost"),
    CHANGED("changed"),
    MADE_UP("made up"),
    KEPT_AS_HTML("kept as HTML"),
    REPAIRED("repaired"),
    NOTICE("note");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// As reports say it.
    public String word() {
      return word;
    }
  }

  public static Remark lost(String text) {
    return new Remark(Kind.LOST, text);
  }

  public static Remark changed(String text) {
    return new Remark(Kind.CHANGED, text);
  }

  public static Remark madeUp(String text) {
    return new Remark(Kind.MADE_UP, text);
  }

  public static Remark keptAsHtml(String text) {
    return new Remark(Kind.KEPT_AS_HTML, text);
  }

  public static Remark repaired(String text) {
    return new Remark(Kind.REPAIRED, text);
  }

  public static Remark notice(String text) {
    return new Remark(Kind.NOTICE, text);
  }
}
