package dev.assay.build;

import dev.assay.asset.WebpWriting;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this machine can do.
final class Machine {
  private Machine() {}

  /// Whether forms of pictures can be written as WebP here.
  static boolean writesWebp() {
    String arch = System.getProperty("os.arch", "");
    boolean musl = Files.exists(Path.of("/etc/alpine-release"));
    return WebpWriting.isPossible(System.getProperty("os.name", ""), arch, musl);
  }
}
