package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.claim.Claim;
import dev.assay.note.Language;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.ProblemText;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site in languages that the program has no words for: adding one is adding a file.
class LanguagesTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Research
      base_url: https://r.example/
      languages: [en, ja, de]
      -- templates/i18n/ja.properties --
      kind.fact = 事実
      kind.speculation = 推測
      menu.posts = ノート
      claim.due = 期限
      callout.note = 注記 "A" & <B>
      footnote.back = 本文 "へ"
      -- templates/i18n/de.properties --
      kind.fact = Fakt
      kind.speculation = Vermutung
      menu.posts = Notizen
      menu.pots = Töpfe
      count.notes.one = {0} Notiz
      count.notes.other = {0} Notizen
      date.day = {0}. {1} {2}
      date.month = {1} {2}
      date.quarter = {0}. Quartal {2}
      date.half = {0}. Halbjahr {2}
      date.months = Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember
      number.group = .
      -- content/hub/memory.md --
      ---
      title: Memory
      ---
      Hub.
      -- content/post/one.md --
      ---
      title: One
      date: 2026-03-11
      hubs: [memory]
      ---
      [Fact] Prices rose, says Reuters. {#rose}
      -- content/post/one.ja.md --
      ---
      title: 一
      date: 2026-03-11
      ---
      [事実] 価格は上昇した、[ここ](https://s.example/1)。 {#rose}

      [推測] 続く。 {#goes-on due=2026-Q4}

      > [!NOTE]
      > 注意。[^1]

      [^1]: 脚注。
      -- content/de/post/one.md --
      ---
      title: Eins
      date: 2026-03-11
      ---
      [Fakt] Preise stiegen, [hier](https://s.example/1). {#rose}

      [Vermutung] Weiter. {#weiter due=2026-Q4 probability=40%}

      [Vermutung] Bald. {#bald due=2026-12}

      Mehr in [Zwei](two.md), [Zwei](../post/two.md) und [Speicher](../hub/memory.md).
      -- content/post/two.md --
      ---
      title: Two
      date: 2026-04-01
      ---
      Text, see [one](one.md).
      """;

  @TempDir private Path root;

  private BuildOptions options() {
    SiteText.of(SITE).into(root);
    return BuildOptions.of(root).withToday(LocalDate.of(2026, 5, 1));
  }

  private Tree built() {
    BuildReport report = SiteBuild.build(options(), Progress.NONE);
    assertTrue(report.succeeded(), () -> ProblemText.of(false).report(report.problems()));
    return Tree.of(root.resolve("site"));
  }

  @Test
  void theWordsForKindsInALanguagesFileAreReadInTags() {
    List<Claim> claims = SiteBuild.analyse(options(), Progress.NONE).analysis().model().ledger().claims();
    assertEquals(
        List.of("fact one#rose", "speculation one#bald", "speculation one#goes-on", "speculation one#weiter"),
        claims.stream().map(claim -> claim.kind().word() + " " + claim.id()).sorted().toList());
    assertEquals(3, claims.stream().filter(claim -> claim.id().equals("one#rose")).findFirst().orElseThrow().places().size());
  }

  @Test
  void aFolderOfALanguageHoldsTranslations() {
    Tree site = built();
    Document german = Jsoup.parse(site.text("de/post/one/index.html"));
    assertEquals("de", german.selectFirst("html").attr("lang"));
    assertEquals(List.of("/post/two/", "/post/two/", "/page/memory/"), german.select(".text a").eachAttr("href").stream().filter(to -> to.matches("/(post/two|page)/.*")).toList());
    assertEquals(List.of("en", "x-default", "ja", "de"), german.select("link[hreflang]").eachAttr("hreflang"));
    assertEquals("https://r.example/post/one/", german.select("link[hreflang=x-default]").attr("href"));
    assertEquals("/post/one/", Jsoup.parse(site.text("post/two/index.html")).selectFirst(".text a").attr("href"));
    assertEquals(List.of("Eins"), Jsoup.parse(site.text("de/feed.xml"), "", Parser.xmlParser()).select("item > title").eachText());
    assertTrue(site.text("sitemap.xml").contains("hreflang=\"x-default\" href=\"https://r.example/post/one/\""));
    assertFalse(site.has("de/index.md") || site.has("post/de/index.html"));
  }

  @Test
  void datesAndNumbersAreSpelledAsTheLanguagesFileSays() {
    Tree site = built();
    Document german = Jsoup.parse(site.text("de/post/one/index.html"));
    assertEquals("11. März 2026", german.selectFirst("main time").text());
    assertTrue(german.select("#weiter .evidence").text().contains("4. Quartal 2026"), german.select("#weiter").text());
    assertTrue(german.select("#bald .evidence").text().contains("Dezember 2026"), german.select("#bald").text());
    assertEquals("Fakt", german.select("#rose .tag").text());
    Document japanese = Jsoup.parse(site.text("ja/post/one/index.html"));
    assertEquals("2026年3月11日", japanese.selectFirst("main time").text());
    assertTrue(japanese.select("#goes-on .evidence").text().contains("期限 2026年第4四半期"), japanese.select("#goes-on").text());
  }

  @Test
  void calloutsAndFootnotesSpeakTheLanguageOfTheNote() throws IOException {
    Tree site = built();
    Document page = Jsoup.parse(site.text("ja/post/one/index.html"));
    assertEquals("注記 \"A\" & <B>", page.select(".callout-title").text());
    assertEquals("本文 \"へ\"", page.select(".footnote-back").attr("aria-label"));
    assertTrue(Jsoup.parse(site.text("ja/feed.xml"), "", Parser.xmlParser()).selectFirst("item").text().contains("注記 \"A\" &amp; &lt;B&gt;"), site.text("ja/feed.xml"));
    Path words = root.resolve("templates/i18n/ja.properties");
    Files.writeString(words, Files.readString(words).replace("注記", "メモ"));
    assertTrue(SiteBuild.build(BuildOptions.of(root).withToday(LocalDate.of(2026, 5, 1)), Progress.NONE).succeeded());
    assertTrue(Jsoup.parse(Tree.of(root.resolve("site")).text("ja/post/one/index.html")).select(".callout-title").text().startsWith("メモ"));
    assertTrue(Tree.of(root.resolve("site")).text("ja/feed.xml").contains("メモ"));
  }

  @Test
  void whatALanguageLacksIsOneWarningForIt() {
    List<Problem> problems =
        SiteBuild.analyse(options(), Progress.NONE).report().problems().stream().filter(problem -> problem.code() == Code.MISSING_TEXTS).toList();
    assertEquals(List.of("templates/i18n/de.properties", "templates/i18n/ja.properties"), problems.stream().map(problem -> problem.place().file()).toList());
    assertTrue(problems.getFirst().message().matches("the language 'de' lacks \\d+ of the theme's \\d+ texts, so pages say them in English: about.blocked, about.fact, about.inference …"), problems.getFirst().message());
    assertEquals("assay languages de prints the file with what is missing", problems.getFirst().hint());
  }

  @Test
  void aReportTellsOfMissingNotesAndTexts() {
    LanguageReport report = SiteBuild.languages(options(), Progress.NONE);
    assertEquals(List.of("en 3", "ja 1", "de 1"), report.languages().stream().map(each -> each.language() + " " + each.notes()).toList());
    Language japanese = new Language("ja");
    Language german = new Language("de");
    assertEquals(Map.of("content/hub/memory.md", List.of(japanese, german), "content/post/two.md", List.of(japanese, german)), report.untranslated());
    Map<String, String> missing = report.missing("JA").orElseThrow();
    assertEquals("Inference", missing.get("kind.inference"));
    assertFalse(missing.containsKey("kind.fact"));
    assertTrue(report.missing("fr").isEmpty());
    assertEquals(Map.of("menu.pots", "menu.posts"), report.languages().getLast().unknown());
    assertEquals(Map.of(), report.languages().getFirst().missing());
  }

  @Test
  void englishAndKoreanAreComplete() {
    SiteText.of("-- content/site.yaml --\ntitle: R\nbase_url: https://r.example/\nlanguages: [ko, en]\nlanguage: ko\n").into(root);
    LanguageReport report = SiteBuild.languages(BuildOptions.of(root), Progress.NONE);
    report.languages().forEach(each -> assertEquals(Map.of(), each.missing(), each.language().tag()));
    assertEquals(List.of(), SiteBuild.analyse(BuildOptions.of(root), Progress.NONE).report().problems());
  }
}
