package dev.assay.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.core.Evaluation;
import dev.assay.cost.core.Formula;
import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.core.Shape;
import dev.assay.cost.data.Catalog;
import dev.assay.testing.Golden;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The formulas that people read against the arithmetic that runs.
class FormulasTest {
  static Stream<Scenario> scenarios() {
    return Stream.of(
        CostModelTest.scenario("hardware", "h100-sxm", "model", "llama-3.1-70b", "tp", 4, "concurrency", 64),
        CostModelTest.scenario("hardware", "h200", "model", "deepseek-v3", "tp", 8, "ep", 8, "money", "own"),
        CostModelTest.scenario("hardware", "b200", "model", "deepseek-v3", "dp", 8, "ep", 8, "tp", 1, "cache_hit", 0.5,
            "money", "colocation", "concurrency", 512, "overlap", 0.3),
        CostModelTest.scenario("hardware", "b200", "model", "gpt-oss-120b", "concurrency", 32, "engine", "vllm", "money", "own"));
  }

  /// What people read below a figure, for the ways to serve: the formula in words, the levers it uses itself, and what it is made from.
  @Test
  void theFormulasReadAsTheyDidWhereNobodyMeantToChangeThem() {
    Map<String, Scenario> ways = new LinkedHashMap<>();
    ways.put("one dense model, rented", CostModelTest.scenario("hardware", "h100-sxm", "model", "llama-3.1-70b", "tp", 4));
    ways.put("one accelerator, with windows", CostModelTest.scenario("hardware", "h200", "model", "gpt-oss-20b", "money", "own"));
    ways.put(
        "experts over eight groups, drafts and cache outside",
        CostModelTest.scenario("hardware", "b200", "model", "deepseek-v3", "dp", 8, "ep", 8, "tp", 1, "money", "colocation", "draft_tokens", 3, "hit_ssd", 0.4, "hit_host", 0.2));
    ways.put(
        "experts, inputs read by a pool of their own",
        CostModelTest.scenario("hardware", "h200", "model", "deepseek-v3", "tp", 1, "dp", 16, "ep", 16, "serving", "disaggregated", "prefill_tp", 8, "prefill_dp", 1, "prefill_ep", 8));
    StringBuilder text = new StringBuilder();
    ways.forEach(
        (name, scenario) -> {
          text.append("== ").append(name).append('\n');
          Shape shape = Operating.of(scenario, Catalog.shipped()).shape();
          for (Metric metric : Metric.values()) {
            Formula formula = Formula.of(metric, shape);
            text.append(metric.key()).append(" = ").append(formula.text()).append(formula.shape() ? " | sizes" : " |");
            formula.levers().forEach(lever -> text.append(' ').append(lever.key()));
            text.append(" |");
            formula.metrics().forEach(part -> text.append(' ').append(part.key()));
            text.append('\n');
          }
        });
    Golden.check("cost/formulas.txt", text.toString());
  }

  private static Set<Lever> named(Metric metric, Shape shape) {
    Formula formula = Formula.of(metric, shape);
    EnumSet<Lever> levers = EnumSet.noneOf(Lever.class);
    levers.addAll(formula.levers());
    formula.metrics().forEach(part -> levers.addAll(named(part, shape)));
    return levers;
  }

  private static double[] run(Shape shape, double[] x) {
    double[] y = new double[Metric.COUNT];
    Evaluation.run(shape, x, y);
    return y;
  }

