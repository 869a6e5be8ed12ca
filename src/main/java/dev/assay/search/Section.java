package dev.assay.search;

import java.util.List;

/// What stands under a heading.
///
/// @param anchor  the heading's anchor; empty before the first heading
/// @param heading its words; empty before the first
public record Section(String anchor, String heading, List<Passage> passages) {
  public Section {
    passages = List.copyOf(passages);
  }
}
