package dev.assay.build;

import dev.assay.asset.Form;
import dev.assay.asset.ImageFormat;
import dev.assay.asset.ImageHead;
import dev.assay.asset.ImageInfo;
import dev.assay.asset.Ladder;
import dev.assay.asset.Looked;
import dev.assay.asset.Metadata;
import dev.assay.asset.Offer;
import dev.assay.asset.PictureMaker;
import dev.assay.asset.SvgCleaner;
import dev.assay.build.cache.StoredRecord;
import dev.assay.note.Digest;
import dev.assay.note.PictureSettings;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.problem.Problem;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Stage;
import dev.assay.source.Loaded;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceReader;
import dev.assay.view.project.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// Looks at the pictures that notes show, and makes smaller forms of them before any page is planned: a page says how large
/// they are, and whether a file can be decoded is only known when it was.
///
/// What came of it is remembered with the size and time of each file, and the forms lie on a shelf by the digest of what they
/// were made of, so the next build opens no picture. A site without pictures pays for looking at the names of its files.
final class PictureStep {
  /// How much of it a build does.
  enum Extent {
    /// What earlier builds know: for commands that show no page.
    NOTHING,
    /// Heads of files are looked at, nothing is made or kept.
    LOOK,
    /// Everything.
    MAKE,
    /// Everything, whatever earlier builds know.
    ANEW
  }

  private static final String INDEX = "pictures-index";

  /// Megabytes.
  private static final int MOST_GARBAGE = 400;

  private final BuildOptions options;
  private final PictureSettings settings;
  private final Extent extent;
  private final Ladder ladder;
  private final SourceReader reader;
  private final PictureShelf shelf;
  private final StoredRecord<Known> index;
  private final Semaphore room;
  private final AtomicInteger used = new AtomicInteger();
  private final int memory;
  private final String chain;

  /// Pictures that this machine could not make anything of, and another time may.
  private final Set<String> ofThisRun = ConcurrentHashMap.newKeySet();

  /// What earlier builds know.
  ///
  /// @param settings the way in which forms were made
  record Known(Digest settings, List<KnownPicture> pictures) {}

  /// @param pictures what pages offer
  /// @param files    the forms, as files of the site
  record Result(Pictures pictures, List<Artifact> files, List<Problem> problems) {
    static final Result NONE = new Result(Pictures.NONE, List.of(), List.of());
  }

  private PictureStep(Reading reading, BuildOptions options, Extent extent) {
    Path cache = options.root().resolve(FolderReader.CACHE);
    this.options = options;
    this.settings = reading.site().pictures();
    this.chain = chain(this.settings);
    this.extent = extent;
    this.ladder = new Ladder(settings.widths(), settings.quality(), settings.webp() && Machine.writesWebp());
    this.reader = new SourceReader(reading.listing().root(), SourceLimits.DEFAULT);
    this.shelf = new PictureShelf(cache);
    this.index = new StoredRecord<>(cache.resolve(INDEX), Known.class, Program.fingerprint());
    // A third of what Java may take, counted in megabytes; more than a gigabyte buys nothing.
    this.memory = Math.clamp((Runtime.getRuntime().maxMemory() / 3) >> 20, 64, 1 << 10);
    this.room = new Semaphore(memory, true);
  }

  static Result of(Reading reading, Analysis analysis, BuildOptions options, Progress progress, Extent extent) {
    List<SourceFile> files = reading.assets().stream().filter(file -> ImageFormat.ofName(file.id().value()).isPresent()).toList();
    if (files.isEmpty()) {
      return Result.NONE;
    }
    ShownPictures shown = ShownPictures.of(analysis, files);
    return shown.wanted().isEmpty() ? Result.NONE : new PictureStep(reading, options, extent).run(shown, analysis, progress);
  }

