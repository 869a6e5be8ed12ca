package dev.assay.note;

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
}
