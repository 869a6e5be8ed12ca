package dev.assay.build.cache;

import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.Map;

/// The shapes of records of which a site may have tens of thousands, and each build reads all: they are written and read without
/// reflection.
final class Direct {
  private static final Structures.EnumShape SEVERITIES = Structures.EnumShape.of(Severity.class);
  private static final Structures.EnumShape CODES = Structures.EnumShape.of(Code.class);

  /// By their types.
  static final Map<Class<?>, Shape> ALL =
      Map.of(
          Problem.class, new Shape.Leaf(Problem.class.getName(), (value, out) -> write((Problem) value, out), Direct::problem),
          Place.class, new Shape.Leaf(Place.class.getName(), (value, out) -> write((Place) value, out), Direct::place));

  private Direct() {}

  private static void write(Problem problem, Out out) {
    SEVERITIES.write(problem.severity(), out);
    CODES.write(problem.code(), out);
    write(problem.place(), out);
    out.text(problem.message());
    out.text(problem.excerpt());
    out.text(problem.hint());
  }

  private static Problem problem(In in) throws DamagedException {
    return new Problem((Severity) SEVERITIES.read(in), (Code) CODES.read(in), place(in), in.text(), in.text(), in.text());
  }

  private static void write(Place place, Out out) {
    out.text(place.file());
    out.number(place.line());
    out.number(place.column());
    out.number(place.length());
  }

  private static Place place(In in) throws DamagedException {
    String file = in.text();
    int line = in.small();
    int column = in.small();
    int length = in.small();
    if (line < 1 || column < 1 || length < 1) {
      throw new DamagedException("a place that no file has");
    }
    return new Place(file, line, column, length);
  }
}
