package dev.assay.cost;

import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Every layout and batch worth a look for one scenario.
final class Offers {
  /// Larger groups exist, but nothing that is known of them was measured.
  private static final int LARGEST = 64;

  private static final int SMALLEST_STAGED = 2;

  private Offers() {}

  /// Offers that fit in memory, in no order that matters.
  static List<Offer> of(Catalog catalog, Scenario scenario) {
    List<Offer> offers = new ArrayList<>();
    for (Deployment deployment : deployments(scenario)) {
      Trial trial = Trial.of(scenario.with(deployment), catalog);
      double limit = trial.run(List.of(Lever.CONCURRENCY), new double[] {Lever.CONCURRENCY.most()}).value(Metric.BATCH);
      if (limit >= 1) {
        for (double requests : batches(limit)) {
          offers.add(offer(trial, deployment, requests));
        }
      }
    }
    return offers;
  }

  private static Offer offer(Trial trial, Deployment deployment, double requests) {
    trial.run(List.of(Lever.CONCURRENCY), new double[] {requests});
    return new Offer(
        deployment, requests, trial.value(Metric.TPOT_MS), trial.value(Metric.TTFT_MS),
        trial.value(Metric.TOKENS_PER_SECOND_PER_USER), trial.value(Metric.OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR),
        trial.value(Metric.USD_PER_MILLION_OUTPUT_TOKENS), trial.value(Metric.JOULES_PER_OUTPUT_TOKEN));
  }

  /// Two for each doubling, and all that fits.
  private static List<Double> batches(double limit) {
    List<Double> batches = new ArrayList<>();
    for (double batch = 1; batch < limit; batch *= 2) {
      batches.add(batch);
      if (batch >= 4 && batch * 1.5 < limit) {
        batches.add(batch * 1.5);
      }
    }
    batches.add(limit);
    return batches;
  }

  /// One replica each: tensor parallel in powers of two within the fast links, for experts also with attention of
  /// their own in each group, and stages where a model does not fit otherwise.
  static Set<Deployment> deployments(Scenario scenario) {
    Set<Deployment> all = new LinkedHashSet<>();
    boolean experts = scenario.model().expertLayers() > 0;
    int reach = Math.min(LARGEST, Math.max(1, scenario.hardware().scaleUp()));
    for (int group = 1; group <= reach; group *= 2) {
      all.add(new Deployment(group, group, 1, 1, 1));
      for (int groups = 2; experts && groups <= group; groups *= 2) {
        all.add(new Deployment(group, group / groups, 1, group, groups));
      }
    }
    for (int stages = SMALLEST_STAGED; stages <= 8 && reach <= 8; stages *= 2) {
      all.add(new Deployment(reach * stages, reach, stages, 1, 1));
    }
    return all;
  }
}
