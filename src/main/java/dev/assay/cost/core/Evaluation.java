package dev.assay.cost.core;

import static dev.assay.cost.core.Lever.*;

/// One evaluation of one operating point: straight-line arithmetic from levers to metrics.
///
/// Times are those of a closed loop that keeps a fixed number of requests in flight. A step decodes one token of each
/// sequence; reading the inputs of newcomers is spread over the steps, so that a sequence of O output tokens sees
/// TPOT = t_step + B · t_prefill / O.
public final class Evaluation {
  /// Dense products in one block: query-key-value, output, and two of the feed-forward part.
  private static final double PRODUCTS = 4;

  /// Bytes of one element of the residual stream on the links.
  private static final double STREAM_BYTES = 2;

  /// Bytes of one element on its way to an expert, in eight bits, and back, in sixteen; the mean of the two.
  private static final double EXCHANGE_BYTES = 1.5;

  private static final double HOUR = 3600;
  private static final double YEAR = 365.25 * 24 * HOUR;

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
    power(shape, x, y);
    money(shape, x, y);
  }

  private static double get(double[] x, Lever lever) {
    return x[lever.index()];
  }

  private static double get(double[] y, Metric metric) {
    return y[metric.index()];
  }

  private static void set(double[] y, Metric metric, double value) {
    y[metric.index()] = value;
  }

  /// (a^p + b^p)^(1/p) for p = 1, 2, 4.
  private static double soft(double a, double b, int order) {
    if (order == 1) {
      return a + b;
    }
    double squares = Math.sqrt(a * a + b * b);
    return order == 2 ? squares : Math.sqrt(Math.sqrt(a * a * a * a + b * b * b * b));
  }

  private static void memory(Shape s, double[] x, double[] y) {
    double perReplica =
        s.denseElements() * s.denseBytes() * s.dp()
            + (s.headElements() + s.embeddingElements()) * STREAM_BYTES * s.dp()
            + s.expertElements() * s.experts() * s.expertLayers() * s.expertBytes();
    double weights = perReplica / s.replica();
    double cache = Math.max(0, get(x, MEMORY) * get(x, MEMORY_SHARE) - weights);
    double perTokenLayer = s.cacheElements() * s.cacheBytes();
    double length = get(x, INPUT_TOKENS) + get(x, OUTPUT_TOKENS) / 2;
    double perSequence = perTokenLayer * seenTokens(s, length) / s.cacheShard() / s.pp();
    double limit = s.dp() * cache / perSequence;
    set(y, Metric.PARAMS, s.parameters());
    set(y, Metric.ACTIVE_PARAMS, s.activeParameters());
    set(y, Metric.KV_BYTES_PER_TOKEN, perTokenLayer * (s.fullLayers() + s.windowLayers()));
    set(y, Metric.WEIGHT_BYTES, weights);
    set(y, Metric.CACHE_BYTES, cache);
    set(y, Metric.BATCH_LIMIT, limit);
    double asked = get(x, CONCURRENCY) / s.replicas();
    double batch = Math.min(asked, Math.min(limit, get(x, MAX_BATCH) * s.dp()));
    // Where not even one sequence fits there is nothing to compute: what depends on the batch becomes unknown.
    set(y, Metric.BATCH, limit < 1 ? Double.NaN : batch);
  }

  /// Tokens that a sequence of some length keeps, summed over its layers.
  private static double seenTokens(Shape s, double length) {
    return s.fullLayers() * length + s.windowLayers() * Math.min(length, s.window());
  }

  private static void step(Shape s, double[] x, double[] y) {
    double group = busiest(s, y);
    double dense = dense(s, x, group, 1);
    double experts = experts(s, x, group, 1);
    double length = get(x, INPUT_TOKENS) + get(x, OUTPUT_TOKENS) / 2;
    double seen = group * seenTokens(s, length);
    double bytes = seen * s.cacheElements() * s.cacheBytes() / s.cacheShard();
    double read = bytes / (get(x, BANDWIDTH) * get(x, ATTENTION_MEMORY));
    double work = seen * s.decodeFlops() / s.tp() / (get(x, ATTENTION_PEAK) * get(x, PREFILL_COMPUTE));
    double attention = soft(read, work, 2) + get(x, START_SHARE) * get(x, ATTENTION_START) * s.layers();
    double communication = communication(s, x, group, 1);
    double overhead =
        get(x, STEP_OVERHEAD) + get(x, LAYER_OVERHEAD) * s.layers() + get(x, SEQUENCE_OVERHEAD) * group * s.pp();
    double error = get(x, SPEED_ERROR);
    // What does not take place must not become unknown with levers that would only scale it.
    set(y, Metric.DENSE_TIME, dense * error);
    set(y, Metric.EXPERTS_TIME, experts == 0 ? 0 : experts * error);
    set(y, Metric.ATTENTION_TIME, attention * error);
    set(y, Metric.COMMUNICATION_TIME, communication == 0 ? 0 : communication * error);
    set(y, Metric.OVERHEAD_TIME, overhead * error);
    set(y, Metric.STEP_TIME, (dense + experts + attention + communication + overhead) * error);
    bound(s, x, y, read, work);
  }

  /// What binds the step: the time of each soft roofline goes to its two sides as their powers stand to each other.
  private static void bound(Shape s, double[] x, double[] y, double read, double work) {
    double error = get(x, SPEED_ERROR);
    double group = busiest(s, y);
    double denseStart = get(x, START_SHARE) * get(x, GEMM_START) * PRODUCTS * s.layers() * error;
    double attentionStart = get(x, START_SHARE) * get(x, ATTENTION_START) * s.layers() * error;
    double expertStart = s.hasExperts() ? get(x, START_SHARE) * get(x, EXPERTS_START) * s.expertLayers() * error : 0;
    double dense = get(y, Metric.DENSE_TIME) - denseStart;
    double experts = get(y, Metric.EXPERTS_TIME) - expertStart;
    double attention = get(y, Metric.ATTENTION_TIME) - attentionStart;
    double computing = side(denseCompute(s, x, group, 1), denseMemory(s, x, 1), s.gemmOrder());
    double expertComputing =
        s.hasExperts() ? side(expertCompute(s, x, group), expertMemory(s, x, group, 1), s.expertsOrder()) : 0;
    double attending = side(work, read, 2);
    set(y, Metric.ARITHMETIC_TIME, dense * computing + experts * expertComputing + attention * attending);
    set(y, Metric.WEIGHT_TRAFFIC_TIME, dense * (1 - computing) + experts * (1 - expertComputing));
    set(y, Metric.CACHE_TRAFFIC_TIME, attention * (1 - attending));
    set(y, Metric.START_TIME, denseStart + attentionStart + expertStart + get(y, Metric.OVERHEAD_TIME));
  }

  /// The share of a soft roofline that its first side takes.
  private static double side(double a, double b, int order) {
    double ratio = b / a;
    double power = order == 1 ? ratio : order == 2 ? ratio * ratio : ratio * ratio * ratio * ratio;
    return 1 / (1 + power);
  }

  /// Sequences in a step of the busiest attention group: there is no step without a sequence.
  private static double busiest(Shape s, double[] y) {
    return Math.max(1, get(y, Metric.BATCH) / (s.dp() * s.pp()));
  }

  /// Time of all dense products over some tokens of one attention group, in so many steps.
  private static double dense(Shape s, double[] x, double tokens, double steps) {
    double start = get(x, START_SHARE) * get(x, GEMM_START) * PRODUCTS * s.layers();
    return soft(denseCompute(s, x, tokens, steps), denseMemory(s, x, steps), s.gemmOrder()) + steps * start;
  }

  private static double denseCompute(Shape s, double[] x, double tokens, double steps) {
    double head = s.headElements() / s.tp() * (steps == 1 ? tokens : steps);
    return 2 * (s.denseElements() / s.tp() * tokens + head) / (get(x, PEAK) * get(x, GEMM_COMPUTE));
  }

  private static double denseMemory(Shape s, double[] x, double steps) {
    double bytes = s.denseElements() / s.tp() * s.denseBytes() + s.headElements() / s.tp() * STREAM_BYTES;
    return steps * bytes / (get(x, BANDWIDTH) * get(x, GEMM_MEMORY));
  }

  /// Time of all expert products over some tokens of one attention group; all groups feed the same experts.
  private static double experts(Shape s, double[] x, double tokens, double steps) {
    if (!s.hasExperts()) {
      return 0;
    }
    double start = get(x, START_SHARE) * get(x, EXPERTS_START) * s.expertLayers();
    return soft(expertCompute(s, x, tokens), expertMemory(s, x, tokens, steps), s.expertsOrder()) + steps * start;
  }

  private static double expertShare(Shape s, double[] x) {
    double skew = s.expertParallel() ? get(x, EXPERT_SKEW) : 1;
    return s.expertElements() * s.expertLayers() / (s.tp() * s.dp()) * skew;
  }

  private static double expertCompute(Shape s, double[] x, double tokens) {
    // Wide experts keep the matrix units as busy as dense products do; narrow ones, or narrow slices, do not.
    double wide = s.expertWidth() / (s.expertWidth() + get(x, EXPERT_WIDTH));
    double reached = get(x, EXPERTS_COMPUTE) + (get(x, GEMM_COMPUTE) - get(x, EXPERTS_COMPUTE)) * wide;
    return 2 * expertShare(s, x) * s.expertsActive() * tokens * s.dp() / (get(x, EXPERTS_PEAK) * reached);
  }

  private static double expertMemory(Shape s, double[] x, double tokens, double steps) {
    double touched = s.experts() * (1 - StrictMath.exp(tokens * s.dp() / steps * s.missLog()));
    return steps * expertShare(s, x) * touched * s.expertBytes() / (get(x, BANDWIDTH) * get(x, EXPERTS_MEMORY));
  }

  private static double communication(Shape s, double[] x, double tokens, double steps) {
    double rate = get(x, LINK) * get(x, COLLECTIVE_SHARE);
    double start = get(x, COLLECTIVE_START) * s.collectiveGrowth();
    double time = 0;
    if (s.tp() > 1) {
      double bytes = tokens * s.hidden() * STREAM_BYTES * 2 * (s.tp() - 1) / s.tp();
      time = 2 * s.layers() * (steps * start + bytes / rate);
    }
    if (s.dp() > 1 && s.hasExperts()) {
      double bytes = tokens * s.copies() * s.hidden() * EXCHANGE_BYTES;
      time += 2 * s.expertLayers() * (steps * start + bytes / rate);
    }
    return time == 0 ? 0 : time * (1 - get(x, OVERLAP));
  }

  private static void prefill(Shape s, double[] x, double[] y) {
    double input = get(x, INPUT_TOKENS);
    double fresh = input * (1 - get(x, CACHE_HIT));
    double waiting = Math.max(1, get(y, Metric.BATCH) / s.dp());
    double together = Math.min(get(x, CHUNK), fresh * waiting);
    double steps = fresh / together;
    double matrix = dense(s, x, fresh, steps) + experts(s, x, fresh, steps) + communication(s, x, fresh, steps);
    double full = fresh * (input - fresh / 2);
    double near = fresh * Math.min(input - fresh / 2, s.window());
    double pairs = s.fullLayers() * full + s.windowLayers() * near;
    double attention = pairs * s.prefillFlops() / s.tp() / (get(x, ATTENTION_PEAK) * get(x, PREFILL_COMPUTE));
    double overhead = steps * (get(x, STEP_OVERHEAD) + get(x, LAYER_OVERHEAD) * s.layers()) + get(x, PREFILL_OVERHEAD);
    double time = ((matrix + attention) / get(x, PREFILL_SHARE) + overhead) * get(x, SPEED_ERROR);
    set(y, Metric.PREFILL_TIME, time);
  }

  private static void serve(Shape s, double[] x, double[] y) {
    double output = get(x, OUTPUT_TOKENS);
    double batch = get(y, Metric.BATCH);
    double step = get(y, Metric.STEP_TIME);
    double prefill = get(y, Metric.PREFILL_TIME);
    double own = batch / s.dp();
    // Groups that share experts go in step: while one reads an input, the others wait for a part of it.
    // The more of its time each spends reading, the more often they read together and nobody waits.
    double alone = own * prefill / (own * prefill + output * step * s.pp());
    double group = own + (batch - own) * get(x, GROUP_STALL) * (1 - alone);
    double cycle = step + group / s.pp() * prefill / output;
    // A sequence waits for the inputs of the others, not for its own, which it has behind it when it begins to count.
    double tpot = step + Math.max(0, group - 1) / s.pp() * prefill / output;
    double rate = s.replicas() * batch / cycle;
    set(y, Metric.DECODE_SHARE, step / cycle);
    set(y, Metric.TPOT_MS, tpot);
    double queue = 1 + get(x, TTFT_QUEUE) * (Math.sqrt(Math.max(1, own)) - 1);
    double first = get(x, TTFT_FIXED) + prefill * queue + step * get(x, TTFT_STEPS);
    set(y, Metric.TTFT_MS, first * get(x, TTFT_ERROR));
    set(y, Metric.TOKENS_PER_SECOND_PER_USER, 1 / tpot);
    set(y, Metric.OUTPUT_TOKENS_PER_SECOND, rate);
    set(y, Metric.OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR, rate / s.accelerators());
    double inputRate = rate * get(x, INPUT_TOKENS) / output;
    set(y, Metric.INPUT_TOKENS_PER_SECOND, inputRate);
    set(y, Metric.INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR, inputRate / s.accelerators());
  }

  private static void power(Shape s, double[] x, double[] y) {
    double output = get(x, OUTPUT_TOKENS);
    double group = get(y, Metric.BATCH) / (s.dp() * s.pp());
    double tpot = get(y, Metric.TPOT_MS);
    double fresh = get(x, INPUT_TOKENS) * (1 - get(x, CACHE_HIT));
    double perToken = 2 * (s.denseElements() / s.tp() + s.expertElements() * s.expertLayers() * s.expertsActive() / s.tp());
    double busy = perToken * group * (1 + fresh / output) / s.pp() / (get(x, PEAK) * tpot);
    double step = get(y, Metric.STEP_TIME);
    double read = decodeBytes(s, x, group) / s.pp() / get(x, BANDWIDTH) / step * get(y, Metric.DECODE_SHARE);
    double share =
        get(x, POWER_FLOOR) + get(x, POWER_COMPUTE) * Math.sqrt(busy) + get(x, POWER_MEMORY) * read;
    // Accelerators hold themselves to their rated power by slowing down, which the measured factors already contain.
    double watts = get(x, RATED_POWER) * Math.min(1, share * get(x, POWER_ERROR));
    double wall = watts * get(x, SERVER_POWER);
    double perAccelerator = get(y, Metric.OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
    set(y, Metric.ACCELERATOR_WATTS, watts);
    set(y, Metric.WALL_WATTS, wall);
    set(y, Metric.FACILITY_WATTS, wall * get(x, PUE));
    set(y, Metric.TOKENS_PER_JOULE, perAccelerator / wall);
    set(y, Metric.TOKENS_PER_JOULE_ACCELERATOR, perAccelerator / watts);
    set(y, Metric.TOKENS_PER_JOULE_FACILITY, perAccelerator / (wall * get(x, PUE)));
    set(y, Metric.JOULES_PER_OUTPUT_TOKEN, watts / perAccelerator);
  }

  /// Bytes that one accelerator's stages read in a decoding step.
  private static double decodeBytes(Shape s, double[] x, double group) {
    double dense = s.denseElements() / s.tp() * s.denseBytes() + s.headElements() / s.tp() * STREAM_BYTES;
    double length = get(x, INPUT_TOKENS) + get(x, OUTPUT_TOKENS) / 2;
    double cache = group * seenTokens(s, length) * s.cacheElements() * s.cacheBytes() / s.cacheShard();
    if (!s.hasExperts()) {
      return dense + cache;
    }
    double touched = s.experts() * (1 - StrictMath.exp(group * s.dp() * s.missLog()));
    return dense + cache + touched * s.expertElements() * s.expertLayers() * s.expertBytes() / (s.tp() * s.dp());
  }

  private static void money(Shape s, double[] x, double[] y) {
    double hourly =
        switch (s.money()) {
          case RENTAL -> get(x, RENTAL_PRICE) * HOUR;
          case OWN -> capital(x) + energy(x, y) + building(x);
          case COLOCATION -> capital(x) + energy(x, y) + get(x, COLOCATION) * provisioned(x) * HOUR;
        };
    set(y, Metric.USD_PER_ACCELERATOR_HOUR, hourly / HOUR);
    double perSecond = hourly / HOUR / get(x, UTILISATION);
    double output = get(y, Metric.OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
    double input = get(y, Metric.INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
    double decoding = get(y, Metric.DECODE_SHARE);
    set(y, Metric.USD_PER_MILLION_OUTPUT_TOKENS_DECODE, perSecond * decoding / output * 1e6);
    set(y, Metric.USD_PER_MILLION_OUTPUT_TOKENS, perSecond / output * 1e6);
    set(y, Metric.USD_PER_MILLION_INPUT_TOKENS_PREFILL, perSecond * (1 - decoding) / input * 1e6);
    set(y, Metric.USD_PER_MILLION_TOKENS, perSecond / (input + output) * 1e6);
    set(y, Metric.TOKENS_PER_DOLLAR, (input + output) / perSecond);
  }

  /// Yearly payment on a loan of one dollar.
  private static double annuity(double rate, double years) {
    return rate == 0 ? 1 / years : rate / (1 - StrictMath.pow(1 + rate, -years));
  }

  /// Servers and network with the cost of capital, and their operation, for an hour.
  private static double capital(double[] x) {
    double paid = get(x, PRICE) * (1 + get(x, SERVER_OVERHEAD)) / (1 - get(x, NETWORK_SHARE));
    double yearly = annuity(get(x, COST_OF_CAPITAL), get(x, LIFE) / YEAR) + get(x, OPERATIONS);
    return paid * yearly / YEAR * HOUR;
  }

  /// Watts that the hall has to be built or rented for.
  private static double provisioned(double[] x) {
    return get(x, RATED_POWER) * get(x, SERVER_POWER);
  }

  private static double building(double[] x) {
    double yearly = annuity(get(x, COST_OF_CAPITAL), get(x, BUILDING_LIFE) / YEAR);
    return get(x, BUILDING) * provisioned(x) * yearly / YEAR * HOUR;
  }

  /// Electricity for an hour: the operating point while in use, what resting accelerators draw otherwise.
  private static double energy(double[] x, double[] y) {
    double used = get(x, UTILISATION);
    double idle = get(x, RATED_POWER) * get(x, POWER_REST) * get(x, SERVER_POWER) * get(x, PUE);
    return (get(y, Metric.FACILITY_WATTS) * used + idle * (1 - used)) * get(x, ELECTRICITY) * HOUR;
  }
}
