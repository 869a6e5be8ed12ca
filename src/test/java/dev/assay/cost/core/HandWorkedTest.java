package dev.assay.cost.core;

import static dev.assay.cost.core.Lever.*;

import dev.assay.cost.core.Shape.Money;
import org.junit.jupiter.api.Test;

/// The model's arithmetic done by hand, the main way through it.
class HandWorkedTest extends RoundNumbers {
  @Test
  void weightsOfOneAccelerator() {
    // 10⁹ · 1 B + 10⁸ · 2 B + 10⁸ · 2 B = 1.4 GB
    same(1.4e9, run(Metric.WEIGHT_BYTES));
  }

  @Test
  void weightsAreHalvedOverTwo() {
    layout = layout(2, 1, 1);
    accelerators = 2;
    same(0.7e9, run(Metric.WEIGHT_BYTES));
  }

  @Test
  void weightsOfExpertsAreSpreadAndOthersRepeatedOverGroups() {
    // two groups: each has the 1.4 GB; 8 experts · 10 blocks · 10⁷ weights = 0.8 GB are spread: 1.4 + 0.4 = 1.8 GB
    layout = layout(1, 2, 1);
    accelerators = 2;
    expertElements = 1e7;
    experts = 8;
    active = 2;
    same(1.8e9, run(Metric.WEIGHT_BYTES));
  }

  @Test
  void memoryLeftForTheCache() {
    // 10 GB · 0.9 − 1.4 GB = 7.6 GB
    same(7.6e9, run(Metric.CACHE_BYTES));
    set(FREE_SHARE, 0.5);
    same(3.8e9, run(Metric.CACHE_BYTES));
  }

  @Test
  void cacheOfOneToken() {
    // 1,024 B · 10 blocks
    same(10_240, run(Metric.KV_BYTES_PER_TOKEN));
  }

  @Test
  void requestsThatFit() {
    // 7.6·10⁹ / (10,240 · (500 + 1,000 / 2)) = 742.1875
    same(742.1875, run(Metric.BATCH_LIMIT));
    same(64, run(Metric.BATCH));
    set(CONCURRENCY, 2000);
    same(742.1875, run(Metric.BATCH));
  }

  @Test
  void windowsLeaveRoomForMore() {
    // half of the blocks keep 100 tokens only: 7.6·10⁹ / (1,024 · (5 · 1,000 + 5 · 100)) = 1,349.4318…
    full = 5;
    windowed = 5;
    same(7.6e9 / (1024 * 5500.0), run(Metric.BATCH_LIMIT));
    // an engine that does not free them fits what it fits without windows
    set(WINDOW_SAVING, 0);
    same(742.1875, run(Metric.BATCH_LIMIT));
  }

  @Test
  void oneSequenceIsBoundByReadingWeights() {
    // 2 · 1.1·10⁹ / 10¹⁵ = 2.2 µs of arithmetic after 1.2·10⁹ B / 10¹² B/s = 1.2 ms of reading
    set(CONCURRENCY, 1);
    same(1.2022e-3, run(Metric.DENSE_TIME));
    // as the larger side takes all, the softer the less: √(1.2² + 0.0022²) ms
    order = 2;
    same(Math.sqrt(1.2 * 1.2 + 0.0022 * 0.0022) * 1e-3, run(Metric.DENSE_TIME));
  }

  @Test
  void sixtyFourSequencesShareTheReading() {
    // 64 · 2.2 µs + 1.2 ms = 1.3408 ms; with four starts of 5 µs in each of ten blocks 0.2 ms more
    same(1.3408e-3, run(Metric.DENSE_TIME));
    set(GEMM_START, 5e-6);
    same(1.5408e-3, run(Metric.DENSE_TIME));
  }

  @Test
  void attentionReadsTheCache() {
    // 64 sequences · 1,000 tokens · 10 blocks · 1,024 B / 10¹² B/s = 0.65536 ms
    same(0.65536e-3, run(Metric.ATTENTION_TIME));
    // with 10⁶ FLOP for each token and block: 0.64 ms of arithmetic, √(0.65536² + 0.64²) ms together
    decodeFlops = 1e6;
    same(Math.sqrt(0.65536 * 0.65536 + 0.64 * 0.64) * 1e-3, run(Metric.ATTENTION_TIME));
  }

