package dev.assay.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.assay.deploy.MediaTypes;
import dev.assay.note.Digest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers requests for pages and files.
final class SiteHandler implements HttpHandler {
  /// `Sun, 22 Nov 2026 09:00:00 GMT`, in English everywhere.
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final String PLAIN = "text/plain; charset=utf-8";

  private final SiteFiles files;
  private final Events events;
  private final Patience patience;
  private final byte[] script = Reloading.script();

  SiteHandler(SiteFiles files, Events events, Patience patience) {
    this.patience = patience;
    this.files = files;
    this.events = events;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Reply> refusal = Gate.refusal(exchange.getRequestMethod(), exchange.getRequestHeaders());
      if (refusal.isPresent()) {
        patience.during(() -> send(exchange, refusal.get()));
      } else if (path(exchange).equals(Reloading.EVENTS_PATH)) {
        stream(exchange);
      } else {
        Reply reply = forPeople(reply(exchange.getRequestURI(), path(exchange)), exchange.getRequestHeaders());
        patience.during(() -> send(exchange, reply));
      }
    }
  }

  /// The decoded path; empty when it is none that a file could have.
  private static String path(HttpExchange exchange) {
    URI uri = exchange.getRequestURI();
    String raw = uri.getRawPath();
    return raw == null || !raw.startsWith("/") || uri.isAbsolute() || uri.getRawAuthority() != null ? "" : Gate.path(raw).orElse("");
  }

  private Reply reply(URI uri, String path) throws IOException {
    if (path.isEmpty()) {
      return Reply.text(400, "This is not an address.");
    }
    if (path.equals(Reloading.SCRIPT_PATH)) {
      return Reply.of(200, "text/javascript; charset=utf-8", script);
    }
    Optional<String> file = files.file(path);
    if (file.isPresent()) {
      Optional<SiteFiles.Content> content = files.read(file.get());
      if (content.isPresent()) {
        return file(200, file.get(), content.get());
      }
    }
    if (!path.endsWith("/") && files.file(path + "/").isPresent()) {
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return new Reply(302, PLAIN, new byte[0], Optional.empty(), Map.of("Location", ascii(uri.getRawPath() + "/" + query)));
    }
    return missing();
  }

  /// An address as a header may carry it: letters that whoever asked did not encode are encoded.
  private static String ascii(String address) {
    if (address.chars().allMatch(c -> c < 0x7f)) {
      return address;
    }
    StringBuilder encoded = new StringBuilder();
    for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
      encoded.append(b >= 0 ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xff));
    }
    return encoded.toString();
  }

  private Reply missing() throws IOException {
    if (files.isEmpty()) {
      return page(503, Reloading.waiting(events.report()));
    }
    Optional<String> file = files.file("/404.html");
    Optional<SiteFiles.Content> content = file.isPresent() ? files.read(file.get()) : Optional.empty();
    return content.map(bytes -> file(404, "404.html", bytes)).orElseGet(() -> Reply.text(404, "There is no such page."));
  }

  /// A page carries the state of the preview, which changes when its file does not: it has no time of its own.
  private Reply file(int status, String file, SiteFiles.Content content) {
    String type = MediaTypes.of(file, content.bytes());
    return MediaTypes.isPage(type)
        ? page(status, content.bytes())
        : new Reply(status, type, content.bytes(), Optional.of(content.modified().truncatedTo(ChronoUnit.SECONDS)), Map.of());
  }

  /// A browser shows the source of a feed that is sent as one, and a page that can be read of the same as plain XML. Programs that
  /// read feeds take both, but ask for no page.
  private static Reply forPeople(Reply reply, Headers asked) {
    if (!MediaTypes.isFeed(reply.type())) {
      return reply;
    }
    boolean browser = asked.getOrDefault("Accept", List.of()).stream().anyMatch(accepted -> accepted.contains("text/html"));
    return new Reply(
        reply.status(), browser ? MediaTypes.of("x.xml") : reply.type(), reply.body(), reply.modified(), Map.of("Vary", "Accept"));
  }

  private Reply page(int status, byte[] content) {
    return Reply.of(status, MediaTypes.of("x.html"), Reloading.inject(content, events.state()));
  }

  private void stream(HttpExchange exchange) throws IOException {
    String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    String query = exchange.getRequestURI().getRawQuery();
    String since = last != null ? last : query != null && query.startsWith("since=") ? query.substring("since=".length()) : "";
    harden(exchange.getResponseHeaders(), "text/event-stream; charset=utf-8");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    patience.during(() -> exchange.sendResponseHeaders(200, 0));
    events.stream(since, exchange.getResponseBody(), patience);
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    harden(headers, reply.type());
    reply.more().forEach(headers::set);
    int status = reply.status();
    if (status == 200) {
      String tag = "\"" + Digest.of(reply.body()).hex() + "\"";
      headers.set("ETag", tag);
      reply.modified().ifPresent(time -> headers.set("Last-Modified", HTTP_DATE.format(time.atOffset(ZoneOffset.UTC))));
      if (isKnown(exchange.getRequestHeaders(), tag, reply.modified())) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(reply.body().length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
      // What fails only when the exchange is closed the server keeps to itself, and the connection with it, for ever.
      exchange.getResponseBody().flush();
    }
  }

  /// Whether whoever asks has this very content. Where a tag is named, times count for nothing (RFC 9110).
  private static boolean isKnown(Headers asked, String tag, Optional<Instant> modified) {
    List<String> tags = asked.getOrDefault("If-None-Match", List.of());
    if (!tags.isEmpty()) {
      return matches(String.join(",", tags), tag);
    }
    String since = asked.getFirst("If-Modified-Since");
    if (since == null || modified.isEmpty()) {
      return false;
    }
    try {
      return !modified.get().isAfter(Instant.from(HTTP_DATE.parse(since)));
    } catch (DateTimeException _) {
      // What is no date is no condition.
      return false;
    }
  }

  private static boolean matches(@Nullable String condition, String tag) {
    if (condition == null) {
      return false;
    }
    for (String each : condition.split(",", -1)) {
      String plain = each.strip();
      if (plain.equals("*") || plain.equals(tag) || plain.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }

  /// Nothing is kept longer than the next build, guessed at, or given to pages of others.
  private static void harden(Headers headers, String type) {
    headers.set("Content-Type", type);
    headers.set("Cache-Control", "no-cache");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("X-Frame-Options", "SAMEORIGIN");
    // What else pages may do they say themselves.
    headers.set("Content-Security-Policy", "frame-ancestors 'self'");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Referrer-Policy", "same-origin");
  }
}
