package dev.assay.markdown;

/// How large and deep a text may be. What goes beyond is refused with a place, never parsed.
///
/// @param characters how long a text may be, in UTF-16 units
/// @param depth      how many block quotes, lists and directives may stand in one another
/// @param work       how many characters the block parser may look at, for each character of the text; it counts
///                   from 10 million on, so that short texts never meet it
/// @param seconds    time after which a text of up to 200,000 characters is given up, whatever else the limits say; a
///                   longer one gets more in proportion
public record Limits(int characters, int depth, int work, double seconds) {
  /// What a site uses that says nothing else.
  public static final Limits DEFAULT = new Limits(8_000_000, 50, 400, 1.0);

  public Limits {
    if (characters < 1 || depth < 1 || work < 1 || !(seconds > 0)) {
      throw new IllegalArgumentException("limits " + characters + ", " + depth + ", " + work + ", " + seconds);
    }
  }

  /// Every build asks for it: see [dev.assay.note.Digest#equals].
  @Override
  public String toString() {
    return "Limits[characters=" + characters + ", depth=" + depth + ", work=" + work + ", seconds=" + seconds + "]";
  }
}
