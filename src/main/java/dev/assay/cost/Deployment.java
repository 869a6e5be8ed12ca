package dev.assay.cost;

/// How one model is laid out over accelerators.
///
/// @param accelerators of the whole system
/// @param tp           tensor parallel: accelerators that share one sequence's attention
/// @param pp           pipeline stages
/// @param ep           accelerators over which whole experts are spread; 1 when experts are split instead
/// @param dp           data-parallel attention: groups with attention of their own that share the experts
public record Deployment(int accelerators, int tp, int pp, int ep, int dp) {
  public Deployment {
    if (tp < 1 || pp < 1 || ep < 1 || dp < 1 || accelerators < tp * pp * dp || accelerators % (tp * pp * dp) != 0) {
      throw new IllegalArgumentException(
          accelerators + " accelerators as tp " + tp + ", pp " + pp + ", ep " + ep + ", dp " + dp);
    }
  }

  /// Accelerators that serve one copy of the model.
  public int replica() {
    return tp * pp * dp;
  }
}
