package dev.assay.build;

import dev.assay.note.Kind;
import dev.assay.problem.Problem;
import java.util.List;
import java.util.Map;

/// What a build did.
///
/// @param pages    pages of the site, redirects not counted
/// @param notes    notes that are published
/// @param leftOut  drafts and notes of another day
/// @param claims   claims by kind; every kind is a key
/// @param figures  computed figures on all pages
/// @param feeds    feeds
/// @param parsed   notes that were parsed, not taken from the cache
/// @param written  files written
/// @param reused   files that stayed as they were
/// @param removed  files deleted
/// @param bytes    size of the written files
/// @param problems all that is wrong, by place
public record BuildReport(
    int pages,
    int notes,
    int leftOut,
    Map<Kind, Integer> claims,
    int figures,
    int feeds,
    int parsed,
    int written,
    int reused,
    int removed,
    long bytes,
    List<Problem> problems) {
  public BuildReport {
    problems = List.copyOf(problems);
  }

  /// True when the site was written.
  public boolean succeeded() {
    return problems.stream().noneMatch(Problem::isError);
  }

  /// The same with other words.
  BuildReport telling(List<Problem> others) {
    return new BuildReport(pages, notes, leftOut, claims, figures, feeds, parsed, written, reused, removed, bytes, others);
  }
}
