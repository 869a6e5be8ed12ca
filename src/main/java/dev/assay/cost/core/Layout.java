package dev.assay.cost.core;

/// How one copy of the model lies on accelerators, as numbers that the arithmetic needs.
///
/// @param tp               accelerators that share one sequence's attention
/// @param dp               groups of `tp` accelerators with attention of their own that share experts
/// @param pp               stages
/// @param cacheShard       accelerators over which one sequence's cache is spread; fewer than `tp` when heads run out
/// @param expertParallel   whether whole experts lie on different accelerators
/// @param expertWidth      inner width of the part of an expert that one accelerator holds
/// @param collectiveGrowth how much longer a collective takes to start than the measured one over eight at most
/// @param copies           of a token that leave its attention group for experts elsewhere; over the slow links, one for each
///                         server that holds a wanted expert
/// @param deviations       by how many standard deviations the busiest of the accelerators that hold experts exceeds the mean
/// @param linkFactor       rate of this layout's links over the rate of the links that the lever gives
public record Layout(
    int tp,
    int dp,
    int pp,
    int cacheShard,
    boolean expertParallel,
    double expertWidth,
    double collectiveGrowth,
    double copies,
    double deviations,
    double linkFactor) {

  /// Accelerators that serve one copy of the model.
  public int replica() {
    return tp * dp * pp;
  }
}
