package dev.assay.cost.core;

/// What is fixed at one operating point: the model's sizes as the arithmetic needs them, the formats, and how the work
/// is laid out over accelerators. All are plain numbers; sizes are elements or bytes, per layer unless they say otherwise.
///
/// @param parameters       of the whole model
/// @param activeParameters that one token is multiplied with
/// @param layers           blocks
/// @param fullLayers       blocks whose attention sees everything
/// @param windowLayers     blocks whose attention sees `window` tokens
/// @param hidden           width of the residual stream
/// @param denseElements    weights outside the experts and the output layer, all blocks together
/// @param headElements     weights of the output layer
/// @param embeddingElements weights of an embedding that is not the output layer
/// @param expertElements   weights of one expert in one block; 0 for a dense model
/// @param expertWidth      inner width of the part of an expert that one accelerator holds
/// @param expertLayers     blocks with experts
/// @param experts          routed experts in a block
/// @param expertsActive    routed experts that a token visits
/// @param missLog          ln(1 − active/experts): how fast experts are left untouched as tokens grow
/// @param cacheElements    elements that one token adds to the cache of one layer
/// @param decodeFlops      operations of attention for each pair of tokens in one layer while decoding
/// @param prefillFlops     the same while reading the input
/// @param denseBytes       of one dense weight
/// @param expertBytes      of one expert weight
/// @param cacheBytes       of one element of the cache
/// @param collectiveGrowth how much longer a collective takes to start than the measured one over eight at most
/// @param copies           of a token that leave its attention group for experts elsewhere; over the slow links, one for each
///                         server that holds a wanted expert
/// @param gemmOrder        order of the soft roofline of dense products: 1, 2 or 4
/// @param expertsOrder     order of the soft roofline of expert products
/// @param accelerators     of the whole system
/// @param tp               accelerators that share one sequence's attention
/// @param dp               groups of `tp` accelerators with attention of their own that share experts
/// @param pp               stages
/// @param cacheShard       accelerators over which one sequence's cache is spread; fewer than `tp` when heads run out
/// @param expertParallel   whether whole experts lie on different accelerators
/// @param money            who owns what
public record Shape(
    double parameters,
    double activeParameters,
    int layers,
    int fullLayers,
    int windowLayers,
    int window,
    int hidden,
    double denseElements,
    double headElements,
    double embeddingElements,
    double expertElements,
    double expertWidth,
    int expertLayers,
    int experts,
    int expertsActive,
    double missLog,
    double cacheElements,
    double decodeFlops,
    double prefillFlops,
    double denseBytes,
    double expertBytes,
    double cacheBytes,
    double collectiveGrowth,
    double copies,
    int gemmOrder,
    int expertsOrder,
    int accelerators,
    int tp,
    int dp,
    int pp,
    int cacheShard,
    boolean expertParallel,
    Money money) {

  /// Who owns what: everything; the servers in a rented hall; nothing.
  public enum Money {
    OWN,
    COLOCATION,
    RENTAL
  }

  /// Accelerators that serve one copy of the model.
  public int replica() {
    return tp * dp * pp;
  }

  /// Copies of the model.
  public double replicas() {
    return (double) accelerators / replica();
  }

  /// True for a mixture of experts.
  public boolean hasExperts() {
    return expertLayers > 0;
  }
}
