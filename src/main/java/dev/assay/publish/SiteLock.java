package dev.assay.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Keeps two builds of one site apart, in one process and between processes. A thread that holds it may take it again.
///
/// The pipeline takes it for a whole build, because the caches are written on the way; [Publisher] takes it for itself
/// in any case.
public final class SiteLock implements AutoCloseable {
  /// What taking the lock came to.
  public sealed interface Outcome {}

  /// The lock is held until it is closed.
  public record Taken(SiteLock lock) implements Outcome {}

  /// Somebody else holds it.
  ///
  /// @param by who, as far as is known: `process 4711`
  public record Held(String by) implements Outcome {}

  private static final ConcurrentHashMap<Path, Owner> OWNERS = new ConcurrentHashMap<>();

  // Far behind the text, because some systems keep others from reading what is locked.
  private static final long LOCKED_BYTE = 1L << 40;

  private final Owner owner;

  private SiteLock(Owner owner) {
    this.owner = owner;
  }

  /// Takes the lock of a site.
  ///
  /// @param root the site's folder
  /// @param wait how long to wait for another build to end
  /// @throws IOException when the site's cache folder can't be made or is a link
  public static Outcome take(Path root, Duration wait) throws IOException {
    return take(root, "lock", wait);
  }

  /// Takes the lock that keeps two publications of a site apart. It lets others build meanwhile.
  ///
  /// @param root the site's folder
  /// @param wait how long to wait for another publication to end
  /// @throws IOException when the site's cache folder can't be made or is a link
  public static Outcome takeToPublish(Path root, Duration wait) throws IOException {
    return take(root, "publishing", wait);
  }

  private static Outcome take(Path root, String name, Duration wait) throws IOException {
    Path folder = root.toRealPath().resolve(".assay");
    if (Files.isSymbolicLink(folder)) {
      throw new IOException("'" + folder + "' is a symbolic link");
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      make(folder);
    }
    Owner owner = OWNERS.computeIfAbsent(folder.resolve(name), Owner::new);
    long end = System.nanoTime() + wait.toNanos();
    if (!owner.tryInside(wait)) {
      return new Held("another task of this process");
    }
    boolean taken = false;
    try {
      while (!taken) {
        taken = owner.tryOutside();
        if (!taken && System.nanoTime() - end >= 0) {
          return new Held(owner.who());
        }
        if (!taken && !pause()) {
          return new Held(owner.who());
        }
      }
    } finally {
      if (!taken) {
        owner.inside.unlock();
      }
    }
    return new Taken(new SiteLock(owner));
  }

  private static void make(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      // Of two first builds at once the other one made it.
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(25);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    owner.release();
  }

  /// The one holder of a lock file in this process: a file lock belongs to the process, not to a thread.
  private static final class Owner {
    private final Path file;
    private final ReentrantLock inside = new ReentrantLock();
    private @Nullable FileLock outside;

    Owner(Path file) {
      this.file = file;
    }

    boolean tryInside(Duration wait) {
      try {
        return inside.tryLock(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    boolean tryOutside() throws IOException {
      if (outside != null) {
        return true;
      }
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      FileLock lock = null;
      try {
        lock = channel.tryLock(LOCKED_BYTE, 1, false);
        if (lock != null) {
          channel.truncate(0);
          channel.write(ByteBuffer.wrap(("process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
          outside = lock;
        }
        return lock != null;
      } catch (OverlappingFileLockException e) {
        return false; // another class loader of this process has it
      } finally {
        if (outside == null) {
          channel.close();
        }
      }
    }

    String who() throws IOException {
      String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
      return text.matches("process [0-9]{1,12}") ? text : "another process";
    }

    void release() throws IOException {
      try {
        if (inside.getHoldCount() == 1 && outside != null) {
          FileLock lock = outside;
          outside = null;
          lock.acquiredBy().close();
        }
      } finally {
        inside.unlock();
      }
    }
  }
}
