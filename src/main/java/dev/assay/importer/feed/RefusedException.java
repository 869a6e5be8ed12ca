package dev.assay.importer.feed;

/// A feed, or the rest of one, is not read. The message is one sentence without a full stop.
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String hint;

  RefusedException(String message, String hint) {
    super(message, null, false, false);
    this.hint = hint;
  }

  String hint() {
    return hint;
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
