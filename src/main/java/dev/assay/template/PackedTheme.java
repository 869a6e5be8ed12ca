package dev.assay.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The default theme, packed into the program. `theme.txt` names its files, because a class path cannot be listed.
final class PackedTheme {
  static final String INDEX = "theme.txt";

  private PackedTheme() {}

  /// All files by their name.
  static Map<String, ThemeFile> files() {
    Map<String, ThemeFile> files = new LinkedHashMap<>();
    new String(read(INDEX), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(name -> files.put(name, new ThemeFile(name, false, read(name))));
    return files;
  }

  private static byte[] read(String name) {
    try (InputStream in = PackedTheme.class.getResourceAsStream("/templates/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its template " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's template " + name, e);
    }
  }
}
