package dev.assay.view;

import java.util.List;

/// One line of a note's list of references.
///
/// @param anchor  its anchor on the page
/// @param html    the formatted entry, phrasing content
/// @param address the page of the source, which lists all that rests on it
/// @param from    the citations in the text that cite it, as anchors of the page
public record ReferenceView(String anchor, Markup html, String address, List<String> from) {
  public ReferenceView {
    from = List.copyOf(from);
  }
}
