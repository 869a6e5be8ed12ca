package dev.assay.source;

import dev.assay.note.SourceId;
import dev.assay.problem.Problem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// One walk through a folder. A link to a file inside the site is read as the file it leads to; a link to a folder is
/// refused, so that no walk is endless and no file has two paths by accident.
final class Walk {
  private final Path root;
  private final String prefix;
  private final SourceLimits limits;
  private final Set<Path> skipped;
  private final boolean templates;
  private final FileProblems report;
  private final List<SourceFile> files = new ArrayList<>();
  private final Deque<Folder> open = new ArrayDeque<>();
  private boolean full;

  /// @param path  where the folder lies
  /// @param below its path below the walk's beginning, ended by `/`; empty for the beginning itself
  /// @param depth how many folders it lies in
  private record Folder(Path path, String below, int depth) {}

  private record Child(Path path, String name) {}

  Walk(Path root, String prefix, SourceLimits limits, Set<Path> skipped, boolean templates) {
    this.root = root;
    this.prefix = prefix;
    this.limits = limits;
    this.skipped = skipped;
    this.templates = templates;
    this.report = new FileProblems(prefix.isEmpty());
  }

  void run(Path start) {
    String shown = prefix.isEmpty() ? "." : prefix.substring(0, prefix.length() - 1);
    Optional<BasicFileAttributes> attributes = attributes(start, shown);
    if (attributes.isPresent() && attributes.get().isSymbolicLink()) {
      report.linkedFolder(shown, leadsOutside(start));
      return;
    }
    if (attributes.isPresent() && !attributes.get().isDirectory()) {
      report.notAFolder(shown);
      return;
    }
    open.add(new Folder(start, "", 0));
    while (!open.isEmpty() && !full) {
      enter(open.removeFirst());
    }
    files.sort(Comparator.comparing(SourceFile::id));
  }

  List<SourceFile> files() {
    return files;
  }

  List<Problem> problems() {
    return report.all();
  }

  private void enter(Folder folder) {
    Map<String, String> taken = new HashMap<>();
    for (Child child : children(folder)) {
      String below = folder.below + child.name;
      String shown = prefix + FileNames.printable(below);
      if (isSkipped(folder, child)) {
        continue;
      }
      String other = taken.putIfAbsent(FileNames.folded(child.name), child.name);
      if (other != null) {
        report.sameName(shown, FileNames.printable(child.name), FileNames.printable(other));
        continue;
      }
      attributes(child.path, shown).ifPresent(found -> take(folder, child, below, shown, found));
      if (full) {
        return;
      }
    }
  }

  private boolean isSkipped(Folder folder, Child child) {
    return (FileNames.isPassedOver(child.name) && !isForTheHost(folder, child))
        || skipped.contains(child.path)
        || (prefix.isEmpty() && folder.depth == 0 && SourceTree.isNotContent(child.name) && Files.isDirectory(child.path));
  }

  /// Hidden files that hosts look for, when they lie where the site begins.
  private boolean isForTheHost(Folder folder, Child child) {
    return !templates && !prefix.isEmpty() && folder.depth == 0 && FileNames.isForTheHost(child.name);
  }

  private void take(Folder folder, Child child, String below, String shown, BasicFileAttributes found) {
    SourceKind kind = templates ? SourceKind.TEMPLATE : SourceKind.of(below);
    String fault = FileNames.fault(child.name);
    if (fault.isEmpty() && below.length() > 900) {
      fault = "lies so deep that its path is longer than 900 characters";
    }
    if (!fault.isEmpty()) {
      report.badName(shown, FileNames.printable(child.name), fault, !found.isDirectory() && kind == SourceKind.ASSET);
    } else if (found.isSymbolicLink()) {
      follow(child.path, below, shown, kind);
    } else if (found.isDirectory()) {
      descend(folder, child, below, shown);
    } else {
      add(child.path, below, shown, kind, found);
    }
  }

  private void descend(Folder folder, Child child, String below, String shown) {
    if (folder.depth + 1 > limits.depth()) {
      report.tooDeep(shown, limits.depth());
    } else {
      open.add(new Folder(child.path, below + "/", folder.depth + 1));
    }
  }

  private void follow(Path link, String below, String shown, SourceKind kind) {
    Path target;
    BasicFileAttributes found;
    try {
      target = link.toRealPath();
      found = Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException _) {
      report.deadLink(shown);
      return;
    }
    if (!target.startsWith(root)) {
      report.outside(shown);
    } else if (found.isDirectory()) {
      report.linkedFolder(shown, false);
    } else {
      add(target, below, shown, kind, found);
    }
  }

  private void add(Path path, String below, String shown, SourceKind kind, BasicFileAttributes found) {
    if (!found.isRegularFile()) {
      report.special(shown);
    } else if (found.size() > limits.bytes(kind)) {
      report.tooLarge(shown, kind, found.size(), limits.bytes(kind));
    } else if (files.size() >= limits.files()) {
      full = true;
      report.tooMany(prefix, limits.files());
    } else {
      long modified = found.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      files.add(new SourceFile(new SourceId(below), shown, kind, found.size(), modified, path));
    }
  }

  private boolean leadsOutside(Path link) {
    try {
      return !link.toRealPath().startsWith(root);
    } catch (IOException _) {
      // A link that leads nowhere does not lead into the site.
      return true;
    }
  }

  private Optional<BasicFileAttributes> attributes(Path path, String shown) {
    try {
      return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      report.unreadable(shown, e);
      return Optional.empty();
    }
  }

  /// The children in the order of their names, so that of two that are the same the same one wins everywhere.
  private List<Child> children(Folder folder) {
    List<Child> children = new ArrayList<>();
    String shown = prefix + FileNames.printable(folder.below);
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.path)) {
      for (Path path : stream) {
        Optional<String> name = FileNames.of(path);
        if (name.isPresent()) {
          children.add(new Child(path, name.get()));
        } else {
          report.nameNotUtf8(shown + FileNames.printable(path.getFileName().toString()));
        }
      }
    } catch (IOException e) {
      report.unreadable(shown.isEmpty() ? "." : shown, e);
    } catch (DirectoryIteratorException e) {
      report.unreadable(shown.isEmpty() ? "." : shown, Objects.requireNonNull(e.getCause()));
    }
    // Two names may be equal in the composed form; then their bytes decide.
    children.sort(
        (a, b) -> {
          int order = a.name.compareTo(b.name);
          return order != 0 ? order : a.path.compareTo(b.path);
        });
    return children;
  }
}
