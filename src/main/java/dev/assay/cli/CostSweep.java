package dev.assay.cli;

import dev.assay.cost.CostTableOptions;
import dev.assay.cost.Estimate;
import dev.assay.cost.Figure;
import dev.assay.cost.Figures;
import dev.assay.cost.core.Metric;
import dev.assay.cost.unit.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A sweep as a table: one line for each value, one column for each figure; as CSV with p10, p50 and p90 of each.
final class CostSweep {
  private CostSweep() {}

  /// The figures at one value, as it was typed.
  record Row(String value, Figures figures) {}

  static void print(PrintWriter out, String key, List<Row> rows, List<Metric> chosen, boolean csv) {
    List<Metric> metrics =
        chosen.isEmpty()
            ? Stream.concat(Stream.of(Metric.TPOT_MS, Metric.TTFT_MS), CostTableOptions.USUAL.stream()).toList()
            : chosen;
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(key));
    for (Metric metric : metrics) {
      head.addAll(csv ? List.of(metric.key() + "_p10", metric.key() + "_p50", metric.key() + "_p90") : List.of(metric.key()));
    }
    lines.add(head);
    for (Row row : rows) {
      List<String> line = new ArrayList<>(List.of(csv ? "\"" + row.value().replace("\"", "\"\"") + "\"" : row.value()));
      for (Metric metric : metrics) {
        Figure figure = row.figures().get(metric.key()).orElseThrow();
        line.addAll(csv ? range(figure) : List.of(figure.text().replace('\u00a0', ' ')));
      }
      lines.add(line);
    }
    if (csv) {
      lines.forEach(line -> out.println(String.join(",", line)));
    } else {
      Columns.print(out, lines);
    }
    out.flush();
  }

  private static List<String> range(Figure figure) {
    return figure.estimate().map(CostSweep::numbers).orElse(List.of("", "", ""));
  }

  private static List<String> numbers(Estimate estimate) {
    return List.of(Numbers.shortest(estimate.p10()), Numbers.shortest(estimate.p50()), Numbers.shortest(estimate.p90()));
  }
}
