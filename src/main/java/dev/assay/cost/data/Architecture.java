package dev.assay.cost.data;

import dev.assay.note.Kind;
import java.util.List;
import java.util.Optional;

/// The shape of one model. Sizes are elements; a size of zero means that the model has no such part.
///
/// @param layers       transformer blocks
/// @param ffn          inner width of a dense block's feed-forward part
/// @param ffnMatrices  3 for gated feed-forward parts, 2 for plain ones
/// @param attention    how keys and values are kept
/// @param latent       for latent attention: rank of the cached latent, rank of queries, widths of heads
/// @param experts      routed experts in a mixture block
/// @param active       routed experts that a token visits
/// @param shared       experts that every token visits
/// @param expertFfn    inner width of an expert
/// @param denseLayers  blocks without experts, in a model that has experts
/// @param window       tokens that a windowed layer looks back on; 0 when all layers look back on everything
/// @param fullLayers   layers that look back on everything
/// @param tied         whether the output layer reuses the embedding
/// @param denseFormat  the format that weights outside the experts are published in, however the experts are packed
/// @param expertFormat the format that experts are published in, when the model comes in no wider one
/// @param blockScaled  whether its eight-bit weights come with a scale for each block
/// @param total        published parameters
/// @param activeTotal  published parameters that one token uses
/// @param missing      names of sizes that nobody has published; figures that need the shape are blocked by them
public record Architecture(
    String id,
    String name,
    int layers,
    int hidden,
    int heads,
    int kvHeads,
    int headDim,
    int ffn,
    int ffnMatrices,
    int vocab,
    Attention attention,
    Latent latent,
    int experts,
    int active,
    int shared,
    int expertFfn,
    int denseLayers,
    int window,
    int fullLayers,
    boolean tied,
    Optional<Format> denseFormat,
    Optional<Format> expertFormat,
    boolean blockScaled,
    Input total,
    Input activeTotal,
    List<String> missing,
    Kind kind,
    String source) {
  public Architecture {
    missing = List.copyOf(missing);
  }

  /// How keys and values are kept: per head (grouped), as a shared latent, in a few full layers among linear ones, or
  /// in a way the model does not describe.
  public enum Attention {
    GROUPED,
    LATENT,
    HYBRID,
    OTHER
  }

  /// Widths of latent attention; all zero for other kinds.
  public record Latent(int kvRank, int queryRank, int nope, int rope, int value) {
    public static final Latent NONE = new Latent(0, 0, 0, 0, 0);
  }

  /// Blocks with experts.
  public int expertLayers() {
    return experts > 0 ? layers - denseLayers : 0;
  }

  /// Parameters of one block's attention.
  public double attentionParameters() {
    double h = hidden;
    if (attention == Attention.LATENT) {
      double query = h * latent.queryRank + (double) latent.queryRank * heads * (latent.nope + latent.rope);
      double keys = h * (latent.kvRank + latent.rope) + (double) latent.kvRank * heads * (latent.nope + latent.value);
      return query + keys + (double) heads * latent.value * h;
    }
    return 2 * h * heads * headDim + 2 * h * kvHeads * headDim;
  }

  /// Parameters of one dense feed-forward part.
  public double denseParameters() {
    return (double) ffnMatrices * hidden * ffn;
  }

  /// Parameters of one expert in one block.
  public double expertParameters() {
    return (double) ffnMatrices * hidden * expertFfn;
  }

  /// Parameters of the output layer, and of the embedding.
  public double vocabularyParameters() {
    return (double) vocab * hidden;
  }

  /// All parameters, from the shape: the sum that the published total is checked against.
  public double parameters() {
    double blocks = layers * attentionParameters();
    double dense = (layers - expertLayers()) * denseParameters();
    double routed = expertLayers() * (experts + shared) * expertParameters();
    double routers = (double) expertLayers() * experts * hidden;
    return blocks + dense + routed + routers + vocabularyParameters() * (tied ? 1 : 2);
  }

  /// Parameters that one token is multiplied with: no embedding look-up, only the experts it visits.
  public double activeParameters() {
    double idle = (double) expertLayers() * (experts - active) * expertParameters();
    return parameters() - idle - (tied ? 0 : vocabularyParameters());
  }

  /// Elements that one token adds to the cache of one layer.
  public double cacheElements() {
    return attention == Attention.LATENT ? latent.kvRank + latent.rope : 2.0 * kvHeads * headDim;
  }

  /// Layers that keep one entry for each token, at least up to their window.
  public int cachingLayers() {
    return attention == Attention.HYBRID ? fullLayers : layers;
  }
}
