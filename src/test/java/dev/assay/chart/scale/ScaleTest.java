package dev.assay.chart.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.chart.scale.Scale.Sort;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScaleTest {
  private static List<String> texts(Scale scale) {
    return scale.ticks().stream().map(Tick::text).toList();
  }

  private static Scale linear(double... values) {
    return Scale.of(Sort.LINEAR, boxed(values), 0, 100, 5);
  }

  private static Scale log(double... values) {
    return Scale.of(Sort.LOG, boxed(values), 0, 100, 5);
  }

  private static List<Double> boxed(double... values) {
    return java.util.Arrays.stream(values).boxed().toList();
  }

  private static Scale time(String from, String to) {
    return Scale.of(Sort.TIME, List.of((double) LocalDate.parse(from).toEpochDay(), (double) LocalDate.parse(to).toEpochDay()), 0, 100, 5);
  }

  @Test
  void aLinearScaleEndsAtRoundNumbers() {
    assertEquals(List.of("0", "2", "4", "6", "8"), texts(linear(0, 7.3)));
    assertEquals(List.of("0.00", "0.02", "0.04", "0.06", "0.08", "0.10"), texts(linear(0, 0.093)));
    assertEquals(List.of("−10", "−5", "0", "5", "10", "15"), texts(linear(-8.8, 11)));
    assertEquals(List.of("0", "1,000", "2,000", "3,000", "4,000", "5,000", "6,000"), texts(linear(0, 5500)));
  }

  @Test
  void farNumbersAreWrittenAsPowersOfTen() {
    assertEquals(List.of("0", "2×10¹⁴", "4×10¹⁴", "6×10¹⁴", "8×10¹⁴", "10¹⁵"), texts(linear(0, 1e15)));
    assertEquals(List.of("0", "5×10⁻¹³", "10⁻¹²"), texts(Scale.of(Sort.LINEAR, List.of(0.0, 1e-12), 0, 100, 2)));
  }

  @Test
  void theSpanOfALogScaleDecidesWhichNumbersAreNamed() {
    assertEquals(List.of("1", "2", "5", "10", "20", "50"), texts(log(1, 50)));
    assertEquals(List.of("1", "10", "100", "1,000", "10,000"), texts(log(1, 10_000)));
    assertEquals(List.of("10⁻¹²", "10⁻⁶", "1", "10⁶", "10¹²"), texts(log(1e-12, 1e15)));
  }

  @Test
  void aTimeScaleNamesDaysMonthsOrYears() {
    assertEquals(List.of("2026-01", "2026-03", "2026-05", "2026-07", "2026-09", "2026-11"), texts(time("2026-01-01", "2026-12-01")));
    assertEquals(List.of("2000", "2005", "2010", "2015", "2020", "2025"), texts(time("2000-01-01", "2026-01-01")));
    assertTrue(texts(time("2026-05-01", "2026-05-09")).contains("2026-05-03"), texts(time("2026-05-01", "2026-05-09")).toString());
  }

  @Test
  void oneNumberAndNoNumberHaveAScaleToo() {
    for (double[] values : new double[][] {{}, {0}, {5}, {-3}, {5, 5, 5}, {Double.NaN}, {1e-12}, {1e15}, {0.1 + 0.2, 0.3}}) {
      for (Sort sort : Sort.values()) {
        Scale scale = Scale.of(sort, boxed(values), 0, 100, 4);
        assertTrue(scale.high() > scale.low(), sort + " " + java.util.Arrays.toString(values));
        assertTrue(scale.ticks().size() < 40, sort + " " + scale.ticks());
      }
    }
  }

  @Test
  void whateverIsOnAScaleLiesBetweenItsEnds() {
    long seed = 20_260_701L;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      double size = StrictMath.pow(10, random.nextInt(28) - 13);
      List<Double> values = IntStream.range(0, 1 + random.nextInt(6)).mapToObj(_ -> (random.nextDouble() - 0.3) * size).toList();
      for (Sort sort : List.of(Sort.LINEAR, Sort.LOG)) {
        Scale scale = Scale.of(sort, values, 10, 510, 6);
        for (double value : values) {
          if (scale.places(value)) {
            double at = scale.at(value);
            assertTrue(at >= 10 - 1e-6 && at <= 510 + 1e-6, "seed " + seed + ", round " + round + ": " + sort + " " + values + " puts " + value + " at " + at);
          }
        }
        List<Tick> ticks = scale.ticks();
        assertTrue(!ticks.isEmpty() && ticks.size() <= 15, "seed " + seed + ", round " + round + ": " + sort + values + ticks);
        for (int i = 1; i < ticks.size(); i++) {
          assertTrue(ticks.get(i).value() > ticks.get(i - 1).value(), "seed " + seed + ": " + ticks);
        }
      }
    }
  }
}
