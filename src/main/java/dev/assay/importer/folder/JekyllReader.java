package dev.assay.importer.folder;

import dev.assay.importer.Remark;
import dev.assay.note.Language;
import dev.assay.note.Value;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a folder as Jekyll does: <https://jekyllrb.com/docs/structure/>.
final class JekyllReader {
  private static final Pattern POST = Pattern.compile("(?:(.*)/)?(_posts|_drafts)/(?:(.*)/)?(?:(\\d{2,4}-\\d{1,2}-\\d{1,2})-)?([^/]+)\\.(md|markdown|mkd|mkdn|mkdown|html|textile)");
  private static final Pattern TEXT = Pattern.compile(".+\\.(md|markdown|mkd|mkdn|mkdown|html|htm)");
  private static final Set<String> KNOWN =
      Set.of(
          "title", "date", "last_modified_at", "updated", "modified", "permalink", "categories", "category", "tags", "tag", "published", "layout", "excerpt",
          "description", "redirect_from", "redirect_to", "author", "authors", "image", "lang", "slug", "draft", "sitemap", "comments", "render_with_liquid");
  private static final Set<String> NEVER =
      Set.of("gemfile", "gemfile.lock", "rakefile", "gruntfile.js", "gulpfile.js", "package.json", "package-lock.json", "yarn.lock", "license", "license.txt",
          "makefile", "dockerfile", "feed.xml", "atom.xml", "sitemap.xml", "robots.txt", "404.html", "search.json");

  private final OldFolder folder;
  private final OldHead settings;
  private final ZoneId zone;
  private final Language language;
  private final List<String> excluded;
  private final List<OldPage> pages = new ArrayList<>();
  private final List<OldFile> files = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final String style;
  private final boolean pretty;

  private JekyllReader(OldFolder folder, OldHead settings) {
    this.folder = folder;
    this.settings = settings;
    this.zone = OldDates.zone(settings.text("timezone"));
    this.language = settings.text("lang", "locale", "language").map(text -> text.replaceFirst("[-_].*", "")).filter(Language::isTag).map(Language::new).orElse(Language.ENGLISH);
    this.excluded = settings.texts("exclude");
    this.style = settings.text("permalink").orElse("date");
    this.pretty = style.equals("pretty") || style.endsWith("/");
  }

  static OldSite read(OldFolder folder) {
    Optional<String> config = Generator.JEKYLL.config(folder);
    OldHead settings = config.map(path -> OldHead.settings(path, folder.text(path).orElse(""))).orElse(OldHead.NONE);
    return new JekyllReader(folder, settings).site();
  }

  private OldSite site() {
    String source = settings.text("source").map(path -> path.replaceFirst("^\\./?", "")).filter(path -> !path.isEmpty() && folder.hasFolder(path)).orElse("");
    for (String path : folder.below(source)) {
      String below = source.isEmpty() ? path : path.substring(source.length() + 1);
      Matcher post = POST.matcher(below);
      if (post.matches()) {
        post(path, post);
      } else if (!isExcluded(below)) {
        other(path, below);
      }
    }
    String url = settings.text("url").filter(text -> text.matches("https?://.+")).orElse("");
    String base = url.isEmpty() ? "" : url.replaceFirst("/*$", "") + "/" + settings.text("baseurl").map(text -> text.replaceAll("^/+|/+$", "")).filter(text -> !text.isEmpty()).map(text -> text + "/").orElse("");
    List<String> authors = settings.in("author").text("name").map(List::of).orElseGet(() -> settings.texts("author"));
    return new OldSite(
        folder, Generator.JEKYLL, settings.text("title", "name").orElse(""), base, settings.text("description", "tagline").orElse("").replaceAll("\\s+", " "), List.of(language),
        settings.text("timezone"), authors, pages, files, new LinkedHashMap<>(), new TreeMap<>(), settings, remarks);
  }

  private boolean isExcluded(String path) {
    String name = HugoReader.last(path);
    boolean hidden = name.startsWith(".") && !name.equals(".htaccess") && !name.equals(".nojekyll") && !path.startsWith(".well-known/");
    boolean never = !path.contains("/") && (NEVER.contains(name.toLowerCase(java.util.Locale.ROOT)) || name.endsWith(".gemspec"));
    return hidden || never || name.endsWith("~") || excluded.stream().anyMatch(each -> path.equals(each.replaceFirst("^/", "")) || path.startsWith(each.replaceFirst("^/", "").replaceFirst("/*$", "/")));
  }

