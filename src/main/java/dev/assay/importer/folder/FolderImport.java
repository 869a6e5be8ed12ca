package dev.assay.importer.folder;

import dev.assay.frontmatter.SiteReader;
import dev.assay.importer.ReportFile;
import dev.assay.importer.ContentFolder;
import dev.assay.importer.FeedImport;
import dev.assay.importer.ImportReport;
import dev.assay.importer.ImportedFile;
import dev.assay.importer.ImportedNote;
import dev.assay.importer.NoteFiles;
import dev.assay.importer.Pictures;
import dev.assay.importer.Remark;
import dev.assay.importer.SiteSettings;
import dev.assay.catalog.Slugs;
import dev.assay.markdown.ParserThreads;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import dev.assay.problem.SourceText;
import dev.assay.source.FileNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/// Imports a folder of Hugo, Jekyll or Zola into a site's folder.
public final class FolderImport {
  private static final Set<String> MADE = Set.of("/robots.txt", "/sitemap.xml", "/feed.xml", "/atom.xml", "/feed.json", "/feeds.opml", "/claims.json", "/404.html", "/index.html");

  private final Request request;
  private final OldFolder source;
  private final OldSite old;
  private final ContentFolder folder;
  private final NoteFiles writer;
  private final Optional<SiteSettings> settings;
  private final Site site;
  private final OldIndex index;
  private final Places places;
  private final PageNotes notes;
  private final Pictures pictures;
  private final List<Remark> remarks = new ArrayList<>();
  private final Map<OldPage, List<ImportedFile>> bundles = new HashMap<>();
  private final List<ImportedFile> files = new ArrayList<>();
  private final Set<String> remoteImages = new LinkedHashSet<>();

  /// What is wanted.
  ///
  /// @param folder the old site's folder
  /// @param shown  how the writer named it
  /// @param root   the site's folder; made when it is not there
  /// @param format `auto`, `hugo`, `jekyll` or `zola`
  /// @param fetch  which pictures on other hosts are taken along
  public record Request(Path folder, String shown, Path root, String format, FeedImport.Fetch fetch) {}

  /// What came of it.
  public sealed interface Result {
    record Done(ImportReport report) implements Result {}

    /// Nothing was written.
    ///
    /// @param why  one sentence without a full stop
    /// @param hint what to do, or empty
    record Refused(String why, String hint) implements Result {}
  }

  private FolderImport(Request request, OldFolder source, OldSite old) {
    this.request = request;
    this.source = source;
    this.old = old;
    this.folder = ContentFolder.of(request.root());
    this.writer = new NoteFiles(folder);
    this.settings = folder.site().isPresent() ? Optional.empty() : Optional.of(settings());
    this.site = folder.site().orElseGet(this::freshSite);
    this.index = new OldIndex(old);
    this.places = new Places(old, folder, site);
    this.notes = new PageNotes(old, places, site, index);
    this.pictures = Pictures.onTheWeb(old.base(), request.fetch());
    remarks.addAll(old.remarks());
  }

  /// Imports a folder.
  ///
  /// @throws IOException when the disk says no; notes that were written before stay
  public static Result run(Request request) throws IOException {
    if (!Files.isDirectory(request.folder())) {
      return new Result.Refused("there is no folder '" + request.shown() + "'", "name the folder that holds the old site's settings");
    }
    OldFolder source = OldFolder.of(request.folder());
    Optional<Generator> generator = generator(request.format(), source);
    if (generator.isEmpty()) {
      return new Result.Refused(
          "'" + request.shown() + "' is no folder of Hugo, Jekyll or Zola",
          "name the folder that holds hugo.toml, config.toml or _config.yml, and say which generator it is with --format");
    }
    if (request.root().toAbsolutePath().normalize().startsWith(source.root()) || request.root().toAbsolutePath().normalize().equals(source.root())) {
      return new Result.Refused("the new site would lie in the old one's folder", "name another folder with --root");
    }
    OldSite old =
        switch (generator.get()) {
          case HUGO -> HugoReader.read(source);
          case JEKYLL -> JekyllReader.read(source);
          case ZOLA -> ZolaReader.read(source);
        };
    if (old.pages().isEmpty()) {
      return new Result.Refused("there are no pages in '" + request.shown() + "' for " + generator.get().title(), "name the folder that holds the old site's settings and content");
    }
    Files.createDirectories(request.root());
    return new Result.Done(new FolderImport(request, source, old).run());
  }

