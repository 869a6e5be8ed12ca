package dev.assay.cost;

import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Format;
import dev.assay.cost.unit.Numbers;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks that a scenario's model and one of its requests fit in memory, and says what would.
final class Fit {
  private static final int MOST = 64;

  private final Catalog catalog;
  private final Fields fields;

  Fit(Catalog catalog, Fields fields) {
    this.catalog = catalog;
    this.fields = fields;
  }

  void check(Scenario scenario, Value.Mapping settings, Place place) {
    Trial trial = Trial.of(scenario, catalog).run();
    // What is unknown cannot be said not to fit; the figures that need it are blocked by its name.
    if (trial.value(Metric.BATCH_LIMIT) >= 1 || Double.isNaN(trial.value(Metric.BATCH_LIMIT))) {
      return;
    }
    int replica = scenario.deployment().replica();
    String each = Numbers.three(trial.value(Metric.WEIGHT_BYTES)) + " GB of weights";
    String memory = trial.operating().input(Lever.MEMORY).text();
    Place where =
        Stream.of("tp", "ep", "accelerators", "precision", "weights", "model").flatMap(key -> settings.get(key).stream())
            .findFirst().map(Value::place).orElse(place);
    fields.refuse(Code.SCENARIO, where,
        scenario.model().name() + " does not fit on " + (replica == 1 ? "one " : replica + " × ") + scenario.hardware().name()
            + ": " + each + " and a request on each, in " + memory,
        hint(scenario));
  }

  private String hint(Scenario scenario) {
    Deployment now = scenario.deployment();
    for (int tp = now.tp() * 2; tp <= MOST; tp *= 2) {
      boolean whole = scenario.model().heads() == 0 || scenario.model().heads() % tp == 0;
      Deployment more = new Deployment(tp * now.dp() * now.pp(), tp, now.pp(), now.ep() > 1 ? tp * now.dp() : 1, now.dp());
      if (whole && fits(scenario.with(more))) {
        return "it fits on " + more.replica() + " accelerators, with tp: " + tp + narrower(scenario);
      }
    }
    String format = narrower(scenario);
    return format.isEmpty() ? "shorten the requests, or use accelerators with more memory" : "it fits" + format.substring(4);
  }

  /// The widest format in which it would fit as it is laid out.
  private String narrower(Scenario scenario) {
    Optional<Format> format =
        Stream.of(Format.FP8, Format.FP4)
            .filter(each -> each.bytes() < scenario.precision().weights().bytes())
            .filter(each -> fits(scenario.with(Precision.of(each))))
            .findFirst();
    return format.map(each -> ", or with precision: " + each.word()).orElse("");
  }

  private boolean fits(Scenario scenario) {
    return Trial.of(scenario, catalog).run().value(Metric.BATCH_LIMIT) >= 1;
  }
}
