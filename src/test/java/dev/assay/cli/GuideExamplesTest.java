package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.build.BuildOptions;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the guide and the README show works: every note is read without an error beside the demonstration's own, every
/// command and option exists, every setting is one. Examples of claims have a test of their own, and so have the
/// library; [GuideRunsTest] runs the others, and knows of every block who runs it.
class GuideExamplesTest {
  private static final Pattern BLOCK = Pattern.compile("^(`{3,})([^\\n`]*)\\n(.*?)^\\1[ \\t]*$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern COMMAND = Pattern.compile("^(?:\\./)?assay (.*)$", Pattern.MULTILINE);

  private static final Set<Code> WRITTEN =
      Set.of(Code.FRONT_MATTER_SYNTAX, Code.DATA_SYNTAX, Code.UNKNOWN_KEY, Code.DUPLICATE_KEY, Code.WRONG_TYPE, Code.YAML_ANCHOR);

  /// An example may lead to what its reader has and the demonstration has not.
  private static final Set<Code> NEIGHBOURS = Set.of(Code.UNKNOWN_CLAIM, Code.UNKNOWN_NOTE, Code.BROKEN_LINK, Code.INCLUDE);

  @TempDir private Path temp;

  /// A fenced example.
  ///
  /// @param page     `claims`
  /// @param number   which of the page, from 1
  /// @param head     the head of its page, whose scenarios it may show
  /// @param language the word behind the fence
  record Example(String page, int number, String head, String language, String text) {
    String name() {
      return "guide-" + page + "-" + number;
    }
  }

  /// Every fenced block of the guide and the README.
  static List<Example> examples() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
    try (Stream<Path> found = Files.list(Path.of("content/guide"))) {
      found.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    List<Example> examples = new ArrayList<>();
    for (Path page : pages) {
      String text = Files.readString(page).replace("\r\n", "\n");
      String head = text.startsWith("---\n") ? text.substring(0, text.indexOf("\n---\n") + 5) : "---\ntitle: Example\ndate: 2026-06-01\n---\n";
      Matcher matcher = BLOCK.matcher(text);
      for (int number = 1; matcher.find(); number++) {
        // What a page says of scenarios holds for what it shows behind it.
        if (matcher.group(2).strip().equals("yaml") && matcher.group(3).startsWith("scenarios:")) {
          head = "---\ntitle: Example\ndate: 2026-06-01\n" + matcher.group(3) + "---\n";
        }
        examples.add(new Example(page.getFileName().toString().replace(".md", "").toLowerCase(java.util.Locale.ROOT), number, head, matcher.group(2).strip(), matcher.group(3)));
      }
    }
    assertTrue(examples.size() > 60, examples.size() + " examples");
    return examples;
  }

  @Test
  void everyNoteIsReadWithoutAnError() throws IOException {
    new SiteText("", Tree.of(Path.of("content")).only(path -> !path.startsWith("guide/"))).into(temp.resolve("content"));
    Map<String, Example> written = new TreeMap<>();
    for (Example example : examples()) {
      if (example.language().equals("markdown") && !List.of("claim-language", "shortcodes").contains(example.page())) {
        String head = example.text().startsWith("---\n") ? "" : example.head();
        Path file = temp.resolve("content/post/" + example.name() + ".md");
        Files.writeString(file, head + example.text());
        written.put("content/post/" + example.name() + ".md", example);
      }
    }
    assertTrue(written.size() > 15, written.keySet().toString());
    List<Problem> problems = SiteBuild.analyse(BuildOptions.of(temp).withToday(LocalDate.of(2026, 11, 22)), Progress.NONE).report().problems();
    assertEquals(
        List.of(),
        problems.stream().filter(Problem::isError).filter(problem -> !NEIGHBOURS.contains(problem.code()) && written.containsKey(problem.place().file())).map(Problem::toString).toList());
  }

  @Test
  void everyCommandAndOptionExists() throws IOException {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Example example : examples()) {
      Matcher matcher = List.of("sh", "").contains(example.language()) ? COMMAND.matcher(example.text()) : COMMAND.matcher("");
      while (matcher.find()) {
        List<String> words = words(matcher.group(1));
        words.add("--help");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);
        tried++;
        if (Main.run(new Terminal(out, out, false, false), words.toArray(String[]::new)) != 0) {
          wrong.add(example.name() + ": " + matcher.group() + "\n" + said.toString(UTF_8));
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(tried > 25, tried + " commands");
  }

  /// The words of a command line up to a remark, a pipe or another place for what it says; quotes hold words together.
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(line);
    while (matcher.find()) {
      String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      if (List.of("#", ">", "|", "&&", "\\").contains(word)) {
        break;
      }
      words.add(word);
    }
    return words;
  }

  /// An example in YAML is the head of a note, or a site's settings, or a file of data that its page names.
  @Test
  void everySettingIsOne() throws IOException {
    List<String> wrong = new ArrayList<>();
    int number = 0;
    for (Example example : examples()) {
      boolean ours = !List.of("deploying", "commands").contains(example.page()) && !example.text().contains("  type: ");
      if (example.language().equals("yaml") && ours) {
        number++;
        String head = example.text().startsWith("---\n") ? example.text() : "---\ntitle: Example\ndate: 2026-06-01\n" + example.text().replaceAll("(?m)^(title|date):.*\\n", "") + "---\n";
        if (!isSound(number + "-note", "content/post/example.md", head + "Text.\n") && !isSound(number + "-site", "content/site.yaml", example.text())) {
          wrong.add(example.name() + "\n" + example.text());
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(number > 5, number + " examples");
  }

  private boolean isSound(String folder, String file, String text) throws IOException {
    Path root = temp.resolve(folder);
    new SiteText("", Tree.of(Path.of("content")).only(path -> path.startsWith("data/"))).into(root.resolve("content"));
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve("content/page.md"), "---\ntitle: Page\n---\nText.\n");
    Files.writeString(root.resolve(file), text);
    List<Problem> problems =
        SiteBuild.analyse(BuildOptions.of(root).withToday(LocalDate.of(2026, 11, 22)), Progress.NONE).report().problems().stream()
            .filter(problem -> problem.place().file().equals(file)).toList();
    // What an example leads to need not be there; what it is called and how it is written has to be right.
    return problems.stream().noneMatch(problem -> WRITTEN.contains(problem.code()));
  }
}
