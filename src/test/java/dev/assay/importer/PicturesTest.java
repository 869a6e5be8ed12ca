package dev.assay.importer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures beside a feed, and those on other hosts. The only net here is a server of the test's own on loopback.
class PicturesTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

  @TempDir Path folder;

  private HttpServer server;
  private int asked;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      asked++;
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/to")) {
        exchange.getResponseHeaders().add("Location", "/a.png");
        exchange.sendResponseHeaders(302, -1);
      } else if (path.equals("/loop")) {
        exchange.getResponseHeaders().add("Location", "/loop");
        exchange.sendResponseHeaders(302, -1);
      } else if (path.equals("/page")) {
        exchange.sendResponseHeaders(200, 5);
        exchange.getResponseBody().write("<html".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      } else if (path.endsWith(".png")) {
        exchange.sendResponseHeaders(200, PNG.length);
        exchange.getResponseBody().write(PNG);
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

  private ImportReport imported(String html, String link, FeedImport.Fetch fetch) throws IOException {
    Path feed = folder.resolve("public/tags/x/feed.xml");
    Files.createDirectories(feed.getParent());
    Files.writeString(feed, "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>T</title><link>https://lab.example/</link>"
        + "<atom:link rel=\"self\" href=\"https://lab.example/tags/x/feed.xml\"/><item><title>A</title>" + link + "<guid isPermaLink=\"false\">a</guid><description><![CDATA[" + html + "]]></description></item></channel></rss>");
    FeedImport.Request request = new FeedImport.Request(feed, "feed.xml", folder.resolve("site"), "auto", OffsetDateTime.parse("2026-11-22T12:00:00Z"), fetch);
    return assertInstanceOf(FeedImport.Result.Done.class, FeedImport.run(request)).report();
  }

  private String note() throws IOException {
    String text = Files.readString(folder.resolve("site/content/post/a.md"));
    return text.substring(text.indexOf("\n---\n") + 5).strip();
  }

  @Test
  void aPictureBesideTheFeedComesAlongAndKeepsItsAddress() throws IOException {
    Files.createDirectories(folder.resolve("public/images"));
    Files.write(folder.resolve("public/images/p.png"), PNG);
    ImportReport report = imported("<p><img src=\"/images/p.png\" alt=\"P\"> <img src=\"https://other.example/q.png\" alt=\"Q\"></p>", "<link>https://lab.example/post/a/</link>", FeedImport.Fetch.NOTHING);
    assertEquals("![P](/images/p.png) ![Q](https://other.example/q.png)", note());
    assertArrayEquals(PNG, Files.readAllBytes(folder.resolve("site/content/images/p.png")));
    assertEquals(1, report.files());
    assertEquals(List.of("https://other.example/q.png"), report.remoteImages());
    assertEquals(0, asked);
  }

  @Test
  void nothingOutsideOfTheFeedsFolderComesAlong() throws IOException {
    Files.write(folder.resolve("secret.png"), PNG);
    Files.createDirectories(folder.resolve("public"));
    Files.createSymbolicLink(folder.resolve("public/link.png"), folder.resolve("secret.png"));
    imported("<p><img src=\"/../secret.png\" alt=\"A\"><img src=\"/link.png\" alt=\"B\"><img src=\"%2e%2e/secret.png\" alt=\"C\"></p>", "<link>https://lab.example/post/a/</link>", FeedImport.Fetch.NOTHING);
    assertFalse(Files.exists(folder.resolve("site/content/secret.png")));
    assertFalse(Files.exists(folder.resolve("site/content/link.png")));
  }

  @Test
  void aPictureThatLiesNowhereIsItsDescription() throws IOException {
    imported("<p>See <img src=\"img/p.png\" alt=\"the chart\"> <a href=\"y\">there</a></p>", "", FeedImport.Fetch.NOTHING);
    assertTrue(note().startsWith("See "), note());
  }

  @Test
  void picturesElsewhereAreFetchedWhenAskedFor() throws IOException {
    ImportReport report = imported("<p><img src=\"" + host() + "/to\" alt=\"A\"> <img src=\"" + host() + "/b.png\" alt=\"B\"></p>", "<link>https://lab.example/post/a/</link>", FeedImport.Fetch.ANY);
    assertEquals(2, report.files());
    assertTrue(note().matches("!\\[A]\\(/images/127\\.0\\.0\\.1/to-[0-9a-f]{8}\\.png\\) !\\[B]\\(/images/127\\.0\\.0\\.1/b-[0-9a-f]{8}\\.png\\)"), note());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/loop", "/page", "/missing"})
  void whatIsNoPictureStaysWhereItIs(String path) throws IOException {
    ImportReport report = imported("<p><img src=\"" + host() + path + "\" alt=\"A\"></p>", "<link>https://lab.example/post/a/</link>", FeedImport.Fetch.ANY);
    assertEquals("![A](" + host() + path + ")", note());
    assertEquals(0, report.files());
    assertTrue(report.remarks().stream().anyMatch(remark -> remark.text().startsWith("the picture " + host() + path)), report.text());
  }

  @Test
  void thisMachineIsNotAskedUnlessTheWriterSaysSo() throws IOException {
    ImportReport report = imported("<p><img src=\"" + host() + "/b.png\" alt=\"B\"></p>", "<link>https://lab.example/post/a/</link>", FeedImport.Fetch.PUBLIC);
    assertEquals(0, asked);
    assertEquals("the picture " + host() + "/b.png leads to this machine or a private net, so it stays there", report.remarks().getFirst().text());
  }
}