  @Test
  void twoTokensTouchPartOfTheExperts() {
    // 4 experts, 1 visited: 4 · (1 − (3/4)²) = 1.75 touched; 1.75 · 10 blocks · 10⁷ B / 10¹² = 0.175 ms of reading
    // and 2 · 10⁷ · 10 · 1 · 2 / 10¹⁵ = 0.4 µs of arithmetic
    expertElements = 1e7;
    experts = 4;
    active = 1;
    set(CONCURRENCY, 2);
    same(0.1754e-3, run(Metric.EXPERTS_TIME));
  }

  @Test
  void twoAcceleratorsAddUpTwiceInEachBlock() {
    // 20 collectives · (10 µs + 64 · 1,000 · 2 B · 2 · ½ / 10¹¹ B/s) = 20 · 11.28 µs
    layout = layout(2, 1, 1);
    accelerators = 2;
    set(COLLECTIVE_START, 10e-6);
    same(225.6e-6, run(Metric.COMMUNICATION_TIME));
    set(OVERLAP, 0.75);
    same(56.4e-6, run(Metric.COMMUNICATION_TIME));
  }

  @Test
  void theEngineTakesItsTime() {
    // 1 ms for the step, 10 µs for each of ten blocks, 5 µs for each of 64 sequences: 1 + 0.1 + 0.32 ms
    set(STEP_OVERHEAD, 1e-3);
    set(LAYER_OVERHEAD, 1e-5);
    set(SEQUENCE_OVERHEAD, 5e-6);
    same(1.42e-3, run(Metric.OVERHEAD_TIME));
  }

  @Test
  void readingAnInput() {
    // arithmetic of 500 tokens: 2 · 10⁹ · 500 / 10¹⁵ = 1 ms. All 64 inputs wait, so 32,000 tokens would go together and
    // this one takes 1/64 of a pass: output layer 2 · 10⁸ / 10¹⁵ / 64 = 3.125 ns, weights 1.2 ms / 64 = 18.75 µs
    same(1e-3 + 3.125e-9 + 18.75e-6, run(Metric.PREFILL_TIME));
  }

  @Test
  void aCachedHalfHalvesTheReading() {
    // 250 tokens: ½ ms; 250 of 16,000 tokens: the same 1/64 of a pass
    set(CACHE_HIT, 0.5);
    same(0.5e-3 + 3.125e-9 + 18.75e-6, run(Metric.PREFILL_TIME));
  }

  @Test
  void attentionOverAnInput() {
    // every token sees 500 − 250 others on average: 500 · 250 · 10 blocks · 800 FLOP / 10¹⁵ = 1 µs
    prefillFlops = 800;
    same(1e-3 + 3.125e-9 + 18.75e-6 + 1e-6, run(Metric.PREFILL_TIME));
  }

  /// Step 1.3408 + 0.65536 = 1.99616 ms, input 1.018753125 ms.
  private static final double STEP = 1.99616e-3;

  private static final double READ = 1.018753125e-3;

  @Test
  void theClosedLoop() {
    // 64 · 1,000 / (1,000 · 1.99616 ms + 64 · 1.018753125 ms)
    same(64_000 / (1000 * STEP + 64 * READ), run(Metric.OUTPUT_TOKENS_PER_SECOND));
    // a sequence waits for the inputs of the 63 others
    same(STEP + 63 * READ / 1000, run(Metric.TPOT_MS));
    same(1000 * STEP / (1000 * STEP + 64 * READ), run(Metric.DECODE_SHARE));
  }

  @Test
  void whatNewcomersWaitForRunningRequestsDoNot() {
    // a quarter of the others' readings moves from the time per token to the first token; 40 ms and two steps besides
    set(COHORT, 0.25);
    set(TTFT_FIXED, 0.04);
    set(TTFT_STEPS, 2);
    same(STEP + 63 * READ / 1000 * 0.75, run(Metric.TPOT_MS));
    same(0.04 + READ * (1 + 0.25 * 63) + 2 * STEP, run(Metric.TTFT_MS));
  }

  @Test
  void whoFindsNoPlaceWaits() {
    // places for 742.1875 of 1,484.375 requests: everybody waits for one request's time, 1,000 tokens
    set(CONCURRENCY, 1484.375);
    double tpot = run(Metric.TPOT_MS);
    same(run(Metric.PREFILL_TIME) + 1000 * tpot, run(Metric.TTFT_MS));
  }

