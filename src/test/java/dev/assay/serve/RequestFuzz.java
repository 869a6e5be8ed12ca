package dev.assay.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import dev.assay.note.Digest;
import dev.assay.note.SitePath;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Publisher;
import dev.assay.publish.Stage;
import dev.assay.testing.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Requests to the preview: whoever asks under another name or from another page gets nothing, and nobody gets a byte that the
/// build did not write, or is led away from the preview.
public final class RequestFuzz implements FuzzTarget {
  private static final String PAGE = "<!doctype html><html><body><p>of the build</p></body></html>";
  private static final String SECRET = "the secret";
  private static final Set<Integer> STATUS = Set.of(200, 302, 304, 400, 403, 404, 405, 421, 503);
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final Set<String> FILES = Set.of("p{}", "<rss/>", "{}", "png", "no ending");

  private static final List<String> TOKENS =
      List.of(
          "GET ", "HEAD ", "POST ", "OPTIONS ", "TRACE ", "get ", "/", "//", "/post/x/", "/post/x", "/post/x/index.html", "/style.css", "/feed.xml", "/claims.json", "/x.png", "/notes", "/secret.txt", "/folder/other.html", "/.hidden", "/.assay/events",
          "/.assay/reload.js", "/.assay/manifest", "/post/%EB%8D%B0%EC%9D%B4%ED%84%B0/", "/404.html", "..", "/../", "%2e%2e/", "%2E", "%2f", "%5c", "\\", "%00", "%", "%zz", "%ff", "%c0%ae", "?", "?a=b", "#", "http://evil.example/", "http://localhost/", "*", "@", ":", ";", "&",
          " ", " HTTP/1.1", "\r\n", "\n", "\r", "Host: localhost", "Host: localhost:4000", "Host: LOCALHOST", "Host: 127.0.0.1:80", "Host: [::1]:4000", "Host: evil.example", "Host: localhost.evil.example", "Host: ", "Host: localhost:", "localhost:999999", "Origin: http://localhost",
          "Origin: http://localhost:4000", "Origin: null", "Origin: http://evil.example", "Accept: text/html", "If-None-Match: *", "If-None-Match: \"x\", W/\"y\"", "If-Modified-Since: Sun, 22 Nov 2026 09:00:00 GMT", "If-Modified-Since: ", "Last-Event-ID: x", "Range: bytes=0-1",
          "X-Forwarded-Host: evil.example", "Content-Length: 5", "Transfer-Encoding: chunked", ": ", ",", "\"", "가", "\0", "\u007f", "/C:/", "/con", "/post", "/folder", "/index.html", "since=");

  private static @Nullable SiteHandler handler;

  @Override
  public List<String> tokens() {
    return TOKENS;
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> all = new ArrayList<>();
    for (String line : List.of("GET / HTTP/1.1", "GET /post/x?a=b HTTP/1.1", "HEAD /style.css HTTP/1.1", "GET /../secret.txt HTTP/1.1", "GET /post/%EB%8D%B0%EC%9D%B4%ED%84%B0/ HTTP/1.1", "POST /feed.xml HTTP/1.1", "GET /.assay/reload.js HTTP/1.1", "GET http://localhost/x.png HTTP/1.1", "GET //evil.example/post/x HTTP/1.1")) {
      all.add(FuzzTarget.seed(0, line + "\r\nHost: localhost:4000\r\nAccept: text/html\r\n\r\n"));
      all.add(FuzzTarget.seed(0, line + "\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n\r\n"));
      all.add(FuzzTarget.seed(0, line + "\r\nHost: localhost\r\nOrigin: http://localhost\r\nIf-None-Match: *\r\nIf-Modified-Since: Sun, 22 Nov 2026 09:00:00 GMT\r\n\r\n"));
    }
    all.add(FuzzTarget.seed(0x80, new byte[] {0, 8, 46, 47, 50, 47, 60, 47, 47}));
    return all;
  }

