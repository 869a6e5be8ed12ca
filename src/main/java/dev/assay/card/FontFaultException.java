package dev.assay.card;

/// The bytes of a font are not what they should be.
final class FontFaultException extends Exception {
  private static final long serialVersionUID = 1;

  FontFaultException(String message) {
    super(message);
  }
}
