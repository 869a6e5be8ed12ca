package dev.assay.chart;

import dev.assay.chart.draw.BarDrawing;
import dev.assay.chart.draw.Canvas;
import dev.assay.chart.draw.Paper;
import dev.assay.chart.draw.PlotDrawing;
import dev.assay.chart.draw.StackDrawing;
import dev.assay.chart.draw.TornadoDrawing;
import dev.assay.view.DrawingView;
import java.util.List;

/// Draws charts.
public final class Charts {
  private Charts() {}

  /// A chart for a wide page and for a narrow one, in this order.
  ///
  /// @param unknown the word for what nobody knows, in the page's language
  public static List<DrawingView> draw(Chart chart, String unknown) {
    return List.of(draw(chart, Paper.wide(unknown)), draw(chart, Paper.narrow(unknown)));
  }

  private static DrawingView draw(Chart chart, Paper paper) {
    Canvas canvas = new Canvas(paper);
    switch (chart) {
      case BarChart bars -> BarDrawing.on(canvas, bars);
      case StackChart stack -> StackDrawing.on(canvas, stack);
      case TornadoChart tornado -> TornadoDrawing.on(canvas, tornado);
      case PlotChart plot -> PlotDrawing.on(canvas, plot);
    }
    return canvas.drawing();
  }
}
