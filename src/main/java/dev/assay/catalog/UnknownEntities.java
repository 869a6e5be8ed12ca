package dev.assay.catalog;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Entity;
import dev.assay.note.Located;
import dev.assay.note.Site;
import dev.assay.problem.Code;
import dev.assay.problem.Guesses;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.ArrayList;
import java.util.List;

/// Tells the names of entities that a site which lists its entities does not know. A site that lists none takes any
/// name for one.
final class UnknownEntities {
  private final Site site;
  private final List<String> known;
  private final Guesses guesses = new Guesses();
  private final List<Problem> problems = new ArrayList<>();

  private UnknownEntities(Site site) {
    this.site = site;
    this.known = site.entities().all().stream().map(Entity::called).flatMap(List::stream).distinct().toList();
  }

  static List<Problem> among(Site site, List<Entry> entries) {
    UnknownEntities unknown = new UnknownEntities(site);
    if (!unknown.known.isEmpty()) {
      entries.forEach(unknown::check);
    }
    return unknown.problems;
  }

  private void check(Entry entry) {
    for (Located<String> name : entry.note().head().entities()) {
      check(name.value(), name.place());
    }
    for (ClaimDraft claim : entry.note().claims()) {
      for (ClaimDraft.Option option : claim.options()) {
        if (option.key().equals("entities")) {
          option.values().forEach(name -> check(name, option.place()));
        }
      }
    }
  }

  private void check(String name, Place place) {
    if (site.entities().named(name).isEmpty()) {
      String hint =
          guesses.to(name, known).map(near -> "did you mean '" + near + "'?").orElse("list it under 'entities' in the site's settings");
      problems.add(new Problem(Severity.WARNING, Code.UNKNOWN_ENTITY, place, "the site lists no entity '" + name + "'", "", hint));
    }
  }
}
