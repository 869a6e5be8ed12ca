package dev.assay.build;

import dev.assay.build.cache.CacheLostException;
import dev.assay.build.cache.Digests;
import dev.assay.build.cache.Facets;
import dev.assay.build.cache.NoteCache;
import dev.assay.catalog.FeedFormat;
import dev.assay.feed.FeedText;
import dev.assay.markdown.ParserThreads;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.Note;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.note.SpokenNames;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.publish.Amendment;
import dev.assay.publish.Artifact;
import dev.assay.publish.Look;
import dev.assay.publish.Maker;
import dev.assay.publish.Publisher;
import dev.assay.publish.Stage;
import dev.assay.source.Loaded;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceReader;
import dev.assay.view.project.OwnText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// A build after other words were written into a few notes and nothing else was done: their outsides are what they were, so
/// the rest of the site is, too. Then no other note is read, and nothing of the site is understood anew: the words are
/// brought onto the pages as they lie in the output folder. It costs as much as those notes and a look at the folders.
///
/// Whatever does not fit (other links, claims, headings or figures, a site with feeds at old addresses, a page that a template made something
/// else of) is left to the long way, before anything was written.
final class TextEdit {
  /// Of more notes at once the long way is as good.
  private static final int FEW = 50;

  private final BuildOptions options;
  private final SourceListing listing;
  private final LastBuild last;
  private final LastBuild.Known known;
  private final Look look;
  private final SourceReader reader;
  private final Publisher publisher;
  private final List<Digest> outsides = new ArrayList<>();
  private final List<Digest> insides = new ArrayList<>();
  private final List<Digest> bytes = new ArrayList<>();
  private final List<Edited> edited = new ArrayList<>();

  /// A note whose file was changed.
  ///
  /// @param bytes names its file
  private record Edited(SourceFile file, Digest bytes, NoteCache.Kept was, Note now, Facets facets) {
    boolean showsOtherText() {
      return !facets.inside().equals(was.facets().inside());
    }
  }

  /// What comes of it.
  ///
  /// @param files    to publish
  /// @param pages    what is to be noted of the pages among them
  /// @param searched what is to be noted of what readers search; empty on a site without a search
  private record Planned(Amendment files, Map<SourceId, PrintedPage> pages, Optional<SearchLeft> searched) {}

  private TextEdit(BuildOptions options, SourceListing listing, LastBuild last, LastBuild.Known known, Look look) {
    this.options = options;
    this.listing = listing;
    this.last = last;
    this.known = known;
    this.look = look;
    this.reader = new SourceReader(listing.root(), SourceLimits.DEFAULT);
    this.publisher = new Publisher(options.root(), options.output());
  }

  /// Builds this way; empty where it cannot be done. Then nothing was written but the cache, unless the disk failed on the way; what that
  /// left is completed by the long way.
  ///
  /// @param look at the output folder
  static Optional<BuildReport> of(BuildOptions options, SourceListing listing, LastBuild last, Look look) {
    if (!listing.problems().isEmpty()) {
      return Optional.empty();
    }
    return last.besideNotes()
        .filter(known -> !known.aside().elsewhere() && known.insides().size() == last.notes().size())
        .flatMap(known -> new TextEdit(options, listing, last, known, look).build());
  }

  private Optional<BuildReport> build() {
    FolderReader.Themed themed = new FolderReader(options, Progress.NONE).themed(listing, reader);
    NoteParser parser = new NoteParser(themed.site(), options.url(themed.site()), listing, themed.templates());
    try (NoteCache cache = NoteCache.open(options.root().resolve(FolderReader.CACHE), Program.fingerprint(), parser.options())) {
      return find(cache, parser) ? build(cache) : Optional.empty();
    } catch (IOException | CacheLostException _) {
      // The long way meets the same fault, and says so.
      return Optional.empty();
    }
  }

