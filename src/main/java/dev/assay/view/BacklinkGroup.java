package dev.assay.view;

import java.util.List;

/// The links to one place of a page.
///
/// @param anchor the place; empty for the page as a whole
/// @param text   the heading or the claim at that place in plain text; empty for the page as a whole
/// @param kind   the word of the claim's kind; empty where the place is no claim
/// @param total  how many notes link there
/// @param links  the notes that link there, newest first, as many as are shown
public record BacklinkGroup(String anchor, String text, String kind, int total, List<BacklinkView> links) {
  public BacklinkGroup {
    links = List.copyOf(links);
  }
}
