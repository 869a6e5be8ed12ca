package dev.assay.chart;

import java.util.List;

/// What moves a figure: for each lever a bar to each side of zero.
///
/// @param levers the strongest first
/// @param axis   what the bars measure: `change of the cost, %`
/// @param lower  what the hollow bar says: `lever 10% lower`
/// @param higher what the full bar says
public record TornadoChart(List<Lever> levers, String axis, String lower, String higher) implements Chart {
  public TornadoChart {
    levers = List.copyOf(levers);
  }

  /// One lever.
  ///
  /// @param label      what moves
  /// @param note       its value, its layer; may be empty
  /// @param lower      the change when it is lower; NaN when it is unknown
  /// @param higher     the change when it is higher
  /// @param lowerText  the change as it is read
  /// @param higherText the same
  public record Lever(String label, String note, double lower, double higher, String lowerText, String higherText) {}
}
