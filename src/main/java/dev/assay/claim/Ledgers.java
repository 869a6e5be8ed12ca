package dev.assay.claim;

import dev.assay.note.Language;
import dev.assay.note.Mapper;
import dev.assay.note.Mention;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Joins the drafts of all notes to a ledger.
public final class Ledgers {
  /// A ledger and what is wrong with the claims in it.
  public record Result(Ledger ledger, List<Problem> problems) {}

  private static final Comparator<ClaimNote> BY_ASSERTION =
      Comparator.comparing((ClaimNote note) -> note.asserted().orElse(LocalDate.MAX))
          .thenComparing(note -> note.note().source());

  private final Language siteLanguage;
  private final BiPredicate<SourceId, String> figures;
  private final LocalDate today;
  private final Predicate<String> entries;
  private final Mapper mapper;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Joined> byId = new LinkedHashMap<>();
  private final Map<String, String> restated = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final UnknownNames unknown = new UnknownNames(names);

  private Ledgers(
      Language siteLanguage, BiPredicate<SourceId, String> figures, Predicate<String> entries, LocalDate today, Mapper mapper) {
    this.siteLanguage = siteLanguage;
    this.figures = figures;
    this.entries = entries;
    this.today = today;
    this.mapper = mapper;
  }

  /// Joins the drafts of some notes, on one thread.
  public static Result join(
      List<ClaimNote> notes, Language siteLanguage, BiPredicate<SourceId, String> figures, Predicate<String> entries,
      LocalDate today) {
    return join(notes, siteLanguage, figures, entries, today, Mapper.ALONE);
  }

  /// Joins the drafts of some notes.
  ///
  /// @param siteLanguage the language whose wording stands for a claim made in several
  /// @param figures      whether a note has a figure of a name
  /// @param entries      whether the bibliography has a key
  /// @param today        the day of the build: what is due before it has passed, and later events are not in force
  /// @param mapper       works on what does not need the rest
  public static Result join(
      List<ClaimNote> notes, Language siteLanguage, BiPredicate<SourceId, String> figures, Predicate<String> entries,
      LocalDate today, Mapper mapper) {
    return new Ledgers(siteLanguage, figures, entries, today, mapper).run(notes.stream().sorted(BY_ASSERTION).toList());
  }

  /// One claim while its places are gathered; lives only inside [#join].
  private static final class Joined {
    private final String id;
    private final boolean named;
    private final List<Made> made = new ArrayList<>(1);

    Joined(String id, boolean named) {
      this.id = id;
      this.named = named;
    }
  }

  private Result run(List<ClaimNote> notes) {
    List<Made> restatements = new ArrayList<>();
    for (ClaimNote note : notes) {
      for (int i = 0; i < note.note().claims().size(); i++) {
        Made made = new Made(note, i);
        checkAsserted(made);
        if (made.draft().values("same").isEmpty()) {
          add(made.ownId(), made);
        } else {
          restatements.add(made);
        }
      }
    }
    joinRestatements(restatements);
    Map<String, Claim> made = claims();
    Checkpoints.Result read = new Checkpoints(names, this::id, siteLanguage, problems).read(notes);
    List<Checkpoint> checkpoints = read.checkpoints();
    Set<String> all = new HashSet<>(names);
    checkpoints.forEach(checkpoint -> all.add(checkpoint.id()));
    all.addAll(read.aliases().keySet());
    List<Told> told = new Histories(all, name -> read.aliases().getOrDefault(name, id(name)), problems).read(notes);
    Map<String, Claim> claims = Course.of(made, told, today, problems);
    problems.addAll(new Reasons(claims).check());
    Map<String, List<Fallen>> fallen = Foundations.of(claims);
    problems.addAll(Foundations.problems(claims, fallen));
    Ledger ledger =
        ledger(notes, claims)
            .with(
                fallen, Course.of(checkpoints, told, today, problems),
                new Corrections(names, this::id, today, problems).read(notes));
    mapper.map(notes, note -> lacks(note, ledger)).forEach(problems::addAll);
    return new Result(ledger, problems);
  }

  private static List<Problem> lacks(ClaimNote note, Ledger ledger) {
    List<Problem> lacks = new ArrayList<>(Evidence.check(note, ledger.of(note.note().source())));
    lacks.addAll(Evidence.nearMisses(note.note()));
    return lacks;
  }

  /// A claim of its places, and the names in it that cannot stand.
  private record Gathered(Claim claim, List<UnknownNames.Name> unknown) {}

  private record Numbered(Joined joined, int number) {}

