package dev.assay.importer.folder;

import dev.assay.edit.Change;
import dev.assay.edit.LinkText;
import dev.assay.importer.Pictures;
import dev.assay.importer.Remark;
import dev.assay.importer.html.HtmlToMarkdown;
import dev.assay.importer.html.Options;
import dev.assay.markdown.Markdown;
import dev.assay.markdown.MarkdownInput;
import dev.assay.markdown.MarkdownOptions;
import dev.assay.markdown.MarkdownResult;
import dev.assay.note.Heading;
import dev.assay.note.Link;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The text of an old page on its way to a note: first as Markdown with the old site's addresses, then with links to
/// notes.
final class PageText {
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");
  /// A year that a line in an item begins with, and a stop behind it: no list begins with such a number.
  private static final Pattern YEAR = Pattern.compile("(?m)(?<=[^\\s\\d.)]\\n)(\\s{2,}[0-9]{4})([.)] )");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0E-\\x1F\\x7F]");
  private static final Pattern DIRECTIVE = Pattern.compile("(?m)^(\\s*)(:{3,})");

  private final OldPage page;
  private final Site site;
  private final List<Remark> remarks = new ArrayList<>();
  private final List<String> remoteImages = new ArrayList<>();
  private String text;
  private MarkdownResult read;

  private PageText(OldPage page, Site site, String text) {
    this.page = page;
    this.site = site;
    this.text = text;
    this.read = parse(text);
  }

  OldPage page() {
    return page;
  }

  String markdown() {
    return text;
  }

  List<Remark> remarks() {
    return remarks;
  }

  List<String> remoteImages() {
    return remoteImages;
  }

  /// The ids that links may lead to.
  Set<String> anchors() {
    return read.anchors();
  }

  /// Turns a page's text into Markdown that says the same.
  static PageText of(OldPage page, OldSite old, OldIndex index, Site site) {
    List<Remark> remarks = new ArrayList<>();
    TextContext context = new TextContext(old, page, ref -> index.reference(ref, page), remarks);
    String body = readable(page.body().replace("\r\n", "\n").replace('\r', '\n'), remarks);
    String said =
        switch (old.generator()) {
          case HUGO -> HugoText.markdown(body, context);
          case ZOLA -> ZolaText.markdown(body, context);
          case JEKYLL -> page.html() ? LiquidText.markdown(body, context) : KramdownText.markdown(LiquidText.markdown(body, context), context);
        };
    List<Remark> fromHtml = new ArrayList<>();
    said = YEAR.matcher(said).replaceAll("$1\\\\$2");
    String markdown = page.html() ? said : OldHtml.tidy(said, context);
    if (page.html()) {
      // What is relative stays an address of the old site until links are led to notes.
      String address = old.base().isEmpty() ? "" : old.base() + encoded(page.address().substring(1));
      HtmlToMarkdown.Converted converted = HtmlToMarkdown.convert(said, address, address, page.title(), new Options(site.languages(), site.claimNames()), image -> image);
      markdown = converted.markdown();
      fromHtml.addAll(converted.remarks());
    }
    PageText text = new PageText(page, site, markdown.strip() + "\n");
    text.remarks.addAll(remarks);
    text.remarks.addAll(fromHtml);
    text.settle();
    if (old.generator() == Generator.ZOLA) {
      text.keepIds(OldSlugs::zola);
    }
    return text;
  }

  /// A text without characters that no page can carry.
  private static String readable(String text, List<Remark> remarks) {
    int lost = (int) CONTROL.matcher(text).results().count();
    if (lost > 0) {
      remarks.add(Remark.lost(lost == 1 ? "a control character, which pages cannot carry" : lost + " control characters, which pages cannot carry"));
    }
    // A vertical tab parts words.
    return lost == 0 ? text : CONTROL.matcher(text.replace('\u000B', ' ')).replaceAll("");
  }

  private MarkdownResult parse(String markdown) {
    MarkdownOptions options = MarkdownOptions.of(site.languages(), site.claimNames(), site.trustedHtml());
    Optional<String> title = page.title().isEmpty() ? Optional.empty() : Optional.of(page.title());
    return Markdown.parse(new MarkdownInput(source(markdown), 0, title, page.language(), options));
  }

  private SourceText source(String markdown) {
    return new SourceText(page.path(), markdown);
  }

  /// What Assay would take for something of its own, and cannot read, is made text again.
  private void settle() {
    boolean unknown = read.problems().stream().anyMatch(problem -> problem.code() == Code.UNKNOWN_DIRECTIVE || problem.code() == Code.DIRECTIVE_SYNTAX);
    if (unknown) {
      String escaped = DIRECTIVE.matcher(text).replaceAll("$1\\\\$2");
      remarks.add(Remark.changed("lines that begin with ':::' are shown as text"));
      change(escaped);
    }
    for (int i = 0; i < 20 && takenName().isPresent(); i++) {
      Problem taken = takenName().orElseThrow();
      int start = source(text).offset(taken.place());
      int open = text.lastIndexOf('{', start);
      int close = text.indexOf('}', start);
      if (open < 0 || close < 0 || close - open > 200) {
        break;
      }
      remarks.add(Remark.lost("an id that stands twice: " + text.substring(open, close + 1)));
      change(text.substring(0, open).stripTrailing() + text.substring(close + 1));
    }
  }

  private Optional<Problem> takenName() {
    return read.problems().stream().filter(problem -> problem.code() == Code.CLAIM_NAME && problem.isError()).findFirst();
  }

  private void change(String markdown) {
    text = markdown;
    read = parse(markdown);
  }

  /// Gives headings the ids that the old site gave them, where ours differ: others link to them.
  private void keepIds(Function<String, String> rule) {
    SourceText source = source(text);
    List<Change> changes = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (Heading heading : read.headings()) {
      String plain = rule.apply(heading.text());
      String id = plain;
      for (int number = 1; !id.isEmpty() && !used.add(id); number++) {
        id = plain + "-" + number;
      }
      String line = source.line(heading.line());
      boolean hash = line.matches("\\s{0,3}#{1,6}\\s.*") && !line.contains("{");
      if (hash && !id.isEmpty() && !id.equals(heading.id()) && id.matches("[\\p{L}\\p{N}_-]+")) {
        int end = source.lineStart(heading.line()) + line.replaceFirst("\\s+#*\\s*$", "").length();
        changes.add(new Change(end, source.lineStart(heading.line()) + line.length(), " {#" + id + "}"));
      }
    }
    String changed = Change.apply(text, changes);
    MarkdownResult after = parse(changed);
    if (after.problems().size() <= read.problems().size()) {
      text = changed;
      read = after;
    }
  }

  /// What links need to know.
  ///
  /// @param index   finds what a path means
  /// @param file    where a page goes
  /// @param anchors the ids on a page
  /// @param noFile  whether a page is a list that Assay makes by itself, so that no note is written for it
  /// @param lists   whether an address is a page that Assay makes
  /// @param base    where the old site is published; empty when it doesn't say
  /// @param pictures takes pictures on other hosts along, if that is wanted
  record Links(
      OldIndex index, Function<OldPage, SourceId> file, Function<OldPage, Set<String>> anchors, Predicate<OldPage> noFile, Predicate<String> lists,
      String base, Pictures pictures) {}

  /// Lets links lead to notes and files of the new site.
  void link(Links links) {
    SourceText source = source(text);
    Map<Integer, Change> changes = new LinkedHashMap<>();
    for (Link link : read.links()) {
      Optional<Change> change =
          switch (link.role()) {
            case FOLLOW, SHOW -> change(link, source, links).map(each -> spoken(each, link, source));
            case CITE -> uncited(link, source);
            case CLAIM, MENTION, RAW -> Optional.empty();
          };
      change.ifPresent(each -> changes.putIfAbsent(each.start(), each));
    }
    change(Change.apply(text, List.copyOf(changes.values())));
    lost();
  }

  /// The old site has no bibliography: `[@somebody]` is text.
  private static Optional<Change> uncited(Link link, SourceText source) {
    int at = source.text().lastIndexOf('[', source.offset(link.place()));
    boolean escaped = at > 0 && source.text().charAt(at - 1) == '\\';
    return at < 0 || escaped ? Optional.empty() : Optional.of(Change.insert(at, "\\"));
  }

  /// What the page will not show.
  private void lost() {
    for (Problem problem : read.problems()) {
      switch (problem.code()) {
        case UNSAFE_HTML -> remarks.add(problem.message().endsWith("shown as text") ? Remark.changed(problem.message() + ": " + tag(problem)) : Remark.lost(problem.message()));
        case UNKNOWN_REFERENCE -> {
          if (problem.message().endsWith("its text is not shown")) {
            remarks.add(Remark.lost(problem.message() + ": " + HtmlToMarkdown.cut(source(text).line(problem.place().line()).strip())));
          }
        }
        case MARKDOWN_TOO_COSTLY, MARKDOWN_TOO_DEEP -> remarks.add(Remark.changed(problem.message()));
        default -> {}
      }
    }
  }

  /// A tag as it was written.
  private String tag(Problem problem) {
    int name = source(text).offset(problem.place());
    int start = name > 0 && text.charAt(name) != '<' && text.charAt(name - 1) == '<' ? name - 1 : name;
    int end = text.indexOf('>', start);
    return HtmlToMarkdown.cut(text.substring(start, end < 0 ? text.length() : end + 1));
  }

  /// An address that is its own text keeps saying what it said.
  private static Change spoken(Change change, Link link, SourceText source) {
    String written = source.text().substring(change.start(), change.end());
    String before = source.text().substring(Math.max(0, change.start() - 4), change.start()).stripTrailing();
    boolean placed = before.endsWith("](") || before.endsWith("]:") || before.endsWith("=") || before.endsWith("=\"") || before.endsWith("='");
    String bare = written.startsWith("<") && written.endsWith(">") ? written.substring(1, written.length() - 1) : written;
    boolean own = !placed && link.role() == Link.Role.FOLLOW && bare.startsWith("http");
    String to = change.with().startsWith("<") || !change.with().contains(" ") ? change.with() : "<" + change.with() + ">";
    return own ? new Change(change.start(), change.end(), "[" + bare.replaceAll("[\\\\`*_\\[\\]<>~^]", "\\\\$0").replace("://", "\\://") + "](" + to + ")") : change;
  }

  private Optional<Change> change(Link link, SourceText source, Links links) {
    String target = link.target();
    boolean show = link.role() == Link.Role.SHOW;
    String own = links.base().isEmpty() || !target.startsWith(links.base()) ? target : "/" + target.substring(links.base().length());
    if (own.startsWith("//") || SCHEME.matcher(own).matches()) {
      return show && own.startsWith("http") ? elsewhere(link, own, source, links) : Optional.empty();
    }
    String path = LinkText.path(own);
    String behind = LinkText.behind(own);
    if (path.isEmpty()) {
      return anchor(link, behind, source, links);
    }
    Optional<OldIndex.Found> found = links.index().find(path, page);
    SourceId here = links.file().apply(page);
    if (found.isPresent() && found.get() instanceof OldIndex.Found.Page(OldPage to) && isHidden(to) && !isHidden(page)) {
      remarks.add(Remark.changed("a link leads to a draft, and stays an address of the old site: " + to.address()));
      return links.base().isEmpty() ? Optional.empty() : Optional.of(LinkText.replace(source, link, links.base() + to.address().substring(1)));
    }
    if (found.isPresent()) {
      return Optional.of(
          switch (found.get()) {
            case OldIndex.Found.File(SourceId file) -> LinkText.replace(source, link, file.folder().equals(here.folder()) ? file.fileName() + behind : (show || !file.folder().startsWith(here.folder() + "/") ? "/" + file : here.linkTo(file)) + behind);
            case OldIndex.Found.Page(OldPage to) when links.noFile().test(to) -> LinkText.replace(source, link, to.address());
            case OldIndex.Found.Page(OldPage to) -> LinkText.replace(source, link, here.linkTo(links.file().apply(to)) + fragment(behind, to, links));
          });
    }
    if (target.startsWith("http")) {
      return Optional.empty();
    }
    String address = path.startsWith("/") ? path : "";
    if (!address.isEmpty() && links.lists().test(address)) {
      return Optional.empty();
    }
    remarks.add(Remark.changed((show ? "a picture" : "a link") + " leads to nothing in the folder, and stays an address of the old site: " + target));
    return links.base().isEmpty() ? Optional.empty() : Optional.of(LinkText.replace(source, link, absolute(own, links.base())));
  }

  /// A picture on another host: taken along, or remembered.
  private Optional<Change> elsewhere(Link link, String address, SourceText source, Links links) {
    String now = links.pictures().address(address);
    if (now.equals(address)) {
      remoteImages.add(address);
      return Optional.empty();
    }
    return Optional.of(LinkText.replace(source, link, now));
  }

  /// A build leaves it out, so that a link to it would be broken.
  private static boolean isHidden(OldPage page) {
    return page.draft() || page.expires().isPresent();
  }

  private String absolute(String target, String base) {
    if (target.startsWith("/")) {
      return base + encoded(target.substring(1));
    }
    List<String> parts = new ArrayList<>(List.of(page.address().substring(1, page.address().lastIndexOf('/') + 1).split("/")));
    for (String part : target.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.removeLast();
      } else if (!part.equals(".") && !part.equals("..")) {
        parts.add(part);
      }
    }
    return base + encoded(String.join("/", parts).replaceFirst("^/+", ""));
  }

  private static String encoded(String path) {
    StringBuilder out = new StringBuilder();
    for (byte b : path.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c > 0x20 && c < 0x7f && "\"<>[\\]^`{|}".indexOf(c) < 0;
      out.append(plain ? String.valueOf(c) : String.format(java.util.Locale.ROOT, "%%%02X", (int) c));
    }
    return out.toString();
  }

  private Optional<Change> anchor(Link link, String behind, SourceText source, Links links) {
    int hash = behind.indexOf('#');
    String id = hash < 0 ? "" : LinkText.path(behind.substring(hash + 1));
    if (id.isEmpty() || read.anchors().contains(id)) {
      return Optional.empty();
    }
    Optional<String> near = near(id, read.anchors());
    if (near.isPresent()) {
      return Optional.of(LinkText.replace(source, link, "#" + near.get()));
    }
    remarks.add(Remark.changed("a link on the page leads to nothing on it: #" + id));
    return links.base().isEmpty() ? Optional.empty() : Optional.of(LinkText.replace(source, link, links.base() + page.address().substring(1) + "#" + encoded(id)));
  }

  private String fragment(String behind, OldPage to, Links links) {
    int hash = behind.indexOf('#');
    String id = hash < 0 ? "" : LinkText.path(behind.substring(hash + 1));
    if (id.isEmpty()) {
      return "";
    }
    Set<String> anchors = to.equals(page) ? read.anchors() : links.anchors().apply(to);
    if (anchors.contains(id)) {
      return "#" + id;
    }
    Optional<String> near = near(id, anchors);
    if (near.isEmpty()) {
      remarks.add(Remark.changed("a link leads to nothing on its page, so it leads to its top: #" + id));
    }
    return near.map(each -> "#" + each).orElse("");
  }

  /// The same id in another spelling: letter case, punctuation and doubled hyphens differ between generators.
  private static Optional<String> near(String id, Set<String> anchors) {
    String wanted = bare(id);
    return wanted.isEmpty() ? Optional.empty() : anchors.stream().filter(each -> bare(each).equals(wanted)).findFirst();
  }

  private static String bare(String id) {
    return id.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
