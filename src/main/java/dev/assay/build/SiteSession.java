package dev.assay.build;

import dev.assay.build.cache.Facets;
import dev.assay.catalog.Entry;
import dev.assay.note.Digest;
import dev.assay.note.Note;
import dev.assay.note.SourceId;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.publish.Artifact;
import dev.assay.publish.Publisher;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Builds a site again and again while it is edited: what it read and understood it keeps. An edit that nothing but its
/// note's own page and feeds can show costs that page and those feeds, however large the site is; after any other the site
/// is read and understood anew, as by [SiteBuild#build]. What lies in the output folder is the same either way.
///
/// It trusts the files of the output folder that it need not write, so that folder should be its own. One thread at a time.
public final class SiteSession implements AutoCloseable {
  /// Of more edits at once it is not worth while to ask for each whether it shows elsewhere.
  private static final int FEW = 50;

  private final BuildOptions options;
  private Optional<Known> known = Optional.empty();
  private boolean isSettled = true;

  SiteSession(BuildOptions options) {
    this.options = options;
  }

  /// What the last build left in memory.
  ///
  /// @param notes    by their files, as they stand now; changed by each edit
  /// @param suspects files that were changed so late that they may have changed again without a sign
  /// @param state    the state in which the output folder was left
  private record Known(
      SiteBuild.Done done, SiteAssembly assembly, Map<SourceId, ParsedNote> notes, Set<SourceId> suspects, Digest beside, Digest state,
      BuildReport report) {
    LocalDate day() {
      return done.prepared().analysis().model().today();
    }
  }

  /// Builds once. With any error nothing in the output changes.
  public BuildReport build(Progress progress) {
    return SiteBuild.alone(options, () -> locked(progress));
  }

  private BuildReport locked(Progress progress) {
    Instant begun = Instant.now();
    SourceListing listing = FolderReader.list(options);
    LastBuild last = new LastBuild(options, listing, begun);
    Optional<BuildReport> amended = known.flatMap(before -> amended(before, listing, last));
    return amended.orElseGet(() -> whole(progress, listing, last));
  }

  private BuildReport whole(Progress progress, SourceListing listing, LastBuild last) {
    forget();
    isSettled = true;
    Map<SourceId, ParsedNote> notes = new ConcurrentHashMap<>();
    SiteBuild.Done done = SiteBuild.done(options, progress, listing, last, entry -> text(entry, notes));
    Optional<Digest> state = done.assembly().flatMap(_ -> done.report().succeeded() ? last.standing() : Optional.empty());
    if (state.isPresent() && done.assembly().isPresent()) {
      done.prepared().reading().notes().forEach(note -> notes.put(note.file().id(), note));
      known = Optional.of(new Known(done, done.assembly().get(), notes, suspects(listing, last), last.beside(), state.get(), done.report()));
    } else {
      done.close();
    }
    return done.report();
  }

  private static Note text(Entry entry, Map<SourceId, ParsedNote> notes) {
    ParsedNote now = notes.get(entry.source());
    return now == null ? entry.note() : now.note();
  }

  private static Set<SourceId> suspects(SourceListing listing, LastBuild last) {
    Set<SourceId> suspects = new HashSet<>();
    listing.files(SourceKind.NOTE).stream().filter(last::isFresh).forEach(file -> suspects.add(file.id()));
    return suspects;
  }

  /// Brings up to date what need not be shown at once: what readers search. To be called when nobody waits.
  public void settle() {
    if (!isSettled) {
      SiteBuild.alone(options, () -> known.map(this::settled).orElseThrow());
    }
  }

  private BuildReport settled(Known before) {
    isSettled = true;
    Publisher publisher = new Publisher(options.root(), options.output());
    Optional<Publisher.Amended> done =
        publisher.amend(
            before.assembly().searched(options), SearchStep.WHOLE, before.state(), false, SiteBuild.how(options, before.done().prepared()));
    if (done.isPresent() && done.get().report().succeeded()) {
      known =
          Optional.of(
              new Known(
                  before.done(), before.assembly(), before.notes(), before.suspects(), before.beside(), done.get().left(), before.report()));
      return before.report();
    }
    // There are more files now, or fewer.
    SourceListing listing = FolderReader.list(options);
    return whole(Progress.NONE, listing, new LastBuild(options, listing, Instant.now()));
  }