  /// Finds what was edited; false where that can show elsewhere.
  private boolean find(NoteCache cache, NoteParser parser) {
    List<SourceFile> files = last.notes();
    if (cache.size() != files.size()) {
      return false;
    }
    try (ParserThreads threads = new ParserThreads(options.jobs())) {
      Map<Integer, Future<Optional<Edited>>> reading = new TreeMap<>();
      for (SourceFile file : files) {
        Optional<NoteCache.Seen> found = cache.seen(file.id(), bytes.size());
        if (found.isEmpty() || reading.size() > FEW) {
          return false;
        }
        NoteCache.Seen seen = found.get();
        if (seen.size() != file.size() || seen.modified() != file.modified()) {
          reading.put(bytes.size(), threads.submit(() -> edited(file, seen, cache, parser)));
        }
        bytes.add(seen.bytes());
        outsides.add(seen.facets().outside());
        insides.add(seen.facets().inside());
      }
      // What was read since and not published, perhaps for another output folder, is not on its page yet, and what was told
      // of it stands elsewhere.
      return Digests.digestOf(bytes).equals(known.bytes()) && reading.entrySet().stream().allMatch(each -> take(each.getKey(), Parallel.result(each.getValue())))
          && LastBuild.outside(outsides).equals(known.outside());
    }
  }

  private boolean take(int number, Optional<Edited> now) {
    now.ifPresent(
        each -> {
          edited.add(each);
          bytes.set(number, each.bytes());
          outsides.set(number, each.facets().outside());
          insides.set(number, each.facets().inside());
        });
    return now.isPresent();
  }

  private Optional<Edited> edited(SourceFile file, NoteCache.Seen seen, NoteCache cache, NoteParser parser) {
    Optional<NoteCache.Kept> was = cache.find(file.id(), seen.size(), seen.modified());
    return switch (reader.text(file)) {
      case Loaded.Failed<SourceText> _ -> Optional.empty();
      case Loaded.Whole<SourceText> whole -> {
        Note now = parser.parse(file.id(), whole.content(), whole.digest());
        yield was.filter(_ -> now.problems().stream().noneMatch(Problem::isError))
            .map(old -> new Edited(whole.file(), whole.digest(), old, now, Facets.of(now)));
      }
    };
  }

  private Optional<BuildReport> build(NoteCache cache) throws IOException {
    Optional<Planned> planned = planned();
    Optional<List<Problem>> problems = problems();
    if (planned.isEmpty() || problems.isEmpty() || problems.get().stream().anyMatch(Problem::isError) || !look.canAmend(known.published())) {
      return Optional.empty();
    }
    boolean strict = options.strict() || known.aside().strict();
    // Nobody reads the cache meanwhile, and it is closed when this has ended. What it knows and nobody has published is found by the next
    // build, which takes the long way then.
    try (Parallel.Beside<List<Problem>> kept = Parallel.beside(options.jobs(), () -> keep(cache))) {
      Optional<Publisher.Amended> done =
          publisher.amend(planned.get().files(), known.published(), look, SiteBuild.how(options, strict));
      return done.filter(amended -> amended.report().succeeded()).map(amended -> remembered(planned.get(), amended, problems.get(), kept.result()));
    }
  }

  private List<Problem> keep(NoteCache cache) {
    for (Edited each : edited) {
      cache.put(each.file().id(), each.file().size(), last.tick().known(each.file()), each.bytes(), each.now());
    }
    return cache.save(last.notes().stream().map(SourceFile::id).toList());
  }

  /// @param kept what could not be kept of the notes
  private BuildReport remembered(Planned planned, Publisher.Amended done, List<Problem> problems, List<Problem> kept) {
    CompletableFuture<Void> beside = CompletableFuture.runAsync(() -> {
      last.printed().replace(planned.pages());
      planned.searched().ifPresent(last.printed()::replace);
    });
    try {
      List<Problem> more = new ArrayList<>(done.report().problems());
      more.addAll(kept);
      List<Problem> all = more.isEmpty() ? problems : SiteBuild.sorted(Stream.concat(problems.stream(), more.stream()).toList());
      BuildReport before = known.report();
      BuildReport report =
          new BuildReport(
              before.pages(), before.notes(), before.leftOut(), before.claims(), before.figures(), before.feeds(), edited.size(),
              done.report().written(), done.report().reused(), done.report().removed(), done.report().bytes(), all);
      last.remember(known, insides, Digests.digestOf(bytes), done.left(), report);
      return report;
    } finally {
      Parallel.result(beside);
    }
  }

