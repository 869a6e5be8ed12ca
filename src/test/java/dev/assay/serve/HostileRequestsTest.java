package dev.assay.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Digest;
import dev.assay.note.SitePath;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Publisher;
import dev.assay.publish.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Requests that nobody sends who means well, byte by byte, and what each is answered. The preview gives out what the build wrote, to this
/// machine under its own name and to its own pages, and nothing else.
@Timeout(60)
class HostileRequestsTest {
  private static final String PAGE = "<!doctype html><html><body><p>page</p></body></html>";
  private static final String SECRET = "the secret";
  private static final int LARGE = 8_000_000;

  /// The server hung up without a word.
  private static final int NOTHING = 0;

  @TempDir private static Path root;
  @TempDir private static Path elsewhere;
  private static Preview preview;
  private static int port;

  @BeforeAll
  static void serve() throws Exception {
    Path site = root.resolve("site");
    Map<String, String> files = new LinkedHashMap<>();
    for (String page : List.of("/", "/post/x/", "/post/데이터 센터/", "/linked/", "/tags/c++/")) {
      files.put(page, PAGE);
    }
    files.putAll(Map.of("/404.html", "<body>nothing here</body>", "/style.css", "p{}", "/claims.json", "{}", "/large.bin", "x".repeat(LARGE)));
    List<Artifact> artifacts = new ArrayList<>();
    files.forEach((address, text) -> artifacts.add(new Artifact(new SitePath(address), Stage.PAGE, Digest.of(text), Maker.of(text.getBytes(UTF_8)))));
    assertTrue(new Publisher(root, site).publish(artifacts, Publisher.Options.of(1)).succeeded());
    Files.writeString(root.resolve("secret.txt"), SECRET);
    Files.createDirectories(site.resolve("folder"));
    Files.writeString(site.resolve("folder/other.html"), SECRET);
    Files.writeString(site.resolve(".hidden"), SECRET);
    // What the build wrote has become a way to somewhere else.
    Files.writeString(elsewhere.resolve("index.html"), SECRET);
    Files.delete(site.resolve("style.css"));
    Files.createSymbolicLink(site.resolve("style.css"), root.resolve("secret.txt"));
    Files.delete(site.resolve("linked/index.html"));
    Files.delete(site.resolve("linked"));
    Files.createSymbolicLink(site.resolve("linked"), elsewhere);
    preview = assertInstanceOf(Preview.Running.class, Preview.start(new Preview.Settings(site, List.of(), 0), () -> new Rebuild.Outcome(List.of()))).preview();
    port = preview.address().getPort();
  }

  @AfterAll
  static void stop() throws IOException {
    preview.close();
  }

