package dev.assay.build;

import dev.assay.note.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The forms of pictures that were made before, in files of the site's cache. Each begins with a digest of the rest: one that is
/// damaged is as good as absent. What cannot be written is made again the next time, and costs nothing else.
final class PictureShelf {
  private static final int HEADER = 16;

  /// Forms that no page shows any more are kept up to this many bytes: a draft may come back.
  private static final long SPARE = 64L << 20;

  private final Path folder;

  /// @param cache the site's cache folder
  PictureShelf(Path cache) {
    this.folder = cache.resolve("pictures");
  }

  Optional<byte[]> find(String name) {
    try {
      byte[] file = Files.readAllBytes(folder.resolve(name));
      if (file.length < HEADER) {
        return Optional.empty();
      }
      ByteBuffer header = ByteBuffer.wrap(file);
      Digest said = new Digest(header.getLong(), header.getLong());
      byte[] content = Arrays.copyOfRange(file, HEADER, file.length);
      return Digest.of(content).equals(said) ? Optional.of(content) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  void keep(String name, byte[] content) {
    if (Files.isSymbolicLink(folder)) {
      return; // it leads who knows where
    }
    Digest digest = Digest.of(content);
    byte[] file = ByteBuffer.allocate(HEADER + content.length).putLong(digest.high()).putLong(digest.low()).put(content).array();
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "new-", "");
      Files.write(fresh, file);
      Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException _) {
      // A full disk is told by whoever writes the site.
      return;
    }
  }

  /// Throws away what is neither wanted nor within what may be spare, the oldest first.
  void tidy(Set<String> wanted) {
    if (Files.isSymbolicLink(folder)) {
      return; // what lies there is not ours
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> others = new ArrayList<>(files.filter(file -> !wanted.contains(file.getFileName().toString())).toList());
      record Aged(Path file, long modified, long size) {}
      List<Aged> aged = new ArrayList<>();
      for (Path file : others) {
        aged.add(new Aged(file, Files.getLastModifiedTime(file).toMillis(), Files.size(file)));
      }
      aged.sort(Comparator.comparingLong(Aged::modified).reversed());
      long kept = 0;
      for (Aged each : aged) {
        kept += each.size();
        if (kept > SPARE || each.file().getFileName().toString().startsWith("new-")) {
          Files.deleteIfExists(each.file());
        }
      }
    } catch (NoSuchFileException _) {
      // Nothing was ever made.
      return;
    } catch (IOException _) {
      // It is tried again after the next build.
      return;
    }
  }
}
