package dev.assay.build;

import dev.assay.catalog.Catalog;
import dev.assay.catalog.Entry;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compares a site with what it would be after a move: everything has to lead where it led, and nothing may be wrong
/// that was right.
final class MoveCheck {
  private final MovePlan plan;
  private final Analysis before;
  private final Analysis after;
  private final List<Problem> problems = new ArrayList<>();

  MoveCheck(MovePlan plan, Analysis before, Analysis after) {
    this.plan = plan;
    this.before = before;
    this.after = after;
  }

  List<Problem> problems() {
    newProblems();
    if (problems.isEmpty()) {
      entries();
      addresses();
      claims();
    }
    return problems;
  }

  private void newProblems() {
    Map<String, Integer> known = new HashMap<>();
    before.problems().forEach(problem -> known.merge(key(problem, moved(problem.place().file())), 1, Integer::sum));
    for (Problem problem : after.problems()) {
      int left = known.merge(key(problem, problem.place().file()), -1, Integer::sum);
      if (left < 0) {
        problems.add(problem);
      }
    }
    if (!problems.isEmpty()) {
      problems.add(NoteMove.refused(problems.getFirst().place().file(), "nothing was moved, because the site would have this problem afterwards", "correct it first, or choose another name"));
    }
  }

  private String moved(String file) {
    for (Map.Entry<SourceId, SourceId> move : plan.files().entrySet()) {
      if (file.endsWith(move.getKey().value())) {
        return file.substring(0, file.length() - move.getKey().value().length()) + move.getValue();
      }
    }
    return file;
  }

  private static String key(Problem problem, String file) {
    return problem.severity() + " " + problem.code() + " " + file;
  }

  private void entries() {
    Catalog was = before.model().catalog();
    Catalog is = after.model().catalog();
    Destinations old = new Destinations(was);
    Destinations now = new Destinations(is);
    for (Entry entry : was.entries()) {
      Entry moved = is.entry(plan.now(entry.source())).orElse(null);
      if (moved == null) {
        different(entry, "would be no page of the site any more");
      } else if (!moved.feedId().equals(entry.feedId())) {
        different(entry, "would have another feed id");
      } else if (!old.of(entry, plan::now).equals(now.of(moved, id -> id))) {
        different(entry, "would lead somewhere else than it does, and cannot be rewritten");
      }
    }
  }

  private void different(Entry entry, String what) {
    problems.add(NoteMove.refused(entry.note().file(), "nothing was moved, because '" + entry.note().file() + "' " + what, "change that note by hand first"));
  }

  private void addresses() {
    Set<SitePath> answered = new HashSet<>(after.model().catalog().redirects().keySet());
    after.entries().forEach(entry -> answered.add(entry.address()));
    before.entries().stream()
        .filter(entry -> !entry.note().head().draft() && !answered.contains(entry.address()))
        .forEach(entry -> different(entry, "would not be found at " + entry.address() + " any more"));
  }

  private void claims() {
    int was = before.model().ledger().claims().size();
    int is = after.model().ledger().claims().size();
    if (was != is) {
      problems.add(
          NoteMove.refused("", "nothing was moved, because the ledger would have " + is + " claims instead of " + was, "two notes would share a slug: give one of them another"));
    }
  }
}