  private Result run(ShownPictures shown, Analysis analysis, Progress progress) {
    Digest how = Recipes.of("pictures", settings.toString(), ladder.toString(), Ladder.VERSION);
    Map<String, KnownPicture> before = known(how);
    Map<SourceId, KnownPicture> now = new HashMap<>();
    List<SourceFile> unknown = new ArrayList<>();
    for (SourceFile file : shown.wanted()) {
      KnownPicture known = before.get(file.id().value());
      if (known != null && known.size() == file.size() && known.modified() == file.modified()) {
        now.put(file.id(), known);
      } else {
        unknown.add(file);
      }
    }
    List<Problem> problems = new ArrayList<>();
    if (extent != Extent.NOTHING && !unknown.isEmpty()) {
      // The largest first, so that no thread is left with one at the end.
      List<SourceFile> falling = unknown.stream().sorted(Comparator.comparingLong(SourceFile::size).reversed().thenComparing(SourceFile::id)).toList();
      AtomicInteger done = new AtomicInteger();
      List<Seen> seen =
          Parallel.map(falling, options.jobs(), this::seen, _ -> progress.at("making pictures", done.incrementAndGet(), falling.size()));
      for (int i = 0; i < seen.size(); i++) {
        switch (seen.get(i)) {
          case Seen.Read(KnownPicture picture) -> now.put(falling.get(i).id(), picture);
          case Seen.Unread(Problem problem) -> problems.add(problem);
        }
      }
    }
    if (extent == Extent.MAKE || extent == Extent.ANEW) {
      remember(how, before, now, !unknown.isEmpty());
    }
    problems.addAll(PictureProblems.of(shown, now, settings, ladder));
    return result(shown, now, problems, analysis);
  }

  private Map<String, KnownPicture> known(Digest how) {
    Map<String, KnownPicture> known = new HashMap<>();
    if (extent != Extent.ANEW) {
      try {
        index.read().filter(each -> each.settings().equals(how)).ifPresent(each -> each.pictures().forEach(picture -> known.put(picture.source(), picture)));
      } catch (IOException _) {
        // As if nothing were known: everything is looked at again.
        known.clear();
      }
    }
    return known;
  }

  private void remember(Digest how, Map<String, KnownPicture> before, Map<SourceId, KnownPicture> now, boolean more) {
    if (!more && before.size() == now.size()) {
      return;
    }
    List<KnownPicture> pictures = now.values().stream().filter(each -> !ofThisRun.contains(each.source())).sorted(Comparator.comparing(KnownPicture::source)).toList();
    try {
      index.write(new Known(how, pictures));
    } catch (IOException _) {
      // The next build looks at them again.
      return;
    }
    Set<String> wanted = new HashSet<>();
    for (KnownPicture picture : pictures) {
      picture.set().forEach(made -> wanted.add(name(picture.content(), made.form())));
      picture.plain().forEach(made -> wanted.add(name(picture.content(), made.form())));
    }
    shelf.tidy(wanted);
  }

  /// What came of looking at one file.
  private sealed interface Seen {
    record Read(KnownPicture picture) implements Seen {}

    record Unread(Problem problem) implements Seen {}
  }

  private Seen seen(SourceFile file) {
    int need = Math.clamp((file.size() >> 20) * 2 + 1, 1, memory);
    room.acquireUninterruptibly(need);
    try {
      return switch (reader.bytes(file)) {
        case Loaded.Failed<byte[]>(Problem problem) -> new Seen.Unread(problem);
        case Loaded.Whole<byte[]>(SourceFile read, Digest content, byte[] bytes) -> {
          KnownPicture picture = looked(read, content, bytes);
          yield new Seen.Read(picture);
        }
      };
    } finally {
      room.release(need);
    }
  }

