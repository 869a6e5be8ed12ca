package dev.assay.cost.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.unit.Quantity.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  private static Quantity read(String text) {
    return assertInstanceOf(Reading.Read.class, Quantity.read(text), text).quantity();
  }

  private static Reading.Refused refused(String text) {
    return assertInstanceOf(Reading.Refused.class, Quantity.read(text), text);
  }

  @ParameterizedTest
  @CsvSource({
    "3.35 TB/s,          3.35e12",
    "80 GB,              8e10",
    "80 GiB,             85899345920",
    "0.085 USD/kWh,      2.361111111111111e-8",
    "700 W,              700",
    "1.2kW,              1200",
    "989 TFLOPS,         9.89e14",
    "989 TFLOP/s,        9.89e14",
    "13.5 PFLOPS,        1.35e16",
    "2 USD/accelerator-hour, 5.555555555555556e-4",
    "2 USD per GPU-hour, 5.555555555555556e-4",
    "$2/GPU-hour,        5.555555555555556e-4",
    "60 %,               0.6",
    "60%,                0.6",
    "5 years,            157788000",
    "12 ms,              0.012",
    "12 us,              1.2e-5",
    "608e9 tokens,       6.08e11",
    "608 billion tokens, 6.08e11",
    "0.112 USD per million tokens, 1.12e-7",
    ".5,                 0.5",
    "-1,                 -1",
    "30 MWh,             1.08e11"
  })
  void aWrittenQuantityIsReadInBaseUnits(String text, double base) {
    assertEquals(base, read(text).base().typical(), Math.abs(base) * 1e-12);
  }

  @Test
  void theLargestNumberIsReadAndTheNextOneRefused() {
    assertEquals(1e120, read("1e120 W").range().typical());
    assertEquals(-1e120, read("-1e120 W").range().typical());
    assertEquals("'1.000001e120 W' is larger than any number that can be reckoned with", refused("1.000001e120 W").message());
  }

  @Test
  void nothingBelowZeroIsZero() {
    assertEquals(0.0, read("-0 W").range().typical());
  }

  @Test
  void aMessageQuotesEightyCharactersAndNoMore() {
    assertEquals("'" + "한".repeat(80) + "' is not a number with a unit", refused("한".repeat(80)).message());
    assertEquals("'" + "😀".repeat(80) + "…' is not a number with a unit", refused("😀".repeat(81)).message());
  }

  @Test
  void digitsMayStandInGroupsOfThree() {
    assertEquals(1_024_000, read("1,024,000 tokens").range().typical());
    assertEquals(1_024_000, read("1_024_000 tokens").range().typical());
    refused("1,24 tokens");
  }

  @Test
  void twoEndsAreARangeAndThreeNameTheTypicalValue() {
    assertEquals(new Range(0.25, 0.5, 0.75), read("0.25..0.75").range());
    assertEquals(new Range(0.06, 0.085, 0.15), read("0.06..0.085..0.15 USD/kWh").range());
    assertEquals(new Range(1, 1.5, 2), read("1 .. 2").range());
    assertFalse(read("0.25..0.75").range().isExact());
    assertTrue(read("4").range().isExact());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "fast", "..", "1..", "1..2..3..4", "0.7..0.4", "1e999", "--1", "1 2", "∞", "NaN", "0x10", "1e121", "-1e300 billion USD", "-1e308..1e308 W", "1 billion billion billion billion billion billion billion billion USD"})
  void whatIsNoQuantityIsRefusedWithoutAnException(String text) {
    assertFalse(refused(text).message().isEmpty());
  }

  @Test
  void aUnitOfAThousandWordsIsNone() {
    assertTrue(refused("1 " + "million ".repeat(20_000) + "USD").message().length() < 200);
    assertEquals("0 %", read("-0 %").toString());
  }

  @Test
  void aMisspeltUnitIsNamedAndTheRightOneIsOffered() {
    assertEquals("did you mean 'GB'?", refused("80 gb").hint());
    assertEquals("did you mean 'kWh'?", refused("30 KWH").hint());
    assertEquals("'TBs' is not a unit that Assay knows", refused("3 TBs").message());
    assertEquals("did you mean 'TB/s'?", refused("3 TBs").hint());
  }

  @Test
  void aVeryLongNumberDoesNotHang() {
    assertEquals(1, read("1." + "0".repeat(100_000)).range().typical());
    refused("9".repeat(100_000));
    refused("1".repeat(10) + "/".repeat(50_000));
  }

  @Test
  void aQuantityPrintsAsItMayBeWritten() {
    for (String text : new String[] {"3.35 TB/s", "0.4..0.55..0.7", "0.06..0.085..0.15 USD/kWh", "1024 tokens"}) {
      assertEquals(text, read(text).toString());
    }
  }

  @Test
  void unitsOfOneDimensionMeasureTheSameThing() {
    assertTrue(Unit.of("GB/s").measures(Unit.of("TB/h").dimension()));
    assertTrue(Unit.of("W").measures(Unit.of("J/s").dimension()));
    assertFalse(Unit.of("USD/kWh").measures(Unit.of("USD/kW").dimension()));
    assertFalse(Unit.of("GB").measures(Unit.of("GFLOP").dimension()));
    assertTrue(Unit.parse("month").isPresent());
    assertEquals(Dimension.TIME, Unit.of("month").dimension());
    assertTrue(Unit.parse("mmonth").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"'  $2/GPU-hour', 2", "1e+3 W, 1000", "1E-3 W, 0.001", "2e3 W, 2000", "5 .. 5 W, 5", "1234567 W, 1234567"})
  void spacesSignsAndEqualEndsAreRead(String text, double typical) {
    assertEquals(typical, read(text).range().typical());
  }

  @Test
  void anExponentWithoutDigitsIsAUnitThatNobodyKnows() {
    assertEquals("'e' is not a unit that Assay knows", refused("1e").message());
    assertEquals("'e-' is not a unit that Assay knows", refused("1e-").message());
    assertEquals("'e+W' is not a unit that Assay knows", refused("1e+W").message());
    assertEquals("',24 tokens' is not a unit that Assay knows", refused("1000,24 tokens").message());
    assertEquals("',0245 W' is not a unit that Assay knows", refused("1,0245 W").message());
  }

  @Test
  void dimensionsMultiplyAndDivideInEachQuantity() {
    List<Dimension> all =
        List.of(Dimension.BYTES, Dimension.FLOP, Dimension.TIME, Dimension.ENERGY, Dimension.MONEY, Dimension.TOKENS, Dimension.ACCELERATORS);
    for (Dimension each : all) {
      assertEquals(Dimension.NONE, each.per(each));
      assertEquals(each, each.times(each).per(each));
      assertFalse(each.times(each).equals(Dimension.NONE));
      assertEquals(Dimension.NONE, Dimension.NONE.per(each.times(each)).times(each).times(each));
    }
    assertEquals(new Dimension(2, 0, 0, 0, 0, 0, 0), Dimension.BYTES.times(Dimension.BYTES));
    assertEquals(new Dimension(0, 0, -2, 0, 0, 0, 0), Dimension.NONE.per(Dimension.TIME.times(Dimension.TIME)));
  }

  @Test
  void aUnitTurnsItsNumbersIntoBaseUnitsAndBack() {
    Unit kilowatt = Unit.of("kW");
    assertEquals(2000, kilowatt.toBase(2));
    assertEquals(2, kilowatt.fromBase(2000));
    assertTrue(kilowatt.measures(Dimension.POWER));
    assertFalse(kilowatt.measures(Dimension.ENERGY));
    assertEquals("unit 'onth'", assertThrows(IllegalArgumentException.class, () -> Unit.of("onth")).getMessage());
    for (double scale : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new Unit("x", Dimension.NONE, scale));
    }
  }
}
