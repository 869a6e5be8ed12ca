package dev.assay.build;

import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.source.Loaded;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives problems the line they are on, where the room that found them did not have the file's text at hand.
final class Excerpts {
  private final Map<String, SourceFile> files = new HashMap<>();
  private final Map<String, Optional<SourceText>> texts = new HashMap<>();
  private final SourceReader reader;

  Excerpts(Iterable<SourceFile> files, SourceReader reader) {
    files.forEach(file -> this.files.put(file.shown(), file));
    this.reader = reader;
  }

  List<Problem> fill(List<Problem> problems) {
    List<Problem> filled = new ArrayList<>();
    for (Problem problem : problems) {
      filled.add(problem.excerpt().isEmpty() && !isWholeFile(problem) ? fill(problem) : problem);
    }
    return filled;
  }

  private static boolean isWholeFile(Problem problem) {
    return problem.place().line() == 1 && problem.place().column() == 1 && problem.place().length() == 1;
  }

  private Problem fill(Problem problem) {
    Optional<SourceText> text = texts.computeIfAbsent(problem.place().file(), this::read);
    return text.filter(t -> problem.place().line() <= t.lines())
        .map(
            t ->
                new Problem(
                    problem.severity(), problem.code(), problem.place(), problem.message(),
                    t.line(problem.place().line()), problem.hint()))
        .orElse(problem);
  }

  private Optional<SourceText> read(String shown) {
    SourceFile file = files.get(shown);
    if (file == null) {
      return Optional.empty();
    }
    return switch (reader.text(file)) {
      case Loaded.Whole<SourceText> whole -> Optional.of(whole.content());
      // The problem is told without its line; that the file cannot be read any more is for the next build to say.
      case Loaded.Failed<SourceText> _ -> Optional.empty();
    };
  }
}