  private Optional<Planned> planned() throws IOException {
    List<Artifact> artifacts = new ArrayList<>();
    Map<SourceId, PrintedPage> pages = new HashMap<>();
    try (Parallel.Beside<Optional<List<Artifact>>> feeds = Parallel.beside(options.jobs(), this::feeds)) {
      for (Edited each : edited) {
        if (each.showsOtherText()) {
          Optional<PrintedPage> page = last.printed().pages().find(each.now().source());
          Optional<Splice> splice = page.isEmpty() ? Optional.empty() : splice(page.get(), each);
          if (page.isEmpty() || splice.isEmpty()) {
            return Optional.empty();
          }
          SitePath address = new SitePath(page.get().address());
          byte[] bytes = splice.get().page().getBytes(StandardCharsets.UTF_8);
          artifacts.add(artifact(address, page.get().list() ? Stage.LIST : Stage.PAGE, bytes));
          artifacts.addAll(SiteAssembly.tables(address, each.now()));
          pages.put(each.now().source(), page.get().with(Digest.of(bytes), each.now().body().digest(), splice.get().places()));
        }
      }
      Optional<List<Artifact>> ofFeeds = feeds.result();
      if (ofFeeds.isEmpty()) {
        return Optional.empty();
      }
      artifacts.addAll(ofFeeds.get());
    }
    return known.aside().searched()
        ? searched().map(search -> new Planned(search.files().with(artifacts), pages, Optional.of(search.left())))
        : Optional.of(new Planned(Amendment.of(artifacts), pages, Optional.empty()));
  }

  /// What readers search; empty where it is not as it was left, or one of the notes has more leaves now, or fewer.
  private Optional<SearchEdit.Planned> searched() throws IOException {
    Optional<SearchEdit> search = SearchEdit.of(publisher, last.printed());
    for (Edited each : search.isPresent() ? edited : List.<Edited>of()) {
      Optional<FoundText> found = last.printed().found().find(each.now().source());
      if (found.isEmpty() || !search.get().take(found.get(), each.was().note(), each.now())) {
        return Optional.empty();
      }
    }
    return search.isPresent() ? search.get().planned() : Optional.empty();
  }

  private static Artifact artifact(SitePath address, Stage stage, byte[] bytes) {
    return new Artifact(address, stage, Recipes.of("edited", Digest.of(bytes).hex()), Maker.of(bytes));
  }

  /// A text as feeds carry it, before and after.
  private record Texts(String was, String now) {}

  /// The feeds that carry edited texts; empty where one of them is not as it was left, or its size is such that another text
  /// may change more of it.
  private Optional<List<Artifact>> feeds() {
    try {
      return changedFeeds();
    } catch (IOException _) {
      return Optional.empty(); // the long way meets the same fault, and says so
    }
  }

  private Optional<List<Artifact>> changedFeeds() throws IOException {
    Map<SourceId, Texts> texts = new HashMap<>();
    List<Artifact> artifacts = new ArrayList<>();
    for (LastBuild.Fed feed : known.aside().feeds()) {
      List<Edited> carried = edited.stream().filter(each -> each.showsOtherText() && feed.notes().contains(each.now().source())).toList();
      for (Edited each : carried) {
        Optional<Texts> both = texts.containsKey(each.now().source()) ? Optional.of(texts.get(each.now().source())) : texts(each);
        if (both.isEmpty()) {
          return Optional.empty();
        }
        texts.put(each.now().source(), both.get());
      }
      List<Texts> changed = carried.stream().map(each -> texts.get(each.now().source())).filter(each -> !each.was().equals(each.now())).toList();
      if (!changed.isEmpty()) {
        Optional<byte[]> file = publisher.read(feed.address()).flatMap(bytes -> feed(bytes, feed.format(), changed));
        if (file.isEmpty()) {
          return Optional.empty();
        }
        artifacts.add(artifact(feed.address(), Stage.FEED, file.get()));
      }
    }
    return Optional.of(artifacts);
  }

  private Optional<Texts> texts(Edited each) throws IOException {
    Optional<FedText> fed = last.printed().feeds().find(each.now().source());
    Optional<String> was = fed.flatMap(text -> text.of(each.was().note().body().pieces()));
    Optional<String> now = fed.flatMap(text -> text.of(each.now().body().pieces()));
    // A feed has no place for a text that is empty.
    return was.isEmpty() || now.isEmpty() || was.get().isEmpty() || now.get().isEmpty() ? Optional.empty() : Optional.of(new Texts(was.get(), now.get()));
  }