  @Test
  void powerFollowsTheUse() {
    // floor 0.5; arithmetic 2 · 10⁹ · 1.5 tokens · rate / 10¹⁵, its root times 0.4; weights 1.2 GB and cache 0.65536 GB of
    // the 10¹² B/s in a step, in the share of time that decodes
    set(POWER_FLOOR, 0.5);
    set(POWER_COMPUTE, 0.4);
    set(POWER_MEMORY, 0.1);
    set(POWER_CACHE, 0.2);
    double rate = 64_000 / (1000 * STEP + 64 * READ);
    double decoding = 1000 * STEP / (1000 * STEP + 64 * READ);
    double use = 2e9 * 1.5 * rate / 1e15;
    double watts =
        1000 * (0.5 + 0.4 * Math.sqrt(use) + (0.1 * 1.2e9 + 0.2 * 0.65536e9) / 1e12 / STEP * decoding);
    same(watts, run(Metric.ACCELERATOR_WATTS));
    set(SERVER_POWER, 1.4);
    set(PUE, 1.25);
    same(watts * 1.75, run(Metric.FACILITY_WATTS));
    same(rate / (watts * 1.4), run(Metric.TOKENS_PER_JOULE));
    same(watts / rate, run(Metric.JOULES_PER_OUTPUT_TOKEN));
  }

  @Test
  void noAcceleratorDrawsMoreThanItIsRatedFor() {
    set(POWER_FLOOR, 1);
    set(POWER_COMPUTE, 1);
    same(1000, run(Metric.ACCELERATOR_WATTS));
  }

  @Test
  void rentByTheToken() {
    // 2 USD for 3,600 s at half use, over the closed loop's tokens
    set(UTILISATION, 0.5);
    double rate = 64_000 / (1000 * STEP + 64 * READ);
    same(2 * 1e6 / (3600 * rate * 0.5), run(Metric.USD_PER_MILLION_OUTPUT_TOKENS));
    same(2 * 1e6 / (3600 * rate * 1.5 * 0.5), run(Metric.USD_PER_MILLION_TOKENS));
    same(3600 * rate * 1.5 * 0.5 / 2, run(Metric.TOKENS_PER_DOLLAR));
  }

  /// A year has 8,766 hours.
  @Test
  void anOwnedHour() {
    // 27,000 USD · 1.2 / 0.9 = 36,000 USD over five years without interest, and 4 % to run it: 8,640 USD a year;
    // 1,000 W at 0.1 USD/kWh all the time: 0.1 USD an hour; a hall of 10 USD/W over ten years: 1,000 USD a year
    money = Money.OWN;
    own();
    set(BUILDING, 10);
    set(BUILDING_LIFE, 10 * 365.25 * 86400);
    same(8640 / 8766.0 + 0.1 + 1000 / 8766.0, 3600 * run(Metric.USD_PER_ACCELERATOR_HOUR));
  }

  private void own() {
    set(PRICE, 27_000);
    set(SERVER_OVERHEAD, 0.2);
    set(NETWORK_SHARE, 0.1);
    set(LIFE, 5 * 365.25 * 86400);
    set(OPERATIONS, 0.04);
    set(POWER_FLOOR, 1);
    set(ELECTRICITY, 0.1 / 3.6e6);
  }

  @Test
  void aColocatedHour() {
    // the same server in a hall for 100 USD per kW and month: 0.1 · 12 / 8,766 of it for each W and hour
    money = Money.COLOCATION;
    own();
    set(COLOCATION, 100 / 1000.0 / (365.25 * 86400 / 12));
    same(8640 / 8766.0 + 0.1 + 100 * 12 / 8766.0, 3600 * run(Metric.USD_PER_ACCELERATOR_HOUR));
  }

  @Test
  void interestMakesAnAnnuity() {
    // 10 % over two years: 0.1 / (1 − 1.1⁻²) = 0.576190476 a year
    money = Money.COLOCATION;
    set(PRICE, 10_000);
    set(COST_OF_CAPITAL, 0.1);
    set(LIFE, 2 * 365.25 * 86400);
    same(10_000 * 0.1 / (1 - 1 / 1.21) / 8766, 3600 * run(Metric.USD_PER_ACCELERATOR_HOUR));
  }

