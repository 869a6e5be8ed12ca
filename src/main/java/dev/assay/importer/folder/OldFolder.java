package dev.assay.importer.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of an old site's folder, within limits. Links are not followed, hidden folders and what programs leave
/// behind are passed over.
final class OldFolder {
  private static final int MOST_FILES = 200_000;
  private static final long LONGEST_TEXT = 4L << 20;
  private static final Set<String> PASSED_OVER = Set.of("node_modules", "_site", "public", "resources", "vendor", ".git", ".assay");

  private final Path root;
  private final SortedMap<String, Path> files;

  private OldFolder(Path root, SortedMap<String, Path> files) {
    this.root = root;
    this.files = files;
  }

  /// Lists a folder.
  ///
  /// @throws IOException when it cannot be read, or holds more files than any site
  static OldFolder of(Path root) throws IOException {
    Path real = root.toRealPath();
    TreeMap<String, Path> files = new TreeMap<>();
    Files.walkFileTree(real, Set.of(), 40, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = String.valueOf(folder.getFileName());
        boolean top = real.equals(folder.getParent());
        boolean passed = !folder.equals(real) && ((name.startsWith(".") && !name.equals(".well-known")) || (PASSED_OVER.contains(name) && (top || name.equals("node_modules"))));
        return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isRegularFile()) {
          files.put(Normalizer.normalize(real.relativize(file).toString().replace('\\', '/'), Normalizer.Form.NFC), file);
        }
        if (files.size() > MOST_FILES) {
          throw new IOException("the folder holds more than 200,000 files");
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException cause) {
        return FileVisitResult.CONTINUE;
      }
    });
    return new OldFolder(real, files);
  }

  Path root() {
    return root;
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  boolean hasFolder(String path) {
    return !below(path).isEmpty();
  }

  /// All paths, in order.
  List<String> paths() {
    return List.copyOf(files.keySet());
  }

  /// The paths below a folder, which is named without a slash at its end; all for the empty name.
  Set<String> below(String folder) {
    return folder.isEmpty() ? Collections.unmodifiableSet(files.keySet()) : files.subMap(folder + "/", folder + "0").keySet();
  }

  /// Where a file lies on this machine.
  Path file(String path) {
    Path file = files.get(path);
    if (file == null) {
      throw new IllegalArgumentException("no file '" + path + "'");
    }
    return file;
  }

  /// All files by path.
  Map<String, Path> files() {
    return files;
  }

  /// A file as text; empty when there is none, or it is too long or not UTF-8.
  Optional<String> text(String path) {
    Path file = files.get(path);
    try {
      if (file == null || Files.size(file) > LONGEST_TEXT) {
        return Optional.empty();
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException _) {
      return Optional.empty();
    } catch (IOException _) {
      // Whoever asked says that the file could not be read.
      return Optional.empty();
    }
  }
}
