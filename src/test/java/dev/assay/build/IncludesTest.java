package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludesTest {
  @TempDir Path root;

  private void write(String path, String text) throws IOException {
    Path file = root.resolve("content").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private BuildReport build() {
    BuildOptions options = BuildOptions.of(root);
    return SiteBuild.build(new BuildOptions(options.root(), options.output(), Optional.of("https://x.org/"), false, false, Optional.of(LocalDate.of(2026, 11, 22)), false, false, false, 1), Progress.NONE);
  }

  private String page() throws IOException {
    return Files.readString(root.resolve("site/post/a/index.html"));
  }

  private static List<String> said(BuildReport report) {
    return report.problems().stream().map(IncludesTest::said).toList();
  }

  private static String said(Problem problem) {
    return problem.place().file() + ":" + problem.place().line() + ":" + problem.place().column() + " " + problem.code().word() + " " + problem.message() + " | " + problem.excerpt().strip();
  }

  private static final String HEAD = "---\ntitle: A\ndate: 2026-01-01\n---\n\n";

  @Test
  void aPieceStandsWhereItIsIncludedAndAChangeOfItIsSeen() throws IOException {
    write("site.yaml", "title: T\n");
    write("post/a.md", HEAD + "Before[^1].\n\n{include legend.md}\n\n- item\n\n  ```{include} deep/more.md\n  ```\n\n[^1]: note\n");
    write("include/legend.md", "The *legend* leads to [more](#more).\n\n## More\n");
    write("include/deep/more.md", "More **words**.\n");
    assertEquals(List.of(), said(build()));
    assertTrue(page().contains("The <em>legend</em>") && page().contains("<h2 id=\"more\">") && page().contains("More <strong>words</strong>"), page());
    assertFalse(Files.exists(root.resolve("site/include")));
    write("include/legend.md", "The *other* leads.\n");
    assertEquals(List.of(), said(build()));
    assertTrue(page().contains("The <em>other</em>"));
  }

  @Test
  void whatIsWrongInAPieceIsNamedInThePiece() throws IOException {
    write("site.yaml", "title: T\n");
    write("post/a.md", HEAD + "{include p.md}\n");
    write("include/p.md", "One.\n\nSee [that](nowhere.md) and $\\fraq{a}{b}$.\n");
    assertEquals(
        List.of(
            "content/include/p.md:3:12 broken-link 'nowhere.md' leads nowhere | See [that](nowhere.md) and $\\fraq{a}{b}$.",
            "content/include/p.md:3:29 formula no command of formulas is called '\\fraq' | See [that](nowhere.md) and $\\fraq{a}{b}$."),
        said(build()));
  }

  @Test
  void whatIsWrongInADirectiveOfAPieceIsNamedInThePiece() throws IOException {
    write("site.yaml", "title: T\n");
    write("data/scenarios.yaml", "base: {hardware: b200, model: llama-3.1-70b}\n");
    write("data/prices.csv", "part,price\na,1\n");
    write("post/a.md", HEAD + "One.\n\nTwo.\n\n{include deep/p.md}\n\n{include deep/q.md}\n\n```{cost-table}\nscenarios: [bsae]\n```\n");
    write("include/deep/p.md", "Words.\n\n- item\n\n  ```{cost-table}\n  scenarios: [base]\n  colums: [a]\n  ```\n\nAnd {cost}`base.usd_per_nothing` here.\n");
    write("include/deep/q.md", "```{data-table}\nfile: prices.csv\ncolumns: [part, prize]\n```\n\n```{cost-chart}\nscenarios: [base\n```\n");
    assertEquals(
        List.of(
            "content/include/deep/p.md:7:3 unknown-key a cost table has no key 'colums' | colums: [a]",
            "content/include/deep/p.md:10:17 unknown-figure",
            "content/include/deep/q.md:3:17 unknown-data 'content/data/prices.csv' has no column 'prize' | columns: [part, prize]",
            "content/include/deep/q.md:7:12 directive-syntax",
            "content/post/a.md:15:13 unknown-scenario"),
        said(build()).stream().map(line -> line.replaceAll("(unknown-figure|directive-syntax|unknown-scenario) .*", "$1")).toList());
  }

  @Test
  void aPieceThatIsNotThereOrIncludesItselfIsNamed() throws IOException {
    write("site.yaml", "title: T\n");
    write("post/a.md", HEAD + "{include legnd.md}\n\n{include one.md}\n");
    write("include/legend.md", "x\n");
    write("include/one.md", "{include two.md}\n");
    write("include/two.md", "text\n\n{include one.md}\n");
    assertEquals(
        List.of(
            "content/include/two.md:3:10 include this piece includes itself: one.md → two.md → one.md | {include one.md}",
            "content/post/a.md:6:10 include there is no piece 'legnd.md' to include | {include legnd.md}"),
        said(build()));
  }

  @Test
  void piecesThatIncludeEachOtherManyTimesComeToAnEnd() throws IOException {
    write("site.yaml", "title: T\n");
    write("post/a.md", HEAD + "{include p0.md}\n");
    for (int i = 0; i < 30; i++) {
      write("include/p" + i + ".md", ("{include p" + (i + 1) + ".md}\n\n").repeat(2));
    }
    write("include/p30.md", "x\n");
    assertTrue(said(build()).stream().anyMatch(problem -> problem.contains("more than 200 pieces")));
  }

  @Test
  void bracesInCodeAndSentencesIncludeNothing() throws IOException {
    write("site.yaml", "title: T\n");
    write("post/a.md", HEAD + "One writes `{include p.md}` or {include p.md} so.\n\n    {include p.md}\n");
    write("include/p.md", "never\n");
    build();
    assertFalse(page().contains("never"));
  }
}
