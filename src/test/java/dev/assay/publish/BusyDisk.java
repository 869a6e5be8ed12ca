package dev.assay.publish;

import dev.assay.note.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The real disk, on which somebody else is at work: it is his turn before each operation, and he may make it fail.
///
/// @param somebody told of each operation before it is done
record BusyDisk(Somebody somebody) implements Disk {
  /// What lies in between. It may be asked from any thread.
  @FunctionalInterface
  interface Somebody {
    /// @param operation `stat`, `move` and so on
    /// @param path      what it is about; of a move, where to
    void before(String operation, Path path) throws IOException;
  }

  /// What somebody does once.
  @FunctionalInterface
  interface Deed {
    void done() throws IOException;
  }

  /// A disk on which something happens once, when everything is ready and before the first file takes its place.
  static BusyDisk whenReady(Deed deed) {
    return new BusyDisk((operation, _) -> {
      if (operation.equals("sync")) {
        deed.done();
      }
    });
  }

  @Override
  public Optional<Stat> stat(Path path) throws IOException {
    somebody.before("stat", path);
    return Disk.real().stat(path);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    somebody.before("read", file);
    return Disk.real().read(file);
  }

  @Override
  public Digest digest(Path file) throws IOException {
    somebody.before("digest", file);
    return Disk.real().digest(file);
  }

  @Override
  public void write(Path file, byte[] bytes) throws IOException {
    somebody.before("write", file);
    Disk.real().write(file, bytes);
  }

  @Override
  public void sync(Path file) throws IOException {
    somebody.before("sync", file);
    Disk.real().sync(file);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    somebody.before("move", to);
    Disk.real().move(from, to);
  }

  @Override
  public void delete(Path path) throws IOException {
    somebody.before("delete", path);
    Disk.real().delete(path);
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    somebody.before("makeFolder", folder);
    Disk.real().makeFolder(folder);
  }

  @Override
  public List<String> names(Path folder) throws IOException {
    somebody.before("names", folder);
    return Disk.real().names(folder);
  }

  @Override
  public boolean same(Path a, Path b) throws IOException {
    somebody.before("same", a);
    return Disk.real().same(a, b);
  }
}
