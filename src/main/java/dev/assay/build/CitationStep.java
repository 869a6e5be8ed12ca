package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.claim.cite.Bibliography;
import dev.assay.claim.cite.Citation;
import dev.assay.claim.cite.CitationStyle;
import dev.assay.claim.cite.CitationText;
import dev.assay.claim.cite.Formatted;
import dev.assay.claim.cite.SourceEntry;
import dev.assay.claim.cite.StyleText;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.Link;
import dev.assay.note.Note;
import dev.assay.note.Role;
import dev.assay.note.SourceId;
import dev.assay.note.Value;
import dev.assay.note.ValueDigest;
import dev.assay.problem.Code;
import dev.assay.problem.Guesses;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.view.LateMarkup;
import dev.assay.view.Markup;
import dev.assay.view.project.CitedSources;
import dev.assay.view.project.NoteCitations;
import dev.assay.view.project.SourcePages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Resolves the citations of notes: finds what each cites, what is missing and what nobody cites. Nothing is formatted
/// before a page asks for it.
final class CitationStep {
  private static final int NAMED = 5;

  private final Bibliography bibliography;
  private final boolean configured;
  private final Optional<StyleText> style;
  private final Map<String, Digest> digests = new ConcurrentHashMap<>();
  private final Map<Language, CitationStyle> styles = new ConcurrentHashMap<>();
  private final Guesses guesses = new Guesses();
  private final Set<String> used = new TreeSet<>();
  private final List<Problem> problems = new ArrayList<>();

  private CitationStep(BibliographyStep.Sources sources, boolean configured) {
    this.bibliography = sources.bibliography();
    this.style = sources.style();
    this.configured = configured;
  }

  /// The citations of a site, and what is wrong with them.
  record Result(CitedSources sources, List<Problem> problems) {}

  /// @param all       every note, published or not: what a draft cites is not unused
  /// @param published the notes that are published
  static Result of(BibliographyStep.Sources sources, boolean configured, List<Note> all, List<Entry> published) {
    CitationStep step = new CitationStep(sources, configured);
    all.forEach(step::use);
    Map<SourceId, NoteCitations> byNote = new HashMap<>();
    for (Entry entry : published) {
      step.check(entry.note());
      if (entry.note().roles().stream().anyMatch(Role::isCitation)) {
        byNote.put(entry.source(), step.citations(entry.note(), entry.language()));
      }
    }
    step.unused();
    return new Result(CitedSources.of(sources.bibliography(), byNote, step::reference), step.problems);
  }

  private void use(Note note) {
    note.links().stream().filter(link -> link.role() == Link.Role.CITE || link.role() == Link.Role.MENTION).forEach(link -> used.add(link.target()));
    for (ClaimDraft claim : note.claims()) {
      claim.values("source").stream().filter(value -> value.startsWith("@")).forEach(value -> used.add(key(value)));
    }
    events(note).forEach(source -> used.add(key(source.text())));
  }

  /// The sources that a note's history cites.
  private static List<Value.Scalar> events(Note note) {
    List<Value.Scalar> sources = new ArrayList<>();
    for (Value item : note.head().history().map(Value.Sequence::items).orElse(List.of())) {
      if (item instanceof Value.Mapping event && event.get("source").orElse(event) instanceof Value.Scalar source && source.text().startsWith("@")) {
        sources.add(source);
      }
    }
    return sources;
  }

  /// The key in `@key, p. 4`.
  private static String key(String written) {
    return CitationText.inBrackets("[" + written + "]", 0).map(found -> found.citation().cites().getFirst().key()).orElse(written.substring(1));
  }

  private void check(Note note) {
    List<Link> unknown = new ArrayList<>();
    for (Link link : note.links()) {
      if (link.role() == Link.Role.CITE && bibliography.entry(link.target()).isEmpty()) {
        unknown.add(link);
      } else if (link.role() == Link.Role.MENTION && configured && bibliography.entry(link.target()).isEmpty()) {
        // A word with @ may be anything; one that is nearly a key is probably meant as one.
        guesses.to(link.target(), bibliography.entries().keySet())
            .ifPresent(near -> problems.add(problem(Severity.WARNING, link.target(), link.place(), "did you mean '@" + near + "'?")));
      }
    }
    if (configured) {
      unknown.forEach(link -> problems.add(missing(link.target(), link.place())));
    } else if (!unknown.isEmpty()) {
      problems.add(noBibliography(unknown));
    }
    events(note).stream()
        .filter(source -> bibliography.entry(key(source.text())).isEmpty())
        .forEach(source -> problems.add(missing(key(source.text()), source.place())));
    for (ClaimDraft claim : note.claims()) {
      for (ClaimDraft.Option option : claim.options()) {
        if (option.key().equals("source")) {
          option.values().stream()
              .filter(value -> value.startsWith("@") && bibliography.entry(key(value)).isEmpty())
              .forEach(value -> problems.add(missing(key(value), option.place())));
        }
      }
    }
  }

