package dev.assay.cost.accuracy;

/// What the model says of one measurement. A number that does not exist is NaN: nothing is predicted for a row that
/// cannot be evaluated, and rows of one kind are left out of some comparisons.
///
/// @param measured        the measurement
/// @param p10             one outcome in ten is below
/// @param p50             the prediction
/// @param p90             one outcome in ten is above
/// @param roofline        what a roofline without any loss says
/// @param withoutModel    the prediction of a calibration that saw no row of this model
/// @param withoutHardware the prediction of a calibration that saw no row of this accelerator
/// @param problem         why nothing is predicted; empty otherwise
public record Prediction(
    Measurement measured,
    double p10,
    double p50,
    double p90,
    double roofline,
    double withoutModel,
    double withoutHardware,
    String problem) {

  /// True when there is a prediction.
  public boolean isKnown() {
    return Double.isFinite(p50);
  }

  /// How far the prediction is off: 0.1 is ten per cent of the measurement.
  public double error() {
    return error(p50);
  }

  /// True when the measurement lies within p10 to p90.
  public boolean isCovered() {
    return p10 <= measured.value() && measured.value() <= p90;
  }

  double error(double predicted) {
    return Math.abs(predicted / measured.value() - 1);
  }
}
