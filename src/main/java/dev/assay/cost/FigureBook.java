package dev.assay.cost;

import dev.assay.cost.FigureExpression.Fault;
import dev.assay.cost.FigureExpression.Parsed;
import dev.assay.cost.FigureExpression.Term;
import dev.assay.cost.core.Metric;
import dev.assay.cost.unit.Dimension;
import dev.assay.cost.unit.Unit;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The figures of some scenarios, each scenario evaluated once, when it is first asked for. Safe for several threads.
public final class FigureBook {
  private static final Pattern PERCENTAGE = Pattern.compile("\\s+as\\s+(?:percent|per cent|%)\\s*$");
  private static final Unit PER_CENT = Unit.of("%");

  private final CostModel model;
  private final Scenarios scenarios;
  private final Map<String, Figures> evaluated;
  private final Map<String, List<Figure>> reported;

  public FigureBook(CostModel model, Scenarios scenarios) {
    this(model, scenarios, new ConcurrentHashMap<>(), Map.of());
  }

  private FigureBook(
      CostModel model, Scenarios scenarios, Map<String, Figures> evaluated, Map<String, List<Figure>> reported) {
    this.model = model;
    this.scenarios = scenarios;
    this.evaluated = evaluated;
    this.reported = Map.copyOf(reported);
  }

  /// This book with the figures of an accounting as well, so that expressions can name them (`day.tokens_per_dollar`)
  /// and divide them by others. What was already evaluated is shared.
  ///
  /// @param name of the accounting; hides a scenario of the same name
  public FigureBook with(String name, List<Figure> figures) {
    Map<String, List<Figure>> all = new HashMap<>(reported);
    all.put(name, List.copyOf(figures));
    return new FigureBook(model, scenarios, evaluated, all);
  }

  /// The scenarios that can be asked for.
  public Scenarios scenarios() {
    return scenarios;
  }

  /// The figures of a scenario, when there is one of that name.
  public Optional<Figures> figures(String scenario) {
    return scenarios
        .get(scenario)
        .map(found -> evaluated.computeIfAbsent(scenario, _ -> model.evaluate(found)));
  }

  /// The outcome of an expression.
  public sealed interface Outcome {
    /// It has a value: the text that prose prints, and the figure behind it.
    record Known(String text, Figure figure) implements Outcome {}

    /// It names what does not exist; `faults` is empty when the scenario itself is already reported as faulty.
    record Unknown(List<Fault> faults) implements Outcome {
      public Unknown {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Evaluates an expression as a role holds it.
  public Outcome evaluate(String expression) {
    String figures = withoutForm(expression);
    Outcome outcome =
        switch (FigureExpression.parse(figures)) {
          case Parsed.Bad(Fault fault) -> new Outcome.Unknown(List.of(fault));
          case Parsed.Good(FigureExpression parsed) -> evaluate(parsed);
        };
    return figures.length() < expression.length() ? asPercentage(outcome, figures.length(), expression.length()) : outcome;
  }

  /// An expression without the form in which it wants to be printed: `a.x / b.x as percent`.
  public static String withoutForm(String expression) {
    return PERCENTAGE.matcher(expression).replaceFirst("");
  }

  private static Outcome asPercentage(Outcome outcome, int start, int end) {
    if (!(outcome instanceof Outcome.Known(_, Figure figure))) {
      return outcome;
    }
    if (!figure.unit().measures(Dimension.NONE)) {
      String message = "'" + figure.unit().symbol() + "' cannot be a percentage";
      return new Outcome.Unknown(List.of(new Fault(Code.UNIT, start, end, message, "divide it by a figure that measures the same thing")));
    }
    double factor = figure.unit().scale() / PER_CENT.scale();
    Figure shown =
        new Figure(
            figure.scenario(), figure.key(), figure.label(), PER_CENT,
            figure.estimate().map(known -> new Estimate(known.value() * factor, known.p10() * factor, known.p50() * factor, known.p90() * factor)), figure.kind(),
            figure.formula(), figure.inputs(), figure.blockers(), figure.derivation());
    return new Outcome.Known(shown.text(), shown);
  }

  private Outcome evaluate(FigureExpression expression) {
    List<Figure> figures = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Term term : expression.terms()) {
      find(term, figures, faults);
    }
    if (figures.size() < expression.terms().size()) {
      return new Outcome.Unknown(faults);
    }
    if (figures.size() == 1) {
      return new Outcome.Known(figures.getFirst().text(), figures.getFirst());
    }
    return ratio(expression, figures.get(0), figures.get(1));
  }

  private void find(Term term, List<Figure> figures, List<Fault> faults) {
    List<Figure> accounting = reported.get(term.scenario());
    Optional<Figures> known = accounting == null ? figures(term.scenario()) : Optional.empty();
    if (accounting == null && known.isEmpty()) {
      if (!scenarios.refused().contains(term.scenario())) {
        faults.add(
            new Fault(Code.UNKNOWN_SCENARIO, term.start(), term.dot(), "there is no scenario '" + term.scenario() + "'",
                scenarioHint(term.scenario())));
      }
      return;
    }
    Optional<Figure> figure =
        accounting == null
            ? known.flatMap(all -> all.get(term.key()))
            : accounting.stream().filter(each -> each.key().equals(term.key())).findFirst();
    figure.ifPresent(figures::add);
    if (figure.isEmpty()) {
      List<String> keys = accounting == null ? Metric.keys() : accounting.stream().map(Figure::key).toList();
      String who = accounting == null ? "the model computes" : "the accounting '" + term.scenario() + "' gives";
      faults.add(
          new Fault(Code.UNKNOWN_FIGURE, term.dot() + 1, term.end(), who + " no '" + term.key() + "'",
              Nearest.hint(term.key(), keys)));
    }
  }

  /// What to say about a scenario that does not exist.
  String scenarioHint(String written) {
    Set<String> names = new LinkedHashSet<>(scenarios.names());
    names.addAll(reported.keySet());
    return names.isEmpty() ? "define it under 'scenarios:' in the front matter" : Nearest.hint(written, names);
  }

  private Outcome ratio(FigureExpression expression, Figure above, Figure below) {
    Term second = expression.terms().get(1);
    if (!above.unit().dimension().equals(below.unit().dimension())) {
      String message = "a ratio of " + above.unit().symbol() + " to " + below.unit().symbol();
      return new Outcome.Unknown(
          List.of(new Fault(Code.UNIT, second.start(), second.end(), message, "divide figures that measure the same thing")));
    }
    Figure ratio = Ratios.of(above, below, paired(above, below));
    return new Outcome.Known(ratio.text(), ratio);
  }

  /// Both figures sampled together, when both are the model's.
  private Optional<Estimate> paired(Figure above, Figure below) {
    if (reported.containsKey(above.scenario()) || reported.containsKey(below.scenario())) {
      return Optional.empty();
    }
    Optional<Metric> over = Metric.of(above.key());
    Optional<Metric> under = Metric.of(below.key());
    return scenarios.get(above.scenario())
        .flatMap(
            one ->
                scenarios.get(below.scenario())
                    .flatMap(two -> over.flatMap(a -> under.flatMap(b -> model.ratio(one, a, two, b)))));
  }
}
