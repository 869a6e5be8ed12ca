package dev.assay.claim;

import dev.assay.claim.cite.Citation;
import dev.assay.claim.cite.CitationText;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import dev.assay.note.Link;
import dev.assay.note.NearMiss;
import dev.assay.note.Note;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/// What a claim brings forward for itself, and what it lacks.
public final class Evidence {
  private Evidence() {}

  /// The sources of a draft: those it names in its options, then the citations and web links in it, then who its sentence names.
  ///
  /// @param entries whether the bibliography has a key
  static List<Source> sources(Note note, ClaimDraft draft, Predicate<String> entries) {
    Set<Source> sources = new LinkedHashSet<>();
    Map<String, Source> web = new HashMap<>();
    for (String value : draft.values("source")) {
      Source source = read(value);
      sources.add(source);
      if (source instanceof Source.Web(String url, _)) {
        web.put(url, source);
      }
    }
    Set<String> linked = new HashSet<>();
    for (int index : draft.links()) {
      Link link = note.links().get(index);
      boolean cites = link.role() == Link.Role.CITE || (link.role() == Link.Role.MENTION && entries.test(link.target()));
      if (cites) {
        sources.add(new Source.Citation(link.target(), link.text().strip()));
      } else if (link.role() == Link.Role.FOLLOW && isWeb(link.target())) {
        linked.add(link.text().strip());
        // The last link to an address says best what it is.
        Source.Web source = new Source.Web(link.target(), link.text());
        Optional.ofNullable(web.put(link.target(), source)).ifPresent(sources::remove);
        sources.add(source);
      }
    }
    // A name that is linked is the link, or the citation, and nobody else.
    draft.names().inside().stream()
        .filter(name -> !linked.contains(name))
        .forEach(name -> sources.add(new Source.Attribution(name)));
    draft.names().behind().stream()
        .filter(name -> linked.stream().noneMatch(text -> text.contains(name)))
        .filter(name -> !isWeb(name) && !name.startsWith("@") && !name.startsWith("[@"))
        .forEach(name -> sources.add(new Source.Attribution(name)));
    return List.copyOf(sources);
  }

  /// The source that a value of `source=` or of an event's `source` names: an address, `@key`, or somebody.
  public static Source read(String value) {
    if (isWeb(value)) {
      return new Source.Web(value, "");
    }
    if (!value.startsWith("@")) {
      return new Source.Attribution(value);
    }
    Optional<Citation> citation = CitationText.inBrackets("[" + value + "]", 0).map(CitationText.Found::citation);
    return citation
        .map(each -> each.cites().getFirst())
        .map(cite -> new Source.Citation(cite.key(), cite.locator().shown()))
        .orElseGet(() -> new Source.Citation(value.substring(1), ""));
  }

  private static boolean isWeb(String target) {
    return target.startsWith("https://") || target.startsWith("http://");
  }

  static Optional<Due> due(List<ClaimDraft> drafts) {
    return drafts.stream().flatMap(draft -> draft.values("due").stream()).flatMap(v -> Due.parse(v).stream()).findFirst();
  }

  static OptionalDouble probability(List<ClaimDraft> drafts) {
    return drafts.stream()
        .flatMap(draft -> draft.values("probability").stream())
        .map(Probability::parse)
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  /// Warns of facts without a source, inferences without a premise and probabilities without a day. Named claims are
  /// warned of one by one, since someone may rest on them; unnamed ones are summed up in one line per note.
  static List<Problem> check(ClaimNote in, List<Claim> claims) {
    List<Problem> problems = new ArrayList<>();
    List<ClaimDraft> drafts = in.note().claims();
    List<ClaimDraft> facts = new ArrayList<>();
    List<ClaimDraft> inferences = new ArrayList<>();
    for (int i = 0; i < Math.min(claims.size(), drafts.size()); i++) {
      Claim claim = claims.get(i);
      ClaimDraft draft = drafts.get(i);
      if (!claim.first().note().equals(in.note().source()) || claim.first().index() != i) {
        continue;
      }
      if (claim.kind() == Kind.FACT && claim.sources().isEmpty()) {
        facts.add(draft);
      }
      if (claim.kind() == Kind.INFERENCE && draft.values("because").isEmpty() && claim.because().isEmpty()) {
        inferences.add(draft);
      }
      if (claim.probability().isPresent() && claim.due().isEmpty()) {
        problems.add(
            warning(
                draft, Code.PROBABILITY_WITHOUT_DUE, "this probability has no day on which it is settled",
                "add due=2026-12-31, or a month, quarter or year"));
      }
    }
    report(
        facts, Code.FACT_WITHOUT_SOURCE, "this fact names no source", "facts without a name here name no source",
        "link the source in the sentence, or add source=https://…; if it has none, it is an inference", problems);
    report(
        inferences, Code.INFERENCE_WITHOUT_PREMISE, "this inference names no premise",
        "inferences without a name here name no premise", "say what it follows from: because=#name", problems);
    return problems;
  }

  /// Warns of what looks like a tag and is none, in one line for a note.
  static List<Problem> nearMisses(Note note) {
    List<NearMiss> misses = note.misses().stream().filter(miss -> miss.sure() || !note.claims().isEmpty()).toList();
    if (misses.isEmpty()) {
      return List.of();
    }
    NearMiss first = misses.getFirst();
    String what = "'" + first.written() + "' " + first.why();
    String message =
        misses.size() == 1
            ? what + ", so it is no claim"
            : what + ", so it is no claim; " + (misses.size() - 1) + " more like it here";
    return List.of(new Problem(Severity.WARNING, Code.CLAIM_TAG, first.place(), message, first.excerpt(), first.hint()));
  }

  private static void report(
      List<ClaimDraft> lacking, Code code, String message, String summary, String hint, List<Problem> problems) {
    List<ClaimDraft> unnamed = lacking.stream().filter(draft -> draft.name().isEmpty()).toList();
    for (ClaimDraft draft : lacking) {
      if (draft.name().isPresent()) {
        problems.add(warning(draft, code, message, hint));
      }
    }
    if (unnamed.size() == 1) {
      problems.add(warning(unnamed.getFirst(), code, message, hint));
    } else if (unnamed.size() > 1) {
      String first = unnamed.size() + " " + summary + "; this is the first";
      problems.add(warning(unnamed.getFirst(), code, first, hint));
    }
  }

  private static Problem warning(ClaimDraft draft, Code code, String message, String hint) {
    return new Problem(Severity.WARNING, code, draft.place(), message, draft.excerpt(), hint);
  }
}
