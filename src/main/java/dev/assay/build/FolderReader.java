package dev.assay.build;

import dev.assay.build.cache.NoteCache;
import dev.assay.catalog.Slugs;
import dev.assay.edit.Interrupted;
import dev.assay.frontmatter.DataReader;
import dev.assay.frontmatter.Format;
import dev.assay.frontmatter.ParsedMapping;
import dev.assay.frontmatter.ParsedSite;
import dev.assay.frontmatter.SiteReader;
import dev.assay.markdown.ParserThreads;
import dev.assay.note.Digest;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.Value;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.source.Loaded;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceReader;
import dev.assay.source.SourceTree;
import dev.assay.template.Templates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Reads a site's folder: settings, notes, data and templates.
final class FolderReader {
  private static final String DATA = "data";
  private static final String COST_TABLES = "data/cost";
  static final String CACHE = ".assay";

  private final BuildOptions options;
  private final Progress progress;
  private final List<Problem> problems = new ArrayList<>();

  FolderReader(BuildOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /// What lies in the folder, not opened yet. What an interrupted command left half done is completed first.
  static SourceListing list(BuildOptions options) {
    SourceListing listing = SourceTree.list(options.root(), SourceLimits.DEFAULT, List.of(options.output()));
    return switch (Interrupted.complete(listing.root())) {
      case Interrupted.Nothing _ -> listing;
      case Interrupted.Completed _ -> SourceTree.list(options.root(), SourceLimits.DEFAULT, List.of(options.output()));
      case Interrupted.Stuck(Problem problem) -> listing.with(problem);
    };
  }

  /// The settings alone; the defaults where there are none or they cannot be read.
  static Site settings(SourceListing listing) {
    return settings(listing, new SourceReader(listing.root(), SourceLimits.DEFAULT), new ArrayList<>());
  }

  /// Reads everything.
  ///
  /// @param use what is done with the notes of earlier builds
  Reading read(SourceListing listing, NoteStore.Use use) {
    problems.addAll(listing.problems());
    SourceReader reader = new SourceReader(listing.root(), SourceLimits.DEFAULT);
    Themed themed = themed(listing, reader);
    Templates templates = themed.templates();
    Site site = themed.site();
    NoteParser parser = new NoteParser(site, options.url(site), listing, templates);
    problems.addAll(parser.problems());
    NoteStore store = NoteStore.open(options.root().resolve(CACHE), parser.options(), use, Tick.of(Instant.now()));
    List<ParsedNote> notes = notes(listing, reader, parser, store);
    problems.addAll(store.save(notes.stream().map(note -> note.file().id()).toList()));
    Map<String, Value.Mapping> data = data(listing, reader);
    Map<String, SourceText> tables = tables(listing, reader);
    BibliographyStep.Sources sources = BibliographyStep.read(site, listing, reader);
    problems.addAll(sources.problems());
    CardStep.Read fonts = CardStep.fonts(site, listing, reader);
    problems.addAll(fonts.problems());
    List<SourceFile> assets =
        listing.files().stream().filter(file -> isPublished(file)).toList();
    return new Reading(
        listing, site, listing.settings().isPresent(), notes, data, tables, assets, templates, sources, fonts.fonts(), store,
        List.copyOf(problems));
  }

  /// The settings with what the theme says of them.
  record Themed(Site site, Templates templates) {}

  /// Settings are read before the theme, which another thread may still be making ready ([Ahead]).
  Themed themed(SourceListing listing, SourceReader reader) {
    Site settings = settings(listing, reader, problems);
    Templates templates = templates(listing, reader);
    return new Themed(withKindNames(settings, templates), templates);
  }

  /// A language's file says what kinds are called in it: those words are read in tags, too. The settings win.
  private static Site withKindNames(Site site, Templates templates) {
    Map<String, Kind> names = new TreeMap<>();
    for (Language language : site.languages()) {
      for (Kind kind : Kind.values()) {
        templates.strings(language).own("kind." + kind.word()).ifPresent(word -> names.put(word.toLowerCase(Locale.ROOT), kind));
      }
    }
    names.putAll(site.claimNames());
    return site.withClaimNames(names);
  }

  private static boolean isPublished(SourceFile file) {
    boolean inData = !file.id().folders().isEmpty() && file.id().folders().getFirst().equals(DATA);
    return !inData && (file.kind() == SourceKind.ASSET || file.kind() == SourceKind.DATA);
  }

  static Site settings(SourceListing listing, SourceReader reader, List<Problem> problems) {
    String name = Slugs.title(fileName(listing.root()));
    Optional<SourceFile> file = listing.settings();
    if (file.isEmpty()) {
      return Site.defaults(name);
    }
    return switch (reader.text(file.get())) {
      case Loaded.Whole<SourceText> whole -> {
        ParsedSite parsed = SiteReader.read(whole.content(), Site.defaults(name), listing.sections());
        problems.addAll(parsed.problems());
        yield parsed.site();
      }
      case Loaded.Failed<SourceText> failed -> {
        problems.add(failed.problem());
        yield Site.defaults(name);
      }
    };
  }

  private static String fileName(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "Site" : name.toString();
  }

  private List<ParsedNote> notes(SourceListing listing, SourceReader reader, NoteParser parser, NoteStore store) {
    List<SourceFile> files = listing.files(SourceKind.NOTE);
    List<Read> read;
    try (ParserThreads threads = new ParserThreads(options.jobs())) {
      read =
          Parallel.map(
              files, options.jobs(), new OnParsers(threads), file -> one(file, reader, parser, store),
              done -> progress.at("reading notes", done, files.size()));
    }
    List<ParsedNote> notes = new ArrayList<>();
    for (Read result : read) {
      switch (result) {
        case Parsed(ParsedNote note) -> {
          notes.add(note);
          problems.addAll(note.note().problems());
        }
        case Unreadable(Problem problem) -> problems.add(problem);
      }
    }
    return notes;
  }

  /// The parsers' own threads, whose stacks are large.
  private record OnParsers(ParserThreads threads) implements Parallel.Threads {
    @Override
    public <R> Future<R> submit(Supplier<R> work) {
      return threads.submit(work);
    }
  }

  /// What came of one file.
  private sealed interface Read {}

  private record Parsed(ParsedNote note) implements Read {}

  private record Unreadable(Problem problem) implements Read {}

  /// One note, whatever is known of it from before; empty when its file cannot be read.
  static Optional<ParsedNote> again(SourceFile file, SourceReader reader, NoteParser parser) {
    return switch (one(file, reader, parser, new NoteStore.Forgetful())) {
      case Parsed(ParsedNote note) -> Optional.of(note);
      case Unreadable _ -> Optional.empty();
    };
  }

  private static Read one(SourceFile file, SourceReader reader, NoteParser parser, NoteStore store) {
    Optional<NoteCache.Kept> untouched = store.untouched(file);
    if (untouched.isPresent()) {
      return new Parsed(new ParsedNote(file, untouched.get().note().digest(), untouched.get().note(), untouched.get().facets(), false));
    }
    return switch (reader.text(file)) {
      case Loaded.Failed<SourceText> failed -> new Unreadable(failed.problem());
      case Loaded.Whole<SourceText> whole -> {
        Digest bytes = whole.digest();
        Optional<NoteCache.Kept> same = store.same(file, bytes);
        NoteCache.Kept kept = same.orElseGet(() -> store.keep(whole.file(), bytes, parser.parse(file.id(), whole.content(), bytes)));
        yield new Parsed(new ParsedNote(whole.file(), bytes, kept.note(), kept.facets(), same.isEmpty()));
      }
    };
  }

  private Map<String, Value.Mapping> data(SourceListing listing, SourceReader reader) {
    Map<String, Value.Mapping> data = new TreeMap<>();
    for (SourceFile file : listing.files(SourceKind.DATA)) {
      // Only what a room asks for is read; scenarios are all that this program knows of yet.
      if (file.id().folder().equals(DATA) && file.id().fileName().startsWith("scenarios.") && Format.ofFile(file.id().fileName()).isPresent()) {
        switch (reader.text(file)) {
          case Loaded.Whole<SourceText> whole -> {
            ParsedMapping parsed = DataReader.mapping(whole.content());
            problems.addAll(parsed.problems());
            data.put(file.id().value(), parsed.mapping());
          }
          case Loaded.Failed<SourceText> failed -> problems.add(failed.problem());
        }
      }
    }
    return data;
  }

  /// The site's own tables of the cost catalog: `data/cost/accelerators.csv` and its neighbours.
  private Map<String, SourceText> tables(SourceListing listing, SourceReader reader) {
    Map<String, SourceText> tables = new TreeMap<>();
    for (SourceFile file : listing.files(SourceKind.DATA)) {
      if (file.id().folder().equals(COST_TABLES) && file.id().fileName().endsWith(".csv")) {
        switch (reader.text(file)) {
          case Loaded.Whole<SourceText> whole -> tables.put(file.id().fileName(), whole.content());
          case Loaded.Failed<SourceText> failed -> problems.add(failed.problem());
        }
      }
    }
    return tables;
  }

  /// The theme under the site's own files.
  Templates templates(SourceListing listing, SourceReader reader) {
    Map<String, byte[]> own = new HashMap<>();
    for (SourceFile file : listing.templates()) {
      switch (reader.bytes(file)) {
        case Loaded.Whole<byte[]> whole -> own.put(file.id().value(), whole.content());
        case Loaded.Failed<byte[]> failed -> problems.add(failed.problem());
      }
    }
    return own.isEmpty() ? Templates.standard() : Templates.over(own);
  }
}
