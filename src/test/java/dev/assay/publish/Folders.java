package dev.assay.publish;

import dev.assay.note.Digest;
import dev.assay.note.SitePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the tests of this room share: artifacts from texts, and folders as texts.
final class Folders {
  private Folders() {}

  /// An artifact whose recipe is its text and whose stage follows from its name.
  static Artifact artifact(String address, String text) {
    return artifact(address, text, Maker.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Artifact artifact(String address, String recipe, Maker maker) {
    Stage stage =
        address.endsWith(".css") ? Stage.ASSET
            : address.endsWith(".xml") ? Stage.FEED
            : address.startsWith("/tags/") ? Stage.LIST
            : Stage.PAGE;
    return new Artifact(new SitePath(address), stage, Digest.of(recipe), maker);
  }

  /// All files below a folder but the list of owned files, by path.
  static SortedMap<String, String> tree(Path folder) {
    SortedMap<String, String> tree = new TreeMap<>(everything(folder));
    tree.remove(OutputFolder.LIST);
    return tree;
  }

  /// All files, links and empty folders below a folder, by path.
  static SortedMap<String, String> everything(Path folder) {
    SortedMap<String, String> tree = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return tree;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        String name = folder.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
          tree.put(name, "-> " + Files.readSymbolicLink(path));
        } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          tree.put(name, Files.readString(path, StandardCharsets.ISO_8859_1));
        } else if (!path.equals(folder) && isEmpty(path)) {
          tree.put(name + "/", "");
        }
      }
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> sorted(Map<String, String> tree) {
    return new TreeMap<>(tree);
  }
}
