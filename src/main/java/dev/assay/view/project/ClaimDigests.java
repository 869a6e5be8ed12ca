package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.claim.Claim;
import dev.assay.claim.Event;
import dev.assay.claim.Fallen;
import dev.assay.claim.Premise;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.Piece;
import dev.assay.note.SourceId;
import dev.assay.note.ValueDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Names what pages in one language show of claims, without making it. A build in which little has changed makes few views,
/// but has to know of all claims whether theirs would be the same.
///
/// Whatever [ClaimViews] shows of a claim has to be in its digest; more may be, which costs a page made for nothing, and not
/// one that is wrong.
final class ClaimDigests {
  private final Model model;
  private final ClaimViews views;
  private final Language language;
  private final DigestTable briefs;
  private final DigestTable alones;
  private final DigestTable wholes;

  ClaimDigests(Model model, ClaimViews views, Language language) {
    this.model = model;
    this.views = views;
    this.language = language;
    this.briefs = new DigestTable(model.ledger().claims().size());
    this.alones = new DigestTable(model.ledger().claims().size());
    this.wholes = new DigestTable(model.ledger().claims().size());
  }

  /// What stands for a claim among the reasons of another: its kind, words, address and status.
  Digest brief(Claim claim) {
    return briefs.of(claim.number(), () -> computedBrief(claim));
  }

  /// A claim without those it rests on: that, and all that is its own: name, day, sources, figures, history.
  Digest alone(Claim claim) {
    return alones.of(claim.number(), () -> computedAlone(claim, brief(claim)));
  }

  /// All that a list or its own note shows of a claim.
  Digest whole(Claim claim) {
    return wholes.of(claim.number(), () -> computedWhole(claim));
  }

  private Digest computedWhole(Claim claim) {
    List<Object> all = new ArrayList<>();
    all.add(alone(claim).hex());
    for (Premise premise : claim.because()) {
      switch (premise) {
        case Premise.OfClaim(String id) -> reason(id, all);
        case Premise.OfFigure _ -> {}
      }
    }
    all.add(claim.because().size());
    claim.supports().forEach(id -> reason(id, all));
    List<Claim> above = views.above(claim);
    all.add(views.graph().above(claim).size());
    above.forEach(over -> all.add(brief(over).hex()));
    for (Fallen fallen : model.ledger().fallenUnder(claim)) {
      fallen.path().forEach(id -> reason(id, all));
      all.add(List.of(fallen.leftOut(), fallen.status().word(), fallen.date().toString()));
    }
    return ValueDigest.ofList(all);
  }

  /// The id of a reason is part of `/claims.json`.
  private void reason(String id, List<Object> all) {
    all.add(id);
    model.ledger().named(id).ifPresent(claim -> all.add(brief(claim).hex()));
  }

  private Digest computedBrief(Claim claim) {
    List<Object> all = new ArrayList<>(List.of(claim.kind().word(), claim.status().word()));
    place(claim.in(language).orElse(claim.first()), all);
    return ValueDigest.ofList(all);
  }

  private Digest computedAlone(Claim claim, Digest brief) {
    List<Object> all = new ArrayList<>(List.of(brief.hex(), claim.id()));
    for (Claim.Place place : claim.places()) {
      all.add(place.language().tag());
      all.add(place.draft().name().orElse(""));
      place(place, all);
      all.add(model.catalog().entry(place.note()).map(Entry::title).orElse(""));
    }
    all.add(claim.asserted().map(Object::toString).orElse(""));
    // A source that is named by its address alone and one that is linked by the name of its site look alike on pages, and
    // not in `/claims.json`.
    claim.sources().forEach(source -> all.add(source.toString()));
    all.add(views.sources(claim, language));
    all.add(claim.entities());
    all.add(claim.mentions());
    all.add(claim.probability().toString());
    all.add(claim.due().map(due -> due.last() + " " + due.written()).orElse(""));
    figures(claim, all);
    for (Event event : claim.history()) {
      all.add(views.event(event, language));
      event.tellings().forEach(telling -> all.add(telling.note()));
    }
    return ValueDigest.ofList(all);
  }

  /// A figure is read in the note that names it.
  private void figures(Claim claim, List<Object> all) {
    for (Premise premise : claim.because()) {
      switch (premise) {
        case Premise.OfFigure(String name) -> {
          all.add(name);
          claim.places().stream().flatMap(place -> model.catalog().entry(place.note()).stream()).forEach(entry -> all.add(views.figure(name, List.of(entry))));
        }
        case Premise.OfClaim _ -> {}
      }
    }
  }

  private void place(Claim.Place place, List<Object> all) {
    Optional<Entry> entry = model.catalog().entry(place.note());
    if (entry.isPresent()) {
      all.add(model.base().href(entry.get().address(), place.draft().anchor()));
      words(entry.get(), place.draft().pieces(), all);
    }
  }

  /// What some pieces come to, with their holes filled.
  private void words(Entry entry, List<Piece> pieces, List<Object> all) {
    all.add(pieces.size());
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Html(String text) -> all.add(text);
        case Piece.Drawn(String page, String plain) -> all.add(page + "\u0000" + plain);
        case Piece.Printed(List<Piece> page, List<Piece> plain) -> {
          words(entry, page, all);
          words(entry, plain, all);
        }
        case Piece.Target(int link) -> all.add(model.href(entry, link));
        case Piece.Picture picture -> all.add(picture + ValueDigest.of(model.picture(entry, picture.link())).hex());
        case Piece.LinkTitle(int link) -> all.add(model.linkTitle(entry, link));
        case Piece.RoleText(int role) -> all.add(model.roleText(entry, role));
        case Piece.Word(String key) -> all.add(model.words().of(entry.language(), key));
        case Piece.Margin _, Piece.Permalink _, Piece.TableRows _, Piece.CheckpointEnd _, Piece.ClaimAttributes _, Piece.ClaimTag _, Piece.ClaimEnd _, Piece.ClaimReasons _,
            Piece.DirectiveBlock _ -> all.add(0);
      }
    }
  }

  /// The claims of a note as its own page shows them.
  Digest of(SourceId note) {
    List<Object> all = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Claim claim : model.ledger().of(note)) {
      all.add(whole(claim).hex());
      // A claim may be made at several places of a note, and which of them this one is its text says.
      if (told.add(claim.id())) {
        all.add(claim.places().stream().map(place -> place.note().value() + " " + place.index()).toList());
      }
    }
    return ValueDigest.ofList(all);
  }
}
