package dev.assay.importer.folder;

import dev.assay.importer.Remark;
import dev.assay.note.Language;
import dev.assay.note.Value;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads a folder as Zola does: <https://www.getzola.org/documentation/content/overview/>.
final class ZolaReader {
  private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[^/]*?[-_ ]\\s*(.+)");
  private static final Set<String> KNOWN =
      Set.of(
          "title", "description", "date", "updated", "weight", "draft", "slug", "path", "aliases", "authors", "in_search_index", "template", "taxonomies",
          "extra", "render", "sort_by", "paginate_by", "paginate_path", "paginate_reversed", "insert_anchor_links", "transparent", "page_template",
          "generate_feed", "generate_feeds", "redirect_to");

  private final OldFolder folder;
  private final OldHead settings;
  private final boolean asIs;
  private final List<Language> languages = new ArrayList<>();
  private final List<OldPage> pages = new ArrayList<>();
  private final List<OldFile> files = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final Set<String> leaves = new LinkedHashSet<>();

  private ZolaReader(OldFolder folder, OldHead settings) {
    this.folder = folder;
    this.settings = settings;
    String paths = settings.in("slugify").text("paths").orElse("on");
    this.asIs = !paths.equals("on");
    languages.add(settings.text("default_language").filter(Language::isTag).map(Language::new).orElse(Language.ENGLISH));
    for (Value.Entry entry : settings.in("languages").keys().entries()) {
      if (Language.isTag(entry.key()) && !entry.key().equals(languages.getFirst().tag())) {
        languages.add(new Language(entry.key()));
      }
    }
  }

  static OldSite read(OldFolder folder) {
    String config = Generator.ZOLA.config(folder).orElseThrow();
    return new ZolaReader(folder, OldHead.settings(config, folder.text(config).orElse(""))).site();
  }

  private OldSite site() {
    for (String path : folder.below("content")) {
      if (HugoReader.last(path).matches("index(\\.[A-Za-z-]+)?\\.md")) {
        leaves.add(HugoReader.parent(path));
      }
    }
    folder.below("content").forEach(path -> one(path, path.substring("content/".length())));
    folder.below("static").forEach(path -> files.add(new OldFile(path, path.substring("static".length()))));
    Map<String, String> feeds = new LinkedHashMap<>();
    List<String> names = settings.texts("feed_filenames").isEmpty() ? settings.texts("feed_filename") : settings.texts("feed_filenames");
    for (String name : names.isEmpty() ? List.of("atom.xml") : names) {
      String own = name.contains("rss") ? "feed.xml" : name.endsWith(".json") ? "feed.json" : name;
      if (!own.equals(name)) {
        feeds.put("/" + name, "/" + own);
      }
    }
    Map<String, String> lists = new TreeMap<>();
    return new OldSite(
        folder, Generator.ZOLA, settings.text("title").orElse(""), settings.text("base_url").filter(url -> url.matches("https?://.+")).map(url -> url.replaceFirst("/*$", "/")).orElse(""),
        settings.text("description").orElse(""), languages, Optional.empty(), settings.text("author").map(List::of).orElse(List.of()), pages, files, feeds, lists, settings, remarks);
  }

  private void one(String path, String below) {
    String name = HugoReader.last(below);
    String in = HugoReader.parent(below);
    if (!name.endsWith(".md")) {
      boolean beside = leaves.stream().anyMatch(leaf -> path.startsWith(leaf + "/"));
      if (!beside) {
        files.add(new OldFile(path, slugged(in) + name));
      }
      return;
    }
    String base = name.substring(0, name.length() - 3);
    Language language = languages.getFirst();
    int dot = base.lastIndexOf('.');
    if (dot > 0) {
      String suffix = base.substring(dot + 1);
      Optional<Language> named = languages.stream().filter(l -> l.tag().equalsIgnoreCase(suffix)).findFirst();
      language = named.orElse(language);
      base = named.isPresent() ? base.substring(0, dot) : base;
    }
    Optional<String> text = folder.text(path);
    if (text.isEmpty()) {
      remarks.add(Remark.lost("'" + path + "' is too long or not UTF-8"));
      return;
    }
    page(path, in, base, language, OldHead.of(path, text.get()));
  }

  private void page(String path, String in, String base, Language language, OldHead.Parted parted) {
    OldHead head = parted.head();
    boolean section = base.equals("_index");
    boolean home = section && in.isEmpty();
    if (section && head.isOff("render")) {
      return;
    }
    boolean leaf = base.equals("index") && !in.isEmpty();
    OldPage.Kind kind = home ? OldPage.Kind.HOME : section ? OldPage.Kind.SECTION : OldPage.Kind.PAGE;
    String listed = leaf || section ? HugoReader.parent(in) : in;
    String stem = leaf || section ? HugoReader.last(in) : base;
    Optional<OffsetDateTime> date = head.date("date", ZoneOffset.UTC);
    Matcher dated = DATED.matcher(stem);
    if (kind == OldPage.Kind.PAGE && dated.matches()) {
      date = date.or(() -> OldDates.read(dated.group(1), ZoneOffset.UTC));
      stem = String.valueOf(dated.group(2));
    }
    PageReader reader =
        new PageReader(path, parted)
            .place(kind, listed, home ? "index" : stem, leaf ? HugoReader.parent(path) : "")
            .language(language)
            .known(KNOWN)
            .date(date, head.date("updated", ZoneOffset.UTC))
            .draft(head.flag("draft"))
            .description(head.text("description").orElse(""))
            .authors(head.texts("authors"))
            .address(address(kind, listed, stem, language, head))
            .aliases(head.texts("aliases").stream().map(HugoReader::slashed).toList());
    for (Value.Entry entry : head.in("taxonomies").keys().entries()) {
      reader.terms(entry.key(), head.in("taxonomies").texts(entry.key()));
    }
    head.text("redirect_to").ifPresent(to -> reader.remark(Remark.changed("the page redirects to " + to)));
    pages.add(reader.page());
  }

  private String address(OldPage.Kind kind, String in, String stem, Language language, OldHead head) {
    String prefix = language.equals(languages.getFirst()) ? "" : "/" + language.tag().toLowerCase(Locale.ROOT);
    Optional<String> path = head.text("path");
    if (path.isPresent()) {
      return HugoReader.slashed(prefix + "/" + path.get().replaceFirst("^/", ""));
    }
    if (kind == OldPage.Kind.HOME) {
      return prefix + "/";
    }
    return prefix + slugged(in) + slug(head.text("slug").orElse(stem)) + "/";
  }

  private String slugged(String in) {
    return in.isEmpty() ? "/" : Arrays.stream(in.split("/", -1)).map(this::slug).collect(Collectors.joining("/", "/", "/"));
  }

  private String slug(String name) {
    return asIs ? name : OldSlugs.zola(name);
  }
}
