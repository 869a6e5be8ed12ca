package dev.assay.cost.core;

import dev.assay.cost.unit.Unit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// An input of the model that may be uncertain or changed: one number of the arithmetic, in base units inside and in
/// [#unit()] for people.
// The one field that is no string is a record of immutable parts.
@SuppressWarnings("ImmutableEnumChecker")
public enum Lever {
  MEMORY("memory of one accelerator", "GiB", Layer.MEMORY_CAPACITY),
  BANDWIDTH("memory bandwidth", "TB/s", Layer.MEMORY_BANDWIDTH),
  PEAK("dense rate of the matrix arithmetic in use", "TFLOPS", Layer.COMPUTE),
  EXPERTS_PEAK("dense rate of the arithmetic of experts", "TFLOPS", Layer.COMPUTE),
  ATTENTION_PEAK("dense rate of the arithmetic of attention", "TFLOPS", Layer.COMPUTE),
  LINK("link to the other accelerators of the group, one direction", "GB/s", Layer.INTERCONNECT),
  RATED_POWER("rated power of one accelerator", "W", Layer.POWER),

  GEMM_COMPUTE("share of the rate that dense products reach", "", Layer.SOFTWARE),
  GEMM_MEMORY("share of the bandwidth that dense products reach", "", Layer.SOFTWARE),
  GEMM_START("start of a dense product", "us", Layer.SOFTWARE),
  EXPERTS_COMPUTE("share of the rate that expert products reach", "", Layer.SOFTWARE),
  EXPERTS_MEMORY("share of the bandwidth that expert products reach", "", Layer.SOFTWARE),
  EXPERTS_START("start of an expert product", "us", Layer.SOFTWARE),
  ATTENTION_MEMORY("share of the bandwidth that attention reaches while decoding", "", Layer.SOFTWARE),
  ATTENTION_START("start of attention while decoding", "us", Layer.SOFTWARE),
  PREFILL_COMPUTE("share of the rate that attention reaches while reading the input", "", Layer.SOFTWARE),
  COLLECTIVE_START("start of a collective", "us", Layer.INTERCONNECT),
  COLLECTIVE_SHARE("share of the link that collectives reach", "", Layer.INTERCONNECT),

  OVERLAP("share of the communication hidden behind other work", "", Layer.INTERCONNECT),
  START_SHARE("share of the kernels' starts that is not hidden", "", Layer.SOFTWARE),
  STEP_OVERHEAD("engine's time for each step", "us", Layer.SOFTWARE),
  LAYER_OVERHEAD("engine's time for each layer", "us", Layer.SOFTWARE),
  SEQUENCE_OVERHEAD("engine's time for each sequence of a step", "us", Layer.SOFTWARE),
  PREFILL_OVERHEAD("engine's time for each request", "us", Layer.SOFTWARE),
  PREFILL_SHARE("share of the kernels' speed that reading the input reaches", "", Layer.SOFTWARE),
  MEMORY_SHARE("share of the memory that the engine uses", "", Layer.MEMORY_CAPACITY),
  MAX_BATCH("largest batch of one scheduler", "", Layer.SOFTWARE),
  CHUNK("tokens of input in one step", "tokens", Layer.SOFTWARE),
  EXPERT_SKEW("load of the busiest group of experts over the average", "", Layer.SOFTWARE),
  EXPERT_WIDTH("width of an expert on one accelerator at which it runs half like a dense product", "", Layer.SOFTWARE),
  GROUP_STALL("share of the input-reading of other attention groups that a group waits for", "", Layer.SOFTWARE),
  TTFT_FIXED("time before the first token that depends on nothing", "ms", Layer.SOFTWARE),
  TTFT_STEPS("decoding steps that a newcomer waits for", "", Layer.SOFTWARE),
  TTFT_QUEUE(
      "input-reading of others that a newcomer waits for, over the root of the requests in flight", "", Layer.SOFTWARE),

  INPUT_TOKENS("input tokens of a request", "tokens", Layer.WORKLOAD),
  OUTPUT_TOKENS("output tokens of a request", "tokens", Layer.WORKLOAD),
  CONCURRENCY("requests in flight in the whole system", "", Layer.WORKLOAD),
  CACHE_HIT("share of input tokens found in the prefix cache", "", Layer.CACHE),

  POWER_REST("share of the rated power drawn while nothing is served", "", Layer.POWER),
  POWER_FLOOR("share of the rated power drawn while serving, before the arithmetic is used", "", Layer.POWER),
  POWER_COMPUTE("share of the rated power that full use of the arithmetic adds", "", Layer.POWER),
  POWER_MEMORY("share of the rated power that full use of the memory adds", "", Layer.POWER),
  SERVER_POWER("power at the server's plug over that of its accelerators", "", Layer.POWER),
  PUE("power usage effectiveness", "", Layer.FACILITY),
  ELECTRICITY("price of electricity", "USD/kWh", Layer.FACILITY),
  UTILISATION("share of paid hours spent at this operating point", "", Layer.CAPITAL),
  PRICE("price of one accelerator", "USD", Layer.CAPITAL),
  SERVER_OVERHEAD("rest of the server over its accelerators' price", "", Layer.CAPITAL),
  NETWORK_SHARE("share of the network in the capital", "", Layer.CAPITAL),
  LIFE("economic life of a server", "years", Layer.CAPITAL),
  COST_OF_CAPITAL("cost of capital for a year", "", Layer.CAPITAL),
  OPERATIONS("operations for a year over the capital", "", Layer.CAPITAL),
  BUILDING("price of a data centre", "USD/W", Layer.FACILITY),
  BUILDING_LIFE("life of a data centre", "years", Layer.FACILITY),
  COLOCATION("rent of colocation", "USD/kW-month", Layer.FACILITY),
  RENTAL_PRICE("rent of an accelerator", "USD/accelerator-hour", Layer.CAPITAL),

