package dev.assay.deploy;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.publish.SiteLock;
import dev.assay.publish.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Brings a built site to a target: only what differs, assets before pages before lists before feeds, deletions at the end,
/// and last of all the list of what now lies there.
///
/// Before the first file goes up the list names all that is about to, so that a run that was cut off is completed by the next one
/// and no file is lost sight of. At every moment a reader finds each file whole, old or new, and no link to a file that is not
/// there yet.
public final class Deployment {
  private static final int SHOWN = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path root;
  private final Path output;
  private final Target target;
  private final Options options;
  private final Progress progress;

  /// @param root   the site's folder
  /// @param output where it was built
  public Deployment(Path root, Path output, Target target, Options options, Progress progress) {
    this.root = root;
    this.output = output;
    this.target = target;
    this.options = options;
    this.progress = progress;
  }

  /// How to publish.
  ///
  /// @param dry      whether only to say what would be done
  /// @param takeOver whether files that Assay did not put there may be replaced where the site has files of the same name
  /// @param verify   whether to look at the files at the target instead of trusting the list there
  /// @param message  what a branch's history says
  public record Options(boolean dry, boolean takeOver, boolean verify, String message) {}

  /// Is told how far the work has come.
  @FunctionalInterface
  public interface Progress {
    void at(int done, int total);
  }

  /// Builds a site and publishes it. While it is built, nobody else builds it, so that what is sent is what was asked for; while it
  /// is sent, others may, and only another publication has to wait.
  ///
  /// @param build gives false when the site could not be built
  /// @return empty when it could not be built; then nothing was done
  public Optional<DeployReport> run(BooleanSupplier build) {
    try {
      return switch (SiteLock.takeToPublish(root, PATIENCE)) {
        case SiteLock.Held held -> Optional.of(failed("the site is being published by " + held.by(), "wait for it to end"));
        case SiteLock.Taken taken -> {
          try (SiteLock _ = taken.lock()) {
            yield alone(build);
          }
        }
      };
    } catch (StoreException e) {
      return Optional.of(failed(e.sentence(), e.hint()));
    } catch (IOException e) {
      return Optional.of(failed("a file could not be read or written: " + e.getMessage(), "put that right and publish again; that completes what this run began"));
    }
  }

  private Optional<DeployReport> alone(BooleanSupplier build) throws StoreException, IOException {
    return switch (SiteLock.take(root, PATIENCE)) {
      case SiteLock.Held held -> Optional.of(failed("the site is being built by " + held.by(), "wait for it to end"));
      case SiteLock.Taken taken -> {
        Optional<Snapshot> built;
        try (SiteLock _ = taken.lock()) {
          built = build.getAsBoolean() ? Optional.of(Snapshot.of(root, output)) : Optional.empty();
        }
        if (built.isEmpty()) {
          yield Optional.empty();
        }
        try (Snapshot snapshot = built.get()) {
          yield Optional.of(published(snapshot));
        }
      }
    };
  }

  private DeployReport published(Snapshot snapshot) throws StoreException, IOException {
    List<Piece> pieces = snapshot.pieces();
    if (pieces.isEmpty()) {
      return failed("there is no built site in '" + output + "'", "build it first");
    }
    return switch (target) {
      case Target.Folder folder -> new FolderCopy(root, output, folder.path(), pieces).run(options);
      case Target.Rsync rsync -> through(new RsyncStore(rsync, snapshot.folder()), pieces);
      case Target.Branch branch -> through(new BranchStore(root, branch, options.message()), pieces);
      case Target.Bucket bucket -> through(S3Store.of(bucket), pieces);
    };
  }

