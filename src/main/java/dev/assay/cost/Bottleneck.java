package dev.assay.cost;

import dev.assay.cost.core.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a decoding step spends its time on, and whether memory keeps the batch from growing.
///
/// @param shares          of the step, the largest first; they add up to one
/// @param capacityBinds   whether more requests wait than fit in memory
/// @param batch           sequences decoded together, one replica
/// @param batchLimit      sequences that fit in memory, one replica
public record Bottleneck(List<Share> shares, boolean capacityBinds, double batch, double batchLimit) {
  private static final double ALL_OF_IT = 0.999;

  public Bottleneck {
    shares = List.copyOf(shares);
  }

  /// What can bind a step.
  public enum Resource {
    COMPUTE(Metric.ARITHMETIC_TIME),
    WEIGHT_TRAFFIC(Metric.WEIGHT_TRAFFIC_TIME),
    CACHE_TRAFFIC(Metric.CACHE_TRAFFIC_TIME),
    NETWORK(Metric.COMMUNICATION_TIME),
    OVERHEAD(Metric.START_TIME);

    private final Metric metric;

    Resource(Metric metric) {
      this.metric = metric;
    }

    /// The figure that holds its time.
    public Metric metric() {
      return metric;
    }
  }

  /// A resource's share of the step, from 0 to 1.
  public record Share(Resource resource, double share) {}

  /// Reads the shares off the figures of a scenario; empty when its step is unknown.
  public static Optional<Bottleneck> of(Figures figures) {
    Optional<Double> step = value(figures, Metric.STEP_TIME);
    Optional<Double> batch = value(figures, Metric.BATCH);
    Optional<Double> limit = value(figures, Metric.BATCH_LIMIT);
    if (step.isEmpty() || batch.isEmpty() || limit.isEmpty()) {
      return Optional.empty();
    }
    List<Share> shares = new ArrayList<>();
    for (Resource resource : Resource.values()) {
      shares.add(new Share(resource, value(figures, resource.metric).orElse(0.0) / step.get()));
    }
    shares.sort(Comparator.comparingDouble(Share::share).reversed());
    return Optional.of(new Bottleneck(shares, batch.get() >= limit.get() * ALL_OF_IT, batch.get(), limit.get()));
  }

  private static Optional<Double> value(Figures figures, Metric metric) {
    return figures.get(metric.key()).flatMap(Figure::estimate).map(Estimate::value);
  }
}
