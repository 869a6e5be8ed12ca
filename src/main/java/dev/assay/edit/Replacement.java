package dev.assay.edit;

import dev.assay.note.Digest;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The new content of a file, lying beside it until it takes its place.
final class Replacement {
  private final String shown;
  private final Path file;
  private final Path staged;
  private final byte[] before;

  /// @param shown  how a problem names the file
  /// @param file   the file itself, without links in its path
  /// @param staged the new content
  /// @param before the old content, to go back to
  private Replacement(String shown, Path file, Path staged, byte[] before) {
    this.shown = shown;
    this.file = file;
    this.staged = staged;
    this.before = before;
  }

  String shown() {
    return shown;
  }

  /// Ready, or not.
  sealed interface Staged {
    record Ready(Replacement replacement) implements Staged {}

    record Refused(Problem problem) implements Staged {}
  }

  static Staged stage(Path root, SourceFile file, Digest read, String text) {
    String shown = file.shown();
    try {
      Path real = file.path().toRealPath();
      if (!real.startsWith(root)) {
        return new Staged.Refused(
            FileChanges.problem(Code.FILE_OUTSIDE, shown, "'" + shown + "' is a link that leads out of the site's folder", "put the file itself here"));
      }
      byte[] before = Files.readAllBytes(real);
      if (!Digest.of(before).equals(read)) {
        return new Staged.Refused(
            FileChanges.problem(Code.EDIT, shown, "'" + shown + "' has changed since it was read", "run the command again"));
      }
      if (!Files.isWritable(real)) {
        return new Staged.Refused(
            FileChanges.problem(Code.EDIT, shown, "'" + shown + "' may not be written by you", "give yourself the right to write it"));
      }
      Path staged = write(real, FileChanges.bytes(before, text));
      return new Staged.Ready(new Replacement(shown, real, staged, before));
    } catch (IOException e) {
      return new Staged.Refused(FileChanges.failed(shown, e));
    }
  }

  private static Path write(Path beside, byte[] bytes) throws IOException {
    // A name that begins with a dot is no part of the site, should it be left behind.
    Path staged = Files.createTempFile(beside.getParent(), ".assay-", ".tmp");
    try (FileChannel channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
      java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
      copyRights(beside, staged);
      return staged;
    } catch (IOException e) {
      Files.deleteIfExists(staged);
      throw e;
    }
  }

  private static void copyRights(Path from, Path to) throws IOException {
    Optional<PosixFileAttributes> rights = rights(from);
    PosixFileAttributeView view = view(to);
    if (rights.isPresent() && view != null) {
      view.setPermissions(rights.get().permissions());
    }
  }

  private static Optional<PosixFileAttributes> rights(Path path) throws IOException {
    PosixFileAttributeView view = view(path);
    return view == null ? Optional.empty() : Optional.of(view.readAttributes());
  }

  private static @Nullable PosixFileAttributeView view(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  void replace() throws IOException {
    FileChanges.replace(staged, file);
  }

  void restore() throws IOException {
    if (!Files.exists(staged)) {
      FileChanges.replace(write(file, before), file);
    }
  }

  /// Takes away what was not needed.
  void discard() {
    try {
      Files.deleteIfExists(staged);
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary file cannot be deleted", e);
    }
  }
}
