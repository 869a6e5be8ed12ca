package dev.assay.build;

import dev.assay.build.cache.CacheLostException;
import dev.assay.catalog.Entry;
import dev.assay.claim.Ledger;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.publish.Amendment;
import dev.assay.publish.Artifact;
import dev.assay.publish.Content;
import dev.assay.publish.Look;
import dev.assay.publish.Maker;
import dev.assay.publish.Publisher;
import dev.assay.publish.Report;
import dev.assay.publish.SiteLock;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceReader;
import dev.assay.view.project.Model;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Builds a site, from its folder to its output.
public final class SiteBuild {
  /// The links and claims of so many notes stay in memory until all is written: to read them again takes longer than it saves.
  private static final int LARGE = 12_000;

  /// What the notes of a site with more of them say does not fit into memory even while it is being understood.
  static final int VAST = 30_000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Report NOTHING = new Report(0, 0, 0, 0, List.of());

  private SiteBuild() {}

  /// A site that was looked at without being written.
  public record Checked(Analysis analysis, BuildReport report) {}

  /// Which notes and which words of the theme each language of a site has.
  public static LanguageReport languages(BuildOptions options, Progress progress) {
    return again(() -> readLanguages(options, progress));
  }

  private static LanguageReport readLanguages(BuildOptions options, Progress progress) {
    try (Prepared prepared = prepare(options, FolderReader.list(options), progress, NoteStore.Use.READ_ONLY, PictureStep.Extent.NOTHING)) {
      return LanguageReport.of(prepared.reading(), prepared.analysis());
    }
  }

  /// A note as a mail.
  ///
  /// @param wanted its file, its address or its slug
  public static NoteMail.Result mail(BuildOptions options, String wanted, Progress progress) {
    return again(() -> written(options, wanted, progress));
  }

  private static NoteMail.Result written(BuildOptions options, String wanted, Progress progress) {
    try (Prepared prepared = prepare(options, FolderReader.list(options), progress, NoteStore.Use.READ_ONLY, PictureStep.Extent.LOOK)) {
      List<Problem> problems = finished(prepared.analysis().problems(), prepared, options);
      return problems.stream().anyMatch(Problem::isError)
          ? new NoteMail.Failed(problems)
          : new NoteMail(prepared.reading(), prepared.analysis()).of(wanted);
    }
  }

  /// Reads and understands a site, and stops there.
  public static Checked analyse(BuildOptions options, Progress progress) {
    return analyse(options, progress, checked -> checked);
  }

  /// Reads and understands a site, and looks at it: what its notes say may lie in its cache, and can be read meanwhile.
  public static <T> T analyse(BuildOptions options, Progress progress, Function<Checked, T> look) {
    return again(() -> analysed(options, progress, look));
  }

  private static <T> T analysed(BuildOptions options, Progress progress, Function<Checked, T> look) {
    try (Prepared prepared = prepare(options, FolderReader.list(options), progress, NoteStore.Use.READ_ONLY, PictureStep.Extent.NOTHING)) {
      List<Problem> problems = finished(prepared.analysis().problems(), prepared, options);
      return look.apply(new Checked(prepared.analysis(), report(prepared.analysis(), 0, 0, NOTHING, problems)));
    }
  }

  /// Does everything that a build does but write: what can be wrong comes out.
  public static Checked check(BuildOptions options, Progress progress) {
    return check(options, progress, checked -> checked);
  }

  /// As above, and looks at the site while what its notes say can be read.
  public static <T> T check(BuildOptions options, Progress progress, Function<Checked, T> look) {
    return again(() -> tried(options, progress, look));
  }

  private static <T> T tried(BuildOptions options, Progress progress, Function<Checked, T> look) {
    try (Prepared prepared = prepare(options, FolderReader.list(options), progress, NoteStore.Use.READ_ONLY, PictureStep.Extent.LOOK)) {
      List<Problem> problems = new ArrayList<>(prepared.analysis().problems());
      SiteAssembly assembly = new SiteAssembly(prepared.reading(), prepared.analysis(), Optional.empty());
      problems.addAll(assembly.templateProblems());
      int pages = 0;
      int feeds = 0;
      // Pages are tried only where the notes themselves are sound: a broken link would be told twice.
      if (problems.stream().noneMatch(Problem::isError)) {
        SiteAssembly.Result result = assembly.run(List.of(), options.jobs());
        pages = result.pages();
        feeds = result.feeds();
        problems.addAll(tried(result.artifacts(), options, progress));
      }
      List<Problem> all = finished(problems, prepared, options);
      return look.apply(new Checked(prepared.analysis(), report(prepared.analysis(), pages, feeds, NOTHING, all)));
    }
  }

