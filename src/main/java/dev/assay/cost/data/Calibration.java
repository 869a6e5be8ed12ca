package dev.assay.cost.data;

import dev.assay.cost.unit.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What measurements of whole systems correct in what kernels and engines were measured to do apart: factors on single
/// settings, each as wide as it says. All that match an operating point multiply, so that one of an accelerator stands on
/// one of its engine, and an accelerator that nobody measured has its engine's alone.
public final class Calibration {
  /// Nothing is corrected.
  public static final Calibration NONE = new Calibration(List.of());

  private final List<Factor> factors;
  private final Map<String, List<Factor>> bySetting = new HashMap<>();

  /// A correction.
  ///
  /// @param engine      or `any`
  /// @param version     of the engine, or `any`
  /// @param accelerator or `any`
  /// @param format      of the arithmetic of dense products, or of the weights of experts, by width; or `any`
  /// @param setting     the key of a lever: `gemm_compute`
  /// @param factor      on its value
  /// @param spread      standard error of the factor's logarithm
  /// @param source      what it was fitted to
  public record Factor(
      String engine, String version, String accelerator, String format, String setting, double factor, double spread,
      String source) {
    String key() {
      return String.join("/", engine, version, accelerator, format, setting);
    }
  }

  /// What has to match.
  public record Point(String engine, String version, String accelerator, Format dense, Format experts) {}

  public Calibration(List<Factor> factors) {
    this.factors = List.copyOf(factors);
    for (Factor factor : factors) {
      bySetting.merge(factor.setting(), List.of(factor), Calibration::joined);
    }
  }

  /// Every factor.
  public List<Factor> factors() {
    return factors;
  }

  /// An input times the factors that match; unchanged when none does.
  ///
  /// @param setting the key of the lever
  public Input apply(Point point, String setting, Input input) {
    double factor = factor(point, setting);
    Optional<Range> range = input.range();
    if (factor == 1 || range.isEmpty()) {
      return input;
    }
    return Input.known(
        input.name(), range.get().times(factor), input.unit(), input.kind(),
        input.source() + "; times " + Math.round(factor * 1000) / 1000.0 + " from calibration on published measurements");
  }

  private double factor(Point point, String setting) {
    double product = 1;
    for (Factor each : bySetting.getOrDefault(setting, List.of())) {
      Format format = setting.startsWith("experts") ? point.experts() : point.dense();
      boolean matches =
          fits(each.engine(), point.engine()) && fits(each.version(), point.version())
              && fits(each.accelerator(), point.accelerator()) && fits(each.format(), format.word());
      product *= matches ? each.factor() : 1;
    }
    return product;
  }

  private static boolean fits(String asked, String actual) {
    return asked.equals(Catalog.ANY) || asked.equals(actual);
  }

  private static List<Factor> joined(List<Factor> some, List<Factor> more) {
    List<Factor> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
