package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Companies, products and institutions that notes name in running text only.
class EntitiesTest {
  private static final String SETTINGS =
      """
      -- content/site.yaml --
      title: T
      base_url: https://x.example/
      languages: [en, ko]
      link_entities: true
      entities:
        - {name: Samsung Electronics, kind: company, names: {ko: 삼성전자}, aliases: [Samsung], ticker: [005930.KS, SSNLF]}
        - {name: Nvidia, names: {ko: 엔비디아}, ticker: NVDA}
        - {name: Micron, aliases: [마이크론], ticker: MU}
        - {name: Meta}
        - {name: TSMC, ticker: ["2330", TSM]}
        - {name: SK hynix, names: {ko: SK하이닉스}, aliases: [hynix]}
        - {name: AT&T}
        - {name: Intercontinental Exchange, aliases: [X], ticker: ICE}
        - {name: Arm}
      """;

  @TempDir Path root;

  private static Document page(Tree site, String path) {
    return Jsoup.parse(site.text(path));
  }

  private static String note(String name, String text) {
    return "-- content/post/" + name + ".md --\n---\ntitle: " + name.replace(".ko", "") + "\ndate: 2026-03-01\n---\n" + text + "\n";
  }

  /// What the text of one note names, by the site's links to first mentions.
  private List<String> linked(String text) {
    Tree site = Sites.built(root.resolve(Integer.toHexString(text.hashCode())), SETTINGS + note("a", text));
    return page(site, "post/a/index.html").select(".text a.entity").eachText();
  }

  @Test
  void aCompanyNamedOnlyInATextHasAPageWithItsNotesAndTheClaimsThatNameIt() {
    Tree site =
        Sites.built(
            root,
            SETTINGS
                + note("a", "Prices rose.\n\n- **[Fact]** Nvidia sells most, [they say](https://s.example/). {#most}\n- **[Fact]** Nobody else does, [they say](https://s.example/). {#nobody}")
                + note("b", "A word about NVIDIA.")
                + note("c", "Nothing of it.")
                + note("d.ko", "엔비디아는 다르다.\n\n- **[사실]** 삼성전자가 앞선다, [그들](https://s.example/). {#ahead}"));
    Document nvidia = page(site, "entities/nvidia/index.html");
    assertEquals(List.of("a", "b"), nvidia.select(".card-title").eachText().stream().sorted().toList());
    assertEquals(List.of("Nvidia sells most, they say."), nvidia.select(".known .claims > li > a").eachText());
    assertFalse(nvidia.select(".known").text().contains("Nobody else"), nvidia.select(".known").text());
    assertTrue(site.has("claims/entity/nvidia/index.html"));
    assertTrue(site.has("entities/nvidia/feed.xml"));
    Document korean = page(site, "ko/entities/nvidia/index.html");
    assertEquals("엔비디아", korean.select("h1").text());
    assertEquals(List.of("d"), korean.select(".card-title").eachText());
    assertTrue(page(site, "ko/entities/samsung-electronics/index.html").select(".known").text().contains("삼성전자가 앞선다"));
    assertFalse(site.has("entities/meta/index.html"));
    assertTrue(site.text("claims.json").contains("\"entities\":[\"Nvidia\"]"), site.text("claims.json"));
  }

  @Test
  void aKoreanNameMayCarryAParticleAndAWordThatGoesOnIsAnotherOne() {
    for (String text : List.of("삼성전자는 판다.", "값은 삼성전자의 것이다.", "삼성전자에게서 샀다.", "삼성전자로부터는 없다.", "삼성전자였다.", "“삼성전자”가", "(삼성전자)", "삼성전자·SK", "삼성전자에서도 그렇다.", "삼성전자만이 남았다.", "삼성전자입니다.", "삼성전자와의 계약")) {
      assertEquals(List.of("삼성전자"), linked(text), text);
    }
    assertEquals(List.of(), linked("삼성전자서비스와 구삼성전자와 삼성전자주가"));
    assertEquals(List.of("NVIDIA", "SK하이닉스", "마이크론", "TSMC"), linked("NVIDIA의 칩, SK하이닉스가 만든 것, 마이크론향 장비, TSMC에서."));
  }

