package dev.assay.serve;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What one request is answered.
///
/// @param type     the media type of the body
/// @param modified when the file was last written; empty for what is made for each request
/// @param more     further headers
@SuppressWarnings("ArrayRecordComponent") // nobody compares two replies
record Reply(int status, String type, byte[] body, Optional<Instant> modified, Map<String, String> more) {
  static Reply of(int status, String type, byte[] body) {
    return new Reply(status, type, body, Optional.empty(), Map.of());
  }

  static Reply text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
