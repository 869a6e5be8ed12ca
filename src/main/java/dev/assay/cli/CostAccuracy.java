package dev.assay.cli;

import dev.assay.cost.accuracy.Accuracy;
import dev.assay.cost.accuracy.Accuracy.ErrorClass;
import dev.assay.cost.unit.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// The model's errors as a table, a line for each class of measurements.
final class CostAccuracy {
  private static final List<String> HEAD =
      List.of("measured", "rows", "without", "median", "p90", "roofline", "80% holds", "noise", "new model", "new hardware");

  private CostAccuracy() {}

  static void print(PrintWriter out, Accuracy accuracy) {
    List<List<String>> lines = new ArrayList<>(List.of(HEAD));
    for (ErrorClass each : accuracy.classes()) {
      lines.add(
          List.of(
              each.key(), Integer.toString(each.count()), Integer.toString(each.unpredicted()), share(each.median()),
              share(each.p90()), share(each.roofline()), share(each.coverage()),
              each.noise().isPresent() ? share(each.noise().getAsDouble()) : "–", share(each.withoutModel()),
              share(each.withoutHardware())));
    }
    Columns.print(out, lines);
    out.println();
    out.println("median, p90, roofline: absolute error of the model, and of a roofline without any loss (median)");
    out.println("without: rows that the model cannot evaluate; noise: repeated runs of one configuration, half their spread");
    out.println("new model, new hardware: median error of calibrations that saw no row of that model or accelerator");
    out.flush();
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "–" : Numbers.three(value * 100) + "%";
  }
}
