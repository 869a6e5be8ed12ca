package dev.assay.note;

import org.jspecify.annotations.Nullable;

/// How the text of notes is read where writers differ.
///
/// @param math       whether dollar signs may enclose formulas
/// @param typography whether straight quotes in prose become those of the note's language
/// @param figures    whether a picture with a caption that stands alone in its paragraph is a figure
public record Writing(boolean math, boolean typography, boolean figures) {
  /// What a site does that says nothing else.
  public static final Writing DEFAULT = new Writing(true, false, true);

  /// Text as it was written, with formulas: what comes from elsewhere.
  public static final Writing AS_WRITTEN = new Writing(true, false, false);

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Writing same && math == same.math && typography == same.typography && figures == same.figures;
  }

  @Override
  public int hashCode() {
    return (math ? 4 : 0) + (typography ? 2 : 0) + (figures ? 1 : 0);
  }

  @Override
  public String toString() {
    return "Writing[math=" + math + ", typography=" + typography + ", figures=" + figures + "]";
  }
}
