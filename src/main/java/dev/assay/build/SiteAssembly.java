package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.catalog.FeedFormat;
import dev.assay.catalog.NoteType;
import dev.assay.export.Csv;
import dev.assay.export.Robots;
import dev.assay.export.Sitemap;
import dev.assay.feed.Feed;
import dev.assay.feed.XmlText;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.Mapper;
import dev.assay.note.Note;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.note.SpokenNames;
import dev.assay.note.ValueDigest;
import dev.assay.problem.Problem;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Stage;
import dev.assay.source.Loaded;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceReader;
import dev.assay.template.Outcome;
import dev.assay.template.Passages;
import dev.assay.template.Printed;
import dev.assay.template.Renderer;
import dev.assay.template.Templates;
import dev.assay.view.ChartView;
import dev.assay.view.FrameView;
import dev.assay.view.PageView;
import dev.assay.view.Part;
import dev.assay.view.RedirectPage;
import dev.assay.view.project.Base;
import dev.assay.view.project.FeedOf;
import dev.assay.view.project.Model;
import dev.assay.view.project.NoteTables;
import dev.assay.view.project.Planned;
import dev.assay.view.project.Projection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// Makes the files of a site, each with the digest of all that it depends on, none of them before it is asked for.
final class SiteAssembly {
  /// What the notes of a site with so many of them say, and the views of its pages, stay in memory until they are printed; those
  /// of a larger one are read and made once again then.
  static final int HELD = 4_000;

  private static final String CHART_FILE = "chart/file.ftlh";

  private final Reading reading;
  private final Model model;
  private final Analysis analysis;
  private final Templates templates;
  private final Renderer renderer;
  private final Projection projection;
  private final SourceReader reader;
  private final Optional<PrintedPages.Draft> printed;
  private Optional<List<PlannedFeed>> planned = Optional.empty();

  /// @param printed takes what the next build is to know of pages; empty where nothing is written
  SiteAssembly(Reading reading, Analysis analysis, Optional<PrintedPages> printed) {
    this.reading = reading;
    this.analysis = analysis;
    this.model = analysis.model();
    this.templates = reading.templates();
    this.renderer = new Renderer(templates);
    this.projection = new Projection(model);
    this.reader = new SourceReader(reading.listing().root(), SourceLimits.DEFAULT);
    this.printed = printed.map(known -> known.draft(model));
  }

  /// The files of the site and how many of them are what.
  record Result(List<Artifact> artifacts, int pages, int feeds) {}

  /// Where the pages that were made have their notes' own markup.
  Optional<PrintedPages.Draft> printed() {
    return printed;
  }

  /// What one needs to know of the site beside the pages themselves to bring other texts onto them.
  LastBuild.Aside aside() {
    Map<Language, List<SpokenNames.Name>> spoken = new LinkedHashMap<>();
    model.catalog().languages().forEach(language -> spoken.put(language, projection.spoken(language)));
    return new LastBuild.Aside(model.site().strict(), hasOldFeeds(), model.site().search(), spoken, fed());
  }

  /// A hub's feeds lie at its old addresses as well, where nothing else does.
  private boolean hasOldFeeds() {
    return model.catalog().redirects().values().stream().anyMatch(entry -> entry.type() == NoteType.HUB);
  }

  /// The feeds that carry texts of notes.
  private List<LastBuild.Fed> fed() {
    List<LastBuild.Fed> fed = new ArrayList<>();
    for (PlannedFeed feed : model.site().feeds().full() ? feeds() : List.<PlannedFeed>of()) {
      List<SourceId> notes = feed.items().stream().flatMap(item -> item.text().stream()).toList();
      for (FeedFormat format : notes.isEmpty() ? List.<FeedFormat>of() : FeedFormat.of(model.site())) {
        fed.add(new LastBuild.Fed(feed.folder().at(format.file()), format, notes));
      }
    }
    return fed;
  }

  /// What is wrong with the theme as a whole.
  List<Problem> templateProblems() {
    return renderer.check();
  }

  /// What readers search; nothing where the site has no search.
  List<Artifact> searched(BuildOptions options) {
    Path cache = options.root().resolve(FolderReader.CACHE);
    return model.site().search() ? new SearchStep(model, projection, cache, options.jobs(), printed).files(options.clean()) : List.of();
  }

  /// Everything.
  ///
  /// @param searched what readers search
  /// @param jobs     how many threads plan the pages
  Result run(List<Artifact> searched, int jobs) {
    // To name what each of all claims shows takes as long as to plan the lists, and neither waits for the other.
    try (Parallel.Beside<List<Artifact>> data = Parallel.beside(jobs, () -> new DataFiles(analysis, projection).all())) {
      return run(searched, data, jobs);
    }
  }

