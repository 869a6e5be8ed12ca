package dev.assay.edit;

import dev.assay.note.Digest;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The new content of a file, lying beside it until it takes its place.
final class Replacement {
  private final String shown;
  private final Path file;
  private final Path staged;
  private final byte[] before;
  private final byte[] after;

  /// @param shown  how a problem names the file
  /// @param file   the file itself, without links in its path
  /// @param before the old content, to go back to
  /// @param after  the new content
  private Replacement(String shown, Path file, byte[] before, byte[] after) {
    this.shown = shown;
    this.file = file;
    this.before = before;
    this.after = after;
    // A name that begins with a dot is no part of the site, should it be left behind; the next change of the file takes it.
    this.staged = file.resolveSibling(".assay-" + Digest.of(file.getFileName().toString()).hex().substring(0, 12) + ".tmp");
  }

  String shown() {
    return shown;
  }

  /// Possible, or not.
  sealed interface Planned {
    record Ready(Replacement replacement) implements Planned {}

    record Refused(Problem problem) implements Planned {}
  }

  static Planned plan(Path root, SourceFile file, Digest read, String text) {
    String shown = file.shown();
    try {
      Path real = file.path().toRealPath();
      if (!real.startsWith(root)) {
        return new Planned.Refused(
            FileChanges.problem(Code.FILE_OUTSIDE, shown, "'" + shown + "' is a link that leads out of the site's folder", "put the file itself here"));
      }
      byte[] before = Files.readAllBytes(real);
      if (!Digest.of(before).equals(read)) {
        return new Planned.Refused(
            FileChanges.problem(Code.EDIT, shown, "'" + shown + "' has changed since it was read", "run the command again"));
      }
      if (!Files.isWritable(real)) {
        return new Planned.Refused(
            FileChanges.problem(Code.EDIT, shown, "'" + shown + "' may not be written by you", "give yourself the right to write it"));
      }
      return new Planned.Ready(new Replacement(shown, real, before, bytes(before, text)));
    } catch (IOException e) {
      return new Planned.Refused(FileChanges.failed(shown, e));
    }
  }

  /// The bytes of a text, behind the byte order mark of those it replaces.
  private static byte[] bytes(byte[] before, String text) {
    boolean mark = before.length >= 3 && before[0] == (byte) 0xEF && before[1] == (byte) 0xBB && before[2] == (byte) 0xBF;
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    if (!mark) {
      return plain;
    }
    byte[] marked = new byte[plain.length + 3];
    System.arraycopy(before, 0, marked, 0, 3);
    System.arraycopy(plain, 0, marked, 3, plain.length);
    return marked;
  }

  /// What a journal says of it.
  EditJournal.Replace entry(Path root) {
    return new EditJournal.Replace(
        Digest.of(before).hex(), Digest.of(after).hex(), FileChanges.relative(root, staged), FileChanges.relative(root, file), shown);
  }

  /// Lays the new content beside the file.
  void stage() throws IOException {
    write(after);
  }

  private void write(byte[] bytes) throws IOException {
    Files.deleteIfExists(staged);
    FileAttribute<?>[] owners =
        view(file) == null ? new FileAttribute<?>[0] : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))};
    try (FileChannel channel = FileChannel.open(staged, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owners)) {
      java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
      copyRights(file, staged);
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
      write(before);
      FileChanges.replace(staged, file);
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
