package dev.assay.publish;

import static dev.assay.publish.Folders.artifact;
import static dev.assay.publish.Folders.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.note.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that takes `A` and `a` for the same name, as those of macOS and Windows do.
class SpellingTest {
  @TempDir Path root;

  /// Keeps everything below the output folder in small letters.
  private record SmallLetters(Path site, Disk disk) implements Disk {
    private Path small(Path path) {
      return path.startsWith(site) ? site.resolve(site.relativize(path).toString().toLowerCase(Locale.ROOT)) : path;
    }

    @Override
    public Optional<Stat> stat(Path path) throws IOException {
      return disk.stat(small(path));
    }

    @Override
    public byte[] read(Path file) throws IOException {
      return disk.read(small(file));
    }

    @Override
    public Digest digest(Path file) throws IOException {
      return disk.digest(small(file));
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
      disk.write(small(file), bytes);
    }

    @Override
    public void sync(Path file) throws IOException {
      disk.sync(small(file));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      disk.move(small(from), small(to));
    }

    @Override
    public void delete(Path path) throws IOException {
      disk.delete(small(path));
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
      disk.makeFolder(small(folder));
    }

    @Override
    public List<String> names(Path folder) throws IOException {
      return disk.names(small(folder));
    }

    @Override
    public boolean same(Path a, Path b) {
      return small(a).equals(small(b));
    }
  }

  Report publish(Artifact... artifacts) throws IOException {
    Path site = root.toRealPath().resolve("site");
    return new Publisher(root, site, new SmallLetters(site, Disk.real())).publish(List.of(artifacts), Publisher.Options.of(1));
  }

  @Test
  void aNameThatIsSpelledAnewIsNotDeleted() throws IOException {
    publish(artifact("/", "home"), artifact("/Post/Hbm/", "x"), artifact("/B.css", "b"));
    Report report = publish(artifact("/", "home"), artifact("/post/hbm/", "x, edited"), artifact("/b.css", "b"));
    assertEquals(List.of(), report.problems());
    assertEquals(Map.of("index.html", "home", "post/hbm/index.html", "x, edited", "b.css", "b"), tree(root.resolve("site")));
    Report again = publish(artifact("/", "home"), artifact("/post/hbm/", "x, edited"), artifact("/b.css", "b"));
    assertEquals(0, again.written() + again.removed());
    assertEquals(3, publish().removed());
    assertEquals(Map.of(), tree(root.resolve("site")));
  }

  @Test
  void aFileOfOthersUnderAnotherSpellingIsNotOverwritten() throws IOException {
    Folders.write(root.resolve("site/readme"), "mine");
    assertFalse(publish(artifact("/README", "x")).succeeded());
    assertEquals(Map.of("readme", "mine"), tree(root.resolve("site")));
  }

  @Test
  void namesAreTheSameInAnyLettersAndAnyForm() {
    for (String[] same : new String[][] {{"É/x", "e\u0301/x"}, {"\u212A", "k"}, {"STRASSE", "straße"}, {"ΣΑΣ", "σας"}, {"한", "\u1112\u1161\u11ab"}, {"A.HTML", "a.html"}}) {
      assertEquals(Addresses.fold(same[0]), Addresses.fold(same[1]), same[0]);
    }
    assertEquals("\u007f", Addresses.fold("\u007f"));
    assertEquals("ab/c", Addresses.fold("Ab/C"));
  }

  @Test
  void twoFilesOfOneNameAreTold() {
    Report twice = new Publisher(root, root.resolve("site")).publish(List.of(artifact("/a.html", "1"), artifact("/a.html", "2")), Publisher.Options.of(1));
    assertEquals("two files of the site have the address '/a.html'", twice.problems().getFirst().message());
    Report alike = new Publisher(root, root.resolve("site")).publish(List.of(artifact("/a.html", "1"), artifact("/A.html", "2")), Publisher.Options.of(1));
    assertEquals("'/A.html' and '/a.html' are the same name on some disks", alike.problems().getFirst().message());
  }
}
