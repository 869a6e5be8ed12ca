package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.claim.cite.BibtexReader;
import dev.assay.claim.cite.CslItems;
import dev.assay.claim.cite.PersonName;
import dev.assay.claim.cite.ReadEntries;
import dev.assay.claim.cite.SourceEntry;
import dev.assay.frontmatter.DataReader;
import dev.assay.problem.SourceText;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What the head of a page says to networks, search engines and reference managers.
class HeadMatterTest {
  private static final String HOSTILE = "</title><script>alert(1)</script> \"A\" & 'b' {c} $5_% #1 ~^\\ ]]>";

  private static final String SITE =
      """
      -- content/site.yaml --
      title: Power Desk
      description: What power costs.
      base_url: https://power.example/lab/
      languages: [en, ko]
      authors: [Jan van der Berg, {name: Kim Haneul, names: {ko: 김하늘}}, The Power Desk]
      -- content/hub/grid.md --
      ---
      title: The grid
      date: 2026-01-01
      question: Who pays?
      ---
      What the grid costs.
      -- content/post/late.md --
      ---
      title: Power arrives last
      date: 2026-03-04T09:00:00+09:00
      updated: 2026-03-09
      description: "Why **power** is late, 5 % dearer & {braced}."
      tags: [power, R&D]
      categories: [Supply]
      hubs: [grid]
      corrections:
        - {date: 2026-03-08, note: "The tariff was 12, not 21.", claim: tariff}
      ---
      - **[Fact]** The tariff is 12. [source](https://example.org/) {#tariff}
      - **[Inference]** So power is late. {#late because=#tariff}
      -- content/post/late.ko.md --
      ---
      title: 전력은 맨 나중에 온다
      date: 2026-03-04
      ---
      - **[사실]** 요금은 12다. [출처](https://example.org/)
      -- content/post/own.md --
      ---
      title: One with a picture
      date: 2026-03-01
      image: {src: own.png, alt: A mast}
      ---
      Text.
      -- content/post/own.png (base64) --
      iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
      -- content/page/undated.md --
      ---
      title: About
      ---
      Who we are.
      """;

  @TempDir Path root;

  private static Document page(Tree site, String path) {
    return Jsoup.parse(site.text(path));
  }

  private static String meta(Document page, String name) {
    return page.select("meta[property=" + name + "], meta[name=" + name + "]").attr("content");
  }

  private static String file(String url) {
    return url.replace("https://power.example/lab/", "");
  }

  @Test
  void aNoteHasACardThatShowsWhatItIsAbout() throws IOException {
    Tree site = Sites.built(root, SITE);
    Document page = page(site, "post/late/index.html");
    String image = meta(page, "og:image");
    assertTrue(image.matches("https://power\\.example/lab/post/late/card-[0-9a-f]{12}\\.png"), image);
    var card = ImageIO.read(new ByteArrayInputStream(site.files().get(file(image))));
    assertEquals(List.of("1200", "630"), List.of(meta(page, "og:image:width"), meta(page, "og:image:height")));
    assertEquals(1200, card.getWidth());
    assertEquals("Power arrives last (1 fact, 1 inference)", meta(page, "og:image:alt"));
    assertEquals("summary_large_image", meta(page, "twitter:card"));
    assertEquals("article", meta(page, "og:type"));
    assertEquals("2026-03-04T09:00:00+09:00", meta(page, "article:published_time"));
    assertEquals("Supply", meta(page, "article:section"));
    assertEquals("ko_KR", meta(page(site, "ko/post/late/index.html"), "og:locale"));
    assertTrue(meta(page(site, "page/grid/index.html"), "og:image").contains("/page/grid/card-"), "hubs have one");
    assertTrue(meta(page(site, "ko/post/late/index.html"), "og:image:alt").contains("사실 1"));
  }

  @Test
  void aPictureOfTheNotesOwnWinsAndOtherPagesHaveTheSitesCard() {
    Tree site = Sites.built(root, SITE);
    assertEquals("https://power.example/lab/post/own.png", meta(page(site, "post/own/index.html"), "og:image"));
    assertEquals("A mast", meta(page(site, "post/own/index.html"), "og:image:alt"));
    assertTrue(site.files().keySet().stream().noneMatch(path -> path.startsWith("post/own/card-")), "and then none is drawn");
    String home = meta(page(site, "index.html"), "og:image");
    assertEquals(home, meta(page(site, "archive/index.html"), "og:image"));
    assertTrue(site.files().keySet().contains(file(home)), home);
    assertEquals("website", meta(page(site, "index.html"), "og:type"));
  }

