package dev.assay.frontmatter;

import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is wrong with the values of one mapping, and of those inside it: one list, with the names of keys as a writer sees them.
///
/// @param within where the mapping stands: `feeds`; empty for the outermost
record FieldFaults(Excerpts excerpts, List<Problem> problems, String within) {
  /// How many problems of one mapping are told. Nobody reads more, and a broken file may have a hundred thousand.
  static final int MOST = 100;

  static FieldFaults of(Excerpts excerpts) {
    return new FieldFaults(excerpts, new ArrayList<>(), "");
  }

  /// Those of a mapping inside this one.
  FieldFaults in(String inner) {
    return new FieldFaults(excerpts, problems, name(inner));
  }

  /// A key with the names of the mappings around it.
  String name(String key) {
    return within.isEmpty() ? Found.cut(key) : within + "." + Found.cut(key);
  }

  /// A value of the wrong type.
  void wrong(String key, Value value, String expected, String hint) {
    add(Code.WRONG_TYPE, value.place(), "'" + name(key) + "' should be " + expected + ", but is " + Found.words(value), hint);
  }

  /// An item of the wrong type in a list.
  void wrongItem(String key, Value value, String expected, String hint) {
    add(Code.WRONG_TYPE, value.place(), "an item of '" + name(key) + "' should be " + expected + ", but is " + Found.words(value), hint);
  }

  /// A word that is none of a few.
  void wrongWord(String key, Value.Scalar scalar, Set<String> words) {
    wrong(key, scalar, "one of " + list(words), Nearest.to(scalar.text(), words).map(w -> "did you mean '" + w + "'?").orElse(""));
  }

  /// Something else than `true` or `false`.
  void wrongFlag(String key, Value value) {
    String meant = value instanceof Value.Scalar scalar ? meant(scalar.text()) : "";
    boolean quoted = value instanceof Value.Scalar scalar && scalar.quoted();
    wrong(key, value, "true or false", meant.isEmpty() ? "" : "write " + meant + (quoted ? ", without quotes" : ""));
  }

  private static String meant(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "y", "on", "true", "1" -> "true";
      case "no", "n", "off", "false", "0" -> "false";
      default -> "";
    };
  }

  /// Words as a sentence names them.
  static String list(Set<String> words) {
    return String.join(", ", new TreeSet<>(words));
  }

  /// Keys that nobody knows.
  ///
  /// @param instead what to do, by keys of other programs; under `""` what to do with a key that is like no other
  void unknown(Value.Mapping mapping, Set<String> known, Map<String, String> instead) {
    String where = within.isEmpty() ? "" : " in '" + within + "'";
    for (Value.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        add(Code.UNKNOWN_KEY, entry.keyPlace(), "the key '" + Found.cut(entry.key()) + "' is not known" + where, hint(entry.key(), known, instead));
      }
    }
  }

  private static String hint(String key, Set<String> known, Map<String, String> instead) {
    String nearest = Nearest.hint(key, known);
    String own = instead.getOrDefault("", "");
    return Optional.ofNullable(instead.get(key)).orElse(nearest.startsWith("known: ") && !own.isEmpty() ? own + "; " + nearest : nearest);
  }

  /// An error at a place in the same file.
  void add(Code code, Place place, String message, String hint) {
    if (problems.size() < MOST) {
      problems.add(new Problem(Severity.ERROR, code, place, message, excerpts.line(place.line()), hint));
    }
  }
}
