package dev.assay.deploy;

/// A target that does not do what it was asked: it is not there, refuses, or cannot be reached.
final class StoreException extends Exception {
  private static final long serialVersionUID = 1;

  private final String sentence;
  private final String hint;

  /// @param message one sentence without a full stop, and without anything secret
  /// @param hint    what to do
  StoreException(String message, String hint) {
    super(message);
    this.sentence = message;
    this.hint = hint;
  }

  /// As above, with what it came from.
  StoreException(String message, String hint, Throwable cause) {
    super(message, cause);
    this.sentence = message;
    this.hint = hint;
  }

  String sentence() {
    return sentence;
  }

  String hint() {
    return hint;
  }
}