  /// A site with files beside those of the build, in memory as far as it goes: the handler is asked without a socket.
  private static synchronized SiteHandler handler() {
    if (handler == null) {
      try {
        Path root = Files.createTempDirectory("assay-fuzz");
        Files.createDirectories(root.resolve("site/folder"));
        Files.writeString(root.resolve("secret.txt"), SECRET);
        Files.writeString(root.resolve("site/secret.txt"), SECRET);
        Files.writeString(root.resolve("site/folder/other.html"), SECRET);
        Files.writeString(root.resolve("site/.hidden"), SECRET);
        Map<String, String> site = new TreeMap<>(Map.of("/", PAGE, "/post/x/", PAGE, "/404.html", "<body>of the build</body>", "/style.css", "p{}", "/feed.xml", "<rss/>", "/claims.json", "{}", "/post/데이터/", PAGE, "/x.png", "png", "/notes", "no ending"));
        List<Artifact> artifacts = new ArrayList<>();
        site.forEach((address, text) -> artifacts.add(new Artifact(new SitePath(address), Stage.PAGE, Digest.of(text), Maker.of(text.getBytes(StandardCharsets.UTF_8)))));
        new Publisher(root, root.resolve("site")).publish(artifacts, Publisher.Options.of(1));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> removed(root)));
        handler = new SiteHandler(new SiteFiles(root.resolve("site")), new Events("session"), new Patience(Duration.ofMinutes(5)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return handler;
  }

  private static void removed(Path root) {
    try (java.util.stream.Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void run(byte[] data) {
    String text = data[0] >= 0 ? new String(data, 1, data.length - 1, StandardCharsets.ISO_8859_1) : FuzzTarget.text(data, TOKENS);
    String[] lines = text.split("\r?\n", -1);
    String[] first = lines[0].split(" ", -1);
    Optional<URI> uri = first.length < 2 ? Optional.empty() : uri(first[1]);
    if (uri.isEmpty() || uri.get().getRawPath() == null) {
      path(text);
      return;
    }
    Headers headers = new Headers();
    for (int i = 1; i < Math.min(lines.length, 30); i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0 && lines[i].chars().allMatch(c -> c >= 0x20 && c != 0x7f)) {
        try {
          headers.add(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
        } catch (IllegalArgumentException _) {
          // The server refuses these itself.
          return;
        }
      }
    }
    if (uri.get().getRawPath().equals(Reloading.EVENTS_PATH) && Gate.refusal(first[0], headers).isEmpty() && first[0].equals("GET")) {
      // A stream of events goes on until its reader goes.
      return;
    }
    Asked asked = new Asked(first[0], uri.get(), headers);
    try {
      handler().handle(asked);
    } catch (IOException e) {
      throw new AssertionError("the preview fails at: " + text, e);
    }
    judge(text, asked);
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException _) {
      // The server answers these itself.
      return Optional.empty();
    }
  }

  private static void path(String text) {
    Gate.path(text).ifPresent(path -> FuzzTarget.require(path.chars().noneMatch(c -> c < 0x20 || c == 0x7f || c == '\\'), text, "a path with a control character or a backslash"));
  }

  private static void judge(String text, Asked asked) {
    String body = asked.body.toString(StandardCharsets.UTF_8);
    FuzzTarget.require(STATUS.contains(asked.status), text, "status " + asked.status);
    FuzzTarget.require(!body.contains(SECRET), text, "a file that is not of the build");
    FuzzTarget.require(asked.status != 200 || body.isEmpty() || body.contains("of the build") || FILES.contains(body) || body.equals(new String(Reloading.script(), StandardCharsets.UTF_8)), text, "not what the build wrote: " + body);
    List<String> hosts = asked.request.getOrDefault("Host", List.of());
    boolean here = hosts.size() == 1 && HERE.contains(hosts.getFirst().toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", ""));
    FuzzTarget.require(here || asked.status == 421, text, "answered under another name: " + hosts + " " + asked.status);
    boolean foreign = here && asked.request.getOrDefault("Origin", List.of()).stream().anyMatch(origin -> !origin.equalsIgnoreCase("http://" + hosts.getFirst()));
    FuzzTarget.require(!foreign || asked.status == 403, text, "answered to a page from elsewhere");
    FuzzTarget.require(asked.method.equals("GET") || asked.method.equals("HEAD") || asked.status >= 400, text, "answered to " + asked.method);
    FuzzTarget.require(!asked.method.equals("HEAD") || body.isEmpty(), text, "a body for HEAD");
    FuzzTarget.require(asked.response.keySet().stream().noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control")), text, "other origins are let in");
    asked.response.values().forEach(values -> values.forEach(value -> FuzzTarget.require(value.chars().noneMatch(c -> c < 0x20), text, "a header with a line end: " + value)));
    String location = asked.response.getFirst("Location");
    FuzzTarget.require(location == null || (location.startsWith("/") && !location.startsWith("//") && !location.startsWith("/\\")), text, "led away to " + location);
  }

  /// A request without a socket.
  private static final class Asked extends HttpExchange {
    private final String method;
    private final URI uri;
    private final Headers request;
    private final Headers response = new Headers();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = -1;

    Asked(String method, URI uri, Headers request) {
      this.method = method;
      this.uri = uri;
      this.request = request;
    }

    @Override
    public Headers getRequestHeaders() {
      return request;
    }

    @Override
    public Headers getResponseHeaders() {
      return response;
    }

    @Override
    public URI getRequestURI() {
      return uri;
    }

    @Override
    public String getRequestMethod() {
      return method;
    }

    @Override
    public @Nullable HttpContext getHttpContext() {
      return null;
    }

    @Override
    public void close() {
      // Nothing is open.
    }

    @Override
    public InputStream getRequestBody() {
      return new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public OutputStream getResponseBody() {
      return body;
    }

    @Override
    public void sendResponseHeaders(int code, long length) {
      status = code;
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
      return new InetSocketAddress("127.0.0.1", 1);
    }

    @Override
    public int getResponseCode() {
      return status;
    }

    @Override
    public InetSocketAddress getLocalAddress() {
      return new InetSocketAddress("127.0.0.1", 2);
    }

    @Override
    public String getProtocol() {
      return "HTTP/1.1";
    }

    @Override
    public @Nullable Object getAttribute(String name) {
      return null;
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
      // Nobody asks.
    }

    @Override
    public void setStreams(@Nullable InputStream in, @Nullable OutputStream out) {
      // There are no filters.
    }

    @Override
    public @Nullable HttpPrincipal getPrincipal() {
      return null;
    }
  }
}
