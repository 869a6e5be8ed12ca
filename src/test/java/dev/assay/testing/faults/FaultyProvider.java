package dev.assay.testing.faults;

import dev.assay.testing.faults.Faults.Does;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/// The real files, after [Faults] has been asked about each operation.
public final class FaultyProvider extends FileSystemProvider {
  private final FileSystemProvider real;
  private final FaultySystem system;

  /// As Java calls it, with the provider whose place it takes.
  public FaultyProvider(FileSystemProvider real) {
    this.real = real;
    this.system = new FaultySystem(real.getFileSystem(URI.create("file:///")), this);
  }

  private static Path checked(Does does, String what, Path path) throws IOException {
    Path at = FaultyPath.real(path);
    Faults.before(does, what, at);
    return at;
  }

  private static boolean isWrite(Set<? extends OpenOption> options) {
    return options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
  }

  @Override
  public String getScheme() {
    return real.getScheme();
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> env) throws IOException {
    return real.newFileSystem(uri, env);
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    return new FaultyPath(real.getPath(uri), system);
  }

  @Override
  public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
    Path at = checked(isWrite(options) ? Does.MAKE : Does.LOOK, "open", path);
    return new FaultyChannel(real.newFileChannel(at, options.isEmpty() ? Set.of(StandardOpenOption.READ) : options, attributes), at);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    Path at = checked(Does.LOOK, "list", folder);
    DirectoryStream<Path> names = real.newDirectoryStream(at, path -> filter.accept(new FaultyPath(path, system)));
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        Iterator<Path> each = names.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return each.hasNext();
          }

          @Override
          public Path next() {
            return new FaultyPath(each.next(), system);
          }
        };
      }

      @Override
      public void close() throws IOException {
        names.close();
      }
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    real.createDirectory(checked(Does.MAKE, "make folder", folder), attributes);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    real.createLink(checked(Does.MAKE, "link", link), FaultyPath.real(existing));
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
    real.createSymbolicLink(checked(Does.MAKE, "symbolic link", link), FaultyPath.real(target), attributes);
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return new FaultyPath(real.readSymbolicLink(checked(Does.LOOK, "read link", link)), system);
  }

  @Override
  public void delete(Path path) throws IOException {
    real.delete(checked(Does.REMOVE, "delete", path));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    real.copy(FaultyPath.real(source), checked(Does.MAKE, "copy to", target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    real.move(FaultyPath.real(source), checked(Does.MAKE, "move to", target), options);
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return real.isSameFile(checked(Does.LOOK, "compare", path), FaultyPath.real(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return real.isHidden(checked(Does.LOOK, "look at", path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return real.getFileStore(checked(Does.LOOK, "look at", path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    real.checkAccess(checked(Does.LOOK, "look at", path), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
    return real.getFileAttributeView(FaultyPath.real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options) throws IOException {
    return real.readAttributes(checked(Does.LOOK, "look at", path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributesIfExists(Path path, Class<A> type, LinkOption... options) throws IOException {
    return real.readAttributesIfExists(checked(Does.LOOK, "look at", path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
    return real.readAttributes(checked(Does.LOOK, "look at", path), names, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) throws IOException {
    real.setAttribute(checked(Does.REMOVE, "mark", path), name, value, options);
  }
}
