package dev.assay.chart.scale;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Equal distances for equal ratios. Only what is greater than zero has a place.
///
/// @param digits which multiples of a power of ten are named
/// @param every  of the powers of ten each so many is named
public record LogScale(double low, double high, List<Integer> digits, int every, double start, double end)
    implements Scale {
  private static final List<List<Integer>> DIGITS = List.of(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), List.of(1, 2, 5), List.of(1, 3), List.of(1));

  public LogScale {
    digits = List.copyOf(digits);
  }

  static LogScale over(List<Double> values, double start, double end, int count) {
    double[] usable = values.stream().mapToDouble(Double::doubleValue).filter(v -> Scale.isUsable(v) && v > 0).toArray();
    double low = Arrays.stream(usable).min().orElse(1);
    double high = Arrays.stream(usable).max().orElse(10);
    if (high / low < 1.0001) {
      low /= 2;
      high *= 2;
    }
    for (List<Integer> digits : DIGITS) {
      LogScale scale = rounded(low, high, digits, 1, start, end);
      if (scale.ticks().size() <= count + 1) {
        return scale;
      }
    }
    int every = 2;
    while (decades(low, high) / every > count) {
      every++;
    }
    return rounded(low, high, List.of(1), every, start, end);
  }

  private static double decades(double low, double high) {
    return StrictMath.log10(high) - StrictMath.log10(low);
  }

  /// The ends moved out to the next numbers that could be named, but not by more than the numbers themselves ask for.
  private static LogScale rounded(double low, double high, List<Integer> digits, int every, double start, double end) {
    List<Integer> fine = digits.size() > 3 ? digits : List.of(1, 2, 5);
    return new LogScale(below(low, fine), above(high, fine), digits, every, start, end);
  }

  private static double below(double value, List<Integer> digits) {
    int power = (int) Math.floor(StrictMath.log10(value) + 1e-9);
    double best = number(1, power);
    for (int digit : digits) {
      best = number(digit, power) <= value * (1 + 1e-9) ? number(digit, power) : best;
    }
    return best;
  }

  private static double above(double value, List<Integer> digits) {
    int power = (int) Math.floor(StrictMath.log10(value) + 1e-9);
    for (int digit : digits) {
      if (number(digit, power) >= value * (1 - 1e-9)) {
        return number(digit, power);
      }
    }
    return number(1, power + 1);
  }

  private static double number(int digit, int power) {
    return BigDecimal.valueOf(digit).scaleByPowerOfTen(power).doubleValue();
  }

  @Override
  public double at(double value) {
    return start + (end - start) * (decades(low, value) / decades(low, high));
  }

  @Override
  public boolean places(double value) {
    return Scale.isUsable(value) && value > 0;
  }

  @Override
  public List<Tick> ticks() {
    int first = (int) Math.floor(StrictMath.log10(low) - 1e-9);
    int last = (int) Math.ceil(StrictMath.log10(high) + 1e-9);
    List<BigDecimal> values = new ArrayList<>();
    for (int power = first; power <= last; power++) {
      for (int digit : digits) {
        double value = number(digit, power);
        if (Math.floorMod(power, every) == 0 && value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
          values.add(BigDecimal.valueOf(digit).scaleByPowerOfTen(power));
        }
      }
    }
    boolean far = values.stream().anyMatch(TickText::isFar);
    return values.stream()
        .map(v -> new Tick(v.doubleValue(), far ? TickText.power(v) : TickText.plain(v, Math.max(0, v.stripTrailingZeros().scale()))))
        .toList();
  }
}
