package dev.assay.chart.scale;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Round numbers as an axis names them: `1,500`, `0.05`, `2×10⁹`. The same in every language.
final class TickText {
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int LARGEST = 7;
  private static final int SMALLEST = -5;
  private static final int PLAIN = 3;

  private TickText() {}

  /// The exponent of ten of the first digit: 3 for 1,500.
  static int magnitude(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  /// True for numbers that are easier read as a power of ten.
  static boolean isFar(BigDecimal value) {
    return value.signum() != 0 && (magnitude(value) >= LARGEST || magnitude(value) < SMALLEST);
  }

  /// @param decimals digits behind the point, the same for all ticks of an axis
  static String plain(BigDecimal value, int decimals) {
    String digits = value.setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN).toPlainString();
    int dot = digits.indexOf('.');
    int start = digits.startsWith("-") ? 1 : 0;
    StringBuilder text = new StringBuilder(digits);
    for (int i = (dot < 0 ? digits.length() : dot) - 3; i > start; i -= 3) {
      text.insert(i, ',');
    }
    return minus(text.toString());
  }

  /// A digit or two and a power of ten.
  static String power(BigDecimal value) {
    int exponent = magnitude(value);
    if (value.signum() == 0 || (exponent >= 0 && exponent < PLAIN)) {
      return plain(value, 0);
    }
    BigDecimal mantissa = value.movePointLeft(exponent).stripTrailingZeros();
    String power = "10" + raised(exponent);
    if (mantissa.abs().compareTo(BigDecimal.ONE) == 0) {
      return mantissa.signum() < 0 ? "−" + power : power;
    }
    return minus(mantissa.toPlainString()) + "×" + power;
  }

  private static String minus(String text) {
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }

  private static String raised(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(RAISED.charAt(digit - '0'));
    }
    return text.toString();
  }
}