  private static double[] point(Scenario scenario) {
    double[] x = Operating.of(scenario, Catalog.shipped()).typical();
    // A price that nobody publishes would hide every dependence behind NaN.
    x[Lever.PRICE.index()] = Double.isNaN(x[Lever.PRICE.index()]) ? 30_000 : x[Lever.PRICE.index()];
    return x;
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyLeverThatMovesAMetricIsAmongItsInputs(Scenario scenario) {
    Shape shape = Operating.of(scenario, Catalog.shipped()).shape();
    double[] x = point(scenario);
    double[] before = run(shape, x);
    Set<String> unnamed = new TreeSet<>();
    for (Lever lever : Lever.values()) {
      for (double factor : new double[] {0.5, 0.97, 1.03, 1.5}) {
        double[] moved = x.clone();
        double value = x[lever.index()] == 0 ? 0.1 * factor : x[lever.index()] * factor;
        moved[lever.index()] = Math.clamp(value, lever.least(), lever.most());
        double[] after = run(shape, moved);
        for (Metric metric : Metric.values()) {
          boolean changed = Double.compare(before[metric.index()], after[metric.index()]) != 0;
          if (changed && !named(metric, shape).contains(lever)) {
            unnamed.add(metric + " moves with " + lever);
          }
        }
      }
    }
    assertEquals(Set.of(), unnamed);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void anUnknownLeverMakesUnknownOnlyWhatNamesIt(Scenario scenario) {
    Shape shape = Operating.of(scenario, Catalog.shipped()).shape();
    for (Lever lever : Lever.values()) {
      double[] x = point(scenario);
      x[lever.index()] = Double.NaN;
      double[] y = run(shape, x);
      for (Metric metric : Metric.values()) {
        assertTrue(!Double.isNaN(y[metric.index()]) || named(metric, shape).contains(lever), metric + " and " + lever);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void moreOfAGoodThingIsNeverSlower(Scenario scenario) {
    Shape shape = Operating.of(scenario, Catalog.shipped()).shape();
    double[] x = point(scenario);
    double before = run(shape, x)[Metric.OUTPUT_TOKENS_PER_SECOND.index()];
    List<Lever> good =
        List.of(Lever.BANDWIDTH, Lever.PEAK, Lever.EXPERTS_PEAK, Lever.ATTENTION_PEAK, Lever.LINK, Lever.GEMM_COMPUTE,
            Lever.GEMM_MEMORY, Lever.ATTENTION_MEMORY, Lever.PREFILL_SHARE);
    for (Lever lever : good) {
      double[] more = x.clone();
      more[lever.index()] *= 1.2;
      assertTrue(run(shape, more)[Metric.OUTPUT_TOKENS_PER_SECOND.index()] >= before, lever.key());
    }
    double[] cached = x.clone();
    cached[Lever.CACHE_HIT.index()] = 0.9;
    assertTrue(run(shape, cached)[Metric.USD_PER_MILLION_TOKENS.index()] < run(shape, x)[Metric.USD_PER_MILLION_TOKENS.index()]);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theCostsOfInputAndOutputAddUpToAllCosts(Scenario scenario) {
    Shape shape = Operating.of(scenario, Catalog.shipped()).shape();
    double[] x = point(scenario);
    double[] y = run(shape, x);
    double input = x[Lever.INPUT_TOKENS.index()];
    double output = x[Lever.OUTPUT_TOKENS.index()];
    double parts =
        input * y[Metric.USD_PER_MILLION_INPUT_TOKENS_PREFILL.index()] + output * y[Metric.USD_PER_MILLION_OUTPUT_TOKENS_DECODE.index()];
    double whole = (input + output) * y[Metric.USD_PER_MILLION_TOKENS.index()];
    assertEquals(whole, parts, whole * 1e-9);
    assertEquals(whole, output * y[Metric.USD_PER_MILLION_OUTPUT_TOKENS.index()], whole * 1e-9);
    double step = y[Metric.STEP_TIME.index()];
    double sum =
        Stream.of(Metric.DENSE_TIME, Metric.EXPERTS_TIME, Metric.ATTENTION_TIME, Metric.COMMUNICATION_TIME, Metric.OVERHEAD_TIME)
            .mapToDouble(metric -> y[metric.index()])
            .sum();
    assertEquals(step, sum, step * 1e-12);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theEvaluationLeavesItsInputsAlone(Scenario scenario) {
    Shape shape = Operating.of(scenario, Catalog.shipped()).shape();
    double[] x = point(scenario);
    double[] kept = x.clone();
    run(shape, x);
    assertTrue(Arrays.equals(kept, x));
  }
}
