package dev.assay.publish;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Where the site is written: a folder that has been found fit for it, and the paths below it.
///
/// Paths below it are texts with `/`, as a [dev.assay.note.SitePath] gives them.
final class OutputFolder {
  /// The list of the files that Assay wrote.
  static final String LIST = ".assay-files";

  /// Where files lie before they are moved into place; nothing of it is left behind.
  static final String STAGING = ".assay-staging";

  /// Where the preview is written: the one place in the cache's folder that is an output.
  private static final String PREVIEW = ".assay/preview";

  private final Path path;
  private final String shown;
  private final Disk disk;
  private final Set<String> foldersSeen = ConcurrentHashMap.newKeySet();

  /// The folder itself and those above it, where they were made for it: the innermost last.
  private final List<Path> made = Collections.synchronizedList(new ArrayList<>());

  private OutputFolder(Path path, String shown, Disk disk) {
    this.path = path;
    this.shown = shown;
    this.disk = disk;
  }

  /// What looking at an output folder came to.
  sealed interface Found {}

  /// It can be written to. It may not exist yet.
  record Fit(OutputFolder folder) implements Found {}

  /// It must not be written to.
  record Unfit(Problem problem) implements Found {}

  /// Looks whether a folder may be written to.
  ///
  /// @param root   the site's folder
  /// @param output the output folder, absolute or relative to the working folder
  static Found look(Path root, Path output, Disk disk) throws IOException {
    Path home = root.toRealPath();
    Path wanted = output.toAbsolutePath().normalize();
    Path plainRoot = root.toAbsolutePath().normalize();
    // Below the root every folder counts, because the root's content may come from others; above it is the user's.
    if (wanted.startsWith(plainRoot)) {
      wanted = home.resolve(plainRoot.relativize(wanted));
    }
    Path above = wanted.getParent();
    Path real = real(wanted, wanted.startsWith(home) || above == null ? home : above);
    String shown = real.startsWith(home) ? slashed(home.relativize(real)) : slashed(real);
    Optional<String> fault = fault(home, real, disk);
    if (fault.isPresent()) {
      return new Unfit(
          Problem.ofFile(
              Severity.ERROR, Code.OUTPUT, shown.isEmpty() ? "." : shown, "the output folder " + fault.get(),
              "choose a folder of its own with --output"));
    }
    return new Fit(new OutputFolder(real, shown, disk));
  }

  /// Follows links down to a trusted folder, and none below it.
  private static Path real(Path wanted, Path trusted) throws IOException {
    Path existing = trusted;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing == null ? wanted : existing.toRealPath().resolve(existing.relativize(wanted)).normalize();
  }

  private static Optional<String> fault(Path home, Path real, Disk disk) throws IOException {
    if (home.equals(real)) {
      return Optional.of("is the site's own folder");
    }
    if (home.startsWith(real)) {
      return Optional.of("contains the site's own folder");
    }
    for (String own : List.of("content", "templates", ".assay", ".git")) {
      if (real.startsWith(home.resolve(own)) && !real.equals(home.resolve(PREVIEW))) {
        return Optional.of("lies inside '" + own + "', which Assay reads");
      }
    }
    Path step = real.startsWith(home) ? home : real.getParent();
    for (Path name : step == null ? real : step.relativize(real)) {
      step = step == null ? name : step.resolve(name);
      Optional<Disk.Stat> stat = disk.stat(step);
      if (stat.isPresent() && stat.get().type() == Disk.Type.LINK) {
        return Optional.of("is reached through the symbolic link '" + step.getFileName() + "'");
      }
      if (stat.isPresent() && !stat.get().isFolder()) {
        return Optional.of("has a file in its place or on its way, '" + step.getFileName() + "'");
      }
    }
    return Optional.empty();
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  Path path() {
    return path;
  }

  Path staging() {
    return path.resolve(STAGING);
  }

  /// Where a file below the folder lies.
  Path at(String file) {
    return path.resolve(file);
  }

  /// Why the disk cannot have a file of this name; empty when it can.
  Optional<String> fault(String file) {
    try {
      Path there = path.resolve(file).normalize();
      return there.startsWith(path) && !there.equals(path) ? Optional.empty() : Optional.of("leads out of the folder");
    } catch (InvalidPathException e) {
      return Optional.of(e.getReason());
    }
  }

  /// A file below the folder as the user knows it.
  String shown(String file) {
    return file.isEmpty() ? shown : shown + "/" + file;
  }

  /// The first thing on the way to a file that is not a folder; empty when the way is free. Folders that are missing
  /// are free.
  Optional<String> obstacle(String file) throws IOException {
    String parent = parent(file);
    if (parent.isEmpty() || foldersSeen.contains(parent)) {
      return Optional.empty();
    }
    Optional<String> above = obstacle(parent);
    if (above.isPresent()) {
      return above;
    }
    Optional<Disk.Stat> stat = disk.stat(at(parent));
    if (stat.isPresent() && !stat.get().isFolder()) {
      return Optional.of(parent);
    }
    if (stat.isPresent()) {
      foldersSeen.add(parent);
    }
    return Optional.empty();
  }

  /// True for a folder that was met on the way to a file.
  boolean isThere(String folder) {
    return foldersSeen.contains(folder);
  }

  /// Makes the folders on the way to a file that are missing. The way has been found free.
  void makeWay(String file) throws IOException {
    String parent = parent(file);
    if (foldersSeen.contains(parent)) {
      return;
    }
    if (parent.isEmpty()) {
      makeBase(path);
    } else {
      makeWay(parent);
      Optional<Disk.Stat> stat = disk.stat(at(parent));
      if (stat.isEmpty()) {
        disk.makeFolder(at(parent));
      } else if (!stat.get().isFolder()) {
        throw new IOException("'" + shown(parent) + "' is not a folder");
      }
    }
    foldersSeen.add(parent);
  }

  private void makeBase(Path folder) throws IOException {
    if (disk.stat(folder).isEmpty()) {
      Path above = folder.getParent();
      if (above != null) {
        makeBase(above);
      }
      disk.makeFolder(folder);
      made.add(folder);
    }
  }

  /// Removes the folder and those above it that were made for it, as long as they are empty.
  void unmake() throws IOException {
    foldersSeen.clear();
    for (Path folder : made.reversed()) {
      if (disk.stat(folder).isPresent()) {
        if (!disk.names(folder).isEmpty()) {
          return;
        }
        disk.delete(folder);
      }
    }
    made.clear();
  }

  /// Forgets which folders were there: while the files were made somebody may have put a link in the place of one, or removed it.
  void lookAgain() {
    foldersSeen.clear();
  }

  /// Forgets that a folder was there, because it is about to go.
  void forget(String folder) {
    foldersSeen.remove(folder);
  }

  /// The folder a file or folder lies in, empty at the top.
  static String parent(String file) {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "" : file.substring(0, slash);
  }
}
