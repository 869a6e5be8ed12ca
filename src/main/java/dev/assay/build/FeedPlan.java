package dev.assay.build;

import dev.assay.catalog.Catalog;
import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.catalog.NoteType;
import dev.assay.catalog.Placement;
import dev.assay.catalog.Term;
import dev.assay.note.Language;
import dev.assay.view.project.Model;
import dev.assay.view.project.Projection.FeedOf;
import java.util.ArrayList;
import java.util.List;

/// Which feeds a site has, and what is in them.
final class FeedPlan {
  private FeedPlan() {}

  /// The feeds of the site, its sections, hubs, categories, tags and series, in each language. An item needs a date,
  /// so notes without one are in no feed.
  static List<FeedOf> of(Model model) {
    Catalog catalog = model.catalog();
    List<FeedOf> feeds = new ArrayList<>();
    for (Language language : catalog.languages()) {
      List<Entry> posts = dated(catalog.posts(language));
      feeds.add(new FeedOf(language, "site", model.site().title(), catalog.addresses().home(language), posts));
      catalog
          .bySection(language)
          .forEach(
              (section, own) ->
                  feeds.add(
                      new FeedOf(
                          language, "sections", model.sectionTitle(section, language),
                          catalog.addresses().at(language, "/" + section + "/"), dated(own))));
      for (Hub hub : catalog.hubs()) {
        if (hub.entry().language().equals(language) && hub.entry().address().isFolder()) {
          List<Entry> notes = hub.members().stream().filter(e -> e.type() == NoteType.POST).toList();
          feeds.add(new FeedOf(language, "hubs", hub.entry().title(), hub.entry().address(), dated(notes)));
        }
      }
      for (Term term : catalog.terms()) {
        if (term.language().equals(language)) {
          List<Entry> notes = term.entries().stream().filter(e -> e.type() == NoteType.POST).toList();
          feeds.add(new FeedOf(language, term.taxonomy(), term.name(), term.address(), dated(notes)));
        }
      }
    }
    return feeds;
  }

  private static List<Entry> dated(List<Entry> entries) {
    return entries.stream().filter(e -> e.date().isPresent()).sorted(Placement.NEWEST_FIRST).toList();
  }
}
