package dev.assay.cost;

import dev.assay.cost.core.Metric;
import dev.assay.note.Located;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The options of `{cost-table}`: which scenarios, which columns, compared with which.
///
/// @param scenarios empty for all scenarios of the note
/// @param columns   metrics
/// @param baseline  a scenario
/// @param caption   empty when not given
public record CostTableOptions(
    List<Located<String>> scenarios, List<Metric> columns, Optional<Located<String>> baseline, String caption, Place place) {
  private static final List<String> KEYS = List.of("scenarios", "columns", "baseline", "caption");

  /// What a table shows that does not say.
  public static final List<Metric> USUAL =
      List.of(Metric.OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR, Metric.TOKENS_PER_JOULE,
          Metric.USD_PER_MILLION_OUTPUT_TOKENS);

  public CostTableOptions {
    scenarios = List.copyOf(scenarios);
    columns = List.copyOf(columns);
  }

  /// Reads the directive's mapping.
  public static Read<CostTableOptions> read(Value.Mapping mapping, Excerpts excerpts) {
    Fields fields = new Fields(excerpts);
    fields.unknownKeys(mapping, KEYS, "a cost table");
    List<Located<String>> scenarios = mapping.get("scenarios").map(v -> words(v, "scenarios", fields)).orElse(List.of());
    List<Metric> columns = new ArrayList<>();
    for (Located<String> word : mapping.get("columns").map(v -> words(v, "columns", fields)).orElse(List.of())) {
      Optional<Metric> metric = Metric.of(word.value());
      metric.ifPresent(columns::add);
      if (metric.isEmpty()) {
        fields.refuse(Code.UNKNOWN_FIGURE, word.place(), "the model computes no '" + word.value() + "'",
            Nearest.hint(word.value(), Metric.keys()));
      }
    }
    Optional<Located<String>> baseline =
        mapping.get("baseline").flatMap(v -> fields.word(v, "baseline")).map(s -> new Located<>(s.text(), s.place()));
    String caption = mapping.get("caption").flatMap(v -> fields.word(v, "caption")).map(Value.Scalar::text).orElse("");
    CostTableOptions options =
        new CostTableOptions(scenarios, columns.isEmpty() ? USUAL : columns, baseline, caption, mapping.place());
    return new Read<>(options, fields.problems());
  }

  static List<Located<String>> words(Value value, String key, Fields fields) {
    List<Located<String>> words = new ArrayList<>();
    List<Value> items = value instanceof Value.Sequence sequence ? sequence.items() : List.of(value);
    for (Value item : items) {
      fields.word(item, key).ifPresent(scalar -> words.add(new Located<>(scalar.text(), scalar.place())));
    }
    return words;
  }

  /// Fills the table from a book of figures.
  public Read<FigureTable> fill(FigureBook book, Excerpts excerpts) {
    return new TableFilling(this, book, new Fields(excerpts)).fill();
  }
}