  @Test
  void everyFileThatAHeadNamesIsThere() {
    Tree site = Sites.built(root, SITE);
    for (String path : site.files().keySet().stream().filter(path -> path.endsWith(".html")).toList()) {
      Document page = page(site, path);
      for (String image : page.select("meta[property=og:image]").eachAttr("content")) {
        assertTrue(site.files().keySet().contains(file(image)), path + " names " + image);
      }
      for (String beside : page.select("link[rel=alternate][href*=cite]").eachAttr("href")) {
        assertTrue(site.files().keySet().contains(beside.replaceFirst("^/lab/", "")), path + " names " + beside);
      }
    }
  }

  @Test
  void aSiteWithoutAnAddressDrawsNoneAndNeitherDoesOneThatWantsNone() {
    Tree nowhere = Sites.built(root.resolve("a"), SITE.replace("base_url: https://power.example/lab/\n", ""));
    assertTrue(nowhere.files().keySet().stream().noneMatch(path -> path.contains("card-") || path.contains("cite.")));
    Tree none = Sites.built(root.resolve("b"), SITE.replace("title: Power Desk\n", "title: Power Desk\ncards: false\ncitations: [ris]\n"));
    assertTrue(none.files().keySet().stream().noneMatch(path -> path.contains("card-") || path.endsWith("cite.bib") || path.endsWith("cite.json")));
    assertTrue(none.files().keySet().contains("post/late/cite.ris"));
    assertEquals("summary", meta(page(none, "post/late/index.html"), "twitter:card"));
  }

  @Test
  void aTitleThatNoFontHasIsToldOnceAndGetsTheSitesCard() {
    SiteText.of(SITE + "-- content/post/far.md --\n---\ntitle: שלום\ndate: 2026-01-01\n---\nText.\n-- content/post/farther.md --\n---\ntitle: नमस्ते\ndate: 2026-01-01\n---\nText.\n").into(root);
    BuildReport report = Sites.build(root);
    assertEquals(1, report.problems().size(), Sites.problems(report));
    assertTrue(Sites.problems(report).contains("warning[card-font]: 2 notes have no card image of their own: no font can draw '"), Sites.problems(report));
    Tree site = Tree.of(root.resolve("site"));
    assertEquals(meta(page(site, "index.html"), "og:image"), meta(page(site, "post/far/index.html"), "og:image"));
  }

  @Test
  void aFontOfTheSiteIsReadAndOneThatCannotBeIsNamed() throws IOException {
    SiteText.of(SITE.replace("title: Power Desk\n", "title: Power Desk\ncard_fonts: [data/own.woff, data/missing.ttf, data/text.ttf]\n") + "-- content/data/text.ttf --\nno font\n").into(root);
    Files.write(root.resolve("content/data/own.woff"), Files.readAllBytes(Path.of("src/main/resources/dev/assay/card/noto-sans-kr-latin-600-normal.woff")));
    String problems = Sites.problems(Sites.build(root));
    assertTrue(problems.contains("content/site.yaml:2:") && problems.contains("there is no font 'data/missing.ttf'"), problems);
    assertTrue(problems.contains("error[card-font]: the font 'data/text.ttf' is no TrueType font"), problems);
    assertFalse(problems.contains("own.woff'"), problems);
  }

  @Test
  void hostileTitlesLeaveHeadsCardsAndCitationsWhole() {
    List<String> titles = List.of(HOSTILE, "x".repeat(500), "A 🚀 rocket", "{{{", "\\\\", "Ends in %", "a -- b --- c", "@misc{evil,", "&#60;script&#62;");
    StringBuilder text = new StringBuilder(SITE);
    for (int i = 0; i < titles.size(); i++) {
      text.append("-- content/post/t").append(i).append(".md --\n---\ntitle: '").append(titles.get(i).replace("'", "''")).append("'\ndate: 2026-01-0").append(i + 1)
          .append("\nauthors: ['").append(HOSTILE.replace("'", "''")).append("']\n---\nText.\n");
    }
    Tree site = Sites.built(root, text.toString());
    for (int i = 0; i < titles.size(); i++) {
      String note = "post/t" + i + "/";
      Document page = page(site, note + "index.html");
      assertEquals(titles.get(i), meta(page, "og:title"));
      assertTrue(page.select("head script:not([src])").isEmpty());
      assertTrue(site.files().keySet().contains(file(meta(page, "og:image"))));
      assertEquals(inPrint(titles.get(i)), bibtex(site.text(note + "cite.bib")).title(), note);
      assertEquals(titles.get(i), csl(site.text(note + "cite.json")).title(), note);
      assertTrue(site.text(note + "cite.ris").contains("TI  - " + titles.get(i) + "\r\n"), note);
      assertEquals(inPrint(HOSTILE), bibtex(site.text(note + "cite.bib")).makers().getFirst().full());
    }
  }

