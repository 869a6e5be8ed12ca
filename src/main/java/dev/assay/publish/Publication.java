package dev.assay.publish;

import dev.assay.note.Digest;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// One run of [Publisher], under the lock, into a folder that is fit for it.
final class Publication {
  private final OutputFolder out;
  private final Disk disk;
  private final Publisher.Options options;
  private final Staging staging;
  private final Path cache;
  private final Path manifestFile;

  /// True from the moment on at which the next run completes what this one does not.
  private boolean promised;

  Publication(Path root, OutputFolder out, Disk disk, Publisher.Options options) {
    this.out = out;
    this.disk = disk;
    this.options = options;
    this.staging = new Staging(out, disk);
    this.cache = root.resolve(".assay");
    // One for each output folder, named so that a moved site finds its own again.
    String name = Digest.of(out.path().startsWith(root) ? root.relativize(out.path()).toString() : out.path().toString()).hex();
    this.manifestFile = cache.resolve("published-" + name.substring(0, 12));
  }

  /// Those that the last publication has not made as they are now.
  List<Artifact> unproven(List<Artifact> artifacts) throws IOException {
    Manifest known = manifest();
    return artifacts.stream()
        .filter(artifact -> known.find(artifact.address().file()).filter(entry -> entry.recipe().equals(artifact.recipe())).isEmpty())
        .toList();
  }

  /// What would keep files of these contents from being written.
  List<Problem> clashes(Map<String, Digest> files) throws IOException {
    List<Problem> clashes = new ArrayList<>(Addresses.check(List.copyOf(files.keySet()), out));
    if (!clashes.isEmpty()) {
      return clashes; // a name that no file can have cannot be looked for either
    }
    Manifest known = manifest();
    Optional<Ownership> list = list(known);
    Ownership owned = list.isPresent() ? list.get() : known.stillThere(out, disk);
    Removals removals = Removals.find(out, disk, owned, known, files.keySet(), options.verify());
    Planner planner = new Planner(out, disk, staging, owned, known, removals, options);
    for (Map.Entry<String, Digest> file : files.entrySet()) {
      planner.clash(file.getKey(), file.getValue()).ifPresent(clashes::add);
    }
    return clashes;
  }

  Report run(List<Artifact> artifacts) throws IOException {
    if (isNewer(staging.at(Journal.NAME), Journal.HEADER)) {
      return Report.failed(List.of(ofNewerProgram(OutputFolder.STAGING + "/" + Journal.NAME)));
    }
    recover();
    List<String> files = artifacts.stream().map(artifact -> artifact.address().file()).toList();
    Set<String> wanted = new HashSet<>(files);
    Manifest known = manifest();
    boolean sameFiles = wanted.size() == files.size() && known.entries().keySet().equals(wanted);
    // What lay side by side the last time can do so again.
    List<Problem> clashes = sameFiles ? List.of() : Addresses.check(files, out);
    if (!clashes.isEmpty()) {
      return Report.failed(clashes);
    }
    Optional<Ownership> list = list(known);
    if (list.isEmpty() && isNewer(out.at(OutputFolder.LIST), Ownership.HEADER)) {
      return Report.failed(List.of(ofNewerProgram(OutputFolder.LIST)));
    }
    Ownership owned = list.isPresent() ? list.get() : known.stillThere(out, disk);
    Removals removals = Removals.find(out, disk, owned, known, wanted, options.verify());
    Planner planner = new Planner(out, disk, staging, owned, options.clean() ? Manifest.NONE : known, removals, options);
    try {
      List<Plan> plans = plans(artifacts, files, planner);
      List<Problem> problems = problems(plans, removals);
      if (problems.stream().anyMatch(Problem::isError)) {
        return Report.failed(problems);
      }
      boolean sameList = sameFiles && list.isPresent() && list.get().files().size() == files.size();
      if (sameList && plans.stream().allMatch(Plan.Keep.class::isInstance)) {
        return new Report(0, files.size(), 0, 0, problems);
      }
      Outcome outcome = Outcome.of(Changes.of(artifacts, files, plans), owned, removals, out);
      List<String> inTheWay = carryOut(outcome.steps(list, staging), owned.foreign());
      problems.addAll(told(inTheWay));
      // Before the journal goes: until it has gone the next run strikes from the manifest what the journal touched.
      remember(known, outcome, inTheWay);
      clear();
      return new Report(outcome.written(), outcome.reused(), removals.steps().size(), outcome.changes().bytes(), problems);
    } finally {
      if (!promised) {
        staging.abandon();
      }
    }
  }

