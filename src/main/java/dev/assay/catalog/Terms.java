package dev.assay.catalog;

import dev.assay.note.FrontMatter;
import dev.assay.note.Site;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The words by which notes are gathered.
public final class Terms {
  private Terms() {}

  /// The words of one taxonomy that a note carries, as its writer wrote them; an entity under the name that the site
  /// calls it, and a note without authors under those of the site.
  ///
  /// @param taxonomy one of [Site#TAXONOMIES]
  public static List<String> of(Site site, String taxonomy, Entry entry) {
    FrontMatter head = entry.note().head();
    return switch (taxonomy) {
      case "tags" -> head.tags();
      case "categories" -> head.categories();
      case "series" -> head.series().map(List::of).orElse(List.of());
      case "authors" -> authors(site, entry);
      case "entities" -> entities(site, entry);
      default -> throw new IllegalArgumentException("no taxonomy is called '" + taxonomy + "'");
    };
  }

  /// Pages that belong to the site itself, such as its guide, are by nobody unless they say so.
  private static List<String> authors(Site site, Entry entry) {
    List<String> own = entry.note().head().authors();
    return own.isEmpty() && entry.type() == NoteType.POST
        ? site.authors().stream().map(Site.Author::name).toList()
        : own.stream().map(name -> site.author(name).name()).distinct().toList();
  }

  /// What a note speaks of: what its head names, then what its tables, its claims and its text name. The site's own pages,
  /// such as its guide, speak of what their heads say.
  private static List<String> entities(Site site, Entry entry) {
    Set<String> names = new LinkedHashSet<>();
    entry.note().head().entities().forEach(name -> names.add(site.entities().canonical(name.value())));
    entry.note().entityRows().forEach(row -> names.add(site.entities().canonical(row.entity())));
    entry.note().claims().forEach(claim -> claim.values("entities").forEach(name -> names.add(site.entities().canonical(name))));
    if (entry.type() != NoteType.GUIDE && entry.type() != NoteType.HOME) {
      entry.note().mentions().forEach(mention -> names.add(mention.entity()));
    }
    return List.copyOf(names);
  }
}
