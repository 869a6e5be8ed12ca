package dev.assay.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The script that makes a page load itself again, and how it gets into a page. The files on disk never contain it.
final class Reloading {
  static final String SCRIPT_PATH = "/.assay/reload.js";
  static final String EVENTS_PATH = "/.assay/events";

  private Reloading() {}

  /// The script itself.
  static byte[] script() {
    try (InputStream in = Reloading.class.getResourceAsStream("reload.js")) {
      if (in == null) {
        throw new IllegalStateException("the program was built without its reload.js");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A page with the script at the end of its body, or at its own end when it has none.
  ///
  /// @param state names the build that the page comes from
  static byte[] inject(byte[] page, String state) {
    byte[] tag = ("<script src=\"" + SCRIPT_PATH + "?at=" + state + "\"></script>").getBytes(StandardCharsets.US_ASCII);
    // ISO-8859-1 keeps every byte, and what is looked for is ASCII.
    int at = new String(page, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).lastIndexOf("</body>");
    int end = at < 0 ? page.length : at;
    byte[] whole = new byte[page.length + tag.length];
    System.arraycopy(page, 0, whole, 0, end);
    System.arraycopy(tag, 0, whole, end, tag.length);
    System.arraycopy(page, end, whole, end + tag.length, page.length - end);
    return whole;
  }

  /// What is shown while there is no site: because the first build is running, or has failed.
  static byte[] waiting(String report) {
    String shown = report.isEmpty() ? "The site is being built." : report;
    String escaped = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return ("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; connect-src 'self'\"><title>Assay</title><body><pre>" + escaped + "</pre></body></html>")
        .getBytes(StandardCharsets.UTF_8);
  }
}