  /// Changes some files of the last publication and keeps the others; empty when the folder is no longer as that left it, or
  /// what is to change does not fit what was published.
  ///
  /// @param state the state in which it left the folder
  /// @param all   whether to look at the files that are kept, too
  Optional<Publisher.Amended> amend(Amendment amendment, Digest state, boolean all) throws IOException {
    return amend(amendment, state, left(all), this::storedList);
  }

  /// The list of owned files as it lies there; empty where it cannot be used.
  Optional<StoredList> storedList() throws IOException {
    Optional<Disk.Stat> stat = disk.stat(out.at(OutputFolder.LIST));
    return stat.isPresent() && stat.get().isFile() ? StoredList.of(disk.read(out.at(OutputFolder.LIST))) : Optional.empty();
  }

  /// Reads the list of owned files.
  @FunctionalInterface
  interface Listing {
    Optional<StoredList> list() throws IOException;
  }

  /// As above, of a folder that was looked at.
  Optional<Publisher.Amended> amend(Amendment amendment, Digest left, Optional<Left> asLeft, Listing listing) throws IOException {
    Optional<Left> found = asLeft.filter(each -> each.state().equals(left) && each.manifest().takes(amendment));
    Optional<StoredList> list = found.isEmpty() ? Optional.empty() : listing.list();
    if (found.isEmpty() || list.isEmpty()) {
      return Optional.empty();
    }
    StoredManifest stored = found.get().manifest();
    List<Artifact> artifacts = amendment.artifacts();
    List<String> files = artifacts.stream().map(artifact -> artifact.address().file()).toList();
    Manifest known = stored.part(Stream.concat(files.stream(), amendment.removed().stream()).toList());
    Removals removals = Removals.find(out, disk, known.ownership(), known, Set.copyOf(files), false);
    if (!removals.kept().isEmpty() || removals.steps().size() < amendment.removed().size()) {
      return Optional.empty();
    }
    Planner planner = new Planner(out, disk, staging, known.ownership(), known, removals, options);
    Digest state = left;
    try {
      List<Plan> plans = plans(artifacts, files, planner);
      List<Problem> problems = problems(plans, removals);
      if (problems.stream().anyMatch(Problem::isError)) {
        return Optional.of(new Publisher.Amended(Report.failed(problems), left));
      }
      Changes changes = Changes.of(artifacts, files, plans);
      if (!removals.steps().isEmpty() || !plans.stream().allMatch(Plan.Keep.class::isInstance)) {
        List<String> inTheWay = carryOut(steps(changes, removals, list.get(), known), known.foreign());
        problems.addAll(told(inTheWay));
        // Before the journal goes, as above.
        state = remember(stored, changes, removals, inTheWay);
        clear();
      }
      int kept = stored.size() - amendment.made().size() - amendment.removed().size() + artifacts.size() - changes.moves().size();
      return Optional.of(
          new Publisher.Amended(new Report(changes.moves().size(), kept, removals.steps().size(), changes.bytes(), problems), state));
    } finally {
      if (!promised) {
        staging.abandon();
      }
    }
  }

  private Digest remember(StoredManifest stored, Changes changes, Removals removals, List<String> inTheWay) throws IOException {
    SortedMap<String, Optional<Manifest.Entry>> entries = new TreeMap<>();
    changes.entries().forEach((file, entry) -> entries.put(file, Optional.of(entry)));
    removals.files().forEach(file -> entries.put(file, Optional.empty()));
    inTheWay.forEach(file -> entries.put(file, Optional.empty()));
    byte[] manifest = stored.with(entries, disk.stat(out.at(OutputFolder.LIST)).orElse(Manifest.NONE.list()));
    write(manifest);
    return StoredManifest.state(manifest);
  }

