package dev.assay.chart.block;

import dev.assay.cost.FigureBook;
import dev.assay.cost.Scenario;
import dev.assay.frontmatter.Fields;
import dev.assay.note.Located;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Options that name scenarios.
final class Scenarios {
  private Scenarios() {}

  /// The scenario that an option names; without it the first one of the note.
  static Optional<Scenario> one(Fields fields, String key, FigureBook book) {
    Optional<Located<String>> word = fields.located(key);
    if (word.isPresent()) {
      return find(word.get(), fields, book);
    }
    Optional<Scenario> first = book.scenarios().byName().values().stream().findFirst();
    if (first.isEmpty() && book.scenarios().refused().isEmpty()) {
      fields.add(Code.UNKNOWN_SCENARIO, fields.mapping().place(), "there is no scenario to show", "define one under 'scenarios:' in the front matter");
    }
    return first;
  }

  /// The scenarios that an option names; without it all of the note.
  static List<Scenario> several(Fields fields, String key, FigureBook book) {
    List<Located<String>> words = fields.list(key);
    if (words.isEmpty()) {
      List<Scenario> all = List.copyOf(book.scenarios().byName().values());
      if (all.isEmpty()) {
        one(fields, key + "-none", book);
      }
      return all;
    }
    List<Scenario> found = new ArrayList<>();
    words.forEach(word -> find(word, fields, book).ifPresent(found::add));
    return found;
  }

  static Optional<Scenario> find(Located<String> word, Fields fields, FigureBook book) {
    Optional<Scenario> found = book.scenarios().get(word.value());
    if (found.isEmpty() && !book.scenarios().refused().contains(word.value())) {
      String hint =
          book.scenarios().names().isEmpty()
              ? "define it under 'scenarios:' in the front matter"
              : Nearest.hint(word.value(), book.scenarios().names());
      fields.add(Code.UNKNOWN_SCENARIO, word.place(), "there is no scenario '" + word.value() + "'", hint);
    }
    return found;
  }
}
