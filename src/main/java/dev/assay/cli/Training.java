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
/// is wrong with it. It begins as the program does. Once more, in a process of its own, the same sites are only built after an
/// edit and again: from that comes a cache with a third of the classes, for later builds of large sites.
///
/// Not a command: the starter runs it on a copy of the demonstration site, once for each build of the program.
public final class Training {
  private static final String NOTE = "content/post/training.md";

  /// What notes usually hold, one of each.
  private static final String TEXT =
      """
      ---
      title: "Training"
      date: 2026-01-01
      description: A note with one of each.
      tags: [training]
      categories: [examples]
      ---

      A *text* with `code`, “quotes”, 표 하나 and [another note](warned-0.md).[^1]

      ## What is measured

      | what | kind | share | source |
      | :--- | --- | ---: | --- |
      | The interface is twice as wide | Fact | 12.5 % | [A paper](https://example.org/paper) |
      | Its price falls | Speculation | 1,250 | |

      | year | first | second |
      | --- | ---: | ---: |
      | 2025 | 151.08 | 570 |
      | 2026 | −7.5 | n/a |

      - **[Fact]** Its bandwidth doubles. ([source](https://example.org/bandwidth))
      - **[Fact]** Per Reuters, it ships in May. {#training-ships}
      - **[Inference]** It follows from [this](https://example.org/). {because=#training-ships}
      - **[Speculation]** It may be late.
        - An item in an item.
      - **[Blocked]** The price is not known.

      1. **First**: a step.
      2. **Second**: another one.

      > Somebody said it
      > in two lines.

      ### How it is done

      ```python
      for step in range(50):
          cost = step * 0.7
      ```

          indented

      ## Next checkpoints

      | When | Signal |
      | --- | --- |
      | 2026-12-01 | The price is published |

      [^1]: A note at the foot.

      ---
      """;
  private static final String MORE = "\nMore of it.\n";

  /// So many warnings of one kind that the last are only counted.
  private static final int WARNED = 24;

  private Training() {}

  /// @param args the folder of a site, which will be changed; and `later` where it was trained on before
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    Ahead.begin("build");
    Terminal.system(System.getenv());
    Path root = Path.of(args[0]);
    if (args.length > 1) {
      later(root);
      later(root.resolve("small"));
    } else {
      first(root);
    }
  }

  private static void first(Path root) throws IOException {
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
    Files.writeString(note, TEXT);
    for (int i = 0; i < WARNED; i++) {
      Files.writeString(note.resolveSibling("warned-" + i + ".md"), "---\ntitle: Warned\ndate: 2026-01-01\n---\n- **[Inference]** It follows from nothing.\n");
    }
    build(root);
    build(root);
    Files.writeString(note, MORE, StandardOpenOption.APPEND);
    build(root);
    Files.writeString(note, "\n[A link](missing.md).\n", StandardOpenOption.APPEND);
    run("check", "--root", root.toString());
  }

  /// Another text than that of the last build and nothing else, and then nothing.
  private static void later(Path root) throws IOException {
    Files.writeString(root.resolve(NOTE), TEXT + MORE + "Still more of it.\n");
    build(root);
    build(root);
  }

  private static void build(Path root) {
    run("build", "--root", root.toString());
  }

  private static void run(String... words) {
    PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Main.run(new Terminal(nobody, nobody, false, false), words);
  }
}