  private static Optional<Generator> generator(String format, OldFolder source) {
    for (Generator each : Generator.values()) {
      if (each.word().equals(format)) {
        return each == Generator.JEKYLL || each.config(source).isPresent() ? Optional.of(each) : Optional.empty();
      }
    }
    return Generator.of(source);
  }

  private SiteSettings settings() {
    Map<String, String> patterns = new TreeMap<>(Places.patterns(old));
    PageNotes.asCategories(old).filter(name -> name.matches("[a-z][a-z0-9-]*")).ifPresent(name -> patterns.put("categories", "/" + name + "/:slug/"));
    String title = old.title().isEmpty() ? Slugs.title(String.valueOf(request.root().toAbsolutePath().normalize().getFileName())) : old.title();
    return new SiteSettings(title, old.base(), old.description(), old.languages(), old.timeZone().filter(FolderImport::isZone), old.authors(), patterns);
  }

  private static boolean isZone(String zone) {
    return java.time.ZoneId.getAvailableZoneIds().contains(zone);
  }

  /// What a build will read from the settings that are about to be written.
  private Site freshSite() {
    SiteSettings made = settings.orElseThrow();
    List<String> sections = new ArrayList<>(made.permalinks().keySet());
    return SiteReader.read(new SourceText("site.yaml", made.text()), Site.defaults(made.title()), sections).site();
  }

  private ImportReport run() throws IOException {
    Optional<String> written = Optional.empty();
    if (settings.isPresent()) {
      written = Optional.of(writer.writeSettings(settings.get()));
    }
    place();
    List<PageText> texts = texts();
    List<ImportReport.Item> items = new ArrayList<>();
    Lists lists = new Lists(old, places, site);
    for (PageText text : texts) {
      items.add(write(text, lists));
    }
    for (ImportedNote list : lists.missing(texts.stream().map(PageText::page).toList())) {
      NoteFiles.Result result = writer.write(list);
      items.add(new ImportReport.Item(list.name(), result.outcome(), result.file(), list.remarks()));
    }
    int taken = takeAlong();
    ImportReport report =
        new ImportReport(request.shown(), old.generator().title(), items, remarks, written, taken, List.copyOf(remoteImages));
    keep(report);
    return report;
  }

  /// Decides where files go, before texts link to them.
  private void place() {
    Map<String, OldPage> owners = new HashMap<>();
    old.pages().stream().filter(page -> !page.bundle().isEmpty()).forEach(page -> owners.putIfAbsent(page.bundle(), page));
    for (Map.Entry<String, OldPage> owner : owners.entrySet()) {
      OldPage page = owner.getValue();
      String to = places.of(page).file().folder();
      List<ImportedFile> beside = new ArrayList<>();
      for (String path : source.below(owner.getKey())) {
        String below = path.substring(owner.getKey().length() + 1);
        boolean text = below.matches(".+\\.(md|markdown|mdown)") || below.matches("index(\\.\\w+)?\\.html");
        if (!text) {
          String name = (to.isEmpty() ? "" : to + "/") + below;
          accept(path, name, new OldFile(path, page.address() + below)).ifPresent(beside::add);
        }
      }
      bundles.put(page, beside);
    }
    for (OldFile file : old.files()) {
      String name = file.address().substring(1);
      if (MADE.contains(file.address().toLowerCase(Locale.ROOT))) {
        remarks.add(Remark.notice("'" + file.path() + "' was left out: Assay makes " + file.address()));
      } else if (name.matches(".+\\.(md|markdown)") || name.matches("site\\.(ya?ml|toml|json)") || name.startsWith("data/")) {
        remarks.add(Remark.lost("'" + file.path() + "' would be taken for a part of the new site, and was left out"));
      } else {
        accept(file.path(), name, file).ifPresent(files::add);
      }
    }
  }

  private Optional<ImportedFile> accept(String path, String name, OldFile file) {
    for (String part : name.split("/", -1)) {
      boolean host = name.equals(".nojekyll") || name.equals(".htaccess") || name.startsWith(".well-known/");
      String fault = FileNames.fault(part);
      if (!fault.isEmpty() || (FileNames.isPassedOver(part) && !host)) {
        remarks.add(Remark.lost("the file '" + path + "': its name " + (fault.isEmpty() ? "is one that Assay passes over" : fault)));
        return Optional.empty();
      }
    }
    index.file(file, new SourceId(name));
    return Optional.of(new ImportedFile(name, new ImportedFile.Content.At(source.file(path))));
  }

