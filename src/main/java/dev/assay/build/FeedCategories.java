package dev.assay.build;

import dev.assay.catalog.Addresses;
import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.catalog.Terms;
import dev.assay.claim.Claim;
import dev.assay.feed.FeedItem.Category;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import dev.assay.note.SitePath;
import dev.assay.view.project.Model;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What the items of feeds are about. Each taxonomy is told from the others by the address of its own list.
final class FeedCategories {
  private static final List<String> TAXONOMIES = List.of("tags", "categories", "series", "entities");

  /// How many words of one taxonomy an item names. An item stands in the feeds of all its words, so that without a limit the size
  /// of a site would grow with the square of a note's tags.
  private static final int MOST = 100;

  private final Model model;

  FeedCategories(Model model) {
    this.model = model;
  }

  /// Those of a note: its words, its hubs, and the kinds of its claims.
  List<Category> of(Entry entry) {
    List<Category> categories = new ArrayList<>();
    for (String taxonomy : TAXONOMIES) {
      Terms.of(model.site(), taxonomy, entry).stream().limit(MOST).forEach(word -> categories.add(word(taxonomy, word, entry)));
    }
    for (Hub hub : model.catalog().hubsOf(entry)) {
      categories.add(category(addresses().at(entry.language(), "/hubs/"), hub.entry().title()));
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    entry.note().claims().stream().map(ClaimDraft::kind).forEach(kinds::add);
    kinds.forEach(kind -> categories.add(kind(kind, entry)));
    return categories.stream().distinct().toList();
  }

  /// Those of a claim: its kind, what it speaks of, and the tags of its note.
  List<Category> of(Claim claim, Entry entry) {
    List<Category> categories = new ArrayList<>(List.of(kind(claim.kind(), entry)));
    claim.entities().forEach(name -> categories.add(word("entities", name, entry)));
    entry.note().head().tags().stream().limit(MOST).forEach(tag -> categories.add(word("tags", tag, entry)));
    return categories.stream().distinct().toList();
  }

  private Category kind(Kind kind, Entry entry) {
    return category(addresses().at(entry.language(), "/claims/"), kind.word());
  }

  private Category word(String taxonomy, String word, Entry entry) {
    return category(addresses().taxonomy(taxonomy, entry.language()), word);
  }

  private Category category(SitePath list, String word) {
    return new Category(model.base().absolute(list), word);
  }

  private Addresses addresses() {
    return model.catalog().addresses();
  }
}
