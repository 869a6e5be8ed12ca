package dev.assay.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void fields_with_commas_quotes_or_line_ends_are_quoted() {
    Csv csv = Csv.of(List.of("a", "b,c")).row(List.of("x\"y", "1\n2")).row(List.of(" ", "3\r4")).row(List.of("", "-5"));
    assertEquals("a,\"b,c\"\n\"x\"\"y\",\"1\n2\"\n ,\"3\r4\"\n,-5\n", csv.text());
  }

  @Test
  void what_a_spreadsheet_would_compute_is_a_text_and_numbers_stay_numbers() {
    for (String formula : List.of("=1+1", " =A1", "\t=A1", "=cmd|'/C calc'!A0", "+SUM(A1)", "-2+cmd|' /C calc'!A0", "@SUM(A1:A9)", "\uff1dA1", "+'file:///x'#$a.A1")) {
      assertEquals("a\n" + ("'" + formula) + "\n", Csv.of(List.of("a")).row(List.of(formula)).text());
    }
    for (String plain : List.of("-3", "+5 %", "-1.5e-3", "-", "+", "@", "@key", "-5 GB/s", "a=b", "1=1")) {
      assertEquals("a\n" + plain + "\n", Csv.of(List.of("a")).row(List.of(plain)).text());
    }
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
