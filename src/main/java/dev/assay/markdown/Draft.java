package dev.assay.markdown;

import dev.assay.note.CheckpointDraft;
import dev.assay.note.Directive;
import dev.assay.note.EntityRow;
import dev.assay.note.Heading;
import dev.assay.note.Link;
import dev.assay.note.NearMiss;
import dev.assay.note.Role;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is found in a text while it is written out.
final class Draft {
  private static final int MOST_PROBLEMS = 200;

  private final SourceText source;
  private final List<Heading> headings = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<CheckpointDraft> checkpoints = new ArrayList<>();
  private final List<EntityRow> entityRows = new ArrayList<>();
  private final List<Directive> directives = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();
  private final List<List<List<String>>> tables = new ArrayList<>();
  private final List<NearMiss> misses = new ArrayList<>();
  private final Set<Integer> missed = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, int[]> often = new LinkedHashMap<>();
  private final Anchors anchors;
  private int wordless;
  private @Nullable Place firstWordless;

  Draft(SourceText source, Set<String> reserved) {
    this.source = source;
    this.anchors = new Anchors(reserved);
  }

  SourceText source() {
    return source;
  }

  Anchors anchors() {
    return anchors;
  }

  List<Heading> headings() {
    return headings;
  }

  List<Link> links() {
    return links;
  }

  List<CheckpointDraft> checkpoints() {
    return checkpoints;
  }

  List<EntityRow> entityRows() {
    return entityRows;
  }

  List<Directive> directives() {
    return directives;
  }

  List<Role> roles() {
    return roles;
  }

  List<List<List<String>>> tables() {
    return tables;
  }

  List<NearMiss> misses() {
    return misses;
  }

  List<Problem> problems() {
    tellWordless();
    often.forEach((what, count) -> {
      if (count[1] > 1 && count[0] < problems.size()) {
        Problem first = problems.get(count[0]);
        problems.set(count[0], new Problem(first.severity(), first.code(), first.place(), what + ", here and " + (count[1] - 1) + " more " + (count[1] == 2 ? "time" : "times"), first.excerpt(), first.hint()));
      }
    });
    often.clear();
    return problems;
  }

  /// The id of the section that is being written; empty before the first heading.
  String section() {
    return headings.isEmpty() ? "" : headings.getLast().id();
  }

  int add(Heading heading) {
    headings.add(heading);
    return headings.size() - 1;
  }

  /// Adds a link whose words and sentence are filled in when its block is finished.
  int add(String target, Link.Role role, Place place) {
    links.add(new Link(target, role, "", "", place));
    return links.size() - 1;
  }

  /// True for a link to an address of another host.
  boolean leadsOut(int link) {
    String target = links.get(link).target();
    return target.startsWith("https://") || target.startsWith("http://");
  }

  void describe(int link, String text, String sentence) {
    Link bare = links.get(link);
    links.set(link, new Link(bare.target(), bare.role(), text, sentence, bare.place()));
  }

  /// Keeps what is read in the cells of a table.
  int table(List<List<String>> cells) {
    tables.add(cells);
    return tables.size() - 1;
  }

  void add(CheckpointDraft checkpoint) {
    checkpoints.add(checkpoint);
  }

  void add(EntityRow row) {
    entityRows.add(row);
  }

  int add(Directive directive) {
    directives.add(directive);
    return directives.size() - 1;
  }

  int add(Role role) {
    roles.add(role);
    return roles.size() - 1;
  }

  /// Keeps what looks like a tag and is none; a text that is full of them is known by the first ones.
  void miss(String written, String why, String hint, boolean sure, int start, int end) {
    if (misses.size() < MOST_PROBLEMS && missed.add(start)) {
      Place place = source.place(start, end);
      misses.add(new NearMiss(written, why, hint, sure, place, source.line(place)));
    }
  }

  void problem(Problem problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }

  /// A picture without words for those who do not see it. An archive from elsewhere may have a thousand: each note tells it once.
  void wordless(int start, int end) {
    if (wordless++ == 0) {
      firstWordless = source.place(start, end);
    }
  }

  private void tellWordless() {
    Place first = firstWordless;
    if (first != null) {
      String what = wordless == 1 ? "this picture has no words for those who do not see it" : "this picture and " + (wordless - 1) + " more in this note have no words for those who do not see them";
      problems.add(
          new Problem(Severity.WARNING, Code.MISSING_ALT, first, what, source.line(first), "write what it shows, ![what it shows](…), or mark it as decoration: ![](…){.decorative}"));
      firstWordless = null;
    }
  }

  /// A part of raw HTML, or an address, that was left out.
  void removed(int start, int end, String what, String hint) {
    problem(source.warning(Code.UNSAFE_HTML, start, end, what, hint));
  }

  /// The same, for what whole tables of raw HTML repeat: it is told of once in a text, at its first place, with the count.
  void removedOften(int start, int end, String what, String hint) {
    int[] count = often.computeIfAbsent(what, _ -> new int[] {problems.size(), 0});
    if (count[1]++ == 0) {
      removed(start, end, what, hint);
    }
  }

  /// Something of a page that browsers do not do, since the site says so itself.
  void stopped(int start, int end, String what, String hint) {
    problem(source.warning(Code.POLICY, start, end, what, hint));
  }

  void unknownDirective(String name, int start, Set<String> known) {
    problem(
        source.error(
            Code.UNKNOWN_DIRECTIVE, start, start + name.length(), "no directive is called '" + name + "'",
            Nearest.hint(name, known)));
  }
}
