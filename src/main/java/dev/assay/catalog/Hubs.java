package dev.assay.catalog;

import dev.assay.claim.Claim;
import dev.assay.claim.Ledger;
import dev.assay.claim.Status;
import dev.assay.note.Entities;
import dev.assay.note.Gathering;
import dev.assay.note.Located;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Guesses;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Finds the notes that hubs gather by rule, and tells rules that ask for what no note has.
///
/// A rule looks at the notes of its hub's own language: what a note in another language is tagged with are other words.
final class Hubs {
  /// What a rule may ask of a note, each under the name by which it is told apart.
  private record Traits(
      Set<String> tags, Set<String> categories, Set<String> series, Set<String> entities, Set<String> authors) {}

  private final Site site;
  private final List<Entry> entries;
  private final Ledger ledger;
  private final Map<SourceId, Traits> traits = new HashMap<>();
  private final Guesses guesses = new Guesses();
  private final List<Problem> problems = new ArrayList<>();

  Hubs(Site site, List<Entry> entries, Ledger ledger) {
    this.site = site;
    this.entries = entries;
    this.ledger = ledger;
  }

  List<Problem> problems() {
    return problems;
  }

  /// The notes that the rules of a hub gather, in no particular order.
  List<Entry> gathered(Entry hub) {
    List<Gathering> rules = hub.note().head().gathers().stream().filter(rule -> !rule.isEmpty()).toList();
    if (rules.isEmpty()) {
      return List.of();
    }
    List<Entry> candidates =
        entries.stream()
            .filter(entry -> entry.language().equals(hub.language()) && entry.type() != NoteType.HUB && entry.type() != NoteType.HOME)
            .toList();
    rules.forEach(rule -> check(rule, candidates));
    return candidates.stream().filter(entry -> rules.stream().anyMatch(rule -> satisfies(entry, rule))).toList();
  }

  private boolean satisfies(Entry entry, Gathering rule) {
    Traits has = traits(entry);
    boolean placed =
        rule.sections().isEmpty()
            ? entry.type() == NoteType.POST
            : rule.sections().stream().anyMatch(section -> section.value().equalsIgnoreCase(entry.section()));
    return placed
        && any(rule.tags(), has.tags(), Slugs::of)
        && any(rule.categories(), has.categories(), Slugs::of)
        && any(rule.series(), has.series(), Slugs::of)
        && any(rule.entities(), has.entities(), this::entity)
        && any(rule.authors(), has.authors(), Slugs::of)
        && inTime(entry, rule)
        && rule.fields().stream().allMatch(field -> has(entry, field))
        && rule.claims().map(wanted -> ledger.of(entry.source()).stream().anyMatch(claim -> isLike(claim, wanted))).orElse(true);
  }

  private static boolean any(List<Located<String>> wanted, Set<String> has, Function<String, String> key) {
    return wanted.isEmpty() || wanted.stream().anyMatch(each -> has.contains(key.apply(each.value())));
  }

  private String entity(String written) {
    return Entities.key(site.entities().canonical(written));
  }

  private Traits traits(Entry entry) {
    return traits.computeIfAbsent(
        entry.source(),
        _ ->
            new Traits(
                slugs(Terms.of(site, "tags", entry)), slugs(Terms.of(site, "categories", entry)), slugs(Terms.of(site, "series", entry)),
                set(Terms.of(site, "entities", entry).stream().map(this::entity)), slugs(Terms.of(site, "authors", entry))));
  }

  private static Set<String> slugs(List<String> names) {
    return set(names.stream().map(Slugs::of));
  }

  private static Set<String> set(Stream<String> names) {
    return new HashSet<>(names.toList());
  }

  private boolean inTime(Entry entry, Gathering rule) {
    if (rule.since().isEmpty() && rule.until().isEmpty()) {
      return true;
    }
    return entry.date()
        .map(date -> date.atZoneSameInstant(site.zone()).toLocalDate())
        .map(
            day ->
                rule.since().map(since -> !day.isBefore(since)).orElse(true)
                    && rule.until().map(until -> !day.isAfter(until)).orElse(true))
        .orElse(false);
  }

  private static boolean has(Entry entry, Gathering.Field field) {
    return entry.note().head().params().stream()
        .flatMap(params -> params.get(field.name()).stream())
        .flatMap(Hubs::texts)
        .anyMatch(text -> field.values().stream().anyMatch(text::equalsIgnoreCase));
  }

  private static Stream<String> texts(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> Stream.of(scalar.text().strip());
      case Value.Sequence list -> list.items().stream().flatMap(Hubs::texts);
      case Value.Mapping _ -> Stream.empty();
    };
  }

  private boolean isLike(Claim claim, Gathering.OfClaims wanted) {
    String status = claim.status() == Status.STANDING ? "open" : claim.status().word();
    return (wanted.kinds().isEmpty() || wanted.kinds().contains(claim.kind()))
        && (wanted.statuses().isEmpty() || wanted.statuses().contains(status))
        && (wanted.entities().isEmpty()
            || wanted.entities().stream().anyMatch(each -> Stream.concat(claim.entities().stream(), claim.mentions().stream()).anyMatch(name -> entity(name).equals(entity(each.value())))));
  }

  /// A word that no note has is nearly always a slip of the pen.
  private void check(Gathering rule, List<Entry> candidates) {
    check(rule.tags(), "tags", candidates, Slugs::of);
    check(rule.categories(), "categories", candidates, Slugs::of);
    check(rule.series(), "series", candidates, Slugs::of);
    check(rule.entities(), "entities", candidates, this::entity);
    check(rule.authors(), "authors", candidates, Slugs::of);
    Set<String> sections = new TreeSet<>(candidates.stream().map(Entry::section).toList());
    for (Located<String> section : rule.sections()) {
      if (sections.stream().noneMatch(section.value()::equalsIgnoreCase)) {
        tell(section, "no note lies in the section '" + section.value() + "'", sections);
      }
    }
  }

  private void check(List<Located<String>> wanted, String taxonomy, List<Entry> candidates, Function<String, String> key) {
    if (wanted.isEmpty()) {
      return;
    }
    Map<String, String> known = new HashMap<>();
    for (Entry entry : candidates) {
      Terms.of(site, taxonomy, entry).forEach(name -> known.putIfAbsent(key.apply(name), name));
    }
    for (Located<String> each : wanted) {
      if (!known.containsKey(key.apply(each.value()))) {
        tell(each, "no note has '" + each.value() + "' among its " + taxonomy, known.values());
      }
    }
  }

  private void tell(Located<String> written, String message, Collection<String> known) {
    String hint = guesses.to(written.value(), known).map(name -> "did you mean '" + name + "'?").orElse("the rule gathers nothing by it yet");
    problems.add(new Problem(Severity.WARNING, Code.HUB_RULE, written.place(), message, "", hint));
  }
}
