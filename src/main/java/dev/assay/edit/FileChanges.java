package dev.assay.edit;

import dev.assay.note.Digest;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
/// one step fails, those before it are taken back.
///
/// A file is replaced by another that was written beside it, so it is whole at every moment and keeps its
/// permissions. One that has changed since it was read is left alone, and so is whatever lies outside of the site's
/// folder, by a link or otherwise. Not for several threads.
public final class FileChanges {
  private final Path root;
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

  /// @param root the site's folder, as its listing gives it
  public FileChanges(Path root) {
    this.root = root;
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
    List<Replacement> staged = new ArrayList<>();
    try {
      for (Rewrite rewrite : rewrites) {
        switch (Replacement.stage(root, rewrite.file, rewrite.read, rewrite.text)) {
          case Replacement.Staged.Ready(Replacement ready) -> staged.add(ready);
          case Replacement.Staged.Refused(Problem problem) -> {
            return Optional.of(problem);
          }
        }
      }
      Optional<Problem> inTheWay = moves.stream().flatMap(move -> fault(move).stream()).findFirst();
      return inTheWay.isPresent() ? inTheWay : run(staged);
    } finally {
      staged.forEach(Replacement::discard);
    }
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
      }
      for (Move move : moves) {
        shown = move.shown;
        Path folder = move.folder();
        Path there = existing(folder);
        done.push(() -> removeEmpty(folder, there));
        Files.createDirectories(folder);
        // Without REPLACE_EXISTING: whoever was faster keeps the name.
        Files.move(move.from, move.to);
        done.push(() -> Files.move(move.to, move.from));
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

  /// The bytes of a text, behind the byte order mark of those it replaces.
  static byte[] bytes(byte[] before, String text) {
    boolean mark = before.length >= 3 && before[0] == (byte) 0xEF && before[1] == (byte) 0xBB && before[2] == (byte) 0xBF;
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    if (!mark) {
      return plain;
    }
    byte[] marked = new byte[plain.length + 3];
    System.arraycopy(before, 0, marked, 0, 3);
    System.arraycopy(plain, 0, marked, 3, plain.length);
    return marked;
  }

  static void replace(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
