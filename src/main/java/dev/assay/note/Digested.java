package dev.assay.note;

/// A value that stands for something large and knows its digest, so that a view which holds it can be compared
/// without loading it. Equal digests mean equal contents.
public interface Digested {
  /// Names the whole content.
  Digest digest();
}
