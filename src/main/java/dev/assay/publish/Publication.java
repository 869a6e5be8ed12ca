package dev.assay.publish;

import dev.assay.note.Digest;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

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
    return settled(new Wanted(artifacts, files, () -> plans(artifacts, files, planner)), new Standing(known, list, owned, sameFiles), removals);
  }

  /// Makes some artifacts of the last publication anew and keeps the others; empty when the folder is no longer as that
  /// left it, or one of them is none of its.
  ///
  /// @param whole folders of which `some` are all files that are wanted
  /// @param left  the state in which it left the folder
  /// @param all  whether to look at the files that are kept, too
  Optional<Publisher.Amended> amend(List<Artifact> some, Set<String> whole, Digest left, boolean all) throws IOException {
    Optional<Left> found = left(all);
    if (found.isEmpty() || !found.get().state().equals(left)) {
      return Optional.empty();
    }
    Manifest known = found.get().manifest();
    Set<String> named = new HashSet<>();
    List<String> files = new ArrayList<>(some.stream().map(artifact -> artifact.address().file()).toList());
    if (!files.stream().allMatch(file -> named.add(file) && known.entries().containsKey(file))) {
      return Optional.empty();
    }
    List<Plan> kept = new ArrayList<>();
    for (Map.Entry<String, Manifest.Entry> each : known.entries().entrySet()) {
      if (!named.contains(each.getKey())) {
        if (Planner.isDoubtful(each.getValue()) || whole.stream().anyMatch(each.getKey()::startsWith)) {
          return Optional.empty();
        }
        files.add(each.getKey());
        kept.add(new Plan.Keep(each.getValue()));
      }
    }
    Ownership owned = known.ownership();
    Planner planner = new Planner(out, disk, staging, owned, known, Removals.NONE, options);
    Wanted wanted =
        new Wanted(
            some, files,
            () -> {
              List<Plan> plans = new ArrayList<>(plans(some, files.subList(0, some.size()), planner));
              plans.addAll(kept);
              return plans;
            });
    Report report = settled(wanted, new Standing(known, Optional.of(owned), owned, true), Removals.NONE);
    return Optional.of(new Publisher.Amended(report, Digest.of(disk.read(manifestFile))));
  }

  /// What is to lie in the folder.
  ///
  /// @param artifacts those that may have to be made
  /// @param files     where they belong, one for each, and behind these whatever else is kept
  /// @param plans     decides, in the order of the files
  private record Wanted(List<Artifact> artifacts, List<String> files, Deciding plans) {}

  @FunctionalInterface
  private interface Deciding {
    List<Plan> decide() throws IOException;
  }

  /// What lies there.
  ///
  /// @param list      the list of owned files as it lies there
  /// @param sameFiles whether just the wanted files were published the last time
  private record Standing(Manifest known, Optional<Ownership> list, Ownership owned, boolean sameFiles) {}

  private Report settled(Wanted wanted, Standing standing, Removals removals) throws IOException {
    List<String> files = wanted.files();
    Optional<Ownership> list = standing.list();
    try {
      List<Plan> plans = wanted.plans().decide();
      List<Problem> problems = problems(plans, removals);
      if (problems.stream().anyMatch(Problem::isError)) {
        return Report.failed(problems);
      }
      boolean sameList = standing.sameFiles() && list.isPresent() && list.get().files().size() == files.size();
      if (sameList && plans.stream().allMatch(Plan.Keep.class::isInstance)) {
        return new Report(0, files.size(), 0, 0, problems);
      }
      Outcome outcome = Outcome.of(wanted.artifacts(), files, plans, standing.owned(), removals, out);
      problems.addAll(bringAbout(outcome, list, standing.owned(), standing.known()));
      return new Report(outcome.written(), outcome.reused(), removals.steps().size(), outcome.bytes(), problems);
    } finally {
      if (!promised) {
        staging.abandon();
      }
    }
  }

  /// The folder as the last run left it.
  ///
  /// @param state names it
  private record Left(Manifest manifest, Digest state) {}

  /// The state of the folder, when it is as the last run left it.
  Optional<Digest> standing() throws IOException {
    return left(true).map(Left::state);
  }

  private Optional<Left> left(boolean all) throws IOException {
    if (disk.stat(out.staging()).isPresent() || disk.stat(manifestFile).filter(Disk.Stat::isFile).isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = disk.read(manifestFile);
    Manifest known = Manifest.read(bytes);
    if (known.equals(Manifest.NONE) || !disk.stat(out.at(OutputFolder.LIST)).equals(Optional.of(known.list()))) {
      return Optional.empty();
    }
    List<Map.Entry<String, Manifest.Entry>> entries = all ? List.copyOf(known.entries().entrySet()) : List.of();
    AtomicBoolean asLeft = new AtomicBoolean(true);
    onThreads(
        entries.size(),
        i -> {
          boolean same =
              asLeft.get()
                  && disk.stat(out.at(entries.get(i).getKey())).filter(entries.get(i).getValue()::matches).isPresent();
          asLeft.compareAndSet(true, same);
        });
    return asLeft.get() ? Optional.of(new Left(known, Digest.of(bytes))) : Optional.empty();
  }

  private List<Problem> bringAbout(Outcome outcome, Optional<Ownership> list, Ownership owned, Manifest known) throws IOException {
    List<Journal.Step> steps = outcome.steps(list, staging);
    promised = !steps.isEmpty();
    List<Problem> problems = promised ? carryOut(new Journal(steps), owned) : List.of();
    // Before the journal goes: until it has gone the next run strikes from the manifest what the journal touched.
    remember(known, outcome);
    if (promised) {
      staging.clear();
    }
    return problems;
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
      write(new Manifest(Manifest.NONE.list(), left, known.foreign()));
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
    onThreads(plans.length, i -> plans[i] = planner.plan(artifacts.get(i), files.get(i), i));
    return List.of(plans);
  }

  /// Something that is done for each of many, on any thread.
  @FunctionalInterface
  private interface Step {
    void at(int index) throws IOException;
  }

  private void onThreads(int count, Step step) throws IOException {
    AtomicInteger next = new AtomicInteger();
    Callable<Boolean> work = () -> {
      boolean done = false;
      try {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
          step.at(i);
        }
        done = true;
      } finally {
        if (!done) {
          next.set(count); // the disk failed: the others need not try
        }
      }
      return true;
    };
    try (ExecutorService threads = Executors.newFixedThreadPool(options.jobs())) {
      for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(options.jobs(), work))) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    } catch (ExecutionException e) {
      throw thrown(e);
    }
  }

  private static IOException thrown(ExecutionException e) {
    return switch (e.getCause()) {
      case IOException failed -> failed;
      case RuntimeException bug -> throw bug;
      case Error dead -> throw dead;
      case null, default -> throw new IllegalStateException(e);
    };
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

  private List<Problem> carryOut(Journal journal, Ownership owned) throws IOException {
    staging.promise(journal);
    List<String> inTheWay = new Commit(out, disk, staging, owned.foreign(), true).run(journal);
    disown(inTheWay);
    return inTheWay.stream()
        .map(file -> Problem.ofFile(Severity.ERROR, Code.OUTPUT, out.shown(file),
            "somebody else put this there while the site was being written", "move it and build again"))
        .toList();
  }

  /// Writes the manifest when it says something new.
  private void remember(Manifest known, Outcome outcome) throws IOException {
    Disk.Stat list = disk.stat(out.at(OutputFolder.LIST)).orElse(Manifest.NONE.list());
    Manifest manifest = new Manifest(list, outcome.entries(), outcome.after().foreign());
    if (!manifest.equals(known)) {
      write(manifest);
    }
  }

  private void write(Manifest manifest) throws IOException {
    Path fresh = cache.resolve(manifestFile.getFileName() + ".new");
    if (disk.stat(fresh).isPresent()) {
      disk.delete(fresh);
    }
    disk.write(fresh, manifest.bytes());
    disk.move(fresh, manifestFile);
  }
}
