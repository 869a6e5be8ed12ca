package dev.assay.build;

import dev.assay.catalog.FileName;
import dev.assay.frontmatter.FrontMatterOptions;
import dev.assay.frontmatter.FrontMatterReader;
import dev.assay.frontmatter.Head;
import dev.assay.markdown.Markdown;
import dev.assay.markdown.MarkdownInput;
import dev.assay.markdown.MarkdownOptions;
import dev.assay.markdown.PolicyCheck;
import dev.assay.markdown.MarkdownResult;
import dev.assay.build.cache.Digests;
import dev.assay.note.Body;
import dev.assay.note.Digest;
import dev.assay.note.Entities;
import dev.assay.note.Language;
import dev.assay.note.Located;
import dev.assay.note.Note;
import dev.assay.note.Role;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import dev.assay.note.Writing;
import dev.assay.note.SpokenNames;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.source.SourceListing;
import dev.assay.template.ShortcodeTemplates;
import dev.assay.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes a note of a file's text.
final class NoteParser {
  /// The directives that this program draws; others of their families are errors.
  private static final Set<String> DIRECTIVES =
      Set.of(
          "cost-table", "cost-accounting", "cost-chart", "cost-levers", "cost-breakeven", "cost-accuracy", "data-table",
          "data-chart", "checkpoints");

  private static final Set<String> ROLES = Set.of("cost", "data");

  private final Site site;
  private final MarkdownOptions markdown;
  private final FrontMatterOptions front;
  private final SpokenNames listed;
  private final IncludedPieces pieces;
  private final ShortcodeTemplates shortcodes;

  /// @param url the address under which the site is built; may be empty
  NoteParser(Site site, String url, SourceListing listing, Templates templates) {
    this.pieces = IncludedPieces.read(listing);
    this.site = site;
    this.listed = site.entities().spoken();
    MarkdownOptions plain = MarkdownOptions.of(site.languages(), site.claimNames(), site.trustedHtml());
    this.markdown =
        new MarkdownOptions(
            plain.languages(), plain.claimNames(), plain.trustedHtml(), DIRECTIVES, ROLES, plain.limits(), site.writing(),
            // Elsewhere no raw HTML gets through that a policy could stop.
            site.trustedHtml() ? PolicyCheck.of(site.policy(), url) : PolicyCheck.NONE);
    this.front = FrontMatterOptions.of(site);
    this.shortcodes = templates.shortcodes(taken());
  }

  /// What names mean that no shortcode can have.
  private Map<String, String> taken() {
    Map<String, String> taken = new HashMap<>();
    DIRECTIVES.forEach(name -> taken.put(name, "a directive"));
    ROLES.forEach(name -> taken.put(name, "a role"));
    Markdown.BOXES.forEach(name -> taken.put(name, "a box"));
    markdown.kindWords().words().forEach(name -> taken.put(name, "a kind of claim"));
    taken.put("include", "a directive");
    taken.put(Role.CITE, "a role");
    return taken;
  }

  /// The shortcodes that notes may call.
  ShortcodeTemplates shortcodes() {
    return shortcodes;
  }

  /// Names everything but a file's bytes that its note depends on.
  Digest options() {
    return Digest.of(
        String.join(
            "\n", Program.fingerprint().hex(), pieces.digest().hex(), shortcodes.digest(site.languages()).hex(), markdown.fingerprint(), front.zone().getId(),
            new java.util.TreeMap<>(front.fields()).toString(), site.noteDefaults().toString(), site.language().tag(),
            site.entities().all().stream().map(entity -> entity.name() + " " + entity.spoken() + " " + entity.tickers()).toList().toString()));
  }

  /// What is wrong with the pieces that notes may include and the shortcodes that they may call.
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(pieces.problems());
    problems.addAll(shortcodes.problems());
    return problems;
  }

  Note parse(SourceId id, SourceText text, Digest bytes) {
    Head head = FrontMatterReader.read(text, FrontMatterOptions.of(site, id));
    MarkdownResult result = text(id, text, head);
    List<Problem> problems = new ArrayList<>(head.problems());
    problems.addAll(result.problems());
    return new Note(
        id, text.file(), bytes, head.front(), new Body.Held(result.body().digest(), result.body().pieces(), result.tables()), result.headings(), result.textTitle(), result.anchors(),
        result.links(), result.claims(), result.checkpoints(), result.misses(), result.entityRows(),
        Mentions.in(result, spoken(head)), result.directives(),
        result.roles(), result.tables().stream().map(rows -> Digests.digestOf(rows)).toList(), result.summary(), result.topics(), result.words(), result.minutes(), problems);
  }

  /// What the text below a note's head says, with what its note doesn't keep.
  MarkdownResult text(SourceId id, SourceText text) {
    return text(id, text, FrontMatterReader.read(text, FrontMatterOptions.of(site, id)));
  }

  /// What entities are called: those that the site lists, and those that the note names itself.
  private Set<String> names(Head head) {
    List<String> own = head.front().entities().stream().map(name -> Entities.key(name.value())).filter(name -> !site.entities().byName().containsKey(name)).toList();
    if (own.isEmpty()) {
      return site.entities().byName().keySet();
    }
    Set<String> names = new HashSet<>(site.entities().byName().keySet());
    names.addAll(own);
    return names;
  }

  /// The names that the text may mention: those that the site lists, and those of the note's head that it does not list.
  private List<SpokenNames> spoken(Head head) {
    List<SpokenNames.Name> own =
        head.front().entities().stream()
            .filter(name -> site.entities().named(name.value()).isEmpty())
            .map(name -> SpokenNames.Name.of(name.value(), name.value().strip(), false))
            .toList();
    return own.isEmpty() ? List.of(listed) : List.of(listed, SpokenNames.of(own));
  }

  private MarkdownResult text(SourceId id, SourceText text, Head head) {
    Language language = head.front().lang().orElse(FileName.of(site, id).language());
    Writing writing =
        new Writing(
            head.front().math().orElse(site.writing().math()), head.front().typography().orElse(site.writing().typography()), site.writing().figures());
    return Markdown.parse(
        new MarkdownInput(
            text, head.bodyOffset(), head.front().title().map(Located::value), language, markdown.with(writing), names(head), pieces.texts(), shortcodes));
  }
}
