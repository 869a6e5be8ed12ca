package dev.assay.view.project;

import dev.assay.view.DerivationView;
import dev.assay.view.Part;
import dev.assay.view.RoleView;
import java.util.List;
import java.util.Map;

/// The figures that a note shows, drawn.
///
/// @param blocks   the block of each directive, by its index
/// @param roles    the text of each role, by its index
/// @param premises the figures that claims of the note rest on, by their names
/// @param quoted   how the figures that roles quote came about
public record NoteFigures(List<Part> blocks, List<RoleView> roles, Map<String, Shown> premises, DerivationView quoted) {
  /// A note without figures.
  public static final NoteFigures NONE = new NoteFigures(List.of(), List.of());

  public NoteFigures {
    blocks = List.copyOf(blocks);
    roles = List.copyOf(roles);
    premises = Map.copyOf(premises);
  }

  /// The figures of a note on which no claim rests.
  public NoteFigures(List<Part> blocks, List<RoleView> roles) {
    this(blocks, roles, Map.of(), DerivationView.NONE);
  }

  /// A figure that a claim rests on.
  ///
  /// @param text   what it is and its value, plain text
  /// @param kind   the word of its kind
  /// @param anchor the table of the note that shows it; empty when none does
  public record Shown(String text, String kind, String anchor) {}
}
