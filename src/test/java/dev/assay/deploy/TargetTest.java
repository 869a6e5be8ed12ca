package dev.assay.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.note.Digest;
import dev.assay.publish.Stage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written for a target, what is told of a file, and the list that lies at a target.
class TargetTest {
  private static Target read(String text) {
    return assertInstanceOf(Target.Read.class, Target.read(text, Path.of("/site")), text).target();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "../www | /www",
        "/srv/www/ | /srv/www",
        "./a:b | /site/a:b",
        "c | /site/c",
        "server:notes | server:notes/",
        "you@server:/srv/notes/ | you@server:/srv/notes/",
        "server.example.org:/srv/my notes | server.example.org:/srv/my notes/",
        "[::1]:notes | [::1]:notes/",
        "rsync://server/notes | rsync://server/notes/",
        "rsync:/mnt/notes | /mnt/notes/",
        "git:gh-pages | git:gh-pages",
        "git:origin/site/live | git:origin/site/live",
        "s3://notes | s3://notes/",
        "s3://my_old.Bucket/a/b?region=auto | s3://my_old.Bucket/a/b/",
        "s3://n0tes//x/?endpoint=http://127.0.0.1:9000&style=host&profile=p | s3://n0tes/x/ at http://127.0.0.1:9000",
      })
  void targetsAreReadAsTheyAreMeant(String text, String shown) {
    assertEquals(shown, read(text).shown());
  }

  @Test
  void aStoreThatIsNotAmazonsHasItsBucketsInThePathUnlessTold() {
    assertEquals(true, ((Target.Bucket) read("s3://notes/")).hostStyle());
    assertEquals(false, ((Target.Bucket) read("s3://notes/?endpoint=https://s3.example")).hostStyle());
    assertEquals(true, ((Target.Bucket) read("s3://notes/?endpoint=https://s3.example&style=host")).hostStyle());
    assertEquals("eu central", ((Target.Bucket) read("s3://notes/?region=eu%20central")).region().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "  ", "ftp://x/", "rsync:-e sh", "rsync:", "server:-e", "git:", "git:-f", "git:a b", "git:a..b", "git:a/", "git:x.lock",
        "git:@{-1}", "s3://", "s3:/x", "s3://b", "s3://-b-/", "s3://key:secret@bucket/", "s3://bucket/?acl=public", "s3://bucket/?endpoint=s3.example",
        "s3://bucket/?endpoint=https://u:p@s3.example", "s3://bucket/?style=both", "s3://bucket/#x", "s3://bu cket/", "rsync://you:word@server/x"
      })
  void whatIsNoneIsRefusedWithAReason(String text) {
    Target.Unread unread = assertInstanceOf(Target.Unread.class, Target.read(text, Path.of("/site")), text);
    assertEquals(false, unread.message().isEmpty() || unread.hint().isEmpty());
    assertEquals(false, unread.message().contains("secret") || unread.message().contains("word@"), unread.message());
  }

  @Test
  void aNameThatHoldsItsFingerprintMayBeKeptForEver() {
    assertEquals("public, max-age=31536000, immutable", Pieces.cacheControl("assets/style.1f3870be27.css", "text/css; charset=utf-8", Stage.ASSET));
    assertEquals("public, max-age=3600", Pieces.cacheControl("assets/style.css", "text/css; charset=utf-8", Stage.ASSET));
    assertEquals("public, max-age=60", Pieces.cacheControl("post/x/index.html", "text/html; charset=utf-8", Stage.PAGE));
    assertEquals("public, max-age=60", Pieces.cacheControl("search/notes.bin", "application/octet-stream", Stage.ASSET));
    assertEquals("public, max-age=300", Pieces.cacheControl("feed.xml", "application/rss+xml; charset=utf-8", Stage.FEED));
  }

  @Test
  void aListIsReadBackAndOneThatIsNotWholeIsNot() {
    TreeMap<String, Deployed.Put> files = new TreeMap<>();
    Piece piece = new Piece("post/두 번째/index.html", Stage.PAGE, Digest.of("x"), Path.of("x"), "text/html", "no-store");
    files.put(piece.file(), Deployed.Put.pending(piece, true));
    files.put("a", new Deployed.Put(piece.digest(), "0cc175b9c0f1b6a831c399e269772661"));
    Deployed deployed = new Deployed(files);
    byte[] bytes = deployed.bytes();
    assertEquals(deployed, Deployed.read(bytes).orElseThrow());
    for (int length : List.of(0, 10, bytes.length / 2, bytes.length - 1)) {
      assertEquals(true, Deployed.read(Arrays.copyOf(bytes, length)).isEmpty());
    }
    String outside = new String(bytes, StandardCharsets.UTF_8).replace(" a\n", " ../a\n");
    assertEquals(true, Deployed.read(outside.getBytes(StandardCharsets.UTF_8)).isEmpty());
  }

  @Test
  void namesThatRsyncEscapesAreReadBack() {
    assertEquals("post/é/x", RsyncStore.unescaped("post/\\#303\\#251/x"));
    assertEquals("plain \\ name", RsyncStore.unescaped("plain \\ name"));
  }
}