  private static Socket socket(String request) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  /// All that is answered to these bytes.
  private static String raw(String request) throws IOException {
    try (Socket socket = socket(request)) {
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (SocketException e) {
      return "";
    }
  }

  private static int status(String response) {
    return response.startsWith("HTTP/1.1 ") ? Integer.parseInt(response.substring(9, 12)) : NOTHING;
  }

  /// Fails for every request that is answered otherwise, or with a byte that is not the build's.
  private static int all(Map<String, Integer> requests) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Integer> each : requests.entrySet()) {
      String response = raw(each.getKey());
      if (status(response) != each.getValue()) {
        wrong.add(shown(each.getKey()) + " gave " + status(response) + " and not " + each.getValue());
      }
      if (response.contains(SECRET) || response.contains("root:") || response.toLowerCase(java.util.Locale.ROOT).contains("access-control-") || response.contains("Set-Cookie")) {
        wrong.add(shown(each.getKey()) + " gave " + response);
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(200, status(raw(get("/"))), "and it still answers");
    return requests.size();
  }

  private static String shown(String request) {
    return request.length() > 150 ? request.substring(0, 150) + "…" : request;
  }

  private static String get(String path, String... headers) {
    return request("GET", path, "Host: localhost:" + port, headers);
  }

  private static String request(String method, String path, String host, String... headers) {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    return request + "\r\n";
  }

  @Test
  void onlyTheBuildsOwnFilesAreGivenOut() throws IOException {
    Map<String, Integer> requests = new LinkedHashMap<>();
    for (String there : List.of("/", "/index.html", "/post/x/", "/post/x/index.html", "/?x", "/#", "/post/%78/", "/claims.json?../../secret.txt", "/post/%EB%8D%B0%EC%9D%B4%ED%84%B0%20%EC%84%BC%ED%84%B0/", "/tags/c++/", "/tags/c%2B%2B/")) {
      requests.put(get(there), 200);
    }
    requests.put(get("/post/x"), 302);
    requests.put(get("/linked"), 302);
    for (String missing :
        List.of(
            "/../secret.txt", "/%2e%2e/secret.txt", "/%2E%2E/%2e%2e/etc/passwd", "/post/../../secret.txt", "/post/x/../../../secret.txt", "/./../secret.txt", "/post/x/.", "/post/x/..", "/post/x/./", "/..", "/.", "/...", "/....//....//etc/passwd",
            "/..;/secret.txt", "/..%3b/secret.txt", "/.hidden", "/.assay-files", "/.assay/", "/.assay", "/.assay/lock", "/.assay-staging/", "/.assay/events/", "/.assay/reload.js/", "/.ASSAY/events", "/folder/", "/folder", "/folder/other.html",
            "/folder/other.html/", "/style.css", "/style.css/", "/linked/", "/linked/index.html", "/POST/X/", "/post//x/", "/post/x//", "/post/x/index.html/", "/index.html/", "/content/", "/etc/passwd", "/~root/", "/post", "/claims.json%20",
            "/claims.json.", "/claims.json::$DATA", "/claims.json:x", "/con", "/nul.html", "/%", "/secret.txt", "/site/index.html", "/%252e%252e/secret.txt", "/%252e%252e%252fsecret.txt", "/tags/50%/", "/%E2%80%AE", "/%EF%BC%8E%EF%BC%8E/secret.txt", "/%e2%88%95etc%e2%88%95passwd",
            "/post/%EB%8D%B0", "/a".repeat(5_000), "/" + "a".repeat(60_000))) {
      requests.put(get(missing), missing.matches(".*%(?![0-9A-Fa-f]{2}).*") ? 400 : 404);
    }
    for (String none :
        List.of(
            "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt", "/..%5csecret.txt", "/%2e%2e%5csecret.txt", "/%2fetc%2fpasswd", "/%5c%5chost%5cshare", "/%00", "/secret.txt%00.html", "/post/x/%00", "/post/%0d%0aSet-Cookie:x", "/%0a", "/%0d", "/%09", "/%7f", "/%1b[2J",
            "/%c0%ae%c0%ae/secret.txt", "/%c0%af", "/%ff", "/%e0%80%af", "/%f8%80%80%80%af", "/%ed%a0%80", "/%u002e%u002e/secret.txt", "/%zz", "/%2", "/..\\secret.txt", "/\\secret.txt", "//post/x/", "//../secret.txt", "//evil.example/..",
            "http://evil.example/secret.txt", "http://localhost/", "http://127.0.0.1:1/", "https://localhost/", "file:///etc/passwd", "file:/etc/passwd", "file:/index.html", "x:/index.html", "/<script>", "/\"onload=", "/{x}", "/^", "/|", "/`", "/\u0000", "/\u0001",
            "/\u007f")) {
      requests.put(get(none), 400);
    }
    // What has no path the server itself knows nothing of.
    for (String none : List.of("//evil.example", "///etc/passwd", "*", "secret.txt", "../secret.txt", "?x", "#x", "/x y")) {
      requests.put(get(none), 404);
    }
    for (String none : List.of("javascript:alert(1)", "data:text/html,x", "mailto:x")) {
      requests.put(get(none), NOTHING);
    }
    assertEquals(129, all(requests));
  }

  @Test
  void onlyWhoAsksRightlyIsAnswered() throws IOException {
    Map<String, Integer> requests = new LinkedHashMap<>();
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND", "MKCOL", "get", "Head", "G3T", "GET\t", "CONNECT")) {
      requests.put(request(method, "/", "Host: localhost"), 405);
    }
    requests.put(request("CONNECT", "localhost:80", "Host: localhost"), NOTHING);
    requests.put(request("HEAD", "/", "Host: localhost"), 200);
    requests.put(request("HEAD", "/.assay/events", "Host: localhost"), 200);
    requests.put(request("HEAD", "/../secret.txt", "Host: localhost"), 404);
    requests.put("GET\r\n\r\n", 400);
    requests.put("GET /\r\n\r\n", 400);
    requests.put("GET /secret.txt\r\n\r\n", 400);
    requests.put("\r\n\r\n", NOTHING);
    requests.put("\r\n\r\n\r\n" + get("/"), 200);
    requests.put("", NOTHING);
    requests.put("\0", NOTHING);
    requests.put("\0\1\2\3\r\n\r\n", 400);
    requests.put("\u0016\u0003\u0001\u0002\0\1\0\1\u00fc\u0003\u0003", NOTHING);
    requests.put("GET / HTTP/1.1\r\n", 421);
    requests.put("GET / HTTP/1.1\r\nHost: localhost", 200);
    requests.put("GET / HTTP/1.1\nHost: localhost\n\n", NOTHING);
    requests.put(" GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", 404);
    requests.put("GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n", 404);
    requests.put("GET / HTTP/1.0\r\n\r\n", 421);
    requests.put("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n", 200);
    requests.put("GET / HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n", 200);
    requests.put("GET / \r\nHost: localhost\r\nConnection: close\r\n\r\n", 200);
    requests.put("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 404);
    requests.put(get("/", "Content-Length: -5"), 400);
    requests.put(get("/", "Content-Length: x"), 400);
    requests.put(get("/", "Content-Length: 99999999999999999999"), 400);
    requests.put(get("/", "Content-Length: 1", "Content-Length: 2"), 400);
    requests.put(get("/", "Content-Length: 5", "Transfer-Encoding: chunked"), 400);
    requests.put(get("/", "Transfer-Encoding: x"), 501);
    requests.put(get("/", "Transfer-Encoding: chunked", "Transfer-Encoding: chunked"), 501);
    requests.put(get("/", "a b: c"), 400);
    requests.put(get("/", ": c"), 400);
    requests.put(get("/", "no colon"), 400);
    requests.put(get("/", "X: y\u0000z"), 200);
    requests.put(get("/", "Range: bytes=0-1000000000000,-1"), 200);
    requests.put(get("/", "If-None-Match: " + "\"x\",".repeat(5_000)), 200);
    requests.put(get("/", "If-Modified-Since: " + "9".repeat(5_000)), 200);
    requests.put(get("/", "X: " + "y".repeat(500_000)), NOTHING);
    requests.put(get("/", "X: y\r\n".repeat(100).strip()), 200);
    requests.put(get("/", many(1_000)), NOTHING);
    requests.put(get("/" + "a".repeat(500_000)), NOTHING);
    requests.put(get("/.assay/events?since=" + "x".repeat(10_000), "Origin: http://evil.example"), 403);
    assertEquals(55, all(requests));
    // A body that is broken off, or never comes, breaks the connection, perhaps before the answer has been read.
    for (String broken : List.of(get("/", "Transfer-Encoding: chunked") + "zz\r\n", get("/", "Content-Length: 1000000000"))) {
      assertTrue(List.of(NOTHING, 200).contains(status(raw(broken))), broken);
    }
  }

  private static String many(int headers) {
    StringBuilder text = new StringBuilder("X: y");
    for (int i = 0; i < headers; i++) {
      text.append("\r\nX").append(i).append(": y");
    }
    return text.toString();
  }

  /// A page of somebody else can have a name of its own lead to this machine: then it asks under that name.
  @Test
  void onlyThisMachineUnderItsOwnNameIsAnswered() throws IOException {
    Map<String, Integer> requests = new LinkedHashMap<>();
    for (String host : List.of("localhost", "localhost:" + port, "LOCALHOST:" + port, "127.0.0.1", "127.0.0.1:" + port, "[::1]", "[::1]:" + port, "localhost:8080", " localhost ")) {
      requests.put(request("GET", "/", "Host: " + host), 200);
    }
    for (String host :
        List.of(
            "evil.example", "evil.example:" + port, "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.1.nip.io", "localhost:" + port + ":1", "localhost:", "localhost:x", "localhost:999999", "localhost.", "localhost.:" + port, "localhost@evil.example",
            "evil.example@localhost", "evil.example#localhost", "localhost/evil.example", "localhost,evil.example", "localhost evil.example", "localhost\tevil.example", "http://localhost", "", ".", "*", "0.0.0.0", "0", "127.1", "127.0.0.2", "2130706433", "0x7f000001",
            "0177.0.0.1", "192.168.1.1", "::1", "[::]", "[::2]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::1%lo]", "[::1", "[::1].evil.example", "l\u00f6calhost", "localhost%00.evil.example", "%6cocalhost", "localhost%2e", "x".repeat(10_000))) {
      for (String path : List.of("/", "/.assay/events", "/.assay/reload.js", "/claims.json")) {
        requests.put(request("GET", path, "Host: " + host), 421);
      }
    }
    requests.put("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 421);
    requests.put(request("GET", "/", "Host: localhost\r\nHost: evil.example"), 421);
    requests.put(request("GET", "/", "Host: localhost\r\nhost: localhost"), 421);
    requests.put(request("GET", "/", "Host: localhost\r\n evil.example"), 421);
    requests.put(request("GET", "/", "X-Forwarded-Host: localhost"), 421);
    requests.put(request("GET", "/", "Host: evil.example", "X-Forwarded-Host: localhost", "Forwarded: host=localhost"), 421);
    requests.put(request("GET", "http://localhost/", "Host: evil.example"), 421);
    assertEquals(188, all(requests));
  }

  @Test
  void pagesOfOthersMayNotAsk() throws IOException {
    Map<String, Integer> requests = new LinkedHashMap<>();
    requests.put(get("/", "Origin: http://localhost:" + port), 200);
    requests.put(get("/", "Origin: HTTP://LOCALHOST:" + port), 200);
    for (String origin :
        List.of("http://evil.example", "null", "", "http://localhost", "http://localhost:1", "https://localhost:" + port, "http://localhost:" + port + ".evil.example", "http://localhost:" + port + "/", "http://127.0.0.1:" + port, "file://", "chrome-extension://x")) {
      requests.put(get("/", "Origin: " + origin), 403);
      requests.put(get("/.assay/events", "Origin: " + origin), 403);
      requests.put(request("OPTIONS", "/", "Host: localhost:" + port, "Origin: " + origin, "Access-Control-Request-Method: GET", "Access-Control-Request-Private-Network: true"), 403);
    }
    requests.put(get("/", "Origin: http://localhost:" + port, "Origin: http://evil.example"), 403);
    for (String site : List.of("cross-site", "same-site", "CROSS-SITE", "new-word")) {
      requests.put(get("/claims.json", "Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"), 403);
      requests.put(get("/.assay/events", "Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"), 403);
      requests.put(get("/", "Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"), 403);
      requests.put(get("/", "Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: object"), 403);
      requests.put(get("/", "Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"), 200);
    }
    requests.put(get("/", "Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"), 200);
    requests.put(get("/claims.json", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"), 200);
    assertEquals(58, all(requests));
    String page = raw(get("/"));
    for (String header :
        List.of(
            "X-content-type-options: nosniff", "Cross-origin-resource-policy: same-origin", "Cross-origin-opener-policy: same-origin", "Content-security-policy: frame-ancestors 'self'", "X-frame-options: SAMEORIGIN", "Referrer-policy: same-origin",
            "Cache-control: no-cache")) {
      assertTrue(page.contains("\r\n" + header + "\r\n"), page);
    }
  }

  /// Two hundred who never finish to ask, fifty who ask for much and read nothing, a hundred who listen and do not hear.
  @Test
  void whoeverIsSlowKeepsNobodyWaiting() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        slow.add(socket("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + "y".repeat(i)));
      }
      for (int i = 0; i < 50; i++) {
        slow.add(socket(get("/large.bin")));
        slow.add(socket(get("/", "Content-Length: 1000000")));
      }
      for (int i = 0; i < 120; i++) {
        slow.add(socket(get("/.assay/events")));
      }
      long start = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        assertEquals(200, status(raw(get("/post/x/"))));
      }
      assertTrue(System.nanoTime() - start < 10_000_000_000L, "others wait");
      try (Socket listener = socket(get("/.assay/events"))) {
        BufferedReader heard = new BufferedReader(new InputStreamReader(listener.getInputStream(), ISO_8859_1));
        assertTrue(heard.lines().anyMatch("retry: 500"::equals), "a page that comes last hears of edits too");
      }
      assertEquals(LARGE, raw(get("/large.bin")).split("\r\n\r\n", 2)[1].length());
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    for (String limit : List.of("sun.net.httpserver.maxReqTime", "jdk.httpserver.maxConnections")) {
      assertFalse(System.getProperty(limit, "").isEmpty(), limit);
    }
  }
}