  private Map<String, Claim> claims() {
    List<Numbered> all = new ArrayList<>(byId.size());
    byId.values().forEach(joined -> all.add(new Numbered(joined, all.size())));
    Map<String, Claim> made = LinkedHashMap.newLinkedHashMap(all.size());
    for (Gathered gathered : mapper.map(all, this::gathered)) {
      gathered.unknown().forEach(name -> problems.add(unknown.problem(name)));
      made.put(gathered.claim().id(), gathered.claim());
    }
    return made;
  }

  private void add(String id, Made made) {
    Joined joined = byId.computeIfAbsent(id, key -> new Joined(key, made.draft().name().isPresent()));
    if (joined.named) {
      names.add(id);
    }
    for (Made other : joined.made) {
      if (other.in().language().equals(made.in().language())) {
        problems.add(
            made.problem(
                Severity.ERROR, Code.CLAIM_NAME,
                "the claim '" + id + "' is already made in " + other.draft().place(),
                "name it differently, or write {same=" + id + "} if it restates the other"));
        return;
      }
    }
    place(joined, made);
  }

  private void place(Joined joined, Made made) {
    if (!joined.made.isEmpty() && joined.made.getFirst().draft().kind() != made.draft().kind()) {
      Made first = joined.made.getFirst();
      problems.add(
          made.problem(
              Severity.ERROR, Code.CLAIM_KIND,
              "'" + joined.id + "' is " + article(made) + " here and " + article(first) + " in " + first.draft().place(),
              "one claim has one kind: change it in both places, or give this one its own name"));
    }
    joined.made.add(made);
  }

  private static String article(Made made) {
    String word = made.draft().kind().word();
    return (word.startsWith("i") ? "an " : "a ") + word;
  }

  /// Restatements may point at each other: each waits for the name it restates.
  private void joinRestatements(List<Made> restatements) {
    Map<String, List<Made>> waiting = new LinkedHashMap<>();
    Deque<Made> ready = new ArrayDeque<>();
    for (Made made : restatements) {
      if (target(made).isPresent()) {
        ready.addLast(made);
      } else {
        waiting.computeIfAbsent(Reference.read(made.draft().values("same").getFirst(), made.in().slug()).globalName(), _ -> new ArrayList<>()).add(made);
      }
    }
    while (!ready.isEmpty()) {
      Made made = ready.removeFirst();
      String target = target(made).orElseThrow();
      place(byIdOrThrow(target), made);
      if (made.draft().name().isPresent()) {
        restated.put(made.ownId(), target);
        names.add(made.ownId());
        ready.addAll(Optional.ofNullable(waiting.remove(made.ownId())).orElse(List.of()));
      }
    }
    for (Made made : waiting.values().stream().flatMap(List::stream).toList()) {
      problems.add(unknown.problem(new UnknownNames.Name(made, "same", made.draft().values("same").getFirst(), false)));
      add(made.ownId(), made);
    }
  }

  private Optional<String> target(Made made) {
    return resolve(made, made.draft().values("same").getFirst());
  }

  private Joined byIdOrThrow(String id) {
    Joined joined = byId.get(id);
    if (joined == null) {
      throw new IllegalStateException("no claim " + id);
    }
    return joined;
  }

  private Optional<String> resolve(Made made, String written) {
    String id = id(Reference.read(written, made.in().slug()).globalName());
    Joined joined = byId.get(id);
    return joined != null && joined.named ? Optional.of(id) : Optional.empty();
  }

  /// The claim that a global name stands for: itself, or the one it restates.
  private String id(String globalName) {
    return restated.getOrDefault(globalName, globalName);
  }

  private List<String> references(List<Made> places, String key, List<UnknownNames.Name> unknown) {
    Set<String> ids = new LinkedHashSet<>();
    for (Made made : places) {
      for (String written : made.draft().values(key)) {
        Optional<String> id = resolve(made, written);
        if (id.isEmpty()) {
          unknown.add(new UnknownNames.Name(made, key, written, false));
        } else if (!key.equals("supersedes") && id.get().equals(id(made.ownId()))) {
          unknown.add(new UnknownNames.Name(made, key, written, true));
        } else {
          ids.add(id.get());
        }
      }
    }
    return List.copyOf(ids);
  }

  private List<Premise> premises(List<Made> places, List<UnknownNames.Name> unknown) {
    Set<Premise> premises = new LinkedHashSet<>();
    for (Made made : places) {
      for (String written : made.draft().values("because")) {
        Reference reference = Reference.read(written, made.in().slug());
        if (reference.figure() && figures.test(made.in().note().source(), reference.name())) {
          premises.add(new Premise.OfFigure(reference.name()));
        } else {
          resolve(made, written)
              .ifPresentOrElse(id -> premises.add(new Premise.OfClaim(id)), () -> unknown.add(new UnknownNames.Name(made, "because", written, false)));
        }
      }
    }
    return List.copyOf(premises);
  }

