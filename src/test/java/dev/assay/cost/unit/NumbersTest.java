package dev.assay.cost.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, '0'", "1, '1.00'", "0.112, '0.112'", "0.11249, '0.112'", "9.89, '9.89'", "9.996, '10.0'", "35317, '35,300'",
    "102909, '103,000'", "999.6, '1,000'", "0.000123456, '0.000123'", "1e-9, '1e-9'", "1.5e18, '1.5e18'", "-1234.5, '-1,230'",
    "70553706496, '70,600,000,000'", "99.95, '100'", "0.30000000000000004, '0.300'"
  })
  void threeDigitsArePrinted(double value, String text) {
    assertEquals(text, Numbers.three(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0", "-0.0, 0", "1, 1", "0.1, 0.1", "1e20, 100000000000000000000", "1e21, 1e21", "1e-6, 0.000001", "1e-7, 1e-7",
    "35317.25, 35317.25", "4.9e-324, 4.9e-324", "1.7976931348623157e308, 1.7976931348623157e308"
  })
  void theShortestFormIsPrinted(double value, String text) {
    assertEquals(text, Numbers.shortest(value));
  }

  @Test
  void theShortestFormReadsBackAsTheSameNumber() {
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertEquals(value, Double.parseDouble(Numbers.shortest(value)), 0.0);
      }
    }
  }

  @Test
  void noLanguageOfTheMachineChangesANumber() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("ar", "EG"));
      assertEquals("35,300", Numbers.three(35317));
      assertEquals("0.5", Numbers.shortest(0.5));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatIsNoNumberHasNoShortestForm() {
    assertThrows(IllegalArgumentException.class, () -> Numbers.shortest(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Numbers.shortest(Double.POSITIVE_INFINITY));
  }

  @Test
  void aRangeIsATriangle() {
    Range range = new Range(0, 1, 3);
    assertEquals(0, range.quantile(0));
    assertEquals(3, range.quantile(1), 1e-12);
    assertEquals(1, range.quantile(1.0 / 3), 1e-12);
    assertEquals(5, Range.exact(5).quantile(0.3));
    assertEquals(0.5, new Range(0, 0, 1).quantile(0.75), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> new Range(2, 1, 3));
    assertThrows(IllegalArgumentException.class, () -> new Range(0, Double.NaN, 3));
  }

  @Test
  void aFactorsRangeIsEvenInItsRatio() {
    Range half = new Range(0.5, 1, 2);
    assertEquals(1, Math.exp(half.logarithms().quantile(0.5)), 1e-12);
    assertEquals(1, Math.exp(half.logarithms().quantile(0.1)) * Math.exp(half.logarithms().quantile(0.9)), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> new Range(0, 1, 2).logarithms());
  }

  @ParameterizedTest
  @CsvSource({"-123, '-123'", "-123456, '-123,000'", "123456, '123,000'", "1e-6, '0.00000100'", "9.994e14, '999,000,000,000,000'", "1e15, '1e15'", "-1e15, '-1e15'"})
  void theEdgesOfTheFormsAreKept(double value, String text) {
    assertEquals(text, Numbers.three(value));
  }

  @Test
  void aTriangleThatDoesNotBeginAtZeroKeepsItsEnds() {
    Range range = new Range(1, 2, 4);
    assertEquals(1, range.quantile(0), 1e-12);
    assertEquals(2, range.quantile(1.0 / 3), 1e-12);
    assertEquals(4, range.quantile(1), 1e-12);
    assertEquals(1 + Math.sqrt(0.1 * 3), range.quantile(0.1), 1e-12);
    assertEquals(4 - Math.sqrt(0.1 * 3 * 2), range.quantile(0.9), 1e-12);
    assertEquals(new Range(10, 20, 40), range.times(10));
    assertEquals("a factor from 0.0", assertThrows(IllegalArgumentException.class, () -> new Range(0, 1, 2).logarithms()).getMessage());
  }
}
