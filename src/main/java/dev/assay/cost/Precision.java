package dev.assay.cost;

import dev.assay.cost.data.Format;

/// The number formats of weights, of the arithmetic, and of the cache.
public record Precision(Format weights, Format activations, Format cache) {
  /// What engines do by default when weights have a format: four-bit integers and the open four-bit format are
  /// multiplied in sixteen bits, others in their own; the cache is never narrower than eight bits.
  public static Precision of(Format weights) {
    Format arithmetic = weights == Format.INT4 ? Format.BF16 : weights;
    return new Precision(weights, arithmetic, weights == Format.BF16 || weights == Format.INT4 ? Format.BF16 : Format.FP8);
  }
}
