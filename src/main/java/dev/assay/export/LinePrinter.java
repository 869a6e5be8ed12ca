package dev.assay.export;

import java.io.Serial;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.MinimalPrettyPrinter;

/// Breaks lines between the values of one array at a time, and nowhere else.
final class LinePrinter extends MinimalPrettyPrinter {
  @Serial private static final long serialVersionUID = 1L;

  private int depth = -1;

  /// Breaks lines in the arrays at a nesting depth from now on; -1 for none.
  ///
  /// @return the depth until now
  int breakAt(int nestingDepth) {
    int before = depth;
    depth = nestingDepth;
    return before;
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) {
    breakLine(json);
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) {
    json.writeRaw(',');
    breakLine(json);
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) {
    if (values > 0) {
      breakLine(json);
    }
    json.writeRaw(']');
  }

  private void breakLine(JsonGenerator json) {
    if (json.streamWriteContext().getNestingDepth() == depth) {
      json.writeRaw('\n');
    }
  }
}
