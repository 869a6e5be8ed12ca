package dev.assay.publish;

import dev.assay.note.Digest;
import dev.assay.note.SitePath;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Writes a site into its output folder: only what differs, all or nothing.
///
/// ```java
/// Report report = new Publisher(root, root.resolve("site")).publish(artifacts, Options.of(jobs));
/// ```
///
/// An artifact whose recipe is the stored one and whose file is as Assay left it is not made at all. The others are made
/// in parallel and staged beside the site. If any of them fails nothing changes. Otherwise a journal is written, then the
/// files take their places by atomic renames in the order of [Stage], then files that Assay wrote earlier and that
/// nobody wants any more are deleted. A publication that was cut off is completed by the next one.
///
/// Files that Assay did not write are never changed or deleted, and nothing is written through a symbolic link.
/// It does not survive every loss of power without work: only the journal is forced to the disk, because forcing every
/// file would take minutes. What a loss of power damages is found by size, time or digest, and made again.
public final class Publisher {
  /// What systems say of a disk on which there is no more room.
  private static final Pattern FULL = Pattern.compile("No space left|quota exceeded|not enough space", Pattern.CASE_INSENSITIVE);

  private final Path root;
  private final Path output;
  private final Disk disk;

  /// @param root   the site's folder; the cache is `.assay` in it
  /// @param output the output folder; may be missing
  public Publisher(Path root, Path output) {
    this(root, output, Disk.real());
  }

  /// As above, on a disk that may fail.
  public Publisher(Path root, Path output, Disk disk) {
    this.root = root;
    this.output = output;
    this.disk = disk;
  }

  /// How to publish.
  ///
  /// @param jobs     how many threads make artifacts
  /// @param verify   whether to read the files of the output folder instead of trusting their size and time
  /// @param clean    whether to make and write everything, whatever is known of it
  /// @param strict   whether a warning keeps the site from being written
  /// @param patience how long to wait for another build of the site to end
  public record Options(int jobs, boolean verify, boolean clean, boolean strict, Duration patience) {
    public Options {
      if (jobs < 1) {
        throw new IllegalArgumentException("jobs " + jobs);
      }
    }

    /// The usual way.
    public static Options of(int jobs) {
      return new Options(jobs, false, false, false, Duration.ofSeconds(5));
    }
  }

  /// Makes the output folder hold these artifacts and nothing else of Assay's. The report is the same for any number of
  /// jobs.
  public Report publish(List<Artifact> artifacts, Options options) {
    try {
      return switch (SiteLock.take(root, options.patience())) {
        case SiteLock.Held held -> Report.failed(List.of(busy(held)));
        case SiteLock.Taken taken -> {
          try (SiteLock _ = taken.lock()) {
            yield locked(artifacts, options);
          }
        }
      };
    } catch (IOException e) {
      return Report.failed(List.of(broken(e)));
    }
  }

  /// What came of amending a publication.
  ///
  /// @param left the state in which the output folder was left
  public record Amended(Report report, Digest left) {}

  /// Changes some files of the last publication and keeps all others, which is as much work as they are.
  ///
  /// @param left the state in which it left the output folder, as [#standing] named it
  /// @param all  whether to look first whether all files of the folder are as they were left; when not, only those are
  ///             looked at that may be written
  /// @return empty, with nothing done, when the folder is no longer in that state, when the amendment does not fit what was
  ///         published, or when a file that it keeps was made with warnings
  public Optional<Amended> amend(Amendment amendment, Digest left, boolean all, Options options) {
    return amended(options, left, publication -> publication.amend(amendment, left, all));
  }

  /// As above, of a folder at which somebody has been looking since before anything of the edit was read.
  public Optional<Amended> amend(Amendment amendment, Digest left, Look look, Options options) {
    return amended(options, left, publication -> publication.amend(amendment, left, look.left(), look::list));
  }

  @FunctionalInterface
  private interface Amending {
    Optional<Amended> with(Publication publication) throws IOException;
  }

  private Optional<Amended> amended(Options options, Digest left, Amending work) {
    if (options.clean() || options.verify()) {
      return Optional.empty();
    }
    try {
      return switch (SiteLock.take(root, options.patience())) {
        case SiteLock.Held _ -> Optional.empty();
        case SiteLock.Taken taken -> {
          try (SiteLock _ = taken.lock()) {
            yield switch (OutputFolder.look(root, output, disk)) {
              case OutputFolder.Unfit _ -> Optional.empty();
              case OutputFolder.Fit fit -> work.with(new Publication(root.toRealPath(), fit.folder(), disk, options));
            };
          }
        }
      };
    } catch (IOException e) {
      return Optional.of(new Amended(Report.failed(List.of(broken(e))), left));
    }
  }

