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
  MEMORY("memory of one accelerator", "GiB", Layer.MEMORY_CAPACITY, Bounds.TINY, Bounds.HUGE),
  BANDWIDTH("memory bandwidth", "TB/s", Layer.MEMORY_BANDWIDTH, Bounds.TINY, Bounds.HUGE),
  PEAK("dense rate of the matrix arithmetic in use", "TFLOPS", Layer.COMPUTE, Bounds.TINY, Bounds.HUGE),
  EXPERTS_PEAK("dense rate of the arithmetic of experts", "TFLOPS", Layer.COMPUTE, Bounds.TINY, Bounds.HUGE),
  ATTENTION_PEAK("dense rate of the arithmetic of attention", "TFLOPS", Layer.COMPUTE, Bounds.TINY, Bounds.HUGE),
  LINK("link to the other accelerators of the group, one direction", "GB/s", Layer.INTERCONNECT, Bounds.TINY, Bounds.HUGE),
  KV_LINK(
      "link between the pools that read inputs and that decode, for each accelerator", "GB/s", Layer.INTERCONNECT, Bounds.TINY,
      Bounds.HUGE),
  RATED_POWER("rated power of one accelerator", "W", Layer.POWER, Bounds.TINY, Bounds.HUGE),

  GEMM_COMPUTE("share of the rate that dense products reach", "", Layer.SOFTWARE, Bounds.TINY, Bounds.HUGE),
  GEMM_MEMORY("share of the bandwidth that dense products reach", "", Layer.SOFTWARE, Bounds.TINY, Bounds.HUGE),
  GEMM_START("start of a dense product", "us", Layer.SOFTWARE, 0, Bounds.HUGE),
  EXPERTS_COMPUTE("share of the rate that expert products reach", "", Layer.SOFTWARE, Bounds.TINY, Bounds.HUGE),
  EXPERTS_MEMORY("share of the bandwidth that expert products reach", "", Layer.SOFTWARE, Bounds.TINY, Bounds.HUGE),
  EXPERTS_START("start of an expert product", "us", Layer.SOFTWARE, 0, Bounds.HUGE),
  ATTENTION_MEMORY("share of the bandwidth that attention reaches while decoding", "", Layer.SOFTWARE, Bounds.TINY, Bounds.HUGE),
  ATTENTION_START("start of attention while decoding", "us", Layer.SOFTWARE, 0, Bounds.HUGE),
  PREFILL_COMPUTE("share of the rate that attention reaches while reading the input", "", Layer.SOFTWARE, Bounds.TINY, Bounds.HUGE),
  COLLECTIVE_START("start of a collective", "us", Layer.INTERCONNECT, 0, Bounds.HUGE),
  COLLECTIVE_SHARE("share of the link that collectives reach", "", Layer.INTERCONNECT, Bounds.TINY, Bounds.HUGE),

  ONE_SHOT(
      "message up to which accelerators send all they have to each other, instead of parts", "MB", Layer.INTERCONNECT, 0,
      Bounds.HUGE),
  OVERLAP("share of the communication hidden behind other work", "", Layer.INTERCONNECT, 0, 1),
  START_SHARE("share of the kernels' starts that is not hidden", "", Layer.SOFTWARE, 0, 100),
  STEP_OVERHEAD("engine's time for each step", "us", Layer.SOFTWARE, 0, Bounds.HUGE),
  LAYER_OVERHEAD("engine's time for each layer", "us", Layer.SOFTWARE, 0, Bounds.HUGE),
  SEQUENCE_OVERHEAD("engine's time for each sequence of a step", "us", Layer.SOFTWARE, 0, Bounds.HUGE),
  PREFILL_OVERHEAD("engine's time for each request", "us", Layer.SOFTWARE, 0, Bounds.HUGE),
  PREFILL_SHARE("share of the kernels' speed that reading the input reaches", "", Layer.SOFTWARE, Bounds.TINY, Bounds.HUGE),
  MEMORY_SHARE("share of the memory that the engine uses", "", Layer.MEMORY_CAPACITY, Bounds.TINY, 1),
  FREE_SHARE(
      "share of the memory left beside the weights that the engine gives to the cache", "", Layer.MEMORY_CAPACITY, Bounds.TINY,
      1),
  OUTPUT_RESERVED(
      "share of a request's output for which the engine holds memory from the start", "", Layer.MEMORY_CAPACITY, 0,
      1),
  WINDOW_SAVING(
      "share of the memory behind an attention window that the engine gives free", "", Layer.MEMORY_CAPACITY, 0,
      1),
  MAX_BATCH("largest batch of one scheduler", "", Layer.SOFTWARE, 1, 1e9),
  CHUNK("tokens of input in one step", "tokens", Layer.SOFTWARE, 1, 1e9),
  EXPERT_SKEW("load of the busiest group of experts over the average", "", Layer.SOFTWARE, 1, 100),
  EXPERT_WIDTH(
      "width of an expert on one accelerator at which it runs half like a dense product", "", Layer.SOFTWARE, Bounds.TINY,
      Bounds.HUGE),
  GROUP_STALL("share of the input-reading of other attention groups that a group waits for", "", Layer.SOFTWARE, 0, 1),
  COHORT(
      "share of the others' input-reading that newcomers wait for, and running requests do not", "", Layer.SOFTWARE, 0,
      1),
  TTFT_FIXED("time before the first token that depends on nothing", "ms", Layer.SOFTWARE, 0, Bounds.HUGE),
  TTFT_STEPS("decoding steps that a newcomer waits for", "", Layer.SOFTWARE, 0, Bounds.HUGE),
  TTFT_GROUPS("input-readings that a newcomer waits for, for each other attention group", "", Layer.SOFTWARE, 0, Bounds.HUGE),

  DRAFT_TOKENS("tokens drafted in a step and checked in the next", "", Layer.SOFTWARE, 0, 1000),
  ACCEPTED_TOKENS("tokens that a step yields on average when drafts are checked", "", Layer.SOFTWARE, 1, 1000),
  DRAFT_COST("time of drafting one token over the time of a step without drafts", "", Layer.SOFTWARE, 0, 100),

  INPUT_TOKENS("input tokens of a request", "tokens", Layer.WORKLOAD, 1, 1e9),
  OUTPUT_TOKENS("output tokens of a request", "tokens", Layer.WORKLOAD, 1, 1e9),
  CONCURRENCY("requests in flight in the whole system", "", Layer.WORKLOAD, 0.001, 1e9),
  CACHE_HIT("share of input tokens whose cache is in the accelerators' memory", "", Layer.CACHE, 0, 0.9999),
  HIT_HOST("share of input tokens whose cache is read from the servers' memory", "", Layer.CACHE, 0, 0.9999),
  HIT_SSD("share of input tokens whose cache is read from SSDs", "", Layer.CACHE, 0, 0.9999),
  HOST_BANDWIDTH("bandwidth from the server's memory, for each accelerator", "GB/s", Layer.CACHE, Bounds.TINY, Bounds.HUGE),
  SSD_BANDWIDTH("bandwidth from SSDs, for each accelerator", "GB/s", Layer.CACHE, Bounds.TINY, Bounds.HUGE),
  HOLD_TIME("time that a cached token is kept for another request", "h", Layer.CACHE, 0, Bounds.HUGE),
  HOST_PRICE("price of the servers' memory", "USD/GB", Layer.CACHE, 0, Bounds.HUGE),
  SSD_PRICE("price of SSDs", "USD/GB", Layer.CACHE, 0, Bounds.HUGE),
  SSD_REWRITES("times that an SSD can be written over", "", Layer.CACHE, 1, 1e9),

  POWER_REST("share of the rated power drawn while nothing is served", "", Layer.POWER, 0, 1),
  POWER_FLOOR("share of the rated power drawn while serving, before the arithmetic is used", "", Layer.POWER, 0, 1),
  POWER_COMPUTE("share of the rated power that full use of the arithmetic adds", "", Layer.POWER, 0, 10),
  POWER_MEMORY("share of the rated power that full use of the memory for weights adds", "", Layer.POWER, 0, 10),
  POWER_CACHE("share of the rated power that full use of the memory for the cache adds", "", Layer.POWER, 0, 10),
  SERVER_POWER("power at the server's plug over that of its accelerators", "", Layer.POWER, 1, 100),
  PUE("power usage effectiveness", "", Layer.FACILITY, 1, 100),
  ELECTRICITY("price of electricity", "USD/kWh", Layer.FACILITY, 0, Bounds.HUGE),
  UTILISATION("share of paid hours spent at this operating point", "", Layer.CAPITAL, 0.001, 1),
  PRICE("price of one accelerator", "USD", Layer.CAPITAL, 0, Bounds.HUGE),
  SERVER_OVERHEAD("rest of the server over its accelerators' price", "", Layer.CAPITAL, 0, 100),
  NETWORK_SHARE("share of the network in the capital", "", Layer.CAPITAL, 0, 0.9),
  LIFE("economic life of a server", "years", Layer.CAPITAL, 0.1, 1000),
  COST_OF_CAPITAL("cost of capital for a year", "", Layer.CAPITAL, 0, 1),
  OPERATIONS("operations for a year over the capital", "", Layer.CAPITAL, 0, 1),
  BUILDING("price of a data centre", "USD/W", Layer.FACILITY, 0, Bounds.HUGE),
  BUILDING_LIFE("life of a data centre", "years", Layer.FACILITY, 0.1, 1000),
  COLOCATION("rent of colocation", "USD/kW-month", Layer.FACILITY, 0, Bounds.HUGE),
  RENTAL_PRICE("rent of an accelerator", "USD/accelerator-hour", Layer.CAPITAL, 0, Bounds.HUGE),

  SPEED_ERROR("error of the model's times", "", Layer.MODEL, Bounds.TINY, Bounds.HUGE),
  RATE_ERROR("error of the model's throughput beside that of its times", "", Layer.MODEL, Bounds.TINY, Bounds.HUGE),
  TPOT_ERROR("error of the model's time per output token beside that of its times", "", Layer.MODEL, Bounds.TINY, Bounds.HUGE),
  TTFT_ERROR("error of the model's time to first token", "", Layer.MODEL, Bounds.TINY, Bounds.HUGE),
  POWER_ERROR("error of the model's power", "", Layer.MODEL, Bounds.TINY, Bounds.HUGE);

  private final String label;
  private final Unit unit;
  private final Layer layer;
  private final double least;
  private final double most;

  /// @param least the smallest value that makes sense, in the unit
  /// @param most  the largest
  Lever(String label, String unit, Layer layer, double least, double most) {
    this.label = label;
    this.unit = Unit.of(unit);
    this.layer = layer;
    this.least = least;
    this.most = most;
  }

  /// Ends that only keep the arithmetic from dividing by nothing or overflowing.
  private static final class Bounds {
    static final double TINY = 1e-12;
    static final double HUGE = 1e12;
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
    return unit.toBase(least);
  }

  /// The largest value that makes sense, in base units.
  public double most() {
    return unit.toBase(most);
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
