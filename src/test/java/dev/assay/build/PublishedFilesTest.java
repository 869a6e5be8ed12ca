package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that pages name, and what the sitemap says of pages.
class PublishedFilesTest {
  private static final String SETTINGS =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/
      """;

  @TempDir private Path temp;

  private List<String> errors(String text) {
    SiteText.of(text).into(temp);
    return Sites.build(temp).problems().stream().map(p -> p.place().file() + ": " + p.message() + " | " + p.hint()).toList();
  }

  @Test
  void aPictureOfTheHeadMayBeGivenByAnyPathThatALinkMayTake() {
    for (String path : List.of("../pictures/chart.png", "/pictures/chart.png", "./../pictures/chart.png")) {
      Tree site =
          Sites.built(
              temp,
              SETTINGS + "-- content/pictures/chart.png --\nnot really\n-- content/post/alpha.md --\n---\ntitle: Alpha\ndate: 2026-01-02\n"
                  + "image: {src: " + path + ", alt: A chart}\n---\nText.\n");
      var page = Jsoup.parse(site.text("post/alpha/index.html"));
      assertEquals(1, page.select("img[src=/pictures/chart.png]").size(), path);
      assertEquals("https://small.example/pictures/chart.png", page.selectFirst("meta[property=og:image]").attr("content"));
    }
  }

  @Test
  void twoNotesOfOneSlugCannotPublishFiguresUnderOneAddress() {
    String note =
        "---\ntitle: Alpha\nscenarios: {base: {hardware: h100-sxm, model: llama-3.1-8b}}\n---\n```{cost-table}\nscenarios: [base]\n"
            + "columns: [usd_per_million_output_tokens]\n```\n";
    List<String> errors = errors(SETTINGS + "-- content/guide/alpha.md --\n" + note + "-- content/page/alpha.md --\n" + note);
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(errors.getFirst().contains("the address /cost/alpha/base.json is taken by the figures of content/"), errors::toString);
  }

  @Test
  void aHubChangedWhenTheLastOfItsNotesDid() {
    Tree site =
        Sites.built(
            temp,
            SETTINGS + "-- content/hub/memory.md --\n---\ntitle: Memory\ndate: 2026-01-01\n---\nText.\n"
                + "-- content/post/alpha.md --\n---\ntitle: Alpha\ndate: 2026-02-03\nhubs: [memory]\n---\nText.\n");
    assertTrue(
        site.text("sitemap.xml").replaceAll("\\s", "").contains("<loc>https://small.example/page/memory/</loc><lastmod>2026-02-03"),
        () -> site.text("sitemap.xml"));
  }
}
