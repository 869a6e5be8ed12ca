package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.catalog.Term;
import dev.assay.claim.Claim;
import dev.assay.claim.Event;
import dev.assay.claim.Status;
import dev.assay.note.Entity;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.view.ClaimView;
import dev.assay.view.DateView;
import dev.assay.view.EntityPage;
import dev.assay.view.HubPage;
import dev.assay.view.ListPage;
import dev.assay.view.Mix;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages of companies, products and institutions: the first page of each; further ones are lists of notes.
final class EntityPages {
  private static final int CLAIMS_OF_A_KIND = 5;
  private static final int EXPOSURES = 60;
  private static final int MOMENTS = 40;
  private static final int TEXT_LENGTH = 120;

  private final Model model;
  private final ListPages lists;
  private final Bodies bodies;
  private final ClaimViews claims;
  private final Glances glances;
  private final Exposures exposures;
  private final HubPages hubs;

  EntityPages(Model model, ListPages lists, Bodies bodies, ClaimViews claims, Glances glances, Exposures exposures, HubPages hubs) {
    this.model = model;
    this.lists = lists;
    this.bodies = bodies;
    this.claims = claims;
    this.glances = glances;
    this.exposures = exposures;
    this.hubs = hubs;
  }

  /// The first page of each entity of a language.
  List<Planned> of(Language language) {
    List<Term> terms = model.catalog().terms().stream().filter(term -> term.taxonomy().equals("entities") && term.language().equals(language)).toList();
    if (terms.isEmpty()) {
      return List.of();
    }
    Map<String, List<Claim>> bySlug = new HashMap<>();
    for (Claim claim : model.ledger().claims()) {
      if (claim.in(language).isPresent()) {
        LedgerPages.entities(model, claim).forEach(name -> bySlug.computeIfAbsent(dev.assay.catalog.Slugs.of(name), _ -> new ArrayList<>()).add(claim));
      }
    }
    return terms.stream().map(term -> page(term, bySlug.getOrDefault(term.slug(), List.of()))).toList();
  }

  private Planned page(Term term, List<Claim> spoken) {
    Language language = term.language();
    Planned first = lists.paged(term).getFirst();
    if (!(first.view() instanceof ListPage list)) {
      throw new IllegalStateException("the page of an entity is no list: " + first.address());
    }
    Optional<Entity> entity = model.site().entities().named(term.name());
    String name = entity.map(Entity::name).orElse(term.name());
    List<Exposures.Row> rows = exposures.of(name, language);
    EntityPage view =
        new EntityPage(
            list.frame(), term.name(), entity.flatMap(Entity::kind).map(Entity.Kind::word).orElse(""),
            entity.map(Entity::tickers).orElse(List.of()),
            entity.map(Entity::spoken).orElse(List.of()).stream().filter(other -> !other.equals(term.name())).distinct().toList(),
            entity.map(Entity::url).orElse(""), Mix.of(spoken.stream().map(Claim::kind).toList()),
            spoken.isEmpty() ? "" : model.base().href(model.catalog().addresses().at(language, "/claims/entity/" + term.slug() + "/")),
            known(spoken, language), exposures.views(rows.stream().limit(EXPOSURES).toList()), timeline(term.entries(), spoken, language),
            hubs.map(term.entries(), 0, language), list.total(), list.groups().getFirst().notes(), list.pagination());
    return new Planned(first.address(), view, true, first.changed());
  }

  private List<HubPage.ClaimGroup> known(List<Claim> spoken, Language language) {
    List<HubPage.ClaimGroup> groups = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<Claim> ofKind = glances.strongest(spoken, kind);
      if (!ofKind.isEmpty()) {
        List<ClaimView> shown = ofKind.stream().limit(CLAIMS_OF_A_KIND).flatMap(claim -> claims.inList(claim, language, bodies).stream()).toList();
        groups.add(new HubPage.ClaimGroup(kind.word(), ofKind.size(), shown));
      }
    }
    return groups;
  }

  /// A moment and what orders it.
  private record Dated(LocalDate day, String id, EntityPage.Moment moment) {}

  private List<EntityPage.Moment> timeline(List<Entry> notes, List<Claim> spoken, Language language) {
    List<Dated> all = new ArrayList<>();
    for (Entry note : notes) {
      note.date().ifPresent(date -> all.add(new Dated(day(date), note.source().value(), note(note, language))));
    }
    for (Claim claim : spoken) {
      Claim.Place place = claim.in(language).orElse(claim.first());
      model.catalog().entry(place.note()).ifPresent(
          entry -> {
            String text = Cut.words(model.plain(entry, place.draft().pieces()), TEXT_LENGTH);
            String address = model.base().href(entry.address(), place.draft().anchor());
            for (Event event : claim.history()) {
              all.add(new Dated(event.date(), claim.id(), moment(event.date(), claim, event.status().word(), text, address, language)));
            }
            if (claim.status() == Status.STANDING) {
              claim.due().ifPresent(due -> all.add(new Dated(due.last(), claim.id(), moment(due.last(), claim, "due", text, address, language))));
            }
          });
    }
    return all.stream()
        .sorted(Comparator.comparing(Dated::day).reversed().thenComparing(Dated::id).thenComparing(each -> each.moment().status()))
        .limit(MOMENTS)
        .map(Dated::moment)
        .toList();
  }

  private LocalDate day(OffsetDateTime date) {
    return date.atZoneSameInstant(model.site().zone()).toLocalDate();
  }

  private EntityPage.Moment note(Entry note, Language language) {
    return new EntityPage.Moment(Cards.date(note.date(), language), "", "", note.title(), model.base().href(note.address()));
  }

  private static EntityPage.Moment moment(LocalDate day, Claim claim, String status, String text, String address, Language language) {
    return new EntityPage.Moment(DateView.of(day, language), claim.kind().word(), status, text, address);
  }
}
