package dev.assay.cost;

import dev.assay.cost.core.Evaluation;
import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.core.Shape;
import dev.assay.cost.data.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How many operating points the model computes in a second on one core, and how long the ranges of a page take.
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EvaluationBenchmark {
  private static final Catalog CATALOG = Catalog.shipped();

  private final Shape shape;
  private final double[] x;
  private final double[] y = new double[Metric.COUNT];
  private final CostModel model = new CostModel(CATALOG, 1000);
  private final List<Scenario> page = new ArrayList<>();
  private int turn;

  public EvaluationBenchmark() {
    Operating operating = Operating.of(scenario("deepseek-v3", 64), CATALOG);
    shape = operating.shape();
    x = operating.typical();
    for (int i = 0; i < 12; i++) {
      page.add(scenario(i % 2 == 0 ? "deepseek-v3" : "llama-3.1-70b", 8 << (i / 2)));
    }
  }

  private static Scenario scenario(String model, int concurrency) {
    Map<String, String> settings =
        Map.of("hardware", "b200", "model", model, "tp", "8", "concurrency", Integer.toString(concurrency));
    return Scenarios.single(CATALOG, settings).value().orElseThrow();
  }

  /// One operating point, DeepSeek-V3 on eight: every metric of prefill, decode, power and money, from inputs that change
  /// from call to call, so that nothing can be kept.
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  public double onePoint() {
    turn++;
    x[Lever.CONCURRENCY.index()] = 1 + (turn & 255);
    x[Lever.INPUT_TOKENS.index()] = 1000 + (turn & 1023);
    x[Lever.BANDWIDTH.index()] = 8e12 + turn;
    Evaluation.run(shape, x, y);
    return y[Metric.TPOT_MS.index()] + y[Metric.USD_PER_MILLION_TOKENS.index()];
  }

  /// Twelve scenarios with their ranges, a thousand samples each.
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public double aPageOfTwelve() {
    double sum = 0;
    for (Scenario scenario : page) {
      sum += model.estimates(scenario).get(Metric.TPOT_MS).p90();
    }
    return sum;
  }
}
