package dev.assay.cost.core;

/// Evenly spread points in a unit cube: Halton's sequence with its digits permuted by a fixed seed, which keeps the
/// dimensions with large bases from moving together. The same points on every machine and in every run.
public final class Samples {
  /// How many points a range is taken from.
  public static final int COUNT = 256;

  private static final int[] PRIMES = {
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
    113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199, 211, 223, 227, 229, 233, 239,
    241, 251, 257, 263, 269, 271, 277, 281
  };

  private static final double[][] POINTS = points(COUNT);

  private Samples() {}

  /// One coordinate of one point, between 0 and 1.
  ///
  /// @param point     below [#COUNT]
  /// @param dimension below 60
  public static double at(int point, int dimension) {
    return POINTS[dimension][point];
  }

  /// More or fewer points than usual: `[dimension][point]`.
  ///
  /// @param count how many
  public static double[][] of(int count) {
    return count == COUNT ? POINTS : points(count);
  }

  private static double[][] points(int count) {
    double[][] points = new double[PRIMES.length][count];
    for (int dimension = 0; dimension < PRIMES.length; dimension++) {
      int base = PRIMES[dimension];
      int[] digits = permutation(base, 0x9E3779B97F4A7C15L * (dimension + 1));
      for (int point = 0; point < count; point++) {
        points[dimension][point] = inverse(point + 1, base, digits, count);
      }
    }
    return points;
  }

  private static double inverse(int number, int base, int[] digits, int count) {
    double value = 0;
    double weight = 1.0 / base;
    for (int rest = number, reach = count; reach > 0; rest /= base, reach /= base) {
      value += digits[rest % base] * weight;
      weight /= base;
    }
    // The middle of the cell that all digits together name: points stand neither at 0 nor moved towards 1.
    return value + weight * base / 2;
  }

  /// A permutation that leaves 0 in its place, so that unwritten leading digits stay 0.
  private static int[] permutation(int base, long seed) {
    int[] digits = new int[base];
    for (int i = 0; i < base; i++) {
      digits[i] = i;
    }
    long state = seed;
    for (int i = base - 1; i > 1; i--) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      int other = 1 + (int) ((state >>> 33) % i);
      int kept = digits[i];
      digits[i] = digits[other];
      digits[other] = kept;
    }
    return digits;
  }
}
