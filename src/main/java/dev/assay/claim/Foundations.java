package dev.assay.claim;

import dev.assay.note.ClaimDraft;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What rests on claims that were refuted or withdrawn, however many steps away.
///
/// A claim that was itself settled is not reported; one that was confirmed holds on its own, and one that was amended
/// since has been looked at again. Neither passes the doubt on to what rests on it.
final class Foundations {
  private final Map<String, Claim> claims;
  private final Map<String, Reached> reached = new HashMap<>();

  /// How the doubt came to a claim: from which premise, and from which event in the end.
  ///
  /// @param steps how many claims there are from this one down to the one that fell, both counted
  /// @param end   the last of them, which all that rest on the same share: a way may be as long as the site is large
  private record Reached(String premise, Event root, int steps, List<String> end) {}

  private Foundations(Map<String, Claim> claims) {
    this.claims = claims;
  }

  /// For each claim that rests on something fallen, its premises that do not hold, in their order.
  static Map<String, List<Fallen>> of(Map<String, Claim> claims) {
    List<Claim> fallen = claims.values().stream().filter(claim -> claim.status().isFallen()).toList();
    if (fallen.isEmpty()) {
      return Map.of();
    }
    Foundations foundations = new Foundations(claims);
    foundations.spread(fallen);
    Map<String, List<Fallen>> all = new LinkedHashMap<>();
    for (Claim claim : claims.values()) {
      List<Fallen> own = foundations.fallen(claim);
      if (!own.isEmpty()) {
        all.put(claim.id(), own);
      }
    }
    return all;
  }

  /// Goes up from what fell, nearest first, so that each claim is reached by a shortest way.
  private void spread(List<Claim> fallen) {
    Map<String, List<Claim>> above = new HashMap<>();
    for (Claim claim : claims.values()) {
      premises(claim).forEach(id -> above.computeIfAbsent(id, _ -> new ArrayList<>()).add(claim));
    }
    Deque<Claim> queue = new ArrayDeque<>(fallen);
    while (!queue.isEmpty()) {
      Claim under = queue.removeFirst();
      Event root = root(under).orElseThrow();
      for (Claim claim : above.getOrDefault(under.id(), List.of())) {
        if (!claim.status().isFallen() && !answers(claim, root.date()) && !reached.containsKey(claim.id())) {
          reached.put(claim.id(), reached(claim, under, root));
          queue.addLast(claim);
        }
      }
    }
  }

  private Reached reached(Claim claim, Claim under, Event root) {
    Reached below = reached.get(under.id());
    int steps = below == null ? 2 : below.steps() + 1;
    List<String> end = below == null ? List.of(under.id()) : below.end();
    return new Reached(under.id(), root, steps, steps <= Fallen.END ? before(claim.id(), end) : end);
  }

  private static List<String> before(String first, List<String> rest) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return List.copyOf(all);
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

  /// The event that a claim's doubt goes back to: its own fall, or that of something it rests on.
  private Optional<Event> root(Claim claim) {
    return claim.status().isFallen()
        ? Optional.of(claim.history().getLast())
        : Optional.ofNullable(reached.get(claim.id())).map(Reached::root);
  }

  private static boolean answers(Claim claim, LocalDate fell) {
    return claim.status() == Status.CONFIRMED
        || claim.history().stream().anyMatch(e -> e.status() == Status.AMENDED && !e.date().isBefore(fell));
  }

  private List<Fallen> fallen(Claim claim) {
    if (claim.status() == Status.SUPERSEDED || claim.status().isFallen() || !reached.containsKey(claim.id())) {
      return List.of();
    }
    List<Fallen> own = new ArrayList<>();
    for (String id : premises(claim)) {
      Optional<Event> root = Optional.ofNullable(claims.get(id)).flatMap(this::root);
      if (root.isPresent() && !answers(claim, root.get().date())) {
        own.add(fallen(id, root.get()));
      }
    }
    return own;
  }

  private Fallen fallen(String premise, Event root) {
    Reached first = reached.get(premise);
    int steps = first == null ? 1 : first.steps();
    boolean isLong = steps > Fallen.BEGINNING + Fallen.END;
    List<String> path = new ArrayList<>(List.of(premise));
    Reached step = first;
    while (step != null && (!isLong || path.size() < Fallen.BEGINNING)) {
      path.add(step.premise());
      step = reached.get(step.premise());
    }
    if (isLong && first != null) {
      path.addAll(first.end());
    }
    return new Fallen(path, isLong ? steps - path.size() : 0, root.status(), root.date());
  }

  /// One warning for each premise that does not hold.
  static List<Problem> problems(Map<String, Claim> claims, Map<String, List<Fallen>> fallen) {
    List<Problem> problems = new ArrayList<>();
    fallen.forEach(
        (id, premises) ->
            Optional.ofNullable(claims.get(id)).ifPresent(claim -> premises.forEach(premise -> problems.add(problem(claim, premise)))));
    return problems;
  }

  private static Problem problem(Claim claim, Fallen fallen) {
    StringBuilder message = new StringBuilder("this ").append(claim.kind().word()).append(" rests on ");
    for (int i = 0; i < fallen.path().size(); i++) {
      message.append(i == 0 ? "" : ", which rests on ");
      if (i == Fallen.BEGINNING && fallen.leftOut() > 0) {
        message.append(fallen.leftOut()).append(" more down to ");
      }
      message.append('\'').append(fallen.path().get(i)).append('\'');
    }
    message.append(", ").append(fallen.status().word()).append(" on ").append(fallen.date());
    String hint =
        claim.named()
            ? "if it still holds, say so: assay resolve " + claim.id() + " amended; if not, withdrawn"
            : "if it still holds, rest it on something else; if not, name it, {#name}, and withdraw it";
    ClaimDraft draft = claim.first().draft();
    return new Problem(Severity.WARNING, Code.FALLEN_PREMISE, draft.place(), message.toString(), draft.excerpt(), hint);
  }
}
