package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `assay new` with the site's own templates.
class NewFromTemplatesTest {
  @TempDir private Path root;

  @BeforeEach
  void aSite() {
    SiteText.of(
            """
            -- content/site.yaml --
            title: Desk
            base_url: https://desk.example/
            languages: [en, ko]
            authors: [Kim]
            """)
        .into(root);
  }

  private Run run(String... args) {
    List<String> all = new java.util.ArrayList<>(List.of(args));
    all.addAll(List.of("--root", root.toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false, false),
            all.toArray(String[]::new));
    return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private record Run(int code, String out, String err) {}

  private void template(String name, String text) throws IOException {
    Path file = root.resolve("templates/new/" + name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String written(String file) {
    return Tree.of(root).text(file);
  }

  @Test
  void aNoteBeginsAsTheSitesTemplateSays() throws IOException {
    template("note.md", "---\ntitle: ${title}\nslug: ${ slug }\ndate: ${date}\ntags:\n  - ${site}\ndescription: \"By ${author} on ${day}\"\n---\n\n# ${title}\n\n$${kept} costs $12, {#a}\n");
    assertEquals(0, run("new", "note", "HBM4: \"what\" it costs").code());
    String text = written("content/post/hbm4-what-it-costs.md").replaceAll("\\d{4}-\\d\\d-\\d\\d(T[0-9:+]+)?", "DAY");
    assertEquals(
        """
        ---
        title: "HBM4: \\"what\\" it costs"
        slug: hbm4-what-it-costs
        date: DAY
        tags:
          - Desk
        description: "By Kim on DAY"
        ---

        # HBM4: "what" it costs

        ${kept} costs $12, {#a}
        """,
        text);
    assertEquals(0, run("check", "--future").code());
  }

  @Test
  void theNearestTemplateCounts() throws IOException {
    template("note.md", "---\ntitle: ${title}\n---\nany\n");
    template("note.ko.md", "---\ntitle: ${title}\n---\n아무\n");
    template("post/memory.md", "---\ntitle: ${title}\n---\nmemory ${folder} ${language}\n");
    template("hub.md", "+++\ntitle = ${title}\nid = ${id}\n+++\nhub\n");
    assertEquals(0, run("new", "note", "A", "--in", "post/memory").code());
    assertEquals(0, run("new", "note", "B", "--in", "post/memory/deep").code());
    assertEquals(0, run("new", "note", "C").code());
    assertEquals(0, run("new", "note", "C", "--lang", "KO").code());
    assertEquals(0, run("new", "hub", "True").code());
    assertTrue(written("content/post/memory/a.md").endsWith("memory post/memory en\n"));
    assertTrue(written("content/post/memory/deep/b.md").endsWith("memory post/memory/deep en\n"));
    assertTrue(written("content/post/c.md").endsWith("any\n"));
    assertTrue(written("content/post/c.ko.md").endsWith("아무\n"));
    assertTrue(written("content/hub/true.md").startsWith("+++\ntitle = \"True\"\nid = \"tag:desk.example,"), written("content/hub/true.md"));
    assertEquals(0, run("check", "--drafts", "--future").code());
  }

  @Test
  void aTranslationHasTheNameOfItsOriginal() {
    assertEquals(0, run("new", "note", "Power", "--in", "post/grid").code());
    assertEquals(0, run("new", "note", "전력", "--in", "post/grid", "--name", "power.md", "--lang", "ko").code());
    assertTrue(written("content/post/grid/power.ko.md").contains("title: 전력\n"));
    assertEquals(0, run("build", "--drafts", "--future").code());
    assertTrue(written("site/ko/post/power/index.html").contains("hreflang=\"x-default\" href=\"https://desk.example/post/power/\""));
    assertEquals(2, run("new", "note", "A", "--name", "..").code());
  }

  @Test
  void withoutATemplateALanguageHasItsOwnExample() {
    assertEquals(0, run("new", "note", "전력", "--lang", "ko").code());
    assertEquals(0, run("new", "hub", "전력", "--lang", "ko").code());
    assertTrue(written("content/post/전력.ko.md").contains("**[사실]**"));
    assertTrue(written("content/hub/전력.ko.md").contains("허브"));
    assertEquals(0, run("check", "--drafts", "--future").code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          ---\\ntitle: ${titel}\\n---\\n     | templates/new/note.md:2:8: error[template]: a new note has nothing that is called 'titel' | did you mean 'title'?
          ---\\ntitle: ${}\\n---\\n          | templates/new/note.md:2:8: error[template]: a new note has nothing that is called '' | title
          ---\\ntitle: ${title}\\ntagz: []\\n---\\n | templates/new/note.md:3:1: error[unknown-key] | did you mean 'tags'?
          ---\\ntitle: ${title}\\n          | templates/new/note.md:1:1: error[front-matter-syntax]: the front matter that begins here is never closed | hint
          """)
  void whatIsWrongInATemplateIsToldWithItsPlace(String text, String line, String hint) throws IOException {
    template("note.md", text.strip().replace("\\n", "\n"));
    Tree before = Tree.of(root);
    Run run = run("new", "note", "A");
    assertEquals(1, run.code(), run::toString);
    assertTrue(run.err().contains(line.strip()), run::toString);
    assertTrue(run.err().contains(hint), run::toString);
    assertEquals("", before.difference(Tree.of(root)));
  }

  @Test
  void aTemplateThatIsNoTextIsTold() throws IOException {
    template("note.md", "");
    Files.write(root.resolve("templates/new/note.md"), "---\ntitle: ${title}\n---\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    Run run = run("new", "note", "A");
    assertEquals(1, run.code(), run::toString);
    assertTrue(run.err().contains("templates/new/note.md:4:4: error[file-not-utf8]"), run::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../x", "/etc", "a/../b", "data", "data/x", ".hidden", "a//b", "a\\b", ""})
  void aFolderIsBelowTheContent(String folder) {
    Tree before = Tree.of(root);
    Run run = run("new", "note", "A", "--in", folder);
    assertEquals(2, run.code(), run::toString);
    assertTrue(run.err().contains("is not a folder below 'content'"), run::toString);
    assertEquals("", before.difference(Tree.of(root)));
  }

  @Test
  void aLanguageIsOneOfTheSites() {
    assertTrue(run("new", "note", "A", "--lang", "ja").err().contains("the site has no language 'ja', only en, ko"));
    assertTrue(run("new", "note", "A", "--lang", "not a tag").err().contains("is not a language tag"));
    assertFalse(Files.exists(root.resolve("content/post")));
  }
}
