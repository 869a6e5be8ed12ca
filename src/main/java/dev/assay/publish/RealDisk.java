package dev.assay.publish;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.assay.note.Digest;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The disk of this machine, through `java.nio.file`.
final class RealDisk implements Disk {
  static final RealDisk ONLY = new RealDisk();

  private static final int PIECE = 64 * 1024;

  /// Made once: each look at a file would make one.
  private static final LinkOption[] ITSELF = {NOFOLLOW_LINKS};

  private RealDisk() {}

  @Override
  public Optional<Stat> stat(Path path) throws IOException {
    // Also empty where a file lies on the way: Java 25 tells that as a path that leads nowhere.
    BasicFileAttributes found = path.getFileSystem().provider().readAttributesIfExists(path, BasicFileAttributes.class, ITSELF);
    return found == null ? Optional.empty() : Optional.of(stat(found));
  }

  private static Stat stat(BasicFileAttributes found) {
    Type type =
        found.isRegularFile() ? Type.FILE
            : found.isDirectory() ? Type.FOLDER
            : found.isSymbolicLink() ? Type.LINK
            : Type.OTHER;
    return new Stat(type, found.size(), found.lastModifiedTime().to(TimeUnit.NANOSECONDS));
  }

  @Override
  public byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
      return in.readAllBytes();
    }
  }

  @Override
  public Digest digest(Path file) throws IOException {
    Digest.OfPieces digest = new Digest.OfPieces();
    try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
      byte[] piece = new byte[PIECE];
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        digest.add(piece, 0, n);
      }
    }
    return digest.digest();
  }

  @Override
  public void write(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Override
  public Digest write(Path file, Content content) throws IOException {
    Digest.OfPieces digest = new Digest.OfPieces();
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      BufferedOutputStream all = new BufferedOutputStream(new Digesting(out, digest), PIECE);
      content.to(all);
      all.flush();
    }
    return digest.digest();
  }

  /// Digests what passes through it.
  private static final class Digesting extends FilterOutputStream {
    private final Digest.OfPieces digest;

    Digesting(OutputStream out, Digest.OfPieces digest) {
      super(out);
      this.digest = digest;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      digest.add(bytes, from, length);
      out.write(bytes, from, length);
    }
  }

  @Override
  public void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.delete(path);
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    Files.createDirectory(folder);
  }

  @Override
  public List<String> names(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public boolean same(Path a, Path b) throws IOException {
    return Files.isSameFile(a, b);
  }
}
