package dev.assay.build;

import dev.assay.build.cache.Digests;
import dev.assay.build.cache.RecordBook;
import dev.assay.build.cache.StoredRecord;
import dev.assay.note.Digest;
import dev.assay.catalog.FeedFormat;
import dev.assay.note.Language;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.note.SpokenNames;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.publish.Look;
import dev.assay.publish.Publisher;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceListing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What the last build into an output folder was made of and came to. While nothing of that has changed and everything
/// that it wrote lies there as it was left, building again can only come to the same, so it need not be done.
///
/// A file has not changed when its size and time are what they were: the same trust that the cache of notes has. A file
/// that was written while the site was being listed, or a tick of the disk's clock before, may change once more without
/// getting another time, so such a build is not remembered.
final class LastBuild {
  private final BuildOptions options;
  private final SourceListing listing;
  private final List<SourceFile> notes;
  private final Tick tick;
  private final StoredBuild stored;
  private final PrintedPages printed;
  private final Digest beside;
  private final Digest looksOfNotes;

  /// @param inputs    the files of the site and the options of the build; empty when one may have changed again unseen
  /// @param beside    the same without the notes
  /// @param outside   what the notes show of themselves but their texts
  /// @param insides   the text of each note, in their order
  /// @param bytes     the files of all notes, in their order: what was told of them stands where it does there
  /// @param zone      the zone in which the site's day begins
  /// @param day       the day of the build there
  /// @param published the state in which the output folder was left
  /// @param aside     what it takes besides to bring another text onto a page
  /// @param told      names what was told
  /// @param report    what it came to, and what was told
  record Known(
      Optional<Digest> inputs, Digest beside, Digest outside, List<Digest> insides, Digest bytes, ZoneId zone, LocalDate day, Digest published, Aside aside,
      long told, BuildReport report) {
    /// The same after the texts of some notes were changed.
    Known after(Optional<Digest> now, List<Digest> texts, Digest files, Digest left, BuildReport report) {
      return new Known(now, beside, outside, texts, files, zone, day, left, aside, told, report);
    }

    /// The same with other words.
    Known telling(long number, List<Problem> problems) {
      return new Known(inputs, beside, outside, insides, bytes, zone, day, published, aside, number, report.telling(problems));
    }
  }

  /// What it takes besides pages and notes to bring another text onto a page.
  ///
  /// @param strict   whether the site's settings make warnings errors
  /// @param elsewhere whether texts of notes show in more places: feeds lie at old addresses as well
  /// @param searched whether readers can search them
  /// @param spoken   the names of entities to whose pages texts are linked, by language
  /// @param feeds    the files of feeds that carry texts of notes
  record Aside(boolean strict, boolean elsewhere, boolean searched, Map<Language, List<SpokenNames.Name>> spoken, List<Fed> feeds) {}

  /// A file of a feed.
  ///
  /// @param address where it is
  /// @param format  its form
  /// @param notes   those whose texts it carries
  record Fed(SitePath address, FeedFormat format, List<SourceId> notes) {}

  /// @param listed when the listing was begun
  LastBuild(BuildOptions options, SourceListing listing, Instant listed) {
    this(options, listing, listed, stored(options));
  }

  /// @param stored what the cache keeps, which may already be being read
  LastBuild(BuildOptions options, SourceListing listing, Instant listed, StoredBuild stored) {
    this.options = options;
    this.listing = listing;
    this.tick = Tick.of(listed);
    this.beside = looksBeside();
    this.notes = listing.files(SourceKind.NOTE);
    this.looksOfNotes = looks(notes);
    this.stored = stored;
    Path cache = cache(options);
    String name = name(options);
    this.printed =
        new PrintedPages(
            new RecordBook<>(cache.resolve("pages-" + name), PrintedPage.class, Program.fingerprint()),
            new RecordBook<>(cache.resolve("fed-" + name), FedText.class, Program.fingerprint()),
            new RecordBook<>(cache.resolve("found-" + name), FoundText.class, Program.fingerprint()),
            new StoredRecord<>(cache.resolve("searched-" + name), SearchLeft.class, Program.fingerprint()));
  }

  /// What the cache keeps of the last build.
  static StoredBuild stored(BuildOptions options) {
    return new StoredBuild(cache(options), name(options));
  }

  private static Path cache(BuildOptions options) {
    return options.root().resolve(FolderReader.CACHE);
  }

  private static String name(BuildOptions options) {
    return Digest.of(options.output().toAbsolutePath().normalize().toString()).hex().substring(0, 12);
  }

  /// What is known of the pages and feeds that lie there.
  PrintedPages printed() {
    return printed;
  }

  /// What this build will come to, when that is certain: what the last one came to, with nothing written. What cannot be
  /// read is not certain; the build that follows meets the same fault and says so.
  ///
  /// @param look at the output folder
  Optional<BuildReport> stands(Look look) {
    if (options.clean() || options.verify()) {
      return Optional.empty();
    }
    return stored.read().filter(last -> isSame(last, look)).map(last -> again(last.report()));
  }

  private boolean isSame(Known known, Look look) {
    return known.inputs().equals(Optional.of(inputs()))
        && known.day().equals(options.today().orElseGet(() -> LocalDate.now(known.zone())))
        && state(look::state).equals(Optional.of(known.published()));
  }

  private static BuildReport again(BuildReport report) {
    return new BuildReport(
        report.pages(), report.notes(), report.leftOut(), report.claims(), report.figures(), report.feeds(), 0, 0,
        report.written() + report.reused(), 0, 0, report.problems());
  }

