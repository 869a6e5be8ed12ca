package dev.assay.cost.data;

import dev.assay.cost.unit.Numbers;
import dev.assay.cost.unit.Range;
import dev.assay.cost.unit.Unit;
import dev.assay.note.Kind;
import java.util.Optional;

/// One value that figures rest on: what is known of it, in which unit, how firmly, and from whom.
///
/// @param name   how it is spoken of: `b200.hbm_bandwidth`, `cache_hit`
/// @param range  in [#unit()]; empty when it is unknown
/// @param kind   [Kind#BLOCKED] exactly when it is unknown
/// @param source who says so, or that the scenario or Assay itself assumes it
public record Input(String name, Optional<Range> range, Unit unit, Kind kind, String source) {
  /// How the source of a value begins that a scenario sets itself; the file's path follows.
  public static final String SCENARIO = "set by the scenario in ";

  public Input {
    if (range.isPresent() == (kind == Kind.BLOCKED)) {
      throw new IllegalArgumentException("input '" + name + "' of kind " + kind.word() + " and range " + range);
    }
  }

  /// A value that is known.
  public static Input known(String name, Range range, Unit unit, Kind kind, String source) {
    return new Input(name, Optional.of(range), unit, kind, source);
  }

  /// True for a value that the writer set in the scenario: it stands there to be read, and needs no other source.
  public boolean isSetByScenario() {
    return source.startsWith(SCENARIO);
  }

  /// A value that nobody has given.
  public static Input unknown(String name, Unit unit, String why) {
    return new Input(name, Optional.empty(), unit, Kind.BLOCKED, why);
  }

  /// The same value under another name.
  public Input named(String other) {
    return new Input(other, range, unit, kind, source);
  }

  /// The range in base units, empty when unknown.
  public Optional<Range> base() {
    return range.map(known -> known.times(unit.scale()));
  }

  /// The value as text: `8 TB/s`, `0.3..0.6..0.85`, `unknown`.
  public String text() {
    return range.map(this::text).orElse("unknown");
  }

  private String text(Range known) {
    String numbers =
        known.isExact()
            ? Numbers.significant(known.typical(), 4)
            : Numbers.three(known.low()) + ".." + Numbers.three(known.typical()) + ".." + Numbers.three(known.high());
    return unit.symbol().isEmpty() ? numbers : numbers + " " + unit.symbol();
  }
}
