package dev.assay.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A published tree as a plain web server gives it, on loopback.
public final class TreeServer implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml", "json", "application/json",
          "png", "image/png", "csv", "text/csv");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public TreeServer(Tree tree) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", exchange -> answer(tree, exchange));
    server.setExecutor(threads);
    server.start();
  }

  private static void answer(Tree tree, HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    String file = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    Optional<byte[]> bytes = Optional.ofNullable(tree.files().get(file));
    exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream"));
    byte[] body = bytes.orElseGet(() -> new byte[0]);
    exchange.sendResponseHeaders(bytes.isPresent() ? 200 : 404, body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /// Where it answers, without a slash at the end.
  public String address() {
    return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