  /// Empty where more has changed than the texts of a few notes.
  private Optional<BuildReport> amended(Known before, SourceListing listing, LastBuild last) {
    List<SourceFile> files = listing.files(SourceKind.NOTE);
    LocalDate today = options.today().orElseGet(() -> LocalDate.now(before.done().prepared().reading().site().zone()));
    boolean same = before.day().equals(today) && before.beside().equals(last.beside()) && files.size() == before.notes().size();
    if (!same || options.clean() || options.verify()) {
      return Optional.empty();
    }
    Optional<List<ParsedNote>> edited = edited(before, files);
    if (edited.isEmpty()) {
      return Optional.empty();
    }
    List<ParsedNote> texts = edited.get().stream().filter(note -> !note.facets().equals(facets(before, note))).toList();
    Optional<List<Problem>> problems = problems(before, edited.get());
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    Map<SourceId, ParsedNote> old = new HashMap<>();
    for (ParsedNote note : edited.get()) {
      ParsedNote was = before.notes().put(note.file().id(), note);
      if (was != null) {
        old.put(note.file().id(), was);
      }
    }
    Publisher publisher = new Publisher(options.root(), options.output());
    Optional<List<Artifact>> artifacts = before.assembly().showing(texts.stream().map(note -> note.note().source()).toList());
    Optional<Publisher.Amended> done =
        artifacts.flatMap(some -> publisher.amend(some, Set.of(), before.state(), false, SiteBuild.how(options, before.done().prepared())));
    if (done.isEmpty()) {
      before.notes().putAll(old);
      return Optional.empty();
    }
    List<Problem> all = new ArrayList<>(problems.get());
    all.addAll(done.get().report().problems());
    BuildReport report = report(before.report(), edited.get().size(), done.get(), SiteBuild.sorted(all));
    known =
        report.succeeded()
            ? Optional.of(
                new Known(
                    before.done(), before.assembly(), before.notes(), suspects(listing, last), before.beside(), done.get().left(),
                    new BuildReport(
                        report.pages(), report.notes(), report.leftOut(), report.claims(), report.figures(), report.feeds(), 0, 0, 0, 0, 0,
                        problems.get())))
            : Optional.empty();
    if (known.isEmpty()) {
      before.done().close();
    } else if (!texts.isEmpty()) {
      isSettled = false;
    }
    return Optional.of(report);
  }

  private static Facets facets(Known before, ParsedNote note) {
    ParsedNote was = before.notes().get(note.file().id());
    return was == null ? note.facets() : was.facets();
  }

  /// The notes whose files have changed, parsed again; empty where one of them is new or shows elsewhere, or there are many.
  private Optional<List<ParsedNote>> edited(Known before, List<SourceFile> files) {
    Reading reading = before.done().prepared().reading();
    SourceReader reader = new SourceReader(reading.listing().root(), SourceLimits.DEFAULT);
    NoteParser parser = new NoteParser(reading.site(), reading.listing());
    List<ParsedNote> edited = new ArrayList<>();
    for (SourceFile file : files) {
      ParsedNote was = before.notes().get(file.id());
      if (was == null || edited.size() > FEW) {
        return Optional.empty();
      }
      boolean touched = was.file().size() != file.size() || was.file().modified() != file.modified() || before.suspects().contains(file.id());
      if (touched) {
        Optional<ParsedNote> now = FolderReader.again(file, reader, parser);
        if (now.isEmpty() || !now.get().facets().outside().equals(was.facets().outside()) || now.get().note().problems().stream().anyMatch(Problem::isError)) {
          return Optional.empty();
        }
        edited.add(now.get());
      }
    }
    return Optional.of(edited);
  }

  /// What is wrong with the site after an edit: of an edited note what its text says now, and what the whole site has against
  /// it, moved to where it stands now. Empty where that cannot be told.
  private Optional<List<Problem>> problems(Known before, List<ParsedNote> edited) {
    Map<String, Map<Place, Place>> moved = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    Set<Problem> own = new HashSet<>();
    for (ParsedNote note : edited) {
      ParsedNote was = before.notes().get(note.file().id());
      if (was == null) {
        return Optional.empty();
      }
      was.note().problems().forEach(problem -> own.add(bare(problem)));
      problems.addAll(SiteBuild.finished(note.note().problems(), before.done().prepared(), options));
      moved.put(note.note().file(), moved(Facets.places(was.note()), Facets.places(note.note())));
    }
    for (Problem problem : before.report().problems()) {
      Map<Place, Place> of = moved.get(problem.place().file());
      if (of == null) {
        problems.add(problem);
      } else if (!own.contains(bare(problem))) {
        Place place = of.get(problem.place());
        if (place == null) {
          return Optional.empty();
        }
        problems.add(new Problem(problem.severity(), problem.code(), place, problem.message(), problem.excerpt(), problem.hint()));
      }
    }
    return Optional.of(SiteBuild.sorted(problems));
  }

  /// A problem without what may have been added to it since it was found.
  private static Problem bare(Problem problem) {
    return new Problem(dev.assay.problem.Severity.WARNING, problem.code(), problem.place(), problem.message(), "", problem.hint());
  }

  private static Map<Place, Place> moved(List<Place> from, List<Place> to) {
    Map<Place, Place> moved = new LinkedHashMap<>();
    for (int i = 0; i < from.size(); i++) {
      moved.put(from.get(i), to.get(i));
    }
    return moved;
  }

  private static BuildReport report(BuildReport last, int parsed, Publisher.Amended done, List<Problem> problems) {
    return new BuildReport(
        last.pages(), last.notes(), last.leftOut(), last.claims(), last.figures(), last.feeds(), parsed, done.report().written(),
        done.report().reused(), done.report().removed(), done.report().bytes(), problems);
  }

  private void forget() {
    known.ifPresent(before -> before.done().close());
    known = Optional.empty();
  }

  @Override
  public void close() {
    forget();
  }
}
