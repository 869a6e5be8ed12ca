package dev.assay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Digest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The lists that a publication leaves on the disk, letter by letter: what an older version wrote is read for ever, and a change of
/// what this one writes is seen here.
class WrittenFormatsTest {
  private static final Digest A = new Digest(0x0123456789abcdefL, 0xfedcba9876543210L);
  private static final Digest B = new Digest(1, 2);
  private static final String A_HEX = "0123456789abcdeffedcba9876543210";
  private static final String B_HEX = "00000000000000010000000000000002";

  private static final Ownership OWNERSHIP =
      new Ownership(
          new TreeMap<>(java.util.Map.of(
              "a.css", new Owned(A, Stage.ASSET), "post/글 1/index.html", new Owned(B, Stage.PAGE), "index.html", new Owned(A, Stage.LIST), "feed.xml", new Owned(B, Stage.FEED))),
          new TreeSet<>(List.of("post", "z/own folder")));

  private static final Journal JOURNAL =
      new Journal(
          List.of(
              new Journal.Move("p1", "a b/index.html", A, Optional.of(B)), new Journal.Move("p2", "c.css", B, Optional.empty()), new Journal.Delete("old/index.html", A)));

  private static String sealed(String text) {
    return text + "end " + Digest.of(text).hex() + "\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void theListOfOwnedFilesIsWrittenLikeThis() {
    String text =
        sealed(
            "assay-files 3\nfolder-of-others post\nfolder-of-others z/own folder\n" + A_HEX + " a a.css\n" + B_HEX + " f feed.xml\n" + A_HEX + " l index.html\n" + B_HEX
                + " p post/글 1/index.html\n");
    assertEquals(text, new String(OWNERSHIP.bytes(), UTF_8));
    assertEquals(Optional.of(OWNERSHIP), Ownership.read(bytes(text)));
    assertEquals(Optional.of(Ownership.NONE), Ownership.read(Ownership.NONE.bytes()));
  }

  @Test
  void theListOfAnOlderVersionIsRead() {
    Ownership read = Ownership.read(bytes(sealed("assay-files 2\nfolder-of-others post\n" + A_HEX + " a.css\n" + B_HEX + " post/x y/index.html\n"))).orElseThrow();
    assertEquals(List.of("a.css", "post/x y/index.html"), List.copyOf(read.files().keySet()));
    assertEquals(new Owned(A, Stage.PAGE), read.files().get("a.css"));
    assertEquals(List.of("post"), List.copyOf(read.foreign()));
    assertEquals(Optional.empty(), Ownership.read(bytes(sealed("assay-files 1\n" + A_HEX + " a.css\n"))));
  }

  @Test
  void aListThatNamesNoFileOrLeadsOutIsNone() {
    for (String line : List.of(
        A_HEX + " a ", A_HEX + " a", A_HEX + " x a.css", A_HEX + " aa.css", A_HEX.substring(1) + "g a a.css", "a a.css", A_HEX + " a ../a.css", A_HEX + " a /a.css", A_HEX + " a folder/",
        A_HEX + " a a//b", "G" + A_HEX.substring(1) + " a a.css", A_HEX.substring(0, 31) + "g a a.css")) {
      assertEquals(Optional.empty(), Ownership.read(bytes(sealed("assay-files 3\n" + line + "\n"))), line);
    }
    for (String line : List.of(A_HEX + " ", A_HEX, A_HEX + " ../a", "x")) {
      assertEquals(Optional.empty(), Ownership.read(bytes(sealed("assay-files 2\n" + line + "\n"))), line);
    }
  }

  @Test
  void theJournalIsWrittenLikeThis() {
    String text =
        sealed("assay-journal 2\nmove " + A_HEX + " " + B_HEX + " p1 a b/index.html\nmove " + B_HEX + " " + "-".repeat(32) + " p2 c.css\ndelete " + A_HEX + " old/index.html\n");
    assertEquals(text, new String(JOURNAL.bytes(), UTF_8));
    assertEquals(Optional.of(JOURNAL), Journal.read(bytes(text)));
  }

  @Test
  void aJournalWithAStepThatCannotBeIsNone() {
    String none = "-".repeat(32);
    for (String line : List.of(
        "move", "move " + A_HEX, "move " + A_HEX + " " + none + " p1", "move " + A_HEX + " " + none + " P/1 a", "move " + A_HEX + " " + none + " ../p a", "move " + A_HEX + " " + none + " p1 ../a",
        "move " + A_HEX + " " + none + " p1 a/", "move x " + none + " p1 a", "move " + A_HEX + " -- p1 a", "move " + A_HEX + " " + none + "  a", "delete", "delete " + A_HEX, "delete x a", "delete " + A_HEX + " ../a",
        "remove " + A_HEX + " a", "x")) {
      assertEquals(Optional.empty(), Journal.read(bytes(sealed("assay-journal 2\n" + line + "\n"))), line);
    }
  }

