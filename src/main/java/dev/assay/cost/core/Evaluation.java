package dev.assay.cost.core;

import static dev.assay.cost.core.Lever.*;
import static dev.assay.cost.core.Work.at;

/// One evaluation of one operating point: straight-line arithmetic from levers to metrics.
///
/// Times are those of a closed loop that keeps a fixed number of requests in flight. A step decodes one token of each
/// sequence; reading the inputs of newcomers is spread over the steps, so that a sequence of O output tokens sees
/// TPOT = t_step + (B − 1) · t_prefill / O. Where a share of those readings is done for newcomers that wait for each
/// other, it delays their first token instead: what TPOT loses, the time to first token gains. Inputs that are read in a
/// pool of their own delay nobody.
public final class Evaluation {
  private Evaluation() {}

  /// Computes every metric.
  ///
  /// @param shape  what is fixed
  /// @param x      levers in base units by index; NaN where unknown
  /// @param y      receives metrics in base units by index; NaN where a needed lever is unknown
  public static void run(Shape shape, double[] x, double[] y) {
    memory(shape, x, y);
    step(shape, x, y);
    prefill(shape, x, y);
    serve(shape, x, y);
    first(shape, x, y);
    Power.run(shape, x, y);
    Money.run(shape, x, y);
  }

  static double get(double[] y, Metric metric) {
    return y[metric.index()];
  }

  static void set(double[] y, Metric metric, double value) {
    y[metric.index()] = value;
  }

  private static void memory(Shape s, double[] x, double[] y) {
    Layout l = s.decode();
    double perReplica =
        s.denseElements() * s.denseBytes() * l.dp()
            + (s.headElements() + s.embeddingElements()) * Work.STREAM_BYTES * l.dp()
            + s.expertElements() * s.experts() * s.expertLayers() * s.expertBytes();
    double weights = perReplica / l.replica();
    double cache = Math.max(0, at(x, MEMORY) * at(x, MEMORY_SHARE) - weights) * at(x, FREE_SHARE);
    double length = at(x, INPUT_TOKENS) + at(x, OUTPUT_TOKENS) * at(x, OUTPUT_RESERVED);
    double saved = s.windowLayers() * (length - Math.min(length, s.window())) * at(x, WINDOW_SAVING);
    double kept = (s.fullLayers() + s.windowLayers()) * length - (s.windowLayers() == 0 ? 0 : saved);
    double perSequence = kept * s.cacheElements() * s.cacheBytes() / l.cacheShard() / l.pp();
    double limit = l.dp() * cache / perSequence;
    set(y, Metric.PARAMS, s.parameters());
    set(y, Metric.ACTIVE_PARAMS, s.activeParameters());
    set(y, Metric.KV_BYTES_PER_TOKEN, s.tokenBytes());
    set(y, Metric.WEIGHT_BYTES, weights);
    set(y, Metric.CACHE_BYTES, cache);
    set(y, Metric.BATCH_LIMIT, limit);
    double asked = at(x, CONCURRENCY) / s.replicas();
    double batch = Math.min(asked, Math.min(limit, at(x, MAX_BATCH) * l.dp()));
    // Where not even one sequence fits there is nothing to compute: what depends on the batch becomes unknown.
    set(y, Metric.BATCH, limit < 1 ? Double.NaN : batch);
  }

  /// Tokens that a sequence has behind it on average while it decodes.
  private static double length(double[] x) {
    return at(x, INPUT_TOKENS) + at(x, OUTPUT_TOKENS) / 2;
  }

  /// Sequences in a step of the busiest attention group: there is no step without a sequence.
  static double busiest(Shape s, double[] y) {
    return Math.max(1, get(y, Metric.BATCH) / (s.decode().dp() * s.decode().pp()));
  }

  /// Tokens that a step computes for each sequence: its next, and those that were drafted.
  static double checked(Shape s, double[] x) {
    return s.speculative() ? 1 + at(x, DRAFT_TOKENS) : 1;
  }