  private static Problem noBibliography(List<Link> unknown) {
    String count = unknown.size() == 1 ? "" : "; " + (unknown.size() - 1) + " more citations here";
    return new Problem(
        Severity.WARNING, Code.UNKNOWN_SOURCE, unknown.getFirst().place(),
        "'@" + unknown.getFirst().target() + "' cites a source, but the site has no bibliography" + count, "",
        "name one in site.yaml: bibliography: sources.bib; or write \\[@…] if it is no citation");
  }

  private Problem missing(String key, Place place) {
    String hint =
        guesses.to(key, bibliography.entries().keySet())
            .map(near -> "did you mean '@" + near + "'?")
            .orElse(configured ? "add it to the bibliography" : "name a bibliography in site.yaml: bibliography: sources.bib");
    return problem(Severity.ERROR, key, place, hint);
  }

  private static Problem problem(Severity severity, String key, Place place, String hint) {
    return new Problem(severity, Code.UNKNOWN_SOURCE, place, "the bibliography has no source '" + key + "'", "", hint);
  }

  /// Sources that nothing cites, in one line a file.
  private void unused() {
    Map<String, List<SourceEntry>> unused = new LinkedHashMap<>();
    for (SourceEntry entry : bibliography.all()) {
      if (!used.contains(entry.key())) {
        unused.computeIfAbsent(entry.place().file(), _ -> new ArrayList<>()).add(entry);
      }
    }
    for (List<SourceEntry> entries : unused.values()) {
      List<String> keys = entries.stream().limit(NAMED).map(SourceEntry::key).toList();
      String more = entries.size() > NAMED ? " and " + (entries.size() - NAMED) + " more" : "";
      String message =
          entries.size() == 1
              ? "nothing cites the source '" + keys.getFirst() + "'"
              : "nothing cites " + entries.size() + " sources of this file: " + String.join(", ", keys) + more;
      problems.add(
          new Problem(Severity.WARNING, Code.UNUSED_SOURCE, entries.getFirst().place(), message, "", "cite it with [@" + keys.getFirst() + "], or take it out"));
    }
  }

  private NoteCitations citations(Note note, Language language) {
    List<Citation> citations = new ArrayList<>();
    Map<Integer, Integer> byRole = new TreeMap<>();
    List<Object> recipe = new ArrayList<>(List.of(styleName(), language.tag()));
    for (int i = 0; i < note.roles().size(); i++) {
      Role role = note.roles().get(i);
      if (role.isCitation()) {
        byRole.put(i, citations.size());
        Citation citation = CitationText.read(role.expression());
        citations.add(citation);
        recipe.add(role.expression());
        citation.cites().forEach(cite -> recipe.add(digest(cite.key()).hex()));
      }
    }
    return new NoteCitations(ValueDigest.ofList(recipe), byRole, () -> format(citations, language));
  }

  private String styleName() {
    return style.map(each -> Digest.of(each.csl()).hex()).orElse("");
  }

  private Formatted format(List<Citation> citations, Language language) {
    return style(language).format(citations, SourcePages.ANCHORS);
  }

  private CitationStyle style(Language language) {
    return styles.computeIfAbsent(
        language,
        _ -> {
          StyleText text = style.orElseGet(() -> dev.assay.claim.cite.Styles.named(dev.assay.claim.cite.Styles.DEFAULT).orElseThrow());
          return new CitationStyle(text, bibliography, language);
        });
  }

  private LateMarkup reference(SourceEntry entry, Language language) {
    Digest digest = ValueDigest.ofList(List.of(styleName(), language.tag(), digest(entry.key()).hex()));
    return new LateMarkup(digest, () -> new Markup(style(language).reference(entry)));
  }

  /// Names what an entry says, wherever it stands in its file.
  private Digest digest(String key) {
    return digests.computeIfAbsent(
        key, _ -> bibliography.entry(key).map(e -> Digest.of(e.key() + e.type() + e.texts() + e.names() + e.dates())).orElse(Digest.of("")));
  }
}
