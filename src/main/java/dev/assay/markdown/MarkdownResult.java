package dev.assay.markdown;

import dev.assay.note.Body;
import dev.assay.note.CheckpointDraft;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Directive;
import dev.assay.note.EntityRow;
import dev.assay.note.Heading;
import dev.assay.note.Link;
import dev.assay.note.NearMiss;
import dev.assay.note.Piece;
import dev.assay.note.Role;
import dev.assay.problem.Problem;
import java.util.List;
import java.util.Set;

/// What a text says: the parts of a [dev.assay.note.Note] that come from its text; see there for what each is.
///
/// @param claimEnds where each claim's own text ends in the file, its options not counted: there a name may be put;
///                for a directive, behind its own name
/// @param refused whether the text was refused: then the body shows it as preformatted text, the lists are empty,
///                and an error among the problems says where and why
public record MarkdownResult(
    Body body,
    List<Heading> headings,
    String textTitle,
    Set<String> anchors,
    List<Link> links,
    List<ClaimDraft> claims,
    List<CheckpointDraft> checkpoints,
    List<NearMiss> misses,
    List<Integer> claimEnds,
    List<EntityRow> entityRows,
    List<Directive> directives,
    List<Role> roles,
    List<List<List<String>>> tables,
    List<Piece> summary,
    List<String> topics,
    int words,
    int minutes,
    boolean refused,
    List<Problem> problems) {
  public MarkdownResult {
    headings = List.copyOf(headings);
    anchors = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(anchors));
    links = List.copyOf(links);
    claims = List.copyOf(claims);
    checkpoints = List.copyOf(checkpoints);
    misses = List.copyOf(misses);
    claimEnds = List.copyOf(claimEnds);
    entityRows = List.copyOf(entityRows);
    directives = List.copyOf(directives);
    roles = List.copyOf(roles);
    tables = List.copyOf(tables);
    summary = List.copyOf(summary);
    topics = List.copyOf(topics);
    problems = List.copyOf(problems);
  }
}
