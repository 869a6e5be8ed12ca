package dev.assay.view.project;

import dev.assay.view.Part;
import dev.assay.view.RoleView;
import java.util.List;

/// The figures that a note shows, drawn.
///
/// @param blocks the block of each directive, by its index
/// @param roles  the text of each role, by its index
public record NoteFigures(List<Part> blocks, List<RoleView> roles) {
  /// A note without figures.
  public static final NoteFigures NONE = new NoteFigures(List.of(), List.of());

  public NoteFigures {
    blocks = List.copyOf(blocks);
    roles = List.copyOf(roles);
  }
}
