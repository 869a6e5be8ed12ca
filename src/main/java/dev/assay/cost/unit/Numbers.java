package dev.assay.cost.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// How numbers are written: the same on every machine, whatever its language.
public final class Numbers {
  private Numbers() {}

  /// The fewest digits that read back as the same number, without an exponent between 10⁻⁶ and 10²¹. Valid JSON.
  ///
  /// @throws IllegalArgumentException for what is not a number
  public static String shortest(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("cannot write " + value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    double size = Math.abs(value);
    return size >= 1e-6 && size < 1e21 ? exact.toPlainString() : exact.toString().replace("E+", "e").replace('E', 'e');
  }

  /// Three significant digits with commas between thousands, for prose and tables: `35,300`, `0.112`, `9.89`.
  public static String three(double value) {
    return significant(value, 3);
  }

  /// A number of significant digits with commas between thousands. Whole numbers lose digits too: 35,317 → 35,300.
  public static String significant(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(Double.toString(value)).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    double size = rounded.abs().doubleValue();
    if (size < 1e-6 || size >= 1e15) {
      return rounded.stripTrailingZeros().toString().replace("E+", "e").replace('E', 'e');
    }
    String plain = rounded.scale() < 0 ? rounded.toPlainString() : padded(rounded, digits);
    return grouped(plain);
  }

  private static String padded(BigDecimal rounded, int digits) {
    int whole = rounded.precision() - rounded.scale();
    int decimals = Math.max(0, digits - whole);
    return rounded.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String grouped(String plain) {
    int dot = plain.indexOf('.');
    int end = dot < 0 ? plain.length() : dot;
    int start = plain.startsWith("-") ? 1 : 0;
    StringBuilder out = new StringBuilder(plain);
    for (int i = end - 3; i > start; i -= 3) {
      out.insert(i, ',');
    }
    return out.toString();
  }
}
