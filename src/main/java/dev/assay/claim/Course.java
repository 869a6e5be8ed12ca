package dev.assay.claim;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What happened to each claim, in order, and whether it can have happened.
///
/// Events are ordered by day, and the last one says what the claim is now. Those of one day are ordered by the notes
/// that tell them, so the later note wins. Some cannot follow: nothing happens to a claim before it is made or after it
/// is withdrawn, only a blocked claim is unblocked, and a blocked claim is neither right nor wrong. An event of a day
/// to come is not in force yet.
final class Course {
  private final Map<String, Claim> claims;
  private final LocalDate today;
  private final List<Problem> problems;
  private final Map<String, List<Event>> events = new HashMap<>();

  private Course(Map<String, Claim> claims, LocalDate today, List<Problem> problems) {
    this.claims = claims;
    this.today = today;
    this.problems = problems;
  }

  /// What can have a history: a claim or a checkpoint.
  ///
  /// @param kind     the kind of a claim; empty for a checkpoint
  /// @param asserted the day before which nothing can happen to it
  /// @param language the language in which it is first told
  private record Subject(
      String id, Optional<Kind> kind, Optional<LocalDate> asserted, Optional<Due> due, String file, Language language) {
    static Subject of(Claim claim) {
      return new Subject(
          claim.id(), Optional.of(claim.kind()), claim.asserted(), claim.due(), claim.first().draft().place().file(),
          claim.first().language());
    }

    static Subject of(Checkpoint checkpoint) {
      return new Subject(
          checkpoint.id(), Optional.empty(), checkpoint.asserted(), checkpoint.due(), checkpoint.note().value(), checkpoint.language());
    }
  }

  /// The checkpoints with what happened to them. One that is named alike in two languages has one history.
  static List<Checkpoint> of(List<Checkpoint> checkpoints, List<Told> told, LocalDate today, List<Problem> problems) {
    if (told.isEmpty()) {
      return checkpoints;
    }
    Course course = new Course(Map.of(), today, problems);
    Map<String, List<Told>> byId = byId(told);
    Map<String, Checkpoint> first = new LinkedHashMap<>();
    checkpoints.forEach(checkpoint -> first.putIfAbsent(checkpoint.id(), checkpoint));
    first.forEach((id, checkpoint) -> Optional.ofNullable(byId.get(id)).ifPresent(list -> course.told(Subject.of(checkpoint), list)));
    return checkpoints.stream()
        .map(
            checkpoint -> {
              List<Event> own = course.events.getOrDefault(checkpoint.id(), List.of());
              return own.isEmpty() ? checkpoint : checkpoint.with(own.getLast().status(), own);
            })
        .toList();
  }

  /// The claims with what happened to them.
  ///
  /// @param claims the claims by id, without history
  /// @param told   what notes say of them
  /// @param today  the day of the build: later events are not in force, and earlier days have passed
  static Map<String, Claim> of(Map<String, Claim> claims, List<Told> told, LocalDate today, List<Problem> problems) {
    Course course = new Course(claims, today, problems);
    course.told(told);
    claims.values().forEach(course::supersedes);
    claims.values().forEach(course::unblocks);
    Map<String, Claim> all = LinkedHashMap.newLinkedHashMap(claims.size());
    claims.values().forEach(claim -> all.put(claim.id(), course.finished(claim)));
    return all;
  }

  private void told(List<Told> told) {
    byId(told).forEach((id, list) -> Optional.ofNullable(claims.get(id)).ifPresent(claim -> told(Subject.of(claim), list)));
  }

  private static Map<String, List<Told>> byId(List<Told> told) {
    Map<String, List<Told>> byId = new LinkedHashMap<>();
    told.stream()
        .sorted(Told.ORDER)
        .forEach(each -> byId.computeIfAbsent(each.claim(), _ -> new ArrayList<>()).add(each));
    return byId;
  }

