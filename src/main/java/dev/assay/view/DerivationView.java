package dev.assay.view;

import java.util.List;

/// How figures came about: every step and every input, once, with its value in each scenario.
///
/// @param scenarios whose figures these are: the columns
/// @param rows      figures first, then what they were computed from, down to the inputs
/// @param told      the anchor of a table or chart of the page that tells what is left out here; empty when nothing is
public record DerivationView(List<String> scenarios, List<Row> rows, String told) {
  /// Nothing to unfold.
  public static final DerivationView NONE = new DerivationView(List.of(), List.of(), "");

  public DerivationView {
    scenarios = List.copyOf(scenarios);
    rows = List.copyOf(rows);
  }

  /// A step or an input.
  ///
  /// @param name    what formulas call it: `tpot_ms`
  /// @param label   the same in words
  /// @param formula how it is computed; empty for an input
  /// @param sources where an input comes from; empty for a step
  /// @param values  one for each scenario
  public record Row(String name, String label, String formula, List<SourceView> sources, List<Value> values) {
    public Row {
      sources = List.copyOf(sources);
      values = List.copyOf(values);
    }
  }

  /// A number with its unit.
  ///
  /// @param text  empty where a scenario has no such thing
  /// @param kind  the word of an input's kind; empty for a step, and where it is that of the value before it
  /// @param count how many scenarios beside each other have it
  public record Value(String text, String kind, int count) {}
}
