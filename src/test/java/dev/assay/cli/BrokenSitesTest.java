package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.testing.Golden;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A site with one thing wrong: the exact words that its writer reads, and an output that is as it was.
class BrokenSitesTest {
  private static final String SOUND =
      """
      -- content/site.yaml --
      title: Sound
      base_url: https://sound.example/
      -- content/post/one.md --
      ---
      title: One
      date: 2026-01-02
      ---
      The first note.
      """;

  @TempDir private Path root;

  private record Run(int code, String out, String err) {}

  private static Run run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
    int code = Main.run(terminal, args);
    return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Run build() {
    return run("build", "--root", root.toString(), "--today", "2026-11-22");
  }

  private void refuses(String name) {
    Tree before = Tree.of(root.resolve("site"));
    Run run = build();
    assertEquals(1, run.code(), run.out() + run.err());
    assertEquals("", run.out());
    Golden.check("broken/" + name + ".txt", run.err());
    assertEquals("", before.difference(Tree.of(root.resolve("site"))));
  }

  private void soundSite() {
    SiteText.of(SOUND).into(root);
    Run run = build();
    assertEquals(0, run.code(), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bad-yaml | content/post/two.md | ---\\ntitle: \"unclosed\\ndate: 2026-01-03\\n---\\ntext\\n",
        "unknown-key | content/post/two.md | ---\\ntitle: Two\\ntgas: [x]\\n---\\ntext\\n",
        "unknown-setting | content/site.yaml | title: Sound\\nbase_ulr: https://sound.example/\\n",
        "duplicate-key | content/post/two.md | ---\\ntitle: Two\\ndate: 2026-01-03\\ntitle: Three\\n---\\ntext\\n",
        "broken-link | content/post/two.md | ---\\ntitle: Two\\n---\\nSee [the first](onne.md) and [that](one.md#no-such-part).\\n",
        "two-files-one-address | content/post/two.md | ---\\ntitle: Two\\nslug: one\\n---\\ntext\\n",
        "template-error | templates/note.ftlh | <#import 'layout.ftlh' as layout>\\n<p>${page.head.titel}</p>\\n",
        "template-syntax | templates/note.ftlh | <#if page.head.draft>\\n<p>\\n",
        "unknown-scenario | content/post/two.md | ---\\ntitle: Two\\nscenarios: {base: {hardware: h100-sxm, model: llama-3.1-70b}}\\n---\\nCosts {cost}`bsae.usd_per_million_output_tokens` today.\\n",
        "unknown-hardware | content/post/two.md | ---\\ntitle: Two\\nscenarios: {base: {hardware: h100-smx, model: llama-3.1-70b}}\\n---\\ntext\\n",
        "wrong-unit | content/post/two.md | ---\\ntitle: Two\\nscenarios:\\n  base:\\n    hardware: h100-sxm\\n    model: llama-3.1-70b\\n    electricity: 3.35 TB/s\\n---\\ntext\\n",
        "unknown-kind | content/post/two.md | ---\\ntitle: Two\\n---\\ntext\\n\\n:::{infrence} #x\\nIt follows.\\n:::\\n",
        "unknown-directive | content/post/two.md | ---\\ntitle: Two\\n---\\ntext\\n\\n```{cost-tabel}\\nscenarios: [base]\\n```\\n",
        "include-loop | templates/note.ftlh | <#include 'other.ftlh'>\\n",
        "hostile-path | content/post/two.md | ---\\ntitle: Two\\nurl: /../../etc/cron.d/x\\n---\\ntext\\n",
        "unknown-premise | content/post/two.md | ---\\ntitle: Two\\n---\\n- **[Fact]** A. [s](https://s.example/) {#alpha}\\n- **[Inference]** B. {#beta because=#alhpa}\\n",
        "several-at-once | content/post/two.md | ---\\ntitle: Two\\ntgas: [x]\\ndate: someday\\n---\\nSee [x](gone.md).\\n",
      })
  void a_broken_site_says_what_is_wrong_and_where(String name, String file, String text) throws IOException {
    soundSite();
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    String note = text.replace("\\n", "\n");
    // The date goes last into the head, so that the lines above keep their numbers.
    boolean undated = note.startsWith("---\ntitle: Two") && !note.contains("\ndate: ");
    Files.writeString(path, undated ? note.replaceFirst("\n---\n", "\ndate: 2026-01-03\n---\n") : note);
    if (name.equals("include-loop")) {
      Files.writeString(root.resolve("templates/other.ftlh"), "<p>\n<#include \"note.ftlh\">\n");
    }
    refuses(name);
  }

  @Test
  void an_unreadable_file_is_named() throws IOException {
    soundSite();
    Files.createSymbolicLink(root.resolve("content/post/gone.md"), Path.of("nowhere.md"));
    refuses("unreadable-file");
  }

  @Test
  void a_link_that_leads_out_of_the_site_is_not_followed(@TempDir Path elsewhere) throws IOException {
    soundSite();
    Path secret = Files.writeString(elsewhere.resolve("secret.md"), "# Secret\n");
    Files.createSymbolicLink(root.resolve("content/post/secret.md"), secret);
    refuses("link-outside");
  }

  @Test
  void text_that_is_not_utf8_is_shown_where_it_breaks() throws IOException {
    soundSite();
    Files.write(root.resolve("content/post/latin.md"), "---\ntitle: Caf\u00e9\n---\ntext\n".getBytes(StandardCharsets.ISO_8859_1));
    refuses("not-utf8");
  }

  @Test
  void a_foreign_file_in_the_way_is_not_overwritten() throws IOException {
    soundSite();
    Files.createDirectories(root.resolve("site/post/two"));
    Files.writeString(root.resolve("site/post/two/index.html"), "mine");
    Files.writeString(root.resolve("content/post/two.md"), "---\ntitle: Two\ndate: 2026-01-03\n---\ntext\n");
    refuses("foreign-file");
  }
}
