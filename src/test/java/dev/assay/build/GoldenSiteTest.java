package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.feed.RssRules;
import dev.assay.note.PagePolicy;
import dev.assay.testing.FinishedFiles;
import dev.assay.testing.Golden;
import dev.assay.testing.SiteLinks;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole site and the whole of what becomes of it. The site has templates of its own that print each view plainly,
/// so that a change of the theme leaves the golden files alone, and a change of the program does not.
class GoldenSiteTest {
  /// What the theme (styles, icons), the cost model (figures of scenarios) and the drawing of cards put there; they have tests of their own.
  private static final Pattern ELSEWHERE = Pattern.compile("\\..*|assets/.*|cost/.*|(.*/)?card-[0-9a-f]+\\.png");

  private static final Pattern MACHINES = Pattern.compile(".*feed\\.xml|claims\\.json|sitemap\\.xml|robots\\.txt");

  @TempDir private static Path root;
  private static Tree site;

  @BeforeAll
  static void buildTheSite() {
    SiteText.resource("golden-site.txt").into(root);
    BuildReport report = Sites.build(root);
    assertTrue(report.succeeded(), () -> Sites.problems(report));
    Golden.check("site/problems.txt", Sites.problems(report));
    site = Tree.of(root.resolve("site")).only(path -> !ELSEWHERE.matcher(path).matches());
  }

  @Test
  void pagesAreAsTheyWere() {
    Golden.check("site/pages.txt", site.only(path -> !MACHINES.matcher(path).matches()));
  }

  @Test
  void feedsAndFilesForMachinesAreAsTheyWere() {
    String text = SiteText.text(site.only(path -> MACHINES.matcher(path).matches()));
    Golden.check("site/machines.txt", text.replaceAll("(/assets/[a-z]+)\\.[0-9a-f]{10}\\.", "$1.*."));
  }

  @Test
  void whatIsGoldenIsSound() {
    assertEquals(List.of(), FinishedFiles.brokenUnder(PagePolicy.STRICT.text(), Tree.of(root.resolve("site")).only(path -> !path.startsWith("."))));
    assertEquals(List.of(), new SiteLinks(Tree.of(root.resolve("site")), "https://golden.example/lab/").broken());
    site.files().forEach(
        (path, bytes) -> assertEquals(List.of(), path.endsWith("feed.xml") ? RssRules.brokenBy(bytes) : List.of(), path));
  }
}
