package dev.assay.claim;

import java.util.OptionalDouble;

/// How likely a writer holds something to be: `0.7` or `70%`.
public final class Probability {
  private Probability() {}

  /// A number between 0 and 1; empty when the text is neither a share nor a percentage in that range.
  public static OptionalDouble parse(String text) {
    String written = text.strip();
    boolean percent = written.endsWith("%");
    String digits = percent ? written.substring(0, written.length() - 1).strip() : written;
    if (!digits.matches("\\d{1,3}(\\.\\d{1,6})?|\\.\\d{1,6}")) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(digits) / (percent ? 100 : 1);
    return value <= 1 ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
