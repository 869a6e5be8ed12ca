package dev.assay.serve;

import com.sun.net.httpserver.HttpServer;
import dev.assay.problem.ProblemText;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Shows a site on this machine while it is written: builds it, serves what was built, and when a file was edited builds
/// again and lets open pages load themselves anew.
///
/// ```java
/// switch (Preview.start(settings, rebuild)) {
///   case Preview.Running running -> { …; running.preview().await(); }
///   case Preview.Refused refused -> …
/// }
/// ```
public final class Preview implements AutoCloseable {
  /// What the server reads when it is loaded. Whoever is slow, or opens more than anybody needs, gets no more than this, so that others
  /// are answered. How long an answer may take is for [Patience] to say: an open page hears its events for as long as it likes.
  private static final Map<String, String> LIMITS =
      Map.of(
          // A small reply is sent in two parts; without this the second waits for the first to be acknowledged, 40 ms.
          "sun.net.httpserver.nodelay", "true",
          // Seconds for sending a request.
          "sun.net.httpserver.maxReqTime", "20",
          "sun.net.httpserver.maxReqHeaderSize", "65536",
          "jdk.httpserver.maxConnections", "1000");

  private static final Duration TAKING = Duration.ofMinutes(5);

  static {
    LIMITS.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final SiteFiles files;
  private final Events events;
  private final Patience patience = new Patience(TAKING);
  private final Watch watch;
  private final Rebuild rebuild;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Thread loop;
  private volatile boolean closing;

  /// What is shown, and where.
  ///
  /// @param output  the output folder of the build
  /// @param watched folders whose files, when edited, make the site build again; they may be missing
  /// @param port    where to listen; 0 for any free one
  public record Settings(Path output, List<Path> watched, int port) {
    public Settings {
      watched = List.copyOf(watched);
      if (port < 0 || port > 65535) {
        throw new IllegalArgumentException("port " + port);
      }
    }
  }

  /// Whether the preview runs.
  public sealed interface Start {}

  /// It runs until it is closed.
  public record Running(Preview preview) implements Start {}

  /// It cannot run.
  ///
  /// @param reason one sentence for the user, without a full stop
  public record Refused(String reason) implements Start {}

  private Preview(HttpServer server, Settings settings, Rebuild rebuild) throws IOException {
    this.server = server;
    this.rebuild = rebuild;
    this.files = new SiteFiles(settings.output());
    this.events = new Events(Long.toString(System.nanoTime() & Long.MAX_VALUE, 36));
    this.watch = Watch.of(settings.watched(), settings.output());
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.loop = Thread.ofPlatform().name("assay-serve").daemon().unstarted(this::loop);
  }

  /// Starts: the first build runs while the server already answers.
  ///
  /// @throws IOException when files can't be watched or the list of the output folder can't be read
  public static Start start(Settings settings, Rebuild rebuild) throws IOException {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), settings.port()), 0);
    } catch (BindException e) {
      return new Refused("port " + settings.port() + " cannot be used (" + e.getMessage() + "); choose another with --port");
    }
    Preview preview = new Preview(server, settings, rebuild);
    server.createContext("/", new SiteHandler(preview.files, preview.events, preview.patience));
    server.setExecutor(preview.threads);
    server.start();
    preview.loop.start();
    return new Running(preview);
  }

  /// Where the site is shown.
  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  private void loop() {
    try {
      while (!closing) {
        build();
        watch.await();
      }
      ended.complete(null);
    } catch (InterruptedException | ClosedWatchServiceException e) {
      ended.complete(null);
    } catch (IOException | RuntimeException | Error e) {
      ended.completeExceptionally(e);
    }
  }

  private void build() throws IOException {
    Rebuild.Outcome outcome = rebuild.run();
    String report = outcome.problems().isEmpty() ? "" : ProblemText.of(false).report(outcome.problems());
    events.built(files.refresh(), report);
    rebuild.settle();
    // That may have made files which were not there before.
    events.built(files.refresh(), report);
  }

  /// Waits until the preview is closed, and closes it when the process is told to end.
  ///
  /// @throws ExecutionException when watching or building failed in a way that is no problem of the site
  public void await() throws InterruptedException, ExecutionException {
    Thread atExit = Thread.ofPlatform().unstarted(this::closeAtExit);
    Runtime.getRuntime().addShutdownHook(atExit);
    ended.get();
  }

  private void closeAtExit() {
    try {
      close();
    } catch (IOException e) {
      // Nobody is left to be told; the process ends and the system closes what is open.
    }
  }

  /// Stops: a build that is running is waited for, at most a few seconds; if it is cut off all the same, the next one
  /// completes it.
  @Override
  public void close() throws IOException {
    closing = true;
    watch.close();
    server.stop(0);
    threads.shutdownNow();
    patience.close();
    try {
      loop.join(TimeUnit.SECONDS.toMillis(3));
      loop.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
