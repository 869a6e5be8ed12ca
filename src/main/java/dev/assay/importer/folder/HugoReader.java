package dev.assay.importer.folder;

import dev.assay.importer.Remark;
import dev.assay.note.Language;
import dev.assay.note.Value;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads a folder as Hugo does: <https://gohugo.io/content-management/>.
final class HugoReader {
  private static final Set<String> KNOWN =
      Set.of(
          "title", "date", "lastmod", "modified", "updated", "publishdate", "pubdate", "published", "expirydate", "unpublishdate", "draft",
          "description", "summary", "keywords", "slug", "url", "aliases", "weight", "layout", "type", "headless", "build", "_build", "cascade",
          "menu", "menus", "outputs", "markup", "linktitle", "author", "authors", "image", "images", "featured_image", "cover", "series", "math", "toc",
          "sitemap", "translationkey", "iscjklanguage", "params");

  private final OldFolder folder;
  private final OldHead settings;
  private final ZoneId zone;
  private final List<Language> languages = new ArrayList<>();
  private final Map<Language, String> contents = new LinkedHashMap<>();
  private final Map<String, String> taxonomies = new LinkedHashMap<>();
  private final List<OldPage> pages = new ArrayList<>();
  private final List<OldFile> files = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final Set<String> leaves = new LinkedHashSet<>();
  private final boolean inSubfolder;

  private HugoReader(OldFolder folder, OldHead settings) {
    this.folder = folder;
    this.settings = settings;
    this.zone = OldDates.zone(settings.text("timeZone"));
    this.inSubfolder = settings.flag("defaultContentLanguageInSubdir");
    languages();
    OldHead named = settings.get("taxonomies").isPresent() ? settings.in("taxonomies") : settings.in("indexes");
    taxonomies.put("tag", "tags");
    taxonomies.put("category", "categories");
    taxonomies.put("series", "series");
    named.keys().entries().forEach(entry -> named.text(entry.key()).ifPresent(plural -> taxonomies.put(entry.key(), plural)));
  }

  static OldSite read(OldFolder folder) {
    String config = Generator.HUGO.config(folder).orElseThrow();
    OldHead settings = OldHead.settings(config, folder.text(config).orElse(""));
    return new HugoReader(folder, withLanguages(folder, settings)).site();
  }

  /// Settings may be parted into files by their first key.
  private static OldHead withLanguages(OldFolder folder, OldHead settings) {
    List<Value.Entry> entries = new ArrayList<>(settings.keys().entries());
    for (String part : List.of("languages", "module", "params", "permalinks", "taxonomies")) {
      for (String ending : List.of("toml", "yaml", "yml", "json")) {
        String path = "config/_default/" + part + "." + ending;
        if (folder.has(path)) {
          OldHead read = OldHead.settings(path, folder.text(path).orElse(""));
          entries.add(new Value.Entry(part, read.keys().place(), read.keys()));
        }
      }
    }
    return new OldHead(new Value.Mapping(entries, settings.keys().place()));
  }

  private void languages() {
    String content = settings.text("contentDir").orElse("content");
    OldHead named = settings.in("languages");
    String code = settings.text("defaultContentLanguage").orElse("");
    if (code.isEmpty()) {
      code = named.keys().entries().isEmpty() || named.get("en").isPresent() ? "" : named.keys().entries().getFirst().key();
    }
    Language first = tag(code).or(() -> settings.text("languageCode", "locale").map(text -> text.replaceFirst("[-_].*", "")).flatMap(HugoReader::tag)).orElse(Language.ENGLISH);
    languages.add(first);
    boolean byLanguage = byLanguage(strip(content), first, named);
    contents.put(first, content(first.tag(), first, named, content, byLanguage));
    for (Value.Entry entry : named.keys().entries()) {
      boolean off = named.in(entry.key()).flag("disabled");
      Optional<Language> language = tag(entry.key()).filter(tag -> !tag.tag().equalsIgnoreCase(first.tag()));
      if (language.isPresent() && !off) {
        languages.add(language.get());
        contents.put(language.get(), content(entry.key(), language.get(), named, content, byLanguage));
      }
    }
  }

  /// Where the pages of a language lie: as its settings say, else as a mount says.
  private String content(String code, Language language, OldHead named, String content, boolean byLanguage) {
    return named.in(code).text("contentDir").or(() -> mount(code)).orElse(byLanguage ? strip(content) + "/" + language.tag() : content);
  }

  private Optional<String> mount(String code) {
    return settings.in("module").mappings("mounts").stream()
        .filter(mount -> mount.text("target").map(HugoReader::strip).filter("content"::equals).isPresent())
        .filter(mount -> mount.text("lang").filter(code::equalsIgnoreCase).isPresent() || mount.in("sites").in("matrix").texts("languages").contains(code))
        .flatMap(mount -> mount.text("source").stream())
        .filter(source -> folder.hasFolder(strip(source)))
        .findFirst();
  }

