package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.catalog.FeedIds;
import dev.assay.feed.FeedItem;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.SourceId;
import dev.assay.note.SitePath;
import dev.assay.note.ValueDigest;
import dev.assay.view.ChangeView;
import dev.assay.view.CheckpointView;
import dev.assay.view.project.Agenda;
import dev.assay.view.project.Changes;
import dev.assay.view.project.Cut;
import dev.assay.view.project.Model;
import dev.assay.view.project.Projection;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What keeps a site to its word, as items of feeds: what is due, and what changed after it was published. Each change is an
/// item of its own, and what is due becomes another item once its day has passed.
final class RecordItems {
  private static final int TITLE_LENGTH = 120;

  private final Model model;
  private final Projection projection;
  private final FeedBodies bodies;
  private final NoteItems notes;

  RecordItems(Model model, Projection projection, FeedBodies bodies, NoteItems notes) {
    this.model = model;
    this.projection = projection;
    this.bodies = bodies;
    this.notes = notes;
  }

  /// What changed in a language, newest first.
  List<PlannedItem> changes(Language language) {
    List<PlannedItem> items = new ArrayList<>();
    for (Changes.Change change : projection.changes().in(language)) {
      model.catalog().entry(change.note()).ifPresent(entry -> items.add(change(change, entry, language)));
    }
    items.sort(PlannedItem.NEWEST_FIRST);
    return items;
  }

  private PlannedItem change(Changes.Change change, Entry entry, Language language) {
    ChangeView view = change.view();
    boolean ofClaim = !view.kind().isEmpty() || view.status().equals("corrected");
    String word = model.words().of(language, (ofClaim ? "status." : "came.") + view.status());
    String what = view.text().isEmpty() ? entry.title() : view.text();
    return new Item(
        FeedIds.ofChange(change.id(), language), day(change.date()), word + ": " + Cut.words(what, TITLE_LENGTH), link(view.address()),
        view.note().isEmpty() ? what : view.note(), "feed/change.ftlh", view, entry, writer(change.by(), entry), language);
  }

  /// The note that tells of a change answers for it.
  private Entry writer(SourceId by, Entry otherwise) {
    return model.catalog().entry(by).orElse(otherwise);
  }

  /// What is due in a language and open, newest first: dated by the day on which it was written, and once its day has passed
  /// by the day after.
  List<PlannedItem> due(Language language) {
    List<PlannedItem> items = new ArrayList<>();
    Map<Agenda.Standing, List<Agenda.Point>> agenda = Agenda.of(model, language);
    for (Agenda.Standing standing : List.of(Agenda.Standing.OVERDUE, Agenda.Standing.NEXT)) {
      for (Agenda.Point point : agenda.getOrDefault(standing, List.of())) {
        point(point, standing == Agenda.Standing.OVERDUE, language).ifPresent(items::add);
      }
    }
    items.sort(PlannedItem.NEWEST_FIRST);
    return items;
  }

  private Optional<PlannedItem> point(Agenda.Point point, boolean overdue, Language language) {
    Optional<Entry> entry = entry(point, language);
    Optional<OffsetDateTime> date =
        overdue
            ? point.due().map(due -> day(due.last().plusDays(1)))
            : written(point, entry);
    if (entry.isEmpty() || date.isEmpty()) {
      return Optional.empty();
    }
    String id = FeedIds.ofPoint(lastingName(point) + " " + point.due().map(due -> due.last().toString()).orElse(""), overdue, language);
    return Optional.of(new Late(id, date.get(), () -> due(id, date.get(), point, overdue, entry.get(), language)));
  }

  private Item due(String id, OffsetDateTime date, Agenda.Point point, boolean overdue, Entry entry, Language language) {
    // Its note is published, so it has a view.
    CheckpointView view = projection.point(point, language).orElseThrow();
    String word = model.words().of(language, overdue ? "checkpoints.overdue" : "claim.due") + " " + view.due().text();
    return new Item(
        id, date, word + ": " + Cut.words(view.text(), TITLE_LENGTH), link(view.address()), view.text(), "feed/checkpoint.ftlh", view, entry,
        entry, language);
  }

