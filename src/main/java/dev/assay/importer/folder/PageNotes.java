package dev.assay.importer.folder;

import dev.assay.catalog.Slugs;
import dev.assay.importer.HeadValue;
import dev.assay.importer.ImportedFile;
import dev.assay.importer.ImportedNote;
import dev.assay.importer.NoteHead;
import dev.assay.importer.Remark;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes notes of old pages whose texts are ready.
final class PageNotes {
  private static final Set<String> TAXONOMIES = Set.of("tags", "categories", "series", "authors");

  private final OldSite old;
  private final Places places;
  private final Site site;
  private final OldIndex index;
  private final Optional<String> asCategories;
  private final Map<String, String> spellings = new LinkedHashMap<>();

  PageNotes(OldSite old, Places places, Site site, OldIndex index) {
    this.old = old;
    this.places = places;
    this.site = site;
    this.index = index;
    this.asCategories = asCategories(old);
  }

  /// A taxonomy of the old site's own that takes the place of categories, which it does not use.
  static Optional<String> asCategories(OldSite old) {
    boolean used = old.pages().stream().anyMatch(page -> page.taxonomies().containsKey("categories"));
    return used
        ? Optional.empty()
        : old.pages().stream().flatMap(page -> page.taxonomies().keySet().stream()).filter(name -> !TAXONOMIES.contains(name)).findFirst();
  }

  ImportedNote note(PageText text, String body, List<ImportedFile> files) {
    OldPage page = text.page();
    Place place = places.of(page);
    List<Remark> remarks = new ArrayList<>(page.remarks());
    remarks.addAll(text.remarks());
    remarks.addAll(places.remarks(page));
    Map<String, List<String>> terms = terms(page, remarks);
    List<String> authors = page.authors().isEmpty() ? terms.getOrDefault("authors", List.of()) : page.authors();
    NoteHead.Builder head =
        NoteHead.builder()
            .text("title", page.title())
            .moment("date", page.date())
            .moment("updated", page.updated())
            .text("slug", place.slug())
            .text("url", place.url())
            .text("id", places.id(page))
            .text("description", page.description())
            .texts("tags", terms.getOrDefault("tags", List.of()))
            .texts("categories", terms.getOrDefault("categories", List.of()))
            .text("series", terms.getOrDefault("series", List.of()).stream().findFirst().orElse(""))
            .texts("authors", authors.equals(site.authors().stream().map(Site.Author::name).toList()) ? List.of() : authors)
            .texts("aliases", places.aliases(page))
            .flag("draft", page.draft())
            .moment("publish", page.publish())
            .moment("expires", page.expires());
    page.head().text("weight").filter(weight -> weight.matches("-?[0-9]{1,6}")).ifPresent(weight -> head.put("weight", new HeadValue.Whole(Long.parseLong(weight))));
    image(page, place).ifPresent(image -> head.text("image", image));
    params(page).ifPresent(params -> head.put("params", params));
    return new ImportedNote(place.file().value(), head.build(), body, files, remarks);
  }

  private Map<String, List<String>> terms(OldPage page, List<Remark> remarks) {
    Map<String, List<String>> terms = new LinkedHashMap<>();
    page.taxonomies().forEach((taxonomy, names) -> {
      String own = asCategories.filter(taxonomy::equals).map(_ -> "categories").orElse(taxonomy);
      if (!TAXONOMIES.contains(own)) {
        remarks.add(Remark.changed("the taxonomy '" + taxonomy + "' is kept under 'params' only"));
        return;
      }
      Map<String, String> bySlug = new LinkedHashMap<>();
      for (String name : names) {
        String slug = Slugs.of(name);
        if (slug.isEmpty()) {
          remarks.add(Remark.lost("the term '" + name + "', which has no letter or digit to make an address of"));
        } else {
          bySlug.putIfAbsent(slug, own.equals("authors") ? name : spellings.computeIfAbsent(own + "/" + slug, _ -> name));
        }
      }
      terms.put(own, List.copyOf(bySlug.values()));
    });
    return terms;
  }

  /// The picture that stands for the page, when it is a file of the folder or on the web.
  private Optional<String> image(OldPage page, Place place) {
    Optional<String> named =
        page.head().text("image", "featured_image", "thumbnail")
            .or(() -> page.head().texts("images").stream().findFirst())
            .or(() -> page.head().in("image").text("path", "src", "url"))
            .or(() -> page.head().in("cover").text("image"));
    if (named.isEmpty() || named.get().matches("https?://\\S+")) {
      return named;
    }
    return index.find(named.get(), page)
        .flatMap(found -> found instanceof OldIndex.Found.File(SourceId file) ? Optional.of(file) : Optional.empty())
        .map(file -> file.folder().equals(place.file().folder()) ? file.fileName() : "/" + file);
  }

  private Optional<HeadValue> params(OldPage page) {
    Map<String, HeadValue> params = new LinkedHashMap<>();
    page.head().others(page.rest()).forEach(entry -> params.putIfAbsent(entry.getKey(), entry.getValue()));
    if (old.generator() == Generator.ZOLA) {
      page.head().in("extra").others(Set.of()).forEach(entry -> params.putIfAbsent(entry.getKey(), entry.getValue()));
    }
    if (old.generator() == Generator.HUGO) {
      page.head().in("params").others(Set.of()).forEach(entry -> params.putIfAbsent(entry.getKey(), entry.getValue()));
    }
    page.taxonomies().keySet().stream().filter(taxonomy -> !TAXONOMIES.contains(taxonomy) && !asCategories.filter(taxonomy::equals).isPresent())
        .forEach(taxonomy -> params.putIfAbsent(taxonomy, HeadValue.Items.of(page.taxonomies().getOrDefault(taxonomy, List.of()))));
    page.taxonomies().keySet().stream().filter(taxonomy -> TAXONOMIES.contains(taxonomy) || asCategories.filter(taxonomy::equals).isPresent()).forEach(params::remove);
    return params.isEmpty() ? Optional.empty() : Optional.of(new HeadValue.Table(List.copyOf(params.entrySet())));
  }
}
