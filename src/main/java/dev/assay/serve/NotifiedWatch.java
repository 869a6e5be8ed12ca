package dev.assay.serve;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Is told by the system.
final class NotifiedWatch implements Watch {
  private static final int LONGEST_MILLIS = 500;

  private final Watched watched;
  private final WatchService service;

  NotifiedWatch(Watched watched, WatchService service) throws IOException {
    this.watched = watched;
    this.service = service;
    for (Path folder : watched.folders()) {
      Path above = folder.getParent();
      if (above != null && Files.isDirectory(above)) {
        register(above); // to learn when the folder itself comes or goes
      }
      registerAll(folder);
    }
  }

  private void register(Path folder) throws IOException {
    folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
  }

  /// Registers all folders below one. A folder that comes after the one above it was read, and before that one is registered, is told by
  /// nobody: so it is looked again until there is no new one.
  private void registerAll(Path top) throws IOException {
    Set<Path> registered = new HashSet<>();
    boolean isNew = true;
    while (isNew) {
      List<Path> folders = new ArrayList<>();
      watched.walk(top, (path, attributes) -> {
        if (attributes.isDirectory() && registered.add(path)) {
          folders.add(path);
        }
      });
      for (Path folder : folders) {
        try {
          register(folder);
        } catch (NoSuchFileException | NotDirectoryException _) {
          // It has gone already, which the folder above it tells.
        }
      }
      isNew = !folders.isEmpty();
    }
  }

  @Override
  public void await() throws IOException, InterruptedException {
    while (!matters(service.take())) {
      // what changed does not concern the site
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
    // A key that was taken has to be reset, also the last one: else its folder is never told of again.
    for (WatchKey key = quiet(); key != null; key = System.nanoTime() < end ? quiet() : null) {
      matters(key);
    }
  }

  private @Nullable WatchKey quiet() throws InterruptedException {
    return service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
  }

  private boolean matters(WatchKey key) throws IOException {
    boolean matters = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name) {
        Path path = ((Path) key.watchable()).resolve(name);
        if (watched.concerns(path)) {
          matters = true;
          if (event.kind().equals(ENTRY_CREATE) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            registerAll(path);
          }
        }
      } else {
        // More happened than the system could tell.
        matters = true;
        for (Path folder : watched.folders()) {
          registerAll(folder);
        }
      }
    }
    key.reset();
    return matters;
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
