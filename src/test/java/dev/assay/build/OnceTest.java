package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Problem;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A row that stands in several lists is printed once, and is the same in each of them and right in each language.
class OnceTest {
  private static final String NOTES =
      """
      -- content/site.yaml --
      title: Rows
      languages: [en, ko]
      -- content/post/a.md --
      ---
      title: First
      date: 2025-05-01
      ---
      - **[Fact]** It is [so](https://example.com/). {#so}
      - **[Inference]** It follows. {because=#so}
      -- content/post/b.md --
      ---
      title: Second
      date: 2026-05-01
      ---
      - **[Fact]** It is [otherwise](https://example.com/). {#other}
      -- content/ko/post/c.md --
      ---
      title: 셋째
      date: 2026-05-02
      ---
      - **[사실]** [그렇다](https://example.com/). {#geu}
      """;

  @TempDir private Path temp;

  @Test
  void aClaimLooksTheSameInEveryListOfTheLedger() {
    Tree site = Sites.built(temp, NOTES);
    Map<String, String> whole = rows(site, "claims/index.html");
    assertEquals(3, whole.size());
    List<Map<String, String>> parts = List.of(rows(site, "claims/year/2025/index.html"), rows(site, "claims/year/2026/index.html"));
    assertEquals(whole, parts.stream().flatMap(part -> part.entrySet().stream()).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    rows(site, "claims/fact/index.html").forEach((address, row) -> assertEquals(whole.get(address), row));
    rows(site, "ko/claims/index.html").values().forEach(row -> assertTrue(row.contains("사실"), row));
  }

  @Test
  void placesOfATemplateAndLanguagesAreKeptApart() {
    String table = "<#macro table of label><#list of as claim><@once of=claim>[${t(\"kind.\" + claim.kind)}]</@once><@once of=claim>(${claim.text})</@once>\n</#list></#macro><#macro columns></#macro>";
    Tree site = Sites.built(temp, NOTES + "-- templates/part/ledger.ftlh --\n" + table + "\n");
    String list = site.text("claims/index.html");
    assertTrue(list.contains("[Fact](It is otherwise.)\n[Fact](It is so.)\n[Inference](It follows.)\n"), list);
    assertTrue(site.text("ko/claims/index.html").contains("[사실](그렇다.)\n"));
  }

  @Test
  void aTemplateThatNamesNoViewIsToldSo() {
    SiteText.of(NOTES + "-- templates/part/ledger.ftlh --\n<#macro table of label><@once>x</@once></#macro><#macro columns></#macro>\n").into(temp);
    List<Problem> problems = Sites.build(temp).problems().stream().filter(Problem::isError).toList();
    assertTrue(problems.stream().anyMatch(problem -> problem.place().file().equals("templates/part/ledger.ftlh") && problem.message().contains("@once")), problems::toString);
  }

  private static Map<String, String> rows(Tree site, String path) {
    return Jsoup.parse(site.text(path)).select(".ledger-list tbody tr").stream()
        .collect(Collectors.toMap(row -> row.select("a").attr("href"), Element::outerHtml));
  }
}
