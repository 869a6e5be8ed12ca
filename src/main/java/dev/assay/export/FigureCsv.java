package dev.assay.export;

import dev.assay.cost.Batch;
import dev.assay.cost.Estimate;
import dev.assay.cost.Figure;
import dev.assay.cost.Figures;
import dev.assay.cost.unit.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Figures as a table: `/cost/<note>/<scenario>.csv`, and the results of a batch. Numbers are in full; what is unknown
/// is blank.
public final class FigureCsv {
  private static final List<String> COLUMNS =
      List.of("scenario", "figure", "value", "p10", "p50", "p90", "unit", "kind", "blockers", "formula");
  private static final List<String> BATCH_COLUMNS = List.of("id", "metric", "p10", "p50", "p90", "unit", "problem");

  private FigureCsv() {}

  /// One row for every figure of a scenario.
  public static byte[] write(Figures figures) {
    Csv csv = Csv.of(COLUMNS);
    for (Figure figure : figures.byKey().values()) {
      Optional<Estimate> estimate = figure.estimate();
      csv.row(
          List.of(
              figure.scenario(),
              figure.key(),
              number(estimate, Estimate::value),
              number(estimate, Estimate::p10),
              number(estimate, Estimate::p50),
              number(estimate, Estimate::p90),
              figure.unit().symbol(),
              figure.kind().word(),
              String.join("; ", figure.blockers()),
              figure.formula()));
    }
    return csv.bytes();
  }

  /// One row for every result of a batch, in their order.
  public static byte[] batch(List<Batch.Result> results) {
    Csv csv = Csv.of(BATCH_COLUMNS);
    for (Batch.Result result : results) {
      csv.row(
          List.of(
              result.id(),
              result.metric(),
              number(result.estimate(), Estimate::p10),
              number(result.estimate(), Estimate::p50),
              number(result.estimate(), Estimate::p90),
              result.unit(),
              result.problem()));
    }
    return csv.bytes();
  }

  private static String number(Optional<Estimate> estimate, ToDoubleFunction<Estimate> part) {
    return estimate.map(known -> Numbers.shortest(part.applyAsDouble(known))).orElse("");
  }
}
