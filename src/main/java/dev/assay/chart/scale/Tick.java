package dev.assay.chart.scale;

/// A round number of an axis.
///
/// @param value where it stands
/// @param text  as it is read
public record Tick(double value, String text) {}
