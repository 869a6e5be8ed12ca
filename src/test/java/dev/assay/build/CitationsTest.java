package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Problem;
import dev.assay.testing.SiteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Citations from the bibliography's file to pages and feeds.
class CitationsTest {
  private static final String BIBLIOGRAPHY =
      """
      -- content/data/sources.bib --
      @article{smith2024, author = {Smith, John and Doe, Jane}, title = {The {GPU} price of a na{\\"\\i}ve token: $120 a day},
        journal = {Journal of Tokens}, volume = 3, number = 4, pages = {10--20}, year = 2024}
      @online{reuters, author = {{Reuters}}, title = {HBM4 prices rise}, date = {2026-05-03}, url = {https://r.example/h_x?a=1&b=2}, urldate = {2026-06-01}}
      @book{kim2026, author = {김철수 and 이영희}, title = {{반도체}의 {미래} {H100}}, publisher = {한빛}, year = {2026}}
      """;

  @TempDir private Path root;

  private BuildReport build(String files) {
    SiteText.of(files).into(root);
    return SiteBuild.build(BuildOptions.of(root).withToday(java.time.LocalDate.of(2026, 7, 1)), Progress.NONE);
  }

  private static String site(String settings, String note) {
    return BIBLIOGRAPHY + "-- content/site.yaml --\ntitle: T\nbase_url: https://x.example/\n" + settings + "-- content/post/a.md --\n---\ntitle: A\ndate: 2026-06-01\n---\n" + note;
  }

  private String page(String address) throws IOException {
    return Files.readString(root.resolve("site").resolve(address).resolve("index.html"));
  }

  private static List<String> messages(BuildReport report) {
    return report.problems().stream().map(p -> p.place() + " " + p.code().word() + " " + p.message() + " / " + p.hint()).toList();
  }

  @Test
  void aCitationLeadsToItsReferenceAndBack() throws IOException {
    BuildReport report =
        build(site("bibliography: data/sources.bib\n", "Prices [@reuters, p. 4]. @smith2024 [p. 12] says so [see @kim2026, pp. 4-6; @smith2024, ch. 2].\n"));
    assertEquals(List.of(), report.problems());
    String page = page("post/a");
    assertTrue(page.contains("<span class=\"cite\" id=\":cite-1\">(<a href=\"#:ref-reuters\">Reuters 2026, p. 4</a>)</span>"), page);
    assertTrue(page.contains("Smith and Doe (<a href=\"#:ref-smith2024\">2024, p. 12</a>)"), page);
    assertTrue(page.contains(">see 김철수 and 이영희 2026, pp. 4–6</a>; "), page);
    assertTrue(page.contains("<li id=\":ref-kim2026\">김철수 and 이영희. 2026. <i>반도체의 미래 H100</i>. 한빛."), page);
    assertTrue(page.contains("“The GPU price of a naïve token: $120 a day.” <i>Journal of Tokens</i> 3(4), pp. 10–20."), page);
    assertTrue(page.contains("Accessed June 1, 2026."), page);
    assertTrue(page.contains("href=\"#:cite-2\""), page);
    assertFalse(page.contains(" style="), page);
    String feed = Files.readString(root.resolve("site/feed.xml"));
    assertTrue(feed.contains("Prices (Reuters 2026, p. 4)."), feed);
    assertTrue(feed.contains("<h2>References</h2>"), feed);
  }

  @Test
  void koreanNamesParticlesAndPagesAreKorean() throws IOException {
    build(site("language: ko\nbibliography: [data/sources.bib]\n", "@kim2026에 따르면 그렇다 [@kim2026, 4쪽; @smith2024, 제2장; @reuters].\n"));
    String page = page("post/a");
    assertTrue(page.contains("김철수·이영희 (<a href=\"#:ref-kim2026\">2026</a>)</span>에 따르면"), page);
    assertTrue(page.contains("김철수와 이영희 2026, 4쪽"), page);
    assertTrue(page.contains("Smith와 Doe 2024, 2장"), page);
    assertTrue(page.contains("접속일 2026년 6월 1일"), page);
    assertFalse(page.contains("와/과"), page);
  }

