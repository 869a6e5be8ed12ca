package dev.assay.build;

import dev.assay.catalog.Catalog;
import dev.assay.catalog.Entry;
import dev.assay.catalog.FeedIds;
import dev.assay.claim.Claim;
import dev.assay.claim.Event;
import dev.assay.feed.FeedItem;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.Piece;
import dev.assay.note.ValueDigest;
import dev.assay.view.ClaimView;
import dev.assay.view.project.Cut;
import dev.assay.view.project.Model;
import dev.assay.view.project.Projection;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Named claims as items of feeds: what is claimed, why, and where. A claim without a name has no identity that would
/// outlive a correction of its text, so it is in no feed of its own.
final class ClaimItems {
  private static final int TITLE_LENGTH = 120;

  private final Model model;
  private final Projection projection;
  private final FeedBodies bodies;
  private final NoteItems notes;
  private final FeedCategories categories;

  ClaimItems(Model model, Projection projection, FeedBodies bodies, NoteItems notes) {
    this.model = model;
    this.projection = projection;
    this.bodies = bodies;
    this.notes = notes;
    this.categories = new FeedCategories(model);
  }

  /// A claim in the words of a language; absent when it is not made in it, has no name, or stands in no note with a
  /// date.
  Optional<PlannedItem> of(Claim claim, Language language) {
    Optional<Claim.Place> place = claim.in(language);
    Optional<Entry> entry = place.flatMap(where -> model.catalog().entry(where.note()));
    Optional<OffsetDateTime> date = asserted(claim);
    return claim.named() && entry.isPresent() && date.isPresent()
        ? Optional.of(new ClaimItem(claim, place.orElseThrow(), entry.get(), date.get()))
        : Optional.empty();
  }

  /// When a claim was first made: on the day that the writer gave it, else when the note was published; where several
  /// places make it, the earliest. All claims of a note may have one date. It is never told apart by the place in the
  /// text, which a further claim above would change: a reader would be told of a change that nobody made.
  private Optional<OffsetDateTime> asserted(Claim claim) {
    return claim.places().stream()
        .filter(place -> !Claim.restates(place.draft()))
        .flatMap(place -> asserted(place).stream())
        .min(Comparator.comparing(OffsetDateTime::toInstant));
  }

  private Optional<OffsetDateTime> asserted(Claim.Place place) {
    ZoneId zone = model.site().zone();
    Optional<OffsetDateTime> published = model.catalog().entry(place.note()).flatMap(Entry::date);
    Optional<LocalDate> day = Claim.asserted(place.draft());
    Optional<OffsetDateTime> sameDay = published.filter(date -> day.equals(Optional.of(date.atZoneSameInstant(zone).toLocalDate())));
    return day.isEmpty() ? published : sameDay.or(() -> day.map(date -> date.atStartOfDay(zone).toOffsetDateTime()));
  }

  /// A claim is called by its note's slug, which a new name of the file or another `slug` changes, and one without a name by
  /// its address. Its id in feeds rests on the note's own, which stays.
  static String lastingName(Claim claim, Catalog catalog) {
    int hash = claim.id().indexOf('#');
    return claim.places().stream()
        .flatMap(where -> catalog.entry(where.note()).stream())
        .filter(note -> !claim.named() || note.slug().equals(claim.id().substring(0, hash)))
        .findFirst()
        .map(note -> note.feedId() + claim.id().substring(hash))
        .orElse(claim.id());
  }

  private final class ClaimItem implements PlannedItem {
    private final Claim claim;
    private final Claim.Place place;
    private final Entry entry;
    private final OffsetDateTime date;

    ClaimItem(Claim claim, Claim.Place place, Entry entry, OffsetDateTime date) {
      this.claim = claim;
      this.place = place;
      this.entry = entry;
      this.date = date;
    }

    @Override
    public String id() {
      return FeedIds.ofClaim(lastingName(claim, model.catalog()), place.language());
    }

    @Override
    public OffsetDateTime date() {
      return date;
    }

    @Override
    public Digest digest() {
      List<Object> all = new ArrayList<>();
      all.add(bodies.templates(place.language()).hex());
      all.add(projection.digest(claim, place.language()).hex());
      all.add(bodies.citations(entry).hex());
      all.add(List.of(claim.id(), lastingName(claim, model.catalog()), date.toString(), updated().toString(), model.base().absolute(entry.address(), anchor())));
      all.add(categories.of(claim, entry).stream().map(c -> c.domain() + " " + c.term()).toList());
      all.add(notes.authors(entry).stream().map(author -> author.name() + " " + author.email() + " " + author.url()).toList());
      all.add(model.site().feeds().full());
      return ValueDigest.ofList(all);
    }

    @Override
    public Made make() {
      // Its note is published, so it has a view.
      ClaimView view = projection.claim(claim, place.language()).orElseThrow();
      List<Piece> pieces = new ArrayList<>(List.of(new Piece.ClaimTag(place.index())));
      pieces.addAll(place.draft().pieces());
      return switch (bodies.of(entry, pieces)) {
        case FeedBodies.Failed failed -> new Failed(failed.problems());
        case FeedBodies.Text(String text, _) ->
            switch (bodies.of("feed/claim.ftlh", entry, place.language(), view)) {
              case FeedBodies.Failed failed -> new Failed(failed.problems());
              case FeedBodies.Text(String reasons, _) -> new Ready(item("<div>" + tag() + text + "</div>\n" + reasons));
            };
      };
    }

    /// Under a heading that is a tag the claim has none of its own.
    private String tag() {
      return place.draft().form() == ClaimDraft.Form.HEADING ? "<strong>[" + word() + "]</strong> " : "";
    }

    private String word() {
      return model.words().of(place.language(), "kind." + claim.kind().word());
    }

    private String anchor() {
      return place.draft().anchor();
    }

    /// When its note changed or something happened to it, whichever is later; told apart from the other claims of its note.
    private Optional<OffsetDateTime> updated() {
      Stream<OffsetDateTime> events =
          claim.history().stream().map(Event::date).map(day -> day.atStartOfDay(model.site().zone()).toOffsetDateTime());
      return Stream.of(Stream.of(date), entry.updated().stream(), events)
          .flatMap(moments -> moments)
          .max(Comparator.comparing(OffsetDateTime::toInstant))
          .map(changed -> PlannedItem.apart(changed, id()));
    }

    private FeedItem item(String content) {
      String text = model.plain(entry, place.draft().pieces());
      String link = model.base().absolute(entry.address(), anchor());
      return new FeedItem(
          id(), "[" + word() + "] " + Cut.words(text, TITLE_LENGTH), link, date, updated(), notes.authors(entry),
          categories.of(claim, entry), text, model.site().feeds().full() ? content : "", Optional.empty(),
          List.of(new FeedItem.Claim(claim.kind(), claim.id(), text, link)));
    }
  }
}
