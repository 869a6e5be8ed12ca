package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.catalog.Entry;
import dev.assay.note.FrontMatter;
import dev.assay.note.Located;
import dev.assay.problem.Problem;
import dev.assay.problem.ProblemText;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a folder's notes have in their heads where they do not say otherwise.
class NoteDefaultsTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: D
      base_url: https://d.example/
      languages: [en, ko]
      fields: {conviction: number}
      defaults:
        /: {authors: [Desk], disclaimer: No advice., params: {a: 1, b: 1}}
        post: {tags: [research], description: A note of ours.}
        post/memory: {hubs: [memory], tags: [HBM, DRAM], conviction: 3, params: {b: 2}}
        ko/post: {authors: [데스크]}
      -- content/hub/memory.md --
      ---
      title: Memory
      ---
      Hub.
      -- content/post/plain.md --
      No head at all.
      -- content/post/memory/bare.md --
      ---
      title: Bare
      date: 2026-01-01
      ---
      Text.
      -- content/post/memory/own.md --
      ---
      title: Own
      date: 2026-01-02
      keywords: [mine]
      summary: My own.
      authors: [Me]
      params: {c: 3}
      ---
      Text.
      -- content/ko/post/memory/bare.md --
      ---
      title: 맨
      date: 2026-01-01
      ---
      글.
      """;

  @TempDir private Path root;

  private SiteBuild.Checked checked(String site) {
    SiteText.of(site).into(root);
    return SiteBuild.analyse(BuildOptions.of(root), Progress.NONE);
  }

  private static FrontMatter head(SiteBuild.Checked checked, String file) {
    return checked.analysis().entries().stream().map(Entry::note).filter(note -> note.source().value().equals(file)).findFirst().orElseThrow().head();
  }

  private static List<String> values(List<Located<String>> all) {
    return all.stream().map(Located::value).toList();
  }

  @Test
  void theNearerFolderWinsAndANoteOverBoth() {
    SiteBuild.Checked checked = checked(SITE);
    assertEquals(List.of("missing-date"), checked.report().problems().stream().map(p -> p.code().word()).toList(), () -> ProblemText.of(false).report(checked.report().problems()));
    FrontMatter bare = head(checked, "post/memory/bare.md");
    assertEquals("[HBM, DRAM] [Desk] [memory]", bare.tags() + " " + bare.authors() + " " + values(bare.hubs()));
    assertEquals("A note of ours. No advice.", bare.description().orElseThrow() + " " + bare.disclaimer().orElseThrow());
    FrontMatter own = head(checked, "post/memory/own.md");
    assertEquals("[mine] [Me] [memory] My own.", own.tags() + " " + own.authors() + " " + values(own.hubs()) + " " + own.description().orElseThrow());
    assertEquals("[research] [Desk]", head(checked, "post/plain.md").tags() + " " + head(checked, "post/plain.md").authors());
    assertEquals("[HBM, DRAM] [데스크]", head(checked, "ko/post/memory/bare.md").tags() + " " + head(checked, "ko/post/memory/bare.md").authors());
  }

  @Test
  void whatIsWrongWithADefaultIsToldOnceInTheSettings() {
    List<Problem> problems =
        checked(
            """
            -- content/site.yaml --
            title: D
            base_url: https://d.example/
            defaults:
              post:
                id: one
                tags: {a: b}
                tagz: [a]
              pots: {tags: [a]}
              hub: [a]
            -- content/post/a.md --
            ---
            title: A
            date: 2026-01-01
            ---
            Text.
            -- content/post/b.md --
            ---
            title: B
            date: 2026-01-01
            ---
            Text.
            """).report().problems();
    assertEquals(
        List.of(
            "content/site.yaml:5:5: 'id' belongs to one note, so that a folder cannot have a default for it | take it out of 'defaults'",
            "content/site.yaml:6:11: ", "content/site.yaml:7:5: ",
            "content/site.yaml:8:3: no folder under 'content' is called 'pots' | did you mean 'post'?",
            "content/site.yaml:9:8: 'defaults' of 'hub' should be keys and values | write {tags: [HBM]}"),
        problems.stream().map(p -> p.place() + ": " + (p.place().line() == 6 || p.place().line() == 7 ? "" : p.message() + " | " + p.hint())).toList(),
        () -> ProblemText.of(false).report(problems));
  }

  @Test
  void aChangedDefaultReachesPagesThatWereBuilt() throws IOException {
    SiteText.of(SITE).into(root);
    assertTrue(SiteBuild.build(BuildOptions.of(root), Progress.NONE).succeeded());
    Path settings = root.resolve("content/site.yaml");
    Files.writeString(settings, Files.readString(settings).replace("No advice.", "Changed."));
    assertTrue(SiteBuild.build(BuildOptions.of(root), Progress.NONE).succeeded());
    assertEquals("Changed.", Jsoup.parse(Tree.of(root.resolve("site")).text("post/bare/index.html")).select(".disclaimer").text());
  }
}
