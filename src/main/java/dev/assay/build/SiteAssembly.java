package dev.assay.build;

import dev.assay.build.cache.Digests;
import dev.assay.catalog.Entry;
import dev.assay.export.ClaimRow;
import dev.assay.export.ClaimsJson;
import dev.assay.export.FigureCsv;
import dev.assay.export.FigureJson;
import dev.assay.export.Robots;
import dev.assay.export.Sitemap;
import dev.assay.feed.Feed;
import dev.assay.feed.FeedFile;
import dev.assay.feed.FeedItem;
import dev.assay.feed.RssWriter;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.SitePath;
import dev.assay.problem.Problem;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Stage;
import dev.assay.source.Loaded;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceReader;
import dev.assay.template.Asset;
import dev.assay.template.Outcome;
import dev.assay.template.Renderer;
import dev.assay.template.Templates;
import dev.assay.view.FrameView;
import dev.assay.view.RedirectPage;
import dev.assay.view.ViewDigest;
import dev.assay.view.project.Base;
import dev.assay.view.project.Model;
import dev.assay.view.project.Planned;
import dev.assay.view.project.Projection;
import dev.assay.view.project.Projection.FeedOf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Makes the files of a site, each with the digest of all that it depends on, none of them before it is asked for.
final class SiteAssembly {
  private static final int FEED_TTL_MINUTES = 60;
  private static final List<String> FEED_TEMPLATES = List.of("feed/figure-table.ftlh", "feed/accounting.ftlh");

  private final Reading reading;
  private final Model model;
  private final Analysis analysis;
  private final Templates templates;
  private final Renderer renderer;
  private final Projection projection;
  private final FeedItems items;
  private final String style;
  private final Optional<Feed.Image> picture;

  SiteAssembly(Reading reading, Analysis analysis) {
    this.reading = reading;
    this.analysis = analysis;
    this.model = analysis.model();
    this.templates = reading.templates();
    this.renderer = new Renderer(templates);
    this.projection = new Projection(model);
    this.items = new FeedItems(model, projection, renderer, this::feedTemplates);
    this.style = templates.asset("feed.css").map(asset -> model.base().href(asset.address())).orElse("");
    this.picture = templates.asset("icon.png").flatMap(this::picture);
  }

  private Optional<Feed.Image> picture(Asset asset) {
    return Feed.Image.of(model.base().absolute(asset.address()), asset.bytes());
  }

  /// The files of the site and how many of them are what.
  record Result(List<Artifact> artifacts, int pages, int feeds) {}

  /// What is wrong with the theme as a whole.
  List<Problem> templateProblems() {
    return renderer.check();
  }

  Result run() {
    List<Artifact> artifacts = new ArrayList<>();
    List<FeedOf> feeds = FeedPlan.of(model);
    List<Planned> pages = projection.pages(feeds);
    pages.forEach(page -> artifacts.add(page(page)));
    feeds.forEach(feed -> artifacts.add(feed(feed)));
    templates.assets().forEach(asset -> artifacts.add(asset(asset)));
    artifacts.addAll(files());
    artifacts.addAll(claims());
    artifacts.addAll(figures());
    artifacts.addAll(forCrawlers(pages));
    int shown = (int) pages.stream().filter(page -> !(page.view() instanceof RedirectPage)).count();
    return new Result(artifacts, shown, feeds.size());
  }

  private Digest feedTemplates(Language language) {
    return ViewDigest.ofList(FEED_TEMPLATES.stream().map(name -> templates.digest(name, language).hex()).toList());
  }

  private static Digest recipe(Object... parts) {
    List<Object> all = new ArrayList<>(List.of(Program.fingerprint().hex()));
    all.addAll(List.of(parts));
    return ViewDigest.ofList(all);
  }

  private Artifact page(Planned page) {
    Language language = new Language(page.view().frame().language());
    Digest recipe =
        recipe("page", templates.digest(page.view().template(), language).hex(), ViewDigest.of((Record) page.view()).hex());
    Maker maker =
        () ->
            switch (renderer.render(page.view())) {
              case Outcome.Rendered(String html) -> new Maker.Made(html.getBytes(StandardCharsets.UTF_8));
              case Outcome.Failed failed -> new Maker.Failed(failed.problems());
            };
    return new Artifact(page.address(), page.list() ? Stage.LIST : Stage.PAGE, recipe, maker);
  }

