package dev.assay.asset;

/// Words that several formats need for what is wrong.
final class Faults {
  static final String CUT = "is cut off: it ends in the middle of its data";
  static final String SAVE_AGAIN = "save or download it again";

  private Faults() {}
}
