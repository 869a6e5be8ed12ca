package dev.assay.view;

import java.util.List;

/// A chart with the figures it was drawn from.
///
/// @param anchor      its anchor on the page
/// @param caption     what it shows, plain text; empty when the writer gave none
/// @param title       its name for those who do not see it
/// @param description what is to be seen, in a few sentences
/// @param note        what it says or how it came about, plain text; empty when there is no more
/// @param drawings    the same chart for a wide page and for a narrow one
/// @param table       the figures, with what they assume and where they come from
/// @param image       the wide drawing as a file: its address
public record ChartView(
    String anchor, String caption, String title, String description, String note, List<DrawingView> drawings, FigureTableView table,
    LinkView image) {
  public ChartView {
    drawings = List.copyOf(drawings);
  }

  /// The same chart with another table.
  public ChartView with(FigureTableView other) {
    return new ChartView(anchor, caption, title, description, note, drawings, other, image);
  }

  /// The drawing for a wide page, which feeds and files show.
  public DrawingView wide() {
    return drawings.getFirst();
  }
}
