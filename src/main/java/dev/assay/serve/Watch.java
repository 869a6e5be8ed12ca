package dev.assay.serve;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.List;

/// Notices that files were edited.
sealed interface Watch extends AutoCloseable permits NotifiedWatch, PolledWatch {
  /// How long files have to be left alone before an edit counts as done: editors write in several steps.
  int QUIET_MILLIS = 25;

  /// Watches folders with all they contain. A folder may be missing and come later.
  ///
  /// @param folders what is watched
  /// @param output  what is not, wherever it lies
  static Watch of(List<Path> folders, Path output) throws IOException {
    Watched watched = Watched.of(folders, output);
    WatchService service = FileSystems.getDefault().newWatchService();
    // Where the system tells nothing Java looks for itself, every few seconds: we can do that better.
    if (!service.getClass().getSimpleName().contains("Polling")) {
      try {
        return new NotifiedWatch(watched, service);
      } catch (IOException e) {
        service.close(); // the system has no more watches to give
        return new PolledWatch(watched);
      }
    }
    service.close();
    return new PolledWatch(watched);
  }

  /// Waits until something was edited and then left alone.
  void await() throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}
