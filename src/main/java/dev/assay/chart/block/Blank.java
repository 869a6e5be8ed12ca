package dev.assay.chart.block;

import dev.assay.view.Markup;
import dev.assay.view.Part;

/// What stands where nothing could be drawn. Its note has an error then, so no page will show it.
final class Blank {
  private Blank() {}

  static Part part() {
    return new Part.Html(Markup.NONE);
  }
}
