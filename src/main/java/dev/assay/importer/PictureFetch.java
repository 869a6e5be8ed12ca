package dev.assay.importer;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Fetches pictures, and nothing else: by http and https, within a size and a time, over at most five redirects, and
/// not from addresses of this machine or of a private net unless that was asked for. What comes back counts as a picture
/// by its first bytes, whatever it says it is.
final class PictureFetch {
  private static final int MOST_BYTES = 16 << 20;
  private static final int MOST_REDIRECTS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  /// How often a host may keep silent before it is asked no more.
  private static final int MOST_SILENCES = 3;

  private final boolean privateHosts;
  private final Duration patience;
  private final Map<String, Integer> silences = new ConcurrentHashMap<>();

  /// @param privateHosts whether hosts on this machine and in private nets may be asked
  PictureFetch(boolean privateHosts) {
    this(privateHosts, PATIENCE);
  }

  /// @param patience how long an answer may take to begin and to go on; four times as long for the whole
  PictureFetch(boolean privateHosts, Duration patience) {
    this.privateHosts = privateHosts;
    this.patience = patience;
  }

  sealed interface Result {
    /// @param ending what its file's name ends with
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Fetched(byte[] bytes, String ending) implements Result {}

    /// @param why the end of a sentence that begins with the picture's address
    record Refused(String why) implements Result {}
  }

  Result get(String address) {
    String at = address;
    try {
      for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
        URI uri = new URI(at);
        Optional<String> fault = fault(uri);
        if (fault.isPresent()) {
          return new Result.Refused(fault.get());
        }
        if (silences.getOrDefault(host(uri), 0) >= MOST_SILENCES) {
          return new Result.Refused("was not asked for, because its host did not answer " + MOST_SILENCES + " times");
        }
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(Math.toIntExact(patience.toMillis()));
        connection.setReadTimeout(Math.toIntExact(patience.toMillis()));
        connection.setRequestProperty("User-Agent", "Assay import");
        connection.setRequestProperty("Accept", "image/*");
        int status = connection.getResponseCode();
        String location = connection.getHeaderField("Location");
        if (status >= 300 && status < 400 && location != null) {
          at = uri.resolve(location.replace(" ", "%20")).toString();
          connection.disconnect();
          continue;
        }
        return status == 200 ? picture(connection) : new Result.Refused("answers with " + status);
      }
      return new Result.Refused("is redirected too often");
    } catch (URISyntaxException | IllegalArgumentException _) {
      return new Result.Refused("is no address");
    } catch (UnknownHostException _) {
      return new Result.Refused("is on a host that cannot be found");
    } catch (SocketTimeoutException | ConnectException _) {
      // The host of the last redirect, not that of the address.
      silences.merge(host(URI.create(at)), 1, Integer::sum);
      return new Result.Refused("is on a host that does not answer");
    } catch (IOException _) {
      return new Result.Refused("could not be fetched: the connection broke");
    }
  }

  private static String host(URI uri) {
    return uri.getHost() + ":" + uri.getPort();
  }

  private Optional<String> fault(URI uri) throws IOException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if ((!scheme.equals("http") && !scheme.equals("https")) || uri.getHost() == null || uri.getRawUserInfo() != null) {
      return Optional.of("is no address on the web");
    }
    for (InetAddress host : InetAddress.getAllByName(uri.getHost())) {
      if (!privateHosts && isPrivate(host)) {
        return Optional.of("leads to this machine or a private net");
      }
    }
    return Optional.empty();
  }

  private static boolean isPrivate(InetAddress host) {
    byte[] bytes = host.getAddress();
    boolean unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
    boolean zero = bytes.length == 4 && bytes[0] == 0;
    return host.isLoopbackAddress() || host.isAnyLocalAddress() || host.isLinkLocalAddress() || host.isSiteLocalAddress() || host.isMulticastAddress() || unique || shared || zero;
  }

  private Result picture(HttpURLConnection connection) throws IOException {
    if (connection.getContentLengthLong() > MOST_BYTES) {
      return new Result.Refused("is larger than 16 MB");
    }
    long begin = System.nanoTime();
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try (InputStream in = connection.getInputStream()) {
      byte[] part = new byte[1 << 14];
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        out.write(part, 0, n);
        if (out.size() > MOST_BYTES) {
          return new Result.Refused("is larger than 16 MB");
        }
        if (System.nanoTime() - begin > 4 * patience.toNanos()) {
          return new Result.Refused("comes too slowly");
        }
      }
    }
    byte[] bytes = out.toByteArray();
    String ending = ending(bytes);
    return ending.isEmpty() ? new Result.Refused("is no picture") : new Result.Fetched(bytes, ending);
  }

  /// The kind of a picture by its first bytes; empty for anything else. SVG can run scripts and is not among them.
  private static String ending(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG\r\n")) {
      return "png";
    }
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return "jpg";
    }
    if (head.startsWith("GIF8")) {
      return "gif";
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return "webp";
    }
    return head.startsWith("ftypavif", 4) ? "avif" : "";
  }
}
