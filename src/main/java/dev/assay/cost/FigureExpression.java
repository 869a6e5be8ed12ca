package dev.assay.cost;

import dev.assay.problem.Code;
import java.util.ArrayList;
import java.util.List;

/// A figure, or the ratio of two, as a role names it: `base.usd_per_million_output_tokens`, `base.x / cached.x`.
///
/// Offsets are UTF-16 indexes into the expression.
///
/// @param terms one, or two of which the first is divided by the second
public record FigureExpression(List<Term> terms) {
  public FigureExpression {
    terms = List.copyOf(terms);
    if (terms.isEmpty() || terms.size() > 2) {
      throw new IllegalArgumentException("an expression of " + terms.size() + " terms");
    }
  }

  /// One figure by name.
  ///
  /// @param start where the scenario's name begins
  /// @param dot   where the dot between the names stands
  /// @param end   where the figure's key ends
  public record Term(String scenario, String key, int start, int dot, int end) {
    /// The whole name.
    public String name() {
      return scenario + "." + key;
    }
  }

  /// Something wrong in an expression.
  ///
  /// @param code  which kind of problem it is
  /// @param start where in the expression
  /// @param end   behind it
  public record Fault(Code code, int start, int end, String message, String hint) {}

  /// What parsing gives.
  public sealed interface Parsed {
    /// It has the form of an expression.
    record Good(FigureExpression expression) implements Parsed {}

    /// It has not.
    record Bad(Fault fault) implements Parsed {}
  }

  /// Reads an expression; names are not looked up.
  public static Parsed parse(String text) {
    List<Term> terms = new ArrayList<>();
    int from = 0;
    while (true) {
      int slash = text.indexOf('/', from);
      int to = slash < 0 ? text.length() : slash;
      int start = skip(text, from, to);
      int end = trim(text, start, to);
      int dot = text.indexOf('.', start);
      if (start == end || dot <= start || dot >= end - 1) {
        return bad(start, Math.max(start + 1, end), "'" + text.substring(start, end) + "' is not the name of a figure");
      }
      if (terms.size() == 2) {
        return bad(start, end, "an expression divides one figure by one other");
      }
      terms.add(new Term(text.substring(start, dot).strip(), text.substring(dot + 1, end).strip(), start, dot, end));
      if (slash < 0) {
        return new Parsed.Good(new FigureExpression(terms));
      }
      from = slash + 1;
    }
  }

  private static Parsed bad(int start, int end, String message) {
    return new Parsed.Bad(
        new Fault(Code.UNKNOWN_FIGURE, start, end, message,
            "write 'scenario.figure', or 'a.figure / b.figure' for a ratio"));
  }

  private static int skip(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static int trim(String text, int start, int to) {
    int at = to;
    while (at > start && text.charAt(at - 1) == ' ') {
      at--;
    }
    return at;
  }
}