  private List<Journal.Step> steps(Changes changes, Removals removals, StoredList list, Manifest known) throws IOException {
    SortedMap<String, Optional<Owned>> fresh = new TreeMap<>();
    SortedMap<String, Optional<Owned>> after = new TreeMap<>();
    changes.entries().forEach((file, entry) -> {
      Optional<Manifest.Entry> was = known.find(file);
      if (was.isEmpty()) {
        fresh.put(file, Optional.of(entry.owned()));
      }
      if (was.isEmpty() || !was.get().owned().equals(entry.owned())) {
        after.put(file, Optional.of(entry.owned()));
      }
    });
    removals.files().forEach(file -> after.put(file, Optional.empty()));
    return changes.steps(
        removals, fresh.isEmpty() ? Optional.empty() : Optional.of(list.with(fresh)),
        after.isEmpty() ? Optional.empty() : Optional.of(list.with(after)), staging);
  }

  /// The folder as the last run left it.
  ///
  /// @param state names it
  record Left(StoredManifest manifest, Digest state) {}

  /// The state of the folder, when it is as the last run left it.
  Optional<Digest> standing() throws IOException {
    return left(true).map(Left::state);
  }

  /// The folder, when it is as the last run left it.
  ///
  /// @param all whether to look at all files
  private Optional<Left> left(boolean all) throws IOException {
    Optional<Left> left = remembered();
    AtomicBoolean asLeft = new AtomicBoolean(true);
    if (all && left.isPresent()) {
      Jobs.each(left.get().manifest().size(), options.jobs(), i -> asLeft.compareAndSet(true, asLeft.get() && isAsLeft(left.get(), i)));
    }
    return left.filter(_ -> asLeft.get());
  }

