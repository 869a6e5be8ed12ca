package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `check` says of an archive as it comes from another tool: a thousand notes full of claims that nobody named and
/// that rest on nothing, and among them the one thing that matters.
class ArchivesTest {
  private static final int NOTES = 1000;

  @TempDir private Path root;

  private record Run(int code, String out) {}

  private Run check(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    List<String> all = new ArrayList<>(List.of("check", "--root", root.toString(), "--today", "2026-11-22"));
    all.addAll(List.of(args));
    int code = Main.run(new Terminal(print, new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), false, false), all.toArray(String[]::new));
    return new Run(code, out.toString(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void writeTheArchive() throws IOException {
    Files.createDirectories(root.resolve("content/post"));
    Files.writeString(root.resolve("content/site.yaml"), "title: Archive\nbase_url: https://archive.example/\n");
    for (int i = 0; i < NOTES; i++) {
      Files.writeString(
          root.resolve(String.format(Locale.ROOT, "content/post/n%04d.md", i)),
          """
          ---
          title: Note %d
          date: 2020-01-01
          ---
          [Fact] Prices rose by %d per cent.

          [Fact] Supply was short.

          [Inference] So it will go on.

          [Inference] And dearer it will be.
          """.formatted(i, i));
    }
    Files.writeString(
        root.resolve("content/post/n0700.md"),
        "---\ntitle: Note 700\ndate: 2020-01-01\n---\n[Fact] [It rose](https://a.example/). {#rose}\n\n[Fact] It fell. {#fell because=#rose probability=40%}\n");
  }

  @Test
  void whatMattersIsSeenAmongAThousandNotes() {
    Run check = check();
    assertEquals(0, check.code(), check.out());
    assertTrue(check.out().lines().count() <= 60, check.out());
    assertTrue(check.out().contains("content/post/n0000.md:5:1: warning[fact-without-source]: 2 facts without a name here name no source"), check.out());
    assertTrue(check.out().contains("content/post/n0700.md:7:1: warning[probability-without-due]"), check.out());
    assertTrue(check.out().contains("\nwarning[inference-without-premise]: 996 more of this kind, in 996 files\n"), check.out());
    assertTrue(check.out().endsWith(" in 1000 files\n"), check.out());
  }

  @Test
  void anErrorIsShownInFull() throws IOException {
    Files.writeString(root.resolve("content/post/n0900.md"), "---\ntitle: X\ndate: 2020-01-01\n---\nSee [it](nowhere.md).\n");
    Run check = check();
    assertEquals(1, check.code());
    assertTrue(check.out().contains("content/post/n0900.md:5:10: error[broken-link]: 'nowhere.md' leads nowhere\n  See [it](nowhere.md).\n"), check.out());
    assertTrue(check.out().lines().count() <= 60, check.out());
  }

  @Test
  void programsAndWhoAsksForAllGetEachOne() {
    JsonNode json = new JsonMapper().readTree(check("--format", "json").out());
    int warnings = json.get("warnings").intValue();
    assertTrue(warnings >= 2 * (NOTES - 1), "warnings " + warnings);
    assertEquals(warnings, json.get("problems").size());
    JsonNode sarif = new JsonMapper().readTree(check("--format", "sarif").out());
    assertEquals(warnings, sarif.get("runs").get(0).get("results").size());
    assertEquals(warnings, check("--all").out().lines().filter(line -> line.contains(": warning[")).count());
  }

  @Test
  void aStrictCheckFailsAndShowsTheSameOneOnceUnlessAllAreAskedFor() {
    Run strict = check("--strict");
    assertEquals(1, strict.code());
    assertTrue(strict.out().contains("\nerror[inference-without-premise]: 998 more of this kind, in 998 files\n"), strict.out());
    Run all = check("--strict", "--all");
    assertEquals(NOTES - 1, all.out().lines().filter(line -> line.contains(": error[inference-without-premise]")).count());
  }
}
