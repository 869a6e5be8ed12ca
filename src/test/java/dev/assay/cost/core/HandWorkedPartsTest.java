package dev.assay.cost.core;

import static dev.assay.cost.core.Lever.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.core.Shape.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The same arithmetic by hand where work is spread, corrected by what was measured, or paid for by another account.
class HandWorkedPartsTest extends RoundNumbers {
  /// Of one accelerator with 64 requests: step 1.3408 + 0.65536 = 1.99616 ms, input 1.018753125 ms.
  private static final double STEP = 1.99616e-3;

  private static final double READ = 1.018753125e-3;

  private void experts() {
    expertElements = 1e7;
    experts = 4;
    active = 1;
  }

  @Test
  void aModelTellsItsSizesAsTheyAre() {
    same(1.2e9, run(Metric.PARAMS));
    same(1.1e9, run(Metric.ACTIVE_PARAMS));
    full = 4;
    windowed = 6;
    cacheBytes = 2;
    same(20_480, run(Metric.KV_BYTES_PER_TOKEN));
  }

  @Test
  void acceleratorsOfOneCopyShareTheCache() {
    // each of two has 9 − 0.7 = 8.3 GB, and half of a sequence's 10.24 MB: 8.3·10⁹ / 5.12·10⁶ = 1,621.09375
    accelerators = 2;
    layout = layout(2, 1, 1);
    same(1621.09375, run(Metric.BATCH_LIMIT));
    layout = layout(1, 1, 2);
    same(1621.09375, run(Metric.BATCH_LIMIT));
  }

  @Test
  void aSequenceThatJustFitsIsServedAndALongerOneIsNot() {
    // 7.6·10⁹ / (10,240 · 742,187.5) = 1: 741,687.5 tokens in and half of 1,000 out
    set(CONCURRENCY, 1);
    set(INPUT_TOKENS, 741_687.5);
    same(1, run(Metric.BATCH));
    set(INPUT_TOKENS, 741_688);
    assertTrue(Double.isNaN(run(Metric.BATCH)));
    assertTrue(Double.isNaN(run(Metric.TPOT_MS)));
  }

  @Test
  void whatIsMeasuredSlowerIsSlowerInEachPart() {
    set(SPEED_ERROR, 1.1);
    set(RATE_ERROR, 0.9);
    set(TPOT_ERROR, 1.2);
    set(TTFT_ERROR, 1.3);
    set(STEP_OVERHEAD, 1e-3);
    same(1.3408e-3 * 1.1, run(Metric.DENSE_TIME));
    same(0.65536e-3 * 1.1, run(Metric.ATTENTION_TIME));
    same(1e-3 * 1.1, run(Metric.OVERHEAD_TIME));
    double step = (STEP + 1e-3) * 1.1;
    // an input of 500 tokens goes with 63 others: 1/64 of the engine's millisecond
    double read = (READ + 1e-3 / 64) * 1.1;
    same(step, run(Metric.STEP_TIME));
    same(read, run(Metric.PREFILL_TIME));
    double tpot = (step + 63 * read / 1000) * 1.2;
    same(tpot, run(Metric.TPOT_MS));
    same(1 / tpot, run(Metric.TOKENS_PER_SECOND_PER_USER));
    same(read * 1.3, run(Metric.TTFT_MS));
    double rate = 64_000 / (1000 * step + 64 * read) * 0.9;
    same(rate, run(Metric.OUTPUT_TOKENS_PER_SECOND));
    same(rate / 2, run(Metric.INPUT_TOKENS_PER_SECOND));
    same(rate / 2, run(Metric.INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR));
  }

  @Test
  void collectivesAndExpertsAreMeasuredSlowerToo() {
    set(SPEED_ERROR, 1.1);
    set(COLLECTIVE_START, 10e-6);
    accelerators = 2;
    layout = layout(2, 1, 1);
    same(225.6e-6 * 1.1, run(Metric.COMMUNICATION_TIME));
    layout = layout(1, 1, 1);
    accelerators = 1;
    experts();
    set(CONCURRENCY, 2);
    same(0.1754e-3 * 1.1, run(Metric.EXPERTS_TIME));
  }

  @Test
  void theTimeOfAStepGoesToWhatBindsIt() {
    // two sequences: products 4.4 µs of arithmetic and 1.2 ms of reading, experts 0.4 µs and 0.175 ms, the cache 20.48 µs;
    // half of 5 µs for each of four products, of 3 µs for attention and of 7 µs for the experts start in ten blocks
    experts();
    set(CONCURRENCY, 2);
    set(SPEED_ERROR, 1.1);
    set(START_SHARE, 0.5);
    set(GEMM_START, 5e-6);
    set(ATTENTION_START, 3e-6);
    set(EXPERTS_START, 7e-6);
    set(STEP_OVERHEAD, 1e-3);
    same(4.8e-6 * 1.1, run(Metric.ARITHMETIC_TIME));
    same(1.375e-3 * 1.1, run(Metric.WEIGHT_TRAFFIC_TIME));
    same(20.48e-6 * 1.1, run(Metric.CACHE_TRAFFIC_TIME));
    same((100e-6 + 15e-6 + 35e-6 + 1e-3) * 1.1, run(Metric.START_TIME));
  }

