package dev.assay.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void fields_with_commas_quotes_or_line_ends_are_quoted() {
    Csv csv = Csv.of(List.of("a", "b,c")).row(List.of("x\"y", "1\n2")).row(List.of(" ", "3\r4")).row(List.of("", "-5"));
    assertEquals("a,\"b,c\"\n\"x\"\"y\",\"1\n2\"\n ,\"3\r4\"\n,-5\n", csv.text());
  }

  @Test
  void spreadsheets_that_part_at_semicolons_or_tabs_find_quotes() {
    assertEquals("a\n\"a;=1+cmd|' /C calc'!A0;b\"\n", Csv.of(List.of("a")).row(List.of("a;=1+cmd|' /C calc'!A0;b")).text());
    assertEquals("a\n\"a\t=1\"\n", Csv.of(List.of("a")).row(List.of("a\t=1")).text());
    assertEquals("a\n\"'\t=A1\"\n", Csv.of(List.of("a")).row(List.of("\t=A1")).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", " =A1", "\u00a0=A1", "\ufeff=A1", "\u0001=A1", "=cmd|'/C calc'!A0", "=", "+SUM(A1)", "-SUM(1)", "-2+cmd|' /C calc'!A0", "@SUM(A1:A9)", "@SUM(1)", "\uff1dA1", "\uff0b\uff21\uff11",
        "+'file:///x'#$a.A1", "+A1*B2", "-2+3+B1", "+A1", "-A1", "-$A$1", " -A1", "- A1", "- (A1)", "- 5 + B1", "- SUM(1)", "-2 + B1", "-2*3", "-2/B1", "-2^2", "-2&A1", "-2=B1", "-2<3", "-1:2",
        "-5-3", "-5%-A1", "-2E-B1", "-2E+B1", "-5/s", "-5 GB/s-A1", "-5 GB/A1", "-0.4 (1+B1)", "-5 LOG10(3)", "--1", "+-A1", "-(1)", "-name", "@A1", "@alice+A1", "@x|'y'!A1", "@alice!A1", "@1",
        "@HYPERLINK (\"https://example.org\")", "@@SUM(1)", "+R1C1", "-3 'x'!A1", "-2-\"a\""
      })
  void what_a_spreadsheet_would_compute_is_a_text(String formula) {
    String written = formula.contains("\"") ? "\"'" + formula.replace("\"", "\"\"") + "\"" : "'" + formula;
    assertEquals("a\n" + written + "\n", Csv.of(List.of("a")).row(List.of(formula)).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-3", "+5 %", "-1.5e-3", "-", "+", "@", "@key", "-5 GB/s", "a=b", "1=1", "-0.42 (0.11)", "-5% (est.)", "- (none)", "@alice's note (2024)", "-0.42(3)", "-.5", "-$5", "-\u20ac5M", "-1'000",
        "-5\u20133", "-5 to -3", "-5GB", "-5 points in 2024", "-5 (A100)", "-3 year-over-year", "- text", "- see A1", "\u2013 text", "+12 \u00b1 3", "-5 points: a fall", "@alice: a note",
        "-40 \u00b0C", "-5 (half)", "+1.2x", "-3 N/m\u00b2", " ", "'", "-5 \ud55c\uad6d\uc5b4", "-5!", "SUM(1)", "a+A1"
      })
  void numbers_names_and_words_behind_a_sign_stay_as_they_are(String plain) {
    assertEquals("a\n" + plain + "\n", Csv.of(List.of("a")).row(List.of(plain)).text());
  }

  @Test
  void an_interval_stays_as_it_is() {
    assertEquals("a\n\"-0.42 [-0.60, -0.24]\"\n", Csv.of(List.of("a")).row(List.of("-0.42 [-0.60, -0.24]")).text());
  }

  @Test
  void an_empty_row_of_one_column_is_still_a_row() {
    assertEquals("a\n\"\"\n", Csv.of(List.of("a")).row(List.of("")).text());
  }

  @Test
  void a_row_has_as_many_fields_as_there_are_columns() {
    Csv csv = Csv.of(List.of("a", "b"));
    assertThrows(IllegalArgumentException.class, () -> csv.row(List.of("x")));
  }
}