  private void told(Subject subject, List<Told> list) {
    Map<List<Object>, List<Told>> merged = new LinkedHashMap<>();
    list.forEach(each -> merged.computeIfAbsent(List.of(each.date(), each.status()), _ -> new ArrayList<>()).add(each));
    Status now = Status.STANDING;
    Optional<Told> last = Optional.empty();
    for (List<Told> same : merged.values()) {
      Told first = same.getFirst();
      repeated(same);
      if (first.date().isAfter(today)) {
        problems.add(
            first.dateWarning(
                "this event is dated " + first.date() + " and is not in force before that day",
                "if it has happened already, correct the date"));
        continue;
      }
      Optional<Problem> obstacle = obstacle(subject, now, last, first);
      if (obstacle.isPresent()) {
        problems.add(obstacle.get());
        continue;
      }
      disagreement(last, first);
      events.computeIfAbsent(subject.id(), _ -> new ArrayList<>()).add(event(subject, same));
      now = first.status();
      last = Optional.of(first);
    }
  }

  /// The same event may be told by a note and its translation, each in its own words; in one note it is a slip.
  private void repeated(List<Told> same) {
    for (int i = 1; i < same.size(); i++) {
      Told again = same.get(i);
      if (again.in().note().source().equals(same.get(i - 1).in().note().source())) {
        problems.add(again.warning("this note says twice that '" + again.claim() + "' was " + again.status().word() + " on that day", "keep one of them"));
      }
    }
  }

  private static Event event(Subject subject, List<Told> same) {
    OptionalDouble probability =
        same.stream().map(Told::probability).filter(OptionalDouble::isPresent).findFirst().orElse(OptionalDouble.empty());
    // The wording that stands for a claim is that of its first place, so a telling in that language comes first.
    List<Event.Telling> tellings =
        same.stream()
            .sorted(Comparator.comparing((Told told) -> !told.in().language().equals(subject.language())))
            .map(Told::telling)
            .toList();
    Told first = same.getFirst();
    return new Event(subject.id(), first.status(), first.date(), probability, Optional.empty(), tellings);
  }

  /// Why something cannot have happened; absent when it can.
  private static Optional<Problem> obstacle(Subject subject, Status now, Optional<Told> last, Told told) {
    String name = "'" + subject.id() + "'";
    if (subject.asserted().isPresent() && told.date().isBefore(subject.asserted().get())) {
      return Optional.of(
          told.dateError(
              "nothing can happen to " + name + " on " + told.date() + ": it was first made on " + subject.asserted().get(),
              "correct this date, or the date of " + subject.file()));
    }
    if (told.status() == Status.UNBLOCKED && !isBlocked(subject)) {
      return Optional.of(
          told.error(
              name + " is " + subject.kind().map(Course::named).orElse("a checkpoint") + ", so it cannot be unblocked",
              "only a blocked claim is unblocked; if it turned out right, say confirmed"));
    }
    boolean verdict = told.status() == Status.CONFIRMED || told.status() == Status.REFUTED;
    if (verdict && isBlocked(subject) && now != Status.UNBLOCKED) {
      return Optional.of(
          told.error(
              name + " is blocked, so it cannot be " + told.status().word(),
              "say unblocked when it can be known, and make what is known a claim of its own"));
    }
    if (now == Status.WITHDRAWN && told.status() != Status.SUPERSEDED) {
      return Optional.of(
          told.error(
              name + " was withdrawn on " + last.orElseThrow().date() + ", so it cannot be " + told.status().word() + " after that",
              "make the claim anew, with supersedes=" + subject.id()));
    }
    if (told.status() == Status.EXPIRED && subject.due().isPresent() && !told.date().isAfter(subject.due().get().last())) {
      return Optional.of(
          told.dateError(
              name + " cannot have expired on " + told.date() + ": its day is " + subject.due().get().written(),
              "a claim expires when its day has passed; if it is known earlier, say confirmed or refuted"));
    }
    return Optional.empty();
  }

  private static boolean isBlocked(Subject subject) {
    return subject.kind().equals(Optional.of(Kind.BLOCKED));
  }

  private static String named(Kind kind) {
    return switch (kind) {
      case FACT -> "a fact";
      case INFERENCE -> "an inference";
      case SPECULATION -> "a speculation";
      case BLOCKED -> "blocked";
    };
  }

  private void disagreement(Optional<Told> last, Told told) {
    if (last.isPresent() && last.get().date().equals(told.date()) && !last.get().in().note().source().equals(told.in().note().source())) {
      problems.add(
          told.warning(
              "on " + told.date() + " '" + told.claim() + "' is " + told.status().word() + " here and "
                  + last.get().status().word() + " in " + last.get().place().file() + "; this counts, being told last",
              "give one of them another day, or take one back"));
    }
  }

