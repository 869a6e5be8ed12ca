package dev.assay.publish;

import dev.assay.note.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The folder, on the disk of the output folder, where new files lie until all of them are ready. Flat, and made when
/// the first file comes.
final class Staging {
  private final OutputFolder out;
  private final Disk disk;
  private boolean made;

  Staging(OutputFolder out, Disk disk) {
    this.out = out;
    this.disk = disk;
  }

  Path at(String name) {
    return out.staging().resolve(name);
  }

  /// Writes a file and says what the disk will say of it, here and in its place.
  Disk.Stat write(String name, byte[] bytes) throws IOException {
    make();
    disk.write(at(name), bytes);
    return disk.stat(at(name)).orElseThrow(() -> new IOException("'" + at(name) + "' has vanished"));
  }

  /// A file that was written piece by piece.
  record Poured(Digest digest, Disk.Stat stat) {}

  /// Writes a file piece by piece.
  Poured write(String name, Content content) throws IOException {
    make();
    Digest digest = disk.write(at(name), content);
    return new Poured(digest, disk.stat(at(name)).orElseThrow(() -> new IOException("'" + at(name) + "' has vanished")));
  }

  /// Removes a file that turned out not to be needed.
  void delete(String name) throws IOException {
    disk.delete(at(name));
  }

  private synchronized void make() throws IOException {
    if (!made) {
      out.makeWay(OutputFolder.STAGING);
      disk.makeFolder(out.staging());
      made = true;
    }
  }

  /// The journal of a publication that was cut off when everything was ready.
  Optional<Journal> journal() throws IOException {
    Optional<Disk.Stat> stat = disk.stat(at(Journal.NAME));
    return stat.isPresent() && stat.get().isFile() ? Journal.read(disk.read(at(Journal.NAME))) : Optional.empty();
  }

  /// Writes the journal; from here on the publication happens.
  void promise(Journal journal) throws IOException {
    write("draft", journal.bytes());
    disk.sync(at("draft"));
    disk.move(at("draft"), at(Journal.NAME));
  }

  /// Removes the folder and what is left in it, the journal first.
  void clear() throws IOException {
    Optional<Disk.Stat> stat = disk.stat(out.staging());
    if (stat.isPresent() && stat.get().isFolder()) {
      if (disk.stat(at(Journal.NAME)).isPresent()) {
        disk.delete(at(Journal.NAME));
      }
      for (String name : disk.names(out.staging())) {
        disk.delete(at(name));
      }
      disk.delete(out.staging());
    } else if (stat.isPresent()) {
      throw new IOException("'" + out.staging() + "' is not a folder");
    }
    made = false;
  }

  /// Takes everything back: also the output folder, and those above it, when they were made for this publication.
  void abandon() throws IOException {
    clear();
    out.unmake();
  }
}
