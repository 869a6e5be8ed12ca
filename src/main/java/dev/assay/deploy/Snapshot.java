package dev.assay.deploy;

import dev.assay.publish.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The built site as it was at one moment. Others may build it again while it is sent: what they write takes the place of the
/// files in the output folder, and not of those here.
///
/// It consists of hard links, which cost no space, as every new file of the output folder is another one; of copies where a disk
/// has no links. It lies below `.assay`, and one is taken at a time.
///
/// @param folder where it lies
/// @param pieces its files
record Snapshot(Path folder, List<Piece> pieces) implements AutoCloseable {
  /// Takes one, while nobody builds.
  ///
  /// @param root   the site's folder
  /// @param output where it was built
  static Snapshot of(Path root, Path output) throws IOException {
    Path folder = root.toRealPath().resolve(".assay").resolve("upload");
    clear(folder); // of a publication that was cut off
    try {
      return filled(folder, output);
    } catch (IOException | RuntimeException failure) {
      try {
        clear(folder);
      } catch (IOException left) {
        failure.addSuppressed(left);
      }
      throw failure;
    }
  }

  private static Snapshot filled(Path folder, Path output) throws IOException {
    Published published = Published.read(output);
    boolean links = true;
    for (String file : published.files().keySet()) {
      Path from = output.resolve(file);
      if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException("'" + file + "' of the built site is not what was built any more");
      }
      Path to = folder.resolve(file);
      Files.createDirectories(to.getParent());
      links = links && linked(from, to);
      if (!links) {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      }
    }
    return new Snapshot(folder, Pieces.of(published, folder));
  }

  private static boolean linked(Path from, Path to) {
    try {
      Files.createLink(to, from);
      return true;
    } catch (IOException _) {
      return false; // another disk, or one without links
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    clear(folder);
  }
}