  /// LaTeX prints a straight apostrophe as a bent one.
  private static String inPrint(String text) {
    return text.replace("'", "’");
  }

  private static SourceEntry bibtex(String text) {
    ReadEntries read = BibtexReader.read(new SourceText("cite.bib", text));
    assertEquals(List.of(), read.problems(), text);
    return read.entries().getFirst();
  }

  private static SourceEntry csl(String text) {
    ReadEntries read = CslItems.read(DataReader.read(new SourceText("cite.json", text)).value().orElseThrow());
    assertEquals(List.of(), read.problems(), text);
    return read.entries().getFirst();
  }

  @Test
  void aCitationSaysTheSameInEveryForm() {
    Tree site = Sites.built(root, SITE);
    SourceEntry bibtex = bibtex(site.text("post/late/cite.bib"));
    SourceEntry csl = csl(site.text("post/late/cite.json"));
    List<PersonName> authors =
        List.of(new PersonName("Berg", "Jan", "van der", "", ""), new PersonName("Haneul", "Kim", "", "", ""), PersonName.literal("The Power Desk"));
    assertEquals(authors, bibtex.makers());
    assertEquals(authors, csl.makers());
    for (SourceEntry entry : List.of(bibtex, csl)) {
      assertEquals("Power arrives last", entry.title());
      assertEquals("late", entry.key());
      assertEquals("https://power.example/lab/post/late/", entry.address());
      assertEquals("2026-03-04", entry.issued().orElseThrow().toString());
    }
    assertEquals(
        """
        TY  - BLOG
        AU  - van der Berg, Jan
        AU  - Haneul, Kim
        AU  - The Power Desk
        TI  - Power arrives last
        T2  - Power Desk
        PY  - 2026
        DA  - 2026/03/04
        LA  - en
        KW  - power
        KW  - R&D
        AB  - Why **power** is late, 5 % dearer & {braced}.
        UR  - https://power.example/lab/post/late/
        ID  - late
        ER  -\s
        """,
        site.text("post/late/cite.ris").replace("\r\n", "\n"));
    assertEquals("김하늘", bibtex(site.text("ko/post/late/cite.bib")).makers().get(1).full(), "a Korean name is not turned around");
    assertEquals("late-ko", csl(site.text("ko/post/late/cite.json")).key());
    assertFalse(site.files().keySet().contains("page/undated/cite.bib"), "what has no date cannot be cited");
    assertTrue(page(site, "page/undated/index.html").select("meta[name^=citation], link[rel=cite-as]").isEmpty());
  }

  @Test
  void referenceManagersFindWhatTheyReadInAHead() {
    Document page = page(Sites.built(root, SITE), "post/late/index.html");
    assertEquals("Power arrives last", meta(page, "citation_title"));
    assertEquals(List.of("Jan van der Berg", "Kim Haneul", "The Power Desk"), page.select("meta[name=citation_author]").eachAttr("content"));
    assertEquals("2026/03/04", meta(page, "citation_publication_date"));
    assertEquals("https://power.example/lab/post/late/", page.select("link[rel=cite-as]").attr("href"));
    assertEquals(List.of("BibTeX", "RIS", "CSL-JSON"), page.select(".cite-as .forms a[download]").eachText());
  }

