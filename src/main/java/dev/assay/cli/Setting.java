package dev.assay.cli;

import dev.assay.cost.Sweep;
import dev.assay.cost.unit.Numbers;
import dev.assay.cost.unit.Quantity;
import java.util.Arrays;
import java.util.List;

/// One setting of a scenario as it was typed.
record Setting(String key, String value) {
  private static final int POINTS = 9;

  /// The settings of a sweep, `concurrency=1..256` or `tp=1,2,4`; none when it cannot be read.
  static List<Setting> swept(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      return List.of();
    }
    String key = text.substring(0, equals).strip().replace('-', '_');
    String values = text.substring(equals + 1).strip();
    if (values.contains("..") && Quantity.read(values) instanceof Quantity.Reading.Read(Quantity range)) {
      boolean counted = range.unit().symbol().isEmpty() && range.range().low() >= 1 && isWhole(range.range().low());
      return Sweep.values(range.range().low(), range.range().high(), POINTS).stream()
          .map(value -> counted ? (double) Math.round(value) : value)
          .distinct()
          .map(value -> new Setting(key, (Numbers.shortest(value) + " " + range.unit().symbol()).strip()))
          .toList();
    }
    return Arrays.stream(values.split(",", -1))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(value -> new Setting(key, value))
        .toList();
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value);
  }
}
