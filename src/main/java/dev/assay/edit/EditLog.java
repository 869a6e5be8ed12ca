package dev.assay.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The file of a journal while a command is at work. It is locked, so that another command can tell one that is at work from one
/// that was interrupted.
final class EditLog implements AutoCloseable {
  /// Far behind the text, because some systems keep others from reading what is locked.
  private static final long LOCKED_BYTE = 1L << 40;

  private final Path file;
  private final FileChannel channel;

  private EditLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static Path file(Path root) {
    return root.resolve(".assay").resolve(EditJournal.NAME);
  }

  /// Opens a new journal.
  static EditLog open(Path root) throws IOException {
    Path file = file(root);
    Path folder = root.resolve(".assay");
    if (Files.isSymbolicLink(folder)) {
      throw new IOException("'" + folder + "' is a symbolic link");
    }
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    if (!isLocked(channel)) {
      channel.close();
      throw new IOException("another command is changing files");
    }
    return new EditLog(file, channel);
  }

  /// Opens the journal that an earlier command left; empty when there is none, or when that command is still at work.
  static Optional<EditLog> left(Path root) throws IOException {
    Path file = file(root);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(root.resolve(".assay"))) {
      return Optional.empty();
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    if (isLocked(channel)) {
      return Optional.of(new EditLog(file, channel));
    }
    channel.close();
    return Optional.empty();
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException _) {
      return false; // another thread of this process has it
    }
  }

  /// Writes the plan, safe from a loss of power.
  void plan(EditJournal journal) throws IOException {
    channel.truncate(0);
    write(journal.text());
  }

  /// Says that all new contents lie ready.
  void ready() throws IOException {
    write(EditJournal.READY);
  }

  private void write(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  String text() throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /// There is nothing to complete any more.
  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the journal of changes cannot be deleted", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