  /// An edit that shows on the pages of some notes and in feeds, and nowhere else.
  ///
  /// @param notes     those whose text is another than at the last build
  /// @param published the state in which that left the output folder
  /// @param report    what it came to
  record Edit(List<SourceId> notes, Digest published, BuildReport report) {}

  /// What the last build left, when nothing but notes may have changed since.
  Optional<Known> besideNotes() {
    if (options.clean() || options.verify()) {
      return Optional.empty();
    }
    return stored.read().filter(last -> last.day().equals(options.today().orElseGet(() -> LocalDate.now(last.zone()))) && last.beside().equals(beside()));
  }

  /// What was edited, when nothing but the texts of some notes has changed since the last build.
  ///
  /// @param day the day that is built for
  Optional<Edit> edit(Reading reading, LocalDate day) {
    if (options.clean() || options.verify()) {
      return Optional.empty();
    }
    return stored.read()
        .filter(last -> last.day().equals(day) && last.beside().equals(beside()) && last.outside().equals(outside(reading)))
        .map(last -> new Edit(edited(reading.notes(), last.insides()), last.published(), last.report()));
  }

  private static List<SourceId> edited(List<ParsedNote> notes, List<Digest> insides) {
    List<SourceId> edited = new ArrayList<>();
    for (int i = 0; i < notes.size(); i++) {
      if (!notes.get(i).facets().inside().equals(insides.get(i))) {
        edited.add(notes.get(i).note().source());
      }
    }
    return edited;
  }

  /// Names also which notes there are.
  private static Digest outside(Reading reading) {
    return outside(reading.notes().stream().map(note -> note.facets().outside()).toList());
  }

  static Digest outside(List<Digest> outsides) {
    return Digests.digestOf(outsides);
  }

  /// Remembers what came of a build, or that nothing certain did. What the output folder itself gave reason to say is
  /// looked at again each time. A memory that cannot be written costs the next build its time and nothing else.
  ///
  /// @param day   the day that it was built for
  /// @param aside what a next edit of texts needs
  void remember(Reading reading, LocalDate day, Supplier<Aside> aside, BuildReport report) {
    boolean ofTheFolder = report.problems().stream().anyMatch(problem -> problem.code() == Code.OUTPUT);
    boolean unsure = ofTheFolder || !report.succeeded() || isFresh(listing.templates()) || isFresh(others());
    Optional<Digest> published = unsure ? Optional.empty() : standing();
    try {
      if (published.isPresent()) {
        Optional<Digest> inputs = isFresh(notes) ? Optional.empty() : Optional.of(inputs());
        List<Digest> insides = reading.notes().stream().map(note -> note.facets().inside()).toList();
        Digest bytes = Digests.digestOf(reading.notes().stream().map(ParsedNote::bytes).toList());
        stored.write(new Known(inputs, beside(), outside(reading), insides, bytes, reading.site().zone(), day, published.get(), aside.get(), 0, report));
        stored.mark(insides.size());
      } else {
        stored.forget();
      }
    } catch (IOException _) {
      // An older memory may stay: it names another state of the output folder, or the very same one.
      return;
    }
  }

  /// Remembers what came of an edit of texts.
  void remember(Known before, List<Digest> insides, Digest bytes, Digest left, BuildReport report) {
    Optional<Digest> inputs = isFresh(notes) ? Optional.empty() : Optional.of(inputs());
    try {
      if (report.problems().stream().anyMatch(problem -> problem.code() == Code.OUTPUT)) {
        stored.forget(); // as above: it may have gone by the next time
        return;
      }
      stored.write(before.after(inputs, insides, bytes, left, report));
    } catch (IOException _) {
      // An older memory may stay: it names another state of the output folder.
      return;
    }
  }

  /// True when one of some files was changed so late that it may have changed again without a sign.
  private boolean isFresh(List<SourceFile> files) {
    return files.stream().anyMatch(tick::isFresh);
  }

  /// The files of notes, in order.
  List<SourceFile> notes() {
    return notes;
  }

  /// When it was begun to look.
  Tick tick() {
    return tick;
  }

  Optional<Digest> standing() {
    return state(() -> new Publisher(options.root(), options.output()).standing(options.jobs()));
  }

  @FunctionalInterface
  private interface Asking {
    Optional<Digest> state() throws IOException;
  }

  private static Optional<Digest> state(Asking asking) {
    try {
      return asking.state();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Digest inputs() {
    return Digests.digestOf(looksOfNotes, beside);
  }

  /// Whatever goes into a build besides the notes.
  Digest beside() {
    return beside;
  }

  private Digest looksBeside() {
    List<Object> wanted =
        List.of(
            options.root().toAbsolutePath().normalize().toString(), options.baseUrl(), options.drafts(), options.future(),
            options.today(), options.strict());
    return Digests.digestOf(looks(others()), looks(listing.templates()), wanted, listing.prefix(), listing.problems());
  }

  private List<SourceFile> others() {
    return listing.files().stream().filter(file -> file.kind() != SourceKind.NOTE).toList();
  }

  /// How files look, in one pass over tens of thousands of them.
  private static Digest looks(List<SourceFile> files) {
    ByteBuffer looks = ByteBuffer.allocate(1 << 12);
    for (SourceFile file : files) {
      byte[] name = file.id().value().getBytes(StandardCharsets.UTF_8);
      int length = name.length + Integer.BYTES + 2 * Long.BYTES;
      if (looks.remaining() < length) {
        looks = ByteBuffer.allocate(looks.capacity() * 2 + length).put(looks.flip());
      }
      looks.putInt(name.length).put(name).putLong(file.size()).putLong(file.modified());
    }
    return Digest.of(looks.array(), 0, looks.position());
  }
}
