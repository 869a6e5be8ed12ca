package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `assay resolve`: what became of a claim is written into the head of a note, and nothing that cannot be.
class ResolveCommandTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/
      -- content/post/a.md --
      ---
      title: A   # as it was
      date: 2026-01-02
      ---
      - [Fact](https://s.example/) It is so. {#so}
      - [Inference] Thus. {#thus because=#so}

      ## Next checkpoints

      | Item | Strong |
      | --- | --- |
      | Orders {#orders} | more |
      -- content/post/later.md --
      +++
      title = "Later"
      date = 2026-03-02
      +++
      What came.
      """;

  @TempDir private Path root;
  private String out = "";
  private String err = "";

  @BeforeEach
  void writeTheSite() {
    SiteText.of(SITE).into(root);
  }

  private int run(String... words) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--root", root.toString()));
    int code =
        Main.run(
            new Terminal(
                new PrintStream(outBytes, true, StandardCharsets.UTF_8), new PrintStream(errBytes, true, StandardCharsets.UTF_8), false, false),
            all.toArray(String[]::new));
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  private String text(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  @Test
  void theClaimsOwnNoteTellsItAndNothingElseOfItChanges() throws IOException {
    String before = text("content/post/a.md");
    assertEquals(0, run("resolve", "a#thus", "confirmed", "--date", "2026-02-01", "--note", "It came: \"so\"", "--source", "https://s.example/x"), () -> err);
    String after = text("content/post/a.md");
    assertTrue(after.startsWith("---\ntitle: A   # as it was\ndate: 2026-01-02\nhistory:\n"), after);
    assertEquals(before.substring(before.indexOf("- [Fact]")), after.substring(after.indexOf("- [Fact]")));
    assertTrue(out.contains("content/post/a.md:4: history:"), out);
    assertEquals(0, run("check", "--strict"), () -> out + err);
    assertEquals(0, run("claims", "--status", "confirmed"), () -> err);
    assertTrue(out.contains("a#thus"), out);
  }

  @Test
  void anotherNoteMayTellItAndWhatRestsOnItIsListed() throws IOException {
    assertEquals(0, run("resolve", "a#so", "refuted", "--date", "2026-03-01", "--in", "later"), () -> err);
    assertTrue(text("content/post/later.md").contains("[[history]]\n"), text("content/post/later.md"));
    assertTrue(out.contains("this inference rests on 'a#so', refuted on 2026-03-01"), out);
    assertEquals(0, run("resolve", "a#thus", "amended", "--date", "2026-03-02", "--in", "content/post/later.md"), () -> err);
    assertEquals(0, run("check", "--strict"), () -> out + err);
  }

  @Test
  void aCheckpointIsResolvedLikeAClaim() throws IOException {
    assertEquals(0, run("resolve", "a#orders", "refuted", "--date", "2026-03-01"), () -> err);
    assertTrue(text("content/post/a.md").contains("a#orders"));
    assertEquals(0, run("check", "--strict"), () -> out + err);
  }

  @Test
  void whatCannotBeIsRefusedAndNothingIsWritten() throws IOException {
    String before = text("content/post/a.md");
    assertEquals(1, run("resolve", "a#thsu", "refuted"));
    assertTrue(err.contains("no claim is named 'a#thsu'") && err.contains("did you mean 'a#thus'?"), err);
    assertEquals(1, run("resolve", "a#so", "unblocked"));
    assertTrue(err.contains("'a#so' is a fact, so it cannot be unblocked"), err);
    assertEquals(1, run("resolve", "a#so", "refuted", "--date", "2025-01-01"));
    assertTrue(err.contains("it was first made on 2026-01-02"), err);
    assertEquals(1, run("resolve", "a#so", "refuted", "--date", "2999-01-01"));
    assertTrue(err.contains("is not in force before that day"), err);
    assertEquals(1, run("resolve", "a#so", "refuted", "--in", "latr"));
    assertTrue(err.contains("did you mean 'later'?"), err);
    assertEquals(2, run("resolve", "a#so", "refutd"));
    assertTrue(err.contains("did you mean 'refuted'?"), err);
    assertEquals(before, text("content/post/a.md"));
  }

  @Test
  void aDryRunWritesNothing() throws IOException {
    String before = text("content/post/a.md");
    assertEquals(0, run("resolve", "a#so", "refuted", "--dry-run"), () -> err);
    assertTrue(out.contains("nothing was written (--dry-run)"), out);
    assertEquals(before, text("content/post/a.md"));
  }
}