  @Test
  void aTextWithOneLetterChangedOrCutOffIsNotOpened() {
    for (byte[] whole : List.of(OWNERSHIP.bytes(), JOURNAL.bytes())) {
      for (int i = 0; i < whole.length; i++) {
        byte[] damaged = whole.clone();
        damaged[i] ^= 1;
        assertTrue(Ownership.read(damaged).isEmpty() && Journal.read(damaged).isEmpty(), "byte " + i);
        byte[] cut = Arrays.copyOf(whole, i);
        assertTrue(Ownership.read(cut).isEmpty() && Journal.read(cut).isEmpty(), "cut at " + i);
      }
    }
    String inverted = "end " + Digest.of("").hex() + "\n";
    assertEquals(Optional.empty(), SealedText.opened(bytes("\n" + inverted), "", "end "));
    assertEquals(Optional.of(""), SealedText.opened(bytes(sealed("h\n")), "h\n", "end "));
  }

  @Test
  void thirtyTwoDigitsAreADigestAndNothingElseIs() {
    assertEquals(Optional.of(A), SealedText.digest(A_HEX, 0));
    assertEquals(Optional.of(A), SealedText.digest("xy" + A_HEX + "z", 2));
    assertEquals(Optional.empty(), SealedText.digest("xy" + A_HEX, 3));
    assertEquals(Optional.empty(), SealedText.digest("", 0));
    for (int i = 0; i < 32; i++) {
      assertEquals(Optional.empty(), SealedText.digest(A_HEX.substring(0, i) + "-" + A_HEX.substring(i + 1), 0), "at " + i);
    }
  }

  @Test
  void theManifestIsReadAsItWasWritten() {
    TreeMap<String, Manifest.Entry> entries = new TreeMap<>();
    entries.put("a.css", new Manifest.Entry(A, B, Stage.ASSET, 1, 2));
    entries.put("글/index.html", new Manifest.Entry(B, A, Stage.FEED, Long.MAX_VALUE, -1));
    Manifest manifest = new Manifest(new Disk.Stat(Disk.Type.FILE, 10, 20), entries, new TreeSet<>(List.of("others", "z")));
    byte[] whole = manifest.bytes();
    assertEquals(manifest, Manifest.read(whole));
    assertEquals(OWNERSHIP.foreign().size(), manifest.ownership().foreign().size());
    assertEquals(new Owned(B, Stage.ASSET), manifest.ownership().files().get("a.css"));
    Manifest empty = new Manifest(new Disk.Stat(Disk.Type.FILE, 0, 0), new TreeMap<>(), new TreeSet<>());
    assertEquals(32, empty.bytes().length);
    assertEquals(empty, Manifest.read(empty.bytes()));
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      assertEquals(Manifest.NONE, Manifest.read(damaged), "byte " + i);
      assertEquals(Manifest.NONE, Manifest.read(Arrays.copyOf(whole, i)), "cut at " + i);
    }
    // A sum that is right, over what cannot be: another form, and a number of a stage that there is not.
    for (int at : List.of(3, stageOfFirst(whole))) {
      for (byte wrong : new byte[] {4, -1}) {
        byte[] other = Arrays.copyOf(whole, whole.length - 4);
        other[at] = wrong;
        assertEquals(Manifest.NONE, Manifest.read(summed(other)), "byte " + at);
      }
    }
    assertEquals(manifest, Manifest.read(summed(Arrays.copyOf(whole, whole.length - 4))));
    // Cut off in the middle, with a sum that is right for what is left.
    for (int i = 28; i < whole.length - 4; i++) {
      assertEquals(Manifest.NONE, Manifest.read(summed(Arrays.copyOf(whole, i))), "cut at " + i);
    }
  }

  /// Behind the head, the two folders, the count, the name and two digests.
  private static int stageOfFirst(byte[] whole) {
    return 24 + (2 + 6) + (2 + 1) + 4 + (2 + 5) + 32;
  }

  private static byte[] summed(byte[] content) {
    java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
    crc.update(content, 0, content.length);
    return java.nio.ByteBuffer.allocate(content.length + 4).put(content).putInt((int) crc.getValue()).array();
  }

  @Test
  void aFileThatLeadsOutIsNoneOfOurs() {
    assertTrue(Ownership.isFile("a/b.html"));
    for (String file : List.of("", "a/", "../a", "a/../b", "/a")) {
      assertFalse(Ownership.isFile(file), file);
    }
    assertEquals(java.util.Set.of("a", "a/b", "c"), Ownership.folders(List.of("a/b/x", "a/y", "c/z", "top")));
  }
}
