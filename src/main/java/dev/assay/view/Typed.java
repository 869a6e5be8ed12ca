package dev.assay.view;

/// One of several shapes that stand in one list, with a word by which a template tells them apart. Templates see it as
/// `type`, beside the components of the record.
public interface Typed {
  /// The shape's word, constant for a class.
  String type();
}