  private Artifact feed(FeedOf feed) {
    List<Entry> shown = feed.entries().stream().limit(model.site().feeds().limit()).toList();
    Digest recipe =
        recipe(
            "rss", feed.language().tag(), title(feed), model.site().description(), model.base().absolute(feed.page()),
            model.site().feeds().hub().orElse(""), style, picture.map(Feed.Image::url).orElse(""), shown.stream().map(entry -> items.digest(entry).hex()).toList());
    return new Artifact(feed.rss(), Stage.FEED, recipe, () -> written(feed, shown));
  }

  private Maker.Result written(FeedOf of, List<Entry> shown) {
    List<FeedItem> ready = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Entry entry : shown) {
      switch (items.of(entry)) {
        case FeedItems.Ready(FeedItem item) -> ready.add(item);
        case FeedItems.Failed(List<Problem> why) -> problems.addAll(why);
      }
    }
    if (!problems.isEmpty()) {
      return new Maker.Failed(problems);
    }
    Feed feed =
        new Feed(
            title(of), model.base().absolute(of.page()), model.base().absolute(of.rss()), model.site().description(),
            of.language(), picture, FEED_TTL_MINUTES, model.site().feeds().hub(), ready);
    return new Maker.Made(FeedFile.of(of.rss().value(), feed, new RssWriter(style)).bytes());
  }

  private String title(FeedOf feed) {
    return feed.sort().equals("site") ? feed.title() : feed.title() + " · " + model.site().title();
  }

  private static Artifact asset(Asset asset) {
    return new Artifact(asset.address(), Stage.ASSET, recipe("asset", asset.digest().hex()), () -> new Maker.Made(asset.bytes()));
  }

  private List<Artifact> files() {
    Map<String, SourceFile> byId = new LinkedHashMap<>();
    reading.assets().forEach(file -> byId.put(file.id().value(), file));
    SourceReader reader = new SourceReader(reading.listing().root(), dev.assay.source.SourceLimits.DEFAULT);
    List<Artifact> artifacts = new ArrayList<>();
    model.catalog()
        .assets()
        .forEach(
            (source, address) -> {
              SourceFile file = byId.get(source.value());
              if (file != null) {
                Digest recipe = recipe("file", source.value(), Long.toString(file.size()), Long.toString(file.modified()));
                artifacts.add(new Artifact(address, Stage.ASSET, recipe, () -> copied(reader, file)));
              }
            });
    return artifacts;
  }

  private static Maker.Result copied(SourceReader reader, SourceFile file) {
    return switch (reader.bytes(file)) {
      case Loaded.Whole<byte[]> whole -> new Maker.Made(whole.content());
      case Loaded.Failed<byte[]> failed -> new Maker.Failed(List.of(failed.problem()));
    };
  }

  private List<Artifact> claims() {
    List<ClaimRow> rows = analysis.rows();
    String recipe = Digests.digestOf(rows).hex();
    List<Artifact> artifacts = new ArrayList<>();
    ClaimsJson.makers(rows, model.base()::absolute)
        .forEach(
            (address, maker) ->
                artifacts.add(
                    new Artifact(
                        address, Stage.LIST, recipe("claims", recipe, model.base().url()),
                        () -> new Maker.Made(maker.get()))));
    return artifacts;
  }

  /// The figures of each scenario that a note shows. A scenario names all that its figures are computed from but the
  /// shipped catalog, which is part of the program.
  private List<Artifact> figures() {
    List<Artifact> artifacts = new ArrayList<>();
    analysis.files()
        .forEach(
            (address, figures) -> {
              String scenario = Digests.digestOf(figures.scenario()).hex();
              artifacts.add(
                  new Artifact(
                      new SitePath(address + ".json"), Stage.ASSET, recipe("figures.json", scenario),
                      () -> new Maker.Made(FigureJson.write(figures))));
              artifacts.add(
                  new Artifact(
                      new SitePath(address + ".csv"), Stage.ASSET, recipe("figures.csv", scenario),
                      () -> new Maker.Made(FigureCsv.write(figures))));
            });
    return artifacts;
  }

  /// The sitemap and `robots.txt`. Pages that search engines shall not list are not in it.
  private List<Artifact> forCrawlers(List<Planned> pages) {
    List<Sitemap.Page> listed = new ArrayList<>();
    for (Planned page : pages) {
      if (page.view().frame().indexed() && !(page.view() instanceof RedirectPage)) {
        SequencedMap<String, String> alternates = new LinkedHashMap<>();
        for (FrameView.Translation translation : page.view().frame().translations()) {
          alternates.put(translation.language(), absolute(translation.address()));
        }
        listed.add(new Sitemap.Page(model.base().absolute(page.address()), page.changed(), alternates));
      }
    }
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
    return new Artifact(address, stage, recipe("bytes", Digest.of(bytes).hex()), Maker.of(bytes));
  }
}
