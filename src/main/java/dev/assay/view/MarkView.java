package dev.assay.view;

/// One thing on a chart. Places are in the units of its drawing.
public sealed interface MarkView extends Typed {
  /// A line, an area or a dot (a line of no length with round ends).
  ///
  /// @param role  what it is, one or more class names: `bar`, `grid`, `line s2`
  /// @param path  its outline in SVG's path language
  /// @param title what a pointer that rests on it is told, plain text; empty when there is no more
  record Shape(String role, String path, String title) implements MarkView {
    @Override
    public String type() {
      return "shape";
    }
  }

  /// A line of text.
  ///
  /// @param role   what it is, one or more class names: `label`, `tick`
  /// @param x      where it is anchored
  /// @param y      its base line
  /// @param anchor `start`, `middle` or `end`
  /// @param text   what is read
  /// @param title  the whole of it where the text had to be cut; empty otherwise
  record Words(String role, String x, String y, String anchor, String text, String title) implements MarkView {
    @Override
    public String type() {
      return "words";
    }
  }

  /// The sign of a kind.
  ///
  /// @param kind the word of the kind
  /// @param x    its left edge
  /// @param y    its upper edge
  /// @param size its width and height
  record Sign(String kind, String x, String y, String size) implements MarkView {
    @Override
    public String type() {
      return "sign";
    }
  }
}
