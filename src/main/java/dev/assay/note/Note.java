package dev.assay.note;

import dev.assay.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One Markdown file, read: everything that can be known from its own text and the parsing options.
///
/// @param source     where it lies under `content/`
/// @param file       its path as problems show it, from the site's root: `content/post/x.md`, or `x.md` in a folder
///                   that is its own content
/// @param digest     names the bytes of its file; what the parsing options made of them shows in its body
/// @param head       its front matter
/// @param body       its rendered text, with holes
/// @param headings   in order; a first-level heading that served as the title is not among them
/// @param textTitle  the title taken from a first-level heading at the top; empty when there is none
/// @param anchors    every id on the page that a link may lead to: headings, claims, footnotes, attributes
/// @param links      every link and image, in order
/// @param claims     in order
/// @param checkpoints the rows of its tables of checkpoints, in order
/// @param misses     what looks like a claim's tag and is none, in order
/// @param entityRows the rows of its tables that are about an entity, in order
/// @param mentions   the entities that its running text names, in the order in which it does so first
/// @param directives in order
/// @param roles      in order
/// @param tables     names the content of each table of its body
/// @param summary    inline pieces of the first paragraph of prose, cut at a word; empty when there is no prose
/// @param topics     the words that its text uses most, sorted
/// @param words      words of prose; for Korean, Chinese and Japanese see `minutes`
/// @param minutes    reading time, at least 1; counts scripts without spaces by characters
/// @param problems   what is wrong with its head and text
public record Note(
    SourceId source,
    String file,
    Digest digest,
    FrontMatter head,
    Body body,
    List<Heading> headings,
    String textTitle,
    Set<String> anchors,
    List<Link> links,
    List<ClaimDraft> claims,
    List<CheckpointDraft> checkpoints,
    List<NearMiss> misses,
    List<EntityRow> entityRows,
    List<Mention> mentions,
    List<Directive> directives,
    List<Role> roles,
    List<Digest> tables,
    List<Piece> summary,
    List<String> topics,
    int words,
    int minutes,
    List<Problem> problems) {
  private static final Digest NO_DIGEST = new Digest(0, 0);
  private static final Body NO_BODY = new Body.Held(NO_DIGEST, List.of());

  public Note {
    headings = LateItems.held(headings);
    links = LateItems.held(links);
    claims = LateItems.held(claims);
    checkpoints = LateItems.held(checkpoints);
    misses = LateItems.held(misses);
    entityRows = LateItems.held(entityRows);
    mentions = LateItems.held(mentions);
    directives = LateItems.held(directives);
    roles = LateItems.held(roles);
    tables = LateItems.held(tables);
    summary = LateItems.held(summary);
    topics = List.copyOf(topics);
    problems = List.copyOf(problems);
  }

  /// What of a note may lie in a cache instead of in memory.
  ///
  /// @param headings those of the note
  /// @param anchors  those of the note
  /// @param claims   the texts of its claims
  /// @param summary  that of the note
  public record Elsewhere(Body body, List<Heading> headings, Set<String> anchors, List<? extends ClaimDraft.Text> claims, List<Piece> summary) {}

  /// The same note with its body somewhere else.
  public Note with(Body other) {
    return new Note(
        source, file, digest, head, other, headings, textTitle, anchors, links, claims, checkpoints, misses, entityRows,
        mentions, directives, roles, tables, summary, topics, words,
        minutes, problems);
  }

  /// The same note with much of it somewhere else: in a cache instead of in memory. Its topics are words that many notes
  /// share, so they are kept once for all of them.
  public Note with(Elsewhere other) {
    List<ClaimDraft> late = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      late.add(claims.get(i).with(other.claims().get(i)));
    }
    return new Note(
        source, file, digest, head, other.body(), other.headings(), textTitle, other.anchors(), links, late, checkpoints, misses, entityRows,
        mentions, directives, roles, tables, other.summary(), topics.stream().map(String::intern).toList(), words,
        minutes, problems);
  }

  /// The same note as the rest of the site sees it: without what shows on its own page and in feeds that carry its text,
  /// and nowhere else. Where something stands in its file shows nowhere at all: of headings and directives the lines are taken
  /// out, places are left in for whoever compares.
  public Note outside() {
    return new Note(
        source, file, NO_DIGEST, head, NO_BODY, headings.stream().map(heading -> heading.onLine(1)).toList(), textTitle,
        anchors, links, claims, checkpoints, misses, entityRows,
        mentions, directives.stream().map(directive -> directive.onLine(1)).toList(), roles, tables.stream().map(_ -> NO_DIGEST).toList(), summary, topics, 0,
        minutes, List.of());
  }

  /// The same note under another path, as if its file had been moved.
  public Note at(SourceId path, String shown) {
    return new Note(
        path, shown, digest, head, body, headings, textTitle, anchors, links, claims, checkpoints, misses, entityRows,
        mentions, directives, roles, tables, summary, topics, words,
        minutes, problems);
  }
}