  private static void step(Shape s, double[] x, double[] y) {
    Layout l = s.decode();
    double group = busiest(s, y);
    double checked = checked(s, x);
    double tokens = group * checked;
    double dense = Work.dense(s, l, x, tokens, 1);
    double experts = Work.experts(s, l, x, tokens, 1);
    double seen = group * s.seen(length(x));
    double bytes = seen * s.cacheElements() * s.cacheBytes() / l.cacheShard();
    double read = bytes / (at(x, BANDWIDTH) * at(x, ATTENTION_MEMORY));
    double work =
        seen * checked * s.decodeFlops() / l.tp() / (at(x, ATTENTION_PEAK) * at(x, PREFILL_COMPUTE));
    double attention = Work.soft(read, work, 2) + attentionStart(s, x);
    double communication = Work.communication(s, l, x, tokens, 1);
    double overhead =
        at(x, STEP_OVERHEAD) + at(x, LAYER_OVERHEAD) * s.layers()
            + at(x, SEQUENCE_OVERHEAD) * group * l.pp();
    double error = at(x, SPEED_ERROR);
    if (s.speculative()) {
      error *= 1 + at(x, DRAFT_TOKENS) * at(x, DRAFT_COST);
    }
    // What does not take place must not become unknown with levers that would only scale it.
    set(y, Metric.DENSE_TIME, dense * error);
    set(y, Metric.EXPERTS_TIME, experts == 0 ? 0 : experts * error);
    set(y, Metric.ATTENTION_TIME, attention * error);
    set(y, Metric.COMMUNICATION_TIME, communication == 0 ? 0 : communication * error);
    set(y, Metric.OVERHEAD_TIME, overhead * error);
    set(y, Metric.STEP_TIME, (dense + experts + attention + communication + overhead) * error);
    bound(s, x, y, error, Work.side(work, read, 2));
  }

  private static double attentionStart(Shape s, double[] x) {
    return at(x, START_SHARE) * at(x, ATTENTION_START) * s.layers();
  }

  /// What binds the step: the time of each soft roofline goes to its two sides as their powers stand to each other.
  private static void bound(Shape s, double[] x, double[] y, double error, double attending) {
    Layout l = s.decode();
    double tokens = busiest(s, y) * checked(s, x);
    double denseStart = Work.denseStart(s, x) * error;
    double attentionStart = attentionStart(s, x) * error;
    double expertStart = s.hasExperts() ? Work.expertStart(s, x) * error : 0;
    double dense = get(y, Metric.DENSE_TIME) - denseStart;
    double experts = get(y, Metric.EXPERTS_TIME) - expertStart;
    double attention = get(y, Metric.ATTENTION_TIME) - attentionStart;
    double computing =
        Work.side(Work.denseCompute(s, l, x, tokens, 1), Work.denseMemory(s, l, x, 1), s.gemmOrder());
    double expertComputing =
        s.hasExperts()
            ? Work.side(Work.expertCompute(s, l, x, tokens), Work.expertMemory(s, l, x, tokens, 1), s.expertsOrder())
            : 0;
    set(y, Metric.ARITHMETIC_TIME, dense * computing + experts * expertComputing + attention * attending);
    set(y, Metric.WEIGHT_TRAFFIC_TIME, dense * (1 - computing) + experts * (1 - expertComputing));
    set(y, Metric.CACHE_TRAFFIC_TIME, attention * (1 - attending));
    set(y, Metric.START_TIME, denseStart + attentionStart + expertStart + get(y, Metric.OVERHEAD_TIME));
  }

  /// Input tokens that have to be computed: all but those whose cache lies somewhere.
  static double fresh(Shape s, double[] x) {
    double input = at(x, INPUT_TOKENS);
    double hit = at(x, CACHE_HIT);
    if (s.tiered()) {
      hit = Math.min(CACHE_HIT.most(), hit + at(x, HIT_HOST) + at(x, HIT_SSD));
    }
    return input * (1 - hit);
  }

  private static void prefill(Shape s, double[] x, double[] y) {
    Layout l = s.prefill();
    double input = at(x, INPUT_TOKENS);
    double fresh = fresh(s, x);
    double waiting = Math.max(1, get(y, Metric.BATCH) / l.dp());
    double together = Math.min(at(x, CHUNK), fresh * waiting);
    double steps = fresh / together;
    double products =
        Work.dense(s, l, x, fresh, steps) + Work.experts(s, l, x, fresh, steps) + Work.communication(s, l, x, fresh, steps);
    double full = fresh * (input - fresh / 2);
    double near = fresh * Math.min(input - fresh / 2, s.window());
    double pairs = s.fullLayers() * full + s.windowLayers() * near;
    double attention =
        pairs * s.prefillFlops() / l.tp() / (at(x, ATTENTION_PEAK) * at(x, PREFILL_COMPUTE));
    double overhead =
        steps * (at(x, STEP_OVERHEAD) + at(x, LAYER_OVERHEAD) * s.layers()) + at(x, PREFILL_OVERHEAD);
    double time = ((products + attention) / at(x, PREFILL_SHARE) + overhead) * at(x, SPEED_ERROR);
    set(y, Metric.PREFILL_TIME, time);
    double accelerators = l.tp() * l.pp();
    set(y, Metric.CACHE_BREAK_EVEN_BANDWIDTH, s.tokenBytes() * fresh / time / accelerators);
    double load = 0;
    if (s.tiered()) {
      double outside = at(x, HIT_HOST) / at(x, HOST_BANDWIDTH) + at(x, HIT_SSD) / at(x, SSD_BANDWIDTH);
      load = input * s.tokenBytes() * outside / accelerators;
    }
    set(y, Metric.LOAD_TIME, load);
  }