  private DeployReport through(Store opened, List<Piece> pieces) throws StoreException, IOException {
    try (Store store = opened) {
      Optional<byte[]> list = store.list();
      Optional<Deployed> read = list.isPresent() ? Deployed.read(list.get()) : Optional.of(Deployed.NOTHING);
      if (list.isPresent() && Deployed.isNewer(list.get())) {
        return failed("a newer version of Assay published what lies there, as '" + Deployed.LIST + "' says", "publish with that version");
      }
      if (read.isEmpty() && !options.takeOver()) {
        return failed(
            "the list of published files there, '" + Deployed.LIST + "', cannot be read",
            "with --take-over it is made anew; then files that the site no longer has stay there");
      }
      Deployed known = read.orElse(Deployed.NOTHING);
      Store.Looked looked = store.look(known, pieces, options.verify() || read.isEmpty());
      Set<String> wanted = pieces.stream().map(Piece::file).collect(Collectors.toSet());
      Set<String> there = new HashSet<>(known.files().keySet());
      there.removeAll(looked.missing());
      there.removeAll(looked.others());
      // What somebody has changed and the site no longer has stays, as in the output folder.
      there.removeIf(file -> looked.altered().contains(file) && !wanted.contains(file));
      Difference difference = Difference.of(pieces, looked.current().keySet(), there);
      Set<String> inTheWay = looked.others().stream().filter(file -> wanted.contains(file) || !known.files().containsKey(file)).collect(Collectors.toSet());
      if (!inTheWay.isEmpty() && !options.takeOver()) {
        return difference.report(target.shown(), "", List.of(inTheWay(inTheWay)));
      }
      List<Problem> warnings = warnings(looked.altered(), wanted);
      boolean same = difference.isNothing() && list.isPresent() && listed(pieces, looked.current()).equals(known);
      if (options.dry() || same) {
        return difference.report(target.shown(), "", warnings);
      }
      carryOut(store, known, there, looked.current(), difference, pieces);
      return difference.with(known, looked, wanted).report(target.shown(), store.result(), warnings);
    }
  }

  private static List<Problem> warnings(Set<String> altered, Set<String> wanted) {
    return altered.stream()
        .sorted()
        .map(
            file ->
                Problem.ofFile(
                    Severity.WARNING, Code.PUBLISH, "publish",
                    wanted.contains(file)
                        ? "somebody has changed '" + file + "' there since it was published; the site's own takes its place"
                        : "the site has no '" + file + "' any more, but somebody has changed it there since it was published, so it stays",
                    wanted.contains(file) ? "" : "delete it there, or keep it: Assay no longer counts it as its own"))
        .toList();
  }

  /// @param there   files of ours that lie there
  /// @param current those that lie there as they should, with their marks
  private void carryOut(
      Store store, Deployed known, Set<String> there, Map<String, String> current, Difference difference, List<Piece> pieces)
      throws StoreException, IOException {
    NavigableMap<String, Deployed.Put> during = new TreeMap<>(known.files());
    during.keySet().retainAll(there);
    for (Piece piece : difference.put()) {
      Deployed.Put before = during.get(piece.file());
      during.put(piece.file(), Deployed.Put.pending(piece, before != null));
    }
    if (!difference.isNothing()) {
      store.keep(new Deployed(during), false);
    }
    int total = difference.put().size() + difference.removed().size();
    int[] done = {0};
    Map<String, String> marks = new TreeMap<>(current);
    for (Stage stage : Stage.values()) {
      List<Piece> now = difference.put().stream().filter(piece -> piece.stage() == stage).toList();
      if (!now.isEmpty()) {
        marks.putAll(store.put(now, count -> progress.at(done[0] += count, total)));
      }
    }
    if (!difference.removed().isEmpty()) {
      store.delete(difference.removed(), count -> progress.at(done[0] += count, total));
    }
    store.keep(listed(pieces, marks), true);
  }

  private static Deployed listed(List<Piece> pieces, Map<String, String> marks) {
    SortedMap<String, Deployed.Put> files = new TreeMap<>();
    for (Piece piece : pieces) {
      files.put(piece.file(), new Deployed.Put(piece.digest(), marks.getOrDefault(piece.file(), "-")));
    }
    return new Deployed(files);
  }

  private static Problem inTheWay(Set<String> others) {
    List<String> sorted = others.stream().sorted().toList();
    List<String> shown = new ArrayList<>(sorted.subList(0, Math.min(SHOWN, sorted.size())));
    String rest = sorted.size() > SHOWN ? " and " + (sorted.size() - SHOWN) + " more" : "";
    return problem(
        "files that Assay did not put there have the names of files of the site: '" + String.join("', '", shown) + "'" + rest,
        "publish to another place, or say --take-over if the site may replace them");
  }

  private DeployReport failed(String message, String hint) {
    return DeployReport.failed(target.shown(), List.of(problem(message, hint)));
  }

  static Problem problem(String message, String hint) {
    return Problem.ofFile(Severity.ERROR, Code.PUBLISH, "publish", message, hint);
  }
}
