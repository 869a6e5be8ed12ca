package dev.assay.edit;

import dev.assay.note.Digest;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Completes what a command was doing to several files when it was killed: all of it where the new contents lay ready, and
/// else nothing, so that a site is never half changed.
public final class Interrupted {
  private static final String SHOWN = ".assay/" + EditJournal.NAME;

  private final Path root;

  private Interrupted(Path root) {
    this.root = root;
  }

  /// What came of it.
  public sealed interface Outcome {}

  /// No command was interrupted.
  public record Nothing() implements Outcome {}

  /// Files are other than they were a moment ago.
  public record Completed() implements Outcome {}

  /// It can be neither completed nor forgotten.
  public record Stuck(Problem problem) implements Outcome {}

  /// Completes or forgets it. Costs one look at the disk when there is nothing to do.
  ///
  /// @param root the site's folder, without links in its path
  public static Outcome complete(Path root) {
    try {
      Optional<EditLog> left = EditLog.left(root);
      if (left.isEmpty()) {
        return new Nothing();
      }
      try (EditLog log = left.get()) {
        if (isNewer(log)) {
          return new Stuck(
              FileChanges.problem(
                  Code.EDIT, SHOWN, "a newer version of Assay was cut off while it changed files",
                  "run any command of that version here, or delete " + SHOWN + " to keep everything as it is now"));
        }
        Optional<EditJournal> journal = journal(log);
        Optional<Problem> problem = journal.isEmpty() ? Optional.empty() : new Interrupted(root).complete(journal.get());
        if (problem.isPresent()) {
          return new Stuck(problem.get());
        }
        log.forget();
        return new Completed();
      }
    } catch (IOException e) {
      return new Stuck(stuck("the files of an interrupted command cannot be put right: " + reason(e)));
    }
  }

  private static boolean isNewer(EditLog log) throws IOException {
    try {
      return EditJournal.isNewer(log.text());
    } catch (java.nio.charset.CharacterCodingException _) {
      return false;
    }
  }

  private static Optional<EditJournal> journal(EditLog log) throws IOException {
    try {
      return EditJournal.read(log.text());
    } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException _) {
      // Nobody but Assay writes it, so it was cut off before anything was done.
      return Optional.empty();
    }
  }

  private Optional<Problem> complete(EditJournal journal) throws IOException {
    if (!journal.ready()) {
      for (EditJournal.Replace each : journal.replaced()) {
        Files.deleteIfExists(inside(each.staged()));
      }
      return Optional.empty();
    }
    for (EditJournal.Replace each : journal.replaced()) {
      Optional<Problem> problem = replaced(each);
      if (problem.isPresent()) {
        return problem;
      }
    }
    for (EditJournal.Move each : journal.moved()) {
      Optional<Problem> problem = moved(each);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  /// What was laid beside a file is there until it took the file's place.
  private Optional<Problem> replaced(EditJournal.Replace each) throws IOException {
    Path staged = inside(each.staged());
    if (!Files.isRegularFile(staged, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    Path file = inside(each.file());
    boolean asItWas = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && hex(file).equals(each.before());
    if (!asItWas || !hex(staged).equals(each.after())) {
      return Optional.of(stuck("a command was interrupted while it changed several files, and '" + each.shown() + "' has changed since"));
    }
    FileChanges.replace(staged, file);
    return Optional.empty();
  }

  private Optional<Problem> moved(EditJournal.Move each) throws IOException {
    Path from = inside(each.from());
    Path to = inside(each.to());
    if (!Files.exists(from, LinkOption.NOFOLLOW_LINKS) && Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.exists(from, LinkOption.NOFOLLOW_LINKS) || Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(stuck("a command was interrupted while it moved files, and '" + each.shown() + "' has changed since"));
    }
    Files.createDirectories(parent(to));
    Files.move(from, to);
    return Optional.empty();
  }

  private static String hex(Path file) throws IOException {
    return Digest.of(Files.readAllBytes(file)).hex();
  }

  /// A path below the site's folder. A folder that came with somebody else's journal shall not reach further.
  private Path inside(String written) throws IOException {
    Path path = root.resolve(written).normalize();
    Path existing = parent(path);
    while (!Files.exists(existing) && !existing.equals(root)) {
      existing = parent(existing);
    }
    boolean plain = List.of(written.split("/", -1)).stream().noneMatch(part -> part.equals("..") || part.isEmpty());
    if (!plain || !path.startsWith(root) || !existing.toRealPath().startsWith(root)) {
      throw new IOException("'" + written + "' lies outside of the site's folder");
    }
    return path;
  }

  private static Path parent(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IOException("'" + path + "' lies in no folder");
    }
    return parent;
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static Problem stuck(String message) {
    return FileChanges.problem(
        Code.EDIT, SHOWN, message, "put that file back as it was and run the command again, or delete " + SHOWN + " to keep everything as it is now");
  }
}