  private Gathered gathered(Numbered numbered) {
    Joined joined = numbered.joined();
    List<UnknownNames.Name> unknown = new ArrayList<>(0);
    List<Made> made = inSiteLanguageFirst(joined.made);
    List<Claim.Place> places =
        made.stream()
            .map(m -> new Claim.Place(m.in().note().source(), m.index(), m.in().note().claims(), m.in().language(), once(m.url(), joined.id)))
            .toList();
    Set<Source> sources = new LinkedHashSet<>();
    made.forEach(m -> sources.addAll(Evidence.sources(m.in().note(), m.draft(), entries)));
    Claim claim = new Claim(
        numbered.number(), joined.id, joined.named, made.getFirst().draft().kind(), places, List.copyOf(sources), premises(made, unknown),
        references(made, "supports", unknown), Evidence.due(made.stream().map(Made::draft).toList()),
        Evidence.probability(made.stream().map(Made::draft).toList()), values(made, "entities"), mentions(made),
        references(made, "unblocks", unknown), references(made, "supersedes", unknown), asserted(joined.made), Status.STANDING, List.of());
    return new Gathered(claim, unknown);
  }

  /// The address of a claim without a name is its id: one text for both.
  private static String once(String url, String id) {
    return url.equals(id) ? id : url;
  }

  private static List<String> mentions(List<Made> made) {
    return made.stream()
        .flatMap(m -> m.in().note().mentions().stream().filter(mention -> mention.claims().contains(m.index())))
        .map(Mention::entity)
        .distinct()
        .toList();
  }

  private List<Made> inSiteLanguageFirst(List<Made> made) {
    List<Made> sorted = new ArrayList<>(made);
    sorted.sort(Comparator.comparing(m -> !m.in().language().equals(siteLanguage)));
    return sorted;
  }

  private static Optional<LocalDate> asserted(List<Made> made) {
    // A hub that restates a claim is often older than the note that made it.
    Optional<LocalDate> first =
        made.stream().filter(m -> !Claim.restates(m.draft())).flatMap(m -> Claim.asserted(m.draft()).or(() -> m.in().asserted()).stream()).min(Comparator.naturalOrder());
    Optional<LocalDate> ofNote = made.getFirst().in().asserted();
    return first.equals(ofNote) ? ofNote : first; // one object for all claims of a note
  }

  /// A claim is made in its note, so not before there was the note, and not in the future.
  private void checkAsserted(Made made) {
    Optional<LocalDate> day = Claim.asserted(made.draft());
    if (day.isPresent() && day.get().isAfter(today)) {
      problems.add(asserted(made, "this says that it was made on " + day.get() + ", which is after today", "give the day on which the claim is published"));
    } else if (day.isPresent() && made.in().asserted().filter(published -> day.get().isBefore(published)).isPresent()) {
      String published = made.in().asserted().map(LocalDate::toString).orElse("");
      problems.add(
          asserted(made, "this says that it was made on " + day.get() + ", before its note was published on " + published, "leave 'asserted' out, or correct the day"));
    }
  }

  private static Problem asserted(Made made, String message, String hint) {
    return made.problem(Severity.WARNING, Code.CLAIM_OPTION, message, hint);
  }

  private static List<String> values(List<Made> made, String key) {
    return made.stream().flatMap(m -> m.draft().values(key).stream()).distinct().toList();
  }

  private Ledger ledger(List<ClaimNote> notes, Map<String, Claim> claims) {
    Map<String, Claim> byName = new HashMap<>();
    claims.values().stream().filter(Claim::named).forEach(claim -> byName.put(claim.id(), claim));
    restated.forEach((name, id) -> claims.computeIfPresent(id, (_, claim) -> {
      byName.put(name, claim);
      return claim;
    }));
    Map<SourceId, Map<Integer, Claim>> drafts = new HashMap<>();
    for (Claim claim : claims.values()) {
      for (Claim.Place place : claim.places()) {
        drafts.computeIfAbsent(place.note(), _ -> new HashMap<>()).put(place.index(), claim);
      }
    }
    Map<SourceId, List<Claim>> byDraft = new HashMap<>();
    for (ClaimNote note : notes) {
      Map<Integer, Claim> of = drafts.getOrDefault(note.note().source(), Map.of());
      List<Claim> list = new ArrayList<>();
      for (int i = 0; i < note.note().claims().size(); i++) {
        Claim claim = of.get(i);
        if (claim == null) {
          // A draft whose name is taken has been reported as an error; the other claim stands in its place.
          claim = claims.get(new Made(note, i).ownId());
        }
        if (claim != null) {
          list.add(claim);
        }
      }
      byDraft.put(note.note().source(), List.copyOf(list));
    }
    return new Ledger(List.copyOf(claims.values()), byName, byDraft, Map.of(), List.of(), List.of());
  }
}