  private static void serve(Shape s, double[] x, double[] y) {
    Layout l = s.decode();
    double output = at(x, OUTPUT_TOKENS);
    double batch = get(y, Metric.BATCH);
    double step = get(y, Metric.STEP_TIME);
    if (s.speculative()) {
      step /= at(x, ACCEPTED_TOKENS);
    }
    double prefill = get(y, Metric.PREFILL_TIME);
    double own = batch / l.dp();
    double cycle = step;
    double tpot = step;
    if (!s.disaggregated()) {
      // Groups that share experts go in step: while one reads an input, the others wait for a part of it.
      // The more of its time each spends reading, the more often they read together and nobody waits.
      double alone = own * prefill / (own * prefill + output * step * l.pp());
      double group = l.dp() == 1 ? own : own + (batch - own) * at(x, GROUP_STALL) * (1 - alone);
      cycle = step + group / l.pp() * prefill / output;
      // A sequence waits for the inputs of the others, not for its own, which it has behind it when it begins to count.
      tpot = step + Math.max(0, group - 1) / l.pp() * prefill / output * (1 - at(x, COHORT));
    }
    // Loading goes on beside the arithmetic until it takes longer.
    double paced = s.tiered() ? Math.max(cycle, own * get(y, Metric.LOAD_TIME) / output) : cycle;
    double rate = s.replicas() * batch / paced * at(x, RATE_ERROR);
    double reading = s.disaggregated() ? rate / output * prefill * s.prefill().tp() * s.prefill().pp() : 0;
    double all = s.accelerators() + reading;
    set(y, Metric.PREFILL_ACCELERATORS, reading);
    set(y, Metric.DECODE_SHARE, s.disaggregated() ? s.accelerators() / all : step / paced);
    set(y, Metric.TPOT_MS, tpot * at(x, TPOT_ERROR));
    set(y, Metric.TOKENS_PER_SECOND_PER_USER, 1 / get(y, Metric.TPOT_MS));
    set(y, Metric.OUTPUT_TOKENS_PER_SECOND, rate);
    set(y, Metric.OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR, rate / all);
    double inputRate = rate * at(x, INPUT_TOKENS) / output;
    set(y, Metric.INPUT_TOKENS_PER_SECOND, inputRate);
    set(y, Metric.INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR, inputRate / all);
  }

  private static void first(Shape s, double[] x, double[] y) {
    Layout l = s.prefill();
    double prefill = get(y, Metric.PREFILL_TIME);
    double own = get(y, Metric.BATCH) / l.dp();
    double others = s.disaggregated() ? 0 : Math.max(0, own - 1);
    double turn = 1 + at(x, COHORT) * others;
    if (l.dp() > 1) {
      turn += at(x, TTFT_GROUPS) * (l.dp() - 1);
    }
    double moved = s.disaggregated() ? at(x, INPUT_TOKENS) * s.tokenBytes() / (at(x, KV_LINK) * l.tp()) : 0;
    double time =
        at(x, TTFT_FIXED) + prefill * turn + get(y, Metric.STEP_TIME) * at(x, TTFT_STEPS)
            + get(y, Metric.LOAD_TIME) + moved + queue(s, x, y);
    set(y, Metric.TTFT_MS, time * at(x, TTFT_ERROR));
  }

  /// How long a request waits for a place among those that are served: nobody waits when just as many are sent as fit.
  private static double queue(Shape s, double[] x, double[] y) {
    double asked = at(x, CONCURRENCY);
    if (asked >= CONCURRENCY.most()) {
      return 0;
    }
    double batch = get(y, Metric.BATCH);
    return Math.max(0, asked / s.replicas() / batch - 1) * at(x, OUTPUT_TOKENS) * get(y, Metric.TPOT_MS);
  }
}
