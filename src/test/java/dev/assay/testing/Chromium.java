package dev.assay.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An installed Chromium, driven over its DevTools protocol: a page is loaded, asked, and shown as other people see it.
///
/// The protocol is JSON over one web socket and we need a dozen of its commands; libraries that speak it bring a
/// browser or a runtime of their own, which a build without such downloads cannot have.
public final class Chromium implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final String session;
  private boolean scripts = true;

  private Chromium(Process process, String address) {
    this.process = process;
    this.socket = get(HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(address), new Reader()));
    String target = send("", "Target.createTarget", Map.of("url", "about:blank")).get("targetId").asString();
    this.session = send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true)).get("sessionId").asString();
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      send(domain + ".enable", Map.of());
    }
  }

  /// Starts the browser. A test that needs it is left out where it is not installed, but for CI.
  ///
  /// @param folder an empty folder for what it keeps
  public static Chromium start(Path folder) {
    Optional<String> program = List.of("chromium", "chromium-browser", "google-chrome").stream().filter(Chromium::isThere).findFirst();
    if (program.isEmpty() && !"true".equals(System.getenv("CI"))) {
      Assumptions.abort("Chromium is not installed");
    }
    try {
      Process process =
          new ProcessBuilder(
                  program.orElseThrow(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--hide-scrollbars",
                  "--remote-debugging-port=0", "--user-data-dir=" + Files.createDirectories(folder), "about:blank")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new Chromium(process, address(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isThere(String program) {
    return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// The browser says on its error stream where it listens; what it says later is read, so that it never waits.
  private static String address(Process process) throws IOException {
    BufferedReader said = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.contains("DevTools listening on ")) {
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
        return line.substring(line.indexOf("ws://"));
      }
    }
    throw new IOException("the browser ended without saying where it listens");
  }

  /// Calls a method of the protocol on the page.
  public JsonNode send(String method, Map<String, ?> parameters) {
    return send(session, method, parameters);
  }

  private JsonNode send(String to, String method, Map<String, ?> parameters) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    Map<String, Object> call = new java.util.TreeMap<>(Map.of("id", id, "method", method, "params", parameters));
    if (!to.isEmpty()) {
      call.put("sessionId", to);
    }
    get(socket.sendText(JSON.writeValueAsString(call), true));
    JsonNode reply = get(answer);
    if (reply.has("error")) {
      throw new AssertionError(method + ": " + reply.get("error"));
    }
    return reply.get("result");
  }

  /// Loads a page and waits until it has settled.
  public void open(String address) {
    events.clear();
    send("Page.navigate", Map.of("url", address));
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (events.stream().noneMatch(event -> event.get("method").asString().equals("Page.loadEventFired"))) {
      if (System.nanoTime() > until) {
        throw new AssertionError(address + " was not loaded");
      }
      pause();
    }
    settle();
  }

  /// Whether scripts of the page run; the next page that is opened is the first to know.
  public void scripts(boolean on) {
    scripts = on;
    send("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  /// Waits until what was changed has been drawn. Without script nothing says when that is, and little changes.
  public void settle() {
    if (!scripts) {
      return;
    }
    ask("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
  }

  /// What an expression, or the promise of one, comes to.
  public JsonNode ask(String expression) {
    JsonNode answer = send("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    JsonNode value = answer.get("result").get("value");
    return value == null ? JSON.nullNode() : value;
  }

  /// Shows the page in a window of this size.
  public void size(int width, int height, double scale) {
    send("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", false));
  }

  /// Shows the page on paper (`print`) or a screen (`screen`), with media features such as `prefers-color-scheme`.
  public void media(String medium, Map<String, String> features) {
    List<Map<String, String>> all = new ArrayList<>();
    features.forEach((name, value) -> all.add(Map.of("name", name, "value", value)));
    send("Emulation.setEmulatedMedia", Map.of("media", medium, "features", all));
    settle();
  }

  /// Presses a key: `Tab`, `Enter`.
  public void press(String key, int code) {
    Map<String, Object> down = new java.util.TreeMap<>(Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code));
    if (key.equals("Enter")) {
      down.put("text", "\r");
    }
    send("Input.dispatchKeyEvent", down);
    send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
  }

  /// What the page was found wrong with while it was loaded: errors on its console and scripts that failed.
  public List<String> faults() {
    return events.stream()
        .filter(
            event ->
                switch (event.get("method").asString()) {
                  case "Runtime.exceptionThrown" -> true;
                  case "Runtime.consoleAPICalled" -> List.of("error", "warning").contains(event.get("params").get("type").asString());
                  case "Log.entryAdded" -> event.get("params").get("entry").get("level").asString().equals("error");
                  default -> false;
                })
        .map(JsonNode::toString)
        .toList();
  }

  /// The addresses that the page asked for.
  public List<String> requests() {
    return events.stream()
        .filter(event -> event.get("method").asString().equals("Network.requestWillBeSent"))
        .map(event -> event.get("params").get("request").get("url").asString())
        .toList();
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the browser does not answer", e);
    }
  }

  @Override
  public void close() {
    // Its helpers outlive it for a moment, and write into the folder that the test then deletes.
    List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    for (ProcessHandle each : all) {
      try {
        each.onExit().get(10, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        each.destroyForcibly();
        each.onExit().join();
      } catch (InterruptedException | ExecutionException e) {
        throw new AssertionError(e);
      }
    }
  }

  /// Puts the parts of a message together, and gives answers to those who wait for them.
  private final class Reader implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonNode message = JSON.readTree(text.toString());
        text.setLength(0);
        if (message.has("id")) {
          Optional.ofNullable(waiting.remove(message.get("id").asInt())).ifPresent(answer -> answer.complete(message));
        } else {
          events.add(message);
        }
      }
      from.request(1);
      return CompletableFuture.completedFuture(from);
    }
  }
}