  @Test
  void aPageOfASourceListsWhatRestsOnIt() throws IOException {
    BuildReport report =
        build(
            site(
                "bibliography: data/sources.bib\n",
                """
                - **[Fact]** HBM rose [@reuters, p. 4]. {#hbm}
                - **[Fact]** By footnote.[^1]
                - **[Fact]** Per Reuters, TSMC shifts.
                - **[Fact]** According to Reuters, SHFE designs.
                - **[Fact]** By option. {source="@smith2024, p. 3"}
                - **[Fact]** Linked to [one](https://www.r.example/1).
                - **[Fact]** Linked to [two](https://r.example/2).

                [^1]: See [@kim2026].
                """));
    assertEquals(List.of(), report.problems());
    String source = page("sources/reuters");
    assertTrue(source.contains("<a href=\"/post/a/#hbm\">HBM rose.</a>"), source);
    assertTrue(source.contains("Reuters 2026</a>, p. 4"), source);
    assertTrue(source.contains("1 June 2026"), source);
    assertTrue(page("sources/kim2026").contains("By footnote."));
    assertTrue(page("sources/smith2024").contains("By option"));
    String named = page("sources/named/reuters");
    assertTrue(named.contains("TSMC shifts") && named.contains("SHFE designs"), named);
    assertTrue(page("sources/web/r.example").contains("https://www.r.example/1"));
    String all = page("sources");
    assertTrue(all.contains("/sources/named/reuters/") && all.contains("/sources/web/r.example/") && all.contains("/sources/kim2026/"), all);
    assertTrue(Files.readString(root.resolve("site/claims.json")).contains("{\"citation\":\"reuters\",\"locator\":\"p. 4\"}"));
  }

  @Test
  void missingSourcesAreToldWhereTheyAreCited() {
    BuildReport report = build(site("bibliography: data/sources.bib\n", "One [@smith2042] and [@nobody, p. 3; @reuters]. Call @someone.\n\n[Fact] X. {source=@kim2062}\n"));
    assertEquals(
        List.of(
            "content/data/sources.bib:1:10 unused-source nothing cites 2 sources of this file: smith2024, kim2026 / cite it with [@smith2024], or take it out",
            "content/post/a.md:5:7 unknown-source the bibliography has no source 'smith2042' / did you mean '@smith2024'?",
            "content/post/a.md:5:24 unknown-source the bibliography has no source 'nobody' / add it to the bibliography",
            "content/post/a.md:7:12 unknown-source the bibliography has no source 'kim2062' / did you mean '@kim2026'?"),
        messages(report));
    assertFalse(report.succeeded());
  }

  @Test
  void withoutABibliographyACitationStaysAsItWasWritten() throws IOException {
    BuildReport report = build("-- content/a.md --\nSee [@one] and [@two, p. 3]. Ask @me or a@b.example.\n");
    assertEquals(
        List.of("content/a.md:1:7 unknown-source '@one' cites a source, but the site has no bibliography; 1 more citations here / "
            + "name one in site.yaml: bibliography: sources.bib; or write \\[@…] if it is no citation"),
        messages(report).stream().filter(each -> each.contains("unknown-source")).toList());
    assertTrue(page("page/a").contains("See [@one] and [@two, p. 3]. Ask @me or"), page("page/a"));
  }

  @Test
  void settingsThatNameNoFileOrStyleAreToldAtTheirPlace() {
    BuildReport report = build(site("bibliography: [data/source.bib, a.txt]\nstyle: chicago\n", "x\n"));
    assertEquals(
        List.of(
            "content/site.yaml:3:16 broken-link there is no bibliography 'data/source.bib' / did you mean 'data/sources.bib'?",
            "content/site.yaml:3:33 broken-link there is no bibliography 'a.txt' / give its path from content/",
            "content/site.yaml:4:8 citation-style there is no citation style 'chicago' / put the .csl file under content/ and give its path"),
        messages(report));
  }

