package dev.assay.serve;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Opens an address in the reader's browser.
public final class Browser {
  private Browser() {}

  /// Opens an address; false when this machine has no command for it.
  public static boolean open(URI address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("mac") ? List.of("open", address.toString())
            : system.contains("win") ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
            : List.of("xdg-open", address.toString());
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