  private void other(String path, String below) {
    Optional<String> collection = below.startsWith("_") && below.contains("/") ? Optional.of(below.substring(1, below.indexOf('/'))) : Optional.empty();
    if (collection.isPresent()) {
      OldHead kept = settings.in("collections").in(collection.get());
      if (kept.flag("output")) {
        item(path, below.substring(below.indexOf('/') + 1), collection.get(), kept);
      }
      return;
    }
    if (below.startsWith("_") || below.contains("/_")) {
      return;
    }
    if (!TEXT.matcher(below).matches()) {
      boolean processed = below.matches(".+\\.(scss|sass|coffee|xml|json|css|js|txt|svg|webmanifest)") && folder.text(path).filter(text -> text.startsWith("---")).isPresent();
      if (processed) {
        remarks.add(Remark.notice("'" + path + "' is made by Jekyll from a template, and was left out"));
      } else {
        files.add(new OldFile(path, "/" + below));
      }
      return;
    }
    OldHead.Parted parted = OldHead.of(path, folder.text(path).orElse(""));
    if (!parted.headed()) {
      if (below.endsWith(".html") || below.endsWith(".htm")) {
        files.add(new OldFile(path, "/" + below));
      } else {
        remarks.add(Remark.notice("'" + path + "' has no head, so it is no page, and was left out"));
      }
      return;
    }
    page(path, below, parted);
  }

  private void page(String path, String below, OldHead.Parted parted) {
    OldHead head = withDefaults(parted.head(), below, "pages");
    String stem = HugoReader.last(below).replaceFirst("\\.[^.]+$", "");
    String in = HugoReader.parent(below);
    boolean index = stem.equals("index");
    boolean home = index && in.isEmpty();
    boolean listing = below.endsWith(".html") && (parted.body().contains("{% for") || parted.body().contains("{%- for") || parted.body().contains("paginator"));
    if (listing) {
      remarks.add(Remark.lost("'" + path + "' is a list that Jekyll makes from a template; Assay has lists of its own"));
      return;
    }
    String address = head.text("permalink").map(HugoReader::slashed).orElseGet(() -> {
      String folderAddress = in.isEmpty() ? "/" : "/" + in + "/";
      return index ? folderAddress : folderAddress + stem + (pretty ? "/" : ".html");
    });
    PageReader reader = new PageReader(path, new OldHead.Parted(head, parted.body(), true, parted.broken()));
    reader.place(home ? OldPage.Kind.HOME : OldPage.Kind.PAGE, index ? HugoReader.parent(in) : in, home ? "index" : index ? HugoReader.last(in) : stem, "").address(address);
    pages.add(common(reader, head, head.date("date", zone)).page());
  }

  private void item(String path, String below, String collection, OldHead kept) {
    OldHead.Parted parted = OldHead.of(path, folder.text(path).orElse(""));
    if (!parted.headed() || !TEXT.matcher(below).matches()) {
      files.add(new OldFile(path, "/" + collection + "/" + below));
      return;
    }
    OldHead head = withDefaults(parted.head(), "_" + collection + "/" + below, collection);
    String stem = HugoReader.last(below).replaceFirst("\\.[^.]+$", "");
    String inner = below.replaceFirst("\\.[^.]+$", "");
    Optional<OffsetDateTime> date = head.date("date", zone);
    String pattern = head.text("permalink").or(() -> kept.text("permalink")).orElse(pretty ? "/:collection/:path/" : "/:collection/:path:output_ext");
    String filled = OldPatterns.fill(pattern.replace(":path", "\u0001").replace(":output_ext", ".html"), new OldPatterns.Parts(collection, "", stem, "", head.text("slug").orElse(stem), date.map(d -> d.toLocalDateTime()), OldSlugs::jekyll));
    String address = filled.replace("\u0001", inner).replaceFirst("/index(\\.html|/)$", "/");
    PageReader reader = new PageReader(path, new OldHead.Parted(head, parted.body(), true, parted.broken()));
    String in = HugoReader.parent(below);
    reader.place(OldPage.Kind.PAGE, collection + (in.isEmpty() ? "" : "/" + in), stem, "").address(HugoReader.slashed(address));
    pages.add(common(reader, head, date).page());
  }

