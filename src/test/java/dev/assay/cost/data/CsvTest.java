package dev.assay.cost.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class CsvTest {
  private static List<List<String>> cells(String text) {
    Csv csv = Csv.read("x.csv", text);
    assertEquals(List.of(), csv.problems());
    return csv.rows().stream()
        .map(row -> csv.columns().stream().map(column -> row.get(column.text()).text()).toList())
        .toList();
  }

  @Test
  void quotesCommasAndLineEndsAreReadAsTheStandardSays() {
    assertEquals(
        List.of(List.of("1", "a, \"b\"\nc"), List.of("2", "")), cells("id,text\r\n1,\"a, \"\"b\"\"\nc\"\r\n2,\r\n"));
  }

  @Test
  void emptyLinesAndAByteOrderMarkAreNoRows() {
    assertEquals(List.of(List.of("1")), cells("\ufeffid\n\n1\n\n"));
    assertEquals(List.of(), cells(""));
    assertEquals(List.of(), cells("id"));
  }

  @Test
  void aCellKnowsItsPlace() {
    Csv csv = Csv.read("x.csv", "id,name\n1,\"two\nlines\"\n2,한국어,\n");
    assertEquals("x.csv:2:3", csv.rows().getFirst().get("name").place().toString());
    assertEquals("x.csv:4:1: a row of 3 cells in a table of 2 columns",
        csv.problems().getFirst().place() + ": " + csv.problems().getFirst().message());
    assertEquals("2,한국어,", csv.problems().getFirst().excerpt());
  }

  @Test
  void faultsAreProblemsWithPlaces() {
    Csv open = Csv.read("x.csv", "id\n\"1\n");
    assertEquals("a quote that is not closed", open.problems().getFirst().message());
    assertEquals(2, open.problems().getFirst().place().line());
    Csv junk = Csv.read("x.csv", "id\n\"1\"x\n");
    assertEquals("text after a closing quote", junk.problems().getFirst().message());
  }

  @Test
  void hostileTextsAreReadInTime() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (String unit : List.of("\"", ",", "\n", "\"\"", "\",", "a\"")) {
            assertTrue(Csv.read("x.csv", unit.repeat(200_000)).rows().size() >= 0);
          }
        });
  }
}
