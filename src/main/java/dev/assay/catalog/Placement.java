package dev.assay.catalog;

import dev.assay.note.FrontMatter;
import dev.assay.note.Language;
import dev.assay.note.Located;
import dev.assay.note.Mapper;
import dev.assay.note.Note;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.note.TitleText;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Gives each note its type, language, slug, title and address.
public final class Placement {
  /// Newest first; undated notes after dated ones, by title.
  public static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparing((Entry entry) -> entry.date().map(OffsetDateTime::toInstant), Placement::latest)
          .thenComparing(Entry::title)
          .thenComparing(entry -> entry.source().value());

  private static final Comparator<Entry> WEIGHT =
      Comparator.comparing((Entry entry) -> entry.note().head().weight().orElse(Integer.MAX_VALUE));

  private static final Comparator<Entry> BY_WEIGHT = WEIGHT.thenComparing(NEWEST_FIRST);

  /// The parts of a series: by weight, then as they were written.
  public static final Comparator<Entry> PARTS = WEIGHT.thenComparing(NEWEST_FIRST.reversed());

  /// The notes of this build and those left out of it.
  public record Result(List<Entry> entries, List<LeftOut> leftOut, List<Problem> problems) {}

  private final Site site;
  private final Edition edition;
  private final Addresses addresses;
  private final List<Problem> problems = new ArrayList<>();

  private Placement(Site site, Edition edition, Addresses addresses) {
    this.site = site;
    this.edition = edition;
    this.addresses = addresses;
  }

  /// Places some notes, on one thread.
  public static Result place(Site site, Edition edition, List<Note> notes) {
    return place(site, edition, notes, Mapper.ALONE);
  }

  /// Places some notes. The entries come by weight, then newest first.
  ///
  /// @param mapper works on each note
  public static Result place(Site site, Edition edition, List<Note> notes, Mapper mapper) {
    Addresses addresses = new Addresses(site);
    return new Placement(site, edition, addresses).joined(mapper.map(notes, note -> new Placement(site, edition, addresses).one(note)));
  }

  /// A note by itself: placed, left out, or neither with the problem that keeps it from both.
  private record One(Optional<Entry> entry, Optional<LeftOut> out, List<Problem> problems) {}

  private One one(Note note) {
    FileName name = name(note);
    Optional<LeftOut> out = leftOut(note, name);
    return new One(out.isEmpty() ? entry(note, name) : Optional.empty(), out, problems);
  }

  private Result joined(List<One> all) {
    List<Entry> entries = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (One one : all) {
      one.entry().ifPresent(entries::add);
      one.out().ifPresent(leftOut::add);
      problems.addAll(one.problems());
    }
    List<Entry> own = withoutCollisions(entries);
    own.sort(BY_WEIGHT);
    return new Result(List.copyOf(own), List.copyOf(leftOut), problems);
  }

  private FileName name(Note note) {
    FileName plain = FileName.of(site, note.source());
    Language language = note.head().lang().map(lang -> own(lang, note)).orElse(plain.language());
    return new FileName(plain.type(), plain.section(), plain.stem(), language);
  }

  /// A language without lists, feeds and a home page of its own would leave its notes' links dead.
  private Language own(Language written, Note note) {
    Optional<Language> known =
        site.languages().stream().filter(language -> language.tag().equalsIgnoreCase(written.tag())).findFirst();
    if (known.isEmpty()) {
      problems.add(
          Problem.ofFile(
              Severity.ERROR, Code.WRONG_TYPE, note.file(),
              "this note is in '" + written.tag() + "', which is none of the site's languages",
              "add it to 'languages' in the site's settings, or change 'lang'"));
    }
    return known.orElse(site.language());
  }

  private Optional<LeftOut> leftOut(Note note, FileName name) {
    FrontMatter head = note.head();
    LocalDate today = edition.today();
    if (head.draft() && !edition.drafts()) {
      return Optional.of(new LeftOut(note.source(), name.stem(), "is a draft", "build with --drafts, or remove 'draft: true'"));
    }
    Optional<LocalDate> from = head.publish().or(head::date).map(this::day);
    if (from.isPresent() && from.get().isAfter(today) && !edition.future()) {
      return Optional.of(
          new LeftOut(note.source(), name.stem(), "is published on " + from.get(), "build with --future to see it now"));
    }
    Optional<LocalDate> until = head.expires().map(this::day);
    if (until.isPresent() && !until.get().isAfter(today)) {
      return Optional.of(new LeftOut(note.source(), name.stem(), "expired on " + until.get(), "change 'expires'"));
    }
    return Optional.empty();
  }

