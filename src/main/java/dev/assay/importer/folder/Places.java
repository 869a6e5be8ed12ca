package dev.assay.importer.folder;

import dev.assay.catalog.Addresses;
import dev.assay.catalog.FileName;
import dev.assay.catalog.FixedAddresses;
import dev.assay.catalog.Slugs;
import dev.assay.importer.ContentFolder;
import dev.assay.importer.FileStem;
import dev.assay.importer.NoteFiles;
import dev.assay.importer.Remark;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds a file and an address for each old page, so that its old address goes on answering.
final class Places {
  private static final Set<String> OWN = Set.of("/", "/archive/", "/tags/", "/categories/", "/series/", "/authors/", "/entities/", "/hubs/", "/claims/",
      "/checkpoints/", "/corrections/", "/sources/", "/feeds/", "/404.html", "/404/", "/post/", "/guide/");

  private final OldSite old;
  private final ContentFolder folder;
  private final Site site;
  private final boolean fresh;
  private final Set<String> dated;
  private final Set<String> reserved = new HashSet<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<OldPage, Place> places = new HashMap<>();
  private final Map<OldPage, List<Remark>> remarks = new HashMap<>();
  private final Map<OldPage, List<String>> aliases = new HashMap<>();

  Places(OldSite old, ContentFolder folder, Site site) {
    this.old = old;
    this.folder = folder;
    this.site = site;
    this.fresh = folder.site().isEmpty();
    this.dated = dated(old);
    FixedAddresses.of(site, List.of()).forEach(address -> reserved.add(key(address)));
    OWN.forEach(address -> reserved.add(key(address)));
    List<String> fixed = List.copyOf(reserved);
    for (Language language : old.languages()) {
      String prefix = language.equals(old.languages().getFirst()) ? "/" : "/" + language.tag().toLowerCase(Locale.ROOT) + "/";
      fixed.forEach(address -> reserved.add(key(prefix + address.replaceFirst("^/", ""))));
      dated.forEach(section -> reserved.add(key(prefix + Slugs.of(section(section)) + "/")));
    }
    old.pages().forEach(this::place);
    old.pages().forEach(this::oldAddresses);
  }

  /// The sections whose pages mostly have dates: they become posts, the others single pages.
  static Set<String> dated(OldSite old) {
    Map<String, int[]> counts = new TreeMap<>();
    for (OldPage page : old.pages()) {
      if (page.kind() == OldPage.Kind.PAGE) {
        int[] count = counts.computeIfAbsent(page.section(), _ -> new int[2]);
        count[page.date().isPresent() ? 0 : 1]++;
      }
    }
    Set<String> dated = new HashSet<>();
    counts.forEach((section, count) -> {
      if (count[0] > 0 && count[0] >= count[1]) {
        dated.add(section);
      }
    });
    return dated;
  }