  /// What the last run left, when nothing waits to be completed. Its files have not been looked at.
  Optional<Left> remembered() throws IOException {
    if (disk.stat(out.staging()).isPresent() || disk.stat(manifestFile).filter(Disk.Stat::isFile).isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = disk.read(manifestFile);
    Optional<StoredManifest> known = StoredManifest.of(bytes);
    return known.isPresent() && disk.stat(out.at(OutputFolder.LIST)).equals(Optional.of(known.get().list()))
        ? Optional.of(new Left(known.get(), StoredManifest.state(bytes)))
        : Optional.empty();
  }

  /// True when a file lies there as it was left.
  ///
  /// @param number its number in the manifest
  boolean isAsLeft(Left left, int number) throws IOException {
    return disk.stat(out.at(left.manifest().file(number))).filter(stat -> left.manifest().matches(number, stat)).isPresent();
  }

  private boolean isNewer(Path file, String header) throws IOException {
    return disk.stat(file).filter(Disk.Stat::isFile).isPresent() && SealedText.isNewer(disk.read(file), header);
  }

  private Problem ofNewerProgram(String file) {
    return Problem.ofFile(Severity.ERROR, Code.OUTPUT, out.shown(file), "a newer version of Assay wrote this folder",
        "build with that version, or into another folder with --output");
  }

  /// Completes what an earlier run promised, and throws away what it only prepared.
  private void recover() throws IOException {
    Optional<Journal> journal = staging.journal();
    if (journal.isPresent()) {
      Set<String> foreign = list().map(Ownership::foreign).orElseGet(TreeSet::new);
      List<String> inTheWay = new Commit(out, disk, staging, foreign, false).run(journal.get());
      disown(inTheWay);
      forget(journal.get());
    }
    staging.clear();
  }

  /// Strikes from the manifest what a journal touched: it still says how those files were before, and a file may be as
  /// large and, where the disk's clock is coarse, as old as the one it replaced.
  private void forget(Journal journal) throws IOException {
    Manifest known = manifest();
    SortedMap<String, Manifest.Entry> left = new TreeMap<>(known.entries());
    journal.steps().forEach(step -> left.remove(step.file()));
    if (left.size() < known.entries().size()) {
      write(new Manifest(Manifest.NONE.list(), left, known.foreign()).bytes());
    }
  }

  /// Strikes files from the list that others have put there since the list was written.
  private void disown(Collection<String> files) throws IOException {
    Optional<Ownership> list = files.isEmpty() ? Optional.empty() : list();
    if (list.isPresent()) {
      SortedMap<String, Owned> left = new TreeMap<>(list.get().files());
      left.keySet().removeAll(files);
      String name = "disowned";
      if (disk.stat(staging.at(name)).isPresent()) {
        disk.delete(staging.at(name));
      }
      disk.write(staging.at(name), new Ownership(left, new TreeSet<>(list.get().foreign())).bytes());
      disk.move(staging.at(name), out.at(OutputFolder.LIST));
    }
  }

  private Manifest manifest() throws IOException {
    Optional<Disk.Stat> stat = disk.stat(manifestFile);
    return stat.isPresent() && stat.get().isFile() ? Manifest.read(disk.read(manifestFile)) : Manifest.NONE;
  }

  private Optional<Ownership> list(Manifest known) throws IOException {
    Optional<Disk.Stat> stat = disk.stat(out.at(OutputFolder.LIST));
    boolean asRemembered = stat.isPresent() && stat.get().equals(known.list()) && !options.verify();
    return asRemembered ? Optional.of(known.ownership()) : list();
  }

  private Optional<Ownership> list() throws IOException {
    Optional<Disk.Stat> stat = disk.stat(out.at(OutputFolder.LIST));
    return stat.isPresent() && stat.get().isFile() ? Ownership.read(disk.read(out.at(OutputFolder.LIST))) : Optional.empty();
  }

  private List<Plan> plans(List<Artifact> artifacts, List<String> files, Planner planner) throws IOException {
    Plan[] plans = new Plan[artifacts.size()];
    Jobs.each(plans.length, options.jobs(), i -> plans[i] = planner.plan(artifacts.get(i), files.get(i), i));
    return List.of(plans);
  }

  private List<Problem> problems(List<Plan> plans, Removals removals) {
    List<Problem> problems = new ArrayList<>();
    for (Problem kept : removals.kept()) {
      problems.add(options.strict() ? kept.asError() : kept);
    }
    for (Plan plan : plans) {
      switch (plan) {
        case Plan.Keep _ -> {}
        case Plan.Same same -> problems.addAll(same.warnings());
        case Plan.Write write -> problems.addAll(write.warnings());
        case Plan.Faulty faulty -> problems.addAll(faulty.problems());
      }
    }
    return problems;
  }

  /// Returns the files that somebody else has put in the way; they are not ours any more.
  private List<String> carryOut(List<Journal.Step> steps, Set<String> foreign) throws IOException {
    promised = !steps.isEmpty();
    if (!promised) {
      return List.of();
    }
    Journal journal = new Journal(steps);
    staging.promise(journal);
    List<String> inTheWay = new Commit(out, disk, staging, foreign, true).run(journal);
    disown(inTheWay);
    return inTheWay;
  }

  private List<Problem> told(List<String> inTheWay) {
    return inTheWay.stream()
        .map(file -> Problem.ofFile(Severity.ERROR, Code.OUTPUT, out.shown(file),
            "somebody else put this there while the site was being written", "move it and build again"))
        .toList();
  }

  private void clear() throws IOException {
    if (promised) {
      staging.clear();
    }
  }

  /// Writes the manifest when it says something new. What is in the way is not in it: the next run would believe it to be ours.
  private void remember(Manifest known, Outcome outcome, List<String> inTheWay) throws IOException {
    Disk.Stat list = disk.stat(out.at(OutputFolder.LIST)).orElse(Manifest.NONE.list());
    SortedMap<String, Manifest.Entry> entries = new TreeMap<>(outcome.changes().entries());
    entries.keySet().removeAll(inTheWay);
    Manifest manifest = new Manifest(list, entries, outcome.after().foreign());
    if (!manifest.equals(known)) {
      write(manifest.bytes());
    }
  }

  private void write(byte[] manifest) throws IOException {
    Path fresh = cache.resolve(manifestFile.getFileName() + ".new");
    if (disk.stat(fresh).isPresent()) {
      disk.delete(fresh);
    }
    disk.write(fresh, manifest);
    disk.move(fresh, manifestFile);
  }
}
