package dev.assay.view;

import java.util.List;

/// A chart laid out for one width of paper.
///
/// @param form   `wide` or `narrow`
/// @param width  in its own units, which are CSS pixels where there is room
/// @param height the same
/// @param marks  from the back to the front
public record DrawingView(String form, int width, int height, List<MarkView> marks) {
  public DrawingView {
    marks = List.copyOf(marks);
  }
}
