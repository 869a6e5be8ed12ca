package dev.assay.source;

import dev.assay.note.Digest;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Reads listed files, whole and as they were at one moment. Safe for use by many threads.
///
/// A file that changes under its reader is read again. It does not watch: what changes afterwards is for the next
/// listing to find.
public final class SourceReader {
  private static final int TRIES = 3;
  private static final Set<OpenOption> HOW = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private final Path root;
  private final SourceLimits limits;

  /// @param root the root of the listing whose files will be read
  public SourceReader(Path root, SourceLimits limits) {
    this.root = root;
    this.limits = limits;
  }

  /// Reads text: UTF-8 without NUL characters. A byte order mark is dropped; line ends stay as they are.
  public Loaded<SourceText> text(SourceFile file) {
    return switch (bytes(file)) {
      case Loaded.Failed<byte[]>(Problem problem) -> new Loaded.Failed<>(problem);
      case Loaded.Whole<byte[]>(SourceFile now, Digest digest, byte[] content) ->
          switch (Utf8.decode(file.shown(), content)) {
            case Utf8.Decoded.Text(SourceText text) -> new Loaded.Whole<>(now, digest, text);
            case Utf8.Decoded.Fault(Problem problem) -> new Loaded.Failed<>(problem);
          };
    };
  }

  /// Reads bytes.
  public Loaded<byte[]> bytes(SourceFile file) {
    try {
      if (!file.path().toRealPath().startsWith(root)) {
        return new Loaded.Failed<>(FileProblems.leadsOutside(file.shown()));
      }
      for (int i = 0; i < TRIES; i++) {
        BasicFileAttributes before = attributes(file.path());
        if (!before.isRegularFile()) {
          return new Loaded.Failed<>(FileProblems.changing(file.shown()));
        }
        if (before.size() > limits.bytes(file.kind())) {
          return new Loaded.Failed<>(
              FileProblems.isTooLarge(file.shown(), file.kind(), before.size(), limits.bytes(file.kind())));
        }
        Optional<byte[]> content = readWhole(file.path(), (int) before.size());
        if (content.isPresent() && isSame(before, attributes(file.path()))) {
          return new Loaded.Whole<>(asOf(file, before), Digest.of(content.get()), content.get());
        }
      }
      return new Loaded.Failed<>(FileProblems.changing(file.shown()));
    } catch (IOException e) {
      return new Loaded.Failed<>(FileProblems.cannotRead(file.shown(), e));
    }
  }

  private static SourceFile asOf(SourceFile file, BasicFileAttributes now) {
    return new SourceFile(
        file.id(), file.shown(), file.kind(), now.size(), now.lastModifiedTime().to(TimeUnit.NANOSECONDS), file.path());
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isSame(BasicFileAttributes before, BasicFileAttributes after) {
    return before.size() == after.size()
        && before.lastModifiedTime().equals(after.lastModifiedTime())
        && java.util.Objects.equals(before.fileKey(), after.fileKey());
  }

  /// The bytes, when there are exactly as many as the file was said to have.
  private static Optional<byte[]> readWhole(Path path, int size) throws IOException {
    // One byte of room beyond the size shows that the file has grown.
    ByteBuffer buffer = ByteBuffer.allocate(size + 1);
    try (SeekableByteChannel channel = Files.newByteChannel(path, HOW)) {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          break;
        }
      }
    }
    return buffer.position() == size ? Optional.of(Arrays.copyOf(buffer.array(), size)) : Optional.empty();
  }
}
