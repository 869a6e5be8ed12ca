package dev.assay.claim;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The graph of reasons: no claim is stronger than the weakest of its premises, and none rests on itself.
final class Reasons {
  private static final int MOST_SHOWN = 12;
  private static final int MOST_CIRCLES = 20;

  private final Map<String, Claim> claims;
  private int circles;

  Reasons(Map<String, Claim> claims) {
    this.claims = claims;
  }

  List<Problem> check() {
    List<Problem> problems = new ArrayList<>();
    Set<String> finished = new HashSet<>();
    for (Claim claim : claims.values()) {
      strength(claim, problems);
      cycles(claim, finished, problems);
    }
    return problems;
  }

  private void strength(Claim claim, List<Problem> problems) {
    for (Premise premise : claim.because()) {
      switch (premise) {
        case Premise.OfClaim(String id) -> {
          Claim under = claims.get(id);
          if (under != null && claim.kind().strongerThan(under.kind())) {
            problems.add(tooStrong(claim, id + ", " + named(under.kind()) + since(under), under.kind()));
          }
        }
        case Premise.OfFigure(String name) -> {
          if (claim.kind() == Kind.FACT) {
            problems.add(tooStrong(claim, "the figure " + name + ", which is computed", Kind.INFERENCE));
          }
        }
      }
    }
  }

  private static Problem tooStrong(Claim claim, String premise, Kind allowed) {
    return problem(
        claim, Severity.WARNING, Code.STRONGER_THAN_PREMISE,
        "this " + claim.kind().word() + " rests on " + premise,
        "a claim is not stronger than its weakest premise: make it " + named(allowed) + ", or use supports= for what only helps");
  }

  private static String since(Claim claim) {
    return claim.asserted().map(day -> " since " + day).orElse("");
  }

  private static String named(Kind kind) {
    return switch (kind) {
      case FACT -> "a fact";
      case INFERENCE -> "an inference";
      case SPECULATION -> "a speculation";
      case BLOCKED -> "blocked";
    };
  }

  /// Walks the premises depth first with a stack of its own, since a chain of reasons may be long.
  private void cycles(Claim start, Set<String> finished, List<Problem> problems) {
    List<String> under = premises(start);
    // What rests on nothing is in no circle.
    if (under.isEmpty() || finished.contains(start.id())) {
      return;
    }
    Deque<String> path = new ArrayDeque<>();
    Map<String, Iterator<String>> open = new HashMap<>();
    path.addLast(start.id());
    open.put(start.id(), under.iterator());
    while (!path.isEmpty()) {
      String current = path.getLast();
      Iterator<String> rest = open.getOrDefault(current, List.<String>of().iterator());
      if (!rest.hasNext()) {
        path.removeLast();
        open.remove(current);
        finished.add(current);
        continue;
      }
      String next = rest.next();
      Claim claim = claims.get(next);
      if (open.containsKey(next)) {
        // Claims that all rest on each other have more circles than anybody reads.
        if (circles++ < MOST_CIRCLES) {
          problems.add(circle(new ArrayList<>(path), next));
        }
      } else if (claim != null && !finished.contains(next)) {
        path.addLast(next);
        open.put(next, premises(claim).iterator());
      }
    }
  }

  /// The whole circle: who rests on whom in the message, and below it where each of them stands.
  private Problem circle(List<String> path, String back) {
    List<String> circle = path.subList(path.indexOf(back), path.size());
    Claim claim = known(back);
    List<String> places = new ArrayList<>();
    for (int i = 0; i < circle.size(); i++) {
      String next = i + 1 < circle.size() ? circle.get(i + 1) : back;
      places.add(known(circle.get(i)).first().draft().place() + ": " + circle.get(i) + " rests on " + next);
    }
    return problem(
        claim, Severity.ERROR, Code.REASON_CYCLE, "the reasons go in a circle: " + String.join(" → ", shortened(circle, "…")) + " → " + back,
        "one of them has to stand on something else\n" + String.join("\n", shortened(places, "…")));
  }

  /// The beginning and the end of a long circle, with a sign for what lies between.
  private static List<String> shortened(List<String> all, String gap) {
    if (all.size() <= MOST_SHOWN) {
      return all;
    }
    List<String> shown = new ArrayList<>(all.subList(0, MOST_SHOWN / 2));
    shown.add(gap + " " + (all.size() - MOST_SHOWN) + " more " + gap);
    shown.addAll(all.subList(all.size() - MOST_SHOWN / 2, all.size()));
    return shown;
  }

  private Claim known(String id) {
    Claim claim = claims.get(id);
    if (claim == null) {
      throw new IllegalStateException("no claim " + id);
    }
    return claim;
  }

  private static List<String> premises(Claim claim) {
    List<String> ids = new ArrayList<>();
    for (Premise premise : claim.because()) {
      switch (premise) {
        case Premise.OfClaim(String id) -> ids.add(id);
        case Premise.OfFigure _ -> {}
      }
    }
    return ids;
  }

  private static Problem problem(Claim claim, Severity severity, Code code, String message, String hint) {
    ClaimDraft draft = claim.first().draft();
    return new Problem(severity, code, draft.place(), message, draft.excerpt(), hint);
  }
}