  /// All texts, in the order of the pages. They are read on all cores; a text may be deep.
  private List<PageText> texts() {
    List<CompletableFuture<PageText>> pending = new ArrayList<>();
    List<PageText> texts = new ArrayList<>();
    try (ParserThreads threads = new ParserThreads(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8))) {
      old.pages().forEach(page -> pending.add(threads.submit(() -> PageText.of(page, old, index, site))));
      pending.forEach(each -> texts.add(each.join()));
      Map<OldPage, PageText> byPage = new HashMap<>();
      texts.forEach(text -> byPage.put(text.page(), text));
      Map<OldPage, Set<String>> anchors = new HashMap<>();
      byPage.forEach((page, text) -> anchors.put(page, text.anchors()));
      Lists lists = new Lists(old, places, site);
      PageText.Links links =
          new PageText.Links(
              index, page -> places.of(page).file(), page -> anchors.getOrDefault(page, Set.of()), page -> Optional.ofNullable(byPage.get(page)).flatMap(lists::body).isEmpty(), lists::isMade,
              old.base(), pictures);
      List<CompletableFuture<Void>> linking = new ArrayList<>();
      texts.forEach(text -> linking.add(threads.submit(() -> {
        text.link(links);
        return null;
      })));
      linking.forEach(CompletableFuture::join);
    }
    return texts;
  }

  private ImportReport.Item write(PageText text, Lists lists) throws IOException {
    OldPage page = text.page();
    String name = page.title().isEmpty() ? page.path() : page.title();
    Optional<String> body = lists.body(text);
    if (body.isEmpty()) {
      return new ImportReport.Item(name, ImportReport.Outcome.LEFT_OUT, "", List.of(Remark.notice("a list without a text of its own: Assay has one at its address")));
    }
    ImportedNote note = notes.note(text, body.get(), bundles.getOrDefault(page, List.of()));
    Place place = places.of(page);
    if (place.there()) {
      return new ImportReport.Item(note.name(), ImportReport.Outcome.THERE_ALREADY, folder.shown(place.file().value()), List.of());
    }
    remoteImages.addAll(text.remoteImages());
    NoteFiles.Result result = writer.writeAt(note);
    return new ImportReport.Item(note.name(), result.outcome(), result.file(), note.remarks());
  }

  private int takeAlong() throws IOException {
    int taken = 0;
    redirects().ifPresent(files::add);
    for (Pictures.Found found : pictures.all()) {
      found.file().ifPresent(files::add);
      if (!found.why().isEmpty()) {
        remarks.add(Remark.lost("the picture " + found.address() + " " + found.why() + ", so it stays there"));
      }
    }
    for (ImportedFile file : files) {
      boolean before = Files.exists(folder.content().resolve(file.path()));
      boolean there = writer.write(file);
      if (!there) {
        remarks.add(Remark.lost("the file '" + file.path() + "': another one has this name"));
      }
      taken += there && !before ? 1 : 0;
    }
    return taken;
  }

  /// Feeds had addresses that a page cannot answer; some hosts read a file of redirects.
  private Optional<ImportedFile> redirects() {
    Map<String, String> feeds = new LinkedHashMap<>(old.feeds());
    boolean own = old.files().stream().anyMatch(file -> file.address().equals("/_redirects"));
    if (feeds.isEmpty()) {
      return Optional.empty();
    }
    remarks.add(Remark.notice("the old feed was at " + feeds.keySet().iterator().next() + " and is at " + feeds.values().iterator().next() + " now: your host has to redirect it" + (own ? "" : "; '_redirects' says so to those that read it")));
    StringBuilder lines = new StringBuilder();
    feeds.forEach((from, to) -> lines.append(from).append(' ').append(to).append(" 301\n"));
    return own ? Optional.empty() : Optional.of(new ImportedFile("_redirects", new ImportedFile.Content.Bytes(lines.toString().getBytes(StandardCharsets.UTF_8))));
  }

  /// The report stays beside the cache until the next import of a folder of that name.
  private void keep(ImportReport report) throws IOException {
    String name = dev.assay.importer.FileStem.of(String.valueOf(source.root().getFileName()));
    ReportFile.keep(folder.root(), name.isEmpty() ? "folder" : name, report.text());
  }
}
