package dev.assay.cli;

import dev.assay.cost.Figure;
import dev.assay.cost.Figures;
import dev.assay.cost.Levers;
import dev.assay.cost.Margin;
import dev.assay.cost.Offer;
import dev.assay.cost.Search;
import dev.assay.cost.core.Metric;
import dev.assay.cost.unit.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  static void levers(PrintWriter out, Levers levers) {
    out.println(levers.figure().name() + " = " + text(levers.figure()));
    List<List<String>> lines = new ArrayList<>(List.of(List.of("lever", "layer", "value", "elasticity", "−10%", "+10%")));
    for (Levers.Effect effect : levers.effects()) {
      lines.add(
          List.of(effect.key(), word(effect.layer()), effect.text(), signed(effect.elasticity()), share(effect.lower()),
              share(effect.higher())));
    }
    Columns.print(out, lines);
    out.println();
    List<List<String>> layers = new ArrayList<>(List.of(List.of("layer", "at best", "at worst", "levers")));
    for (Levers.LayerEffect layer : levers.layers()) {
      layers.add(List.of(word(layer.layer()), share(layer.lowest()), share(layer.highest()), String.join(", ", layer.keys())));
    }
    Columns.print(out, layers);
    if (!levers.unknown().isEmpty()) {
      out.println("unknown: " + String.join(", ", levers.unknown()));
    }
    out.flush();
  }

  static void offers(PrintWriter out, List<Offer> offers) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of("layout", "requests", "TPOT ms", "TTFT ms", "tokens/s/user", "tokens/s/accelerator", "USD/M output", "J/token"));
    for (Offer offer : offers) {
      lines.add(
          List.of(offer.layout(), Numbers.three(offer.concurrency()), Numbers.three(offer.tpotMs()),
              Numbers.three(offer.ttftMs()), Numbers.three(offer.perUser()), Numbers.three(offer.perAccelerator()),
              known(offer.usdPerMillionOutput()), known(offer.joulesPerOutputToken())));
    }
    Columns.print(out, lines);
    out.flush();
  }

  static void search(PrintWriter out, Search search) {
    out.println(search.outcome());
    if (!search.cheapest().isEmpty()) {
      offers(out, search.cheapest());
    }
    out.flush();
  }

  static void margins(PrintWriter out, List<Margin> margins) {
    List<List<String>> lines =
        new ArrayList<>(List.of(List.of("provider", "model", "date", "list USD/M", "cost USD/M", "margin", "range")));
    for (Margin margin : margins) {
      lines.add(
          List.of(margin.price().provider(), margin.price().model(), margin.price().date(), Numbers.three(margin.revenue()),
              margin.cost().number(), text(margin.margin()), margin.margin().range()));
    }
    Columns.print(out, lines);
    out.flush();
  }

  private static String word(Enum<?> layer) {
    return layer.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String known(double value) {
    return Double.isFinite(value) ? Numbers.three(value) : "unknown";
  }

  private static String signed(double value) {
    return (value > 0 ? "+" : "") + Numbers.significant(value, 2);
  }

  private static String share(double change) {
    return signed(change * 100) + "%";
  }
}
