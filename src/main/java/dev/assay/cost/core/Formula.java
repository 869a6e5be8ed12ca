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
          new Formula("memory × share used − weights", List.of(MEMORY, MEMORY_SHARE), List.of(WEIGHT_BYTES), false);
      case BATCH_LIMIT ->
          new Formula(
              "cache memory / (cache per token × (input + output / 2))", List.of(INPUT_TOKENS, OUTPUT_TOKENS),
              List.of(CACHE_BYTES, KV_BYTES_PER_TOKEN), true);
      case BATCH ->
          new Formula(
              "min(requests in flight / replicas, fits in memory, engine's limit)", List.of(CONCURRENCY, MAX_BATCH),
              List.of(BATCH_LIMIT), false);
      case DENSE_TIME ->
          sized(
              "((FLOP / (rate · e_c))^p + (bytes / (bandwidth · e_m))^p)^(1/p) + starts, p = " + shape.gemmOrder(),
              List.of(PEAK, BANDWIDTH, GEMM_COMPUTE, GEMM_MEMORY, GEMM_START, START_SHARE, SPEED_ERROR), BATCH);
      case EXPERTS_TIME -> experts(shape);
      case ATTENTION_TIME ->
          sized(
              "√((FLOP / (rate · e_c))² + (cache bytes / (bandwidth · e_m))²) + starts",
              List.of(ATTENTION_PEAK, BANDWIDTH, ATTENTION_MEMORY, PREFILL_COMPUTE, ATTENTION_START, START_SHARE,
                  INPUT_TOKENS, OUTPUT_TOKENS, SPEED_ERROR),
              BATCH);
      case COMMUNICATION_TIME -> communication(shape);
      case OVERHEAD_TIME ->
          sized(
              "per step + per layer × layers + per sequence × sequences",
              List.of(STEP_OVERHEAD, LAYER_OVERHEAD, SEQUENCE_OVERHEAD, SPEED_ERROR), BATCH);
      case STEP_TIME ->
          new Formula(
              "dense + experts + attention + communication + overhead", List.of(),
              List.of(DENSE_TIME, EXPERTS_TIME, ATTENTION_TIME, COMMUNICATION_TIME, OVERHEAD_TIME), false);
      case ARITHMETIC_TIME -> bound("each product's time · its arithmetic side / both sides", shape, true);
      case WEIGHT_TRAFFIC_TIME -> bound("each product's time · its memory side / both sides", shape, false);
      case CACHE_TRAFFIC_TIME ->
          sized(
              "attention's time · its memory side / both sides",
              List.of(ATTENTION_PEAK, BANDWIDTH, ATTENTION_MEMORY, PREFILL_COMPUTE, ATTENTION_START, START_SHARE,
                  INPUT_TOKENS, OUTPUT_TOKENS, SPEED_ERROR),
              ATTENTION_TIME, BATCH);
      case START_TIME -> {
        List<Lever> levers = new ArrayList<>(List.of(GEMM_START, ATTENTION_START, START_SHARE, SPEED_ERROR));
        if (shape.hasExperts()) {
          levers.add(EXPERTS_START);
        }
        yield sized("starts of kernels + the engine's overhead", levers, OVERHEAD_TIME);
      }
      case PREFILL_TIME -> prefill(shape);
      case DECODE_SHARE ->
          new Formula(
              "t_step / (t_step + B · t_prefill / output)", List.of(OUTPUT_TOKENS, GROUP_STALL),
              List.of(STEP_TIME, BATCH, PREFILL_TIME), false);
      case TPOT_MS ->
          new Formula(
              "t_step(B) + (B − 1) · t_prefill / output", List.of(OUTPUT_TOKENS, GROUP_STALL),
              List.of(STEP_TIME, BATCH, PREFILL_TIME), false);
      case TTFT_MS ->
          new Formula(
              "fixed + t_prefill · (1 + queue · (√B − 1)) + steps waited · t_step",
              List.of(TTFT_FIXED, TTFT_STEPS, TTFT_QUEUE, TTFT_ERROR),
              List.of(PREFILL_TIME, BATCH, STEP_TIME), false);
      case TOKENS_PER_SECOND_PER_USER -> plain("1 / TPOT", TPOT_MS);
      case OUTPUT_TOKENS_PER_SECOND ->
          plain("replicas · B · decoding's share of time / t_step", BATCH, DECODE_SHARE, STEP_TIME);
      case OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR -> plain("output rate / accelerators", OUTPUT_TOKENS_PER_SECOND);
      case INPUT_TOKENS_PER_SECOND ->
          new Formula(
              "output rate · input / output", List.of(INPUT_TOKENS, OUTPUT_TOKENS), List.of(OUTPUT_TOKENS_PER_SECOND),
              false);
      case INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR -> plain("input rate / accelerators", INPUT_TOKENS_PER_SECOND);
      case ACCELERATOR_WATTS ->
          sized(
              "rated · min(1, (floor + compute · √(use of arithmetic) + memory · (use of bandwidth)) · error)",
              List.of(RATED_POWER, POWER_FLOOR, POWER_COMPUTE, POWER_MEMORY, POWER_ERROR, PEAK, BANDWIDTH, INPUT_TOKENS,
                  OUTPUT_TOKENS, CACHE_HIT),
              BATCH, TPOT_MS, STEP_TIME, DECODE_SHARE);
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
      case USD_PER_MILLION_OUTPUT_TOKENS ->
          dollars("hourly · 10⁶ / (3600 · output rate per accelerator · utilisation)",
              OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
      case USD_PER_MILLION_INPUT_TOKENS_PREFILL ->
          dollars("hourly · reading's share of time · 10⁶ / (3600 · input rate per accelerator · utilisation)",
              DECODE_SHARE, INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
      case USD_PER_MILLION_TOKENS ->
          dollars("hourly · 10⁶ / (3600 · (input + output rate per accelerator) · utilisation)",
              OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR, INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
      case TOKENS_PER_DOLLAR ->
          dollars("3600 · (input + output rate per accelerator) · utilisation / hourly",
              OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR, INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
    };
  }

  private static Formula experts(Shape shape) {
    if (!shape.hasExperts()) {
      return sized("none: the model is dense", List.of());
    }
    List<Lever> levers =
        new ArrayList<>(
            List.of(EXPERTS_PEAK, BANDWIDTH, EXPERTS_COMPUTE, GEMM_COMPUTE, EXPERT_WIDTH, EXPERTS_MEMORY, EXPERTS_START,
                START_SHARE, SPEED_ERROR));
    if (shape.expertParallel()) {
      levers.add(EXPERT_SKEW);
    }
    return sized(
        "soft roofline over the E·(1−(1−k/E)^B) experts that a step touches, p = " + shape.expertsOrder(), levers, BATCH);
  }

  private static Formula bound(String text, Shape shape, boolean arithmetic) {
    List<Lever> levers =
        new ArrayList<>(
            List.of(PEAK, BANDWIDTH, GEMM_COMPUTE, GEMM_MEMORY, GEMM_START, START_SHARE, SPEED_ERROR));
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

  private static boolean sends(Shape shape) {
    return shape.tp() > 1 || (shape.dp() > 1 && shape.hasExperts());
  }

  private static Formula communication(Shape shape) {
    return sends(shape)
        ? sized("collectives × (start + bytes / (link · share)) × (1 − hidden)",
            List.of(LINK, COLLECTIVE_START, COLLECTIVE_SHARE, OVERLAP, SPEED_ERROR), BATCH)
        : sized("none: one accelerator holds the layers", List.of());
  }

  private static Formula prefill(Shape shape) {
    List<Lever> levers =
        new ArrayList<>(
            List.of(INPUT_TOKENS, CACHE_HIT, PEAK, ATTENTION_PEAK, BANDWIDTH, GEMM_COMPUTE, GEMM_MEMORY, GEMM_START,
                PREFILL_COMPUTE, PREFILL_SHARE, START_SHARE, CHUNK, STEP_OVERHEAD, LAYER_OVERHEAD, PREFILL_OVERHEAD,
                SPEED_ERROR));
    if (shape.hasExperts()) {
      levers.addAll(List.of(EXPERTS_PEAK, EXPERTS_COMPUTE, EXPERT_WIDTH, EXPERTS_MEMORY, EXPERTS_START));
    }
    if (shape.hasExperts() && shape.expertParallel()) {
      levers.add(EXPERT_SKEW);
    }
    if (sends(shape)) {
      levers.addAll(List.of(LINK, COLLECTIVE_START, COLLECTIVE_SHARE, OVERLAP));
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

  private static Formula dollars(String text, Metric... from) {
    List<Metric> metrics = new ArrayList<>(List.of(USD_PER_ACCELERATOR_HOUR));
    metrics.addAll(List.of(from));
    return new Formula(text, List.of(UTILISATION), metrics, false);
  }

  private static Formula sized(String text, List<Lever> levers, Metric... from) {
    return new Formula(text, levers, List.of(from), true);
  }

  private static Formula plain(String text, Metric... from) {
    return new Formula(text, List.of(), List.of(from), false);
  }
}
