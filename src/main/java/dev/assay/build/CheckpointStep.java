package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.claim.CheckpointQuery;
import dev.assay.frontmatter.DirectiveReader;
import dev.assay.frontmatter.ParsedMapping;
import dev.assay.note.Directive;
import dev.assay.note.SourceId;
import dev.assay.note.Value;
import dev.assay.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads the `{checkpoints}` directives of notes.
final class CheckpointStep {
  /// The directive's name.
  static final String NAME = "checkpoints";

  private CheckpointStep() {}

  /// What the directives hold and show, by their index; notes without any are not in it.
  record Result(
      Map<SourceId, Map<Integer, Value.Mapping>> bodies, Map<SourceId, Map<Integer, CheckpointQuery>> queries, List<Problem> problems) {}

  static Result of(List<Entry> entries) {
    Map<SourceId, Map<Integer, Value.Mapping>> bodies = new HashMap<>();
    Map<SourceId, Map<Integer, CheckpointQuery>> queries = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Entry entry : entries) {
      List<Directive> directives = entry.note().directives();
      for (int i = 0; i < directives.size(); i++) {
        if (directives.get(i).name().equals(NAME)) {
          ParsedMapping parsed = DirectiveReader.read(directives.get(i));
          problems.addAll(parsed.problems());
          CheckpointQuery.Reading query = CheckpointQuery.read(parsed.mapping());
          problems.addAll(query.problems());
          bodies.computeIfAbsent(entry.source(), _ -> new TreeMap<>()).put(i, parsed.mapping());
          queries.computeIfAbsent(entry.source(), _ -> new TreeMap<>()).put(i, query.query());
        }
      }
    }
    return new Result(bodies, queries, problems);
  }
}
