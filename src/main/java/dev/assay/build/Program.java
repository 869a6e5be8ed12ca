package dev.assay.build;

import dev.assay.note.Digest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/// Which program this is. What another program parsed or rendered is never reused.
final class Program {
  private static final Digest DIGEST = digest();

  private Program() {}

  /// Names the packed program by its file's size and time; classes that lie in a folder are only equal to themselves
  /// for as long as the process runs.
  static Digest fingerprint() {
    return DIGEST;
  }

  private static Digest digest() {
    CodeSource source = Program.class.getProtectionDomain().getCodeSource();
    try {
      // Classes of an archive have no location where the program was moved since the archive was made; then it is what was started.
      Optional<URL> location = Optional.ofNullable(source).map(CodeSource::getLocation);
      Path file = location.isPresent() ? Path.of(location.get().toURI()) : Path.of(System.getProperty("java.class.path", ""));
      if (Files.isRegularFile(file)) {
        return Digest.of(Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
      }
    } catch (IOException | URISyntaxException e) {
      return Digest.of("process " + ProcessHandle.current().pid() + " " + System.nanoTime() + " " + e.getClass());
    }
    return Digest.of("process " + ProcessHandle.current().pid() + " " + System.nanoTime());
  }
}
