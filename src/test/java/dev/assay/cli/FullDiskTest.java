package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A disk that is really full: a small one is mounted, a site is built on it, and then built anew with less and less room. By hand, by
/// somebody who may mount:
///
/// ```
/// mvn test -Dtest=FullDiskTest -Dassay.disk=1
/// ```
@EnabledIfSystemProperty(named = "assay.disk", matches = ".+")
class FullDiskTest {
  private static final int NOTES = 40;
  private static final int BLOCK = 4096;

  @TempDir private Path temp;
  private Path disk;

  /// What lies on the small disk.
  enum Small {
    ALL, OUTPUT, CACHE
  }

  private record Run(int code, String said) {}

  private Path root;
  private Path output;

  private static int command(String... words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (disk != null) {
      command("umount", disk.toString());
    }
  }

  private Run build(String... more) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, UTF_8);
    String[] words = {"build", "--root", root.toString(), "--output", output.toString(), "--today", "2026-11-22", "--quiet"};
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return new Run(Main.run(new Terminal(out, out, false, false), all), said.toString(UTF_8));
  }

  private void notes(String word) throws IOException {
    for (int i = 0; i < NOTES; i++) {
      Path note = root.resolve("content/post/n" + i + ".md");
      Files.createDirectories(note.getParent());
      Files.writeString(note, "---\ntitle: " + word + " " + i + "\ndate: 2026-01-0" + (1 + i % 9) + "\ntags: [t" + i % 5 + "]\n---\n" + (word + " " + i + " is said. ").repeat(150) + "\n");
    }
  }

  private Tree site() {
    return Tree.of(output).only(path -> !path.startsWith(".assay"));
  }

  /// Fills the disk up to some blocks.
  private Path ballast(long free) throws IOException {
    Path file = disk.resolve("ballast");
    long room = Files.getFileStore(disk).getUsableSpace() - free;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer block = ByteBuffer.allocate(BLOCK);
      for (long done = 0; done + BLOCK <= room; done += BLOCK) {
        block.clear();
        channel.write(block);
      }
    }
    return file;
  }

  @ParameterizedTest
  @EnumSource
  void whateverDoesNotFitTheOldSiteIsWholeAndTheNextRunCompletes(Small small) throws IOException, InterruptedException {
    disk = Files.createDirectory(temp.resolve("disk"));
    boolean mounted = command("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk.toString()) == 0;
    if (!mounted) {
      disk = null;
    }
    assumeTrue(mounted, "no disk can be mounted here: run it as somebody who may mount");
    root = (small == Small.OUTPUT ? temp : disk).resolve("root");
    output = small == Small.ALL ? root.resolve("site") : (small == Small.OUTPUT ? disk : temp).resolve("site");
    SiteText.of("-- content/site.yaml --\ntitle: Small\nbase_url: https://small.example/\ncards: false\n").into(root);
    Files.createDirectories(output);
    Files.writeString(output.resolve("mine.txt"), "somebody's own");
    notes("First");
    assertEquals(0, build().code());
    Tree old = site();
    notes("Second");
    Path elsewhere = temp.resolve("elsewhere");
    Path kept = output;
    output = elsewhere;
    assertEquals(0, build().code());
    Tree wanted = site();
    output = kept;
    int failed = 0;
    for (long free : new long[] {0, BLOCK, 5 * BLOCK, 20 * BLOCK, 80 * BLOCK, 200 * BLOCK, 320 * BLOCK, 500 * BLOCK, 900 * BLOCK}) {
      notes("First");
      assertEquals(0, build().code());
      assertEquals("", old.difference(site()));
      notes("Second");
      Path ballast = ballast(free);
      Run run = build();
      String what = small + " with " + free / BLOCK + " blocks: ";
      whole(what, old, wanted);
      if (run.code() != 0) {
        failed++;
        assertEquals(1, run.code(), what + run.said());
        assertTrue(run.said().contains("No space left on device") && run.said().contains("hint: ") && run.said().length() < 1_500, what + run.said());
        assertFalse(run.said().contains("\tat "), what + run.said());
        System.out.println(what + run.said().lines().findFirst().orElse("") + " " + run.said().lines().filter(line -> line.startsWith("  hint")).findFirst().orElse(""));
      } else {
        System.out.println(what + "built" + run.said());
      }
      Files.delete(ballast);
      Run next = build();
      assertEquals(0, next.code(), what + next.said());
      Tree now = site();
      assertEquals("somebody's own", now.text("mine.txt"));
      assertEquals("", wanted.difference(now.only(path -> !path.equals("mine.txt"))), what);
    }
    assertTrue(failed >= 2, failed + " builds failed: the disk was never full");
  }

  /// Every file is as it was or as it shall be, and none is lost.
  private void whole(String what, Tree old, Tree wanted) {
    Tree left = site();
    for (Map.Entry<String, byte[]> file : left.files().entrySet()) {
      boolean known = Arrays.equals(old.files().get(file.getKey()), file.getValue()) || Arrays.equals(wanted.files().get(file.getKey()), file.getValue());
      assertTrue(known, what + "torn or strange: " + file.getKey());
    }
    TreeSet<String> lost = new TreeSet<>(old.files().keySet());
    lost.retainAll(wanted.files().keySet());
    lost.removeAll(left.files().keySet());
    assertEquals(new TreeSet<>(), lost, what + "lost");
  }
}
