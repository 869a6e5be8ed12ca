package dev.assay.cost;

import dev.assay.cost.data.Input;
import dev.assay.cost.unit.Numbers;
import dev.assay.cost.unit.Unit;
import dev.assay.note.Kind;
import java.util.List;
import java.util.Optional;

/// One computed number: what a table cell, a number in a sentence or a premise of a claim is.
///
/// @param scenario   what it was computed for: `base`
/// @param key        what was computed: `usd_per_million_output_tokens`
/// @param label      the same in words
/// @param unit       of the estimate
/// @param estimate   the number and its range; empty when something it needs is unknown
/// @param kind       the weakest of its inputs', never better than inference; blocked when an input is unknown
/// @param formula    one line
/// @param inputs     everything it rests on, each once
/// @param blockers   names of the unknown inputs that block it
/// @param derivation the whole tree
public record Figure(
    String scenario,
    String key,
    String label,
    Unit unit,
    Optional<Estimate> estimate,
    Kind kind,
    String formula,
    List<Input> inputs,
    List<String> blockers,
    Derivation derivation) {
  public Figure {
    inputs = List.copyOf(inputs);
    blockers = List.copyOf(blockers);
    if (estimate.isPresent() == (kind == Kind.BLOCKED) || kind == Kind.FACT) {
      throw new IllegalArgumentException("figure " + scenario + "." + key + " of kind " + kind.word());
    }
  }

  /// The global name: `base.usd_per_million_output_tokens`.
  public String name() {
    return key.isEmpty() ? scenario : scenario + "." + key;
  }

  /// The number with three significant digits and without its unit; `unknown` when it is blocked.
  public String number() {
    return estimate.map(known -> Numbers.three(known.value())).orElse("unknown");
  }

  /// The number with its unit, as prose prints it: `0.112 USD`, `74.0%`.
  public String text() {
    return estimate.isPresent() ? withUnit(number()) : "unknown";
  }

  /// The range from p10 to p90 with three significant digits: `0.09–0.16`; empty when there is none.
  public String range() {
    return estimate
        .filter(known -> !known.isExact())
        .map(known -> Numbers.three(known.p10()) + "–" + Numbers.three(known.p90()))
        .orElse("");
  }

  private String withUnit(String number) {
    String symbol = unit.symbol();
    return symbol.isEmpty() ? number : symbol.equals("%") ? number + symbol : number + "\u00a0" + symbol;
  }
}
