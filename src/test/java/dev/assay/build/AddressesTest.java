package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteLinks;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may have which address: whatever claims one that is taken, or leads to one that there is not, is told where.
class AddressesTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/
      -- content/post/a.md --
      ---
      title: A
      date: 2026-01-01
      tags: [power]
      ---
      Text.
      """;

  @TempDir private Path root;

  private List<String> problems(String more) {
    SiteText.of(SITE + more).into(root);
    BuildReport report = Sites.build(root);
    assertEquals(report.succeeded(), Files.exists(root.resolve("site")));
    return report.problems().stream().map(each -> each.place().file() + ": " + each.code().word() + ": " + each.message()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "content/post/a/index.html | /post/a/index.html | content/post/a.md",
        "content/robots.txt | /robots.txt | a file that is made for every site",
        "content/index.html | /index.html | a file that is made for every site",
        "content/post/feed.xml | /post/feed.xml | a file that is made for every site",
        "content/tags/power/index.html | /tags/power/index.html | the list of 'power'",
      })
  void aFileInTheWayOfAPageIsNamedWithIt(String file, String address, String by) {
    assertEquals(
        List.of(file + ": address-taken: this file would have the address " + address + ", which is taken by " + by),
        problems("-- " + file + " --\nmine\n"));
  }

  @Test
  void anAliasMustBeFree() {
    List<String> problems =
        problems("-- content/post/b.md --\n---\ntitle: B\ndate: 2026-01-02\naliases: [/post/a/, /archive/, /tags/power/, /old/]\n---\nText.\n"
            + "-- content/post/c.md --\n---\ntitle: C\ndate: 2026-01-03\naliases: [/old/]\n---\nText.\n");
    assertEquals(4, problems.size(), problems.toString());
    assertTrue(problems.get(0).endsWith("the address /post/a/ is taken by content/post/a.md"), problems.toString());
    assertTrue(problems.get(1).endsWith("the address /archive/ is taken by a page of the site"), problems.toString());
    assertTrue(problems.get(2).endsWith("the address /tags/power/ is taken by the list of 'power'"), problems.toString());
    assertTrue(problems.get(3).contains("the address /old/ is taken by content/post/"), problems.toString());
  }

  @ParameterizedTest
  @CsvSource({"/archive/", "/post/", "/tags/power/", "/feed.xml", "/claims/fact/"})
  void aNoteCannotTakeAnAddressOfTheSite(String url) {
    List<String> problems = problems("-- content/post/b.md --\n---\ntitle: B\ndate: 2026-01-02\nurl: " + url + "\n---\nText.\n");
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.getFirst().startsWith("content/post/b.md: address-taken: the address " + url + " is taken by"), problems.toString());
  }

  @Test
  void aFolderCannotBeCalledLikeAPageOfTheSite() {
    assertEquals(
        List.of("content/claims/b.md: address-taken: the list of this folder would have the address /claims/, which is taken by a page of the site"),
        problems("-- content/claims/b.md --\n---\ntitle: B\ndate: 2026-01-02\n---\nText.\n"));
  }

  @Test
  void aMenuLeadsToPagesThatThereAre() {
    String menu = "menu: [{label: Tags, url: /tags/power/}, {label: Out, url: 'https://x.example/'}, {label: Dead, url: /post/b/}]\n";
    SiteText.of(SITE.replace("title: Small\n", "title: Small\n" + menu)).into(root);
    BuildReport report = Sites.build(root);
    assertEquals(1, report.problems().size(), () -> Sites.problems(report));
    assertEquals("the menu's 'Dead' leads to '/post/b/', which is no address of this site", report.problems().getFirst().message());
    assertFalse(report.succeeded());
  }

  @Test
  void aLogoHasToBeThere() {
    SiteText.of(SITE.replace("title: Small\n", "title: Small\nlogo: mark.svg\n")).into(root);
    BuildReport report = Sites.build(root);
    assertEquals("there is no picture 'mark.svg' to be the logo", report.problems().getFirst().message());
    SiteText.of("-- content/mark.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n").into(root);
    assertTrue(Sites.build(root).succeeded());
    assertTrue(Tree.of(root.resolve("site")).text("index.html").contains("src=\"/mark.svg\""));
  }

  @Test
  void aNoteIsInALanguageOfTheSite() {
    assertEquals(
        List.of("content/post/b.md: wrong-type: this note is in 'fr', which is none of the site's languages"),
        problems("-- content/post/b.md --\n---\ntitle: B\ndate: 2026-01-02\nlang: fr\n---\nTexte.\n"));
  }

  @Test
  void aHubOrBundleMayHaveAnAddressWithAnEnding() {
    List<String> problems =
        problems("-- content/hub/grid.md --\n---\ntitle: Grid\nurl: /special/grid.html\n---\nText.\n"
            + "-- content/post/b/index.md --\n---\ntitle: B\ndate: 2026-01-02\nhubs: [grid]\nurl: /special/b.html\n---\n![p](p.svg)\n"
            + "-- content/post/b/p.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
    assertEquals(List.of(), problems);
    Tree site = Tree.of(root.resolve("site"));
    assertTrue(site.has("special/grid.html") && site.has("special/b.html") && site.has("special/p.svg"), site.toString());
    assertEquals(List.of(), new SiteLinks(site, "https://small.example/").broken());
  }
}
