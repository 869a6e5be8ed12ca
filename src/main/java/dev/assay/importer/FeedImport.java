package dev.assay.importer;

import dev.assay.importer.feed.FeedReader;
import dev.assay.importer.feed.ImportedFeed;
import dev.assay.importer.feed.ImportedItem;
import dev.assay.markdown.ParserThreads;
import dev.assay.note.Language;
import dev.assay.note.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Imports one feed into a site's folder.
public final class FeedImport {
  private static final long MOST_BYTES = 256L << 20;

  private final Request request;
  private final ImportedFeed feed;
  private final ContentFolder folder;
  private final FeedOrigin origin;
  private final Site site;
  private final Optional<SiteSettings> settings;
  private final FeedNotes notes;
  private final FeedAddresses addresses;
  private final NoteFiles files;
  private final Pictures pictures;
  private final ImportReport.Item[] results;
  private final Set<String> remoteImages = new LinkedHashSet<>();
  private final List<Remark> remarks;

  /// What is wanted.
  ///
  /// @param file   the feed
  /// @param shown  how the writer named it
  /// @param root   the site's folder; made when it is not there
  /// @param format `auto`, `rss`, `atom` or `json`
  /// @param now    the moment of the import, for what has no date at all
  /// @param fetch  which pictures on other hosts are taken along
  public record Request(Path file, String shown, Path root, String format, OffsetDateTime now, Fetch fetch) {}

  /// Which pictures are fetched.
  public enum Fetch {
    /// None: they stay where they are, and the report lists them.
    NOTHING,
    /// Those on public hosts.
    PUBLIC,
    /// Those on this machine and in private nets as well.
    ANY
  }

  /// What came of it.
  public sealed interface Result {
    record Done(ImportReport report) implements Result {}

    /// Nothing was written.
    ///
    /// @param why  one sentence without a full stop
    /// @param hint what to do, or empty
    record Refused(String why, String hint) implements Result {}
  }

  private FeedImport(Request request, ImportedFeed feed) {
    this.request = request;
    this.feed = feed;
    this.remarks = new ArrayList<>(feed.remarks());
    this.folder = ContentFolder.of(request.root());
    this.origin = FeedOrigin.of(feed);
    this.settings = folder.site().isPresent() ? Optional.empty() : Optional.of(settings());
    this.site = folder.site().orElseGet(this::freshSite);
    this.notes = new FeedNotes(feed, origin, site);
    this.addresses = new FeedAddresses(folder, origin.base(), site);
    this.files = new NoteFiles(folder);
    Optional<PictureFetch> fetch =
        request.fetch() == Fetch.NOTHING ? Optional.empty() : Optional.of(new PictureFetch(request.fetch() == Fetch.ANY));
    this.pictures = Pictures.beside(request.file(), feed.self(), origin.base(), fetch);
    this.results = new ImportReport.Item[feed.items().size()];
  }

  /// Imports a feed.
  ///
  /// @throws IOException when the disk says no; notes that were written before stay
  public static Result run(Request request) throws IOException {
    if (!Files.isRegularFile(request.file())) {
      return new Result.Refused("there is no file '" + request.shown() + "'", "name a feed that was saved to a file");
    }
    if (Files.size(request.file()) > MOST_BYTES) {
      return new Result.Refused("'" + request.shown() + "' is larger than 256 MB", "part it into several feeds");
    }
    return switch (FeedReader.read(Files.readAllBytes(request.file()), request.shown())) {
      case FeedReader.Result.Refused(String why, String hint) -> new Result.Refused(why, hint);
      case FeedReader.Result.Read(ImportedFeed feed) when !isWanted(feed, request.format()) ->
          new Result.Refused("'" + request.shown() + "' is " + feed.format(), "leave --format out, or name the format that it has");
      case FeedReader.Result.Read(ImportedFeed feed) -> {
        Files.createDirectories(request.root());
        yield new Result.Done(new FeedImport(request, feed).run());
      }
    };
  }

  private static boolean isWanted(ImportedFeed feed, String format) {
    String name = FeedReader.formatName(format);
    return name.isEmpty() || feed.format().startsWith(name) || (name.equals("RSS") && feed.format().startsWith("WordPress"));
  }

