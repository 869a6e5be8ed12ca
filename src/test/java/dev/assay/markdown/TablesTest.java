package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// Tables that people read: captions, units, best values, ranges, decimal points.
class TablesTest {
  private static final String ROWS = "| Part | Price {unit=\"USD/h\" best=min} | Memory {unit=GB best=max} |\n| --- | --- | --- |\n| A | 2.5 | 80 |\n| B | 1.95 (1.8–2.1) | 141 |\n| C | 3 | 141 |\n";

  private static String html(String text) {
    return Read.text(text).body().pieces().stream().map(piece -> piece instanceof Piece.Html(String html) ? html : "").collect(Collectors.joining());
  }

  private static Document page(String text) {
    return Jsoup.parse(html(text));
  }

  private static List<String> problems(String text) {
    return Read.text(text).problems().stream().map(problem -> problem.message()).toList();
  }

  @Test
  void aParagraphBesideATableIsItsCaption() {
    for (String text : List.of("Table: What parts *cost*\n\n" + ROWS, "Table: What parts *cost*\n" + ROWS, ROWS + "\nTable: What parts *cost*\n", ROWS + "Table: What parts *cost*\n", "표: What parts *cost*\n\n" + ROWS)) {
      Document page = page(text);
      assertEquals("What parts cost", page.select("table > caption").text(), text);
      assertEquals(1, page.select("caption em").size(), text);
      assertTrue(page.select("p").isEmpty(), text);
      assertEquals(3, page.select("tbody tr").size(), text);
    }
  }

  @Test
  void aCaptionMayNameItsTableAndANumberStays() {
    Document page = page("Table 2: Costs {#costs}\n\n" + ROWS + "\nSee [there](#costs).");
    assertEquals("Table 2: Costs", page.select("div#costs caption").text());
    assertTrue(Read.text("Table: Costs {#costs}\n\n" + ROWS).anchors().contains("costs"));
  }

  @Test
  void eachTableTakesTheCaptionOnItsSide() {
    assertEquals(List.of("One", "Two"), page("Table: One\n\n" + ROWS + "\nTable: Two\n\n" + ROWS).select("caption").eachText());
    assertEquals(List.of("One", "Two"), page(ROWS + "\nTable: One\n\n" + ROWS + "\nTable: Two\n").select("caption").eachText());
    assertEquals("Table: nothing here", page("Text.\n\nTable: nothing here\n\nMore.").select("p").get(1).text());
    assertTrue(page("Table: nothing here\n\nMore.\n\n" + ROWS).select("caption").isEmpty());
  }

  @Test
  void theHeadSaysTheUnitAndWhichValueIsTheBest() {
    Document page = page(ROWS);
    assertEquals(List.of("Part", "Price USD/h", "Memory GB"), page.select("th").eachText());
    assertEquals(List.of("USD/h", "GB"), page.select("th .unit").eachText());
    assertEquals(List.of("1.95", "141", "141"), page.select("td.best strong").eachText());
    assertEquals(List.of(), problems(ROWS));
    assertEquals(List.of("Part", "Price (USD/h)", "Memory (GB)"), Read.text(ROWS).tables().getFirst().getFirst());
    assertEquals(List.of("−3"), page("| A | B {best=min} |\n|---|---|\n| x | −3 |\n| y | 1,200 |\n").select("td.best strong").eachText());
  }

  @Test
  void aRangeBehindANumberIsSmallAndLeavesThePointsInALine() {
    Document page = page(ROWS);
    assertEquals(List.of("1.8–2.1"), page.select("td .range").eachText());
    assertEquals("0", page.select("tbody tr").get(0).select("td").get(1).attr("data-pad"));
    assertEquals("", page.select("tbody tr").get(1).select("td").get(1).attr("data-pad"));
    assertEquals(".00", page.select("tbody tr").get(2).select("td").get(1).attr("data-pad"));
    assertEquals("1.95 (1.8–2.1)", Read.text(ROWS).tables().getFirst().get(2).get(1));
    assertTrue(page("| A | B |\n|---|---|\n| x | see (1–2) |\n").select(".range").isEmpty());
  }

  @Test
  void whatAHeadCannotMeanIsAWarningAndOtherBracesAreText() {
    assertEquals(List.of("'high' does not say which value of a column is the best"), problems("| A | B {best=high} |\n|---|---|\n| x | 1 |\n| y | 2 |\n"));
    assertEquals(List.of("the head of a column has no 'units'"), problems("| A | B {units=GB best=max} |\n|---|---|\n| x | 1 |\n| y | 2 |\n"));
    assertEquals(List.of("this column has no best value: its cells are not numbers of one unit"), problems("| A | B {best=max} |\n|---|---|\n| x | 1 GB |\n| y | 2 MB |\n"));
    assertEquals("B {x=1}", page("| A | B {x=1} |\n|---|---|\n| x | 1 |\n").select("th").get(1).text());
  }

  @Test
  void rowsThatAreClaimsHaveBestValuesToo() {
    String text = "| Kind | What | Rate {best=max} |\n|---|---|---|\n| [Fact] | a | 3 |\n| [Fact] | b | 4 |\n";
    assertEquals(List.of("4"), page(text).select("td.best strong").eachText());
    assertEquals(2, Read.text(text).claims().size());
    assertFalse(html(text).contains("{best"));
  }

  @Test
  void rawBlocksMayStandInCellsAndNotInSentences() {
    MarkdownResult result = Read.text("| a | b |\n|-|-|\n| one<p>two</p> | <ul><li>x</li><li>y |\n\nIn a <p>sentence.\n");
    String html = Read.shown(result.body().pieces());
    assertTrue(html.contains("<td>one<p>two</p></td>"), html);
    assertTrue(html.contains("<td><ul><li>x</li><li>y</li></ul></td>"), html);
    assertTrue(html.contains("In a &lt;p&gt;sentence."), html);
    assertEquals(1, result.problems().size(), result.problems()::toString);
  }

  @Test
  void whatRawTablesRepeatIsToldOnce() {
    MarkdownResult result = Read.text("<table>\n" + "<tr style=\"x\"><td style='y'><a target=\"_blank\" href=\"https://a.example/\">a</a> <progress value=\"2\" max=\"3\"></progress></td></tr>\n".repeat(40) + "</table>\n");
    assertEquals(
        List.of("the attribute 'style' of <tr> was left out, here and 39 more times", "the attribute 'style' of <td> was left out, here and 39 more times"),
        result.problems().stream().map(problem -> problem.message()).toList());
    assertTrue(Read.shown(result.body().pieces()).contains("<progress value=\"2\" max=\"3\"></progress>"));
  }
}
