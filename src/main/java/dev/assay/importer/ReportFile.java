package dev.assay.importer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What an import said, kept beside the cache until the next import of a file or folder of that name.
public final class ReportFile {
  private ReportFile() {}

  /// Keeps a report. A folder that came from somebody else may hold links; nothing is written through one.
  ///
  /// @param root the site's folder
  /// @param name what was imported
  public static void keep(Path root, String name, String text) throws IOException {
    Path cache = root.resolve(".assay");
    Path reports = cache.resolve("import");
    for (Path folder : new Path[] {cache, reports}) {
      if (Files.isSymbolicLink(folder)) {
        throw new IOException("'" + folder + "' is a symbolic link");
      }
    }
    Files.createDirectories(reports);
    Path file = reports.resolve(name + ".txt");
    Files.deleteIfExists(file);
    Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }
}
