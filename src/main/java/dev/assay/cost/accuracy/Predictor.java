package dev.assay.cost.accuracy;

import dev.assay.cost.Batch;
import dev.assay.cost.CostModel;
import dev.assay.cost.Estimate;
import dev.assay.cost.data.Csv;
import java.util.ArrayList;
import java.util.List;

/// Predicts measurements: what `predictions.csv` holds and the accuracy test computes anew.
public final class Predictor {
  private final Batch batch;

  public Predictor(CostModel model) {
    this.batch = new Batch(model);
  }

  /// Predicts every row of a table of measurements; nothing is known there of calibrations that saw less.
  public List<Prediction> predict(Csv table) {
    List<Batch.Result> results = new ArrayList<>();
    batch.evaluate(table, results::add);
    List<Double> rooflines = batch.rooflines(table);
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Batch.Result result = results.get(i);
      predictions.add(
          new Prediction(
              PredictionTable.measurement(table.rows().get(i)), result.estimate().map(Estimate::p10).orElse(Double.NaN),
              result.estimate().map(Estimate::p50).orElse(Double.NaN), result.estimate().map(Estimate::p90).orElse(Double.NaN),
              rooflines.get(i), Double.NaN, Double.NaN, result.problem()));
    }
    return List.copyOf(predictions);
  }
}
