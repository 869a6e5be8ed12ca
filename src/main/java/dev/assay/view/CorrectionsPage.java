package dev.assay.view;

import java.util.List;

/// What changed after it was published, newest first.
///
/// @param frame      what surrounds it
/// @param changes    those of this page
/// @param pagination where this page stands
public record CorrectionsPage(FrameView frame, List<ChangeView> changes, Pagination pagination) implements PageView {
  public CorrectionsPage {
    changes = List.copyOf(changes);
  }
}
