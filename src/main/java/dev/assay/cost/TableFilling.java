package dev.assay.cost;

import dev.assay.cost.FigureTable.Cell;
import dev.assay.cost.FigureTable.Column;
import dev.assay.cost.FigureTable.Row;
import dev.assay.cost.core.Metric;
import dev.assay.note.Located;
import dev.assay.problem.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fills one cost table.
final class TableFilling {
  private final CostTableOptions options;
  private final FigureBook book;
  private final Fields fields;

  TableFilling(CostTableOptions options, FigureBook book, Fields fields) {
    this.options = options;
    this.book = book;
    this.fields = fields;
  }

  Read<FigureTable> fill() {
    List<Figures> rows = new ArrayList<>();
    if (options.scenarios().isEmpty()) {
      book.scenarios().names().forEach(name -> book.figures(name).ifPresent(rows::add));
    } else {
      options.scenarios().forEach(name -> find(name).ifPresent(rows::add));
    }
    if (rows.isEmpty() && fields.count() == 0 && book.scenarios().refused().isEmpty()) {
      fields.refuse(Code.UNKNOWN_SCENARIO, options.place(), "there is no scenario to show",
          "define one under 'scenarios:' in the front matter");
    }
    Optional<Figures> baseline = options.baseline().flatMap(this::find);
    List<Column> columns =
        options.columns().stream().map(m -> new Column(m.key(), m.label(), m.unit().symbol())).toList();
    List<Row> filled = rows.stream().map(figures -> row(figures, baseline)).toList();
    return new Read<>(
        new FigureTable(options.caption(), columns, filled, baseline.map(b -> b.scenario().name()), notes(rows)),
        fields.problems());
  }

  private Optional<Figures> find(Located<String> name) {
    Optional<Figures> figures = book.figures(name.value());
    if (figures.isEmpty() && !book.scenarios().refused().contains(name.value())) {
      fields.refuse(Code.UNKNOWN_SCENARIO, name.place(), "there is no scenario '" + name.value() + "'",
          book.scenarioHint(name.value()));
    }
    return figures;
  }

  private Row row(Figures figures, Optional<Figures> baseline) {
    Scenario scenario = figures.scenario();
    String description = Descriptions.of(scenario);
    List<Cell> cells = new ArrayList<>();
    for (Metric metric : options.columns()) {
      Figure figure = figures.get(metric.key()).orElseThrow();
      cells.add(new Cell(figure, baseline.flatMap(base -> toBaseline(figure, base, metric))));
    }
    return new Row(scenario.name(), description, cells);
  }

  private static Optional<Double> toBaseline(Figure figure, Figures baseline, Metric metric) {
    if (baseline.scenario().name().equals(figure.scenario())) {
      return Optional.empty();
    }
    Optional<Estimate> base = baseline.get(metric.key()).flatMap(Figure::estimate).filter(b -> b.value() != 0);
    return base.flatMap(b -> figure.estimate().map(f -> f.value() / b.value()));
  }

  /// What all scenarios assumed is said once, what some assumed with their names.
  private static List<String> notes(List<Figures> rows) {
    Map<String, List<String>> byAssumption = new LinkedHashMap<>();
    for (Figures figures : rows) {
      for (String assumption : figures.assumptions()) {
        byAssumption.computeIfAbsent(assumption, _ -> new ArrayList<>()).add(figures.scenario().name());
      }
    }
    List<String> notes = new ArrayList<>();
    byAssumption.forEach(
        (assumption, names) ->
            notes.add(names.size() == rows.size() ? assumption : String.join(", ", names) + ": " + assumption));
    return notes;
  }
}
