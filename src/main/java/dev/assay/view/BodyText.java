package dev.assay.view;

import java.util.List;

/// The text of a note as its page prints it, and where in that the note's own words are.
///
/// @param parts what a template prints, one after the other
/// @param own   the stretches that the note's own markup fills, one before each hole of its body and one behind the last
public record BodyText(List<Part> parts, List<Stretch> own) {
  public BodyText {
    parts = List.copyOf(parts);
    own = List.copyOf(own);
  }

  /// Text of which nobody asks what in it is whose.
  public static BodyText of(List<Part> parts) {
    return new BodyText(parts, List.of());
  }

  /// A stretch of the markup of a [Part.Html].
  ///
  /// @param part   which of the parts; -1 for a stretch without characters, which lies nowhere
  /// @param start  in characters
  /// @param length in characters
  public record Stretch(int part, int start, int length) {
    /// No characters.
    public static final Stretch NOWHERE = new Stretch(-1, 0, 0);
  }
}