  private KnownPicture looked(SourceFile file, Digest content, byte[] bytes) {
    Looked looked = ImageHead.at(bytes, file.id().fileName());
    Optional<ImageInfo> info = looked instanceof Looked.Found(ImageInfo found) ? Optional.of(found) : Optional.empty();
    String what = looked instanceof Looked.Faulty faulty ? faulty.what() : "";
    String hint = looked instanceof Looked.Faulty faulty ? faulty.hint() : "";
    boolean drawing = ImageFormat.isDrawing(bytes, file.id().fileName());
    SvgCleaner.Cleaned cleaned = drawing ? SvgCleaner.clean(bytes) : new SvgCleaner.Cleaned(bytes, List.of());
    long published = drawing ? cleaned.svg().length : Metadata.without(bytes, kept(settings)).length;
    if (what.isEmpty() && !kept(settings).equals(Metadata.Kept.ALL) && Metadata.staysIn(bytes)) {
      what = "holds notes of its camera, which cannot be taken out of " + ImageFormat.AVIF.title() + " here";
      hint = "save it without metadata";
    }
    KnownPicture plain =
        new KnownPicture(
            file.id().value(), file.size(), file.modified(), content, published, info, what, hint, List.of(), List.of(), cleaned.told());
    Ladder.Forms forms = info.isEmpty() || !settings.resize() || extent == Extent.LOOK ? new Ladder.Forms(List.of(), List.of()) : ladder.of(info.get(), published);
    return forms.isEmpty() ? plain : made(plain, forms, bytes);
  }

