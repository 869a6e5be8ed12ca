package dev.assay.claim;

import java.util.Optional;

/// What a claim may be called: letters and digits of any script, `-` and `_`, beginning with a letter or digit.
public final class ClaimName {
  private static final int LONGEST = 100;

  private ClaimName() {}

  /// Why a text cannot be a claim's name, to be read behind it; empty when it can.
  public static Optional<String> fault(String name) {
    if (name.isEmpty()) {
      return Optional.of("is empty");
    }
    if (name.length() > LONGEST) {
      return Optional.of("is longer than " + LONGEST + " characters");
    }
    if (!Character.isLetterOrDigit(name.codePointAt(0))) {
      return Optional.of("does not begin with a letter or digit");
    }
    return name.codePoints()
        .filter(c -> !isPart(c))
        .mapToObj(c -> "has the character '" + Character.toString(c) + "'")
        .findFirst();
  }

  static boolean isPart(int c) {
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return Character.isLetterOrDigit(c) || mark || c == '-' || c == '_';
  }
}
