package dev.assay.importer.folder;

import dev.assay.catalog.Addresses;
import dev.assay.catalog.Slugs;
import dev.assay.importer.ImportedNote;
import dev.assay.importer.NoteHead;
import dev.assay.importer.Remark;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The lists of an old site: which of them Assay makes by itself, and what becomes of the others.
final class Lists {
  private final OldSite old;
  private final Places places;
  private final Set<String> made = new HashSet<>();
  private final Set<String> dated;

  Lists(OldSite old, Places places, Site site) {
    this.old = old;
    this.places = places;
    this.dated = Places.dated(old);
    Addresses addresses = new Addresses(site);
    made.addAll(List.of("/", "/archive/", "/feed.xml", "/feeds/", "/claims/"));
    for (OldPage page : old.pages()) {
      if (page.kind() == OldPage.Kind.PAGE && dated.contains(page.section())) {
        String prefix = page.language().equals(old.languages().getFirst()) ? "/" : "/" + page.language().tag().toLowerCase(Locale.ROOT) + "/";
        made.add(prefix + (page.section().isEmpty() ? "post" : Slugs.of(page.section())) + "/");
      }
    }
    for (OldPage page : old.pages()) {
      page.taxonomies().forEach((taxonomy, names) -> {
        String own = PageNotes.asCategories(old).filter(taxonomy::equals).map(_ -> "categories").orElse(taxonomy);
        if (!page.draft() && Set.of("tags", "categories", "series").contains(own)) {
          made.add(addresses.taxonomy(own, page.language()).value());
          names.stream().map(Slugs::of).filter(slug -> !slug.isEmpty()).forEach(slug -> made.add(addresses.term(own, slug, page.language()).value()));
        }
      });
    }
  }

  /// Whether Assay makes a page at an address.
  boolean isMade(String address) {
    String plain = address.toLowerCase(Locale.ROOT);
    return made.contains(plain) || made.contains(plain + "/");
  }

  /// The text of a page; empty for a list that needs none.
  Optional<String> body(PageText text) {
    OldPage page = text.page();
    boolean list = page.kind() != OldPage.Kind.PAGE;
    if (!list || !text.markdown().isBlank()) {
      return Optional.of(text.markdown());
    }
    boolean own = page.kind() == OldPage.Kind.HOME || isMade(page.address());
    return own ? Optional.empty() : Optional.of(links(page.path(), children(page.path(), page)));
  }

  private List<OldPage> children(String path, OldPage of) {
    String folder = HugoReader.parent(path);
    return old.pages().stream()
        .filter(page -> page.language().equals(of.language()) && !page.draft() && page.kind() != OldPage.Kind.HOME && !page.equals(of))
        .filter(page -> HugoReader.parent(page.bundle().isEmpty() && page.kind() == OldPage.Kind.PAGE ? page.path() : HugoReader.parent(page.path())).equals(folder))
        .toList();
  }

  private String links(String from, List<OldPage> pages) {
    SourceId here = old.pages().stream().filter(page -> page.path().equals(from)).findFirst().map(page -> places.of(page).file()).orElse(new SourceId("page/x.md"));
    StringBuilder out = new StringBuilder();
    pages.forEach(page -> out.append("- ").append(link(here, page)).append('\n'));
    return out.toString();
  }

  /// A page that is only shown until a day is named and not linked: a link would break on that day.
  private String link(SourceId here, OldPage page) {
    return page.expires().isPresent() ? (page.title().isEmpty() ? page.stem() : page.title()).replaceAll("([\\\\`*_\\[\\]<>&#])", "\\\\$1") : "[](" + here.linkTo(places.of(page).file()).replace(" ", "%20") + ")";
  }

  /// Lists that the old generator made without a file, and that Assay does not make.
  List<ImportedNote> missing(List<OldPage> written) {
    List<ImportedNote> notes = new ArrayList<>();
    for (Map.Entry<String, String> list : old.lists().entrySet()) {
      boolean there = isMade(list.getValue()) || written.stream().anyMatch(page -> page.address().equals(list.getValue()));
      List<OldPage> pages = old.pages().stream().filter(page -> page.kind() == OldPage.Kind.PAGE && page.folder().equals(list.getKey()) && page.language().equals(old.languages().getFirst()) && !page.draft()).toList();
      if (!there && !pages.isEmpty()) {
        SourceId file = new SourceId("page/" + Slugs.of(list.getKey()) + "-list.md");
        StringBuilder body = new StringBuilder();
        pages.forEach(page -> body.append("- ").append(link(file, page)).append('\n'));
        NoteHead head = NoteHead.builder().text("title", Slugs.title(list.getKey())).text("url", list.getValue()).text("id", old.base() + list.getValue().substring(1)).build();
        notes.add(new ImportedNote(file.value(), head, body.toString(), List.of(), List.of(Remark.madeUp("a list of the pages in '" + list.getKey() + "', which the old site had at " + list.getValue()))));
      }
    }
    return notes;
  }
}