  /// Mounts may be made by a program before Hugo runs. Where all that lies in the folder of content lies in folders named like
  /// the site's languages, each holds the pages of its language.
  private boolean byLanguage(String content, Language first, OldHead named) {
    Set<String> codes = new LinkedHashSet<>(Set.of(first.tag()));
    named.keys().entries().forEach(entry -> codes.add(entry.key()));
    Set<String> paths = folder.below(content);
    return codes.size() > 1 && folder.hasFolder(content + "/" + first.tag())
        && paths.stream().map(path -> path.substring(content.length() + 1)).allMatch(path -> path.indexOf('/') > 0 && codes.contains(path.substring(0, path.indexOf('/'))));
  }

  private static Optional<Language> tag(String code) {
    return Optional.of(code.replace('_', '-')).filter(Language::isTag).map(Language::new);
  }

  private OldSite site() {
    for (Language language : languages) {
      String content = strip(contents.getOrDefault(language, "content"));
      for (String path : folder.below(content)) {
        if (path.substring(path.lastIndexOf('/') + 1).matches("index(\\.[A-Za-z-]+)?\\.(md|markdown|html)")) {
          leaves.add(parent(path));
        }
      }
    }
    Set<String> seen = new LinkedHashSet<>();
    for (Language language : languages) {
      String content = strip(contents.getOrDefault(language, "content"));
      for (String path : folder.below(content)) {
        if (!isOfAnother(language, content, path) && seen.add(path)) {
          one(path, path.substring(content.length() + 1), language);
        }
      }
    }
    statics();
    String base = settings.text("baseURL").orElse("");
    Map<String, String> feeds = new LinkedHashMap<>();
    feeds.put("/index.xml", "/feed.xml");
    Map<String, String> lists = new TreeMap<>();
    pages.stream().map(OldPage::section).filter(section -> !section.isEmpty()).distinct().forEach(section -> {
      feeds.put("/" + OldSlugs.hugo(section) + "/index.xml", "/" + OldSlugs.hugo(section) + "/feed.xml");
      lists.put(section, "/" + OldSlugs.hugo(section) + "/");
    });
    taxonomies.values().forEach(plural -> feeds.put("/" + plural + "/:term/index.xml", "/" + plural + "/:term/feed.xml"));
    return new OldSite(
        folder, Generator.HUGO, settings.text("title").orElse(""), base.matches("https?://.+") ? base.replaceFirst("/*$", "/") : "",
        settings.in("params").text("description").orElse(""), languages, settings.text("timeZone"), authors(), pages, files, feeds, lists, settings, remarks);
  }

  private List<String> authors() {
    List<String> named = settings.in("author").text("name").map(List::of).orElseGet(() -> settings.in("params").texts("author"));
    return named.isEmpty() ? settings.texts("author") : named;
  }

  /// A folder of content may lie inside another: `content/ko` inside `content`.
  private boolean isOfAnother(Language language, String content, String path) {
    return contents.entrySet().stream()
        .filter(other -> !other.getKey().equals(language))
        .map(other -> strip(other.getValue()))
        .anyMatch(other -> other.startsWith(content + "/") && path.startsWith(other + "/"));
  }

  private void one(String path, String below, Language folderLanguage) {
    String name = below.substring(below.lastIndexOf('/') + 1);
    String in = parent(below);
    boolean page = name.matches(".+\\.(md|markdown|mdown|html|htm)");
    if (!page) {
      asset(path, in, name, folderLanguage);
      return;
    }
    String base = name.substring(0, name.lastIndexOf('.'));
    Language language = folderLanguage;
    int dot = base.lastIndexOf('.');
    if (dot > 0) {
      String suffix = base.substring(dot + 1);
      Optional<Language> named = languages.stream().filter(l -> l.tag().equalsIgnoreCase(suffix)).findFirst();
      language = named.orElse(language);
      base = named.isPresent() ? base.substring(0, dot) : base;
    }
    boolean resource = !base.equals("index") && !base.equals("_index") && leaves.stream().anyMatch(leaf -> parent(path).equals(leaf) || parent(path).startsWith(leaf + "/"));
    Optional<String> text = folder.text(path);
    if (resource || text.isEmpty()) {
      remarks.add(Remark.lost(resource ? "'" + path + "' is a part of a bundle and no page of its own" : "'" + path + "' is too long or not UTF-8"));
      return;
    }
    page(path, in, base, language, OldHead.of(path, text.get()));
  }

