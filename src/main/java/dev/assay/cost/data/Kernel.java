package dev.assay.cost.data;

/// How near a class of kernels comes to the accelerator's rates: the factors of a soft roofline
/// t = (a^p + b^p)^(1/p) + t₀ with a = operations / (peak · compute) and b = bytes / (bandwidth · memory).
///
/// @param compute share of the peak rate reached by large kernels
/// @param memory  share of the bandwidth reached by kernels that only read
/// @param start   t₀, what a kernel costs that has nothing to do
/// @param p       1, 2 or 4, so that the sum needs square roots only and is the same on every machine
public record Kernel(Input compute, Input memory, Input start, int p) {
  public Kernel {
    if (p != 1 && p != 2 && p != 4) {
      throw new IllegalArgumentException("soft roofline of order " + p);
    }
  }

  /// Classes of kernels that were measured.
  public enum Op {
    GEMM("gemm"),
    EXPERTS("experts"),
    DECODE_ATTENTION("decode_attention"),
    PREFILL_ATTENTION("prefill_attention");

    private final String word;

    Op(String word) {
      this.word = word;
    }

    /// The word in the table.
    public String word() {
      return word;
    }
  }
}
