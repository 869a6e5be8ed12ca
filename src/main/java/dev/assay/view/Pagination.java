package dev.assay.view;

import java.util.List;

/// Where a page of a long list stands.
///
/// @param number   this page, 1 for the first
/// @param of       how many pages there are
/// @param previous the page before it; [LinkView#NONE] on the first
/// @param next     the page after it; [LinkView#NONE] on the last
/// @param pages    the pages to offer, this one among them, by number; an empty address stands for a gap
public record Pagination(int number, int of, LinkView previous, LinkView next, List<LinkView> pages) {
  /// A list that fits on one page.
  public static final Pagination SINGLE = new Pagination(1, 1, LinkView.NONE, LinkView.NONE, List.of());

  public Pagination {
    pages = List.copyOf(pages);
  }
}
