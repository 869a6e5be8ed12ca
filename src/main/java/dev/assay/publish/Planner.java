package dev.assay.publish;

import dev.assay.note.Digest;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Decides about one artifact at a time, on any thread: keep its file, or make it and compare, or stage new bytes.
///
/// @param owned    what Assay wrote before
/// @param known    what is known of it
/// @param removals what of it will be gone when the artifacts are put in place
record Planner(
    OutputFolder out, Disk disk, Staging staging, Ownership owned, Manifest known, Removals removals,
    Publisher.Options options) {
  /// The recipe that is remembered for a file with warnings. No artifact has it, so the file is made again.
  static final Digest AGAIN = Digest.of("make it again");

  /// @param file  where the artifact belongs
  /// @param index a number that no other artifact of this publication has
  Plan plan(Artifact artifact, String file, int index) throws IOException {
    Optional<Disk.Stat> stat = disk.stat(out.at(file));
    Optional<Manifest.Entry> entry = known.find(file).filter(_ -> owned.owns(file));
    if (stat.isPresent() && entry.isPresent() && entry.get().recipe().equals(artifact.recipe()) && untouched(file, entry.get(), stat.get())) {
      return new Plan.Keep(entry.get());
    }
    return switch (artifact.maker().make()) {
      case Maker.Failed failed -> new Plan.Faulty(failed.problems());
      case Maker.Poured(Content content) -> place(artifact, file, content, stat, index);
      case Maker.Made made when !made.warnings().isEmpty() && options.strict() ->
          new Plan.Faulty(made.warnings().stream().map(Problem::asError).toList());
      case Maker.Made made when made.warnings().isEmpty() -> place(artifact, file, made.bytes(), stat, index);
      case Maker.Made(byte[] bytes, List<Problem> warnings) ->
          warned(place(new Artifact(artifact.address(), artifact.stage(), AGAIN, artifact.maker()), file, bytes, stat, index), warnings);
    };
  }

  private static Plan warned(Plan plan, List<Problem> warnings) {
    return switch (plan) {
      case Plan.Keep keep -> keep;
      case Plan.Same same -> new Plan.Same(same.entry(), warnings);
      case Plan.Write write -> new Plan.Write(write.entry(), write.staged(), write.instead(), warnings);
      case Plan.Faulty faulty -> faulty;
    };
  }

  private boolean untouched(String file, Manifest.Entry entry, Disk.Stat stat) throws IOException {
    return entry.matches(stat) && (!options.verify() || disk.digest(out.at(file)).equals(entry.content()));
  }

  /// What would keep a file of some content from being written, without making anything.
  Optional<Problem> clash(String file, Digest content) throws IOException {
    Optional<Disk.Stat> stat = disk.stat(out.at(file));
    Optional<Problem> fault = inTheWay(file, stat);
    boolean foreign = stat.isPresent() && stat.get().isFile() && !isOurs(file) && !present(file, stat.get()).equals(content);
    return fault.isEmpty() && foreign ? Optional.of(foreign(file)) : fault;
  }

  private boolean isOurs(String file) {
    return owned.owns(file) || removals.respelled().contains(file);
  }

  private Problem foreign(String file) {
    return error(file, "a file that Assay did not write is in the way", "move it, or choose another output folder with --output");
  }

  private Plan place(Artifact artifact, String file, byte[] bytes, Optional<Disk.Stat> stat, int index) throws IOException {
    Optional<Problem> fault = inTheWay(file, stat);
    if (fault.isPresent()) {
      return new Plan.Faulty(List.of(fault.get()));
    }
    Digest content = Digest.of(bytes);
    Optional<Digest> instead = stat.isPresent() && stat.get().isFile() ? Optional.of(present(file, stat.get())) : Optional.empty();
    boolean ours = isOurs(file);
    if (stat.isPresent() && instead.isPresent()) {
      if (instead.get().equals(content) && !(options.clean() && ours)) {
        return new Plan.Same(entry(artifact, content, stat.get()), List.of());
      }
      if (!ours) {
        return new Plan.Faulty(List.of(foreign(file)));
      }
    }
    String staged = "f" + index;
    return new Plan.Write(entry(artifact, content, staging.write(staged, bytes)), staged, instead, List.of());
  }

  /// What is made while it is written is staged first: only then is it known whether it lies there already.
  private Plan place(Artifact artifact, String file, Content made, Optional<Disk.Stat> stat, int index) throws IOException {
    Optional<Problem> fault = inTheWay(file, stat);
    if (fault.isPresent()) {
      return new Plan.Faulty(List.of(fault.get()));
    }
    String staged = "f" + index;
    Staging.Poured poured = staging.write(staged, made);
    Optional<Digest> instead = stat.isPresent() && stat.get().isFile() ? Optional.of(present(file, stat.get())) : Optional.empty();
    boolean ours = isOurs(file);
    if (stat.isPresent() && instead.isPresent()) {
      if (instead.get().equals(poured.digest()) && !(options.clean() && ours)) {
        staging.delete(staged);
        return new Plan.Same(entry(artifact, poured.digest(), stat.get()), List.of());
      }
      if (!ours) {
        return new Plan.Faulty(List.of(foreign(file)));
      }
    }
    return new Plan.Write(entry(artifact, poured.digest(), poured.stat()), staged, instead, List.of());
  }

  private static Manifest.Entry entry(Artifact artifact, Digest content, Disk.Stat stat) {
    return new Manifest.Entry(artifact.recipe(), content, artifact.stage(), stat.size(), stat.modified());
  }

  private Digest present(String file, Disk.Stat stat) throws IOException {
    Optional<Manifest.Entry> entry = known.find(file);
    return entry.isPresent() && entry.get().matches(stat) && !options.verify() ? entry.get().content() : disk.digest(out.at(file));
  }

  private Optional<Problem> inTheWay(String file, Optional<Disk.Stat> stat) throws IOException {
    Optional<String> obstacle = out.obstacle(file);
    if (obstacle.isPresent() && !removals.removes(obstacle.get())) {
      return Optional.of(error(obstacle.get(), "something that is not a folder lies where '" + out.shown(file) + "' needs one",
          "move it, or choose another output folder with --output"));
    }
    if (stat.isEmpty() || stat.get().isFile()) {
      return Optional.empty();
    }
    return switch (stat.get().type()) {
      case FILE -> Optional.empty();
      case LINK -> Optional.of(error(file, "a symbolic link is in the way; Assay does not write through links", "remove the link"));
      case OTHER -> Optional.of(error(file, "something that is not a file is in the way", "remove it"));
      case FOLDER -> stranger(file).map(found -> error(found, "it keeps a folder in the place of the file '" + out.shown(file) + "'",
          "move it, or choose another output folder with --output"));
    };
  }

  /// The first thing in a folder that will still be there when our own files in it are gone; an empty folder is one.
  private Optional<String> stranger(String folder) throws IOException {
    List<String> names = disk.names(out.at(folder));
    if (names.isEmpty() || owned.foreign().contains(folder)) {
      return Optional.of(folder);
    }
    for (String name : names) {
      String inside = folder + "/" + name;
      Optional<Disk.Stat> stat = disk.stat(out.at(inside));
      boolean isFolder = stat.isPresent() && stat.get().isFolder();
      Optional<String> found = isFolder ? stranger(inside) : removals.removes(inside) ? Optional.empty() : Optional.of(inside);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Problem error(String file, String message, String hint) {
    return Problem.ofFile(Severity.ERROR, Code.OUTPUT, out.shown(file), message, hint);
  }
}
