package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.claim.Claim;
import dev.assay.feed.FeedItem;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Digest;
import dev.assay.note.Piece;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import dev.assay.note.ValueDigest;
import dev.assay.view.project.Model;
import dev.assay.view.project.NoteFigures;
import dev.assay.view.project.Projection;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Notes as items of feeds. A note is in many feeds and is named once.
final class NoteItems {
  private final Model model;
  private final Projection projection;
  private final FeedBodies bodies;
  private final FeedCategories categories;
  private final FeedPictures pictures;
  private final Optional<PrintedPages.Draft> printed;
  private final Map<SourceId, Named> named = new ConcurrentHashMap<>();

  /// @param text the bytes of the note for which the item was named
  private record Named(Digest text, Digest item) {}

  NoteItems(Model model, Projection projection, FeedBodies bodies, FeedPictures pictures, Optional<PrintedPages.Draft> printed) {
    this.model = model;
    this.projection = projection;
    this.bodies = bodies;
    this.categories = new FeedCategories(model);
    this.pictures = pictures;
    this.printed = printed;
  }

  /// @param entry a note with a date
  PlannedItem of(Entry entry) {
    return new NoteItem(entry, entry.date().orElseThrow());
  }

  private final class NoteItem implements PlannedItem {
    private final Entry entry;
    private final OffsetDateTime date;

    NoteItem(Entry entry, OffsetDateTime date) {
      this.entry = entry;
      this.date = date;
    }

    @Override
    public String id() {
      return entry.feedId();
    }

    @Override
    public OffsetDateTime date() {
      return date;
    }

    @Override
    public Digest digest() {
      Digest text = model.texts().of(entry).digest();
      Named known = named.get(entry.source());
      if (known == null || !known.text().equals(text)) {
        known = new Named(text, computeDigest(entry));
        named.put(entry.source(), known);
      }
      return known.item();
    }

    @Override
    public Optional<SourceId> text() {
      return Optional.of(entry.source());
    }

    @Override
    public Made make() {
      if (!model.site().feeds().full()) {
        return new Ready(item(entry, date, ""));
      }
      return switch (bodies.whole(entry)) {
        case FeedBodies.Text(String html, FedText from) -> {
          printed.ifPresent(draft -> draft.text(entry, from));
          yield new Ready(item(entry, date, html));
        }
        case FeedBodies.Failed failed -> new Failed(failed.problems());
      };
    }
  }

  private FeedItem item(Entry entry, OffsetDateTime date, String content) {
    return new FeedItem(
        entry.feedId(), entry.title(), model.base().absolute(entry.address()), date, entry.updated(), authors(entry),
        categories.of(entry), projection.summary(entry), content, pictures.of(projection.image(entry)), claims(entry));
  }

  private Digest computeDigest(Entry entry) {
    List<Object> all = new ArrayList<>();
    all.add(bodies.templates(entry.language()).hex());
    all.add(model.texts().of(entry).digest().hex());
    // The same file reads otherwise when the site's settings change: other HTML, other names of kinds.
    all.add(model.texts().of(entry).body());
    all.add(List.of(entry.feedId(), entry.title(), model.base().absolute(entry.address()), entry.date().toString(), entry.updated().toString()));
    all.add(categories.of(entry).stream().map(c -> c.domain() + " " + c.term()).toList());
    List<String> links = new ArrayList<>();
    for (int i = 0; i < entry.note().links().size(); i++) {
      links.add(model.absolute(entry, i));
      links.add(model.pictureSize(entry, new Piece.Picture(i, "", "")));
      links.add(entry.note().links().get(i).text().isEmpty() ? model.linkTitle(entry, i) : "");
    }
    all.add(links);
    NoteFigures figures = model.figures(entry.source());
    all.add(projection.blocks(entry));
    all.add(figures.roles());
    all.add(bodies.citations(entry).hex());
    all.add(authors(entry).stream().map(author -> author.name() + " " + author.email() + " " + author.url()).toList());
    all.add(pictures.of(projection.image(entry)).toString());
    all.add(model.ledger().of(entry.source()).stream().map(Claim::id).toList());
    all.add(model.site().feeds().full());
    return ValueDigest.ofList(all);
  }

  /// Who wrote a note.
  List<Site.Author> authors(Entry entry) {
    return model.site().authors(entry.note().head()).stream().map(author -> author.forReaders(entry.language())).toList();
  }

  private List<FeedItem.Claim> claims(Entry entry) {
    List<Claim> ledger = model.ledger().of(entry.source());
    List<FeedItem.Claim> claims = new ArrayList<>();
    for (int i = 0; i < ledger.size(); i++) {
      ClaimDraft draft = entry.note().claims().get(i);
      Claim claim = ledger.get(i);
      claims.add(
          new FeedItem.Claim(
              draft.kind(), claim.named() ? claim.id() : "", model.plain(entry, draft.pieces()),
              model.base().absolute(entry.address(), draft.anchor())));
    }
    return claims;
  }
}
