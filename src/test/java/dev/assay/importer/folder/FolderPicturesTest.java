package dev.assay.importer.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.assay.importer.FeedImport;
import dev.assay.importer.ImportReport;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Pictures on other hosts that the pages of a folder show, fetched from a server of the test's own on loopback.
@Timeout(60)
class FolderPicturesTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

  @TempDir Path temp;

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      asked.incrementAndGet();
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/a.png")) {
        exchange.sendResponseHeaders(200, PNG.length);
        exchange.getResponseBody().write(PNG);
      } else if (path.equals("/page.png")) {
        exchange.getResponseHeaders().add("Content-Type", "image/png");
        exchange.sendResponseHeaders(200, 6);
        exchange.getResponseBody().write("<html>".getBytes(StandardCharsets.UTF_8));
      } else if (path.equals("/large.png")) {
        exchange.sendResponseHeaders(200, 17L << 20);
        exchange.getResponseBody().write(PNG);
        exchange.getResponseBody().flush();
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
      exchange.close();
    });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String host() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private ImportReport imported(FeedImport.Fetch fetch) throws IOException {
    Path old = temp.resolve("old");
    if (!Files.exists(old)) {
      SiteText.of(
              """
              -- hugo.toml --
              baseURL = "https://old.example/"
              title = "Old"
              -- content/post/first.md --
              +++
              title = "First"
              date = 2020-03-04
              +++
              ![A](HOST/a.png) and again ![A](HOST/a.png), <img src="HOST/a.png" alt="raw">, ![W](HOST/page.png), ![L](HOST/large.png), ![M](HOST/missing.png)

              {{< figure src="HOST/a.png" caption="In words" >}}
              """
                  .replace("HOST", host()))
          .into(old);
    }
    FolderImport.Request request = new FolderImport.Request(old, "old", temp.resolve("new"), "auto", fetch);
    return assertInstanceOf(FolderImport.Result.Done.class, FolderImport.run(request)).report();
  }

  private Tree content() throws IOException {
    return Tree.of(temp.resolve("new/content"));
  }

  @Test
  void picturesOnOtherHostsComeAlongOnceAndWhatIsNoneStaysAndIsNamed() throws IOException {
    String said = imported(FeedImport.Fetch.ANY).text();
    String note = content().text("post/first.md");
    String taken = content().files().keySet().stream().filter(file -> file.startsWith("images/")).findFirst().orElse("");
    assertTrue(taken.matches("images/127\\.0\\.0\\.1/a-[0-9a-f]{8}\\.png"), () -> said + note);
    assertArrayEquals(PNG, content().files().get(taken));
    assertEquals(4, note.split("/" + java.util.regex.Pattern.quote(taken), -1).length - 1, note);
    assertTrue(note.contains("![W](" + host() + "/page.png), ![L](" + host() + "/large.png), ![M](" + host() + "/missing.png)"), note);
    assertTrue(said.contains("the picture " + host() + "/page.png is no picture, so it stays there"), said);
    assertTrue(said.contains("the picture " + host() + "/large.png is larger than 16 MB, so it stays there"), said);
    assertTrue(said.contains("the picture " + host() + "/missing.png answers with 404, so it stays there"), said);
    assertEquals(4, asked.get());
  }

  @Test
  void nothingIsAskedForUnlessTheWriterSaysSo() throws IOException {
    String said = imported(FeedImport.Fetch.NOTHING).summary();
    assertEquals(0, asked.get());
    assertTrue(said.contains("on other hosts (--fetch-images takes them along)"), said);
    assertTrue(content().text("post/first.md").contains("![A](" + host() + "/a.png)"));
  }

  @Test
  void aPrivateHostIsNotAskedWithoutItsOwnOption() throws IOException {
    String said = imported(FeedImport.Fetch.PUBLIC).text();
    assertEquals(0, asked.get());
    assertTrue(said.contains("leads to this machine or a private net"), said);
  }
}
