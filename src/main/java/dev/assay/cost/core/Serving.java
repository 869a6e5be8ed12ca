package dev.assay.cost.core;

import static dev.assay.cost.core.Lever.*;
import static dev.assay.cost.core.Metric.*;

import java.util.ArrayList;
import java.util.List;

/// The formulas of serving, which depend on how it is done: in one pool or two, with drafts, with cache outside.
final class Serving {
  private Serving() {}

  static Formula decodeShare(Shape shape) {
    return shape.disaggregated()
        ? new Formula("accelerators that decode / all", List.of(), List.of(PREFILL_ACCELERATORS), false)
        : cycle(shape, "t_step / (t_step + B · t_prefill / output)");
  }

  static Formula rate(Shape shape) {
    Formula cycle =
        shape.disaggregated()
            ? cycle(shape, "replicas · B / t_step")
            : cycle(shape, "replicas · B / (t_step + B · t_prefill / output)");
    List<Lever> levers = new ArrayList<>(cycle.levers());
    levers.add(RATE_ERROR);
    return new Formula(cycle.text(), levers, cycle.metrics(), false);
  }

  static Formula tpot(Shape shape) {
    List<Lever> levers = new ArrayList<>(drafts(shape));
    levers.add(TPOT_ERROR);
    List<Metric> metrics = new ArrayList<>(List.of(STEP_TIME));
    if (shape.disaggregated()) {
      return new Formula("t_step(B)", levers, metrics, false);
    }
    levers.addAll(List.of(OUTPUT_TOKENS, COHORT));
    addStall(shape, levers);
    metrics.addAll(List.of(BATCH, PREFILL_TIME));
    return new Formula("t_step(B) + (B − 1) · t_prefill / output · (1 − cohort)", levers, metrics, false);
  }

  static Formula ttft(Shape shape) {
    List<Lever> levers =
        new ArrayList<>(List.of(TTFT_FIXED, TTFT_STEPS, COHORT, CONCURRENCY, OUTPUT_TOKENS, TTFT_ERROR));
    if (shape.prefill().dp() > 1) {
      levers.add(TTFT_GROUPS);
    }
    if (shape.disaggregated()) {
      levers.addAll(List.of(KV_LINK, INPUT_TOKENS));
    }
    return new Formula(
        "fixed + t_prefill · (1 + cohort · (B − 1) + groups) + steps · t_step + loading + waiting for a place", levers,
        List.of(PREFILL_TIME, BATCH, STEP_TIME, LOAD_TIME, TPOT_MS), shape.disaggregated());
  }

  private static Formula cycle(Shape shape, String text) {
    List<Lever> levers = new ArrayList<>(drafts(shape));
    levers.add(OUTPUT_TOKENS);
    List<Metric> metrics = new ArrayList<>(List.of(STEP_TIME, BATCH));
    if (!shape.disaggregated()) {
      addStall(shape, levers);
      metrics.add(PREFILL_TIME);
    }
    if (shape.tiered()) {
      metrics.add(LOAD_TIME);
    }
    return new Formula(text, levers, metrics, false);
  }

  private static void addStall(Shape shape, List<Lever> levers) {
    if (shape.decode().dp() > 1) {
      levers.add(GROUP_STALL);
    }
  }

  private static List<Lever> drafts(Shape shape) {
    return shape.speculative() ? List.of(ACCEPTED_TOKENS) : List.of();
  }
}
