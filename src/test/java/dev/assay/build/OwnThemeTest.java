package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.HtmlValidity;
import dev.assay.testing.SiteLinks;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site looks as its own files say: one variable, one template, or a theme of its own.
class OwnThemeTest {
  private static final String NOTE =
      """
      -- content/post/a.md --
      ---
      title: A note
      date: 2026-05-01
      ---
      - **[Fact]** It is [so](https://example.com/). {#so}

      | Part | USD |
      | --- | --- |
      | one | 1.5 |
      | two | 12 |
      """;

  @TempDir private Path temp;

  @Test
  void oneVariableIsEnough() {
    Tree plain = Sites.built(temp.resolve("plain"), NOTE);
    assertEquals(1, Jsoup.parse(plain.text("post/a/index.html")).select("link[rel=stylesheet]").size());
    Tree own = Sites.built(temp.resolve("own"), NOTE + "-- templates/assets/site.css --\n:root { --accent: #8a1f5c; }\n");
    own.files().keySet().stream().filter(path -> path.endsWith(".html")).forEach(
        path -> {
          List<String> sheets = Jsoup.parse(own.text(path)).select("link[rel=stylesheet]").eachAttr("href");
          assertTrue(sheets.size() >= 2 && sheets.size() <= 4, path);
          assertEquals(":root { --accent: #8a1f5c; }\n", own.text(sheets.getLast().substring(1)), "the site's own rules are read last, as they are");
        });
  }

  @Test
  void oneTemplateIsEnough() {
    Tree own = Sites.built(temp, NOTE + "-- templates/part/legend.ftlh --\n<p class=\"house\">${site.title}</p>\n");
    Document page = Jsoup.parse(own.text("post/a/index.html"));
    assertEquals(1, page.select("footer .house").size());
    assertEquals(0, page.select(".legend").size());
    assertEquals(1, page.select("[data-claim=fact] .evidence").size(), "all else is as it was");
  }

  @Test
  void aTableIsSetOnItsPointsAndHasItsRowsBesideIt() {
    Tree site = Sites.built(temp, NOTE);
    Document page = Jsoup.parse(site.text("post/a/index.html"));
    assertEquals(List.of("1.5", "12"), page.select("td.right").eachText());
    assertEquals(List.of("", ".0"), page.select("td.right").stream().map(cell -> cell.attr("data-pad")).toList());
    assertEquals("/post/a/rows-1.csv", page.select(".table + .table-files a").attr("href"));
    assertEquals("Part,USD\none,1.5\ntwo,12\n", site.text("post/a/rows-1.csv"));
    assertTrue(!site.text("feed.xml").contains("data-pad") && !site.text("feed.xml").contains("table-files"), site.text("feed.xml"));
  }

  /// The theme of the guide shares no look with the program's own, and the whole demonstration can be read in it.
  @Test
  void anotherThemeOfAFewFilesShowsTheWholeDemonstration() {
    Tree theme = Tree.of(Path.of("examples/broadsheet/templates"));
    assertTrue(theme.files().size() <= 15, theme.files().keySet().toString());
    new SiteText("", Tree.of(Path.of("content"))).into(temp.resolve("content"));
    new SiteText("", theme).into(temp.resolve("templates"));
    BuildReport report = Sites.build(temp);
    assertEquals(List.of(), report.problems(), () -> Sites.problems(report));
    Tree site = Tree.of(temp.resolve("site")).only(path -> !path.startsWith("."));
    SiteLinks links = new SiteLinks(site, "https://assay.example/");
    assertEquals(List.of(), links.broken());
    assertEquals(List.of(), links.foreignRequests());
    links.pages().forEach(
        (path, page) -> {
          if (page.select("meta[http-equiv=refresh]").isEmpty()) {
            String sheet = page.select("link[rel=stylesheet]").attr("href");
            assertEquals(theme.text("assets/style.css"), site.text(sheet.substring(1)), path);
            assertEquals(1, page.select(".masthead").size(), path);
            assertEquals(0, page.select(".site-head, [data-claim] .evidence, .legend").size(), path);
          }
        });
    for (String page : List.of("index.html", "post/cost-of-a-published-day/index.html", "page/cost-per-token/index.html", "claims/index.html", "ko/index.html")) {
      assertEquals(List.of(), HtmlValidity.errors(page, site.text(page)));
    }
  }
}