  private SiteSettings settings() {
    return new SiteSettings(
        origin.title(), origin.base(), description(), languages(), zone(), feed.authors(), FeedAddresses.patterns(feed.items(), origin.base()));
  }

  /// What the feed says of its site; what it says of a tag, or what Hugo says of every feed, is no such thing.
  private String description() {
    boolean own = origin.terms().isEmpty() && !feed.description().startsWith("Recent content ") && feed.description().length() <= 300;
    return own && !feed.description().equals(origin.title()) ? feed.description() : "";
  }

  private List<Language> languages() {
    Set<Language> languages = new LinkedHashSet<>();
    language(feed.language()).ifPresent(languages::add);
    Map<String, Integer> counts = new HashMap<>();
    feed.items().forEach(item -> language(item.language()).ifPresent(language -> counts.merge(language.tag(), 1, Integer::sum)));
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> new Language(entry.getKey()))
        .filter(language -> languages.stream().noneMatch(known -> FeedNotes.primary(known.tag()).equals(FeedNotes.primary(language.tag()))))
        .forEach(languages::add);
    return List.copyOf(languages);
  }

  private static Optional<Language> language(String written) {
    String tag = written.strip().replace('_', '-');
    return Language.isTag(tag) ? Optional.of(new Language(tag)) : Optional.empty();
  }

  /// The zone of a feed whose dates all have one offset.
  private Optional<String> zone() {
    Set<ZoneOffset> offsets = new LinkedHashSet<>();
    feed.items().forEach(item -> item.date().ifPresent(date -> offsets.add(date.getOffset())));
    if (offsets.size() != 1 || offsets.iterator().next().equals(ZoneOffset.UTC)) {
      return Optional.empty();
    }
    String offset = offsets.iterator().next().getId();
    String language = FeedNotes.primary(feed.language());
    return Optional.of(offset.equals("+09:00") && language.equals("ko") ? "Asia/Seoul" : offset.equals("+09:00") && language.equals("ja") ? "Asia/Tokyo" : offset);
  }

  /// What a build will read from the settings that are about to be written.
  private Site freshSite() {
    SiteSettings made = settings.orElseThrow();
    Site plain = Site.defaults(made.title());
    return dev.assay.frontmatter.SiteReader.read(
        new dev.assay.problem.SourceText("site.yaml", made.text()), plain, List.of("post", "page")).site();
  }

  private ImportReport run() throws IOException {
    String format = feed.format();
    Optional<String> written = Optional.empty();
    List<Indexed> drafts = drafts();
    if (settings.isPresent()) {
      written = Optional.of(files.writeSettings(settings.get()));
    }
    convert(drafts);
    int taken = pictures();
    if (feed.items().isEmpty()) {
      remarks.add(Remark.notice("the feed has no items"));
    }
    ImportReport report =
        new ImportReport(request.shown(), format, List.of(results), remarks, written, taken, List.copyOf(remoteImages));
    keep(report);
    return report;
  }

  /// The items that are new, the oldest first, so that older notes get the plainer names, now and next time.
  private List<Indexed> drafts() {
    List<Indexed> drafts = new ArrayList<>();
    Map<String, ImportedItem> byId = new HashMap<>();
    List<Integer> order = order();
    for (int index : order) {
      ImportedItem item = feed.items().get(index);
      if (item.kind() == ImportedItem.Kind.OTHER) {
        results[index] = leftOut(item, "it is no post and no page");
        continue;
      }
      FeedNotes.Draft draft = notes.draft(item, index, request.now());
      ImportedItem same = byId.putIfAbsent(draft.id(), item);
      if (same != null) {
        if (isSame(same, item)) {
          results[index] = leftOut(item, "the feed has it twice");
          continue;
        }
        draft = withOwnId(draft);
      }
      Optional<ContentFolder.Held> held = folder.note(draft.id());
      if (held.isPresent()) {
        results[index] =
            new ImportReport.Item(draft.title(), ImportReport.Outcome.THERE_ALREADY, folder.shown(held.get().file()), List.of());
        continue;
      }
      drafts.add(new Indexed(index, draft));
    }
    return drafts;
  }

  private List<Integer> order() {
    List<Integer> order = new ArrayList<>();
    for (int i = feed.items().size() - 1; i >= 0; i--) {
      order.add(i);
    }
    order.sort(java.util.Comparator.comparing(i -> feed.items().get(i).date().map(OffsetDateTime::toInstant).orElse(java.time.Instant.MIN)));
    return order;
  }

  private static boolean isSame(ImportedItem a, ImportedItem b) {
    return a.link().equals(b.link()) && a.title().equals(b.title()) && a.content().html().equals(b.content().html());
  }

  /// Two items may not have one id, or readers show only one of them.
  private static FeedNotes.Draft withOwnId(FeedNotes.Draft draft) {
    ImportedItem item = draft.item();
    String own = dev.assay.note.Digest.lasting(item.link() + "\n" + item.title() + "\n" + item.date()).hex().substring(0, 8);
    List<Remark> remarks = new ArrayList<>(draft.remarks());
    remarks.add(Remark.changed("the id '" + draft.id() + "' is another item's as well, so this one's has '#" + own + "' behind it"));
    return new FeedNotes.Draft(item, draft.id() + "#" + own, draft.title(), draft.date(), draft.language(), remarks);
  }

  private static ImportReport.Item leftOut(ImportedItem item, String why) {
    String name = item.title().isEmpty() ? item.link().isEmpty() ? item.id() : item.link() : item.title();
    return new ImportReport.Item(name, ImportReport.Outcome.LEFT_OUT, "", List.of(Remark.lost(why)));
  }

  /// An item that is new, and which one of the feed it is.
  private record Indexed(int index, FeedNotes.Draft draft) {}

  private record Pending(Indexed item, CompletableFuture<FeedNotes.Made> made) {}

  /// Converts on all cores, a few items ahead of the writing, so that the memory holds a few texts and not all.
  private void convert(List<Indexed> drafts) throws IOException {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
    try (ParserThreads parsers = new ParserThreads(threads)) {
      Deque<Pending> pending = new ArrayDeque<>();
      for (Indexed item : drafts) {
        FeedNotes.Draft draft = item.draft();
        FeedAddresses.Placed placed = addresses.place(draft.item(), draft.date(), draft.title(), draft.language());
        pending.add(new Pending(item, parsers.submit(() -> notes.make(draft, placed, pictures::address))));
        if (pending.size() > 2 * threads) {
          write(pending.remove());
        }
      }
      while (!pending.isEmpty()) {
        write(pending.remove());
      }
    }
  }

  /// Writes the pictures that the new notes show.
  ///
  /// @return how many
  private int pictures() throws IOException {
    int taken = 0;
    for (Pictures.Found found : pictures.all()) {
      if (!found.why().isEmpty()) {
        remarks.add(Remark.lost("the picture " + found.address() + " " + found.why() + ", so it stays there"));
      }
      if (found.file().isPresent()) {
        if (files.write(found.file().get())) {
          taken++;
        } else {
          remarks.add(Remark.lost("a picture, because another file has its name: " + folder.shown(found.file().get().path())));
        }
      }
    }
    return taken;
  }

  private void write(Pending pending) throws IOException {
    FeedNotes.Draft draft = pending.item().draft();
    int index = pending.item().index();
    switch (pending.made().join()) {
      case FeedNotes.Made.LeftOut(String why) ->
          results[index] = new ImportReport.Item(draft.title(), ImportReport.Outcome.LEFT_OUT, "", List.of(Remark.lost(why)));
      case FeedNotes.Made.Note(ImportedNote note, List<String> images) -> {
        NoteFiles.Result result = files.writeAt(note);
        results[index] = new ImportReport.Item(draft.title(), result.outcome(), result.file(), note.remarks());
        images.stream().filter(image -> image.startsWith("http")).forEach(remoteImages::add);
      }
    }
  }

  /// The report stays beside the cache until the next import of a file of that name.
  private void keep(ImportReport report) throws IOException {
    ReportFile.keep(folder.root(), FileStem.ofFile(String.valueOf(request.file().getFileName())), report.text());
  }
}
