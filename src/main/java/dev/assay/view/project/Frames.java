package dev.assay.view.project;

import dev.assay.card.CardDrawing;
import dev.assay.catalog.Addresses;
import dev.assay.catalog.Catalog;
import dev.assay.catalog.Entry;
import dev.assay.catalog.FeedFormat;
import dev.assay.catalog.NoteType;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.view.FrameView;
import dev.assay.view.LinkView;
import dev.assay.view.Settings;
import dev.assay.view.ShareView;
import dev.assay.view.SiteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What surrounds pages: the site's head and foot, the menu, feeds and versions in other languages.
final class Frames {
  /// Pages that every language has, by their address in the site's language, with the theme's word for each.
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("/", "home"), Map.entry("/post/", "posts"), Map.entry("/hubs/", "hubs"), Map.entry("/claims/", "claims"),
          Map.entry("/claims/scores/", "scores"), Map.entry("/checkpoints/", "checkpoints"), Map.entry("/corrections/", "corrections"),
          Map.entry("/sources/", "sources"), Map.entry("/guide/", "guide"), Map.entry("/archive/", "archive"), Map.entry("/tags/", "tags"),
          Map.entry("/categories/", "categories"), Map.entry("/feeds/", "feeds"),
          Map.entry("/search/", "search"));

  private final Model model;
  private final CardPlan plan;
  private final Map<Language, SiteView> sites = new ConcurrentHashMap<>();
  private final Map<Language, List<FrameView.MenuEntry>> menus = new ConcurrentHashMap<>();

  Frames(Model model, CardPlan plan) {
    this.model = model;
    this.plan = plan;
    for (Language language : model.catalog().languages()) {
      sites.put(language, site(language));
      menus.put(language, menu(language));
    }
  }

  /// What a page says of itself.
  ///
  /// @param subject      the file it is made from, or its address
  /// @param title        empty on the home page
  /// @param image        full address of its picture; empty when it has none
  /// @param translations the same page in other languages: language and address
  record About(
      Language language, String subject, String title, String description, SitePath address, String image,
      boolean indexed, List<LinkView> trail, List<FrameView.FeedLink> feeds, Map<Language, SitePath> translations) {}

  /// The frame of a page that is no note's.
  FrameView of(About about) {
    return of(about, plan.ofSite(about.language()), ShareView.WEBSITE, List.of());
  }

  /// The frame of a note's page.
  ///
  /// @param imageAlt  what the picture of its own shows
  FrameView of(About about, Entry entry, String imageAlt, List<ShareView.Citation> citations) {
    String kind = entry.type() == NoteType.POST ? ShareView.ARTICLE : ShareView.WEBSITE;
    return about.image().isEmpty()
        ? of(about, plan.of(entry).or(() -> plan.ofSite(about.language())), kind, citations)
        : of(about, about.image(), new ShareView(kind, imageAlt, 0, 0, citations));
  }

  private FrameView of(About about, Optional<CardPlan.Planned> card, String kind, List<ShareView.Citation> citations) {
    return card.isPresent()
        ? of(
            about, model.base().canonical(card.get().address()),
            new ShareView(kind, card.get().alt(), CardDrawing.WIDTH, CardDrawing.HEIGHT, citations))
        : of(about, "", new ShareView(kind, "", 0, 0, citations));
  }

  private FrameView of(About about, String image, ShareView share) {
    Language language = about.language();
    String address = model.base().href(about.address());
    return new FrameView(
        sites.computeIfAbsent(language, this::site), about.subject(), language.tag(), about.title(),
        about.description(), address, model.base().canonical(about.address()), image, share, about.indexed(),
        marked(menus.getOrDefault(language, List.of()), address), about.trail(), about.feeds(),
        translations(about));
  }

  private SiteView site(Language language) {
    Site site = model.site();
    List<LinkView> authors = site.authors().stream().map(author -> new LinkView(author.in(language), author.url())).toList();
    List<Settings.Setting> settings =
        site.theme().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(setting -> new Settings.Setting(setting.getKey(), setting.getValue()))
            .toList();
    return new SiteView(
        site.title(), site.language().tag(), model.base().path(),
        model.base().href(model.catalog().addresses().home(language)),
        site.search() ? model.base().href(model.catalog().addresses().at(language, Projection.SEARCH.value())) : "", site.logo().map(this::asset).orElse(""),
        authors, foot(language), site.policy().text(), new Settings(settings));
  }

  private String asset(String file) {
    SitePath address = model.catalog().assets().get(new SourceId(file.replaceFirst("^/", "")));
    return address == null ? "" : model.base().href(address);
  }

  private List<LinkView> foot(Language language) {
    Catalog catalog = model.catalog();
    List<LinkView> links = new ArrayList<>();
    links.add(fixed(language, "/archive/", "archive"));
    if (model.site().search()) {
      links.add(fixed(language, Projection.SEARCH.value(), "search"));
    }
    for (String taxonomy : Site.TAXONOMIES) {
      if (catalog.terms().stream().anyMatch(t -> t.taxonomy().equals(taxonomy) && t.language().equals(language))) {
        links.add(new LinkView(model.words().of(language, "terms." + taxonomy), model.base().href(catalog.addresses().taxonomy(taxonomy, language))));
      }
    }
    links.add(fixed(language, "/sources/", "sources"));
    boolean claims = hasClaims(language) || model.ledger().checkpoints().stream().anyMatch(each -> each.language().equals(language));
    if (claims) {
      links.add(fixed(language, "/checkpoints/", "checkpoints"));
      links.add(fixed(language, "/corrections/", "corrections"));
      links.add(fixed(language, "/claims/scores/", "scores"));
    }
    links.add(fixed(language, "/feeds/", "feeds"));
    return links;
  }

  private LinkView fixed(Language language, String path, String key) {
    return new LinkView(model.words().of(language, "menu." + key), model.base().href(model.catalog().addresses().at(language, path)));
  }

  private List<FrameView.MenuEntry> menu(Language language) {
    if (!model.site().menu().isEmpty()) {
      return model.site().menu().stream().map(item -> chosen(item, language)).toList();
    }
    Catalog catalog = model.catalog();
    Addresses addresses = catalog.addresses();
    List<FrameView.MenuEntry> menu = new ArrayList<>();
    for (String section : catalog.sections(language)) {
      menu.add(entry(model.sectionTitle(section, language), addresses.at(language, "/" + section + "/")));
    }
    if (catalog.hubs().stream().anyMatch(hub -> hub.entry().language().equals(language))) {
      menu.add(entry(model.words().of(language, "menu.hubs"), addresses.at(language, "/hubs/")));
    }
    if (hasClaims(language)) {
      menu.add(entry(model.words().of(language, "menu.claims"), addresses.at(language, "/claims/")));
    }
    if (!catalog.of(NoteType.GUIDE, language).isEmpty()) {
      menu.add(entry(model.words().of(language, "menu.guide"), addresses.at(language, "/guide/")));
    }
    return menu;
  }

  boolean hasClaims(Language language) {
    return model.ledger().claims().stream().anyMatch(claim -> claim.in(language).isPresent());
  }

  private static FrameView.MenuEntry entry(String text, String address) {
    return new FrameView.MenuEntry(text, address, false);
  }

  private FrameView.MenuEntry entry(String text, SitePath address) {
    return entry(text, model.base().href(address));
  }

  /// An entry of the writer's own menu. In another language it leads to the same page in that language, under that
  /// page's own title, where there is one.
  private FrameView.MenuEntry chosen(Site.MenuItem item, Language language) {
    String target = item.target();
    Optional<String> name = item.name(language);
    if (!target.startsWith("/") || target.startsWith("//") || !SitePath.fault(target).isEmpty()) {
      return entry(name.orElse(item.label()), target);
    }
    SitePath address = new SitePath(target);
    if (language.equals(model.site().language())) {
      return entry(name.orElse(item.label()), address);
    }
    Optional<Entry> own =
        model.catalog().entries().stream()
            .filter(e -> e.address().equals(address))
            .flatMap(e -> model.catalog().translations(e).stream())
            .filter(e -> e.language().equals(language))
            .findFirst();
    if (own.isPresent()) {
      return entry(name.orElse(own.get().title()), own.get().address());
    }
    SitePath there = fixedPage(target, language).orElse(address);
    return entry(name.or(() -> fixedWord(target, language)).orElse(item.label()), there);
  }

  /// What the theme calls one of the pages that every language has.
  private Optional<String> fixedWord(String target, Language language) {
    return Optional.ofNullable(FIXED.get(target)).map(word -> model.words().of(language, "menu." + word));
  }

  /// Where one of the pages that every language has lies.
  private Optional<SitePath> fixedPage(String target, Language language) {
    boolean exists = FIXED.containsKey(target) && !(target.equals("/guide/") && model.catalog().of(NoteType.GUIDE, language).isEmpty());
    return exists ? Optional.of(model.catalog().addresses().at(language, target)) : Optional.empty();
  }

  private static List<FrameView.MenuEntry> marked(List<FrameView.MenuEntry> menu, String address) {
    int best = -1;
    for (int i = 0; i < menu.size(); i++) {
      String at = menu.get(i).address();
      boolean under = address.equals(at) || (at.endsWith("/") && at.length() > 1 && address.startsWith(at));
      if (under && (best < 0 || at.length() > menu.get(best).address().length())) {
        best = i;
      }
    }
    if (best < 0) {
      return menu;
    }
    List<FrameView.MenuEntry> own = new ArrayList<>(menu);
    own.set(best, new FrameView.MenuEntry(menu.get(best).text(), menu.get(best).address(), true));
    return own;
  }

  private List<FrameView.Translation> translations(About about) {
    if (about.translations().isEmpty()) {
      return List.of();
    }
    List<FrameView.Translation> all = new ArrayList<>();
    for (Language language : model.site().languages()) {
      SitePath address = language.equals(about.language()) ? about.address() : about.translations().get(language);
      if (address != null) {
        all.add(
            new FrameView.Translation(
                language.tag(), language.locale().getDisplayLanguage(language.locale()), model.base().href(address),
                model.base().canonical(address), language.equals(about.language())));
      }
    }
    return all;
  }

  /// The feed beside a page.
  FrameView.FeedLink feed(String title, SitePath page) {
    List<FrameView.FeedAddress> formats = new ArrayList<>();
    for (FeedFormat format : FeedFormat.of(model.site())) {
      formats.add(
          new FrameView.FeedAddress(model.base().href(format.beside(page)), format.mediaType(), format.label()));
    }
    return new FrameView.FeedLink(title, formats);
  }

  /// The feed of the whole site in a language.
  FrameView.FeedLink siteFeed(Language language) {
    return feed(model.siteFeedTitle(language), model.catalog().addresses().home(language));
  }
}
