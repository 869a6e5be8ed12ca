package dev.assay.chart;

/// What is to be seen, in numbers and words. A number that nobody knows is NaN, and is drawn as unknown or not at all.
public sealed interface Chart permits BarChart, StackChart, TornadoChart, PlotChart {
  /// What its numbers measure and in which unit: `USD per million output tokens`.
  String axis();
}