  @Test
  void aSiteBringsItsOwnStyle() throws IOException {
    String own =
        """
        -- content/own.csl --
        <style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
          <citation><layout><text variable="title"/><text variable="locator" prefix=", "/></layout></citation>
        </style>
        """;
    BuildReport report = build(own + site("bibliography: data/sources.bib\nstyle: own.csl\n", "A [@reuters, p. 4]. B [@kim2026]. @smith2024 too.\n"));
    assertEquals(List.of(), report.problems());
    String page = page("post/a");
    assertTrue(page.contains("<sup><a href=\"#:ref-reuters\">1</a></sup>"), page);
    assertTrue(page.contains("<li>HBM4 prices rise, 4</li>"), page);
    assertTrue(page.contains("Smith and Doe<sup>"), page);
  }

  @Test
  void aBrokenStyleIsAProblemAtItsLine() {
    String broken = "-- content/own.csl --\n<style>\n  <citation>\n</style>\n";
    List<String> messages = messages(build(broken + site("bibliography: data/sources.bib\nstyle: own.csl\n", "x [@reuters; @kim2026; @smith2024]\n")));
    assertTrue(messages.getFirst().startsWith("content/own.csl:3:"), messages.toString());
    assertTrue(messages.getFirst().contains("citation-style this is not well-formed XML"), messages.toString());
  }

  @Test
  void packedStylesFormatEverySource() throws IOException {
    for (String style : List.of("apa", "ieee", "chicago-author-date", "chicago-notes-bibliography", "nature", "modern-language-association")) {
      BuildReport report = build(site("bibliography: data/sources.bib\nstyle: " + style + "\n", "One [@reuters, p. 4; @kim2026]. By @smith2024. [-@smith2024]\n"));
      assertEquals(List.of(), report.problems(), style);
      String page = page("post/a");
      assertTrue(page.contains("HBM4") && page.contains("반도체의 미래 H100") && page.contains("김철수"), style + page);
      assertFalse(page.contains(" style=") || page.matches("(?s).*[\uE000-\uF8FF].*"), style + page);
    }
  }

  @Test
  void whatAnEntrySaysCannotRunCode() throws IOException {
    build(
        "-- content/data/b.yaml --\n- {id: x, type: webpage, title: '<script>alert(1)</script><i>it</i> <img src=x onerror=y>', author: '<b onclick=z>', URL: 'javascript:alert(1)'}\n"
            + "-- content/site.yaml --\nbibliography: data/b.yaml\n-- content/a.md --\n[Fact] A [@x]. And @x says.\n");
    for (String address : List.of("page/a", "sources/x", "sources", "claims")) {
      String page = page(address);
      assertFalse(page.contains("<script>alert") || page.contains("<img src=x") || page.contains("<b onclick") || page.contains("href=\"javascript"), page);
    }
    assertTrue(page("sources/x").contains("<i>it</i>"));
  }

  @Test
  void nothingChangesWhenNothingChanged() {
    String site = site("bibliography: data/sources.bib\n", "A [@reuters]. B [@kim2026; @smith2024].\n");
    build(site);
    BuildReport again = build(site);
    assertEquals(0, again.written(), again.problems().stream().map(Problem::message).toList().toString());
  }

  @Test
  void anEditedEntryChangesThePagesThatShowIt() throws IOException {
    build(site("bibliography: data/sources.bib\n", "A [@reuters]. B [@kim2026; @smith2024].\n"));
    build(site("bibliography: data/sources.bib\n", "A [@reuters]. B [@kim2026; @smith2024].\n").replace("HBM4 prices rise", "HBM4 prices fall"));
    assertTrue(page("post/a").contains("HBM4 prices fall"));
    assertTrue(page("sources/reuters").contains("HBM4 prices fall"));
    assertTrue(Files.readString(root.resolve("site/feed.xml")).contains("HBM4 prices fall"));
  }
}
