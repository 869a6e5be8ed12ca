package dev.assay.asset;

/// What came of looking at a file.
public sealed interface Looked {
  /// A picture, whole as far as one can tell without decoding it.
  record Found(ImageInfo info) implements Looked {}

  /// A picture that something is wrong with, or no picture at all.
  ///
  /// @param what in the words of a problem, about "it": `ends in the middle of its data`
  /// @param hint what to do
  record Faulty(String what, String hint) implements Looked {}
}
