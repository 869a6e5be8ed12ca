package dev.assay.catalog;

import dev.assay.note.FrontMatter;
import dev.assay.note.Site;
import java.util.List;

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
      case "entities" -> head.entities().stream().map(name -> entity(site, name)).distinct().toList();
      default -> throw new IllegalArgumentException("no taxonomy is called '" + taxonomy + "'");
    };
  }

  /// Pages that belong to the site itself, such as its guide, are by nobody unless they say so.
  private static List<String> authors(Site site, Entry entry) {
    List<String> own = entry.note().head().authors();
    return own.isEmpty() && entry.type() == NoteType.POST
        ? site.authors().stream().map(Site.Author::name).toList()
        : own;
  }

  private static String entity(Site site, String written) {
    String name = written.strip();
    return site.entities().stream()
        .filter(
            entity ->
                entity.name().equalsIgnoreCase(name)
                    || entity.aliases().stream().anyMatch(alias -> alias.equalsIgnoreCase(name))
                    || entity.ticker().equalsIgnoreCase(name))
        .map(Site.Entity::name)
        .findFirst()
        .orElse(name);
  }
}
