package dev.assay.chart.scale;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Days. Numbers are days since 1970-01-01.
///
/// @param step from tick to tick
public record TimeScale(double low, double high, Step step, double start, double end) implements Scale {
  private static final List<Step> STEPS =
      List.of(
          new Step(0, 1), new Step(0, 2), new Step(0, 7), new Step(0, 14), new Step(1, 0), new Step(2, 0), new Step(3, 0),
          new Step(6, 0), new Step(12, 0), new Step(24, 0), new Step(60, 0), new Step(120, 0), new Step(240, 0),
          new Step(600, 0), new Step(1200, 0), new Step(6000, 0), new Step(12000, 0));

  /// The years that have four digits.
  private static final double FIRST = LocalDate.of(1, 1, 1).toEpochDay();

  private static final double LAST = LocalDate.of(9999, 1, 1).toEpochDay();

  /// Some months, or some days.
  public record Step(int months, int days) {
    /// The latest tick that is not after a day.
    LocalDate floor(LocalDate day) {
      if (months == 0) {
        return LocalDate.ofEpochDay(Math.floorDiv(day.toEpochDay(), days) * (long) days);
      }
      int month = day.getYear() * 12 + day.getMonthValue() - 1;
      int first = Math.floorDiv(month, months) * months;
      return LocalDate.of(Math.floorDiv(first, 12), Math.floorMod(first, 12) + 1, 1);
    }

    LocalDate next(LocalDate tick) {
      return tick.plusMonths(months).plusDays(days);
    }

    double length() {
      return months * 30.44 + days;
    }

    String text(LocalDate day) {
      String iso = day.toString();
      return months >= 12 ? iso.substring(0, 4) : months > 0 ? iso.substring(0, 7) : iso;
    }
  }

  static TimeScale over(List<Double> values, double start, double end, int count) {
    double[] usable = values.stream().mapToDouble(Double::doubleValue).filter(TimeScale::isDay).toArray();
    double low = java.util.Arrays.stream(usable).min().orElse(0);
    double high = java.util.Arrays.stream(usable).max().orElse(365);
    if (high - low < 1) {
      low = Math.max(FIRST, low - 15);
      high = Math.min(LAST, high + 15);
    }
    double room = (high - low) / Math.max(1, count);
    Step step = STEPS.stream().filter(each -> each.length() >= room * 0.9).findFirst().orElse(STEPS.getLast());
    return new TimeScale(low, high, step, start, end);
  }

  private static boolean isDay(double value) {
    return Double.isFinite(value) && value >= FIRST && value <= LAST;
  }

  @Override
  public double at(double value) {
    return start + (end - start) * ((value - low) / (high - low));
  }

  @Override
  public boolean places(double value) {
    return isDay(value);
  }

  @Override
  public List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    LocalDate day = step.floor(LocalDate.ofEpochDay((long) Math.floor(low)));
    while (day.toEpochDay() <= high) {
      if (day.toEpochDay() >= low) {
        ticks.add(new Tick(day.toEpochDay(), step.text(day)));
      }
      day = step.next(day);
    }
    return List.copyOf(ticks);
  }
}
