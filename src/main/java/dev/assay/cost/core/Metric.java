package dev.assay.cost.core;

import dev.assay.cost.unit.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A number that the model computes, named as in `base.usd_per_million_output_tokens`.
///
/// Each says which tokens, which power and which price it means: output tokens unless it says otherwise, power at the
/// accelerator, at the server's plug ("wall") or at the meter of the facility.
// The one field that is no string is a record of immutable parts.
@SuppressWarnings("ImmutableEnumChecker")
public enum Metric {
  PARAMS("parameters", "billion"),
  ACTIVE_PARAMS("parameters that one token uses", "billion"),
  KV_BYTES_PER_TOKEN("cache written per token", "B/token"),
  WEIGHT_BYTES("weights on one accelerator", "GB"),
  CACHE_BYTES("memory left for the cache on one accelerator", "GB"),
  BATCH_LIMIT("sequences that fit in memory, one replica", ""),
  BATCH("sequences decoded together, one replica", ""),
  DENSE_TIME("dense products in a step", "ms"),
  EXPERTS_TIME("expert products in a step", "ms"),
  ATTENTION_TIME("attention in a step", "ms"),
  COMMUNICATION_TIME("communication in a step", "ms"),
  OVERHEAD_TIME("engine's overhead in a step", "ms"),
  STEP_TIME("time of one decoding step", "ms"),
  ARITHMETIC_TIME("time of a step bound by arithmetic", "ms"),
  WEIGHT_TRAFFIC_TIME("time of a step bound by reading weights", "ms"),
  CACHE_TRAFFIC_TIME("time of a step bound by reading the cache", "ms"),
  START_TIME("time of a step bound by starting kernels and by the engine", "ms"),
  PREFILL_TIME("time to read the input of one request", "ms"),
  LOAD_TIME("time to load the cached input of one request from outside the accelerators", "ms"),
  CACHE_BREAK_EVEN_BANDWIDTH("bandwidth above which loading the cache beats computing it, for each accelerator", "GB/s"),
  PREFILL_ACCELERATORS("accelerators of the pool that reads inputs", ""),
  DECODE_SHARE("share of time spent decoding", "%"),
  TPOT_MS("time per output token", "ms"),
  TTFT_MS("time to first token", "ms"),
  TOKENS_PER_SECOND_PER_USER("output tokens per second for one user", "tokens/s"),
  OUTPUT_TOKENS_PER_SECOND("output tokens per second, whole system", "tokens/s"),
  OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR("output tokens per second per accelerator", "tokens/s"),
  INPUT_TOKENS_PER_SECOND("input tokens per second, whole system, cached ones included", "tokens/s"),
  INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR("input tokens per second per accelerator", "tokens/s"),
  ACCELERATOR_WATTS("power of one accelerator", "W"),
  WALL_WATTS("power at the server's plug, per accelerator", "W"),
  FACILITY_WATTS("power at the facility's meter, per accelerator", "W"),
  TOKENS_PER_JOULE("output tokens per joule at the server's plug", "tokens/J"),
  TOKENS_PER_JOULE_ACCELERATOR("output tokens per joule of the accelerators", "tokens/J"),
  TOKENS_PER_JOULE_FACILITY("output tokens per joule at the facility's meter", "tokens/J"),
  JOULES_PER_OUTPUT_TOKEN("joules of the accelerators per output token", "J/token"),
  USD_PER_ACCELERATOR_HOUR("all costs of one accelerator for an hour", "USD/h"),
  USD_PER_MILLION_OUTPUT_TOKENS("all costs per million output tokens", "USD"),
  USD_PER_MILLION_OUTPUT_TOKENS_DECODE("decoding's share of all costs, by time, per million output tokens", "USD"),
  USD_PER_MILLION_INPUT_TOKENS_PREFILL("prefill's share of all costs, by time, per million input tokens", "USD"),
  STORED_BYTES("cache held outside, for each accelerator", "GB"),
  USD_PER_MILLION_TOKENS_STORAGE("holding cache outside and wearing out SSDs, per million tokens", "USD"),
  CACHE_BREAK_EVEN_READS("readings of a stored token that pay for its storage", ""),
  USD_PER_MILLION_TOKENS("all costs per million tokens, input and output", "USD"),
  TOKENS_PER_DOLLAR("tokens per dollar, input and output", "tokens/USD");

  private final String label;
  private final Unit unit;

  Metric(String label, String unit) {
    this.label = label;
    this.unit = Unit.of(unit);
  }

  /// Its place in an array of metrics. Such arrays live within one evaluation and are never stored, so the order of the
  /// constants may change.
  @SuppressWarnings("EnumOrdinal")
  public int index() {
    return ordinal();
  }

  /// How many there are: the length of an array of metrics.
  public static final int COUNT = values().length;

  /// The key in columns and expressions: `tpot_ms`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What it is, in words.
  public String label() {
    return label;
  }

  /// The unit it is printed in; the arithmetic has base units.
  public Unit unit() {
    return unit;
  }

  /// The metric of a key.
  public static Optional<Metric> of(String key) {
    return Arrays.stream(values()).filter(metric -> metric.key().equals(key)).findFirst();
  }

  /// Every key.
  public static List<String> keys() {
    return Arrays.stream(values()).map(Metric::key).toList();
  }
}
