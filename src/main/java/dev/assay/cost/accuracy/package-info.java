/// How wrong the model has been: the published measurements that the program ships, what it predicts for each, and the
/// errors by class.
///
/// `Accuracy.shipped()` is what the accuracy page and `assay cost --accuracy` show; a test computes it anew from the model
/// and the measurements, so that it cannot go stale. This room never fits anything: calibration happens beside the program.
@NullMarked
package dev.assay.cost.accuracy;

import org.jspecify.annotations.NullMarked;