  /// Begins to look whether the output folder is as the last publication left it, while the caller, who holds the site's lock, does
  /// something else.
  ///
  /// @param jobs how many threads there are, of which the caller is one
  public Look look(int jobs) {
    return new Look(
        () ->
            switch (OutputFolder.look(root, output, disk)) {
              case OutputFolder.Unfit _ -> Optional.empty();
              case OutputFolder.Fit fit -> Optional.of(new Publication(root.toRealPath(), fit.folder(), disk, Options.of(1)));
            },
        jobs - 1);
  }

  /// A file of the output folder as it lies there; empty when there is none, or the folder is none of Assay's.
  ///
  /// @throws IOException when the disk fails
  public Optional<byte[]> read(SitePath address) throws IOException {
    return switch (OutputFolder.look(root, output, disk)) {
      case OutputFolder.Unfit _ -> Optional.empty();
      case OutputFolder.Fit fit -> {
        Path file = fit.folder().at(address.file());
        yield disk.stat(file).filter(Disk.Stat::isFile).isPresent() ? Optional.of(disk.read(file)) : Optional.empty();
      }
    };
  }

  /// The state in which the last publication left the output folder, named by a digest; empty unless every file that it
  /// wrote lies there with the size and time it was left with, and nothing waits to be completed.
  ///
  /// @param jobs how many threads look
  /// @throws IOException when the disk fails
  public Optional<Digest> standing(int jobs) throws IOException {
    return switch (SiteLock.take(root, Duration.ZERO)) {
      case SiteLock.Held _ -> Optional.empty();
      case SiteLock.Taken taken -> {
        try (SiteLock _ = taken.lock()) {
          yield switch (OutputFolder.look(root, output, disk)) {
            case OutputFolder.Unfit _ -> Optional.empty();
            case OutputFolder.Fit fit -> new Publication(root.toRealPath(), fit.folder(), disk, Options.of(jobs)).standing();
          };
        }
      }
    };
  }

  /// Those of some artifacts that the last publication into this folder has not made as they are now. The others were made
  /// without a fault or a warning, and would be again. Nothing is written, and no lock is taken: what another build puts
  /// in place meanwhile has been made as well.
  public List<Artifact> unproven(List<Artifact> artifacts) {
    try {
      return switch (OutputFolder.look(root, output, disk)) {
        case OutputFolder.Unfit _ -> artifacts;
        case OutputFolder.Fit fit -> new Publication(root.toRealPath(), fit.folder(), disk, Options.of(1)).unproven(artifacts);
      };
    } catch (IOException _) {
      // What cannot be read proves nothing.
      return artifacts;
    }
  }

  /// What would keep files from being put into the folder, as far as can be told without making anything.
  ///
  /// @param files their contents, by where they belong
  /// @throws IOException when the disk fails
  public List<Problem> clashes(Map<String, Digest> files) throws IOException {
    return switch (OutputFolder.look(root, output, disk)) {
      case OutputFolder.Unfit unfit -> List.of(unfit.problem());
      case OutputFolder.Fit fit -> new Publication(root.toRealPath(), fit.folder(), disk, Options.of(1)).clashes(files);
    };
  }

  private Report locked(List<Artifact> artifacts, Options options) throws IOException {
    return switch (OutputFolder.look(root, output, disk)) {
      case OutputFolder.Unfit unfit -> Report.failed(List.of(unfit.problem()));
      case OutputFolder.Fit fit -> new Publication(root.toRealPath(), fit.folder(), disk, options).run(artifacts);
    };
  }

  private Problem busy(SiteLock.Held held) {
    return Problem.ofFile(Severity.ERROR, Code.OUTPUT, ".assay/lock", "the site is being built by " + held.by(), "wait for it to end");
  }

  private Problem broken(IOException e) {
    Path from = root.toAbsolutePath().normalize();
    Path to = output.toAbsolutePath().normalize();
    String shown = (to.startsWith(from) && !to.equals(from) ? from.relativize(to) : to).toString();
    boolean full = FULL.matcher(String.valueOf(e.getMessage())).find();
    return Problem.ofFile(
        Severity.ERROR, Code.OUTPUT, shown, (full ? "the disk is full: " : "the disk failed: ") + reason(e),
        (full ? "make room" : "put that right") + " and build again; the next build completes what this one began");
  }

  /// What the disk said, without the name of an exception where that can be had.
  static String reason(IOException e) {
    if (e instanceof FileSystemException failed && failed.getReason() != null) {
      return failed.getReason() + " ('" + failed.getFile() + "')";
    }
    if (e.getClass() == IOException.class && e.getMessage() != null) {
      return e.getMessage();
    }
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
  }
}
