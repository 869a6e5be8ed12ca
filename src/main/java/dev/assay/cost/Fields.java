package dev.assay.cost;

import dev.assay.cost.core.Lever;
import dev.assay.cost.unit.Quantity;
import dev.assay.cost.unit.Range;
import dev.assay.cost.unit.Unit;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Typed reading of the fields of a mapping; every fault becomes one problem at its place, however often it is met.
final class Fields {
  private final Excerpts excerpts;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<Place> faulty = new HashSet<>();
  private int faults;

  Fields(Excerpts excerpts) {
    this.excerpts = excerpts;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  void refuse(Code code, Place place, String message, String hint) {
    Problem problem = new Problem(Severity.ERROR, code, place, message, excerpts.line(place), hint);
    faults++;
    problems.add(problem);
    faulty.add(place);
  }

  /// True when something at a place was refused.
  boolean isFaulty(Place place) {
    return faulty.contains(place);
  }

  /// How often something was refused, repetitions included: two scenarios may share one faulty parent.
  int count() {
    return faults;
  }

  void unknownKeys(Value.Mapping mapping, Collection<String> known, String what) {
    for (Value.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        refuse(Code.UNKNOWN_KEY, entry.keyPlace(), what + " has no key '" + entry.key() + "'",
            Nearest.hint(entry.key(), known));
      }
    }
  }

  /// A word: any single value that is not empty.
  Optional<Value.Scalar> word(Value value, String key) {
    if (value instanceof Value.Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar);
    }
    refuse(Code.WRONG_TYPE, value.place(), "'" + key + "' is not a single value", "write one word or number");
    return Optional.empty();
  }

  Optional<Integer> whole(Value value, String key) {
    Optional<Value.Scalar> scalar = word(value, key);
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    String text = scalar.get().text().strip();
    if (text.matches("[0-9]{1,7}") && Integer.parseInt(text) >= 1) {
      return Optional.of(Integer.parseInt(text));
    }
    refuse(Code.WRONG_TYPE, value.place(), "'" + key + "' is '" + text + "', not a whole number from 1", "");
    return Optional.empty();
  }

  /// A lever's value: one text, or a mapping of `low`, `typical` and `high`.
  Optional<Quantity> lever(Value value, Lever lever) {
    return quantity(value, lever.key(), lever.unit()).filter(quantity -> inBounds(quantity, value.place(), lever));
  }

  /// A quantity that measures the same as a unit; a plain number is enough for counts and ratios.
  Optional<Quantity> quantity(Value value, String key, Unit unit) {
    return switch (value) {
      case Value.Scalar scalar -> scalar(scalar, key, unit);
      case Value.Mapping mapping -> threeValues(mapping, key, unit);
      case Value.Sequence sequence -> {
        refuse(Code.WRONG_TYPE, sequence.place(), "'" + key + "' is a list", "write 'low..high' for a range");
        yield Optional.empty();
      }
    };
  }

  private Optional<Quantity> scalar(Value.Scalar scalar, String key, Unit unit) {
    if (scalar.isNull()) {
      refuse(Code.WRONG_TYPE, scalar.place(), "'" + key + "' has no value", "leave the key out to use the catalog's");
      return Optional.empty();
    }
    return switch (Quantity.read(scalar.text())) {
      case Quantity.Reading.Read(Quantity quantity) -> inUnit(quantity, scalar.place(), key, unit);
      case Quantity.Reading.Refused(String message, String hint) -> {
        refuse(Code.UNIT, scalar.place(), "'" + key + "': " + message, hint);
        yield Optional.empty();
      }
    };
  }

  private Optional<Quantity> inUnit(Quantity quantity, Place place, String key, Unit unit) {
    if (quantity.unit().measures(unit.dimension())) {
      return Optional.of(quantity);
    }
    boolean bare = quantity.unit().symbol().isEmpty();
    // Tokens are counted, and nobody writes the unit of a count.
    if (bare && (unit.measures(Unit.of("tokens").dimension()) || unit.measures(Unit.of("accelerators").dimension()))) {
      return Optional.of(new Quantity(quantity.range(), unit));
    }
    String example = new Quantity(quantity.range(), unit).toString();
    String message = bare ? "'" + key + "' needs a unit" : "'" + key + "' is in '" + quantity.unit().symbol()
        + "', which does not measure it";
    String hint =
        unit.symbol().isEmpty() ? "write a plain number" : "write it in " + unit.symbol() + ", as in '" + example + "'";
    refuse(Code.UNIT, place, message, hint);
    return Optional.empty();
  }

  private Optional<Quantity> threeValues(Value.Mapping mapping, String key, Unit unit) {
    List<String> names = List.of("low", "typical", "high");
    unknownKeys(mapping, names, "a range");
    double[] ends = new double[3];
    for (int i = 0; i < 3; i++) {
      Optional<Value> end = mapping.get(names.get(i));
      if (end.isEmpty()) {
        refuse(Code.WRONG_TYPE, mapping.place(), "'" + key + "' has no '" + names.get(i) + "'",
            "give low, typical and high, or write 'low..high'");
        return Optional.empty();
      }
      Optional<Quantity> quantity = quantity(end.get(), key + "." + names.get(i), unit);
      if (quantity.isEmpty()) {
        return Optional.empty();
      }
      ends[i] = unit.fromBase(quantity.get().base().typical());
    }
    if (ends[0] > ends[1] || ends[1] > ends[2]) {
      refuse(Code.UNIT, mapping.place(), "the range of '" + key + "' falls", "low ≤ typical ≤ high");
      return Optional.empty();
    }
    return Optional.of(new Quantity(new Range(ends[0], ends[1], ends[2]), unit));
  }

  private boolean inBounds(Quantity quantity, Place place, Lever lever) {
    Range base = quantity.base();
    if (base.low() >= lever.least() && base.high() <= lever.most()) {
      return true;
    }
    double smallest = lever.unit().fromBase(lever.least());
    double largest = lever.unit().fromBase(lever.most());
    String most = largest < 1e9 ? " and at most " + new Quantity(Range.exact(largest), lever.unit()) : "";
    String least =
        smallest < 1e-9 && smallest > 0 ? "more than 0" : "at least " + new Quantity(Range.exact(smallest), lever.unit());
    refuse(Code.SCENARIO, place, "'" + lever.key() + "' of " + quantity + " makes no sense", "it is " + least + most);
    return false;
  }
}