  private KnownPicture made(KnownPicture picture, Ladder.Forms forms, byte[] bytes) {
    ImageInfo info = picture.info().orElseThrow();
    List<Form> all = new ArrayList<>(forms.set());
    all.addAll(forms.plain());
    return switch (files(picture.content(), info, all, bytes, extent == Extent.ANEW)) {
      case PictureMaker.Unreadable(String why, String hint, boolean here) -> {
        if (here) {
          ofThisRun.add(picture.source());
        }
        yield new KnownPicture(
            picture.source(), picture.size(), picture.modified(), picture.content(), picture.bytes(), picture.info(), why,
            hint, List.of(), List.of(), picture.told());
      }
      case PictureMaker.Made(List<byte[]> files) -> {
        List<KnownPicture.Made> made = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
          made.add(new KnownPicture.Made(all.get(i), files.get(i).length));
        }
        yield chosen(picture, info, made.subList(0, forms.set().size()), made.subList(forms.set().size(), made.size()));
      }
    };
  }

  /// Leaves out what saves nothing: a picture that was made small with care is the best form of itself.
  private KnownPicture chosen(KnownPicture picture, ImageInfo info, List<KnownPicture.Made> set, List<KnownPicture.Made> plain) {
    boolean asLarge = !set.isEmpty() && set.getLast().form().width() == info.width();
    boolean inVain = set.isEmpty() || (asLarge && set.getLast().bytes() >= picture.bytes());
    List<KnownPicture.Made> saving = plain.stream().filter(made -> made.bytes() < picture.bytes()).toList();
    return new KnownPicture(
        picture.source(), picture.size(), picture.modified(), picture.content(), picture.bytes(), picture.info(), picture.what(), picture.hint(),
        inVain ? List.of() : set, inVain ? List.of() : saving, picture.told());
  }

  private PictureMaker.Result files(Digest content, ImageInfo info, List<Form> forms, byte[] bytes, boolean anew) {
    List<byte[]> found = new ArrayList<>();
    for (Form form : forms) {
      if (!anew) {
        shelf.find(name(content, form)).ifPresent(found::add);
      }
    }
    if (found.size() == forms.size()) {
      return new PictureMaker.Made(found);
    }
    int need = Math.clamp(PictureMaker.memory(info, forms) >> 20, 1, memory / 2);
    room.acquireUninterruptibly(need);
    try {
      PictureMaker.Result result = PictureMaker.make(bytes, info, forms, settings.quality());
      if (result instanceof PictureMaker.Made(List<byte[]> files)) {
        for (int i = 0; i < files.size(); i++) {
          shelf.keep(name(content, forms.get(i)), files.get(i));
        }
      }
      return result;
    } finally {
      room.release(need);
      tidyMemory(need);
    }
  }

  /// A decoded photograph is one array of many megabytes. The collector for small machines looks after such arrays only when
  /// all the memory that Java may take is full of them, which is a quarter of the machine's; so it is asked to now and then.
  private void tidyMemory(int megabytes) {
    if (used.addAndGet(megabytes) >= MOST_GARBAGE) {
      used.set(0);
      System.gc();
    }
  }

  private Result result(ShownPictures shown, Map<SourceId, KnownPicture> now, List<Problem> problems, Analysis analysis) {
    Map<SitePath, Offer> offers = new HashMap<>();
    List<Artifact> files = new ArrayList<>();
    Map<SourceId, SitePath> addresses = analysis.model().catalog().assets();
    for (SourceFile file : shown.wanted()) {
      KnownPicture picture = now.get(file.id());
      SitePath address = addresses.get(file.id());
      if (picture != null && address != null && picture.info().isPresent()) {
        ImageInfo info = picture.info().get();
        List<Offer.Choice> set = new ArrayList<>();
        picture.set().forEach(made -> set.add(choice(address, picture, made, file, files)));
        if (!set.isEmpty() && ladder.offersItself(info)) {
          set.add(new Offer.Choice(address, info.width(), info.height(), picture.bytes()));
        }
        Optional<Offer.Choice> plain = picture.plain().stream().findFirst().map(made -> choice(address, picture, made, file, files));
        ImageFormat format = picture.set().isEmpty() ? info.format() : picture.set().getFirst().form().format();
        offers.put(address, new Offer(info.width(), info.height(), picture.bytes(), format, set, plain));
      }
    }
    return new Result(new Pictures(Map.copyOf(offers), settings.sizes()), files, problems);
  }

  private Offer.Choice choice(SitePath of, KnownPicture picture, KnownPicture.Made made, SourceFile file, List<Artifact> files) {
    Form form = made.form();
    // A lasting digest of the picture's digest: the bytes themselves were named by the faster one, which is the same everywhere.
    String name = name(picture.content(), form);
    String path = of.value();
    int dot = path.lastIndexOf('.');
    String stem = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    SitePath address = new SitePath(stem + "-" + form.width() + "w-" + Digest.lasting(name).hex().substring(0, 10) + "." + form.format().ending());
    if (files.stream().noneMatch(each -> each.address().equals(address))) {
      files.add(new Artifact(address, Stage.ASSET, Recipes.of("picture", name), () -> file(picture, form, file)));
    }
    return new Offer.Choice(address, form.width(), form.height(), made.bytes());
  }

  /// A form from the shelf; when it was lost there it is made again.
  private Maker.Result file(KnownPicture picture, Form form, SourceFile file) {
    Optional<byte[]> kept = shelf.find(name(picture.content(), form));
    if (kept.isPresent()) {
      return new Maker.Made(kept.get());
    }
    return switch (reader.bytes(file)) {
      case Loaded.Failed<byte[]>(Problem problem) -> new Maker.Failed(List.of(problem));
      case Loaded.Whole<byte[]>(SourceFile _, Digest content, byte[] bytes) -> {
        List<Form> forms = new ArrayList<>();
        picture.set().forEach(made -> forms.add(made.form()));
        picture.plain().forEach(made -> forms.add(made.form()));
        if (!content.equals(picture.content())) {
          yield new Maker.Failed(List.of(PictureProblems.changing(file)));
        }
        yield switch (files(content, picture.info().orElseThrow(), forms, bytes, false)) {
          case PictureMaker.Made(List<byte[]> files) -> new Maker.Made(files.get(forms.indexOf(form)));
          case PictureMaker.Unreadable _ -> new Maker.Failed(List.of(PictureProblems.changing(file)));
        };
      }
    };
  }

  /// Names what a form depends on besides its picture: each is made of the next larger one.
  private static String chain(PictureSettings settings) {
    return Digest.lasting(settings.widths() + " " + settings.webp()).hex().substring(0, 8);
  }

  private String name(Digest content, Form form) {
    boolean lossy = form.format() != ImageFormat.PNG;
    return content.hex() + "-" + form.width() + "x" + form.height() + (lossy ? "q" + settings.quality() : "") + "v" + Ladder.VERSION + "-" + chain + "." + form.format().ending();
  }

  static Metadata.Kept kept(PictureSettings settings) {
    return switch (settings.kept()) {
      case "all" -> Metadata.Kept.ALL;
      case "copyright" -> Metadata.Kept.COPYRIGHT;
      default -> Metadata.Kept.NOTHING;
    };
  }
}
