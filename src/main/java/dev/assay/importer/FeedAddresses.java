package dev.assay.importer;

import dev.assay.catalog.Addresses;
import dev.assay.catalog.NoteType;
import dev.assay.catalog.Slugs;
import dev.assay.importer.feed.ImportedItem;
import dev.assay.note.Language;
import dev.assay.note.Site;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds for each item a slug, a file and an address, so that the old address goes on answering: by the site's pattern
/// where that gives the same, by `url` on a site that the import begins, else by an alias.
final class FeedAddresses {
  private static final String FOLDER = "post";
  /// Addresses that pages of every site have.
  private static final Set<String> FIXED =
      Set.of(
          "/", "/404.html", "/tags/", "/categories/", "/series/", "/entities/", "/authors/", "/claims/", "/checkpoints/", "/corrections/", "/feeds/",
          "/archive/", "/search/", "/hubs/", "/sources/", "/post/", "/page/", "/guide/", "/assets/");

  private final ContentFolder folder;
  private final String base;
  private final Site site;
  private final boolean fresh;

  /// @param base where the feed's site is
  /// @param site the settings that the notes will be built with
  FeedAddresses(ContentFolder folder, String base, Site site) {
    this.folder = folder;
    this.base = base;
    this.site = site;
    this.fresh = folder.site().isEmpty();
  }

  /// Where an item goes.
  ///
  /// @param path   its file below the content's folder
  /// @param slug   what its head has to say; empty when the file's name says it
  /// @param url    the same; empty when the site's pattern says it
  /// @param alias  an old address that leads here; empty when there is none or it is the address itself
  record Placed(String path, String slug, String url, String alias, List<Remark> remarks) {}

  /// The pattern that most of the items follow; empty when that is the usual one or there is none.
  static Map<String, String> patterns(List<ImportedItem> items, String base) {
    Map<String, Integer> counts = new TreeMap<>();
    for (ImportedItem item : items) {
      OldAddress.of(item.link(), base).flatMap(old -> old.pattern(item.date())).ifPresent(pattern -> counts.merge(pattern, 1, Integer::sum));
    }
    Optional<String> most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    return most.filter(pattern -> !pattern.equals(Addresses.DEFAULTS.get(FOLDER))).map(pattern -> Map.of(FOLDER, pattern)).orElse(Map.of());
  }

  /// Finds a place and takes it.
  ///
  /// @param date  the note's, which the site's pattern may ask for
  /// @param title what a slug is made of when the item's own address gives none
  Placed place(ImportedItem item, Optional<OffsetDateTime> date, String title, Language language) {
    boolean page = item.kind() == ImportedItem.Kind.PAGE;
    List<Remark> remarks = new java.util.ArrayList<>();
    Optional<OldAddress> old = OldAddress.of(item.link(), base);
    if (old.isEmpty() && !item.link().isEmpty()) {
      remarks.add(Remark.changed("the old address cannot be kept: " + item.link()));
    }
    String wish = slug(old.map(OldAddress::slug).orElse(""), title, item);
    String slug = wish;
    String address = address(page, slug, language, date);
    String url = "";
    String alias = "";
    if (old.isPresent() && !old.get().path().equals(address)) {
      String path = old.get().path();
      if (isTaken(path)) {
        remarks.add(Remark.changed("the address " + path + " belongs to another page"));
      } else if (fresh && old.get().canBeAPage()) {
        url = path;
        address = path;
      } else if (old.get().canBeAPage()) {
        alias = path;
      } else {
        remarks.add(Remark.changed("a static site cannot answer the old address " + path));
      }
    }
    for (int number = 2; url.isEmpty() && isTaken(address); number++) {
      slug = wish + "-" + number;
      address = address(page, slug, language, date);
    }
    return taken(page, slug, url, alias, address, remarks);
  }

  private boolean isTaken(String address) {
    return folder.atAddress(address).isPresent() || FIXED.contains(address.toLowerCase(java.util.Locale.ROOT));
  }

  private Placed taken(boolean page, String slug, String url, String alias, String address, List<Remark> remarks) {
    String plain = FileStem.of(slug.replace('.', '-'));
    // `index.md` would be the note of its folder.
    String stem = plain.equalsIgnoreCase("index") ? "index-note" : plain;
    String path = new NoteFiles(folder).freePath((page ? "page/" : FOLDER + "/") + (stem.isEmpty() ? "item" : stem) + ".md");
    folder.take(path);
    folder.takeAddress(address, path);
    if (!alias.isEmpty()) {
      folder.takeAddress(alias, path);
    }
    String name = path.substring(path.lastIndexOf('/') + 1, path.length() - 3);
    return new Placed(path, url.isEmpty() && !Slugs.of(name).equals(slug) ? slug : "", url, alias, List.copyOf(remarks));
  }

  private String address(boolean page, String slug, Language language, Optional<OffsetDateTime> date) {
    NoteType type = page ? NoteType.PAGE : NoteType.POST;
    return new Addresses(site).note(type, page ? "page" : FOLDER, slug, language, date);
  }

  /// A slug that notes may have: the one that the old address ends with, else one made of the title, else of the day.
  private static String slug(String old, String title, ImportedItem item) {
    for (String wish : List.of(old, cut(Slugs.of(title)), item.date().map(date -> date.toLocalDate().toString()).orElse("item"))) {
      String tidy = tidy(wish);
      if (!tidy.isEmpty()) {
        return tidy;
      }
    }
    return "item";
  }

  /// Letters, digits and marks of every script, `-`, `_` and inner dots; nothing else may stand in a slug.
  private static String tidy(String wish) {
    StringBuilder out = new StringBuilder();
    wish.codePoints().forEach(c -> {
      int type = Character.getType(c);
      boolean fine = Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
      if (fine) {
        out.appendCodePoint(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
        out.append('-');
      }
    });
    String tidy = out.toString().replaceAll("^[.-]+|[.-]+$", "");
    return tidy.getBytes(StandardCharsets.UTF_8).length > 180 ? cut(tidy) : tidy;
  }

  /// At most some sixty characters, whole words where there are any.
  private static String cut(String slug) {
    if (slug.length() <= 60) {
      return slug;
    }
    int end = slug.offsetByCodePoints(0, Math.min(slug.codePointCount(0, slug.length()), 50));
    int dash = slug.lastIndexOf('-', end);
    return slug.substring(0, dash > 20 ? dash : end);
  }
}