  /// A claim that replaces others says what became of them.
  private void supersedes(Claim claim) {
    for (String old : claim.supersedes()) {
      Claim replaced = claims.get(old);
      if (replaced == null) {
        continue;
      }
      if (old.equals(claim.id()) || replaced.supersedes().contains(claim.id())) {
        problems.add(
            problem(
                claim, "supersedes", Severity.ERROR,
                old.equals(claim.id()) ? "a claim cannot replace itself" : "'" + old + "' says that it replaces this claim",
                "keep supersedes= on the claim that was made later"));
      } else if (claim.asserted().isEmpty()) {
        problems.add(
            problem(
                claim, "supersedes", Severity.WARNING, "this replaces '" + old + "', but its note does not say when",
                "give the note a date; until then the other claim stands"));
      } else if (replaced.asserted().isPresent() && claim.asserted().get().isBefore(replaced.asserted().get())) {
        problems.add(
            problem(
                claim, "supersedes", Severity.ERROR,
                "this was made on " + claim.asserted().get() + ", before '" + old + "', which it replaces and which was made on "
                    + replaced.asserted().get(),
                "turn it round: write supersedes= at the later claim"));
      } else {
        followed(claim, old, Status.SUPERSEDED, claim.asserted().get());
      }
    }
  }

  /// A fact opens what it unblocks when it is made, any other claim when it is confirmed.
  private void unblocks(Claim claim) {
    for (String other : claim.unblocks()) {
      Claim blocked = claims.get(other);
      if (blocked == null) {
        continue;
      }
      if (blocked.kind() != Kind.BLOCKED) {
        problems.add(
            problem(
                claim, "unblocks", Severity.ERROR, "'" + other + "' is " + named(blocked.kind()) + ", so it cannot be unblocked",
                "unblocks= names blocked claims; what this speaks for is named by supports="));
        continue;
      }
      List<Event> own = events.getOrDefault(claim.id(), List.of());
      boolean fallen = !own.isEmpty() && own.getLast().status().isFallen();
      Optional<LocalDate> day =
          claim.kind() == Kind.FACT
              ? claim.asserted()
              : own.stream().filter(event -> event.status() == Status.CONFIRMED).map(Event::date).findFirst();
      if (!fallen) {
        day.ifPresent(date -> followed(claim, other, Status.UNBLOCKED, date));
      }
    }
  }

  /// Adds what follows from a claim's options, unless a note tells it in its own words.
  private void followed(Claim claim, String other, Status status, LocalDate date) {
    List<Event> list = events.computeIfAbsent(other, _ -> new ArrayList<>());
    if (list.stream().noneMatch(event -> event.status() == status)) {
      list.add(new Event(other, status, date, OptionalDouble.empty(), Optional.of(claim.id()), List.of()));
      list.sort(Comparator.comparing(Event::date));
    }
  }

  private Claim finished(Claim claim) {
    List<Event> own = new ArrayList<>(events.getOrDefault(claim.id(), List.of()));
    Status status = own.isEmpty() ? Status.STANDING : own.getLast().status();
    boolean over = claim.due().isPresent() && claim.due().get().last().isBefore(today);
    if (over && !status.isSettled() && status != Status.EXPIRED) {
      LocalDate after = claim.due().get().last().plusDays(1);
      own.add(new Event(claim.id(), Status.EXPIRED, after, OptionalDouble.empty(), Optional.empty(), List.of()));
      // An amendment may be younger than the day on which the claim ran out; it leaves it as it is.
      own.sort(Comparator.comparing(Event::date));
      status = Status.EXPIRED;
    }
    return own.isEmpty() ? claim : claim.with(status, own);
  }

  private static Problem problem(Claim claim, String option, Severity severity, String message, String hint) {
    ClaimDraft draft = claim.first().draft();
    return draft.options().stream()
        .filter(each -> each.key().equals(option))
        .findFirst()
        .map(each -> new Problem(severity, Code.HISTORY, each.place(), message, "", hint))
        .orElseGet(() -> new Problem(severity, Code.HISTORY, draft.place(), message, draft.excerpt(), hint));
  }
}
