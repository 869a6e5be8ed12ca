package dev.assay.chart;

import java.util.List;

/// Wholes and their parts: cost by layer, time of a step by what it waits for. The parts of a row lie end to end.
///
/// @param parts names of the parts, in the order in which they lie
/// @param rows  in the order in which they are drawn
/// @param axis  what they measure
public record StackChart(List<String> parts, List<Row> rows, String axis) implements Chart {
  public StackChart {
    parts = List.copyOf(parts);
    rows = List.copyOf(rows);
  }

  /// One whole.
  ///
  /// @param label  what it is of
  /// @param note   a smaller line below the label; may be empty
  /// @param values one for each part; NaN or nothing when it is unknown. Negative parts are not drawn
  /// @param texts  the same as they are read
  /// @param total  the whole as it is read; may be empty
  public record Row(String label, String note, List<Double> values, List<String> texts, String total) {
    public Row {
      values = List.copyOf(values);
      texts = List.copyOf(texts);
    }
  }
}
