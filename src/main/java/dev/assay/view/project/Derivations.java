package dev.assay.view.project;

import dev.assay.cost.Derivation;
import dev.assay.cost.Figure;
import dev.assay.cost.unit.Numbers;
import dev.assay.cost.unit.Unit;
import dev.assay.view.DerivationView;
import dev.assay.view.SourceView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lays the derivations of several figures beside each other: scenarios share their formulas and most of their inputs.
public final class Derivations {
  private static final int MOST_SOURCES = 4;

  private final Map<String, Map<String, Derivation>> nodes = new LinkedHashMap<>();
  private final Set<String> scenarios = new LinkedHashSet<>();

  private Derivations() {}

  /// How some figures came about. Ratios are left out: they are made of figures that can be given instead.
  public static DerivationView of(List<Figure> figures) {
    Derivations derivations = new Derivations();
    figures.stream().filter(figure -> !figure.key().isEmpty()).forEach(derivations::add);
    return derivations.view();
  }

  /// Breadth first, so that what a figure is made of stands right below it and inputs come last.
  private void add(Figure figure) {
    scenarios.add(figure.scenario());
    Deque<Derivation> open = new ArrayDeque<>(List.of(figure.derivation()));
    while (!open.isEmpty()) {
      Derivation node = open.poll();
      boolean isNew = nodes.computeIfAbsent(node.name(), _ -> new LinkedHashMap<>()).putIfAbsent(figure.scenario(), node) == null;
      if (isNew && node instanceof Derivation.Step step) {
        open.addAll(step.parts());
      }
    }
  }

  private DerivationView view() {
    List<DerivationView.Row> steps = new ArrayList<>();
    List<DerivationView.Row> inputs = new ArrayList<>();
    nodes.forEach(
        (name, byScenario) -> {
          List<DerivationView.Value> values = joined(scenarios.stream().map(s -> value(byScenario, s)).toList());
          switch (byScenario.values().iterator().next()) {
            case Derivation.Step step -> steps.add(new DerivationView.Row(name, step.label(), step.formula(), List.of(), values));
            case Derivation.Leaf leaf -> inputs.add(new DerivationView.Row(name, leaf.label(), "", sources(byScenario), values));
          }
        });
    steps.addAll(inputs);
    return new DerivationView(List.copyOf(scenarios), steps, "");
  }

  private static DerivationView.Value value(Map<String, Derivation> byScenario, String scenario) {
    Derivation node = byScenario.get(scenario);
    return switch (node) {
      case null -> new DerivationView.Value("", "", 1);
      case Derivation.Step step -> new DerivationView.Value(step.value().map(v -> with(Numbers.three(v), step.unit())).orElse("unknown"), "", 1);
      case Derivation.Leaf leaf -> new DerivationView.Value(leaf.input().text(), leaf.input().kind().word(), 1);
    };
  }

  /// Scenarios mostly share their inputs: equal neighbours are one value. The sign of a kind stands where it changes along a
  /// row, for most rows have one kind.
  private static List<DerivationView.Value> joined(List<DerivationView.Value> values) {
    List<DerivationView.Value> joined = new ArrayList<>();
    String kind = "";
    for (int i = 0; i < values.size(); ) {
      DerivationView.Value value = values.get(i);
      int end = i;
      while (end < values.size() && values.get(end).equals(value)) {
        end++;
      }
      joined.add(new DerivationView.Value(value.text(), value.kind().equals(kind) ? "" : value.kind(), end - i));
      kind = value.kind();
      i = end;
    }
    return joined;
  }

  private static String with(String number, Unit unit) {
    return unit.symbol().isEmpty() ? number : number + " " + unit.symbol();
  }

  private static List<SourceView> sources(Map<String, Derivation> byScenario) {
    return byScenario.values().stream()
        .filter(Derivation.Leaf.class::isInstance)
        .map(node -> ((Derivation.Leaf) node).input().source())
        .filter(source -> !source.isBlank())
        .distinct()
        .limit(MOST_SOURCES)
        .map(FigureViews::source)
        .toList();
  }
}
