package dev.assay.export;

import dev.assay.cost.Batch;
import dev.assay.cost.Derivation;
import dev.assay.cost.Estimate;
import dev.assay.cost.Figure;
import dev.assay.cost.Figures;
import dev.assay.cost.data.Input;
import dev.assay.cost.unit.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The figures of one scenario as `/cost/<note>/<scenario>.json`.
///
/// A derivation names what a figure was made from: other figures of the same file, and inputs of the list at its end.
/// So the whole tree is there without anything being said twice.
public final class FigureJson {
  private FigureJson() {}

  /// One file with every figure and every input of a scenario.
  public static byte[] write(Figures figures) {
    Map<String, Input> inputs = new LinkedHashMap<>();
    figures.byKey().values().forEach(figure -> collect(figure.derivation(), inputs));
    return JsonFile.of(
        json ->
            json.text("scenario", figures.scenario().name())
                .text("hardware", figures.scenario().hardware().id())
                .text("model", figures.scenario().model().id())
                .text("engine", figures.scenario().engine())
                .texts("assumptions", figures.assumptions())
                .lines("figures", List.copyOf(figures.byKey().values()), FigureJson::figure)
                .lines("inputs", List.copyOf(inputs.entrySet()), (out, entry) -> input(out, entry.getKey(), entry.getValue())));
  }

  /// Results of a batch, in their order.
  public static byte[] batch(List<Batch.Result> results) {
    return JsonFile.of(
        json ->
            json.lines(
                "results",
                results,
                (out, result) -> {
                  out.text("id", result.id()).text("metric", result.metric());
                  estimate(out, result.estimate());
                  out.text("unit", result.unit()).text("problem", result.problem());
                }));
  }

  private static void figure(JsonFile json, Figure figure) {
    json.text("name", figure.name()).text("figure", figure.key()).text("label", figure.label());
    estimate(json, figure.estimate());
    json.text("unit", figure.unit().symbol()).text("kind", figure.kind().word()).texts("blockers", figure.blockers());
    json.object("derivation", out -> derivation(out, figure.derivation()));
  }

  private static void estimate(JsonFile json, Optional<Estimate> estimate) {
    json.decimal("value", estimate.map(Estimate::value))
        .decimal("p10", estimate.map(Estimate::p10))
        .decimal("p50", estimate.map(Estimate::p50))
        .decimal("p90", estimate.map(Estimate::p90));
  }

  private static void derivation(JsonFile json, Derivation derivation) {
    switch (derivation) {
      case Derivation.Step step ->
          json.text("formula", step.formula())
              .texts("figures", names(step, Derivation.Step.class))
              .texts("inputs", names(step, Derivation.Leaf.class));
      case Derivation.Leaf leaf -> json.texts("inputs", List.of(leaf.name()));
    }
  }

  private static List<String> names(Derivation.Step step, Class<? extends Derivation> kind) {
    return step.parts().stream().filter(kind::isInstance).map(Derivation::name).distinct().toList();
  }

  private static void input(JsonFile json, String name, Input input) {
    json.text("name", name).text("stands_for", input.name());
    json.decimal("low", input.range().map(Range::low))
        .decimal("typical", input.range().map(Range::typical))
        .decimal("high", input.range().map(Range::high));
    json.text("unit", input.unit().symbol()).text("kind", input.kind().word()).text("source", input.source());
  }

  /// The leaves right below; every step below is a figure of its own.
  private static void collect(Derivation derivation, Map<String, Input> inputs) {
    if (derivation instanceof Derivation.Step step) {
      for (Derivation part : step.parts()) {
        if (part instanceof Derivation.Leaf leaf) {
          inputs.putIfAbsent(leaf.name(), leaf.input());
        }
      }
    }
  }
}
