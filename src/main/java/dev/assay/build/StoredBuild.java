package dev.assay.build;

import dev.assay.build.cache.StoredRecord;
import dev.assay.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/// What the cache keeps of the last build into one output folder. It can be read while something else is done.
///
/// What was told lies apart from the rest: it may be a line for each of tens of thousands of notes, and most edits of texts leave it
/// as it was.
final class StoredBuild {
  /// Of more notes a start with the smaller cache pays: a build that takes the long way then takes seconds anyway.
  private static final int MANY = 2_000;

  private final Path sign;
  private final StoredRecord<LastBuild.Known> known;
  private final StoredRecord<Told> told;
  private final FutureTask<Optional<LastBuild.Known>> reading = new FutureTask<>(this::find);

  /// What was told.
  ///
  /// @param number names it among all that ever was
  private record Told(long number, List<Problem> problems) {}

  /// @param name of the output folder
  StoredBuild(Path cache, String name) {
    this.known = new StoredRecord<>(cache.resolve("built-" + name), LastBuild.Known.class, Program.fingerprint());
    this.sign = cache.resolve("many");
    this.told = new StoredRecord<>(cache.resolve("told-" + name), Told.class, Program.fingerprint());
  }

  /// Begins to read it on another thread.
  void begin() {
    Thread.ofPlatform().name("memory").daemon().start(reading);
  }

  /// What is known; empty when nothing is, or it cannot be read.
  Optional<LastBuild.Known> read() {
    reading.run(); // nothing where it has begun
    return Parallel.result(reading);
  }

  private Optional<LastBuild.Known> find() {
    try {
      Optional<LastBuild.Known> found = known.read();
      Optional<Told> problems = found.isEmpty() ? Optional.empty() : told.read();
      return found.flatMap(last -> problems.filter(each -> each.number() == last.told()).map(each -> last.telling(last.told(), each.problems())));
    } catch (IOException _) {
      // A cache that cannot be read is an empty one.
      return Optional.empty();
    }
  }

  /// Keeps what is known now.
  void write(LastBuild.Known now) throws IOException {
    Optional<LastBuild.Known> before = read();
    boolean same = before.isPresent() && before.get().report().problems().equals(now.report().problems());
    long number = same ? before.get().told() : ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now());
    if (!same) {
      told.write(new Told(number, now.report().problems()));
    }
    known.write(now.telling(number, List.of()));
  }

  /// Leaves a sign at a site of many notes, or takes it away: a launcher that finds it starts later builds with a smaller cache of classes,
  /// which costs the few of them that take the long way a fifth of a second.
  void mark(int notes) throws IOException {
    if (notes <= MANY) {
      Files.deleteIfExists(sign);
    } else if (!Files.exists(sign)) {
      Files.writeString(sign, "more than " + MANY + " notes\n");
    }
  }

  /// Keeps nothing any more.
  void forget() throws IOException {
    known.forget();
    told.forget();
  }
}
