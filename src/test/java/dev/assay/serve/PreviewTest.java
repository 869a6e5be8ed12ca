package dev.assay.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Digest;
import dev.assay.note.SitePath;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Publisher;
import dev.assay.publish.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PreviewTest {
  private static final String PAGE = "<!doctype html><html><body><p>page</p></body></html>";

  @TempDir Path root;
  private final Map<String, String> site = new ConcurrentSkipListMap<>();
  private final List<Problem> problems = new java.util.concurrent.CopyOnWriteArrayList<>();
  private final AtomicInteger builds = new AtomicInteger();
  private Preview preview;
  private int port;

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(root.resolve("content"));
    Files.createDirectories(root.resolve("site/folder"));
    site.putAll(Map.of(
        "/", PAGE, "/post/x/", PAGE, "/404.html", "<body>nothing here</body>", "/style.css", "p{}", "/feed.xml", "<rss/>",
        "/claims.json", "{}", "/post/데이터 센터/", PAGE, "/x.png", "png", "/notes", "no ending"));
  }

  @AfterEach
  void stop() throws IOException {
    if (preview != null) {
      preview.close();
    }
  }

  private Rebuild.Outcome build() {
    List<Problem> found = List.copyOf(problems);
    if (found.stream().noneMatch(Problem::isError)) {
      List<Artifact> artifacts = new ArrayList<>();
      new TreeMap<>(site).forEach((address, text) ->
          artifacts.add(new Artifact(new SitePath(address), Stage.PAGE, Digest.of(text), Maker.of(text.getBytes(StandardCharsets.UTF_8)))));
      assertTrue(new Publisher(root, root.resolve("site")).publish(artifacts, Publisher.Options.of(1)).succeeded());
    }
    builds.incrementAndGet();
    return new Rebuild.Outcome(found);
  }

  private void start() throws Exception {
    Preview.Settings settings = new Preview.Settings(root.resolve("site"), List.of(root.resolve("content"), root.resolve("templates")), 0);
    preview = assertInstanceOf(Preview.Running.class, Preview.start(settings, this::build)).preview();
    port = preview.address().getPort();
    waitForBuilds(1);
    while (get("/.assay/reload.js").isEmpty()) {
      Thread.sleep(5);
    }
    // The build has returned; what it wrote is looked at right after.
    for (int i = 0; i < 1000 && get("/").contains("is being built"); i++) {
      Thread.sleep(5);
    }
  }

  private void waitForBuilds(int count) throws InterruptedException {
    while (builds.get() < count) {
      Thread.sleep(5);
    }
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.net.SocketException e) {
      return ""; // the server hung up, which is an answer too
    }
  }

  private String ask(String method, String path, String... headers) throws IOException {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    return raw(request + "\r\n");
  }

  private String get(String path, String... headers) throws IOException {
    return ask("GET", path, headers);
  }

  private static int status(String response) {
    return response.startsWith("HTTP/1.1 ") ? Integer.parseInt(response.substring(9, 12)) : 0;
  }

  private static String header(String response, String name) {
    return response.lines().filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip()).findFirst().orElse("");
  }

  private static String body(String response) {
    int end = response.indexOf("\r\n\r\n");
    return end < 0 ? "" : response.substring(end + 4);
  }

  @Test
  void pagesAreServedWithTheScriptAndFilesAsTheyAre() throws Exception {
    start();
    String page = get("/post/x/");
    assertEquals(200, status(page));
    assertEquals("text/html; charset=utf-8", header(page, "Content-Type"));
    assertTrue(body(page).matches("(?s).*<p>page</p><script src=\"/.assay/reload.js\\?at=[a-z0-9.]+\"></script></body></html>"), page);
    assertEquals(PAGE, Files.readString(root.resolve("site/post/x/index.html")));
    assertEquals("p{}", body(get("/style.css")));
    assertEquals("text/css; charset=utf-8", header(get("/style.css"), "Content-Type"));
    assertEquals("application/rss+xml; charset=utf-8", header(get("/feed.xml"), "Content-Type"));
    assertEquals("application/json; charset=utf-8", header(get("/claims.json?x=1"), "Content-Type"));
    assertEquals("image/png", header(get("/x.png"), "Content-Type"));
    assertEquals("application/octet-stream", header(get("/notes"), "Content-Type"));
    assertEquals("nosniff", header(page, "X-Content-Type-Options"));
    assertEquals("", header(page, "Access-Control-Allow-Origin"));
    assertEquals(200, status(get("/post/%EB%8D%B0%EC%9D%B4%ED%84%B0%20%EC%84%BC%ED%84%B0/")));
    assertEquals(200, status(get("/post/x/index.html")));
  }

  @Test
  void aPathWithoutItsSlashLeadsToThePage() throws Exception {
    start();
    String response = get("/post/x?a=b");
    assertEquals(302, status(response));
    assertEquals("/post/x/?a=b", header(response, "Location"));
    String foreign = get("/post/x?a=\u00e9");
    assertEquals(302, status(foreign));
    assertTrue(header(foreign, "Location").matches("/post/x/\\?a=(?:%[0-9A-F]{2})+"), foreign);
    assertEquals(404, status(get("/folder")));
    assertEquals(404, status(get("/post")));
  }

  @Test
  void aMissingPageIsTheSitesOwn() throws Exception {
    start();
    String response = get("/nowhere/");
    assertEquals(404, status(response));
    assertTrue(body(response).contains("nothing here"));
    assertTrue(body(response).contains("/.assay/reload.js"));
  }

  @Test
  void whatIsKnownIsNotSentAgain() throws Exception {
    start();
    String tag = header(get("/style.css"), "ETag");
    assertEquals(304, status(get("/style.css", "If-None-Match: " + tag)));
    assertEquals(304, status(get("/style.css", "If-None-Match: \"other\", W/" + tag)));
    assertEquals(200, status(get("/style.css", "If-None-Match: \"other\"")));
    assertEquals("no-cache", header(get("/style.css"), "Cache-Control"));
  }

  @Test
  void headGivesTheHeadersOfGet() throws Exception {
    start();
    String get = get("/post/x/");
    String head = ask("HEAD", "/post/x/");
    assertEquals(200, status(head));
    assertEquals("", body(head));
    for (String name : List.of("Content-Type", "Content-Length", "ETag")) {
      assertEquals(header(get, name), header(head, name), name);
    }
  }

  private BufferedReader listen(String since) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(
        ("GET /.assay/events?since=" + since + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static String until(BufferedReader events, String wanted) throws IOException {
    StringBuilder read = new StringBuilder();
    for (String line = events.readLine(); line != null; line = events.readLine()) {
      read.append(line).append('\n');
      if (line.contains(wanted)) {
        return read.toString();
      }
    }
    return read + "(ended)";
  }

  private String state() throws IOException {
    return body(get("/")).replaceAll("(?s).*\\?at=([a-z0-9.]+)\".*", "$1");
  }

  @Test
  void anEditReachesAnOpenPage() throws Exception {
    start();
    try (BufferedReader events = listen(state())) {
      assertTrue(until(events, "retry:").contains("text/event-stream"));
      site.put("/post/x/", PAGE.replace("page", "edited"));
      Files.writeString(root.resolve("content/x.md"), "edited");
      String heard = until(events, "data: /post/x/");
      assertTrue(heard.contains("event: changed"), heard);
      assertFalse(heard.contains("event: reload"), heard);
      assertTrue(get("/post/x/").contains("edited"));
    }
  }

  @Test
  void aPageOfAnEarlierServerLoadsItselfAgain() throws Exception {
    start();
    try (BufferedReader events = listen("old.7")) {
      assertTrue(until(events, "event: reload").endsWith("event: reload\n"));
    }
  }

  @Test
  void problemsAreShownAndTheLastGoodSiteStays() throws Exception {
    start();
    try (BufferedReader events = listen(state())) {
      problems.add(Problem.ofFile(Severity.ERROR, Code.BROKEN_LINK, "content/x.md", "the link leads nowhere", ""));
      site.put("/", "changed");
      Files.writeString(root.resolve("content/x.md"), "broken");
      String heard = until(events, "the link leads nowhere");
      assertTrue(heard.contains("event: problems"), heard);
      assertTrue(get("/").contains("page"));
      problems.clear();
      Files.writeString(root.resolve("content/x.md"), "mended");
      assertTrue(until(events, "event: problems").contains("event: changed"));
    }
  }

  @Test
  void anOpenPageIsToldPlaceExcerptCaretAndHintAndThatAllIsWellAgain() throws Exception {
    start();
    try (BufferedReader events = listen(state())) {
      problems.add(
          new Problem(
              Severity.ERROR, Code.BROKEN_LINK, new Place("content/post/x.md", 41, 16, 7), "'hbm5.md' leads nowhere", "See [the note](hbm5.md).",
              "did you mean 'hbm4.md'?"));
      Files.writeString(root.resolve("content/x.md"), "broken");
      String heard = until(events, "1 error in 1 file");
      assertTrue(
          heard.endsWith(
              """
              event: problems
              data: content/post/x.md:41:16: error[broken-link]: 'hbm5.md' leads nowhere
              data:   See [the note](hbm5.md).
              data:                  ^~~~~~~
              data:   hint: did you mean 'hbm4.md'?
              data:\s
              data: 1 error in 1 file
              """),
          heard);
      problems.clear();
      Files.writeString(root.resolve("content/x.md"), "mended");
      assertTrue(until(events, "event: problems").endsWith("event: problems\n"));
      assertEquals("data: ", events.readLine());
    }
  }

  @Test
  void whatAFileHoldsIsOnlyEverTextInAnOpenPage() throws Exception {
    start();
    String hostile = "</pre><script>alert(1)</script>\u2028\r\ndata: x\nevent: reload\n\n<img src=x onerror=alert(2)>\u202e";
    try (BufferedReader events = listen(state())) {
      problems.add(new Problem(Severity.ERROR, Code.BROKEN_LINK, new Place("content/<b>.md", 1, 1, 1), hostile, hostile, hostile));
      Files.writeString(root.resolve("content/x.md"), "broken");
      String heard = until(events, "1 error in 1 file");
      heard.lines().dropWhile(line -> !line.equals("event: problems")).skip(1).forEach(line -> assertTrue(line.startsWith("data: "), line));
      assertFalse(heard.contains("event: reload\n\n"), heard);
      assertFalse(get("/").contains("alert("));
    }
    String script = new String(Reloading.script(), StandardCharsets.UTF_8);
    for (String way : List.of("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "cssText", ".style", "DOMParser")) {
      assertFalse(script.contains(way), way);
    }
  }

  @Test
  void beforeThereIsASiteTheProblemsAreThePage() throws Exception {
    problems.add(Problem.ofFile(Severity.ERROR, Code.BROKEN_LINK, "content/x.md", "<b>no</b>", ""));
    start();
    waitForBuilds(1);
    String page = get("/post/x/");
    for (int i = 0; i < 1000 && !page.contains("&lt;b"); i++) {
      Thread.sleep(5);
      page = get("/post/x/");
    }
    assertEquals(503, status(page));
    assertTrue(page.contains("&lt;b&gt;no&lt;/b&gt;"), page);
  }

  @Test
  void newFoldersAndSavesByRenamingAreNoticed() throws Exception {
    start();
    Files.createDirectories(root.resolve("content/new/deep"));
    waitForBuilds(2);
    int before = builds.get();
    Thread.sleep(200);
    Files.writeString(root.resolve("content/new/deep/x.md"), "x");
    waitForBuilds(before + 1);
    Thread.sleep(200);
    before = builds.get();
    Files.writeString(root.resolve("content/.x.md.tmp"), "y");
    Files.move(root.resolve("content/.x.md.tmp"), root.resolve("content/x.md"));
    waitForBuilds(before + 1);
    Thread.sleep(200);
    before = builds.get();
    Files.createDirectories(root.resolve("templates"));
    waitForBuilds(before + 1);
  }

  @Test
  void whatIsNoPartOfTheSiteBuildsNothing() throws Exception {
    start();
    int before = builds.get();
    Files.writeString(root.resolve("content/.x.md.swp"), "x");
    Files.writeString(root.resolve("content/x.md~"), "x");
    Files.writeString(root.resolve("other.txt"), "x");
    Files.writeString(root.resolve("site/mine.txt"), "x");
    Thread.sleep(300);
    assertEquals(before, builds.get());
  }

  @Test
  void manyEditsInOneMomentBuildOnce() throws Exception {
    start();
    int before = builds.get();
    for (int i = 0; i < 50; i++) {
      Files.writeString(root.resolve("content/" + i + ".md"), "x");
    }
    waitForBuilds(before + 1);
    Thread.sleep(700);
    assertTrue(builds.get() <= before + 3, "builds: " + (builds.get() - before));
  }

  @Test
  void aPortThatIsTakenIsSaid() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Preview.Settings settings = new Preview.Settings(root.resolve("site"), List.of(), other.getLocalPort());
      Preview.Refused refused = assertInstanceOf(Preview.Refused.class, Preview.start(settings, this::build));
      assertTrue(refused.reason().contains("port " + other.getLocalPort()), refused.reason());
      assertTrue(refused.reason().contains("--port"), refused.reason());
    }
  }

  @Test
  void closingEndsTheWait() throws Exception {
    start();
    CountDownLatch ended = new CountDownLatch(1);
    Thread waiting = Thread.ofPlatform().start(() -> {
      try {
        preview.await();
        ended.countDown();
      } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException(e);
      }
    });
    preview.close();
    assertTrue(ended.await(10, TimeUnit.SECONDS));
    assertTrue(waiting.join(Duration.ofSeconds(10)));
  }

  @Test
  void thePolledWatchNoticesTheSame() throws Exception {
    Watched watched = Watched.of(List.of(root.resolve("content")), root.resolve("site"));
    try (PolledWatch watch = new PolledWatch(watched)) {
      Thread waiting = Thread.ofPlatform().start(() -> {
        try {
          watch.await();
          builds.incrementAndGet();
        } catch (IOException | InterruptedException e) {
          throw new IllegalStateException(e);
        }
      });
      Files.writeString(root.resolve("site/x.md"), "x");
      Thread.sleep(600);
      assertEquals(0, builds.get());
      Files.createDirectories(root.resolve("content/a"));
      Files.writeString(root.resolve("content/a/x.md"), "x");
      assertTrue(waiting.join(Duration.ofSeconds(10)));
      assertEquals(1, builds.get());
    }
  }

  @Test
  void theScriptGoesToTheEndOfTheBodyAndChangesNoByte() {
    byte[] page = "<body>caf\u00e9 \ud55c</BODY></html>".getBytes(StandardCharsets.UTF_8);
    String whole = new String(Reloading.inject(page, "s.1"), StandardCharsets.UTF_8);
    assertEquals("<body>café 한<script src=\"/.assay/reload.js?at=s.1\"></script></BODY></html>", whole);
    byte[] none = {(byte) 0xff, 0};
    assertArrayEquals(none, java.util.Arrays.copyOf(Reloading.inject(none, "s.1"), 2));
  }

  // Feeds

  private void addFeeds() {
    site.put("/feed.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet type=\"text/css\" href=\"/feed.css\"?>\n<!-- a > comment -->\n<rss version=\"2.0\"></rss>");
    site.put("/atom.xml", "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"/>");
    site.put("/feed.json", "{\n  \"version\": \"https://jsonfeed.org/version/1.1\"}");
    site.put("/feeds.opml", "<opml version=\"2.0\"/>");
    site.put("/sitemap.xml", "<?xml version=\"1.0\"?><urlset/>");
    site.put("/checkpoints.ics", "BEGIN:VCALENDAR");
    site.put("/archive/2026-1.xml", "<rss/>");
  }

  @Test
  void feedsSayWhatTheyAre() throws Exception {
    addFeeds();
    start();
    Map<String, String> types =
        Map.of(
            "/feed.xml", "application/rss+xml; charset=utf-8", "/atom.xml", "application/atom+xml; charset=utf-8", "/feed.json",
            "application/feed+json; charset=utf-8", "/feeds.opml", "text/x-opml; charset=utf-8", "/sitemap.xml", "application/xml; charset=utf-8",
            "/checkpoints.ics", "text/calendar; charset=utf-8", "/archive/2026-1.xml", "application/rss+xml; charset=utf-8", "/claims.json",
            "application/json; charset=utf-8");
    for (Map.Entry<String, String> type : types.entrySet()) {
      String answer = get(type.getKey());
      assertEquals(200, status(answer), type.getKey());
      assertEquals(type.getValue(), header(answer, "Content-Type"), type.getKey());
      assertTrue(header(answer, "ETag").matches("\"[0-9a-f]+\""), answer);
      assertTrue(header(answer, "Last-Modified").matches("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z][a-z] \\d{4} \\d\\d:\\d\\d:\\d\\d GMT"), answer);
      assertEquals(site.get(type.getKey()), body(answer));
    }
  }

  @Test
  void aBrowserGetsAFeedAsSomethingThatItShows() throws Exception {
    addFeeds();
    start();
    for (String feed : List.of("/feed.xml", "/atom.xml")) {
      String answer = get(feed, "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
      assertEquals("application/xml; charset=utf-8", header(answer, "Content-Type"));
      assertEquals("Accept", header(answer, "Vary"));
      assertEquals(site.get(feed), body(answer));
      String reader = get(feed, "Accept: application/atom+xml, application/rss+xml;q=0.9, */*;q=0.1");
      assertTrue(header(reader, "Content-Type").matches("application/(rss|atom)\\+xml; charset=utf-8"), reader);
      assertEquals("Accept", header(reader, "Vary"));
    }
  }

  @Test
  void aFeedThatIsKnownIsNotSentAgain() throws Exception {
    addFeeds();
    start();
    String first = get("/feed.xml");
    String tag = header(first, "ETag");
    String time = header(first, "Last-Modified");
    for (String condition : List.of("If-None-Match: " + tag, "If-None-Match: \"other\", W/" + tag, "If-None-Match: *", "If-Modified-Since: " + time)) {
      for (String method : List.of("GET", "HEAD")) {
        String answer = ask(method, "/feed.xml", condition);
        assertEquals(304, status(answer), condition);
        assertEquals("", body(answer));
        assertEquals(tag, header(answer, "ETag"));
        assertEquals(time, header(answer, "Last-Modified"));
        assertEquals("no-cache", header(answer, "Cache-Control"));
      }
    }
  }

  @Test
  void aFeedThatChangedIsSent() throws Exception {
    addFeeds();
    start();
    String time = header(get("/feed.xml"), "Last-Modified");
    for (String condition :
        List.of(
            "If-None-Match: \"other\"", "If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT", "If-Modified-Since: yesterday",
            "If-None-Match: \"other\"\r\nIf-Modified-Since: " + time)) {
      assertEquals(200, status(get("/feed.xml", condition)), condition);
    }
  }

  @Test
  void theHeadOfAFeedSaysHowLongItIs() throws Exception {
    addFeeds();
    start();
    String answer = ask("HEAD", "/feed.xml");
    assertEquals(200, status(answer));
    assertEquals("", body(answer));
    assertEquals(Integer.toString(site.get("/feed.xml").length()), header(answer, "Content-Length"));
    assertEquals(header(get("/feed.xml"), "Last-Modified"), header(answer, "Last-Modified"));
  }

  @Test
  void aPageIsNotTakenForOldByItsTime() throws Exception {
    start();
    assertEquals("", header(get("/"), "Last-Modified"));
    assertEquals(200, status(get("/", "If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT")));
  }
}
