package dev.assay.cost.core;

import static dev.assay.cost.core.Lever.*;

/// Times of the parts of a pass through the model: soft rooflines of dense and expert products, and collectives.
///
/// Each takes the tokens of one attention group and the number of passes they are spread over: one while decoding.
final class Work {
  /// Dense products in one block: query-key-value, output, and two of the feed-forward part.
  private static final double PRODUCTS = 4;

  /// Bytes of one element of the residual stream on the links, and of a weight of the output layer.
  static final double STREAM_BYTES = 2;

  /// Bytes of one element on its way to an expert, in eight bits, and back, in sixteen; the mean of the two.
  private static final double EXCHANGE_BYTES = 1.5;

  private Work() {}

  static double at(double[] x, Lever lever) {
    return x[lever.index()];
  }

  /// (a^p + b^p)^(1/p) for p = 1, 2, 4.
  static double soft(double a, double b, int order) {
    if (order == 1) {
      return a + b;
    }
    double squares = Math.sqrt(a * a + b * b);
    return order == 2 ? squares : Math.sqrt(Math.sqrt(a * a * a * a + b * b * b * b));
  }

  /// The share of a soft roofline that its first side takes.
  static double side(double a, double b, int order) {
    double ratio = b / a;
    double power = order == 1 ? ratio : order == 2 ? ratio * ratio : ratio * ratio * ratio * ratio;
    return 1 / (1 + power);
  }

  static double dense(Shape s, Layout l, double[] x, double tokens, double steps) {
    return soft(denseCompute(s, l, x, tokens, steps), denseMemory(s, l, x, steps), s.gemmOrder())
        + steps * denseStart(s, x);
  }

  static double denseStart(Shape s, double[] x) {
    return at(x, START_SHARE) * at(x, GEMM_START) * PRODUCTS * s.layers();
  }

  /// Reading an input needs the output layer for its last token only.
  static double denseCompute(Shape s, Layout l, double[] x, double tokens, double steps) {
    double head = s.headElements() / l.tp() * (steps == 1 ? tokens : steps);
    return 2 * (s.denseElements() / l.tp() * tokens + head) / (at(x, PEAK) * at(x, GEMM_COMPUTE));
  }

  static double denseMemory(Shape s, Layout l, double[] x, double steps) {
    return steps * denseBytes(s, l) / (at(x, BANDWIDTH) * at(x, GEMM_MEMORY));
  }

  /// Bytes of dense weights that one accelerator's stages read in a pass.
  static double denseBytes(Shape s, Layout l) {
    return s.denseElements() / l.tp() * s.denseBytes() + s.headElements() / l.tp() * STREAM_BYTES;
  }

  /// All groups feed the same experts.
  static double experts(Shape s, Layout l, double[] x, double tokens, double steps) {
    if (!s.hasExperts()) {
      return 0;
    }
    return soft(expertCompute(s, l, x, tokens), expertMemory(s, l, x, tokens, steps), s.expertsOrder())
        + steps * expertStart(s, x);
  }

  static double expertStart(Shape s, double[] x) {
    return s.hasExperts() ? at(x, START_SHARE) * at(x, EXPERTS_START) * s.expertLayers() : 0;
  }

  private static double expertShare(Shape s, Layout l) {
    return s.expertElements() * s.expertLayers() / (l.tp() * l.dp());
  }

  private static double skew(Layout l, double[] x) {
    return l.expertParallel() ? at(x, EXPERT_SKEW) : 1;
  }

  static double expertCompute(Shape s, Layout l, double[] x, double tokens) {
    // Wide experts keep the matrix units as busy as dense products do; narrow ones, or narrow slices, do not.
    double wide = l.expertWidth() / (l.expertWidth() + at(x, EXPERT_WIDTH));
    double reached = at(x, EXPERTS_COMPUTE) + (at(x, GEMM_COMPUTE) - at(x, EXPERTS_COMPUTE)) * wide;
    return 2 * expertShare(s, l) * skew(l, x) * s.expertsActive() * tokens * l.dp() / (at(x, EXPERTS_PEAK) * reached);
  }

  static double expertMemory(Shape s, Layout l, double[] x, double tokens, double steps) {
    double touched = touched(s, l, tokens / steps);
    double busiest = l.expertParallel() ? busiest(s, l, touched) : touched;
    return steps * expertShare(s, l) * s.experts() * busiest * s.expertBytes() / (at(x, BANDWIDTH) * at(x, EXPERTS_MEMORY));
  }

  /// The share of experts that a pass over some tokens of each group touches.
  private static double touched(Shape s, Layout l, double tokens) {
    return 1 - StrictMath.exp(tokens * l.dp() * s.missLog());
  }

  /// The same on the accelerator that has to read the most of its own experts, for which all others wait: few tokens choose
  /// unevenly, many touch every expert everywhere.
  private static double busiest(Shape s, Layout l, double touched) {
    double own = (double) s.experts() / (l.tp() * l.dp());
    return Math.min(1, touched + l.deviations() * Math.sqrt(touched * (1 - touched) / own));
  }

  /// Bytes of experts that one accelerator's stages read in a pass over some tokens of each group, on average.
  static double expertBytes(Shape s, Layout l, double tokens) {
    return expertShare(s, l) * s.experts() * touched(s, l, tokens) * s.expertBytes();
  }

  static boolean sends(Shape s, Layout l) {
    return l.tp() > 1 || (l.dp() > 1 && s.hasExperts());
  }

  /// Bytes that an accelerator sends to sum up some tokens of a group: parts of them to and fro, or, while messages are
  /// small, all to everybody, which takes one start only.
  private static double reduced(Shape s, Layout l, double[] x, double tokens, double steps) {
    double all = tokens * s.hidden() * STREAM_BYTES;
    double small = Math.min(all, steps * at(x, ONE_SHOT));
    return (l.tp() - 1) * (small + (all - small) * 2 / l.tp());
  }

  static double communication(Shape s, Layout l, double[] x, double tokens, double steps) {
    if (!sends(s, l)) {
      return 0;
    }
    double rate = at(x, LINK) * l.linkFactor() * at(x, COLLECTIVE_SHARE);
    double start = at(x, COLLECTIVE_START) * l.collectiveGrowth();
    double time = 0;
    if (l.tp() > 1) {
      time = 2 * s.layers() * (steps * start + reduced(s, l, x, tokens, steps) / rate);
    }
    if (l.dp() > 1 && s.hasExperts()) {
      double bytes = tokens * l.copies() * s.hidden() * EXCHANGE_BYTES;
      time += 2 * s.expertLayers() * (steps * start + bytes / rate);
    }
    return time * (1 - at(x, OVERLAP));
  }
}
