package dev.assay.view;

import java.util.List;

/// The page for an address that leads nowhere.
///
/// @param frame what surrounds it
/// @param notes the newest notes, so that nobody is at a dead end
public record NotFoundPage(FrameView frame, List<NoteCard> notes) implements PageView {
  public NotFoundPage {
    notes = List.copyOf(notes);
  }
}
