package dev.assay.claim;

import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which checkpoints a `{checkpoints}` directive shows.
///
/// @param of    whose; when it is not said, a hub shows those of its notes, and any other note its own
/// @param all   whether those of which something has come are shown too
/// @param limit how many at most
public record CheckpointQuery(Optional<Of> of, boolean all, int limit) {
  private static final int MOST = 1000;

  /// Whose checkpoints.
  public enum Of {
    NOTE,
    HUB,
    SITE
  }

  /// A query and what is wrong with it.
  public record Reading(CheckpointQuery query, List<Problem> problems) {}

  /// Reads the body of a directive. Its `items`, checkpoints of its own, are read elsewhere.
  public static Reading read(Value.Mapping body) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Of> whose = new TreeMap<>();
    for (Of of : Of.values()) {
      whose.put(of.name().toLowerCase(Locale.ROOT), of);
    }
    Optional<Of> of = choice(body, "of", whose, problems);
    Optional<Boolean> all = choice(body, "show", new TreeMap<>(Map.of("open", false, "all", true)), problems);
    int limit = limit(body, problems);
    List<String> known = List.of("items", "of", "show", "limit");
    for (Value.Entry entry : body.entries()) {
      if (!known.contains(entry.key())) {
        problems.add(problem(Code.UNKNOWN_KEY, entry.keyPlace(), "'checkpoints' has no option '" + entry.key() + "'", Nearest.hint(entry.key(), known)));
      }
    }
    return new Reading(new CheckpointQuery(of, all.orElse(true), limit), problems);
  }

  private static <T> Optional<T> choice(Value.Mapping body, String key, Map<String, T> words, List<Problem> problems) {
    Optional<Value> value = body.get(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String word = value.get() instanceof Value.Scalar scalar ? scalar.text() : "";
    Optional<T> chosen = Optional.ofNullable(words.get(word));
    if (chosen.isEmpty()) {
      problems.add(problem(Code.WRONG_TYPE, value.get().place(), "'" + key + "' should be one of " + String.join(", ", words.keySet()), Nearest.to(word, words.keySet()).map(near -> "did you mean '" + near + "'?").orElse("")));
    }
    return chosen;
  }

  private static int limit(Value.Mapping body, List<Problem> problems) {
    Optional<Value> value = body.get("limit");
    if (value.isEmpty()) {
      return MOST;
    }
    if (value.get() instanceof Value.Scalar scalar && scalar.text().matches("[1-9]\\d{0,2}")) {
      return Integer.parseInt(scalar.text());
    }
    problems.add(problem(Code.WRONG_TYPE, value.get().place(), "'limit' should be a whole number from 1 to 999", ""));
    return MOST;
  }

  private static Problem problem(Code code, dev.assay.problem.Place place, String message, String hint) {
    return new Problem(Severity.ERROR, code, place, message, "", hint);
  }
}