  @Test
  void theArticleHasWhatSearchEnginesAskForAndItsCorrections() {
    Tree site = Sites.built(root, SITE);
    Document page = page(site, "post/late/index.html");
    JsonNode article = new ObjectMapper().readTree(page.select("script[type=application/ld+json]").getFirst().data());
    assertEquals("https://schema.org", article.get("@context").asString());
    assertEquals("Article", article.get("@type").asString());
    assertEquals("Power arrives last", article.get("headline").asString());
    assertEquals("2026-03-04T09:00+09:00", article.get("datePublished").asString());
    assertTrue(article.get("dateModified").asString().startsWith("2026-03-09"), article.get("dateModified").asString());
    assertEquals(meta(page, "og:image"), article.get("image").asString());
    assertEquals("en", article.get("inLanguage").asString());
    assertEquals("Power Desk", article.get("publisher").get("name").asString());
    assertEquals("WebSite", article.get("isPartOf").get("@type").asString());
    List<String> types = new ArrayList<>();
    article.get("author").forEach(author -> types.add(author.get("@type").asString()));
    assertEquals(List.of("Person", "Person", "Organization"), types);
    JsonNode correction = article.get("correction").get(0);
    assertEquals("CorrectionComment", correction.get("@type").asString());
    assertEquals("The tariff was 12, not 21.", correction.get("text").asString());
    assertEquals("2026-03-08", correction.get("datePublished").asString());
    assertEquals("https://power.example/lab/post/late/#tariff", correction.get("about").get("@id").asString());
  }

  @Test
  void languageModelsAreToldWhatThereIs() {
    Tree site = Sites.built(root, SITE + "-- content/post/odd.md --\n---\ntitle: \"A [link](x) *and* `code`\"\ndate: 2026-02-01\n---\n# One\nText (of it).\n");
    assertEquals(
        """
        # Power Desk

        > What power costs.

        Every assertion on this site is tagged as fact, inference, speculation or blocked (cannot be known yet). Quote a claim with its kind, and see its page for what has become of it since.

        ## Hubs

        - [The grid](https://power.example/lab/page/grid/): What the grid costs.

        ## Notes

        - [Power arrives last](https://power.example/lab/post/late/): Why \\*\\*power\\*\\* is late, 5 % dearer & {braced}. (2026-03-04, 1 fact, 1 inference)
        - [One with a picture](https://power.example/lab/post/own/): Text. (2026-03-01)
        - [A \\[link\\](x) \\*and\\* \\`code\\`](https://power.example/lab/post/odd/): Text (of it). (2026-02-01)

        ## Pages

        - [About](https://power.example/lab/page/undated/): Who we are.

        ## Optional

        - [Claims](https://power.example/lab/claims.json): all claims with kind, sources, reasons, status and history
        - [Feeds](https://power.example/lab/feeds/)
        - [한국어](https://power.example/lab/ko/llms.txt)
        """,
        site.text("llms.txt"));
    assertTrue(site.text("ko/llms.txt").contains("(2026-03-04, 사실 1)"), site.text("ko/llms.txt"));
  }

  @Test
  void aListOfTheSitesOwnWinsAndNoneIsMadeWhereNoneIsWanted() {
    Tree own = Sites.built(root.resolve("a"), SITE + "-- content/llms.txt --\n# Mine\n");
    assertEquals("# Mine\n", own.text("llms.txt"));
    Tree none = Sites.built(root.resolve("b"), SITE.replace("title: Power Desk\n", "title: Power Desk\nllms: false\n"));
    assertTrue(none.files().keySet().stream().noneMatch(path -> path.endsWith("llms.txt")));
  }

  @Test
  void aFileOfTheWritersOwnInThePlaceOfACitationIsNamed() {
    SiteText.of(SITE.replace("-- content/post/late.md --", "-- content/post/late/cite.bib --\n@misc{x}\n-- content/post/late/index.md --").replace("-- content/post/late.ko.md --", "-- content/post/late/index.ko.md --")).into(root);
    String problems = Sites.problems(Sites.build(root));
    assertTrue(problems.contains("error[address-taken]") && problems.contains("cite.bib"), problems);
  }

  @Test
  void afterAnEditOfWhatACardShowsAllFilesAreThoseOfACleanBuild() throws IOException {
    Sites.built(root.resolve("a"), SITE);
    List<String> edits =
        List.of(
            SITE.replace("title: Power arrives last", "title: Power came last"), SITE.replace("- **[Inference]** So", "- **[Speculation]** So"),
            SITE.replace("hubs: [grid]\n", ""), SITE.replace("title: Power Desk", "title: The Power Desk"), SITE.replace("title: Power Desk\n", "title: Power Desk\ncards: false\n"),
            SITE.replace("The tariff was 12", "The tariff had been 12"), SITE.replace("2026-03-04T", "2026-03-05T"));
    int number = 0;
    for (String edit : edits) {
      Tree after = Sites.built(root.resolve("a"), edit);
      assertEquals("", Sites.built(root.resolve("clean" + number++), edit).difference(after), edit);
    }
  }

}
