package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.claim.CheckpointWords.Column;
import dev.assay.claim.CheckpointWords.Heading;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The words by which checkpoints are known: headings, columns, and days as people write them.
class CheckpointWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Next checkpoints | OUTRIGHT", "3) Checkpoints to watch: | OUTRIGHT", "IV. What to watch next | OUTRIGHT", "b. Signposts | OUTRIGHT", "The key check-points | OUTRIGHT", "다음 체크포인트 | OUTRIGHT", "11. 관전 포인트 — | OUTRIGHT",
        "🔎 Upcoming checkpoints ★ | OUTRIGHT", "今後の注目点 | OUTRIGHT", "接下来的观察点 | OUTRIGHT", "Model checkpoints | LOOSE", "Prices and what to watch | LOOSE", "모델 체크포인트 | LOOSE", "Prices | NOT", "Watch | NOT", "가격 | NOT", "checkpoint's | LOOSE", "'' | NOT", "... | NOT"
      })
  void aHeadingSaysThatCheckpointsFollow(String words, Heading heading) {
    assertEquals(heading, CheckpointWords.heading(words));
  }

  @Test
  void aLongHeadingIsNone() {
    assertEquals(Heading.LOOSE, CheckpointWords.heading("checkpoints " + "x".repeat(88)));
    assertEquals(Heading.NOT, CheckpointWords.heading("checkpoints " + "x".repeat(89)));
  }

  @Test
  void columnsAreKnownByTheirHeadsAndTheFirstThatSaysNothingIsWhatToLookAt() {
    assertEquals(
        Optional.of(Map.of(Column.CHECKPOINT, 0, Column.STRONG, 1, Column.WEAK, 2, Column.DUE, 3, Column.CLAIMS, 4)),
        CheckpointWords.columns(List.of("Checkpoint", "**Strong signal**", "Bear case", "By when?", "Bears on"), Heading.OUTRIGHT));
    assertEquals(Optional.of(Map.of(Column.STRONG, 0, Column.CHECKPOINT, 1)), CheckpointWords.columns(List.of("Strong", "Company", "Notes"), Heading.LOOSE));
    assertEquals(Optional.of(Map.of(Column.CHECKPOINT, 1, Column.WEAK, 0)), CheckpointWords.columns(List.of("약한 신호", "항목", "지표"), Heading.LOOSE));
    assertEquals(Optional.of(Map.of(Column.CHECKPOINT, 0, Column.DUE, 1)), CheckpointWords.columns(List.of("x", "Due"), Heading.OUTRIGHT));
  }

  @Test
  void aTableWithoutSignalsCountsOnlyWhereTheHeadingSaysItOutright() {
    assertEquals(Optional.empty(), CheckpointWords.columns(List.of("Item", "Due"), Heading.LOOSE));
    assertEquals(Optional.empty(), CheckpointWords.columns(List.of("Item", "Strong"), Heading.NOT));
    assertEquals(Optional.empty(), CheckpointWords.columns(List.of("Company", "Exposure"), Heading.OUTRIGHT));
    assertEquals(Optional.empty(), CheckpointWords.columns(List.of("Strong", "Weak"), Heading.OUTRIGHT));
    assertEquals(Optional.empty(), CheckpointWords.columns(List.of("x", "strong " + "x".repeat(93)), Heading.OUTRIGHT));
    assertEquals(Optional.of(Map.of(Column.CHECKPOINT, 0, Column.STRONG, 1)), CheckpointWords.columns(List.of("x", "strong " + "x".repeat(92)), Heading.OUTRIGHT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "2026-11-22 | 2026-11-22", "2026-Q4 | 2026-12-31", "2026-H2 | 2026-12-31", "2027 | 2027-12-31", "Q3 2026 | 2026-09-30", "Q3'26 | 2026-09-30",
        "3Q26 | 2026-09-30", "2H 2026 | 2026-12-31", "H1 2027 | 2027-06-30", "by October | 2026-10-31", "by May | 2027-05-31", "Oct 2026 | 2026-10-31",
        "Oct 15, 2026 | 2026-10-15", "15 October 2026 | 2026-10-15", "October 15 | 2026-10-15", "end of 2026 | 2026-12-31", "mid-2027 | 2027-06-30",
        "year-end | 2026-12-31", "2026년 3분기 | 2026-09-30", "3분기 | 2026-09-30", "하반기 | 2026-12-31", "2026년 10월 15일까지 | 2026-10-15", "10월 말 | 2026-10-31",
        "연말 | 2026-12-31", "Q3–Q4 2026 | 2026-12-31", "2026.10.15 | 2026-10-15", "1분기 | 2027-03-31", "before March 2027 | 2027-03-31"
      })
  void datesAreFoundInWords(String words, String day) {
    assertEquals(day, Due.find(words, Optional.of(LocalDate.of(2026, 6, 1))).map(due -> due.last().toString()).orElse("none"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "after results", "Q2 FY2027", "fiscal 2027", "it may rise", "$2,026", "30 Feb 2026", "2026-13-40", "a march of progress", "13월"})
  void whatHoldsNoDateIsNone(String words) {
    assertEquals(Optional.empty(), Due.find(words, Optional.of(LocalDate.of(2026, 6, 1))));
  }

  @Test
  void aDateWithoutAYearNeedsADayToCountFrom() {
    assertEquals(Optional.empty(), Due.find("by October", Optional.empty()));
  }

  private static String found(String words, String from) {
    return Due.find(words, Optional.of(LocalDate.parse(from))).map(due -> due.last().toString()).orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "by June | 2026-06-30 | 2026-06-30", "by June | 2026-07-01 | 2027-06-30", "October 15 | 2026-10-15 | 2026-10-15", "October 15 | 2026-10-16 | 2027-10-15", "15 October | 2026-10-16 | 2027-10-15", "10월 15일 | 2026-10-16 | 2027-10-15",
        "Q2 | 2026-06-30 | 2026-06-30", "Q2 | 2026-07-01 | 2027-06-30", "4Q | 2026-01-01 | 2026-12-31", "H1 | 2026-06-30 | 2026-06-30", "H1 | 2026-07-01 | 2027-06-30", "2H | 2026-07-01 | 2026-12-31", "상반기 | 2026-07-01 | 2027-06-30", "上半期 | 2026-01-01 | 2026-06-30", "下半年 | 2026-07-01 | 2026-12-31",
        "13월 | 2026-01-01 | none", "0월 | 2026-01-01 | none", "1월 | 2026-01-31 | 2026-01-31", "12월 | 2026-01-31 | 2026-12-31", "Feb 30 | 2026-01-01 | none", "2026년 상반기 | 2026-01-01 | 2026-06-30", "2026년 하반기 | 2026-01-01 | 2026-12-31", "2026년 초 | 2026-01-01 | 2026-03-31", "early 2027 | 2026-01-01 | 2027-03-31",
        "2026년 | 2026-01-01 | 2026-12-31", "2026년 7월 | 2026-01-01 | 2026-07-31", "2026 Q2 | 2026-01-01 | 2026-06-30", "2026-H1 or later | 2026-01-01 | 2026-06-30", "H2'27 | 2026-01-01 | 2027-12-31", "1H2027 | 2026-01-01 | 2027-06-30", "2026-07 at most | 2026-01-01 | 2026-07-31", "Sept. '26 | 2026-01-01 | 2026-09-30", "December 1st, 2026 | 2026-01-01 | 2026-12-01",
        "Jan 2026 to Mar 2026 | 2026-01-01 | 2026-03-31", "Mar 2026 or Jan 2026 | 2026-01-01 | 2026-03-31", "end of the year | 2026-05-01 | 2026-12-31", "29 February | 2026-03-01 | 2027-02-28", "29 February | 2026-01-01 | 2026-02-28"
      })
  void aDayWithoutAYearIsTheNextAndOfSeveralTheLastCounts(String words, String from, String day) {
    assertEquals(day, found(words, from));
  }

  @Test
  void longWordsHoldNoDay() {
    assertEquals("2027-12-31", found("2027 " + "x".repeat(195), "2026-01-01"));
    assertEquals("none", found("2027 " + "x".repeat(196), "2026-01-01"));
  }
}
