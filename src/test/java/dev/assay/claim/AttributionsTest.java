package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
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
          Reuters reported that output rose.                            | Reuters
          "증설은 없다"고 SK하이닉스는 밝혔다.                                | SK하이닉스
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
          Management said margins hold. |
          Executives told analysts so, and Customers said no. |
          Insiders said that it slips. Suppliers confirmed that it does. |
          """)
  void unitsAndCrowdsAreNobody(String sentence) {
    assertEquals(List.of(), Attributions.in(sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Demand doubles, says the IEA.                                  | the IEA
          "We are sold out," said CEO Jensen Huang on Tuesday.           | CEO Jensen Huang
          It opens in May, reports the Nikkei.                           | the Nikkei
          Volumes rose, wrote U.S. Steel in a filing.                    | U.S. Steel
          Revenue of $4.3bn (Source: Company data, Bloomberg)            | Company data;Bloomberg
          가격이 올랐다. 출처: 금융감독원                                       | 금융감독원
          매출 74조원 (자료: 삼성전자 및 FnGuide)                              | 삼성전자;FnGuide
          Rents fell (Source: The Information, 3 May 2026).              | The Information
          Rents fell (Source: 10-K of 2026).                             | 10-K of 2026
          An open-source: model is cheap.                                |
          The price fell, said nobody.                                   |
          """)
  void namesMayStandBehind(String sentence, String names) {
    assertEquals(names == null ? List.of() : Arrays.asList(names.split(";")), Attributions.behind(sentence));
  }
}