  private Result run(List<Artifact> searched, Parallel.Beside<List<Artifact>> data, int jobs) {
    List<Artifact> artifacts = new ArrayList<>();
    List<PlannedFeed> feeds = feeds();
    List<FeedOf> listed = feeds.stream().filter(PlannedFeed::isListed).map(PlannedFeed::of).toList();
    List<Entry> notes = model.catalog().entries();
    // Of a vast site several lists at once are more than fits into memory.
    List<Planned> others = projection.others(listed, notes.size() > SiteBuild.VAST ? Mapper.ALONE : Parallel.mapper(jobs));
    List<Laid> pages = new ArrayList<>();
    Parallel.map(notes, jobs, note -> projection.page(note).map(this::laid), _ -> {}).forEach(page -> page.ifPresent(pages::add));
    pages.addAll(Parallel.map(others, jobs, this::laid, _ -> {}));
    pages.forEach(page -> artifacts.add(page.artifact()));
    FeedFiles files = new FeedFiles(model, style(), image());
    Parallel.map(feeds, jobs, files::of, _ -> {}).forEach(artifacts::addAll);
    artifacts.add(files.opml(Projection.OPML, listed));
    artifacts.addAll(new CopiedFiles(model, reading, reader).all());
    artifacts.addAll(analysis.pictures());
    artifacts.addAll(data.result());
    projection.cards().forEach(card -> artifacts.add(CardStep.artifact(card, model)));
    artifacts.addAll(new Citations(model, projection).all());
    new LlmsStep(model, projection).files(reading.assets()).forEach((address, text) -> artifacts.add(bytes(address, Stage.LIST, text)));
    analysis.shown().forEach(each -> artifacts.add(beside(each)));
    Parallel.map(notes, jobs, this::writtenTables, _ -> {}).forEach(artifacts::addAll);
    artifacts.addAll(searched);
    artifacts.addAll(forCrawlers(pages.stream().flatMap(page -> page.listed().stream()).toList()));
    artifacts.addAll(OldAddresses.of(analysis, artifacts));
    int shown = (int) pages.stream().filter(Laid::counts).count();
    return new Result(artifacts, shown, listed.size());
  }

  /// A page that is laid out.
  ///
  /// @param listed as the sitemap has it; empty for one that search engines shall not list
  /// @param counts whether it shows something of its own, and does not only lead on
  private record Laid(Artifact artifact, Optional<Sitemap.Page> listed, boolean counts) {}

  private Laid laid(Planned page) {
    PageView view = page.view();
    boolean held = model.catalog().entries().size() <= HELD;
    boolean counts = !(view instanceof RedirectPage);
    Optional<Sitemap.Page> listed = counts && view.frame().indexed() ? Optional.of(listed(page, view)) : Optional.empty();
    return new Laid(page(page, view, held ? () -> view : page::view), listed, counts);
  }

  private Sitemap.Page listed(Planned page, PageView view) {
    SequencedMap<String, String> alternates = new LinkedHashMap<>();
    for (FrameView.Translation translation : view.frame().translations()) {
      alternates.put(translation.language(), absolute(translation.address()));
    }
    Optional.ofNullable(alternates.get(model.site().language().tag())).ifPresent(own -> alternates.put("x-default", own));
    return new Sitemap.Page(model.base().absolute(page.address()), page.changed(), alternates);
  }

  /// What may come out differently when the texts of some notes have changed and nothing that others see of them; empty
  /// where that cannot be told apart from the rest of the site.
  Optional<List<Artifact>> showing(List<SourceId> notes) {
    if (hasOldFeeds()) {
      return Optional.empty();
    }
    List<Artifact> artifacts = new ArrayList<>();
    for (Entry entry : notes.stream().flatMap(note -> model.catalog().entry(note).stream()).toList()) {
      Optional<Planned> page = projection.page(entry);
      if (page.isEmpty()) {
        return Optional.empty();
      }
      artifacts.add(page(page.get(), page.get().view(), page.get()::view));
      artifacts.addAll(writtenTables(entry));
    }
    List<PlannedFeed> feeds = feeds();
    FeedFiles files = new FeedFiles(model, style(), image());
    feeds.forEach(feed -> artifacts.addAll(files.of(feed)));
    return Optional.of(artifacts);
  }

  /// Which feeds there are and what is in them is the same for as long as the site is.
  private synchronized List<PlannedFeed> feeds() {
    List<PlannedFeed> known = planned.orElseGet(this::plan);
    planned = Optional.of(known);
    return known;
  }

  private List<PlannedFeed> plan() {
    FeedBodies bodies = new FeedBodies(model, projection, renderer, templates);
    NoteItems notes = new NoteItems(model, projection, bodies, new FeedPictures(model, reading.assets()), printed);
    return FeedPlan.of(model, projection, notes, new ClaimItems(model, projection, bodies, notes),
        new RecordItems(model, projection, bodies, notes));
  }

  private String style() {
    return templates.asset("feed.css").map(asset -> model.base().href(asset.address())).orElse("");
  }

  /// The picture that stands for feeds: the site's own logo where it is of a kind that feeds may have, else the theme's.
  private Optional<Feed.Image> image() {
    Optional<Feed.Image> own =
        model.site().logo().map(file -> new SourceId(file.replaceFirst("^/", ""))).flatMap(this::logo);
    return own.or(() -> templates.asset("icon.png").flatMap(asset -> Feed.Image.of(model.base().absolute(asset.address()), asset.bytes())));
  }