  @Test
  void aPoolOfItsOwnReadsInputs() {
    // decoding alone: 64 / 1.99616 ms; so many requests of 1,000 tokens, each 1.018753125 ms of one accelerator
    apart = true;
    double rate = 64 / STEP;
    same(rate, run(Metric.OUTPUT_TOKENS_PER_SECOND));
    same(rate / 1000 * READ, run(Metric.PREFILL_ACCELERATORS));
    same(rate / (1 + rate / 1000 * READ), run(Metric.OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR));
    // the cache of 500 tokens moves over 10¹⁰ B/s: 0.512 ms
    same(READ + 0.512e-3, run(Metric.TTFT_MS));
  }

  @Test
  void cacheOnSsds() {
    // 40 % of 500 tokens · 10,240 B from an SSD of 10 GB/s: 0.2048 ms
    tiered = true;
    set(HIT_SSD, 0.4);
    set(SSD_BANDWIDTH, 1e10);
    set(HOST_BANDWIDTH, 1e11);
    same(0.2048e-3, run(Metric.LOAD_TIME));
    // 300 tokens are left to read in 0.6 ms and 1/64 of a pass: from 300 · 10,240 B / that time on loading is quicker
    double read = 0.6e-3 + 3.125e-9 + 18.75e-6;
    same(read, run(Metric.PREFILL_TIME));
    same(300 * 10_240 / read, run(Metric.CACHE_BREAK_EVEN_BANDWIDTH));
    // 1,300 new tokens of each request are kept for an hour, on drives of 0.1 USD/GB that last five years and 1,000 writes
    set(HOLD_TIME, 3600);
    set(SSD_PRICE, 0.1e-9);
    set(SSD_REWRITES, 1000);
    set(LIFE, 5 * 365.25 * 86400);
    double bytes = run(Metric.OUTPUT_TOKENS_PER_SECOND) / 1000 * 1300 * 10_240;
    same(bytes * 3600, run(Metric.STORED_BYTES));
    double perSecond = bytes * 3600 * 0.1e-9 / (5 * 365.25 * 86400) + bytes * 0.1e-9 / 1000;
    same(perSecond * 1e6 / (1.5 * run(Metric.OUTPUT_TOKENS_PER_SECOND)), run(Metric.USD_PER_MILLION_TOKENS_STORAGE));
  }

  @Test
  void draftsAreCheckedTogether() {
    // three drafts: 256 tokens of arithmetic, 0.5632 ms, after 1.2 ms of reading, and the cache once: 2.41856 ms;
    // half of it again for three drafts at a sixth each; two tokens come of it
    drafts = true;
    set(DRAFT_TOKENS, 3);
    set(DRAFT_COST, 1 / 6.0);
    set(ACCEPTED_TOKENS, 2);
    set(CONCURRENCY, 64);
    double step = (0.5632e-3 + 1.2e-3 + 0.65536e-3) * 1.5;
    same(step, run(Metric.STEP_TIME));
    same(64_000 / (1000 * step / 2 + 64 * READ), run(Metric.OUTPUT_TOKENS_PER_SECOND));
  }

  @Test
  void twoReplicasAndTwoStages() {
    // two accelerators with a copy each serve 32 requests each: step (32 · 2.2 µs + 1.2 ms) + 0.32768 ms
    accelerators = 2;
    double step = 32 * 2.2e-6 + 1.2e-3 + 0.32768e-3;
    same(step, run(Metric.STEP_TIME));
    // as two stages of one copy, each stage has half of the blocks and half of the requests: the same step over all blocks
    layout = layout(1, 1, 2);
    same(step, run(Metric.STEP_TIME));
    same(0.7e9, run(Metric.WEIGHT_BYTES));
  }

  @Test
  void theSharesOfAStepAddUp() {
    set(STEP_OVERHEAD, 1e-3);
    decodeFlops = 1e6;
    double sum =
        run(Metric.ARITHMETIC_TIME) + run(Metric.WEIGHT_TRAFFIC_TIME) + run(Metric.CACHE_TRAFFIC_TIME)
            + run(Metric.COMMUNICATION_TIME) + run(Metric.START_TIME);
    same(run(Metric.STEP_TIME), sum);
    // of 1.3408 ms of products 0.1408 are arithmetic; of attention, as 0.64² to 0.65536²
    double attention = Math.sqrt(0.65536 * 0.65536 + 0.64 * 0.64) * 1e-3;
    double side = 0.64 * 0.64 / (0.64 * 0.64 + 0.65536 * 0.65536);
    same(0.1408e-3 + attention * side, run(Metric.ARITHMETIC_TIME));
  }
}
