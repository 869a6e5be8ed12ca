package dev.assay.cost.core;

import static dev.assay.cost.core.Lever.*;
import static dev.assay.cost.core.Metric.*;

import java.util.ArrayList;
import java.util.List;

/// How a metric comes about, for people: the formula in words and symbols, the levers it uses itself, and the metrics
/// it is made from. A test compares this with what the arithmetic really depends on.
///
/// @param text    one line
/// @param shape   whether it uses the sizes of the model
public record Formula(String text, List<Lever> levers, List<Metric> metrics, boolean shape) {
  public Formula {
    levers = List.copyOf(levers);
    metrics = List.copyOf(metrics);
  }

  /// The formula of a metric at an operating point.
  public static Formula of(Metric metric, Shape shape) {
    return switch (metric) {
      case PARAMS -> sized("blocks × (attention + feed-forward or experts) + vocabulary × width", List.of());
      case ACTIVE_PARAMS -> sized("parameters − experts not visited − embedding look-up", List.of());
      case KV_BYTES_PER_TOKEN -> sized("cache elements per layer × bytes × layers that keep them", List.of());
      case WEIGHT_BYTES -> sized("weights × bytes of their format / accelerators of a replica", List.of());
      case CACHE_BYTES ->
          new Formula(
              "(memory × share used − weights) × share for the cache", List.of(MEMORY, MEMORY_SHARE, FREE_SHARE),
              List.of(WEIGHT_BYTES), false);
      case BATCH_LIMIT ->
          new Formula(
              "cache memory / (cache per token × (input + output × share reserved))",
              shape.windowLayers() == 0
                  ? List.of(INPUT_TOKENS, OUTPUT_TOKENS, OUTPUT_RESERVED)
                  : List.of(INPUT_TOKENS, OUTPUT_TOKENS, OUTPUT_RESERVED, WINDOW_SAVING),
              List.of(CACHE_BYTES, KV_BYTES_PER_TOKEN), true);
      case BATCH ->
          new Formula(
              "min(requests in flight / replicas, fits in memory, engine's limit)", List.of(CONCURRENCY, MAX_BATCH),
              List.of(BATCH_LIMIT), false);
      case DENSE_TIME ->
          sized(
              "((FLOP / (rate · e_c))^p + (bytes / (bandwidth · e_m))^p)^(1/p) + starts, p = " + shape.gemmOrder(),
              drafted(shape, PEAK, BANDWIDTH, GEMM_COMPUTE, GEMM_MEMORY, GEMM_START, START_SHARE, SPEED_ERROR), BATCH);
      case EXPERTS_TIME -> experts(shape);
      case ATTENTION_TIME ->
          sized(
              "√((FLOP / (rate · e_c))² + (cache bytes / (bandwidth · e_m))²) + starts",
              drafted(shape, ATTENTION_PEAK, BANDWIDTH, ATTENTION_MEMORY, PREFILL_COMPUTE, ATTENTION_START, START_SHARE,
                  INPUT_TOKENS, OUTPUT_TOKENS, SPEED_ERROR),
              BATCH);
      case COMMUNICATION_TIME -> communication(shape);
      case OVERHEAD_TIME ->
          sized(
              "per step + per layer × layers + per sequence × sequences",
              drafted(shape, STEP_OVERHEAD, LAYER_OVERHEAD, SEQUENCE_OVERHEAD, SPEED_ERROR), BATCH);
      case STEP_TIME ->
          new Formula(
              "dense + experts + attention + communication + overhead", List.of(),
              List.of(DENSE_TIME, EXPERTS_TIME, ATTENTION_TIME, COMMUNICATION_TIME, OVERHEAD_TIME), false);
      case ARITHMETIC_TIME -> bound("each product's time · its arithmetic side / both sides", shape, true);
      case WEIGHT_TRAFFIC_TIME -> bound("each product's time · its memory side / both sides", shape, false);
      case CACHE_TRAFFIC_TIME ->
          sized(
              "attention's time · its memory side / both sides",
              drafted(shape, ATTENTION_PEAK, BANDWIDTH, ATTENTION_MEMORY, PREFILL_COMPUTE, ATTENTION_START, START_SHARE,
                  INPUT_TOKENS, OUTPUT_TOKENS, SPEED_ERROR),
              ATTENTION_TIME, BATCH);
      case START_TIME -> {
        List<Lever> levers = new ArrayList<>(drafted(shape, GEMM_START, ATTENTION_START, START_SHARE, SPEED_ERROR));
        if (shape.hasExperts()) {
          levers.add(EXPERTS_START);
        }
        yield sized("starts of kernels + the engine's overhead", levers, OVERHEAD_TIME);
      }
      case PREFILL_TIME -> prefill(shape);
      case LOAD_TIME ->
          shape.tiered()
              ? sized("input · cache per token · (share in servers / bandwidth + share on SSDs / bandwidth) / accelerators",
                  List.of(INPUT_TOKENS, HIT_HOST, HIT_SSD, HOST_BANDWIDTH, SSD_BANDWIDTH))
              : sized("none: no cache outside the accelerators", List.of());
      case CACHE_BREAK_EVEN_BANDWIDTH ->
          sized("cache per token · tokens computed / (t_prefill · accelerators)", hits(shape, INPUT_TOKENS), PREFILL_TIME);
      case DECODE_SHARE -> Serving.decodeShare(shape);
      case TPOT_MS -> Serving.tpot(shape);
      case TTFT_MS -> Serving.ttft(shape);
      case PREFILL_ACCELERATORS ->
          shape.disaggregated()
              ? new Formula("output rate / output · t_prefill · accelerators of a copy", List.of(OUTPUT_TOKENS),
                  List.of(OUTPUT_TOKENS_PER_SECOND, PREFILL_TIME), false)
              : new Formula("none: the decoding accelerators read the inputs as well", List.of(), List.of(), false);
      case TOKENS_PER_SECOND_PER_USER -> plain("1 / TPOT", TPOT_MS);
      case OUTPUT_TOKENS_PER_SECOND -> Serving.rate(shape);
      case OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR ->
          plain("output rate / (accelerators + those of the pool that reads inputs)", OUTPUT_TOKENS_PER_SECOND,
              PREFILL_ACCELERATORS);
      case INPUT_TOKENS_PER_SECOND ->
          new Formula(
              "output rate · input / output", List.of(INPUT_TOKENS, OUTPUT_TOKENS), List.of(OUTPUT_TOKENS_PER_SECOND),
              false);
      case INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR ->
          plain("input rate / (accelerators + those of the pool that reads inputs)", INPUT_TOKENS_PER_SECOND,
              PREFILL_ACCELERATORS);
      case ACCELERATOR_WATTS ->
          sized(
              "rated · min(1, (floor + compute · √(use of arithmetic) + memory · (bandwidth for weights) + cache · (bandwidth for the cache)) · error)",
              drafted(shape, hits(shape, RATED_POWER, POWER_FLOOR, POWER_COMPUTE, POWER_MEMORY, POWER_CACHE, POWER_ERROR, PEAK,
                  BANDWIDTH, INPUT_TOKENS, OUTPUT_TOKENS).toArray(Lever[]::new)),
              BATCH, STEP_TIME, DECODE_SHARE, OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
      case WALL_WATTS ->
          new Formula("accelerator · server's share", List.of(SERVER_POWER), List.of(ACCELERATOR_WATTS), false);
      case FACILITY_WATTS -> new Formula("wall · PUE", List.of(PUE), List.of(WALL_WATTS), false);
      case TOKENS_PER_JOULE ->
          plain("output rate per accelerator / wall power", OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR, WALL_WATTS);
      case JOULES_PER_OUTPUT_TOKEN ->
          plain("accelerator power / output rate per accelerator", ACCELERATOR_WATTS,
              OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
      case TOKENS_PER_JOULE_ACCELERATOR ->
          plain("output rate per accelerator / accelerator power", OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR,
              ACCELERATOR_WATTS);
      case TOKENS_PER_JOULE_FACILITY ->
          new Formula("output rate per accelerator / (wall power · PUE)", List.of(PUE),
              List.of(OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR, WALL_WATTS), false);
      case USD_PER_ACCELERATOR_HOUR -> hourly(shape);
      case USD_PER_MILLION_OUTPUT_TOKENS_DECODE ->
          dollars("hourly · decoding's share of time · 10⁶ / (3600 · output rate per accelerator · utilisation)",
              DECODE_SHARE, OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
      case STORED_BYTES -> stored(shape, "new cache per second · time it is kept", false);
      case USD_PER_MILLION_TOKENS_STORAGE ->
          stored(shape, "(held · price · annuity + written · price / rewrites) · 10⁶ / tokens", true);
      case CACHE_BREAK_EVEN_READS -> {
        Formula cost = stored(shape, "cost of storing a token / cost of reading it anew", true);
        List<Metric> metrics = new ArrayList<>(cost.metrics());
        metrics.addAll(shape.tiered() ? List.of(USD_PER_ACCELERATOR_HOUR, PREFILL_TIME) : List.of());
        List<Lever> levers = new ArrayList<>(cost.levers());
        levers.addAll(shape.tiered() ? List.of(UTILISATION) : List.of());
        yield new Formula(cost.text(), levers, metrics, shape.tiered());
      }
      case USD_PER_MILLION_OUTPUT_TOKENS ->
          allCosts(shape, "hourly · 10⁶ / (3600 · output rate per accelerator · utilisation)",
              OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
      case USD_PER_MILLION_INPUT_TOKENS_PREFILL ->
          allCosts(shape, "hourly · reading's share of time · 10⁶ / (3600 · input rate per accelerator · utilisation)",
              DECODE_SHARE, INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
      case USD_PER_MILLION_TOKENS ->
          allCosts(shape, "hourly · 10⁶ / (3600 · (input + output rate per accelerator) · utilisation)",
              OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR, INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
      case TOKENS_PER_DOLLAR ->
          allCosts(shape, "3600 · (input + output rate per accelerator) · utilisation / hourly",
              OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR, INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
    };
  }

  private static Formula experts(Shape shape) {
    if (!shape.hasExperts()) {
      return sized("none: the model is dense", List.of());
    }
    List<Lever> levers =
        new ArrayList<>(
            List.of(EXPERTS_PEAK, BANDWIDTH, EXPERTS_COMPUTE, GEMM_COMPUTE, EXPERT_WIDTH, EXPERTS_MEMORY,
                EXPERTS_START, START_SHARE, SPEED_ERROR));
    if (shape.decode().expertParallel()) {
      levers.add(EXPERT_SKEW);
    }
    addDrafts(shape, levers);
    return sized(
        "soft roofline over the E·(1−(1−k/E)^B) experts that a step touches, p = " + shape.expertsOrder(), levers, BATCH);
  }

  private static Formula bound(String text, Shape shape, boolean arithmetic) {
    List<Lever> levers =
        new ArrayList<>(
            drafted(shape, PEAK, BANDWIDTH, GEMM_COMPUTE, GEMM_MEMORY, GEMM_START, START_SHARE, SPEED_ERROR));
    List<Metric> metrics = new ArrayList<>(List.of(DENSE_TIME, BATCH));
    if (shape.hasExperts()) {
      levers.addAll(List.of(EXPERTS_PEAK, EXPERTS_COMPUTE, EXPERT_WIDTH, EXPERTS_MEMORY, EXPERTS_START));
      metrics.add(EXPERTS_TIME);
    }
    if (arithmetic) {
      levers.addAll(
          List.of(ATTENTION_PEAK, ATTENTION_MEMORY, PREFILL_COMPUTE, ATTENTION_START, INPUT_TOKENS, OUTPUT_TOKENS));
      metrics.add(ATTENTION_TIME);
    }
    return new Formula(text, levers, metrics, true);
  }

  private static Formula communication(Shape shape) {
    if (!Work.sends(shape, shape.decode())) {
      return sized("none: one accelerator holds the layers", List.of());
    }
    List<Lever> levers = new ArrayList<>(drafted(shape, LINK, COLLECTIVE_START, COLLECTIVE_SHARE, OVERLAP, SPEED_ERROR));
    if (shape.decode().tp() > 1) {
      levers.add(ONE_SHOT);
    }
    return sized("collectives × (start + bytes / (link · share)) × (1 − hidden)", levers, BATCH);
  }

  private static Formula prefill(Shape shape) {
    List<Lever> levers =
        new ArrayList<>(
            hits(shape, INPUT_TOKENS, PEAK, ATTENTION_PEAK, BANDWIDTH, GEMM_COMPUTE, GEMM_MEMORY, GEMM_START,
                PREFILL_COMPUTE, PREFILL_SHARE, START_SHARE, CHUNK, STEP_OVERHEAD, LAYER_OVERHEAD, PREFILL_OVERHEAD,
                SPEED_ERROR));
    if (shape.hasExperts()) {
      levers.addAll(List.of(EXPERTS_PEAK, EXPERTS_COMPUTE, EXPERT_WIDTH, EXPERTS_MEMORY, EXPERTS_START));
    }
    if (shape.hasExperts() && shape.prefill().expertParallel()) {
      levers.add(EXPERT_SKEW);
    }
    if (Work.sends(shape, shape.prefill())) {
      levers.addAll(List.of(LINK, COLLECTIVE_START, COLLECTIVE_SHARE, OVERLAP));
    }
    if (shape.prefill().tp() > 1) {
      levers.add(ONE_SHOT);
    }
    return sized(
        "(products + experts + collectives + attention over the tokens not in the cache) / share + overheads", levers,
        BATCH);
  }

  private static Formula hourly(Shape shape) {
    List<Lever> capital =
        List.of(PRICE, SERVER_OVERHEAD, NETWORK_SHARE, LIFE, COST_OF_CAPITAL, OPERATIONS, RATED_POWER, SERVER_POWER,
            POWER_REST, PUE, ELECTRICITY, UTILISATION);
    List<Lever> levers = new ArrayList<>(capital);
    return switch (shape.money()) {
      case RENTAL -> new Formula("rent", List.of(RENTAL_PRICE), List.of(), false);
      case OWN -> {
        levers.addAll(List.of(BUILDING, BUILDING_LIFE));
        yield new Formula(
            "price · (1 + server) / (1 − network) · (annuity + operations) + electricity + building · annuity", levers,
            List.of(FACILITY_WATTS), false);
      }
      case COLOCATION -> {
        levers.add(COLOCATION);
        yield new Formula(
            "price · (1 + server) / (1 − network) · (annuity + operations) + electricity + colocation · rated power",
            levers, List.of(FACILITY_WATTS), false);
      }
    };
  }

  /// Levers of a step, with those of drafts when there are any.
  private static List<Lever> drafted(Shape shape, Lever... levers) {
    List<Lever> all = new ArrayList<>(List.of(levers));
    addDrafts(shape, all);
    return all;
  }

  private static void addDrafts(Shape shape, List<Lever> levers) {
    if (shape.speculative()) {
      levers.addAll(List.of(DRAFT_TOKENS, DRAFT_COST, ACCEPTED_TOKENS));
    }
  }

  /// Levers of reading an input, with the shares of it that lie in a cache.
  private static List<Lever> hits(Shape shape, Lever... levers) {
    List<Lever> all = new ArrayList<>(List.of(levers));
    all.add(CACHE_HIT);
    if (shape.tiered()) {
      all.addAll(List.of(HIT_HOST, HIT_SSD));
    }
    return all;
  }

  private static Formula stored(Shape shape, String text, boolean priced) {
    if (!shape.tiered()) {
      return new Formula("none: no cache outside the accelerators", List.of(), List.of(), false);
    }
    List<Lever> levers = hits(shape, INPUT_TOKENS, OUTPUT_TOKENS, HOLD_TIME);
    if (priced) {
      levers.addAll(List.of(HOST_PRICE, SSD_PRICE, SSD_REWRITES, COST_OF_CAPITAL, LIFE));
    }
    return sized(text, levers, OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR, INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
  }

  /// A quotient of all costs: those of cache outside are among them when there is any.
  private static Formula allCosts(Shape shape, String text, Metric... from) {
    Formula plain = dollars(text, from);
    if (!shape.tiered()) {
      return plain;
    }
    List<Metric> metrics = new ArrayList<>(plain.metrics());
    metrics.add(USD_PER_MILLION_TOKENS_STORAGE);
    return new Formula(text + ", with storage", plain.levers(), metrics, false);
  }

  private static Formula dollars(String text, Metric... from) {
    List<Metric> metrics = new ArrayList<>(List.of(USD_PER_ACCELERATOR_HOUR));
    metrics.addAll(List.of(from));
    return new Formula(text, List.of(UTILISATION), metrics, false);
  }

  static Formula sized(String text, List<Lever> levers, Metric... from) {
    return new Formula(text, levers, List.of(from), true);
  }

  static Formula plain(String text, Metric... from) {
    return new Formula(text, List.of(), List.of(from), false);
  }
}