  private Optional<Feed.Image> logo(SourceId id) {
    Optional<SitePath> address = Optional.ofNullable(model.catalog().assets().get(id));
    Optional<SourceFile> file = reading.assets().stream().filter(asset -> asset.id().equals(id)).findFirst();
    if (address.isEmpty() || file.isEmpty()) {
      return Optional.empty();
    }
    return switch (reader.bytes(file.get())) {
      case Loaded.Whole<byte[]> whole -> Feed.Image.of(model.base().absolute(address.get()), whole.content());
      // Told when the file is copied.
      case Loaded.Failed<byte[]> _ -> Optional.empty();
    };
  }

  /// @param again gives the view when it is printed: in most builds few are
  private Artifact page(Planned page, PageView view, Supplier<PageView> again) {
    Language language = new Language(view.frame().language());
    Digest recipe = Recipes.of("page", templates.digest(view.template(), language).hex(), ValueDigest.of((Record) view).hex());
    // What is made later must not hold the view that it is planned from.
    Optional<Entry> note = page.note();
    SitePath address = page.address();
    boolean list = page.list();
    Maker maker =
        () ->
            switch (renderer.print(again.get())) {
              case Printed.Page(byte[] bytes, Optional<Passages> passages) -> {
                note.ifPresent(entry -> printed.ifPresent(draft -> draft.page(entry, address, list, bytes, passages)));
                yield new Maker.Made(bytes);
              }
              case Printed.Failed(List<Problem> problems) -> new Maker.Failed(problems);
            };
    return new Artifact(page.address(), page.list() ? Stage.LIST : Stage.PAGE, recipe, maker);
  }

  /// The tables that a note's writer made, as files beside its page.
  private List<Artifact> writtenTables(Entry entry) {
    return tables(entry.address(), model.texts().of(entry));
  }

  /// The tables of a note as files beside its page. Their rows lie with its body until a file is made of them.
  static List<Artifact> tables(SitePath page, Note note) {
    List<Artifact> artifacts = new ArrayList<>();
    for (int i = 0; i < note.tables().size(); i++) {
      int table = i;
      artifacts.add(
          new Artifact(
              NoteTables.address(page, i), Stage.ASSET, Recipes.of("rows", note.tables().get(i).hex()),
              () -> new Maker.Made(csv(note.body().tables().get(table)))));
    }
    return artifacts;
  }

  /// A chart or the rows of a table, beside the note that shows it.
  private Artifact beside(BesideNote beside) {
    return switch (beside) {
      case BesideNote.Picture(SitePath address, String file, Language language, Part part) -> {
        Digest recipe = Recipes.of("chart", templates.digest(CHART_FILE, language).hex(), ValueDigest.ofList(List.of(part)).hex());
        yield new Artifact(address, Stage.ASSET, recipe, () -> picture(file, language, part));
      }
      case BesideNote.Rows(SitePath address, List<List<String>> rows) -> rows(address, rows);
    };
  }

  /// The rows of a table as a file.
  static Artifact rows(SitePath address, List<List<String>> rows) {
    return new Artifact(address, Stage.ASSET, Recipes.of("rows", rows), () -> new Maker.Made(csv(rows)));
  }

  private Maker.Result picture(String file, Language language, Part part) {
    if (!(part.ready() instanceof Part.Chart(ChartView chart))) {
      throw new IllegalStateException("a picture of a part that is no chart, in " + file);
    }
    return switch (renderer.renderPart(CHART_FILE, language, file, chart)) {
      case Outcome.Rendered(String svg) -> new Maker.Made(XmlText.clean(svg).getBytes(StandardCharsets.UTF_8));
      case Outcome.Failed failed -> new Maker.Failed(failed.problems());
    };
  }

  private static byte[] csv(List<List<String>> rows) {
    Csv csv = Csv.of(rows.getFirst());
    rows.subList(1, rows.size()).forEach(csv::row);
    return csv.bytes();
  }

  /// The sitemap and `robots.txt`. Pages that search engines shall not list are not in it.
  private List<Artifact> forCrawlers(List<Sitemap.Page> pages) {
    List<Sitemap.Page> listed = new ArrayList<>(pages);
    // In an order that stays when pages are planned in another.
    listed.sort(Comparator.comparing(Sitemap.Page::url));
    List<Artifact> artifacts = new ArrayList<>();
    Sitemap.files(listed, model.base()::absolute)
        .forEach((address, bytes) -> artifacts.add(bytes(address, Stage.LIST, bytes)));
    artifacts.add(bytes(new SitePath("/robots.txt"), Stage.LIST, Robots.write(model.base().absolute(new SitePath("/sitemap.xml")))));
    return artifacts;
  }

  private String absolute(String href) {
    String url = model.base().url().isEmpty() ? Base.PREVIEW : model.base().url();
    return url.substring(0, url.length() - 1 - model.base().path().length()) + href;
  }

  private static Artifact bytes(SitePath address, Stage stage, byte[] bytes) {
    return new Artifact(address, stage, Recipes.of("bytes", Digest.of(bytes).hex()), Maker.of(bytes));
  }
}