  @Test
  void aLatinNameIsAWholeWordInItsOwnLetters() {
    assertEquals(List.of("Nvidia"), linked("Nvidia's parts."));
    assertEquals(List.of("NVIDIA"), linked("NVIDIA-made parts."));
    assertEquals(List.of("SK hynix"), linked("The parts of SK\nhynix sell."));
    assertEquals(List.of("AT&T"), linked("Ask AT&T."));
    assertEquals(List.of("Meta", "Arm"), linked("Meta and Arm."));
    assertEquals(List.of(), linked("The meta level, an arm's length, Metal, Armor, nvidia.com, Metas, _Meta_x, Meta2, icy ICE, an X axis."));
  }

  @Test
  void aTickerThatMightBeAWordCountsOnlyWhereAnExchangeOrASignSaysSo() {
    assertEquals(List.of(), linked("ICE in the MU, 2330 tokens a second, and TSM alone. nvda too."));
    assertEquals(List.of("MU", "ICE", "2330"), linked("$MU fell; NYSE: ICE rose; (2330) too."));
    assertEquals(List.of("NVDA", "005930.KS"), linked("NVDA and 005930.KS."));
  }

  @Test
  void namesInCodeLinksHeadingsAndHeadsOfTablesAreNoMentions() {
    Tree site =
        Sites.built(
            root,
            SETTINGS
                + note("a", "# Nvidia\n\n## Nvidia\n\n`Nvidia` [Nvidia](https://n.example/) https://nvidia.example/Nvidia\n\n```\nNvidia\n```\n\n    Nvidia\n\n| Nvidia | x |\n| --- | --- |\n| a | b |\n\n<!-- Nvidia -->\n\n![Nvidia](https://p.example/x.png)"));
    assertFalse(site.has("entities/nvidia/index.html"));
    assertTrue(page(site, "post/a/index.html").select(".text a.entity").isEmpty());
  }

  @Test
  void aSiteThatListsNoEntitiesGathersTheClaimsThatNameThoseOfTheirNotesHead() {
    Tree site =
        Sites.built(
            root,
            """
            -- content/site.yaml --
            title: T
            -- content/post/a.md --
            ---
            title: A
            date: 2026-03-01
            entities: [Acme]
            ---
            - **[Fact]** Acme is small, [they say](https://s.example/). {#small}
            - **[Fact]** Water is wet, [they say](https://s.example/). {#wet}
            """);
    String known = page(site, "entities/acme/index.html").select(".known").text();
    assertTrue(known.contains("Acme is small") && !known.contains("Water"), known);
  }

  @Test
  void manyNamesInAHostileTextAreReadInOnePass() {
    StringBuilder names = new StringBuilder("-- content/site.yaml --\ntitle: T\nentities:\n");
    for (int i = 1; i <= 300; i++) {
      names.append("  - {name: ").append("Ab".repeat(i)).append("}\n");
    }
    Tree site = Sites.built(root, names + note("a", "Ab".repeat(50_000) + " " + "Ab ".repeat(50_000)));
    assertTrue(site.has("entities/ab/index.html"));
  }

  @Test
  void aNameThatComesToTheSettingsIsFoundInNotesThatWereReadBefore(@TempDir Path clean) throws IOException {
    String later = SETTINGS.replace("  - {name: Meta}\n", "  - {name: Meta}\n  - {name: Acme, aliases: [Akme]}\n");
    SiteText.of(SETTINGS + note("a", "Akme and Nvidia.") + note("b", "Other.")).into(root);
    assertTrue(Sites.build(root).succeeded());
    assertFalse(Tree.of(root.resolve("site")).has("entities/acme/index.html"));
    Files.writeString(root.resolve("content/site.yaml"), SiteText.of(later).tree().text("content/site.yaml"));
    assertTrue(Sites.build(root).succeeded());
    SiteText.of(later + note("a", "Akme and Nvidia.") + note("b", "Other.")).into(clean);
    assertTrue(Sites.build(clean).succeeded());
    Tree after = Tree.of(root.resolve("site"));
    assertTrue(after.has("entities/acme/index.html"));
    assertEquals("", Tree.of(clean.resolve("site")).difference(after));
  }
}
