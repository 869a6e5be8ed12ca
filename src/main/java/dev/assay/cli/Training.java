package dev.assay.cli;

import dev.assay.build.Ahead;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// Does what users do most, once, so that Java can note which classes that takes and have them ready at the next start
/// (JEP 483, `-XX:AOTCacheOutput`): a site is built, built again, built after an edit of a text, and checked while something
/// is wrong with it. It begins as the program does.
///
/// Not a command: the starter runs it on a copy of the demonstration site, once for each build of the program.
public final class Training {
  private static final String NOTE = "content/post/training.md";

  /// So many warnings of one kind that the last are only counted.
  private static final int WARNED = 24;

  private Training() {}

  /// @param args the folder of a site, which will be changed
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    Ahead.begin("build");
    Terminal.system(System.getenv());
    Path root = Path.of(args[0]);
    site(root);
    // Without a search words are brought onto pages another way; and a theme of one's own is put together at each start.
    Path small = root.resolve("small");
    Files.createDirectories(small.resolve("content"));
    Files.writeString(
        small.resolve("content/site.yaml"),
        "title: Small\nbase_url: https://example.org/\nsearch: false\ntaxonomies: [tags, categories]\nfeeds:\n  formats: [rss]\n  archives: false\n");
    Files.createDirectories(small.resolve("templates/assets"));
    Files.writeString(small.resolve("templates/assets/own.css"), "body { color: black }\n");
    site(small);
  }

  private static void site(Path root) throws IOException {
    Path note = root.resolve(NOTE);
    Files.createDirectories(note.getParent());
    Files.writeString(note, "---\ntitle: Training\ndate: 2026-01-01\n---\nA *text*.\n\n- **[Inference]** It follows from [this](https://example.org/).\n");
    for (int i = 0; i < WARNED; i++) {
      Files.writeString(note.resolveSibling("warned-" + i + ".md"), "---\ntitle: Warned\ndate: 2026-01-01\n---\n- **[Inference]** It follows from nothing.\n");
    }
    String[] build = {"build", "--root", root.toString()};
    run(build);
    run(build);
    Files.writeString(note, "\nMore of it.\n", StandardOpenOption.APPEND);
    run(build);
    Files.writeString(note, "\n[A link](missing.md).\n", StandardOpenOption.APPEND);
    run("check", "--root", root.toString());
  }

  private static void run(String... words) {
    PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Main.run(new Terminal(nobody, nobody, false, false), words);
  }
}
