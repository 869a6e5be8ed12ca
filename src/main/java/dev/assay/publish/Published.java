package dev.assay.publish;

import dev.assay.note.SitePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What Assay has written into an output folder, by its own list.
///
/// @param files path below the output folder, with `/`, to what was written there
public record Published(SortedMap<String, Owned> files) {
  /// What lies in an empty folder.
  public static final Published NOTHING = new Published(new TreeMap<>());

  /// Reads the list of an output folder; it is empty when the folder is missing or has no list that can be read.
  public static Published read(Path output) throws IOException {
    Path list = output.resolve(OutputFolder.LIST);
    Optional<Disk.Stat> stat = Disk.real().stat(list);
    Ownership owned =
        stat.isPresent() && stat.get().isFile()
            ? Ownership.read(Disk.real().read(list)).orElse(Ownership.NONE)
            : Ownership.NONE;
    return new Published(owned.files());
  }

  /// The address that a file answers to: `post/x/index.html` is `/post/x/`.
  public static SitePath address(String file) {
    String path = "/" + file;
    return new SitePath(path.endsWith("/index.html") ? path.substring(0, path.length() - "index.html".length()) : path);
  }
}
