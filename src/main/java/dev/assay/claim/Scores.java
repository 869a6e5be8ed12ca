package dev.assay.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How good probabilities were.
///
/// The Brier score is the mean of the squared distances between probabilities and what happened. Calibration asks whether
/// of the things held to be 70 % likely seven in ten came true.
///
/// @param resolved how many could be scored
/// @param yes      how many of them came true
/// @param brier    their mean score by the probabilities stated first; not a number when there are none
/// @param error    the standard error of that mean; not a number for fewer than two
/// @param amended  their mean score by the probabilities held last
public record Scores(int resolved, int yes, double brier, double error, double amended) {
  /// What always saying 50 % scores, whatever happens.
  public static final double COIN = 0.25;

  /// From how many resolved forecasts on a score says something. A single forecast's score strays by about a quarter from
  /// its mean, so that of ten is known to ±0.08: about the distance between a good forecaster (0.17) and a coin (0.25).
  public static final int ENOUGH = 10;

  private static final int BINS = 10;

  // Of intervals that reach this many standard errors to both sides, 95 % hold the true share.
  private static final double Z = 1.959964;

  /// The scores of some forecasts; those that are not resolved do not count.
  public static Scores of(List<Forecast> forecasts) {
    List<Forecast> resolved = forecasts.stream().filter(Forecast::isResolved).toList();
    int yes = (int) resolved.stream().filter(each -> each.outcome() == Forecast.Outcome.YES).count();
    double mean = mean(resolved, Forecast::brier);
    double squares = resolved.stream().mapToDouble(each -> (each.brier() - mean) * (each.brier() - mean)).sum();
    double error = resolved.size() < 2 ? Double.NaN : Math.sqrt(squares / (resolved.size() - 1) / resolved.size());
    return new Scores(resolved.size(), yes, mean, error, mean(resolved, Forecast::amendedBrier));
  }

  private static double mean(List<Forecast> resolved, ToDoubleFunction<Forecast> score) {
    return resolved.isEmpty() ? Double.NaN : resolved.stream().mapToDouble(score).sum() / resolved.size();
  }

  /// Whether there are enough for a score to say something.
  public boolean isEnough() {
    return resolved >= ENOUGH;
  }

  /// Forecasts of about the same probability.
  ///
  /// @param from  the least probability of the bin
  /// @param to    the least of the next; the last bin holds 1 as well
  /// @param count how many
  /// @param yes   how many came true
  /// @param mean  their mean probability
  /// @param low   the lower end of the 95 % interval of the share that comes true, after Wilson
  /// @param high  its upper end
  public record Bin(double from, double to, int count, int yes, double mean, double low, double high) {
    /// The share that came true.
    public double share() {
      return (double) yes / count;
    }
  }

  /// The resolved forecasts in ten bins of a tenth each; empty bins are left out.
  public static List<Bin> bins(List<Forecast> forecasts) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      int bin = i;
      List<Forecast> in = forecasts.stream().filter(Forecast::isResolved).filter(each -> bin(each.probability()) == bin).toList();
      if (!in.isEmpty()) {
        int yes = (int) in.stream().filter(each -> each.outcome() == Forecast.Outcome.YES).count();
        bins.add(bin(i, in, yes));
      }
    }
    return bins;
  }

  private static Bin bin(int number, List<Forecast> in, int yes) {
    int n = in.size();
    double share = (double) yes / n;
    double middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n)) / (1 + Z * Z / n);
    double mean = in.stream().mapToDouble(Forecast::probability).sum() / n;
    return new Bin(
        (double) number / BINS, (double) (number + 1) / BINS, n, yes, mean, Math.max(0, middle - half), Math.min(1, middle + half));
  }

  private static int bin(double probability) {
    // 0.3 is 30 hundredths and not a little less: a bin's edge belongs to the bin that it opens.
    return (int) Math.min(BINS - 1, Math.floor(Math.round(probability * 1e6) / 1e6 * BINS + 1e-9));
  }
}
