package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who a sentence names as its source.
class AttributionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Per Reuters, the plant opens in May.                          | Reuters
          According to Google's documentation, a pod has 8,960 chips.   | Google
          According to Reuters' sources, it slips.                      | Reuters
          According to Moody's, ratings hold.                           | Moody's
          According to the IEA, demand doubles.                         | the IEA
          As reported by Bloomberg, output rose.                        | Bloomberg
          트렌드포스에 따르면 가격이 올랐다.                                  | 트렌드포스
          """)
  void namesWhoSaidIt(String sentence, String name) {
    assertEquals(List.of(name), Attributions.in(sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Cost per GPU, all in, fell. |
          It costs 3 dollars per MWh. |
          """)
  void aUnitIsNobody(String sentence) {
    assertEquals(List.of(), Attributions.in(sentence));
  }
}
