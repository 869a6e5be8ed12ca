package dev.assay.serve;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.BiConsumer;

/// What is watched, and what below it is not: hidden files, the leftovers of editors, the output folder.
///
/// @param folders absolute
/// @param output  absolute
record Watched(List<Path> folders, Path output) {
  static Watched of(List<Path> folders, Path output) {
    return new Watched(folders.stream().map(Watched::plain).toList(), plain(output));
  }

  private static Path plain(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /// True when a change at this path matters.
  boolean concerns(Path path) {
    if (path.startsWith(output)) {
      return false;
    }
    for (Path folder : folders) {
      if (folder.startsWith(path)) {
        return true;
      }
      if (path.startsWith(folder)) {
        for (Path name : folder.relativize(path)) {
          if (isIgnored(name.toString())) {
            return false;
          }
        }
        return true;
      }
    }
    return false;
  }

  private static boolean isIgnored(String name) {
    return name.startsWith(".") || name.endsWith("~") || name.endsWith(".swp") || name.endsWith(".tmp") || name.equals("4913");
  }

  /// Visits every file and folder that matters below a path, links not followed. What vanishes meanwhile is left out.
  void walk(Path start, BiConsumer<Path, BasicFileAttributes> visitor) throws IOException {
    if (!Files.isDirectory(start)) {
      return;
    }
    Files.walkFileTree(start, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (!concerns(folder)) {
          return FileVisitResult.SKIP_SUBTREE;
        }
        visitor.accept(folder, attributes);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (concerns(file)) {
          visitor.accept(file, attributes);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
