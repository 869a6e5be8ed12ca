package dev.assay.view;

import java.util.List;

/// What someone reported, and what follows from it by division.
///
/// @param anchor      its anchor on the page; empty when it has none
/// @param caption     what it shows, plain text
/// @param inputs      what was reported, in order
/// @param results     what follows
/// @param assumptions what was assumed, plain text, one sentence each
/// @param sources     where the inputs come from
/// @param files       the lines as files: `CSV`, `JSON`
public record AccountingView(
    String anchor,
    String caption,
    List<Line> inputs,
    List<Line> results,
    List<String> assumptions,
    List<SourceView> sources,
    List<LinkView> files) {
  public AccountingView {
    inputs = List.copyOf(inputs);
    results = List.copyOf(results);
    assumptions = List.copyOf(assumptions);
    sources = List.copyOf(sources);
    files = List.copyOf(files);
  }

  /// One line.
  ///
  /// @param label   what it is: `Output tokens`
  /// @param text    the value as it is read, without its unit; empty when it is unknown
  /// @param unit    its unit: `tokens`, `USD`
  /// @param kind    the word of its kind; empty for a value that has none
  /// @param range   its range as it is read; empty when it has none
  /// @param formula how it was computed, plain text; empty for what was reported
  public record Line(String label, String text, String unit, String kind, String range, String formula) {}
}
