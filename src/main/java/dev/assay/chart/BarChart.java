package dev.assay.chart;

import java.util.List;

/// Bars with ranges, one below the other.
///
/// @param bars in the order in which they are drawn
/// @param axis what they measure
/// @param log  whether equal distances are equal ratios: then there is no zero to start from, and each bar is a dot
/// @param rule a value to compare with, drawn across all bars; NaN for none
public record BarChart(List<Bar> bars, String axis, boolean log, double rule) implements Chart {
  public BarChart {
    bars = List.copyOf(bars);
  }

  /// One bar.
  ///
  /// @param label what it is of
  /// @param note  a smaller line below the label; may be empty
  /// @param value NaN when it is unknown
  /// @param low   where its range begins; NaN when it has none
  /// @param high  where its range ends; NaN when it has none
  /// @param text  the value as it is read; empty when it is unknown
  /// @param extra what is said behind it, smaller: `×0.62`; may be empty
  /// @param kind  the word of its kind; empty for a value that has none
  public record Bar(String label, String note, double value, double low, double high, String text, String extra, String kind) {}
}
