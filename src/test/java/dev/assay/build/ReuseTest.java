package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.Tree;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings and words that pages and feeds depend on without being written in the notes: when they change, what was
/// made before is not good any more.
class ReuseTest {
  private static final String SETTINGS =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/
      languages: [en, ko]
      """;

  private static final String NOTE =
      """
      -- content/post/alpha.ko.md --
      ---
      title: Alpha
      date: 2026-01-02
      scenarios:
        base:
          hardware: h100-sxm
          model: llama-3.1-8b
      ---
      Some <x-mark>marked</x-mark> words.

      ```{cost-table}
      scenarios: [base]
      columns: [usd_per_million_output_tokens]
      ```
      """;

  @TempDir private Path temp;

  private Path root() {
    return temp.resolve("site-of-alpha");
  }

  /// Builds over what was built before, and compares with a build that knows nothing.
  private Tree same(String text) {
    Tree after = Sites.built(root(), text).only(path -> !path.startsWith("."));
    Path fresh = temp.resolve("fresh");
    BuildReport clean = SiteBuild.build(Sites.options(root()).withOutput(fresh).withClean(true), Progress.NONE);
    assertTrue(clean.succeeded(), () -> Sites.problems(clean));
    assertEquals("", Tree.of(fresh).only(path -> !path.startsWith(".")).difference(after));
    return after;
  }

  @Test
  void trustingHtmlReachesTheFeedsOfNotesThatDidNotChange() {
    Tree trusted = Sites.built(root(), SETTINGS + "html: trusted\n" + NOTE);
    List<String> changed = trusted.changed(same(SETTINGS + NOTE));
    assertTrue(changed.containsAll(List.of("ko/post/alpha/index.html", "ko/feed.xml")), changed::toString);
  }

  @Test
  void anotherWordOfTheInterfaceReachesTheTablesInFeedsOfItsLanguage() {
    Sites.built(root(), SETTINGS + NOTE);
    Tree after = same(SETTINGS + NOTE + "-- templates/i18n/ko.properties --\nfigures.assumed=가정은\n");
    assertTrue(after.text("ko/feed.xml").contains("가정은"), () -> after.text("ko/feed.xml"));
  }
}