  private LocalDate day(OffsetDateTime time) {
    return time.atZoneSameInstant(site.zone()).toLocalDate();
  }

  private Optional<Entry> entry(Note note, FileName name) {
    FrontMatter head = note.head();
    String slug = head.slug().map(Located::value).orElseGet(() -> Slugs.of(name.stem()));
    if (slug.isEmpty()) {
      problems.add(
          Problem.ofFile(
              Severity.ERROR, Code.FILE_NAME, note.file(),
              "'" + note.source().fileName() + "' has no letter or digit to make an address of",
              "rename the file, or give the note a 'slug'"));
      return Optional.empty();
    }
    String title = title(note, name.type() == NoteType.HOME ? site.title() : Slugs.title(name.stem()));
    String written =
        head.url()
            .map(Located::value)
            .orElseGet(() -> addresses.note(name.type(), name.section(), slug, name.language(), head.date()));
    String fault = SitePath.fault(written);
    if (!fault.isEmpty()) {
      problems.add(
          Problem.ofFile(
              Severity.ERROR, Code.FILE_NAME, note.file(), "the address '" + written + "' " + fault,
              "give the note another 'slug' or 'url'"));
      return Optional.empty();
    }
    doubts(note);
    // A head with an error may have a date that could not be read.
    boolean sound = note.problems().stream().noneMatch(Problem::isError);
    if (name.type() == NoteType.POST && head.date().isEmpty() && sound) {
      problems.add(
          Problem.ofFile(
              Severity.WARNING, Code.MISSING_DATE, note.file(), "this post has no date, so no feed carries it",
              "give it one in its head, as in date: 2026-05-30"));
    }
    return Optional.of(
        new Entry(
            note, name.type(), name.section(), slug, name.language(), new SitePath(written), title, head.date(),
            head.updated().filter(updated -> head.date().map(date -> !updated.isEqual(date)).orElse(true)),
            head.id().map(id -> FeedIds.written(id.value())).filter(id -> !id.isEmpty()).orElseGet(() -> FeedIds.of(note.source()))));
  }

  private static String title(Note note, String otherwise) {
    return note.head()
        .title()
        .map(title -> TitleText.seen(title.value()))
        .filter(text -> !text.isEmpty())
        .or(() -> Optional.of(TitleText.seen(note.textTitle())).filter(text -> !text.isEmpty()))
        .orElse(otherwise);
  }

  /// What a page or a feed cannot show as it was written, and shows otherwise.
  private void doubts(Note note) {
    note.head().title().filter(title -> TitleText.seen(title.value()).isEmpty())
        .ifPresent(title -> warn(Code.WRONG_TYPE, title, "this title has no character that can be seen", "write a title, or leave it out"));
    note.head().id().filter(id -> !FeedIds.isIri(FeedIds.written(id.value())))
        .ifPresent(
            id ->
                warn(
                    Code.FEED_ID, id, "'" + FeedIds.written(id.value()) + "' is no address, so Atom carries another id made of it",
                    "subscribers would see the note again under another id; for a new note write one such as tag:example.org,2026:name, or none"));
  }

  private void warn(Code code, Located<String> written, String message, String hint) {
    problems.add(new Problem(Severity.WARNING, code, written.place(), message, "", hint));
  }

  /// Two files for one address, or for addresses that some file systems take for one, are an error naming both.
  private List<Entry> withoutCollisions(List<Entry> entries) {
    Map<String, Entry> taken = new HashMap<>();
    List<Entry> own = new ArrayList<>();
    for (Entry entry : entries) {
      Entry other = taken.putIfAbsent(entry.address().value().toLowerCase(Locale.ROOT), entry);
      if (other == null) {
        own.add(entry);
      } else {
        problems.add(collision(entry, other));
      }
    }
    return own;
  }

  private static Problem collision(Entry entry, Entry other) {
    FrontMatter head = entry.note().head();
    Place place =
        head.url().map(Located::place).or(() -> head.slug().map(Located::place)).orElseGet(() -> Place.ofFile(entry.note().file()));
    return new Problem(
        Severity.ERROR, Code.ADDRESS_TAKEN, place,
        "the address " + entry.address() + " is taken by " + other.note().file(), "",
        "give one of them another 'slug'");
  }

  private static int latest(
      Optional<java.time.Instant> a, Optional<java.time.Instant> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    return b.get().compareTo(a.get());
  }
}