  /// The address pattern that most pages of each section follow, by the folder they go to.
  static Map<String, String> patterns(OldSite old) {
    Map<String, String> patterns = new TreeMap<>();
    for (String section : dated(old)) {
      Map<String, Integer> counts = new TreeMap<>();
      for (OldPage page : old.pages()) {
        if (page.section().equals(section) && page.kind() == OldPage.Kind.PAGE && page.language().equals(old.languages().getFirst())) {
          pattern(page).ifPresent(pattern -> counts.merge(pattern, 1, Integer::sum));
        }
      }
      String folder = section(section);
      String usual = folder.equals("post") ? "/post/:slug/" : "/" + Slugs.of(folder) + "/:slug/";
      counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).filter(pattern -> !pattern.equals(usual)).ifPresent(pattern -> patterns.put(folder, pattern));
    }
    return patterns;
  }

  private static Optional<String> pattern(OldPage page) {
    String address = page.address();
    if (!address.endsWith("/") || address.equals("/") || page.date().isEmpty()) {
      return Optional.empty();
    }
    var date = page.date().get();
    String[] parts = address.substring(1, address.length() - 1).split("/", -1);
    List<String> pattern = new ArrayList<>();
    int stage = 0;
    String[] dateParts = {String.format(Locale.ROOT, "%04d", date.getYear()), String.format(Locale.ROOT, "%02d", date.getMonthValue()), String.format(Locale.ROOT, "%02d", date.getDayOfMonth())};
    for (int i = 0; i < parts.length - 1; i++) {
      boolean isDate = stage < 3 && parts[i].equals(dateParts[stage]);
      pattern.add(isDate ? List.of(":year", ":month", ":day").get(stage) : parts[i]);
      stage += isDate ? 1 : 0;
    }
    boolean odd = pattern.stream().anyMatch(part -> part.matches("[0-9]+|:.*:.*") || (!part.startsWith(":") && !SitePath.fault("/" + part).isEmpty()));
    return odd ? Optional.empty() : Optional.of("/" + String.join("/", pattern) + (pattern.isEmpty() ? "" : "/") + ":slug/");
  }

  /// The folder of posts that a section goes to.
  private static String section(String section) {
    String name = FileStem.of(section.toLowerCase(Locale.ROOT));
    return name.isEmpty() ? "post" : Set.of("data", "hub", "page", "guide").contains(name) ? name + "s" : name;
  }

  /// Where a page goes.
  Place of(OldPage page) {
    return java.util.Objects.requireNonNull(places.get(page), "every page has a place");
  }

  List<Remark> remarks(OldPage page) {
    return remarks.getOrDefault(page, List.of());
  }

  /// The old addresses that lead to a page.
  List<String> aliases(OldPage page) {
    return aliases.getOrDefault(page, List.of());
  }

  /// The feed id that the old site gave a page.
  String id(OldPage page) {
    if (old.base().isEmpty()) {
      var digest = dev.assay.note.Digest.lasting(old.generator() + "\n" + page.path());
      long high = (digest.high() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
      long low = (digest.low() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
      return "urn:uuid:" + new java.util.UUID(high, low);
    }
    String permalink = old.base() + page.address().substring(1);
    // jekyll-feed names a post by its address without the ending.
    return old.generator() == Generator.JEKYLL && page.folder().equals("post") ? permalink.replaceFirst("(\\.html|/)$", "") : permalink;
  }

  private void place(OldPage page) {
    Optional<ContentFolder.Held> held = folder.note(id(page));
    if (held.isPresent()) {
      SourceId file = new SourceId(held.get().file());
      places.put(page, new Place(file, "", "", page.address(), true));
      taken.add(key(page.address()));
      return;
    }
    String slug = slug(page);
    String path = free(page, slug);
    FileName name = FileName.of(site, new SourceId(path));
    boolean own = !slug.equals(Slugs.of(name.stem()));
    String written = own ? slug : "";
    String usual = new Addresses(site).note(name.type(), name.section(), slug, page.language(), page.date());
    boolean canBe = SitePath.fault(page.address()).isEmpty() && (page.address().endsWith("/") || page.address().matches(".*\\.html?"));
    boolean free = !reserved.contains(key(page.address())) && !taken.contains(key(page.address()));
    boolean home = page.kind() == OldPage.Kind.HOME;
    String address = usual;
    String url = "";
    if (!home && !usual.equals(page.address())) {
      if (!canBe || !free) {
        remark(page, Remark.changed(canBe ? "the address " + page.address() + " is taken, so the page is at " + usual : "the address " + page.address() + " cannot be kept, so the page is at " + usual));
      } else if (fresh) {
        url = page.address();
        address = url;
      }
    }
    for (int number = 2; !home && url.isEmpty() && (taken.contains(key(address)) || reserved.contains(key(address))); number++) {
      written = slug + "-" + number;
      address = new Addresses(site).note(name.type(), name.section(), written, page.language(), page.date());
    }
    taken.add(key(address));
    places.put(page, new Place(new SourceId(path), url.isEmpty() ? written : "", url, address, false));
  }

  private void oldAddresses(OldPage page) {
    Place place = of(page);
    List<String> wanted = new ArrayList<>(page.aliases());
    if (!place.address().equals(page.address()) && page.kind() != OldPage.Kind.HOME) {
      wanted.addFirst(page.address());
    }
    List<String> kept = new ArrayList<>();
    for (String alias : wanted) {
      boolean page404 = alias.endsWith("/") || alias.matches(".*\\.html?");
      if (!SitePath.fault(alias).isEmpty() || !page404) {
        remark(page, Remark.lost("a static site cannot answer an old address: " + alias));
      } else if (!key(alias).equals(key(place.address()))) {
        if (reserved.contains(key(alias)) || !taken.add(key(alias))) {
          remark(page, Remark.changed("an old address is answered by another page: " + alias));
        } else {
          kept.add(alias);
        }
      }
    }
    if (!kept.isEmpty()) {
      aliases.put(page, kept);
    }
  }

  private void remark(OldPage page, Remark remark) {
    remarks.computeIfAbsent(page, _ -> new ArrayList<>()).add(remark);
  }

  /// `/a`, `/a/` and `/a/index.html` are one file; letter case doesn't count on every disk.
  private static String key(String address) {
    return address.toLowerCase(Locale.ROOT).replaceFirst("/index\\.html$", "/");
  }

  private String slug(OldPage page) {
    String inner = page.address().endsWith("/") ? page.address().substring(0, page.address().length() - 1) : page.address();
    String last = inner.substring(inner.lastIndexOf('/') + 1).replaceFirst("\\.html?$", "");
    String slug = FileStem.of(page.kind() == OldPage.Kind.HOME || last.isEmpty() ? page.stem() : last);
    return slug.isEmpty() ? "page" : slug;
  }

  private String free(OldPage page, String slug) {
    boolean first = page.language().equals(site.language());
    String suffix = first ? "" : "." + page.language().tag().toLowerCase(Locale.ROOT);
    if (page.kind() == OldPage.Kind.HOME) {
      return freeFile("index" + suffix + ".md");
    }
    boolean post = dated.contains(page.section()) && page.kind() == OldPage.Kind.PAGE;
    List<String> parts = new ArrayList<>();
    if (post) {
      parts.add(section(page.section()));
    } else {
      parts.add("page");
    }
    String inner = post ? page.folder().substring(Math.min(page.folder().length(), page.section().length() + 1)) : page.folder();
    for (String part : inner.split("/", -1)) {
      String stem = FileStem.of(part);
      if (!stem.isEmpty()) {
        parts.add(stem);
      }
    }
    String stem = stem(slug);
    parts.add(stem);
    String path = String.join("/", parts) + (page.bundle().isEmpty() ? suffix : "/index" + suffix) + ".md";
    return freeFile(path);
  }

  private String freeFile(String wish) {
    String path = new NoteFiles(folder).freePath(wish);
    folder.take(path);
    return path;
  }

  /// A file's name must not look like one with a language, or like the note of a folder.
  private String stem(String slug) {
    int dot = slug.lastIndexOf('.');
    boolean language = dot > 0 && site.languages().stream().map(Language::tag).anyMatch(tag -> tag.equalsIgnoreCase(slug.substring(dot + 1)));
    String stem = language ? slug.replace('.', '-') : slug;
    return stem.equalsIgnoreCase("index") ? "index-page" : stem;
  }
}
