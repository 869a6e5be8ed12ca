package dev.assay.publish;

import dev.assay.note.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file operations that publishing needs, and no others: so few that a test can fail each of them in turn.
/// None follows a symbolic link at the end of its path.
public interface Disk {
  /// The disk of this machine.
  static Disk real() {
    return RealDisk.ONLY;
  }

  /// What lies at a path; empty when nothing does, also when a folder on the way is missing or is a file.
  Optional<Stat> stat(Path path) throws IOException;

  /// The whole content of a file that is known to be small.
  byte[] read(Path file) throws IOException;

  /// The digest of a file's content, read in pieces.
  Digest digest(Path file) throws IOException;

  /// Writes a new file; fails when something lies there already.
  void write(Path file, byte[] bytes) throws IOException;

  /// Writes a new file piece by piece and names what it wrote; fails when something lies there already.
  default Digest write(Path file, Content content) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    content.to(all);
    write(file, all.toByteArray());
    return Digest.of(all.toByteArray());
  }

  /// Returns when a file's content is safe from a loss of power.
  void sync(Path file) throws IOException;

  /// Puts a file in the place of another, or of none, in one step that no reader can see the middle of.
  void move(Path from, Path to) throws IOException;

  /// Removes a file or an empty folder; fails when the folder is not empty.
  void delete(Path path) throws IOException;

  /// Makes one folder in a folder that exists.
  void makeFolder(Path folder) throws IOException;

  /// The names in a folder, sorted.
  List<String> names(Path folder) throws IOException;

  /// True when two paths lead to one file: on a disk that takes `A` and `a` for the same name.
  boolean same(Path a, Path b) throws IOException;

  /// What lies at a path.
  enum Type {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  /// @param size     in bytes
  /// @param modified when its content last changed, in nanoseconds since 1970 as far as the disk counts them
  record Stat(Type type, long size, long modified) {
    boolean isFile() {
      return type == Type.FILE;
    }

    boolean isFolder() {
      return type == Type.FOLDER;
    }

    // Written out, as in [dev.assay.note.Digest].

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Stat stat && type == stat.type && size == stat.size && modified == stat.modified;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * type.hashCode() + Long.hashCode(size)) + Long.hashCode(modified);
    }
  }
}
