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
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a hub and a note say at a glance, on 22 November 2026.
class GlancesTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: T
      base_url: https://x.example/
      languages: [en, ko]
      -- content/hub/power.md --
      ---
      title: Power
      ---
      Hub.
      -- content/hub/power.ko.md --
      ---
      title: 전력
      ---
      허브.
      -- content/post/one.md --
      ---
      title: One
      date: 2026-01-01
      hubs: [power]
      ---
      - **[Fact]** The wire is <b>long</b>, [they say](https://s.example/a). {#long}
      - **[Fact]** The wire is old, [they](https://s.example/b) [say](https://s.example/c). {#old}
      - **[Fact]** The wire was cheap, [they say](https://s.example/a). {#cheap}
      - **[Inference]** So it loses much. {#loses because=#long}
      - **[Inference]** So it was bought. {#bought because=#cheap}
      - **[Speculation]** It will be renewed. {due=2026-12-31 probability=40%}
      - **[Speculation]** It will be buried. {due=2027 probability=70%}
      - **[Speculation]** It will fall. {due=2026-10-01 probability=10%}

      ## Next checkpoints

      | Checkpoint | When |
      | --- | --- |
      | The grid's report | 2026-12-15 |
      -- content/post/two.md --
      ---
      title: Two
      date: 2026-02-01
      hubs: [power]
      history: [{claim: "one#cheap", status: refuted, date: 2026-02-01, note: It was dear.}]
      corrections: [{date: 2026-03-01, note: A number was wrong.}]
      ---
      Text.
      -- content/post/apart.md --
      ---
      title: Apart
      date: 2026-02-01
      ---
      - **[Fact]** Elsewhere, [they say](https://s.example/z).
      -- content/post/bare.ko.md --
      ---
      title: 짧은 글
      date: 2026-02-01
      hubs: [power]
      ---
      - **[추측]** 곧 바뀐다. {due=2027-01-01}
      """;

  @TempDir private Path root;

  private static Elements parts(Tree site, String page) {
    return Jsoup.parse(site.text(page)).select("aside.context > div");
  }

  private static String part(Elements parts, String heading) {
    return String.join("\n", parts.stream().filter(part -> part.select("b").first().text().equals(heading)).flatMap(part -> part.select("li").stream()).map(Element::text).toList());
  }

  /// The first claim of each kind.
  private static List<String> firmest(Tree site, String page) {
    return Jsoup.parse(site.text(page)).select(".known .claims").stream().map(list -> list.select("li > a").first().text()).toList();
  }

  @Test
  void aHubSaysWhatIsFirmestWhatIsNextAndWhatChanged() {
    Tree site = Sites.built(root, SITE);
    Elements parts = parts(site, "page/power/index.html");
    assertEquals(List.of("New", "Due next", "Since then"), parts.stream().map(part -> part.select("b").first().text()).toList());
    // What fell, and what rests on it, is not firm; a fact on which something rests is firmer than one with more sources.
    assertEquals(List.of("The wire is long, they say.", "So it loses much.", "It will be buried."), firmest(site, "page/power/index.html"));
    assertEquals("15 December 2026 The grid's report\n31 December 2026 It will be renewed.\n2027 It will be buried.\n1 overdue", part(parts, "Due next"));
    assertTrue(part(parts, "Since then").contains("1 February 2026 Refuted The wire was cheap"), part(parts, "Since then"));
    assertTrue(part(parts, "Since then").contains("1 March 2026"), part(parts, "Since then"));
    assertEquals("/post/one/#long", Jsoup.parse(site.text("page/power/index.html")).select(".known li a").first().attr("href"));
    assertFalse(parts.text().contains("Elsewhere"));
  }

  @Test
  void aNoteSaysWhatIsNext() {
    Tree site = Sites.built(root, SITE);
    assertEquals("15 December 2026 The grid's report\n31 December 2026 It will be renewed.\n1 overdue", part(parts(site, "post/one/index.html"), "Due next"));
    assertEquals("", part(parts(site, "post/two/index.html"), "Due next"));
    assertTrue(parts(site, "post/apart/index.html").isEmpty());
  }

  @Test
  void aHubInKoreanSaysItInKorean() {
    Tree site = Sites.built(root, SITE);
    assertEquals("2027년 1월 1일 곧 바뀐다.", part(parts(site, "ko/page/power/index.html"), "다음 기한"));
    assertEquals(List.of("곧 바뀐다."), firmest(site, "ko/page/power/index.html"));
  }

  @Test
  void anEditInOneNoteReachesTheHub(@TempDir Path clean) throws IOException {
    Sites.built(root, SITE);
    Path two = root.resolve("content/post/two.md");
    Files.writeString(two, Files.readString(two).replace("status: refuted", "status: confirmed").replace("Text.", "- **[Speculation]** Sooner. {due=2026-11-30}"));
    assertTrue(Sites.build(root).succeeded());
    Tree grown = Tree.of(root.resolve("site"));
    Elements parts = parts(grown, "page/power/index.html");
    assertTrue(firmest(grown, "page/power/index.html").getFirst().startsWith("The wire was cheap"), parts.text());
    assertTrue(part(parts, "Due next").startsWith("30 November 2026 Sooner."), parts.text());
    SiteText.of(SITE).into(clean);
    Files.copy(two, clean.resolve("content/post/two.md"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertTrue(Sites.build(clean).succeeded());
    assertEquals(Tree.of(clean.resolve("site")).text("page/power/index.html"), grown.text("page/power/index.html"));
  }
}
