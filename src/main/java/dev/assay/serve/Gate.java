package dev.assay.serve;

import com.sun.net.httpserver.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Decides which requests are answered at all.
///
/// The server listens on this machine only, but any page in the reader's browser can make it send requests here, also
/// under a name of its own that it lets point to this machine (DNS rebinding). So the name asked for has to be this
/// machine's, and a page that asks has to come from here.
final class Gate {
  private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "[::1]");

  private Gate() {}

  /// Why a request is refused; empty when it is not.
  static Optional<Reply> refusal(String method, Headers headers) {
    List<String> hosts = headers.getOrDefault("Host", List.of());
    if (hosts.size() != 1 || !isHere(hosts.getFirst())) {
      return Optional.of(Reply.text(421, "This is a preview on this machine; ask for it as localhost."));
    }
    for (String origin : headers.getOrDefault("Origin", List.of())) {
      if (!origin.toLowerCase(Locale.ROOT).equals("http://" + hosts.getFirst().toLowerCase(Locale.ROOT))) {
        return Optional.of(Reply.text(403, "Only pages of the preview itself may ask."));
      }
    }
    if (isOfAnotherPage(headers)) {
      return Optional.of(Reply.text(403, "Only pages of the preview itself may ask."));
    }
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Optional.of(new Reply(405, "text/plain; charset=utf-8", new byte[0], Optional.empty(), Map.of("Allow", "GET, HEAD")));
    }
    return Optional.empty();
  }

  /// Browsers say for whom they ask, also where they name no origin: for a picture or a script in a page of somebody else, say. Somebody
  /// else may lead a reader here, and no more.
  private static boolean isOfAnotherPage(Headers headers) {
    String site = said(headers, "Sec-Fetch-Site");
    boolean led = said(headers, "Sec-Fetch-Mode").equals("navigate") && said(headers, "Sec-Fetch-Dest").equals("document");
    return !site.isEmpty() && !site.equals("same-origin") && !site.equals("none") && !led;
  }

  private static String said(Headers headers, String name) {
    return String.join(",", headers.getOrDefault(name, List.of())).strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isHere(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", "");
    return NAMES.contains(name);
  }

  /// The decoded path of a request: empty when it is not percent-encoded UTF-8, or hides a slash, a backslash or a
  /// control character in the encoding.
  static Optional<String> path(String raw) {
    ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        if (i + 2 >= raw.length() || !HexFormat.isHexDigit(raw.charAt(i + 1)) || !HexFormat.isHexDigit(raw.charAt(i + 2))) {
          return Optional.empty();
        }
        int value = HexFormat.fromHexDigits(raw, i + 1, i + 3);
        if (value < 0x20 || value == '/' || value == '\\' || value == 0x7f) {
          return Optional.empty();
        }
        bytes.put((byte) value);
        i += 2;
      } else if (c < 0x20 || c == '\\' || c == 0x7f) {
        return Optional.empty();
      } else {
        bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