  private void post(String path, Matcher name) {
    OldHead.Parted parted = OldHead.of(path, folder.text(path).orElse(""));
    String category = name.group(1) == null ? "" : String.valueOf(name.group(1));
    OldHead head = withDefaults(parted.head(), HugoReader.parent(path) + "/", "posts");
    if ("textile".equals(name.group(6))) {
      remarks.add(Remark.lost("'" + path + "' is written in Textile, which is not read"));
      return;
    }
    String stem = String.valueOf(name.group(5));
    Optional<OffsetDateTime> date = head.date("date", zone).or(() -> Optional.ofNullable(name.group(4)).flatMap(day -> OldDates.read(day, zone)));
    List<String> categories = new ArrayList<>(category.isEmpty() ? List.of() : List.of(category.split("/")));
    List<String> written = head.texts("categories");
    written = written.isEmpty() ? head.texts("category") : written;
    if (written.size() == 1 && head.get("categories").filter(Value.Scalar.class::isInstance).isPresent()) {
      written = List.of(written.getFirst().split("\\s+"));
    }
    written.stream().filter(each -> !categories.contains(each)).forEach(categories::add);
    String folders = String.join("/", categories).toLowerCase(java.util.Locale.ROOT);
    String pattern = head.text("permalink").or(() -> settings.in("collections").in("posts").text("permalink")).orElse(style);
    String whole = pattern(pattern);
    String title = head.text("slug").orElse(stem);
    String address = OldPatterns.fill(whole.replace(":output_ext", ".html"), new OldPatterns.Parts("posts", folders, stem, title, title, date.map(d -> d.atZoneSameInstant(zone).toLocalDateTime()), OldSlugs::jekyll));
    boolean draft = "_drafts".equals(name.group(2));
    PageReader reader = new PageReader(path, new OldHead.Parted(head, parted.body(), parted.headed(), parted.broken()));
    reader.place(OldPage.Kind.PAGE, "post", stem, "").address(HugoReader.slashed(address)).terms("categories", categories);
    pages.add(common(reader, head, date).draft(draft || head.isOff("published") || head.flag("draft")).page());
  }

  private static String pattern(String style) {
    return switch (style) {
      case "date" -> "/:categories/:year/:month/:day/:title:output_ext";
      case "pretty" -> "/:categories/:year/:month/:day/:title/";
      case "ordinal" -> "/:categories/:year/:y_day/:title:output_ext";
      case "weekdate" -> "/:categories/:year/W:week/:short_day/:title:output_ext";
      case "none" -> "/:categories/:title:output_ext";
      default -> style;
    };
  }

  private PageReader common(PageReader reader, OldHead head, Optional<OffsetDateTime> date) {
    List<String> tags = head.texts("tags");
    if (tags.size() == 1 && head.get("tags").filter(Value.Scalar.class::isInstance).isPresent()) {
      tags = List.of(tags.getFirst().split(tags.getFirst().contains(",") ? "\\s*,\\s*" : "\\s+"));
    }
    return reader
        .language(language)
        .known(KNOWN)
        .date(date, head.date("last_modified_at", zone).or(() -> head.date("updated", zone)).or(() -> head.date("modified", zone)))
        .draft(head.isOff("published"))
        .description(head.text("description", "excerpt").orElse(""))
        .authors(head.texts("authors").isEmpty() ? head.in("author").text("name").map(List::of).orElseGet(() -> head.texts("author")) : head.texts("authors"))
        .terms("tags", tags.isEmpty() ? head.texts("tag") : tags)
        .aliases(head.texts("redirect_from").stream().map(HugoReader::slashed).toList());
  }

  /// Settings give values to pages by path and type; the most specific wins, and a page's own over all.
  private OldHead withDefaults(OldHead head, String path, String type) {
    List<Value.Entry> entries = new ArrayList<>(head.keys().entries());
    if (settings.get("defaults").orElse(null) instanceof Value.Sequence list) {
      for (Value item : list.items().reversed()) {
        if (item instanceof Value.Mapping mapping && applies(new OldHead(mapping).in("scope"), path, type)) {
          new OldHead(mapping).in("values").keys().entries().stream()
              .filter(entry -> KNOWN.contains(entry.key()) && entries.stream().noneMatch(known -> known.key().equals(entry.key())))
              .forEach(entries::add);
        }
      }
    }
    return new OldHead(new Value.Mapping(entries, head.keys().place()));
  }

  private static boolean applies(OldHead scope, String path, String type) {
    String wanted = scope.text("path").orElse("").replaceFirst("/*$", "");
    return (wanted.isEmpty() || path.startsWith(wanted + "/") || path.equals(wanted)) && scope.text("type").map(type::equals).orElse(true);
  }
}
