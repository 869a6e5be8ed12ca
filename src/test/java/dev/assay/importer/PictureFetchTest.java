package dev.assay.importer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a server may do to who asks it for a picture. The only net here is a server of the test's own on loopback.
@Timeout(60)
class PictureFetchTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> {
      String path = exchange.getRequestURI().getPath();
      try (exchange; OutputStream out = exchange.getResponseBody()) {
        switch (path) {
          case "/a.png" -> {
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, PNG.length);
            out.write(PNG);
          }
          case "/page.png" -> {
            exchange.getResponseHeaders().add("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, 0);
            out.write("<html>".getBytes(StandardCharsets.UTF_8));
          }
          case "/drawing.svg" -> {
            exchange.getResponseHeaders().add("Content-Type", "image/svg+xml");
            exchange.sendResponseHeaders(200, 0);
            out.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8));
          }
          case "/large.png" -> {
            exchange.sendResponseHeaders(200, 17L << 20);
            out.write(PNG);
            out.flush();
          }
          case "/endless.png" -> {
            exchange.sendResponseHeaders(200, 0);
            out.write(PNG);
            byte[] part = new byte[1 << 16];
            for (int i = 0; i < 400; i++) {
              out.write(part);
            }
          }
          case "/slow.png" -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 200; i++) {
              out.write(i < PNG.length ? PNG[i] : 0);
              out.flush();
              pause(100);
            }
          }
          case "/elsewhere.png" -> {
            exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
            exchange.sendResponseHeaders(302, -1);
          }
          case "/loop.png" -> {
            exchange.getResponseHeaders().add("Location", "/loop.png");
            exchange.sendResponseHeaders(302, -1);
          }
          default -> exchange.sendResponseHeaders(404, -1);
        }
      } catch (IOException _) {
        // Whoever asked has heard enough.
      }
    });
    server.start();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Test
  void aPictureIsOneByItsFirstBytesWhateverTheServerCallsIt() {
    PictureFetch.Result.Fetched found = assertInstanceOf(PictureFetch.Result.Fetched.class, new PictureFetch(true).get(at("/a.png")));
    assertEquals("png", found.ending());
    assertArrayEquals(PNG, found.bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "/page.png, is no picture",
    "/drawing.svg, is no picture",
    "/large.png, is larger than 16 MB",
    "/endless.png, is larger than 16 MB",
    "/missing.png, answers with 404",
    "/elsewhere.png, is no address on the web",
    "/loop.png, is redirected too often",
  })
  void whatIsNoPictureOrTooMuchIsRefused(String path, String why) {
    assertEquals(new PictureFetch.Result.Refused(why), new PictureFetch(true).get(at(path)));
  }

  @Test
  void whatDripsInIsGivenUp() {
    assertEquals(new PictureFetch.Result.Refused("comes too slowly"), new PictureFetch(true, Duration.ofMillis(400)).get(at("/slow.png")));
  }

  @Test
  void aHostThatKeepsSilentIsAskedThreeTimes() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      PictureFetch fetch = new PictureFetch(true, Duration.ofMillis(100));
      String host = "http://127.0.0.1:" + silent.getLocalPort();
      for (int i = 0; i < 3; i++) {
        assertEquals(new PictureFetch.Result.Refused("is on a host that does not answer"), fetch.get(host + "/" + i + ".png"));
      }
      assertEquals(new PictureFetch.Result.Refused("was not asked for, because its host did not answer 3 times"), fetch.get(host + "/4.png"));
      assertInstanceOf(PictureFetch.Result.Fetched.class, fetch.get(at("/a.png")));
    }
  }

  @Test
  void thisMachineIsNotAskedUnlessTheWriterSaysSo() {
    assertEquals(new PictureFetch.Result.Refused("leads to this machine or a private net"), new PictureFetch(false).get(at("/a.png")));
  }
}
