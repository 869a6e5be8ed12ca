package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.note.ClaimDraft;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          삼성전자 반도체 사업부 관계 자료에 따르면 그렇다.        | 반도체 사업부 관계
          지난해 한국은행에 따르면 그렇다.                     | 한국은행
          보고서는 한국은행에 따르면 그렇다.                    | 한국은행
          가격이 올랐다. 이번 달 한국 은행에 따르면 그렇다.          | 한국 은행
          한은에 의하면 그렇다.                             | 한은
          금융감독원은 증설이 없다고 밝혔다.                    | 금융감독원
          산업부에서 발표한 자료다.                           | 산업부
          삼성전자가 밝힌 계획이다.                           | 삼성전자
          "없다"고 삼성전자가 공시했습니다.                     | 삼성전자
          (로이터에 따르면) 그렇다.                          | 로이터
          그에 따르면 그렇다.                               |
          관계자에 따르면 그렇다.                             |
          A에 따르면 그렇다.                               |
          According to Servers, it is so.              | Servers
          Per Servers, it is so.                       |
          Per Our model, it is so.                     |
          According to The Information, it is so.      | The Information
          Per Reuters: it is so.                       | Reuters
          It fell. Per Reuters, so. Per Bloomberg, too. | Reuters;Bloomberg
          Reuters said so, and Reuters says more.      | Reuters
          As stated by Intel on Monday, it is.         | Intel
          Estimated by Gartner (2026).                 | Gartner
          """)
  void aNameIsTheWordsOfOneAndNoTimeOrParticle(String sentence, String names) {
    assertEquals(names == null ? List.of() : Arrays.asList(names.split(";")), Attributions.in(sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It fell (source： Bloomberg). | Bloomberg", "It fell. 자료: 한국은행, 10-K 및 DART | 한국은행;DART", "It fell: Bloomberg is the source |", "Sources: A, B; C | A;B", "It is 3:1, says the IEA. Source: Nikkei | the IEA;Nikkei", "출처: 2026년 보고서 | 2026년 보고서"
      })
  void labelsMayNameSeveral(String sentence, String names) {
    assertEquals(names == null ? List.of() : Arrays.asList(names.split(";")), Attributions.behind(sentence));
  }

  @Test
  void theNamesOfASentenceAreThoseInsideAndThoseBehind() {
    assertEquals(new ClaimDraft.Names(List.of("Reuters"), List.of("Nikkei")), Attributions.names("Per Reuters, it fell (Source: Nikkei)."));
    assertEquals(new ClaimDraft.Names(List.of(), List.of("Nikkei")), Attributions.names("It fell (Source: Nikkei)."));
    assertEquals(new ClaimDraft.Names(List.of("Reuters"), List.of()), Attributions.names("Per Reuters, it fell."));
    assertEquals(ClaimDraft.Names.NONE, Attributions.names("It fell."));
  }
}
