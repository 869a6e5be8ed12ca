package dev.assay.edit;

import dev.assay.note.Digest;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.source.SourceFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Files to be rewritten and moved together. Nothing happens before [#commit()], and then all of it or nothing: when
/// one step fails, those before it are taken back, and when the command is killed on the way, the next one completes it
/// ([Interrupted]).
///
/// A file is replaced by another that was written beside it, so it is whole at every moment and keeps its
/// permissions. One that has changed since it was read is left alone, and so is whatever lies outside of the site's
/// folder, by a link or otherwise. Not for several threads.
public final class FileChanges {
  private final Path root;
  private final Probe probe;
  private final List<Rewrite> rewrites = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();

  private record Rewrite(SourceFile file, Digest read, String text) {}

  private record Move(Path from, Path to, String shown) {
    Path folder() {
      return Objects.requireNonNull(to.getParent(), "a path below the site's folder");
    }
  }

  /// A step that can be taken back.
  private interface Undo {
    void run() throws IOException;
  }

  /// Is told of each step when it has been done.
  interface Probe {
    void did(String step) throws IOException;
  }

  /// @param root the site's folder, as its listing gives it
  public FileChanges(Path root) {
    this(root, _ -> {});
  }

  FileChanges(Path root, Probe probe) {
    this.root = root;
    this.probe = probe;
  }

  /// A file gets another text. A byte order mark at its beginning stays.
  ///
  /// @param read the bytes that the text was made from
  public FileChanges rewrite(SourceFile file, Digest read, String text) {
    rewrites.add(new Rewrite(file, read, text));
    return this;
  }

  /// A file or folder gets another path, after all files have been rewritten where they are.
  ///
  /// @param shown how a problem names its new path
  public FileChanges move(Path from, Path to, String shown) {
    moves.add(new Move(from, to, shown));
    return this;
  }

  /// Does it all.
  ///
  /// @return why nothing was done; empty when everything was
  public Optional<Problem> commit() {
    // One file is replaced in a single step, which leaves nothing to complete.
    if (rewrites.size() + moves.size() < 2) {
      return together(Optional.empty());
    }
    if (Interrupted.complete(root) instanceof Interrupted.Stuck(Problem problem)) {
      return Optional.of(problem);
    }
    try (EditLog log = EditLog.open(root)) {
      Optional<Problem> why = together(Optional.of(log));
      // Everything was done, or nothing. A command that ends before this line is the one that the journal is for.
      log.forget();
      return why;
    } catch (IOException e) {
      return Optional.of(failed(".assay/" + EditJournal.NAME, e));
    }
  }

  private Optional<Problem> together(Optional<EditLog> log) {
    List<Replacement> staged = new ArrayList<>();
    for (Rewrite rewrite : rewrites) {
      switch (Replacement.plan(root, rewrite.file, rewrite.read, rewrite.text)) {
        case Replacement.Planned.Ready(Replacement ready) -> staged.add(ready);
        case Replacement.Planned.Refused(Problem problem) -> {
          return Optional.of(problem);
        }
      }
    }
    Optional<Problem> inTheWay = moves.stream().flatMap(move -> fault(move).stream()).findFirst();
    if (inTheWay.isPresent()) {
      return inTheWay;
    }
    Optional<Problem> why = staged(staged, log).or(() -> run(staged));
    staged.forEach(Replacement::discard);
    return why;
  }

  /// Lays all new contents beside their files.
  private Optional<Problem> staged(List<Replacement> staged, Optional<EditLog> log) {
    String shown = ".assay/" + EditJournal.NAME;
    try {
      if (log.isPresent()) {
        log.get().plan(journal(staged));
        probe.did("plan");
      }
      for (Replacement replacement : staged) {
        shown = replacement.shown();
        replacement.stage();
        probe.did("stage");
      }
      if (log.isPresent()) {
        shown = ".assay/" + EditJournal.NAME;
        log.get().ready();
        probe.did("ready");
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(failed(shown, e));
    }
  }

  private EditJournal journal(List<Replacement> staged) {
    return new EditJournal(
        staged.stream().map(each -> each.entry(root)).toList(),
        moves.stream().map(move -> new EditJournal.Move(relative(root, move.from), relative(root, move.to), move.shown)).toList(), false);
  }

  static String relative(Path root, Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  private Optional<Problem> fault(Move move) {
    Path parent = existing(move.folder());
    try {
      boolean inside = parent.toRealPath().startsWith(root) && Files.isDirectory(parent) && move.to.normalize().equals(move.to);
      if (!inside || !move.from.toRealPath().startsWith(root)) {
        return Optional.of(problem(Code.FILE_OUTSIDE, move.shown, "'" + move.shown + "' lies outside of the site's folder", "name a path under content/"));
      }
    } catch (IOException e) {
      return Optional.of(failed(move.shown, e));
    }
    return Files.exists(move.to, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(problem(Code.EDIT, move.shown, "'" + move.shown + "' exists already", "choose another name, or move that one away first"))
        : Optional.empty();
  }

  private static Path existing(Path folder) {
    Path at = folder;
    for (Path up = at.getParent(); up != null && !Files.exists(at, LinkOption.NOFOLLOW_LINKS); up = at.getParent()) {
      at = up;
    }
    return at;
  }

  private Optional<Problem> run(List<Replacement> staged) {
    Deque<Undo> done = new ArrayDeque<>();
    String shown = "";
    try {
      for (Replacement replacement : staged) {
        shown = replacement.shown();
        done.push(replacement::restore);
        replacement.replace();
        probe.did("replace");
      }
      for (Move move : moves) {
        shown = move.shown;
        Path folder = move.folder();
        Path there = existing(folder);
        done.push(() -> removeEmpty(folder, there));
        Files.createDirectories(folder);
        probe.did("folder");
        // Without REPLACE_EXISTING: whoever was faster keeps the name.
        Files.move(move.from, move.to);
        done.push(() -> Files.move(move.to, move.from));
        probe.did("move");
      }
      return Optional.empty();
    } catch (FileAlreadyExistsException _) {
      return undone(done, problem(Code.EDIT, shown, "'" + shown + "' exists already", "choose another name"));
    } catch (IOException e) {
      return undone(done, failed(shown, e));
    }
  }

  private static Optional<Problem> undone(Deque<Undo> done, Problem why) {
    for (Undo step : done) {
      try {
        step.run();
      } catch (IOException e) {
        String message = why.message() + ", and what had been done before could not all be taken back: " + e.getMessage();
        return Optional.of(problem(why.code(), why.place().file(), message, "look at what changed, with git diff"));
      }
    }
    return Optional.of(why);
  }

  private static void removeEmpty(Path folder, Path stop) throws IOException {
    for (Path at = folder; at != null && !at.equals(stop) && Files.isDirectory(at); at = at.getParent()) {
      try (var inside = Files.list(at)) {
        if (inside.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(at);
    }
  }

  static Problem problem(Code code, String shown, String message, String hint) {
    return Problem.ofFile(Severity.ERROR, code, shown, message, hint);
  }

  static Problem failed(String shown, IOException cause) {
    String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return problem(Code.EDIT, shown, "'" + shown + "' cannot be written: " + reason, "check the permissions of the file and its folder");
  }

  static void replace(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
