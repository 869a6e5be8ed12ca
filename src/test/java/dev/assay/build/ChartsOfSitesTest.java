package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.HtmlValidity;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Charts and data in notes, from a folder to its pages and feeds.
class ChartsOfSitesTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/lab/
      -- content/data/rents.csv --
      part,usd,low,high,day,seller,kind
      h100,2.95,1.99,5.00,2026-05-20,"A, Inc.",fact
      h200,3.4,2.5,5.9,2026-05,B,inference
      b200,12345,,,2026-06-01,,speculation
      x,,,,,,
      -- content/data/parts.yaml --
      - {name: one, capital: 3, power: 1}
      - {name: two, capital: 2, power: 2}
      -- content/data/named.json --
      {"h100": {"tb_s": 3.35}, "h200": {"tb_s": 4.8}}
      """;

  private static final String SCENARIOS =
      """
      ---
      title: Note
      date: 2026-05-01
      scenarios:
        base: {hardware: h100-sxm, model: llama-3.1-8b, input_tokens: 500, output_tokens: 500, rental_price: 1.5..2..3 USD/accelerator-hour}
        other: {extends: base, hardware: h200}
        own: {extends: base, money: own, price: 28000 USD}
      ---
      """;

  @TempDir private Path root;

  private Tree sound(String note) {
    Tree site = Sites.built(root, SITE + "-- content/post/n.md --\n" + note);
    assertEquals(List.of(), HtmlValidity.errors(site));
    return site;
  }

  private String problems(String body) {
    SiteText.of(SITE + "-- content/post/n.md --\n" + SCENARIOS + body).into(root);
    return Sites.problems(Sites.build(root));
  }

  private static Document page(Tree site) {
    return Jsoup.parse(site.text("post/n/index.html"));
  }

  @Test
  void aChartIsADrawingWithATitleADescriptionAndItsFiguresAsATable() {
    Tree site =
        sound(
            SCENARIOS
                + """
                ```{cost-chart}
                caption: What a token costs
                scenarios: [base, other]
                baseline: base
                ```
                """);
    Element figure = page(site).selectFirst("figure.chart");
    assertEquals("What a token costs", figure.selectFirst("figcaption").text());
    assertEquals(2, figure.select("> svg[role=img]").size());
    for (Element svg : figure.select("> svg")) {
      assertEquals("What a token costs", svg.selectFirst("> title").text());
      assertTrue(svg.selectFirst("> desc").text().contains("base"), svg.selectFirst("> desc").text());
      assertEquals(svg.selectFirst("> title").id() + " " + svg.selectFirst("> desc").id(), svg.attr("aria-labelledby"));
      assertTrue(svg.select("[style], [onclick], script, style").isEmpty());
    }
    List<String> rows = figure.select("details").first().select("tbody tr > th").eachText();
    assertEquals(2, rows.size());
    assertTrue(rows.getFirst().startsWith("base"), rows.toString());
    assertTrue(page(site).select("figure.chart script").isEmpty(), "charts need none");
  }

  @Test
  void aFeedShowsAChartAsAPictureWithItsFigures() {
    Tree site = sound(SCENARIOS + "```{cost-chart}\ncaption: Costs\n```\n");
    Document feed = Jsoup.parse(site.text("feed.xml"), Parser.xmlParser());
    Document content = Jsoup.parseBodyFragment(feed.selectFirst("item > content|encoded").text());
    Element picture = content.selectFirst("img");
    assertEquals("https://small.example/lab/post/n/figure-1.svg", picture.attr("src"));
    assertTrue(picture.attr("alt").startsWith("Costs"), picture.attr("alt"));
    assertFalse(content.select("table").isEmpty());
    Document svg = Jsoup.parse(site.text("post/n/figure-1.svg"), Parser.xmlParser());
    assertEquals("http://www.w3.org/2000/svg", svg.selectFirst("svg").attr("xmlns"));
    assertTrue(svg.selectFirst("style").wholeText().contains("prefers-color-scheme: dark"));
  }

  @Test
  void everyTypeOfChartIsDrawn() {
    StringBuilder note = new StringBuilder(SCENARIOS);
    for (String type : List.of("bars", "layers", "step", "frontier", "implied", "margin")) {
      note.append("```{cost-chart}\ntype: ").append(type).append("\ncaption: ").append(type).append("\n```\n\n");
    }
    note.append("```{cost-levers}\nscenario: own\n```\n\n```{cost-levers}\nscenario: own\nby: layer\n```\n\n");
    note.append("```{cost-breakeven}\nscenario: own\nagainst: base\nlever: utilisation\nfrom: 0.1\nto: 1\n```\n\n");
    note.append("```{cost-breakeven}\nscenario: base\nagainst: 0.10 USD\nlever: rental_price\nfrom: 0.5 USD/accelerator-hour\nto: 6 USD/accelerator-hour\n```\n\n");
    note.append("```{cost-chart}\ntype: implied\nscenario: base\nfile: rents.csv\ndate: day\nprice: usd\nseries: part\n```\n\n");
    for (String type : List.of("bars", "line", "steps", "scatter")) {
      note.append("```{data-chart}\nfile: rents.csv\ntype: ").append(type).append(type.equals("bars") ? "\nx: part" : "\nx: day").append("\ny: usd\nlow: low\nhigh: high\nlog: y\n```\n\n");
    }
    note.append("```{data-chart}\nfile: parts.yaml\ntype: stacked\nx: name\ny: [capital, power]\n```\n\n");
    Tree site = sound(note.toString());
    Document page = page(site);
    assertEquals(16, page.select("figure.chart").size());
    assertTrue(page.text().contains("share of the list price left over the modelled cost"), "the margin unfolds");
    assertTrue(page.text().contains("list price, blended"));
    page.select("figure.chart > svg").forEach(svg -> assertFalse(svg.select("path").isEmpty(), svg.selectFirst("title").text()));
    Set<String> ids = new TreeSet<>();
    page.select("[id]").forEach(e -> assertTrue(ids.add(e.id()), e.id()));
    for (int i = 1; i <= 16; i++) {
      Document svg = Jsoup.parse(site.text("post/n/figure-" + i + ".svg"), Parser.xmlParser());
      assertFalse(svg.select("svg > path").isEmpty(), "figure " + i);
    }
  }

  @Test
  void aTableShowsColumnsOfADataFile() {
    Tree site =
        sound(
            """
            ---
            title: Note
            date: 2026-05-01
            ---
            ```{data-table}
            file: rents.csv
            columns: [part, usd, seller]
            labels: {usd: Rent}
            units: {usd: USD/h}
            sort: -usd
            limit: 3
            kind: kind
            caption: Rents
            source: https://s.example/rents?a=1,2
            ```

            {data}`rents.csv#b200.usd` and {data}`named.json#h200.tb_s`, and {data}`rents.csv#h100.seller`.
            """);
    Element table = page(site).selectFirst("figure table");
    assertEquals(List.of("part", "Rent USD/h", "seller"), table.select("thead th").eachText());
    assertEquals(List.of("b200", "h200", "h100"), table.select("tbody th").eachText());
    assertEquals(List.of("12,345.00", "unknown", "3.40", "B", "2.95", "A, Inc."), table.select("td").eachText());
    assertEquals(List.of("Speculation", "Inference", "Fact"), table.select("td svg").eachAttr("aria-label"));
    assertTrue(page(site).text().contains("12345 and 4.8, and A, Inc.") || page(site).text().contains("12,345 and 4.8, and A, Inc."), page(site).text());
    assertEquals("part,usd,seller\nb200,12345,\nh200,3.4,B\nh100,2.95,\"A, Inc.\"\n", site.text("post/n/figure-1.csv"));
    assertTrue(page(site).select("figure a").eachAttr("href").contains("/lab/post/n/figure-1.csv"));
    assertTrue(site.files().keySet().stream().noneMatch(path -> path.startsWith("data/")));
  }

  @Test
  void mistakesAreNamedWhereTheNoteMakesThem() {
    String said =
        problems(
            """
            ```{data-table}
            file: rentz.csv
            ```

            ```{data-table}
            file: rents.csv
            columns: [part, usdd]
            colums: [part]
            where: {part: h10}
            formats: {usd: percnt}
            ```

            {data}`rents.csv#h10.usd` {data}`rents.csv#h100.used` {data}`rents.csv#x.usd` {data}`rents.csv` {data}`rent.csv#a.b`
            """);
    for (String part :
        List.of(
            "content/post/n.md:10:7: error[unknown-data]: there is no data file 'rentz.csv'", "did you mean 'rents.csv'?",
            "content/post/n.md:15:17: error[unknown-data]: 'content/data/rents.csv' has no column 'usdd'", "did you mean 'usd'?",
            "error[unknown-key]: the key 'colums' is not known", "did you mean 'columns'?", "no row has 'h10' in the column 'part'",
            "did you mean 'h100'?", "'percnt' is no format of a number", "did you mean 'percent'?",
            "content/post/n.md:21:18: error[unknown-data]: 'content/data/rents.csv' has no row 'h10'", "has no column 'used'",
            "'x' has nothing in the column 'usd'", "'rents.csv' names no datum", "there is no data file 'rent.csv'")) {
      assertTrue(said.contains(part), part + "\n in \n" + said);
    }
  }

  @Test
  void unknownDirectivesAndOptionsOfCostsAreNamedWithTheNearest() {
    String said =
        problems(
            """
            ```{cost-lever}
            ```

            ```{cost-levers}
            scenario: bse
            by: layers
            figure: tpot
            ```

            ```{cost-chart}
            type: bar
            scenarios: [base, oter]
            ```

            ```{cost-breakeven}
            scenario: base
            against: 3 GB
            lever: utilization
            from: 0.1
            ```

            ```{cost-breakeven}
            scenario: base
            against: other
            lever: utilisation
            from: 0.5
            to: 1.4
            ```
            """);
    for (String part :
        List.of(
            "no directive is called 'cost-lever'", "did you mean 'cost-levers'?", "there is no scenario 'bse'", "did you mean 'base'?",
            "did you mean 'layer'?", "the model computes no 'tpot'", "did you mean 'bars'?", "there is no scenario 'oter'", "did you mean 'other'?",
            "'against' is in 'GB', which does not measure it", "there is no lever 'utilization'", "did you mean 'utilisation'?",
            "'to' is missing", "'utilisation' of 1.4 makes no sense")) {
      assertTrue(said.contains(part), part + "\n in \n" + said);
    }
  }

  @Test
  void mistakesInADataFileAreNamedThere() throws IOException {
    SiteText.of(SITE + "-- content/post/n.md --\n" + SCENARIOS + "```{data-chart}\nfile: bad.csv\nx: a\ny: b\n```\n").into(root);
    Files.writeString(root.resolve("content/data/bad.csv"), "a,b\none,1\ntwo,about 2\nthree,3,3\n");
    String said = Sites.problems(Sites.build(root));
    assertTrue(said.contains("content/data/bad.csv:3:5: error[data-number]: 'about 2' in the column 'b' is not a number"), said);
    assertTrue(said.contains("content/data/bad.csv:4:1: error[data-syntax]: a row of 3 cells in a table of 2 columns"), said);
  }

  @Test
  void aDataFileThatChangesRebuildsTheNotesThatShowItAndNoOthers() throws IOException {
    String plain = "---\ntitle: %s\ndate: 2026-04-01\n---\n";
    String text =
        SITE + "-- content/post/shows.md --\n" + plain.replace("%s", "Shows") + "```{data-table}\nfile: rents.csv\n```\n"
            + "-- content/post/quotes.md --\n" + plain.replace("%s", "Quotes") + "It is {data}`rents.csv#h100.usd`.\n"
            + "-- content/post/other.md --\n" + plain.replace("%s", "Other") + "```{data-table}\nfile: parts.yaml\n```\n";
    Tree before = Sites.built(root, text);
    Files.writeString(root.resolve("content/data/rents.csv"), "part,usd\nh100,2.75\n");
    BuildReport report = Sites.build(root);
    Tree after = Tree.of(root.resolve("site"));
    Set<String> changed = new TreeSet<>();
    after.files().forEach((path, bytes) -> {
      if (!path.startsWith(".") && !java.util.Arrays.equals(bytes, before.files().get(path))) {
        changed.add(path);
      }
    });
    assertTrue(changed.containsAll(Set.of("post/shows/index.html", "post/shows/figure-1.csv", "post/quotes/index.html")), changed.toString());
    assertTrue(changed.stream().noneMatch(path -> path.startsWith("post/other/")), changed.toString());
    assertEquals(changed.size(), report.written(), changed.toString());
    assertTrue(Files.exists(root.resolve("site/post/shows/index.html")));
    SiteBuild.build(Sites.options(root).withClean(true), Progress.NONE);
    assertEquals(after.only(path -> !path.startsWith(".")), Tree.of(root.resolve("site")).only(path -> !path.startsWith(".")));
  }

  @Test
  void aFigureUnfoldsIntoItsFormulaInputsSourcesAndKinds() {
    Tree site = sound(SCENARIOS + "It costs {cost}`base.usd_per_million_output_tokens`.\n\n```{cost-table}\nscenarios: [base, other]\n```\n");
    Document page = page(site);
    Element role = page.selectFirst("a.figure");
    assertEquals("#numbers", role.attr("href"));
    Element numbers = page.selectFirst("#numbers");
    assertTrue(numbers.text().contains("usd_per_million_output_tokens"), numbers.text());
    assertTrue(numbers.text().contains("rental_price"), numbers.text());
    assertTrue(numbers.select("td small").eachText().contains("Inference"), numbers.text());
    Element table = page.selectFirst("figure .derivation");
    assertEquals(List.of("base", "other"), table.select("thead th:not(:first-child):not(:last-child)").eachText());
    assertTrue(site.has("cost/n/base.json"));
  }

  @Test
  void twoTablesOfTheSameFiguresTellOnceHowTheyCameAbout() {
    String table = "```{cost-table}\nscenarios: [base, other]\n```\n\n";
    Document page = page(sound(SCENARIOS + table + table));
    assertEquals(1, page.select("figure details.derivation").size());
    assertEquals("figure-1", page.selectFirst("figure:has(details.derivation)").id());
    assertEquals(List.of("#figure-1"), page.select("#figure-2 .figure-notes > p > a[href^=#]").eachAttr("href"));
  }
}
