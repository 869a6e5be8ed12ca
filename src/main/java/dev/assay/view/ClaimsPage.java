package dev.assay.view;

import java.util.List;

/// The ledger: all claims of the site, or those of one kind.
///
/// @param frame      what surrounds it
/// @param kind       the word of the kind it shows; empty for all
/// @param mix        the claims of the whole ledger, whatever this page shows
/// @param filters    the ways to look at it: all, and each kind
/// @param claims     the claims of this page, newest first
/// @param pagination where this page stands
/// @param files      the ledger as files: `JSON`
public record ClaimsPage(
    FrameView frame,
    String kind,
    Mix mix,
    List<Filter> filters,
    List<ClaimView> claims,
    Pagination pagination,
    List<LinkView> files)
    implements PageView {
  public ClaimsPage {
    filters = List.copyOf(filters);
    claims = List.copyOf(claims);
    files = List.copyOf(files);
  }

  /// A way to look at the ledger.
  ///
  /// @param kind    the word of the kind; empty for all
  /// @param count   how many claims it shows
  /// @param address where it is
  /// @param current whether this page is it
  public record Filter(String kind, int count, String address, boolean current) {}
}
