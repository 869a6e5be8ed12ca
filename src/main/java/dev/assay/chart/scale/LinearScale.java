package dev.assay.chart.scale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Equal distances for equal differences.
///
/// @param step from tick to tick
public record LinearScale(double low, double high, BigDecimal step, double start, double end) implements Scale {
  static LinearScale over(List<Double> values, double start, double end, int count) {
    double[] usable = values.stream().mapToDouble(Double::doubleValue).filter(Scale::isUsable).toArray();
    double low = java.util.Arrays.stream(usable).min().orElse(0);
    double high = java.util.Arrays.stream(usable).max().orElse(1);
    // Numbers that differ by less than they can be read apart are one number.
    if (high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high))) {
      double around = low == 0 ? 1 : Math.abs(low) / 2;
      low = low > 0 && low - around < 0 ? 0 : low - around;
      high += around;
    }
    BigDecimal step = step((high - low) / Math.max(1, count));
    BigDecimal first = multiple(low, step, RoundingMode.FLOOR);
    BigDecimal last = multiple(high, step, RoundingMode.CEILING);
    return new LinearScale(first.doubleValue(), last.doubleValue(), step, start, end);
  }

  /// The nearest of 1, 2 and 5 times a power of ten, on a scale of ratios.
  private static BigDecimal step(double wanted) {
    int power = (int) Math.floor(StrictMath.log10(wanted));
    double rest = wanted / StrictMath.pow(10, power);
    int digit = rest >= Math.sqrt(50) ? 10 : rest >= Math.sqrt(10) ? 5 : rest >= Math.sqrt(2) ? 2 : 1;
    return BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
  }

  private static BigDecimal multiple(double value, BigDecimal step, RoundingMode mode) {
    // A number that is a multiple but for its last bits is one.
    BigDecimal steps = new BigDecimal(value).divide(step, 9, RoundingMode.HALF_EVEN);
    return steps.setScale(0, mode).multiply(step);
  }

  @Override
  public double at(double value) {
    return start + (end - start) * ((value - low) / (high - low));
  }

  @Override
  public boolean places(double value) {
    return Scale.isUsable(value);
  }

  @Override
  public List<Tick> ticks() {
    BigDecimal first = multiple(low, step, RoundingMode.HALF_EVEN);
    BigDecimal last = multiple(high, step, RoundingMode.HALF_EVEN);
    boolean far = TickText.isFar(first.abs().max(last.abs())) || TickText.magnitude(step) < -6;
    int decimals = Math.max(0, step.stripTrailingZeros().scale());
    List<Tick> ticks = new ArrayList<>();
    for (BigDecimal value = first; value.compareTo(last) <= 0; value = value.add(step)) {
      BigDecimal exact = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
      ticks.add(new Tick(value.doubleValue(), far ? TickText.power(exact) : TickText.plain(value, decimals)));
    }
    return List.copyOf(ticks);
  }
}
