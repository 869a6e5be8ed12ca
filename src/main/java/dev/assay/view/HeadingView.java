package dev.assay.view;

import dev.assay.note.Heading;
import java.util.ArrayList;
import java.util.List;

/// One line of a table of contents, with the lines below it.
///
/// @param id       the heading's anchor
/// @param text     its words
/// @param children the headings below it
public record HeadingView(String id, String text, List<HeadingView> children) {
  public HeadingView {
    children = List.copyOf(children);
  }

  /// Headings in the order of the text as a tree. A heading belongs to the nearest one before it with a lower level,
  /// so a skipped level makes no empty line.
  ///
  /// @param deepest headings of a higher level number than this are left out
  public static List<HeadingView> tree(List<Heading> headings, int deepest) {
    return tree(headings.stream().filter(heading -> heading.level() <= deepest).toList());
  }

  private static List<HeadingView> tree(List<Heading> headings) {
    List<HeadingView> lines = new ArrayList<>();
    int at = 0;
    while (at < headings.size()) {
      Heading head = headings.get(at);
      int end = at + 1;
      while (end < headings.size() && headings.get(end).level() > head.level()) {
        end++;
      }
      lines.add(new HeadingView(head.id(), head.text(), tree(headings.subList(at + 1, end))));
      at = end;
    }
    return lines;
  }
}