  /// Something due. There are thousands, of which a feed has twenty, so nothing of it is made before it is asked for.
  private record Late(String id, OffsetDateTime date, Supplier<Item> item) implements PlannedItem {
    @Override
    public Digest digest() {
      return item.get().digest();
    }

    @Override
    public Made make() {
      return item.get().make();
    }
  }

  /// When something to look at was written down: with its note, or on the day of a claim that came later.
  private Optional<OffsetDateTime> written(Agenda.Point point, Optional<Entry> entry) {
    Optional<OffsetDateTime> published = entry.flatMap(Entry::date);
    Optional<LocalDate> day = point.asserted();
    boolean later = published.isPresent() && day.isPresent() && day.get().isAfter(published.get().atZoneSameInstant(model.site().zone()).toLocalDate());
    return published.isEmpty() || later ? day.map(this::day) : published;
  }

  /// What is due is named by the id of its note, which a new name of the file or another `slug` leaves as it is.
  private String lastingName(Agenda.Point point) {
    return switch (point) {
      case Agenda.OfClaim(var claim) -> ClaimItems.lastingName(claim, model.catalog());
      case Agenda.OfCheckpoint(var checkpoint) ->
          model.catalog().entry(checkpoint.note())
              .map(note -> note.feedId() + checkpoint.id().substring(checkpoint.id().indexOf('#')))
              .orElse(checkpoint.id());
    };
  }

  private Optional<Entry> entry(Agenda.Point point, Language language) {
    return switch (point) {
      case Agenda.OfCheckpoint(var checkpoint) -> model.catalog().entry(checkpoint.note());
      case Agenda.OfClaim(var claim) -> model.catalog().entry(claim.in(language).orElse(claim.first()).note());
    };
  }

  private OffsetDateTime day(LocalDate date) {
    return date.atStartOfDay(model.site().zone()).toOffsetDateTime();
  }

  /// An address of a page as a feed writes it: views have it without the host.
  private String link(String href) {
    String home = model.base().absolute(new SitePath("/"));
    return home.substring(0, home.length() - 1 - model.base().path().length()) + href;
  }

  private final class Item implements PlannedItem {
    private final String id;
    private final OffsetDateTime date;
    private final String title;
    private final String link;
    private final String summary;
    private final String template;
    private final Record view;
    private final Entry entry;
    private final Entry writer;
    private final Language language;

    Item(
        String id, OffsetDateTime date, String title, String link, String summary, String template, Record view, Entry entry, Entry writer,
        Language language) {
      this.id = id;
      this.date = date;
      this.title = title;
      this.link = link;
      this.summary = summary;
      this.template = template;
      this.view = view;
      this.entry = entry;
      this.writer = writer;
      this.language = language;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public OffsetDateTime date() {
      return date;
    }

    @Override
    public Digest digest() {
      List<Object> all = new ArrayList<>();
      all.add(bodies.templates(language).hex());
      all.add(view);
      all.add(List.of(id, date.toString(), title, link, summary));
      all.add(notes.authors(writer).stream().map(author -> author.name() + " " + author.email() + " " + author.url()).toList());
      all.add(model.site().feeds().full());
      return ValueDigest.ofList(all);
    }

    @Override
    public Made make() {
      return switch (bodies.of(template, entry, language, view)) {
        case FeedBodies.Failed failed -> new Failed(failed.problems());
        case FeedBodies.Text(String content, _) ->
            new Ready(
                new FeedItem(
                    id, title, link, date, Optional.of(PlannedItem.apart(date, id)), notes.authors(writer), List.of(), summary,
                    model.site().feeds().full() ? content : "", Optional.empty(), List.of()));
      };
    }
  }
}
