package dev.assay.cost;

import dev.assay.cost.data.Input;
import dev.assay.cost.unit.Numbers;
import dev.assay.cost.unit.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a figure came about: a tree of steps with inputs as its leaves.
public sealed interface Derivation {
  /// What it is called: a metric's or a lever's key.
  String name();

  /// One computed number and what it was computed from.
  ///
  /// @param value in `unit`; empty when an input is unknown
  record Step(String name, String label, String formula, Optional<Double> value, Unit unit, List<Derivation> parts)
      implements Derivation {
    public Step {
      parts = List.copyOf(parts);
    }
  }

  /// One input.
  record Leaf(String name, String label, Input input) implements Derivation {}

  /// The tree as lines of text, two spaces for each level. A step that was printed before is only named again.
  default List<String> lines() {
    List<String> lines = new ArrayList<>();
    print(this, "", new HashSet<>(), lines);
    return List.copyOf(lines);
  }

  private static void print(Derivation node, String indent, Set<String> seen, List<String> lines) {
    switch (node) {
      case Leaf(String name, String label, Input input) -> {
        boolean again = !seen.add(name);
        String firm = again ? "" : "  (" + input.kind().word() + ": " + input.source() + ")";
        lines.add(indent + name + " = " + input.text() + firm);
      }
      case Step(String name, String label, String formula, Optional<Double> value, Unit unit, List<Derivation> parts) -> {
        String number = value.map(Numbers::three).orElse("unknown");
        String shown = unit.symbol().isEmpty() ? number : number + " " + unit.symbol();
        boolean again = !seen.add(name);
        lines.add(indent + name + " = " + shown + (again ? "  (see above)" : "  = " + formula));
        if (!again) {
          parts.forEach(part -> print(part, indent + "  ", seen, lines));
        }
      }
    }
  }
}
