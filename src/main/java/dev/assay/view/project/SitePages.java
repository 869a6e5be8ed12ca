package dev.assay.view.project;

import dev.assay.catalog.Catalog;
import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.catalog.NoteType;
import dev.assay.catalog.Term;
import dev.assay.claim.Claim;
import dev.assay.note.Language;
import dev.assay.note.Located;
import dev.assay.note.SitePath;
import dev.assay.view.BodyView;
import dev.assay.view.FrameView;
import dev.assay.view.HomePage;
import dev.assay.view.LinkView;
import dev.assay.view.Mix;
import dev.assay.view.NotFoundPage;
import dev.assay.view.SearchPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The pages that a site has once per language: home, the ledger, the page for lost readers.
final class SitePages {
  private static final int HOME_NOTES = 8;
  private static final int HOME_TAGS = 12;
  private static final int DESCRIPTION_LENGTH = 200;

  private final Model model;
  private final Frames frames;
  private final Bodies bodies;
  private final Cards cards;
  private final Glances glances;
  private final LedgerPages ledgers;

  SitePages(Model model, Frames frames, Bodies bodies, Cards cards, Glances glances, LedgerPages ledgers) {
    this.model = model;
    this.frames = frames;
    this.bodies = bodies;
    this.cards = cards;
    this.glances = glances;
    this.ledgers = ledgers;
  }

  /// The home page. A site without posts shows its pages there, so that a single file makes a site.
  Planned home(Language language) {
    Catalog catalog = model.catalog();
    List<Entry> posts = catalog.posts(language);
    List<Entry> shown = posts.isEmpty() ? catalog.of(NoteType.PAGE, language) : posts;
    Optional<Entry> intro = catalog.of(NoteType.HOME, language).stream().findFirst();
    SitePath address = catalog.addresses().home(language);
    List<Hub> hubs = catalog.hubs().stream().filter(hub -> hub.entry().language().equals(language)).toList();
    List<Claim> ledger = ledgers.ledger(language);
    LinkView more =
        shown.size() > HOME_NOTES
            ? new LinkView(model.words().of(language, "menu.archive"), model.base().href(catalog.addresses().at(language, "/archive/")))
            : LinkView.NONE;
    Set<String> told = new HashSet<>();
    // The home page of a language has words of its own where its introduction does.
    String description = intro.flatMap(entry -> entry.note().head().description()).orElse(model.site().description());
    FrameView frame =
        frames.of(
            new Frames.About(
                language, intro.map(e -> e.note().file()).orElse(address.value()), intro.flatMap(e -> e.note().head().title()).map(Located::value).filter(title -> !title.equals(model.site().title())).orElse(""),
                Cut.words(description.isEmpty() ? intro.map(cards::plainSummary).orElse("") : description, DESCRIPTION_LENGTH),
                address, "", true, List.of(), List.of(frames.siteFeed(language)), inAll("/", language)));
    HomePage view =
        new HomePage(
            frame, description, intro.map(bodies::of).orElse(BodyView.EMPTY), intro.isPresent(),
            cards.notes(shown.stream().limit(HOME_NOTES).toList(), language), more,
            hubs.stream().map(hub -> cards.hub(hub, language, glances.open(hub, told))).toList(), Mix.of(ledger.stream().map(Claim::kind).toList()),
            ledger.isEmpty() ? LinkView.NONE : ledgerLink(language), glances.of(language),
            catalog.terms().stream()
                .filter(t -> t.taxonomy().equals("tags") && t.language().equals(language))
                .sorted(Comparator.comparingInt((Term t) -> -t.entries().size()).thenComparing(Term::name))
                .limit(HOME_TAGS)
                .map(cards::term)
                .toList());
    List<Entry> all = new ArrayList<>(shown);
    intro.ifPresent(all::add);
    return new Planned(address, view, true, ListPages.changed(all));
  }

  private LinkView ledgerLink(Language language) {
    return new LinkView(
        model.words().of(language, "menu.claims"), model.base().href(model.catalog().addresses().at(language, "/claims/")));
  }

  /// The page for an address that leads nowhere; the web server's own file for the site's first language.
  Planned notFound(Language language) {
    SitePath address = model.catalog().addresses().at(language, "/404.html");
    FrameView frame =
        frames.of(
            new Frames.About(
                language, address.value(), model.words().of(language, "missing.title"), "", address, "", false, List.of(),
                List.of(frames.siteFeed(language)), Map.of()));
    List<Entry> newest = model.catalog().posts(language).stream().limit(5).toList();
    return new Planned(address, new NotFoundPage(frame, cards.notes(newest, language)), true, Optional.empty());
  }

  /// The page on which readers search the notes of all languages, their own first.
  Planned search(Language language) {
    SitePath address = model.catalog().addresses().at(language, Projection.SEARCH.value());
    FrameView frame =
        frames.of(
            new Frames.About(
                language, address.value(), model.words().of(language, "menu.search"), "", address, "", false, List.of(),
                List.of(frames.siteFeed(language)), inAll(Projection.SEARCH.value(), language)));
    List<SearchPage.LanguageChoice> languages =
        model.catalog().languages().stream()
            .sorted(Comparator.comparing((Language each) -> !each.equals(language)))
            .map(each -> new SearchPage.LanguageChoice(each.tag(), each.locale().getDisplayLanguage(each.locale())))
            .toList();
    return new Planned(address, new SearchPage(frame, model.base().href(Projection.SEARCH), languages), true, Optional.empty());
  }

  Map<Language, SitePath> inAll(String path, Language language) {
    Map<Language, SitePath> others = new LinkedHashMap<>();
    for (Language other : model.catalog().languages()) {
      if (!other.equals(language)) {
        others.put(other, model.catalog().addresses().at(other, path));
      }
    }
    return others;
  }
}