  private static List<Problem> tried(List<Artifact> artifacts, BuildOptions options, Progress progress) {
    // What the last build made as it is had nothing wrong with it.
    List<Artifact> unproven = new Publisher(options.root(), options.output()).unproven(artifacts);
    // What was made is forgotten at once: a large site does not fit into memory.
    return Parallel.map(
            unproven, options.jobs(), SiteBuild::problems, n -> progress.at("trying pages", n, unproven.size()))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<Problem> tried(Content content) {
    try {
      content.to(OutputStream.nullOutputStream());
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Problem> problems(Artifact artifact) {
    return switch (artifact.maker().make()) {
      case Maker.Made made -> made.warnings();
      case Maker.Poured(var content) -> tried(content);
      case Maker.Failed(List<Problem> why) -> why;
    };
  }

  /// Builds a site. With any error nothing in its output changes.
  public static BuildReport build(BuildOptions options, Progress progress) {
    return alone(options, () -> locked(options, progress));
  }

  /// Builds a site again and again while it is edited, in one process.
  public static SiteSession session(BuildOptions options) {
    return new SiteSession(options);
  }

  /// Does something while nobody else builds the site.
  static BuildReport alone(BuildOptions options, Supplier<BuildReport> work) {
    try {
      return switch (SiteLock.take(options.root(), PATIENCE)) {
        case SiteLock.Held(String by) ->
            refused(options, "the site is being built by " + by, "wait for it to end and build again");
        case SiteLock.Taken(SiteLock lock) -> {
          try (lock) {
            yield again(work);
          }
        }
      };
    } catch (IOException e) {
      return refused(options, "the cache folder '.assay' cannot be used: " + e.getMessage(), "Assay needs to write in the site's folder");
    }
  }

  /// Does something, and once more when the cache turns out to be damaged on the way: then it has been emptied.
  static <T> T again(Supplier<T> work) {
    try {
      return work.get();
    } catch (CacheLostException e) {
      return work.get();
    }
  }

  private static BuildReport refused(BuildOptions options, String message, String hint) {
    Problem problem = Problem.ofFile(Severity.ERROR, Code.OUTPUT, options.root().resolve(".assay").toString(), message, hint);
    return new BuildReport(0, 0, 0, Ledger.count(List.of()), 0, 0, 0, 0, 0, 0, 0, List.of(problem));
  }

  /// What a build finds.
  ///
  /// @param known what it comes to, where that can be told without understanding the site
  private record Found(SourceListing listing, LastBuild last, Optional<BuildReport> known) {}

  private static BuildReport locked(BuildOptions options, Progress progress) {
    Found found = found(options);
    return found.known().orElseGet(() -> made(options, progress, found.listing(), found.last()));
  }

  private static Found found(BuildOptions options) {
    Instant begun = Instant.now();
    boolean remembers = !options.clean() && !options.verify() && options.jobs() > 1;
    StoredBuild stored = LastBuild.stored(options);
    if (remembers) {
      stored.begin();
    }
    // Whether a site of tens of thousands of files lies there as it was left is found out beside the rest.
    try (Look look = new Publisher(options.root(), options.output()).look(remembers ? options.jobs() : 1)) {
      SourceListing listing = FolderReader.list(options);
      LastBuild last = new LastBuild(options, listing, begun, stored);
      return new Found(listing, last, last.stands(look).or(() -> TextEdit.of(options, listing, last, look)));
    }
  }

  private static BuildReport made(BuildOptions options, Progress progress, SourceListing listing, LastBuild last) {
    try (Done done = done(options, progress, listing, last, Entry::note)) {
      return done.report();
    }
  }

  /// A build, and what it was made from, which can be used until it is closed.
  ///
  /// @param assembly empty when errors kept the site from being written
  record Done(BuildReport report, Prepared prepared, Optional<SiteAssembly> assembly) implements AutoCloseable {
    @Override
    public void close() {
      prepared.close();
    }
  }

  /// @param texts where the texts of notes are found
  static Done done(BuildOptions options, Progress progress, SourceListing listing, LastBuild last, Model.Texts texts) {
    NoteStore.Use use = options.clean() ? NoteStore.Use.FRESH : NoteStore.Use.ALL;
    Prepared prepared = prepare(options, listing, progress, use, options.clean() ? PictureStep.Extent.ANEW : PictureStep.Extent.MAKE);
    boolean whole = false;
    try {
      Done done = done(options, last, prepared, texts);
      whole = true;
      return done;
    } finally {
      if (!whole) {
        prepared.close();
      }
    }
  }

  private static Done done(BuildOptions options, LastBuild last, Prepared prepared, Model.Texts texts) {
    Analysis analysis = prepared.analysis();
    List<Problem> problems = finished(analysis.problems(), prepared, options);
    if (problems.stream().anyMatch(Problem::isError)) {
      return new Done(report(analysis, 0, 0, NOTHING, problems), prepared, Optional.empty());
    }
    SiteAssembly assembly = new SiteAssembly(prepared.reading(), analysis.with(texts), Optional.of(last.printed()));
    boolean published = false;
    try {
      Done done = published(options, last, prepared, assembly, problems);
      published = done.report().succeeded();
      return done;
    } finally {
      boolean noted = published;
      assembly.printed().ifPresent(printed -> printed.end(noted));
    }
  }

  private static Done published(BuildOptions options, LastBuild last, Prepared prepared, SiteAssembly assembly, List<Problem> problems) {
    Analysis analysis = prepared.analysis();
    Publisher publisher = new Publisher(options.root(), options.output());
    Publisher.Options how = how(options, prepared);
    Published published = amended(prepared, assembly, options, last, publisher, how).orElseGet(() -> whole(assembly, options, publisher, how));
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(prepared.excerpts().fill(published.report().problems()));
    BuildReport report = report(analysis, published.pages(), published.feeds(), published.report(), sorted(all));
    last.remember(prepared.reading(), analysis.model().today(), assembly::aside, report);
    return new Done(report, prepared, Optional.of(assembly));
  }

  private static List<Artifact> withSearch(List<Artifact> artifacts, SiteAssembly assembly, BuildOptions options) {
    List<Artifact> all = new ArrayList<>(artifacts);
    all.addAll(assembly.searched(options));
    return all;
  }

  static Publisher.Options how(BuildOptions options, Prepared prepared) {
    return how(options, strict(prepared, options));
  }

  static Publisher.Options how(BuildOptions options, boolean strict) {
    return new Publisher.Options(options.jobs(), options.verify(), options.clean(), strict, PATIENCE);
  }

  /// What was published.
  ///
  /// @param pages all pages of the site
  /// @param feeds all its feeds
  private record Published(Report report, int pages, int feeds) {}

  private static Published whole(SiteAssembly assembly, BuildOptions options, Publisher publisher, Publisher.Options how) {
    SiteAssembly.Result result = assembly.run(assembly.searched(options), options.jobs());
    return new Published(publisher.publish(result.artifacts(), how), result.pages(), result.feeds());
  }

  /// After an edit that shows in few places only these are made; empty when it may show anywhere.
  private static Optional<Published> amended(
      Prepared prepared, SiteAssembly assembly, BuildOptions options, LastBuild last, Publisher publisher, Publisher.Options how) {
    return last.edit(prepared.reading(), prepared.analysis().model().today())
        .flatMap(
            edit ->
                assembly.showing(edit.notes())
                    .flatMap(artifacts -> publisher.amend(Amendment.of(withSearch(artifacts, assembly, options), SearchStep.WHOLE), edit.published(), true, how))
                    .map(amended -> new Published(amended.report(), edit.report().pages(), edit.report().feeds())));
  }

  /// A site that has been read and understood. Its notes' bodies can be read until it is closed.
  record Prepared(Reading reading, Analysis analysis, Excerpts excerpts) implements AutoCloseable {
    @Override
    public void close() {
      SiteBuild.close(reading);
    }
  }

  static void close(Reading reading) {
    try {
      reading.store().close();
    } catch (IOException e) {
      throw new UncheckedIOException("the cache cannot be closed", e);
    }
  }

  private static Prepared prepare(BuildOptions options, SourceListing listing, Progress progress, NoteStore.Use use, PictureStep.Extent extent) {
    Reading reading = new FolderReader(options, progress).read(listing, use);
    boolean whole = false;
    try {
      Prepared prepared = understood(reading, options, progress, extent);
      whole = true;
      return prepared;
    } finally {
      if (!whole) {
        close(reading);
      }
    }
  }

  private static Prepared understood(Reading reading, BuildOptions options, Progress progress, PictureStep.Extent extent) {
    if (reading.notes().size() > VAST) {
      reading.store().settle();
    } else if (reading.notes().size() > SiteAssembly.HELD) {
      reading.store().settleTexts();
    }
    Analysis understood = SiteAnalysis.of(reading, options);
    Analysis analysis = understood.with(PictureStep.of(reading, understood, options, progress, extent));
    if (reading.notes().size() > LARGE) {
      reading.store().settle();
    }
    SourceListing listing = reading.listing();
    List<SourceFile> files = Stream.concat(listing.files().stream(), listing.templates().stream()).toList();
    return new Prepared(reading, analysis, new Excerpts(files, new SourceReader(listing.root(), SourceLimits.DEFAULT)));
  }

  private static boolean strict(Prepared prepared, BuildOptions options) {
    return options.strict() || prepared.reading().site().strict();
  }

  static List<Problem> finished(List<Problem> problems, Prepared prepared, BuildOptions options) {
    boolean strict = strict(prepared, options);
    List<Problem> all = strict ? problems.stream().map(Problem::asError).toList() : problems;
    return sorted(prepared.excerpts().fill(all));
  }

  static List<Problem> sorted(List<Problem> problems) {
    return problems.stream().distinct().sorted(Problem.ORDER).toList();
  }

  private static BuildReport report(Analysis analysis, int pages, int feeds, Report published, List<Problem> problems) {
    return new BuildReport(
        pages, analysis.entries().size(), analysis.model().catalog().leftOut().size(), analysis.claims(),
        analysis.figures(), feeds, analysis.parsed(), published.written(), published.reused(), published.removed(),
        published.bytes(), problems);
  }
}