  @Test
  void theSharperTheRooflineTheMoreTheLargerSideTakes() {
    // 0.1408 ms of arithmetic and 1.2 ms of reading, as their fourth powers
    order = 4;
    double both = Math.pow(Math.pow(0.1408e-3, 4) + Math.pow(1.2e-3, 4), 0.25);
    double share = Math.pow(0.1408, 4) / (Math.pow(0.1408, 4) + Math.pow(1.2, 4));
    same(both, run(Metric.DENSE_TIME));
    same(both * share, run(Metric.ARITHMETIC_TIME));
    same(both * (1 - share), run(Metric.WEIGHT_TRAFFIC_TIME));
    order = 2;
    same(Math.hypot(0.1408e-3, 1.2e-3) * 0.1408 * 0.1408 / (0.1408 * 0.1408 + 1.2 * 1.2), run(Metric.ARITHMETIC_TIME));
  }

  @Test
  void theBusiestHolderOfExpertsReadsMoreThanTheMean() {
    // each of two groups decodes one token: 4 · (1 − (3/4)²) = 1.75 of 4 experts are wanted, 0.875 of the two that each holds;
    // half a standard deviation more: 0.4375 + 0.5 · √(0.4375 · 0.5625 / 2). Two weights of 10⁷ bytes in ten blocks on each
    experts();
    deviations = 0.5;
    layout = layout(1, 2, 1);
    accelerators = 2;
    set(CONCURRENCY, 2);
    double share = 0.4375 + 0.5 * Math.sqrt(0.4375 * 0.5625 / 2);
    same(2 * 1e8 * share / 1e12 + 2 * 1e8 / 1e15, run(Metric.EXPERTS_TIME));
    // so many deviations that all are read
    deviations = 50;
    layout = layout(1, 2, 1);
    same(2 * 1e8 / 1e12 + 2 * 1e8 / 1e15, run(Metric.EXPERTS_TIME));
  }

  @Test
  void groupsReadTheirOwnInputs() {
    // two groups with 32 requests each: 1/32 of a pass over the weights for each input
    accelerators = 2;
    layout = layout(1, 2, 1);
    same(1e-3 + 6.25e-9 + 37.5e-6, run(Metric.PREFILL_TIME));
  }

  @Test
  void windowsSparePairsOfAnInput() {
    // five blocks see 500 · 250 pairs, five 500 · 100: 875,000 · 800 FLOP / 10¹⁵ = 0.7 µs
    full = 5;
    windowed = 5;
    prefillFlops = 800;
    same(READ + 0.7e-6, run(Metric.PREFILL_TIME));
    // a window that holds all is none, also where half of the input lies in a cache: 250 tokens see 500 − 125 on average
    window = 1000;
    full = 0;
    windowed = 10;
    set(CACHE_HIT, 0.5);
    same(0.5e-3 + 3.125e-9 + 18.75e-6 + 10 * 250 * 375 * 800 / 1e15, run(Metric.PREFILL_TIME));
  }

  @Test
  void whatLoadingHasToBeatIsSharedByTheAcceleratorsOfACopy() {
    accelerators = 4;
    layout = layout(2, 1, 2);
    same(10_240 * 500 / run(Metric.PREFILL_TIME) / 4, run(Metric.CACHE_BREAK_EVEN_BANDWIDTH));
  }

  @Test
  void groupsThatShareExpertsWaitForEachOthersInputs() {
    // each of two groups of two stages has 32 requests; the more of its time it reads, the less it waits for the other
    accelerators = 4;
    layout = layout(1, 2, 2);
    set(GROUP_STALL, 0.5);
    double step = run(Metric.STEP_TIME);
    double read = run(Metric.PREFILL_TIME);
    double alone = 32 * read / (32 * read + 1000 * step * 2);
    double inputs = 32 + 32 * 0.5 * (1 - alone);
    same(64 / (step + inputs / 2 * read / 1000), run(Metric.OUTPUT_TOKENS_PER_SECOND));
    same(step + (inputs - 1) / 2 * read / 1000, run(Metric.TPOT_MS));
  }

  @Test
  void aSlowCacheOutsideSetsThePace() {
    // 40 % of 500 · 10,240 B over 10⁶ B/s: 2.048 s for each request, 64 of them for 1,000 tokens each
    tiered = true;
    set(HIT_HOST, 0.4);
    set(HOST_BANDWIDTH, 1e6);
    set(SSD_BANDWIDTH, 1e10);
    same(2.048, run(Metric.LOAD_TIME));
    same(64 / (64 * 2.048 / 1000), run(Metric.OUTPUT_TOKENS_PER_SECOND));
  }