  private void page(String path, String in, String base, Language language, OldHead.Parted parted) {
    OldHead head = parted.head();
    boolean hidden = head.flag("headless") || head.in("_build").text("render").filter(HugoReader::never).isPresent() || head.in("build").text("render").filter(HugoReader::never).isPresent();
    if (hidden) {
      remarks.add(Remark.notice("'" + path + "' is not shown by Hugo, and was left out"));
      return;
    }
    boolean home = in.isEmpty() && (base.equals("_index") || base.equals("index"));
    boolean leaf = base.equals("index") && !home;
    OldPage.Kind kind = home ? OldPage.Kind.HOME : base.equals("_index") ? OldPage.Kind.SECTION : OldPage.Kind.PAGE;
    String listed = leaf || kind == OldPage.Kind.SECTION ? parent(in) : in;
    String stem = leaf || kind == OldPage.Kind.SECTION ? last(in) : base;
    PageReader reader = new PageReader(path, parted).place(kind, listed, home ? "index" : stem, leaf ? parent(path) : "").language(language).known(KNOWN);
    var date = head.date("date", zone).or(() -> head.date("publishDate", zone)).or(() -> head.date("pubdate", zone));
    reader.date(date, head.date("lastmod", zone).or(() -> head.date("modified", zone)).or(() -> head.date("updated", zone)))
        .shown(head.date("publishDate", zone).filter(from -> !date.filter(from::isEqual).isPresent()), head.date("expiryDate", zone))
        .draft(head.flag("draft"))
        .description(head.text("description", "summary").orElse(""))
        .authors(head.texts("authors").isEmpty() ? head.texts("author") : head.texts("authors"));
    taxonomies.forEach((singular, plural) -> reader.terms(plural, head.texts(plural).isEmpty() ? head.texts(singular) : head.texts(plural)));
    String address = address(kind, listed, stem, language, head, date);
    reader.address(address).aliases(head.texts("aliases").stream().map(alias -> alias(alias, address)).toList());
    pages.add(reader.page());
  }

  private static boolean never(String render) {
    return render.equals("never") || render.equals("false");
  }

  private String address(OldPage.Kind kind, String in, String stem, Language language, OldHead head, Optional<java.time.OffsetDateTime> date) {
    String prefix = prefix(language);
    Optional<String> url = head.text("url");
    if (url.isPresent()) {
      String own = url.get();
      return slashed(own.startsWith("/") ? own : prefix + "/" + own);
    }
    if (kind == OldPage.Kind.HOME) {
      return prefix + "/";
    }
    String slug = head.text("slug").orElse(stem);
    String section = in.contains("/") ? in.substring(0, in.indexOf('/')) : in;
    OldHead patterns = settings.in("permalinks");
    Optional<String> pattern = kind == OldPage.Kind.PAGE ? patterns.in("page").text(section.isEmpty() ? "/" : section).or(() -> patterns.text(section.isEmpty() ? "/" : section)) : Optional.empty();
    String path =
        pattern
            .map(text -> OldPatterns.fill(text, new OldPatterns.Parts(section, in, stem, head.text("slug").orElse(""), head.text("title").orElse(stem), date.map(d -> d.toLocalDateTime()), OldSlugs::hugo)))
            .orElseGet(() -> (in.isEmpty() ? "/" : "/" + OldSlugs.hugo(in) + "/") + OldSlugs.hugo(slug) + (settings.flag("uglyURLs") && kind == OldPage.Kind.PAGE ? ".html" : "/"));
    return slashed(prefix + path);
  }

  private String prefix(Language language) {
    return language.equals(languages.getFirst()) && !inSubfolder ? "" : "/" + language.tag().toLowerCase(Locale.ROOT);
  }

  private static String alias(String alias, String address) {
    String whole = alias.startsWith("/") ? alias : parentAddress(address) + alias;
    return slashed(withoutDots(whole));
  }

  /// `/a/../b` is `/b`; a path may not leave the site.
  private static String withoutDots(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.size() > 1) {
          parts.removeLast();
        }
      } else if (!part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static String parentAddress(String address) {
    String inner = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    return inner.substring(0, inner.lastIndexOf('/') + 1);
  }

  /// An address with an ending is a file; any other is a folder.
  static String slashed(String address) {
    String whole = address.startsWith("/") ? address : "/" + address;
    String name = whole.substring(whole.lastIndexOf('/') + 1);
    return name.isEmpty() || name.matches(".+\\.(html?|xml|json|txt|php)") ? whole : whole + "/";
  }

  /// Files beside a page go where the page goes; others keep their path.
  private void asset(String path, String in, String name, Language language) {
    Optional<OldPage> bundle = Optional.empty();
    String at = parent(path);
    while (!at.isEmpty() && bundle.isEmpty()) {
      String here = at;
      if (leaves.contains(here)) {
        return;
      }
      at = parent(at);
    }
    files.add(new OldFile(path, prefix(language) + (in.isEmpty() ? "/" : "/" + OldSlugs.hugo(in) + "/") + name));
  }

  private void statics() {
    Set<String> roots = new LinkedHashSet<>(settings.texts("staticDir"));
    if (roots.isEmpty()) {
      roots.add("static");
    }
    for (String root : roots) {
      for (String path : folder.below(strip(root))) {
        files.add(new OldFile(path, path.substring(strip(root).length())));
      }
    }
  }

  private static String strip(String path) {
    return path.replaceFirst("^\\./", "").replaceFirst("/+$", "");
  }

  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
