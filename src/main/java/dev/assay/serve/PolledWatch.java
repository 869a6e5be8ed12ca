package dev.assay.serve;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Looks for itself, a few times a second.
final class PolledWatch implements Watch {
  private static final int PAUSE_MILLIS = 250;

  private final Watched watched;
  private Map<Path, String> seen;
  private volatile boolean closed;

  PolledWatch(Watched watched) throws IOException {
    this.watched = watched;
    this.seen = look();
  }

  private Map<Path, String> look() throws IOException {
    Map<Path, String> files = new HashMap<>();
    for (Path folder : watched.folders()) {
      watched.walk(folder, (path, attributes) -> {
        if (attributes.isRegularFile()) {
          files.put(path, attributes.size() + " " + attributes.lastModifiedTime());
        }
      });
    }
    return files;
  }

  @Override
  public void await() throws IOException, InterruptedException {
    Map<Path, String> now = seen;
    while (now.equals(seen)) {
      Thread.sleep(PAUSE_MILLIS);
      if (closed) {
        throw new ClosedWatchServiceException();
      }
      now = look();
    }
    Map<Path, String> before = seen;
    while (!now.equals(before)) {
      before = now;
      Thread.sleep(QUIET_MILLIS);
      now = look();
    }
    seen = now;
  }

  @Override
  public void close() {
    closed = true;
  }
}
