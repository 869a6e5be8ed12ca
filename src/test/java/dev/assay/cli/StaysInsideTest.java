package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.problem.Problem;
import dev.assay.problem.ProblemText;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever links, names and addresses a site has, nothing outside of its folder is read or written, and every run ends with a site
/// or with problems at their places.
class StaysInsideTest {
  private static final String SECRET = "SECRET-7f3a";

  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/
      cards: false
      search: false
      citations: []
      llms: false
      feeds: {formats: [rss]}
      -- content/post/one.md --
      ---
      title: One
      date: 2026-01-02
      ---
      It is so.
      """;

  /// Where a link may lie: in what is read, in what is written, in what is remembered.
  private static final List<String> PLACES =
      List.of(
          "content/post/link.md", "content/post/link.jpg", "content/linked", "content/data/scenarios.yaml", "content/sources.bib", "content/include/x.md",
          "content/.well-known", "templates", "templates/not-found.ftlh", "templates/shortcodes/x.ftlh", "templates/i18n/en.properties", "site", "site/post",
          "site/index.html", "site/assets", "site/.assay-files", "site/.assay-staging", ".assay", ".assay/lock", ".assay/edit", ".assay/pictures", ".assay/import",
          ".assay/notes", ".assay/notes.new", ".assay/notes.index", ".assay/notes.index.new", ".assay/notes-1.pack", ".assay/notes-2.pack", ".assay/BUILT",
          ".assay/BUILT.new", ".assay/PUBLISHED", ".assay/PUBLISHED.new", ".assay/upload", ".assay/publishing");

  private static final List<String> TARGETS = List.of("OUTSIDE/file.md", "OUTSIDE", "OUTSIDE/nothing", "LOOP", "content/post/one.md", "content/post");

  /// Names and addresses that lead elsewhere, or that some system takes for something else.
  private static final List<String> HOSTILE =
      List.of(
          "../secret", "../../secret.md", "../../../../../../etc/passwd", "/etc/passwd", "//etc/passwd", "/../secret", "..", ".", "...", "a/../../secret.md",
          "..\\secret", "..\\..\\secret.md", "C:\\secret", "C:secret", "\\\\server\\share", "file:///etc/passwd", "%2e%2e/secret", "%2e%2e%2fsecret", "..%5csecret",
          "..;/secret", "a\0b", "a\u0001b", "a\u007fb", "a\nb", "a\rb", "a\tb", "CON", "NUL", "nul.txt", "COM1", "LPT9.md", "aux", "a.", "a ", " a", "a:b", "a::$DATA",
          "a|b", "a*b", "a?b", "a<b", "a\"b", "~", "~root", "$HOME", "`id`", "$(id)", "-rf", "--output", "'", "x".repeat(239), "x".repeat(255), "x".repeat(300),
          "a/".repeat(120) + "b", "e\u0301", "\u00e9", "\u212a", "k", "\u00df", "ss", "\u0130", "Case", "case", "\ud83d\ude00", "\u202eexe.md", "\u200bz", "\ufeffa",
          "\ud800", ".assay-files", ".assay-staging/x", ".assay/x", ".git/config", "index.html", "feed.xml", "assets/x", "//", "", "a//b", "./a", "a/.", "post/one");

  /// Where a note or the settings take a name or an address.
  private static final List<String> KEYS =
      List.of("slug: @", "url: @", "aliases: [@]", "tags: [@]", "categories: [@]", "series: @", "hubs: [@]", "follows: [@]", "image: {src: @, alt: A}", "id: @", "authors: [@]", "language: @");

  private static final List<String> TEXTS =
      List.of("[x](<@>)", "![x](<@>)", "{include @}", "```{include} @\n```", "```{cost-table}\nscenarios: [@]\n```", "- [Fact] So it is. {#c source=@}", "- [Inference] So. {because=@}", "```{quotation} {cite=@}\nA\n```", "[@]: x\n\n[@]", "[^@]\n\n[^@]: x", "## @", "<img src=\"@\">");

  private static final List<String> SETTINGS =
      List.of("logo: @", "bibliography: @", "style: @", "card_fonts: [@]", "permalinks: {post: @}", "permalinks: {post: /@/:slug/}", "menu: [{label: x, url: @}]", "entities: [{name: @}]", "theme: {x: @}", "base_url: @");

  private static final int SHARE = Integer.getInteger("assay.hostile", 11);

  @TempDir private Path temp;
  private int asked;
  private Path root;
  private Path outside;
  private Tree before;

  @BeforeEach
  void something() throws IOException {
    root = temp.resolve("a/b/site");
    outside = temp.resolve("a/b/outside");
    for (String secret : List.of("a/b/outside/file.md", "a/b/outside/post/two.md", "a/b/outside/new-1", "a/b/secret", "a/b/secret.md", "a/secret", "a/secret.md", "secret.md")) {
      Files.createDirectories(temp.resolve(secret).getParent());
      Files.writeString(temp.resolve(secret), "---\ntitle: " + SECRET + "\n---\n" + SECRET + "\n");
    }
    before = others();
  }

  /// Every so manieth time true: over all places, so that each has others.
  private boolean isChosen() {
    return asked++ % SHARE == 0;
  }

  private Tree others() {
    return Tree.of(temp).only(path -> !path.startsWith("a/b/site/"));
  }

  private BuildReport build() {
    return SiteBuild.build(BuildOptions.of(root).withToday(LocalDate.of(2026, 6, 1)), Progress.NONE);
  }

  /// Builds; nothing of what lies outside is in what was written or said, and nothing outside is other than it was.
  private BuildReport contained(String what) throws IOException {
    BuildReport report = build();
    String said = ProblemText.of(false).report(report.problems());
    assertFalse(said.contains(SECRET), () -> what + ": " + said);
    nothingHappened(what);
    return report;
  }

  private void nothingHappened(String what) throws IOException {
    assertEquals("", before.difference(others()), what);
    for (String folder : List.of("site", ".assay")) {
      if (Files.isDirectory(root.resolve(folder), LinkOption.NOFOLLOW_LINKS)) {
        try (var files = Files.walk(root.resolve(folder))) {
          for (Path file : files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
            assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(SECRET), what + ": " + file);
          }
        }
      }
    }
  }

  private void site() throws IOException {
    FaultRuns.remove(root);
    SiteText.of(SITE).into(root);
  }

  /// A site that was built, so that there is an output and a memory.
  private void built() throws IOException {
    site();
    for (String file : SiteText.of(SITE).tree().files().keySet()) {
      Files.setLastModifiedTime(root.resolve(file), FileTime.fromMillis(1_700_000_000_000L)); // else it would not be remembered
    }
    assertTrue(build().succeeded());
  }

  private String real(String place) throws IOException {
    for (String kind : List.of("BUILT", "PUBLISHED")) {
      if (place.contains(kind)) {
        try (var files = Files.list(root.resolve(".assay"))) {
          String name = files.map(path -> path.getFileName().toString()).filter(each -> each.startsWith(kind.toLowerCase(java.util.Locale.ROOT) + "-")).findFirst().orElseThrow();
          return place.replace(kind, name);
        }
      }
    }
    return place;
  }

  @Test
  void noLinkLeadsOut() throws IOException {
    int cells = 0;
    for (String written : PLACES) {
      for (String target : TARGETS) {
        cells++;
        if (!isChosen()) {
          continue;
        }
        built();
        String place = real(written);
        Path link = root.resolve(place);
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
          FaultRuns.remove(link);
        }
        Files.createDirectories(link.getParent());
        Path to = target.equals("LOOP") ? link : target.startsWith("OUTSIDE") ? Path.of(target.replace("OUTSIDE", outside.toString())) : root.resolve(target);
        Files.createSymbolicLink(link, to);
        Files.writeString(root.resolve("content/post/two.md"), "---\ntitle: Two\ndate: 2026-02-02\n---\nNew.\n");
        String what = place + " -> " + target;
        contained(what);
        if (place.startsWith("content/") || place.startsWith(".assay")) {
          // The commands that write notes.
          run("fix", "--ids");
          run("new", "note", "Three", "--in", place.startsWith("content/linked") ? "linked" : "post");
          run("mv", "post/one.md", place.equals("content/linked") ? "linked/one.md" : "post/moved.md");
          nothingHappened(what + ", with commands");
        }
        Files.deleteIfExists(link);
        assertTrue(contained(what + ", taken away").problems().stream().noneMatch(problem -> problem.message().contains("bug")), what);
      }
    }
    assertEquals(PLACES.size() * TARGETS.size(), cells);
  }

  private String run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--root", root.toString()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Main.run(new Terminal(out, out, false, false), all.toArray(String[]::new));
    String text = said.toString(StandardCharsets.UTF_8);
    assertFalse(text.contains("\tat dev.assay"), () -> all + ": " + text);
    return text;
  }

  @Test
  void anyNameOfAFileIsTakenOrRefused() throws IOException {
    site();
    int names = 0;
    for (String name : HOSTILE) {
      for (String ending : List.of(".md", ".txt", "/index.md")) {
        if (!isChosen()) {
          continue;
        }
        Path file;
        try {
          file = root.resolve("content/post").resolve(name + ending);
          if (!file.normalize().startsWith(root.resolve("content/post")) || Files.exists(file)) {
            continue;
          }
          Files.createDirectories(file.getParent());
          Files.writeString(file, "---\ntitle: Odd\ndate: 2026-02-02\n---\nOdd.\n");
        } catch (InvalidPathException | IOException _) {
          continue; // this disk has no such name
        }
        names++;
        BuildReport report = contained(name + ending);
        if (!report.succeeded()) {
          Files.delete(file);
          Path folder = file.getParent();
          assertTrue(folder.equals(root.resolve("content/post")) || Files.exists(folder));
          for (Path at = folder; !at.equals(root.resolve("content/post")) && at.toFile().list().length == 0; at = at.getParent()) {
            Files.delete(at);
          }
          assertTrue(contained("without " + name).succeeded(), name);
        }
      }
    }
    assertTrue(names > 120 / SHARE, names + " names");
  }

  /// Text as YAML and JSON write it.
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      out.append(c < 0x20 || c == '"' || c == '\\' || c == 0x7f || Character.isSurrogate(c) || c == '\ufeff' ? String.format("\\u%04x", (int) c) : "" + c);
    }
    return out.append('"').toString();
  }

  /// Writes a note for each hostile text, and builds until those that are left can be built.
  private void each(String what, String head, String body) throws IOException {
    site();
    for (int i = 0; i < HOSTILE.size(); i++) {
      if (!isChosen()) {
        continue;
      }
      String raw = HOSTILE.get(i);
      String plain = raw.replaceAll("[\\x00\\r\\n]", "?").replace("\ud800", "?").replaceAll("[\\ud83d\\ude00]", "");
      Files.writeString(
          root.resolve("content/post/h" + i + ".md"),
          "---\ntitle: H\ndate: 2026-02-02\n" + head.replace("@", quoted(raw)) + "\n---\n" + body.replace("@", plain) + "\n");
    }
    Set<String> left = new TreeSet<>();
    for (int round = 0; round < 12; round++) {
      BuildReport report = contained(what);
      if (report.succeeded()) {
        return;
      }
      left.clear();
      // Two that cannot lie side by side are named by what they would be.
      report.problems().stream().filter(problem -> problem.place().file().startsWith("site/")).forEach(problem -> {
        for (int i = 0; i < HOSTILE.size(); i++) {
          String name = java.text.Normalizer.normalize(HOSTILE.get(i), java.text.Normalizer.Form.NFC);
          if (!name.isEmpty() && new TreeSet<>(List.of(problem.message().split("['/ ]"))).contains(name)) {
            left.add("content/post/h" + i + ".md");
          }
        }
      });
      report.problems().stream().filter(Problem::isError).map(problem -> problem.place().file()).filter(file -> !file.startsWith("site/")).forEach(left::add);
      for (String file : left) {
        assertTrue(file.startsWith("content/post/h"), () -> what + ": " + ProblemText.of(false).report(report.problems()));
        Files.deleteIfExists(root.resolve(file));
      }
    }
    throw new AssertionError(what + ": never built, " + left);
  }

  @Test
  void anyAddressInAHeadIsTakenOrRefused() throws IOException {
    for (String key : KEYS) {
      each(key, key, "Text.");
    }
  }

  @Test
  void anyAddressInATextIsTakenOrRefused() throws IOException {
    for (String text : TEXTS) {
      each(text, "", text);
    }
  }

  @Test
  void anyAddressInTheSettingsIsTakenOrRefused() throws IOException {
    site();
    String settings = Files.readString(root.resolve("content/site.yaml"));
    for (String setting : SETTINGS) {
      for (String hostile : HOSTILE.stream().sorted(Comparator.comparing(String::length)).toList()) {
        if (!isChosen()) {
          continue;
        }
        String name = setting.contains("/@/") ? quoted(setting.replaceFirst(".*?(/@/:slug/).*", "$1").replace("@", hostile)) : quoted(hostile);
        String line = setting.contains("/@/") ? setting.replace("/@/:slug/", name) : setting.replace("@", name);
        String kept = setting.startsWith("base_url") ? settings.replaceAll("base_url: .*\n", "") : settings;
        Files.writeString(root.resolve("content/site.yaml"), kept + line + "\n");
        contained(line);
      }
    }
  }
}
