package dev.assay.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.core.Samples;
import org.junit.jupiter.api.Test;

class SampledRangeTest {
  @Test
  void noInputIsPushedTowardsOneEndOfItsRange() {
    for (int dimension = 0; dimension < 60; dimension++) {
      double sum = 0;
      int belowATenth = 0;
      for (int point = 0; point < Samples.COUNT; point++) {
        double at = Samples.at(point, dimension);
        assertTrue(at > 0 && at < 1, "point " + point + " of dimension " + dimension + " is " + at);
        sum += at;
        belowATenth += at < 0.1 ? 1 : 0;
      }
      assertEquals(0.5, sum / Samples.COUNT, 0.02, "the middle of dimension " + dimension);
      assertEquals(0.1, (double) belowATenth / Samples.COUNT, 0.03, "the lowest tenth of dimension " + dimension);
    }
  }
}