  SPEED_ERROR("error of the model's times", "", Layer.MODEL),
  TTFT_ERROR("error of the model's time to first token", "", Layer.MODEL),
  POWER_ERROR("error of the model's power", "", Layer.MODEL);

  private final String label;
  private final Unit unit;
  private final Layer layer;

  Lever(String label, String unit, Layer layer) {
    this.label = label;
    this.unit = Unit.of(unit);
    this.layer = layer;
  }

  /// The part of the stack that a lever belongs to.
  public enum Layer {
    COMPUTE,
    MEMORY_BANDWIDTH,
    MEMORY_CAPACITY,
    CACHE,
    INTERCONNECT,
    POWER,
    FACILITY,
    CAPITAL,
    SOFTWARE,
    WORKLOAD,
    MODEL
  }

  /// The key in scenarios and exports: `cache_hit`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What it is, in words.
  public String label() {
    return label;
  }

  /// The unit that people see.
  public Unit unit() {
    return unit;
  }

  /// The part of the stack that it belongs to.
  public Layer layer() {
    return layer;
  }

  /// The smallest value that makes sense, in base units.
  public double least() {
    return switch (this) {
      case PUE, EXPERT_SKEW, SERVER_POWER, INPUT_TOKENS, OUTPUT_TOKENS, MAX_BATCH, CHUNK -> 1;
      case CACHE_HIT, OVERLAP, COST_OF_CAPITAL, OPERATIONS, SERVER_OVERHEAD, NETWORK_SHARE, START_SHARE, STEP_OVERHEAD,
          LAYER_OVERHEAD, SEQUENCE_OVERHEAD, PREFILL_OVERHEAD, TTFT_FIXED, TTFT_STEPS, TTFT_QUEUE, GROUP_STALL, POWER_REST,
          POWER_FLOOR, POWER_COMPUTE, POWER_MEMORY, GEMM_START, EXPERTS_START, ATTENTION_START, COLLECTIVE_START, ELECTRICITY, COLOCATION, BUILDING, PRICE,
          RENTAL_PRICE -> 0;
      case LIFE, BUILDING_LIFE -> unit.toBase(0.1);
      case CONCURRENCY, UTILISATION -> 0.001;
      case MEMORY, BANDWIDTH, PEAK, EXPERTS_PEAK, ATTENTION_PEAK, LINK, RATED_POWER, GEMM_COMPUTE, GEMM_MEMORY,
          EXPERTS_COMPUTE, EXPERTS_MEMORY, ATTENTION_MEMORY, PREFILL_COMPUTE, COLLECTIVE_SHARE, PREFILL_SHARE, MEMORY_SHARE,
          EXPERT_WIDTH, SPEED_ERROR, TTFT_ERROR, POWER_ERROR -> 1e-12;
    };
  }

  /// The largest value that makes sense, in base units.
  public double most() {
    return switch (this) {
      case CACHE_HIT -> 0.9999;
      case NETWORK_SHARE -> 0.9;
      case UTILISATION, OVERLAP, GROUP_STALL, MEMORY_SHARE, COST_OF_CAPITAL, OPERATIONS, POWER_REST, POWER_FLOOR,
          POWER_COMPUTE, POWER_MEMORY -> 1;
      case INPUT_TOKENS, OUTPUT_TOKENS, CONCURRENCY, MAX_BATCH, CHUNK -> 1e9;
      case PUE, EXPERT_SKEW, SERVER_POWER, SERVER_OVERHEAD, START_SHARE -> 100;
      case LIFE, BUILDING_LIFE -> unit.toBase(1000);
      case MEMORY, BANDWIDTH, PEAK, EXPERTS_PEAK, ATTENTION_PEAK, LINK, RATED_POWER, GEMM_COMPUTE, GEMM_MEMORY,
          GEMM_START, EXPERTS_COMPUTE, EXPERTS_MEMORY, EXPERTS_START, ATTENTION_MEMORY, ATTENTION_START, PREFILL_COMPUTE,
          COLLECTIVE_START, COLLECTIVE_SHARE, STEP_OVERHEAD, LAYER_OVERHEAD, SEQUENCE_OVERHEAD, PREFILL_OVERHEAD,
          PREFILL_SHARE, EXPERT_WIDTH, TTFT_FIXED, TTFT_STEPS, TTFT_QUEUE, ELECTRICITY, PRICE, BUILDING,
          COLOCATION, RENTAL_PRICE, SPEED_ERROR, TTFT_ERROR, POWER_ERROR -> 1e21;
    };
  }

  /// The lever of a key.
  public static Optional<Lever> of(String key) {
    return Arrays.stream(values()).filter(lever -> lever.key().equals(key)).findFirst();
  }

  /// Its place in an array of levers. Such arrays live within one evaluation and are never stored, so the order of the
  /// constants may change.
  @SuppressWarnings("EnumOrdinal")
  public int index() {
    return ordinal();
  }

  /// How many there are: the length of an array of levers.
  public static final int COUNT = values().length;
}
