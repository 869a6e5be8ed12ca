package dev.assay.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.assay.note.Digest;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
  @TempDir Path folder;

  private Loaded<SourceText> read(byte[] bytes) throws IOException {
    Files.write(folder.resolve("a.md"), bytes);
    SourceListing listing = SourceTree.list(folder, SourceLimits.DEFAULT, List.of());
    return new SourceReader(listing.root(), SourceLimits.DEFAULT).text(listing.files().getFirst());
  }

  private String text(byte[] bytes) throws IOException {
    return switch (read(bytes)) {
      case Loaded.Whole<SourceText> whole -> whole.content().text();
      case Loaded.Failed<SourceText> failed -> fail(failed.problem().message());
    };
  }

  private String problem(byte[] bytes) throws IOException {
    return switch (read(bytes)) {
      case Loaded.Whole<SourceText> _ -> fail("read without a problem");
      case Loaded.Failed<SourceText>(Problem p) ->
          p.place() + " [" + p.code().word() + "] " + p.message() + " | " + p.excerpt() + " | " + p.hint();
    };
  }

  @Test
  void readsTextWithItsLineEnds() throws IOException {
    assertEquals("가\r\nb\rc\n", text("가\r\nb\rc\n".getBytes(StandardCharsets.UTF_8)));
    assertEquals("", text(new byte[0]));
  }

  @Test
  void dropsAByteOrderMark() throws IOException {
    assertEquals("x", text("\uFEFFx".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void namesTheFirstBadByte() throws IOException {
    assertEquals(
        "a.md:2:3 [file-not-utf8] the byte 0xE9 here is not UTF-8 | 가b\uFFFD! | save the file as UTF-8",
        problem(concat("one\n가b".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xE9, '!', '\n'})));
    assertEquals(
        "a.md:1:2 [file-not-utf8] the byte 0xED here is not UTF-8 | x\uFFFD | save the file as UTF-8",
        problem(new byte[] {'x', (byte) 0xED}));
  }

  @Test
  void refusesUtf16AndNulByName() throws IOException {
    assertEquals(
        "a.md:1:1 [file-not-utf8] the byte 0xFF here is not UTF-8 | \uFFFD\uFFFDa\0 | the file is in UTF-16: save it as UTF-8",
        problem(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}));
    assertEquals(
        "a.md:1:2 [file-not-utf8] this file holds a NUL character, so it is not text | a\0b | save the file as UTF-8",
        problem(new byte[] {'a', 0, 'b'}));
  }

  @Test
  void givesTheSizeAndTimeThatBelongToWhatWasRead() throws IOException {
    Path path = folder.resolve("a.md");
    Files.writeString(path, "one");
    SourceListing listing = SourceTree.list(folder, SourceLimits.DEFAULT, List.of());
    Files.writeString(path, "longer");
    Loaded<byte[]> loaded = new SourceReader(listing.root(), SourceLimits.DEFAULT).bytes(listing.files().getFirst());
    switch (loaded) {
      case Loaded.Whole<byte[]> whole -> {
        assertEquals(6, whole.file().size());
        assertArrayEquals("longer".getBytes(StandardCharsets.UTF_8), whole.content());
        assertEquals(Digest.of("longer"), whole.digest());
      }
      case Loaded.Failed<byte[]> failed -> fail(failed.problem().message());
    }
  }

  @Test
  void aFileThatWentAwayOrBecameALinkIsAProblem() throws IOException {
    Path path = folder.resolve("a.md");
    Files.writeString(path, "one");
    SourceListing listing = SourceTree.list(folder, SourceLimits.DEFAULT, List.of());
    SourceReader reader = new SourceReader(listing.root(), SourceLimits.DEFAULT);
    Files.delete(path);
    assertEquals("'a.md' went away while the site was being read", failure(reader.text(listing.files().getFirst())));
    Files.createSymbolicLink(path, Path.of("/etc/hostname"));
    assertEquals("'a.md' is a link that leads out of the site's folder", failure(reader.text(listing.files().getFirst())));
  }

  @Test
  void aFileThatGrewBeyondItsLimitIsAProblem() throws IOException {
    Path path = folder.resolve("a.md");
    Files.writeString(path, "one");
    SourceLimits limits = new SourceLimits(9, 9, 4, 4, 4, 4);
    SourceListing listing = SourceTree.list(folder, limits, List.of());
    Files.writeString(path, "12345");
    assertEquals(
        "this file has 5 bytes, and a file of this kind (note) may have 4",
        failure(new SourceReader(listing.root(), limits).text(listing.files().getFirst())));
  }

  private static String failure(Loaded<SourceText> loaded) {
    return switch (loaded) {
      case Loaded.Whole<SourceText> _ -> fail("read without a problem");
      case Loaded.Failed<SourceText> failed -> failed.problem().message();
    };
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
