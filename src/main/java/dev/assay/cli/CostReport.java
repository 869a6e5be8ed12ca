package dev.assay.cli;

import dev.assay.cost.Figure;
import dev.assay.cost.Figures;
import dev.assay.cost.core.Metric;
import java.io.PrintWriter;
import java.util.List;

/// Figures of one scenario as aligned lines.
final class CostReport {
  private static final List<Metric> EXPLAINED = List.of(Metric.USD_PER_MILLION_TOKENS, Metric.TOKENS_PER_JOULE);

  private CostReport() {}

  static void print(PrintWriter out, Figures figures, List<Metric> chosen, boolean explain) {
    List<Metric> metrics = chosen.isEmpty() ? List.of(Metric.values()) : chosen;
    if (explain) {
      for (Metric metric : chosen.isEmpty() ? EXPLAINED : chosen) {
        figure(figures, metric).derivation().lines().forEach(out::println);
        out.println();
      }
    } else {
      table(out, figures, metrics);
    }
    if (!figures.assumptions().isEmpty()) {
      out.println("assumed: " + String.join("; ", figures.assumptions()));
    }
    out.flush();
  }

  private static void table(PrintWriter out, Figures figures, List<Metric> metrics) {
    int names = metrics.stream().mapToInt(metric -> metric.key().length()).max().orElse(0);
    int numbers = metrics.stream().mapToInt(metric -> text(figure(figures, metric)).length()).max().orElse(0);
    int ranges = metrics.stream().mapToInt(metric -> figure(figures, metric).range().length()).max().orElse(0);
    for (Metric metric : metrics) {
      Figure figure = figure(figures, metric);
      String blocked = figure.blockers().isEmpty() ? "" : " by " + String.join(", ", figure.blockers());
      out.println(
          padded(metric.key(), names) + "  " + padded(text(figure), numbers) + "  " + padded(figure.range(), ranges) + "  "
              + figure.kind().word() + blocked);
    }
  }

  private static String text(Figure figure) {
    return figure.text().replace('\u00a0', ' ');
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static Figure figure(Figures figures, Metric metric) {
    return figures.get(metric.key()).orElseThrow();
  }
}
