package dev.assay.note;

import java.util.Locale;

/// How firm an assertion is, strongest first. The order of the constants is the rule of strength.
public enum Kind {
  /// Established by a source.
  FACT,
  /// Follows from premises.
  INFERENCE,
  /// A guess worth writing down.
  SPECULATION,
  /// Cannot be known yet; something named stands in the way.
  BLOCKED;

  /// The English word in lower case: the form used in addresses, classes and exports.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// True when this kind claims more certainty than another.
  public boolean strongerThan(Kind other) {
    return compareTo(other) < 0;
  }

  /// The weaker of two kinds.
  public static Kind weakest(Kind a, Kind b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
