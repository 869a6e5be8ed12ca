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
/// @param gemmOrder        order of the soft roofline of dense products: 1, 2 or 4
/// @param expertsOrder     order of the soft roofline of expert products
/// @param accelerators     of the whole system; of its decoding pool alone when inputs are read elsewhere
/// @param decode           how the copies lie that decode
/// @param prefill          how the copies lie that read inputs; the same unless there is a pool of its own
/// @param disaggregated    whether inputs are read by a pool of its own, sized so that the rates match
/// @param tiered           whether the scenario keeps cache outside the accelerators
/// @param speculative      whether the scenario drafts tokens
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
    int gemmOrder,
    int expertsOrder,
    int accelerators,
    Layout decode,
    Layout prefill,
    boolean disaggregated,
    boolean tiered,
    boolean speculative,
    Money money) {

  /// Who owns what: everything; the servers in a rented hall; nothing.
  public enum Money {
    OWN,
    COLOCATION,
    RENTAL
  }

  /// Copies of the model that decode.
  public double replicas() {
    return (double) accelerators / decode.replica();
  }

  /// True for a mixture of experts.
  public boolean hasExperts() {
    return expertLayers > 0;
  }

  /// Tokens that a sequence of some length keeps, summed over its layers.
  double seen(double length) {
    return fullLayers * length + windowLayers * Math.min(length, window);
  }

  /// Bytes that one token adds to the cache, all layers together.
  double tokenBytes() {
    return cacheElements * cacheBytes * (fullLayers + windowLayers);
  }
}