  @Test
  void aPoolOfItsOwnHasItsOwnAccelerators() {
    apart = true;
    accelerators = 4;
    layout = layout(2, 1, 2);
    double rate = run(Metric.OUTPUT_TOKENS_PER_SECOND);
    same(rate / 1000 * run(Metric.PREFILL_TIME) * 4, run(Metric.PREFILL_ACCELERATORS));
    same(4 / (4 + run(Metric.PREFILL_ACCELERATORS)), run(Metric.DECODE_SHARE));
    // the cache of 500 tokens moves over the links of two accelerators: 0.256 ms
    same(run(Metric.PREFILL_TIME) + 0.256e-3, run(Metric.TTFT_MS));
  }

  @Test
  void copiesShareTheWaiting() {
    // two copies with places for 742.1875 each, and twice as many requests: everybody waits for one request's time
    accelerators = 2;
    set(CONCURRENCY, 2 * 1484.375);
    same(run(Metric.PREFILL_TIME) + 1000 * run(Metric.TPOT_MS), run(Metric.TTFT_MS));
  }

  @Test
  void powerIsToldAtEachMeter() {
    set(POWER_FLOOR, 0.4);
    set(POWER_ERROR, 1.5);
    set(SERVER_POWER, 1.4);
    set(PUE, 1.25);
    double rate = 64_000 / (1000 * STEP + 64 * READ);
    same(600, run(Metric.ACCELERATOR_WATTS));
    same(840, run(Metric.WALL_WATTS));
    same(1050, run(Metric.FACILITY_WATTS));
    same(rate / 600, run(Metric.TOKENS_PER_JOULE_ACCELERATOR));
    same(rate / 840, run(Metric.TOKENS_PER_JOULE));
    same(rate / 1050, run(Metric.TOKENS_PER_JOULE_FACILITY));
  }

  @Test
  void whoStoresNothingPaysForNoStorage() {
    same(0, run(Metric.STORED_BYTES));
    same(0, run(Metric.USD_PER_MILLION_TOKENS_STORAGE));
    same(0, run(Metric.CACHE_BREAK_EVEN_READS));
    tiered = true;
    set(HOLD_TIME, 3600);
    set(HOST_PRICE, 1);
    set(SSD_PRICE, 1);
    set(SSD_REWRITES, 1000);
    set(LIFE, 5 * 365.25 * 86400);
    set(HOST_BANDWIDTH, 1e11);
    set(SSD_BANDWIDTH, 1e10);
    // nothing is read from either, so nothing is kept there
    same(0, run(Metric.USD_PER_MILLION_TOKENS_STORAGE));
    assertTrue(run(Metric.STORED_BYTES) > 0);
  }

  @Test
  void storedTokensPayOnceTheyAreReadOftenEnough() {
    // 20 % lies in servers at 1 USD/GB for a year: 1,400 new tokens of each request are kept for an hour
    tiered = true;
    accelerators = 4;
    layout = layout(2, 1, 2);
    set(HIT_HOST, 0.2);
    set(HOST_BANDWIDTH, 1e11);
    set(SSD_BANDWIDTH, 1e10);
    set(HOLD_TIME, 3600);
    set(HOST_PRICE, 1e-9);
    set(LIFE, 365.25 * 86400);
    set(UTILISATION, 0.5);
    double perToken = 3600 * 10_240 * 1e-9 / (365.25 * 86400);
    // reading a token anew: its share of the time of 400 on four accelerators at 2 USD an hour, half of it idle
    double anew = 2.0 / 3600 / 0.5 * run(Metric.PREFILL_TIME) * 4 / 400;
    same(perToken / anew, run(Metric.CACHE_BREAK_EVEN_READS));
    // reading pays for the storage: all costs are those of reading and of writing
    double whole = 1.5 * run(Metric.USD_PER_MILLION_TOKENS);
    same(whole, 0.5 * run(Metric.USD_PER_MILLION_INPUT_TOKENS_PREFILL) + run(Metric.USD_PER_MILLION_OUTPUT_TOKENS_DECODE));
    assertEquals(Money.RENTAL, money);
  }

  @Test
  void aMetricIsFoundByItsKeyAndALeverHasItsBounds() {
    assertEquals(Optional.of(Metric.TPOT_MS), Metric.of("tpot_ms"));
    assertEquals(Optional.empty(), Metric.of("tpot"));
    assertEquals(Stream.of(Metric.values()).map(Metric::key).toList(), Metric.keys());
    assertEquals("time per output token", Metric.TPOT_MS.label());
    for (Lever lever : List.of(CACHE_HIT, INPUT_TOKENS, PUE)) {
      assertTrue(lever.least() < lever.most() && !lever.label().isEmpty(), lever.key());
    }
    assertEquals(1, PUE.least());
    assertEquals(Samples.at(7, 3), Samples.of(Samples.COUNT)[3][7]);
    assertEquals(10, Samples.of(10)[0].length);
  }
}
