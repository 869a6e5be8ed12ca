package dev.assay.build;

import dev.assay.build.cache.CacheLostException;
import dev.assay.build.cache.Facets;
import dev.assay.catalog.Entry;
import dev.assay.note.Digest;
import dev.assay.note.Note;
import dev.assay.note.SourceId;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.publish.Amendment;
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
import java.util.function.Supplier;

/// Builds a site again and again while it is edited: what it read and understood it keeps. An edit that nothing but its
/// note's own page and feeds can show costs that page and those feeds, however large the site is; after any other the site
/// is read and understood anew, as by [SiteBuild#build]. What lies in the output folder is the same either way, once
/// [#settle] has brought up to date what readers search.
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
  /// @param ofNotes  what is wrong with each note by itself, ready to be told
  /// @param ofSite   what the site has against its notes
  /// @param suspects files that were changed so late that they may have changed again without a sign
  /// @param state    the state in which the output folder was left
  private record Known(
      SiteBuild.Done done, SiteAssembly assembly, Map<SourceId, ParsedNote> notes, Map<SourceId, List<Problem>> ofNotes, List<Problem> ofSite,
      Set<SourceId> suspects, Digest beside, Digest state) {
    /// The same after an edit or a publication.
    Known now(List<Problem> site, Set<SourceId> suspected, Digest left) {
      return new Known(done, assembly, notes, ofNotes, site, suspected, beside, left);
    }

    LocalDate day() {
      return done.prepared().analysis().model().today();
    }
  }

  /// Builds once. With any error nothing in the output changes.
  public BuildReport build(Progress progress) {
    return SiteBuild.alone(options, () -> certainly(() -> locked(progress)));
  }

  /// Forgets everything when the cache turns out to be damaged on the way: what was given out of it cannot be read any more.
  private BuildReport certainly(Supplier<BuildReport> work) {
    try {
      return work.get();
    } catch (CacheLostException e) {
      forget();
      throw e;
    }
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
    Map<SourceId, ParsedNote> notes = new ConcurrentHashMap<>();
    SiteBuild.Done done = SiteBuild.done(options, progress, listing, last, entry -> text(entry, notes));
    Optional<Digest> state = done.assembly().flatMap(_ -> done.report().succeeded() ? last.standing() : Optional.empty());
    if (state.isPresent() && done.assembly().isPresent()) {
      done.prepared().reading().notes().forEach(note -> notes.put(note.file().id(), note));
      Map<SourceId, List<Problem>> ofNotes = new ConcurrentHashMap<>();
      notes.forEach((id, note) -> ofNotes.put(id, SiteBuild.finished(note.note().problems(), done.prepared(), options)));
      Set<Problem> told = new HashSet<>();
      ofNotes.values().forEach(told::addAll);
      List<Problem> ofSite =
          SiteBuild.finished(done.prepared().analysis().problems(), done.prepared(), options).stream().filter(problem -> !told.contains(problem)).toList();
      known = Optional.of(new Known(done, done.assembly().get(), notes, ofNotes, ofSite, suspects(notes, last), last.beside(), state.get()));
    } else {
      done.close();
    }
    return done.report();
  }

  private static Note text(Entry entry, Map<SourceId, ParsedNote> notes) {
    ParsedNote now = notes.get(entry.source());
    return now == null ? entry.note() : now.note();
  }

  private static Set<SourceId> suspects(Map<SourceId, ParsedNote> notes, LastBuild last) {
    Set<SourceId> suspects = new HashSet<>();
    notes.values().stream().map(ParsedNote::file).filter(last.tick()::isFresh).forEach(file -> suspects.add(file.id()));
    return suspects;
  }

  /// Brings up to date what need not be shown at once: what readers search. To be called when nobody waits.
  public void settle() {
    if (!isSettled && known.isPresent()) {
      // Asked for again each time: a cache that turns out to be damaged takes with it what was known.
      SiteBuild.alone(options, () -> certainly(() -> known.map(this::settled).orElseGet(this::anew)));
    }
  }

  private BuildReport anew() {
    Instant begun = Instant.now();
    SourceListing listing = FolderReader.list(options);
    return whole(Progress.NONE, listing, new LastBuild(options, listing, begun));
  }

  private BuildReport settled(Known before) {
    isSettled = true;
    Publisher publisher = new Publisher(options.root(), options.output());
    Optional<Publisher.Amended> done =
        publisher.amend(
            Amendment.of(before.assembly().searched(options), SearchStep.WHOLE), before.state(), false, SiteBuild.how(options, before.done().prepared()));
    if (done.isPresent() && done.get().report().succeeded()) {
      known = Optional.of(before.now(before.ofSite(), before.suspects(), done.get().left()));
      return before.done().report();
    }
    // There are more files to search now, or fewer, or the folder is not as it was left.
    return anew();
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
    Map<SourceId, List<Problem>> own = new HashMap<>();
    edited.get().forEach(note -> own.put(note.file().id(), SiteBuild.finished(note.note().problems(), before.done().prepared(), options)));
    Optional<List<Problem>> ofSite = moved(before, edited.get());
    if (ofSite.isEmpty() || own.values().stream().flatMap(List::stream).anyMatch(Problem::isError)) {
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
        artifacts.flatMap(some -> publisher.amend(Amendment.of(some), before.state(), false, SiteBuild.how(options, before.done().prepared())));
    if (done.isEmpty()) {
      before.notes().putAll(old);
      return Optional.empty();
    }
    before.ofNotes().putAll(own);
    List<Problem> all = new ArrayList<>(ofSite.get());
    before.ofNotes().values().forEach(all::addAll);
    all.addAll(before.done().prepared().excerpts().fill(done.get().report().problems()));
    BuildReport report = report(before.done().report(), edited.get().size(), done.get(), SiteBuild.sorted(all));
    if (report.succeeded()) {
      known = Optional.of(before.now(ofSite.get(), suspects(before.notes(), last), done.get().left()));
      isSettled &= edited.get().isEmpty();
    } else {
      forget();
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
    NoteParser parser = new NoteParser(reading.site(), options.url(reading.site()), reading.listing(), reading.templates());
    List<ParsedNote> edited = new ArrayList<>();
    for (SourceFile file : files) {
      ParsedNote was = before.notes().get(file.id());
      if (was == null || edited.size() == FEW) {
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

  /// What the site has against its notes, where it stands after an edit; empty where that cannot be told.
  private static Optional<List<Problem>> moved(Known before, List<ParsedNote> edited) {
    Map<String, Map<Place, Place>> moves = new HashMap<>();
    for (ParsedNote note : edited) {
      ParsedNote was = before.notes().get(note.file().id());
      if (was != null) {
        moves.put(note.note().file(), MovedPlaces.between(was.note(), note.note()));
      }
    }
    List<Problem> problems = new ArrayList<>();
    for (Problem problem : before.ofSite()) {
      Map<Place, Place> of = moves.get(problem.place().file());
      if (of == null || problem.place().equals(Place.ofFile(problem.place().file()))) {
        problems.add(problem);
      } else {
        Place place = of.get(problem.place());
        if (place == null) {
          return Optional.empty();
        }
        problems.add(new Problem(problem.severity(), problem.code(), place, problem.message(), problem.excerpt(), problem.hint()));
      }
    }
    return Optional.of(problems);
  }

  private static BuildReport report(BuildReport last, int parsed, Publisher.Amended done, List<Problem> problems) {
    return new BuildReport(
        last.pages(), last.notes(), last.leftOut(), last.claims(), last.figures(), last.feeds(), parsed, done.report().written(),
        done.report().reused(), done.report().removed(), done.report().bytes(), problems);
  }

  private void forget() {
    known.ifPresent(before -> before.done().close());
    known = Optional.empty();
    isSettled = true;
  }

  @Override
  public void close() {
    forget();
  }
}
