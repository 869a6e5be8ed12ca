package dev.assay.cost.data;

import dev.assay.cost.unit.Unit;
import dev.assay.note.Kind;

/// One kind of accelerator. Rates are dense; the link is what one accelerator sends in one direction.
///
/// Memory is in GiB although vendors print GB: stacks hold powers of two, and published runs (70 billion parameters in
/// eight bits on one accelerator of "80 GB") only fit that way.
///
/// @param scaleUp   how many accelerators share the fast links
/// @param price     USD for one
/// @param kernelsOf the accelerator whose measured kernels hold for it: itself, or one with the same silicon
public record Accelerator(
    String id,
    String name,
    String vendor,
    Input memory,
    Input bandwidth,
    Input bf16,
    Input fp8,
    Input fp4,
    Input power,
    Input link,
    int scaleUp,
    Input price,
    String kernelsOf,
    Kind kind,
    String source) {

  /// The arithmetic that activations of a format run on: its own where the accelerator has it, else the next wider.
  /// Four-bit formats on silicon without four-bit arithmetic therefore save memory traffic only.
  public Format arithmetic(Format activations) {
    if (activations.isFourBit() && fp4.range().isPresent()) {
      return Format.FP4;
    }
    boolean eight = activations != Format.BF16;
    return eight && fp8.range().isPresent() ? Format.FP8 : Format.BF16;
  }

  /// The dense rate of the arithmetic that activations of a format run on.
  public Input peak(Format activations) {
    return switch (arithmetic(activations)) {
      case FP4, MXFP4, INT4 -> fp4;
      case FP8, FP8_BLOCK -> fp8;
      case BF16 -> bf16;
    };
  }

  static final Unit GIB = Unit.of("GiB");
  static final Unit TBPS = Unit.of("TB/s");
  static final Unit TFLOPS = Unit.of("TFLOPS");
  static final Unit WATTS = Unit.of("W");
  static final Unit GBPS = Unit.of("GB/s");
  static final Unit USD = Unit.of("USD");
}
