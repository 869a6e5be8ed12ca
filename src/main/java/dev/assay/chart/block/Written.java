package dev.assay.chart.block;

import dev.assay.cost.unit.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/// Numbers in data files.
final class Written {
  private static final Pattern PLAIN = Pattern.compile("[+−-]?(?:\\d+|\\d{1,3}(?:,\\d{3})+)?(?:\\.\\d+)?(?:[eE][+-]?\\d{1,4})?%?");
  private static final Pattern DAY = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?");
  private static final Set<String> UNKNOWN = Set.of("", "-", "–", "—", "?", "na", "n/a", "nan", "null", "none", "unknown");

  private Written() {}

  /// True for what stands for a value that nobody knows.
  static boolean isUnknown(String text) {
    return UNKNOWN.contains(text.toLowerCase(Locale.ROOT));
  }

  /// The number that a text is; empty for anything else.
  static OptionalDouble of(String text) {
    boolean digits = text.chars().anyMatch(c -> c >= '0' && c <= '9');
    if (!digits || !PLAIN.matcher(text).matches() || text.startsWith("e") || text.startsWith("E")) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(digits(text));
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static String digits(String text) {
    return text.replace("−", "-").replace(",", "").replace("%", "");
  }

  /// True for a day or a month, as in `2026-05-12` and `2026-05`.
  static boolean isDay(String text) {
    return DAY.matcher(text).matches();
  }

  /// How a number is shown.
  sealed interface Shown {
    /// As it was written.
    record AsIs() implements Shown {}

    /// With so many digits behind the point.
    record Decimals(int count) implements Shown {}

    /// With three digits that matter.
    record Significant() implements Shown {}

    /// A share as per cent.
    record Percent() implements Shown {}
  }

  /// A number as it is read; from five digits on they are grouped, so that years are not.
  static String show(String text, Shown shown) {
    OptionalDouble number = of(text);
    if (number.isEmpty()) {
      return text;
    }
    return switch (shown) {
      case Shown.AsIs _ -> written(text);
      case Shown.Decimals(int count) -> fixed(new BigDecimal(digits(text)), count);
      case Shown.Significant _ -> Numbers.three(number.getAsDouble());
      case Shown.Percent _ -> Numbers.three(number.getAsDouble() * 100) + "%";
    };
  }

  private static String written(String text) {
    boolean plain = text.matches("-?\\d{5,15}(?:\\.\\d+)?");
    return plain ? fixed(new BigDecimal(text), text.indexOf('.') < 0 ? 0 : text.length() - text.indexOf('.') - 1) : text;
  }

  private static String fixed(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
    if (rounded.precision() - rounded.scale() > 15) {
      return Numbers.three(value.doubleValue());
    }
    String plain = rounded.toPlainString();
    int dot = plain.indexOf('.');
    int end = dot < 0 ? plain.length() : dot;
    int start = plain.startsWith("-") ? 1 : 0;
    StringBuilder out = new StringBuilder(plain);
    for (int i = end - 3; i > start && end - start > 4; i -= 3) {
      out.insert(i, ',');
    }
    return out.toString();
  }

  /// How many digits a number has behind its point, as it was written.
  static int decimals(String text) {
    int dot = text.indexOf('.');
    boolean plain = text.matches("[+-]?[\\d,]*\\.?\\d*");
    return !plain || dot < 0 ? 0 : text.length() - dot - 1;
  }

  /// A day as days since 1970-01-01; a month is its first day, and anything else NaN.
  static double day(String text) {
    if (!isDay(text)) {
      return Double.NaN;
    }
    String whole = text.length() == 7 ? text + "-01" : text;
    // 30 February is written like a day and is none.
    int last = LocalDate.parse(whole.substring(0, 8) + "01").lengthOfMonth();
    return Integer.parseInt(whole.substring(8)) > last ? Double.NaN : LocalDate.parse(whole).toEpochDay();
  }
}
