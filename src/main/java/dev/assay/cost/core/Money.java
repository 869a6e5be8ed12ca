package dev.assay.cost.core;

import static dev.assay.cost.core.Evaluation.get;
import static dev.assay.cost.core.Evaluation.set;
import static dev.assay.cost.core.Lever.*;
import static dev.assay.cost.core.Work.at;

/// What an accelerator costs for an hour, what its cache outside costs, and from both the cost of tokens.
///
/// All costs are split between reading and writing by the time that each takes (with a pool of its own: by accelerators).
final class Money {
  private static final double HOUR = 3600;
  private static final double YEAR = 365.25 * 24 * HOUR;
  private static final double MILLION = 1e6;

  private Money() {}

  static void run(Shape s, double[] x, double[] y) {
    double hourly =
        switch (s.money()) {
          case RENTAL -> at(x, RENTAL_PRICE) * HOUR;
          case OWN -> capital(x) + energy(x, y) + building(x);
          case COLOCATION -> capital(x) + energy(x, y) + at(x, COLOCATION) * provisioned(x) * HOUR;
        };
    set(y, Metric.USD_PER_ACCELERATOR_HOUR, hourly / HOUR);
    double output = get(y, Metric.OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
    double input = get(y, Metric.INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
    double computing = hourly / HOUR / at(x, UTILISATION);
    if (!s.tiered()) {
      set(y, Metric.STORED_BYTES, 0);
    }
    double storage = s.tiered() ? storage(s, x, y, output / at(x, OUTPUT_TOKENS)) : 0;
    set(y, Metric.USD_PER_MILLION_TOKENS_STORAGE, s.tiered() ? storage / (input + output) * MILLION : 0);
    double reuse = s.tiered() ? reuse(s, x, y, computing, storage, output / at(x, OUTPUT_TOKENS)) : 0;
    set(y, Metric.CACHE_BREAK_EVEN_READS, reuse);
    double perSecond = computing + storage;
    double decoding = get(y, Metric.DECODE_SHARE);
    double written = computing * decoding / output * MILLION;
    set(y, Metric.USD_PER_MILLION_OUTPUT_TOKENS, perSecond / output * MILLION);
    set(y, Metric.USD_PER_MILLION_OUTPUT_TOKENS_DECODE, written);
    // Cache outside the accelerators saves reading, so that reading pays for it.
    set(y, Metric.USD_PER_MILLION_INPUT_TOKENS_PREFILL, (computing * (1 - decoding) + storage) / input * MILLION);
    set(y, Metric.USD_PER_MILLION_TOKENS, perSecond / (input + output) * MILLION);
    set(y, Metric.TOKENS_PER_DOLLAR, (input + output) / perSecond);
  }

  /// Yearly payment on a loan of one dollar.
  private static double annuity(double rate, double years) {
    return rate == 0 ? 1 / years : rate / (1 - StrictMath.pow(1 + rate, -years));
  }

  /// Servers and network with the cost of capital, and their operation, for an hour.
  private static double capital(double[] x) {
    double paid = at(x, PRICE) * (1 + at(x, SERVER_OVERHEAD)) / (1 - at(x, NETWORK_SHARE));
    double yearly = annuity(at(x, COST_OF_CAPITAL), at(x, LIFE) / YEAR) + at(x, OPERATIONS);
    return paid * yearly / YEAR * HOUR;
  }

  /// Watts that the hall has to be built or rented for.
  private static double provisioned(double[] x) {
    return at(x, RATED_POWER) * at(x, SERVER_POWER);
  }

  private static double building(double[] x) {
    double yearly = annuity(at(x, COST_OF_CAPITAL), at(x, BUILDING_LIFE) / YEAR);
    return at(x, BUILDING) * provisioned(x) * yearly / YEAR * HOUR;
  }

  /// Electricity for an hour: the operating point while in use, what resting accelerators draw otherwise.
  private static double energy(double[] x, double[] y) {
    double used = at(x, UTILISATION);
    double idle = at(x, RATED_POWER) * at(x, POWER_REST) * at(x, SERVER_POWER) * at(x, PUE);
    return (get(y, Metric.FACILITY_WATTS) * used + idle * (1 - used)) * at(x, ELECTRICITY) * HOUR;
  }

  /// Bytes of new cache that a request leaves behind.
  private static double written(Shape s, double[] x) {
    return (Evaluation.fresh(s, x) + at(x, OUTPUT_TOKENS)) * s.tokenBytes();
  }

  /// Dollars per second and accelerator for cache outside: capital of the bytes that are held (their rate of writing
  /// times how long they stay), and wear of the SSDs that they are written to.
  private static double storage(Shape s, double[] x, double[] y, double requests) {
    double rate = requests * written(s, x);
    double held = rate * at(x, HOLD_TIME);
    set(y, Metric.STORED_BYTES, held);
    double yearly = annuity(at(x, COST_OF_CAPITAL), at(x, LIFE) / YEAR);
    double host = at(x, HIT_HOST) > 0 ? held * at(x, HOST_PRICE) * yearly / YEAR : 0;
    double ssd = at(x, HIT_SSD) > 0 ? held * at(x, SSD_PRICE) * yearly / YEAR : 0;
    double wear = at(x, HIT_SSD) > 0 ? rate * at(x, SSD_PRICE) / at(x, SSD_REWRITES) : 0;
    return host + ssd + wear;
  }

  /// How often a stored token has to be read until what reading it anew would have cost pays for its storage.
  private static double reuse(Shape s, double[] x, double[] y, double computing, double storage, double requests) {
    double stored = storage / (requests * written(s, x) / s.tokenBytes());
    double accelerators = s.prefill().tp() * s.prefill().pp();
    double anew = computing * get(y, Metric.PREFILL_TIME) * accelerators / Evaluation.fresh(s, x);
    return stored / anew;
  }
}
