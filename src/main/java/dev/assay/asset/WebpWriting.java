package dev.assay.asset;

import java.util.Locale;

/// Whether this machine is one for which the library that writes WebP has a form. It is told from its name, so that a build that
/// makes no picture loads nothing.
public final class WebpWriting {
  private WebpWriting() {}

  /// @param system  what Java calls the system, `os.name`
  /// @param machine what Java calls the processor, `os.arch`
  /// @param musl    whether the system's C library is musl, as on Alpine
  public static boolean isPossible(String system, String machine, boolean musl) {
    String name = system.toLowerCase(Locale.ROOT);
    String processor = machine.toLowerCase(Locale.ROOT);
    boolean intel = processor.matches("amd64|x86_64|x64|x86|i[3-6]86");
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    if (name.contains("windows")) {
      return intel;
    }
    return name.contains("mac") ? intel || arm : name.contains("linux") && !musl && (intel || arm || processor.startsWith("arm"));
  }
}