  private static Optional<byte[]> feed(byte[] lies, FeedFormat format, List<Texts> changed) {
    String file = new String(lies, StandardCharsets.UTF_8);
    for (Texts texts : changed) {
      String was = FeedText.in(format, texts.was());
      int at = file.indexOf(was);
      if (at < 0 || file.indexOf(was, at + 1) >= 0) {
        return Optional.empty();
      }
      file = file.substring(0, at) + FeedText.in(format, texts.now()) + file.substring(at + was.length());
    }
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    return FeedText.isNearLimits(lies.length) || FeedText.isNearLimits(bytes.length) ? Optional.empty() : Optional.of(bytes);
  }

  private Optional<Splice> splice(PrintedPage page, Edited each) throws IOException {
    Note was = each.was().note();
    Optional<byte[]> lies = publisher.read(new SitePath(page.address())).filter(bytes -> Digest.of(bytes).equals(page.page()));
    if (lies.isEmpty() || !was.body().digest().equals(page.body()) || was.tables().size() != each.now().tables().size()) {
      return Optional.empty();
    }
    SpokenNames names = SpokenNames.of(known.aside().spoken().getOrDefault(new Language(page.language()), List.of()));
    return Splice.of(
        new String(lies.get(), StandardCharsets.UTF_8), page, OwnText.part(was.body().pieces(), names),
        OwnText.part(each.now().body().pieces(), names));
  }

  /// What is wrong with the site now: what was wrong before, where it stands now, and what is wrong with the new texts; empty
  /// where that cannot be told.
  private Optional<List<Problem>> problems() {
    Map<String, List<Problem>> before = new HashMap<>();
    edited.forEach(each -> before.put(each.now().file(), new ArrayList<>()));
    List<Problem> problems = new ArrayList<>();
    for (Problem problem : known.report().problems()) {
      List<Problem> ofEdited = before.get(problem.place().file());
      for (String file : before.keySet()) {
        if (problem.message().contains(file) && !file.equals(problem.place().file())) {
          return Optional.empty(); // perhaps it names a line there
        }
      }
      (ofEdited == null ? problems : ofEdited).add(problem);
    }
    boolean strict = options.strict() || known.aside().strict();
    Excerpts excerpts = new Excerpts(edited.stream().map(Edited::file).toList(), reader);
    for (Edited each : edited) {
      Optional<List<Problem>> moved = moved(before.getOrDefault(each.now().file(), List.of()), each);
      if (moved.isEmpty()) {
        return moved;
      }
      List<Problem> now = new ArrayList<>(moved.get());
      each.now().problems().forEach(own -> now.add(strict ? own.asError() : own));
      // Those of other files are in their order, and those of one file follow one another.
      List<Problem> sorted = SiteBuild.sorted(excerpts.fill(now));
      int at = sorted.isEmpty() ? 0 : Collections.binarySearch(problems, sorted.getFirst(), Problem.ORDER);
      problems.addAll(at < 0 ? -1 - at : at, sorted);
    }
    return Optional.of(problems);
  }

  /// What was wrong in a note's file without what was wrong with its old text itself, and where that stands now.
  private static Optional<List<Problem>> moved(List<Problem> before, Edited each) {
    Set<String> own = new HashSet<>();
    each.was().note().problems().forEach(problem -> own.add(name(problem)));
    Map<Place, Place> moves = MovedPlaces.between(each.was().note(), each.now());
    List<Problem> problems = new ArrayList<>();
    for (Problem problem : before) {
      if (!own.contains(name(problem))) {
        boolean ofFile = problem.place().equals(Place.ofFile(problem.place().file()));
        Place place = ofFile ? problem.place() : moves.get(problem.place());
        if (place == null) {
          return Optional.empty();
        }
        problems.add(new Problem(problem.severity(), problem.code(), place, problem.message(), ofFile ? problem.excerpt() : "", problem.hint()));
      }
    }
    return Optional.of(problems);
  }

  /// What makes two tellings of a problem the same, whatever its severity and excerpt have become since.
  private static String name(Problem problem) {
    return problem.place() + " " + problem.code() + " " + problem.message();
  }
}
