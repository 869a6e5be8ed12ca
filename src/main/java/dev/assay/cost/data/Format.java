package dev.assay.cost.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A number format for weights, activations or the cache, with the bytes one element takes, block scales included.
public enum Format {
  BF16(2),
  FP8(1),
  /// Eight bits with a four-byte scale for every block of 128 × 128 weights; some models are published so.
  FP8_BLOCK(1.000244140625),
  /// NVIDIA's four-bit format: a scale byte for every sixteen elements.
  FP4(0.5625),
  /// The open four-bit format: a scale byte for every thirty-two elements.
  MXFP4(0.53125),
  /// Four-bit integers with a two-byte scale for every 128 elements.
  INT4(0.515625);

  private final double bytes;

  Format(double bytes) {
    this.bytes = bytes;
  }

  /// Bytes per element.
  public double bytes() {
    return bytes;
  }

  /// The word in scenarios and tables: `fp8`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// True for formats of four bits.
  public boolean isFourBit() {
    return bytes < 1;
  }

  /// The format of a word, in any letter case; `fp16` is read as `bf16`, which costs the same.
  public static Optional<Format> parse(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    String known = wanted.equals("fp16") ? "bf16" : wanted.equals("nvfp4") ? "fp4" : wanted;
    return Arrays.stream(values()).filter(format -> format.word().equals(known)).findFirst();
  }

  /// Every word.
  public static List<String> words() {
    return Arrays.stream(values()).map(Format::word).toList();
  }
}
