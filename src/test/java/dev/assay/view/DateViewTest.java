package dev.assay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.note.Language;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How days and longer times are spelled.
class DateViewTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | 2026-11-22 | 2026-11-22 | 22 November 2026
          ko | 2026-11-22 | 2026-11-22 | 2026년 11월 22일
          en | 2026-12    | 2026-12-31 | December 2026
          ko | 2026-12    | 2026-12-31 | 2026년 12월
          ja | 2026-12    | 2026-12-31 | 2026年12月
          en | 2026-Q4    | 2026-12-31 | Q4 2026
          en | 2026-q1    | 2026-03-31 | Q1 2026
          ko | 2026-Q4    | 2026-12-31 | 2026년 4분기
          zh | 2026-Q4    | 2026-12-31 | 2026年第4季度
          en | 2026-H1    | 2026-06-30 | H1 2026
          ko | 2026-H2    | 2026-12-31 | 2026년 하반기
          en | 2026       | 2026-12-31 | 2026
          ko | 2026       | 2026-12-31 | 2026년
          de | 2026-12    | 2026-12-31 | 2026-12
          en | by October | 2026-10-31 | by October
          ko | 10월 말     | 2026-10-31 | 10월 말
          """)
  void spellsATimeInTheLanguageOfThePage(String language, String written, LocalDate last, String text) {
    assertEquals(new DateView(last.toString(), text), DateView.period(written, last, new Language(language)));
  }
}
