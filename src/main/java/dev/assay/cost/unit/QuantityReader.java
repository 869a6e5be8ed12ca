package dev.assay.cost.unit;

import dev.assay.cost.unit.Quantity.Reading;
import dev.assay.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One pass over a written quantity. Kept apart from a regular expression because `0.4..0.7` must not be read as the
/// number `0.4.`, and because groups of digits (`1,024`) are only accepted where they are groups of three.
final class QuantityReader {
  private static final String FORM = "write a number, 'low..high' or 'low..typical..high', then the unit";
  /// Beyond it, what is reckoned of a number may be none any more.
  private static final double LARGEST = 1e120;
  private static final int LONGEST = 80;
  private final String text;
  private int at;

  QuantityReader(String text) {
    this.text = text;
  }

  Reading read() {
    skipSpace();
    boolean dollars = at < text.length() && text.charAt(at) == '$';
    if (dollars) {
      at++;
    }
    List<Double> numbers = new ArrayList<>();
    do {
      skipSpace();
      Optional<Double> number = number();
      if (number.isEmpty()) {
        return new Reading.Refused("'" + cut(text) + "' is not a number with a unit", FORM);
      }
      numbers.add(number.get());
      skipSpace();
    } while (skipDots());
    return assemble(numbers, (dollars ? "USD" : "") + text.substring(at).strip());
  }

  private Reading assemble(List<Double> numbers, String unitText) {
    if (numbers.size() > 3) {
      return new Reading.Refused("'" + cut(text) + "' has more than three numbers", FORM);
    }
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i - 1) > numbers.get(i)) {
        return new Reading.Refused("the range '" + cut(text) + "' falls", "write the lower end first");
      }
    }
    Optional<Unit> unit = Unit.parse(unitText);
    if (unit.isEmpty()) {
      return new Reading.Refused("'" + cut(unitText) + "' is not a unit that Assay knows", unitHint(unitText));
    }
    if (numbers.stream().anyMatch(number -> Math.abs(number) > LARGEST)) {
      return new Reading.Refused("'" + cut(text) + "' is larger than any number that can be reckoned with", "write a number below 1e120");
    }
    Range range =
        switch (numbers.size()) {
          case 1 -> Range.exact(numbers.getFirst());
          case 2 -> Range.between(numbers.get(0), numbers.get(1));
          default -> new Range(numbers.get(0), numbers.get(1), numbers.get(2));
        };
    return new Reading.Read(new Quantity(range, unit.get()));
  }

  /// As much of a text as one line of a message takes.
  private static String cut(String text) {
    String words = text.strip();
    int points = words.codePointCount(0, words.length());
    return points <= LONGEST ? words : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
  }

  /// The usual slips are letter case (`gb`, `Kwh`) and spelling; both are found by trying the common units.
  private static String unitHint(String written) {
    List<String> common =
        List.of("GB", "GiB", "MB", "TB/s", "GB/s", "TFLOPS", "PFLOPS", "W", "kW", "MW", "kWh", "J", "ms", "us", "s", "h",
            "hours", "days", "months", "years", "USD", "USD/kWh", "USD/accelerator-hour", "USD/kW-month", "tokens",
            "tokens/s", "accelerators", "%");
    for (String unit : common) {
      if (unit.equalsIgnoreCase(written)) {
        return "did you mean '" + unit + "'?";
      }
    }
    return Nearest.hint(written, common);
  }

  private Optional<Double> number() {
    int start = at;
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int digitsFrom = at;
    while (at < text.length() && (isDigit(at) || isGroup())) {
      at++;
    }
    boolean digits = at > digitsFrom;
    if (at < text.length() && text.charAt(at) == '.' && isDigit(at + 1)) {
      at++;
      while (isDigit(at)) {
        at++;
      }
      digits = true;
    }
    if (!digits) {
      return Optional.empty();
    }
    exponent();
    double value = Double.parseDouble(text.substring(start, at).replace(",", "").replace("_", ""));
    // Nothing below zero is zero, and would be written otherwise.
    return Double.isFinite(value) ? Optional.of(value + 0.0) : Optional.empty();
  }

  private void exponent() {
    if (at >= text.length() || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
      return;
    }
    boolean signed = at + 1 < text.length() && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+');
    int digits = at + (signed ? 2 : 1);
    if (isDigit(digits)) {
      at = digits;
      while (isDigit(at)) {
        at++;
      }
    }
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private boolean isGroup() {
    boolean mark = text.charAt(at) == ',' || text.charAt(at) == '_';
    return mark && isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3) && !isDigit(at + 4);
  }

  private void skipSpace() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0')) {
      at++;
    }
  }

  private boolean skipDots() {
    boolean dots = text.startsWith("..", at);
    at += dots ? 2 : 0;
    return dots;
  }
}
