package dev.assay.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTreeTest {
  @TempDir Path folder;

  private Path root() throws IOException {
    return Files.createDirectories(folder.resolve("root"));
  }

  private void write(String path, String text) throws IOException {
    Path file = root().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private SourceListing list() throws IOException {
    return SourceTree.list(root(), SourceLimits.DEFAULT, List.of());
  }

  private List<String> shown() throws IOException {
    return list().files().stream().map(SourceFile::shown).toList();
  }

  private static List<String> lines(SourceListing listing) {
    return listing.problems().stream()
        .sorted(Problem.ORDER)
        .map(p -> p.place().file() + ": " + p.severity().word() + "[" + p.code().word() + "] " + p.message() + " | " + p.hint())
        .toList();
  }

  @Test
  void listsTheContentByKindInTheOrderOfIds() throws IOException {
    for (String path :
        List.of("site.yaml", "post/b.md", "post/a.markdown", "post/a/img.PNG", "data/x.csv", "refs.bib", "post-1.md", "page/한국.md")) {
      write("content/" + path, "x");
    }
    write("templates/parts/head.ftlh", "y");
    SourceListing listing = list();
    assertEquals(
        List.of(
            "DATA data/x.csv", "NOTE page/한국.md", "NOTE post-1.md", "NOTE post/a.markdown", "ASSET post/a/img.PNG",
            "NOTE post/b.md", "DATA refs.bib", "SETTINGS site.yaml"),
        listing.files().stream().map(file -> file.kind() + " " + file.id()).toList());
    assertEquals("content/post/b.md", listing.files().get(5).shown());
    assertEquals(List.of("parts/head.ftlh"), listing.templates().stream().map(file -> file.id().value()).toList());
    assertEquals("templates/parts/head.ftlh", listing.templates().getFirst().shown());
    assertEquals(List.of("page", "post"), listing.sections());
    assertEquals(List.of(), listing.problems());
  }

  @Test
  void theOrderDoesNotDependOnTheOrderOfMaking() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      names.add("content/" + (i % 3) + "/n" + i + (i % 2 == 0 ? ".md" : "/index.md"));
    }
    Collections.shuffle(names, new Random(7));
    for (String name : names) {
      write(name, "x");
    }
    List<String> shown = shown();
    assertEquals(shown.stream().sorted().toList(), shown);
    assertEquals(40, shown.size());
  }

  @Test
  void passesOverWhatEditorsAndSystemsLeaveBehind() throws IOException {
    for (String name : List.of(".DS_Store", "a.md~", ".#a.md", "#a.md#", ".git/config", "Thumbs.db", ".a.md.swp", "a.md___jb_tmp___")) {
      write("content/" + name, "x");
    }
    write("content/a.md", "x");
    write("content/_index.md", "x");
    assertEquals(List.of("content/_index.md", "content/a.md"), shown());
    assertEquals(List.of(), list().problems());
  }

  @Test
  void aFolderWithMarkdownIsItsOwnContent() throws IOException {
    write("note.md", "# Hello");
    write("README.md", "about");
    write("img/a.png", "x");
    write("site/index.html", "x");
    write("site/old.md", "x");
    write("templates/page.ftlh", "x");
    write(".assay/cache", "x");
    write("server.key", "secret");
    write("package.json", "{}");
    write("src/Main.java", "class Main {}");
    write("data/scenarios.yaml", "");
    write("site.yaml", "");
    SourceListing listing = list();
    assertEquals("", listing.prefix());
    assertEquals(List.of("data/scenarios.yaml", "img/a.png", "note.md", "site.yaml"), listing.files().stream().map(SourceFile::shown).toList());
    assertEquals(1, listing.templates().size());
    assertEquals(List.of(), listing.problems());
  }

  @Test
  void aReadmeAloneIsTheContent() throws IOException {
    write("README.md", "# Hello");
    assertEquals(List.of("README.md"), shown());
  }

  @Test
  void theOutputFolderIsNotContent() throws IOException {
    write("a.md", "x");
    write("public/b.md", "x");
    SourceListing listing = SourceTree.list(root(), SourceLimits.DEFAULT, List.of(root().resolve("public")));
    assertEquals(List.of("a.md"), listing.files().stream().map(SourceFile::shown).toList());
  }

  @Test
  void anEmptyFolderIsNoSite() throws IOException {
    SourceListing listing = list();
    assertEquals(1, listing.problems().size());
    assertTrue(listing.problems().getFirst().message().startsWith("there is no site in '"), listing.problems()::toString);
    assertTrue(listing.problems().getFirst().isError());
  }

  @Test
  void anAbsentFolderIsNoSite() {
    SourceListing listing = SourceTree.list(folder.resolve("nowhere"), SourceLimits.DEFAULT, List.of());
    assertEquals("name the site's folder with --root", listing.problems().getFirst().hint());
  }

  @Test
  void twoFilesOfSettingsAreAProblem() throws IOException {
    write("content/site.yaml", "");
    write("content/site.toml", "");
    SourceListing listing = list();
    assertEquals("content/site.yaml", listing.settings().orElseThrow().shown());
    assertEquals(
        List.of("content/site.yaml: error[duplicate-key] the site has two files of settings, 'content/site.toml' and 'content/site.yaml' | keep one of them"),
        lines(listing));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "con.md", "NUL", "lpt1.txt.md", "a\\b.md", "a .md ", "x.", "a?.md", "a#b.md", "50%.md", "a\nb.md", "a\u001b[31m.md",
        "a\u202Egpj.md", "a:b.md", "a*.md", "\u200Bz.md", "a\"b.md", "a|b.md", "<a>.md", " a.md", "a\u007f.md", "a\uFEFF.md"
      })
  void refusesAHostileName(String name) throws IOException {
    write("content/ok.md", "x");
    write("content/" + name, "x");
    SourceListing listing = list();
    assertEquals(List.of("content/ok.md"), listing.files().stream().map(SourceFile::shown).toList());
    assertEquals(1, listing.problems().size());
    Problem problem = listing.problems().getFirst();
    assertEquals("file-name", problem.code().word());
    assertTrue(problem.isError());
    assertTrue(problem.message().chars().noneMatch(Character::isISOControl), problem.message());
    assertTrue(problem.place().file().chars().noneMatch(Character::isISOControl), problem.place().file());
  }

  @Test
  void saysWhatIsWrongWithAName() throws IOException {
    write("content/con.md", "x");
    write("content/a\tb/c.md", "x");
    write("content/50%.png", "x");
    assertEquals(
        List.of(
            "content/50%.png: error[file-name] the name '50%.png' has the character '%' | rename it: letters, digits, '-', '_' and '.' are safe everywhere",
            "content/a<U+0009>b: error[file-name] the name 'a<U+0009>b' has the character U+0009 | rename it: letters, digits, '-', '_' and '.' are safe everywhere",
            "content/con.md: error[file-name] the name 'con.md' is a device on Windows | rename it: letters, digits, '-', '_' and '.' are safe everywhere"),
        lines(list()));
  }

  @Test
  void aStrangePictureInAFolderThatIsItsOwnContentIsOnlyLeftOut() throws IOException {
    write("a.md", "x");
    write("what?.png", "x");
    SourceListing listing = list();
    assertEquals(1, listing.problems().size());
    assertEquals(false, listing.problems().getFirst().isError());
  }

  @Test
  void refusesNamesThatDifferOnlyInCaseOrUnicodeForm() throws IOException {
    write("content/Note.md", "x");
    write("content/note.md", "x");
    write("content/caf\u00e9.md", "x");
    write("content/cafe\u0301.md", "x");
    write("content/Post/a.md", "x");
    write("content/post/b.md", "x");
    assertEquals(
        List.of(
            "content/caf\u00e9.md: error[file-name] two files here are called 'caf\u00e9.md', in different Unicode forms | rename one of them: some systems take the two for one file",
            "content/note.md: error[file-name] 'note.md' and 'Note.md' differ only in letter case | rename one of them: some systems take the two for one file",
            "content/post: error[file-name] 'post' and 'Post' differ only in letter case | rename one of them: some systems take the two for one file"),
        lines(list()));
  }

  @Test
  void anIdIsInTheComposedFormWhateverTheFileSystemKeeps() throws IOException {
    write("content/cafe\u0301.md", "x");
    SourceListing listing = list();
    assertEquals("caf\u00e9.md", listing.files().getFirst().id().value());
    SourceReader reader = new SourceReader(listing.root(), SourceLimits.DEFAULT);
    assertTrue(reader.text(listing.files().getFirst()) instanceof Loaded.Whole<?>);
  }

  @Test
  void followsALinkToAFileInsideAndNoOther() throws IOException {
    write("content/a.md", "inside");
    Files.writeString(folder.resolve("secret.md"), "secret");
    Path content = root().resolve("content");
    Files.createSymbolicLink(content.resolve("b.md"), Path.of("a.md"));
    Files.createSymbolicLink(content.resolve("c.md"), folder.resolve("secret.md"));
    Files.createSymbolicLink(content.resolve("d.md"), Path.of("nowhere.md"));
    Files.createSymbolicLink(content.resolve("e"), content);
    Files.createSymbolicLink(content.resolve("f.md"), Path.of("f.md"));
    Files.createSymbolicLink(content.resolve("g"), folder);
    SourceListing listing = list();
    assertEquals(List.of("content/a.md", "content/b.md"), listing.files().stream().map(SourceFile::shown).toList());
    assertEquals(
        List.of(
            "content/c.md: error[file-outside] 'content/c.md' is a link that leads out of the site's folder | put the file itself here",
            "content/d.md: error[file-unreadable] 'content/d.md' is a link that leads nowhere | remove it or put the file itself here",
            "content/e: error[file-outside] 'content/e' is a link to a folder, and those are not followed | put the folder itself here, or link to its files one by one",
            "content/f.md: error[file-unreadable] 'content/f.md' is a link that leads nowhere | remove it or put the file itself here",
            "content/g: error[file-outside] 'content/g' is a link that leads out of the site's folder | put the file itself here"),
        lines(listing));
  }

  @Test
  void aContentFolderThatIsALinkIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(folder.resolve("elsewhere/a.md"), "x");
    Files.createSymbolicLink(root().resolve("content"), folder.resolve("elsewhere"));
    assertEquals(
        List.of("content: error[file-outside] 'content' is a link that leads out of the site's folder | put the file itself here"),
        lines(list()));
  }

  @Test
  void aRootBehindALinkIsFine() throws IOException {
    write("content/a.md", "x");
    Path link = Files.createSymbolicLink(folder.resolve("link"), root());
    assertEquals(1, SourceTree.list(link, SourceLimits.DEFAULT, List.of()).files().size());
  }

  @Test
  void aPipeIsRefusedWithoutOpeningIt() throws IOException, InterruptedException {
    write("content/a.md", "x");
    Process process = new ProcessBuilder("mkfifo", root().resolve("content/b.md").toString()).start();
    org.junit.jupiter.api.Assumptions.assumeTrue(process.waitFor() == 0);
    assertEquals(
        List.of("content/b.md: error[file-unreadable] 'content/b.md' is a pipe, a socket or a device and not a file | remove it"),
        lines(list()));
  }

  @Test
  void aContentThatIsAFileIsAProblem() throws IOException {
    write("content", "x");
    assertEquals(
        List.of("content: error[file-unreadable] 'content' is not a folder | rename it: this name is kept for a folder"), lines(list()));
  }

  @Test
  void keepsToItsLimits() throws IOException {
    SourceLimits limits = new SourceLimits(3, 2, 10, 10, 10, 10);
    write("content/big.md", "12345678901");
    write("content/1/2/3/deep.md", "x");
    SourceListing listing = SourceTree.list(root(), limits, List.of());
    assertEquals(
        List.of(
            "content/1/2/3: error[file-unreadable] 'content/1/2/3' lies in more than 2 folders | move it up",
            "content/big.md: error[file-too-large] this file has 11 bytes, and a file of this kind (note) may have 10 | split it, or make it smaller"),
        lines(listing));
    for (int i = 0; i < 5; i++) {
      write("content/n" + i + ".md", "x");
    }
    listing = SourceTree.list(root(), limits, List.of());
    assertEquals(3, listing.files().size());
    assertTrue(lines(listing).contains("content: error[file-too-large] the site has more than 3 files | keep what is not part of the site in another folder"), lines(listing)::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "C.UTF-8"})
  void namesAreTheSameInEveryLocale(String locale) throws IOException, InterruptedException {
    write("content/\uac00\uaca9/\uc5d4\ube44\ub514\uc544.md", "\ud55c\uad6d");
    write("content/cafe\u0301.md", "x");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), ListInLocale.class.getName(), root().toString());
    builder.environment().put("LC_ALL", locale);
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    assertEquals("content/caf\u00e9.md: x\ncontent/\uac00\uaca9/\uc5d4\ube44\ub514\uc544.md: \ud55c\uad6d\n", out);
  }
}
