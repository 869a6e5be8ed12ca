package dev.assay.view;

import java.util.List;

/// The ledger: all claims of the site, or those of one kind, status, year, hub or entity.
///
/// @param frame      what surrounds it
/// @param kind       the word of the kind it shows; empty for any
/// @param mix        the claims of the whole ledger, whatever this page shows
/// @param filters    the ways to look at it by kind: all, and each kind
/// @param facets     the other ways to look at it; on the first page of a list only
/// @param count      how many claims this list has
/// @param claims     the claims of this page, newest first
/// @param pagination where this page stands
/// @param files      the ledger as files: `JSON`
/// @param index      the address of what the script filters; empty where there is no script
public record ClaimsPage(
    FrameView frame,
    String kind,
    Mix mix,
    List<Filter> filters,
    List<Facet> facets,
    int count,
    LateList<ClaimView> claims,
    Pagination pagination,
    List<LinkView> files,
    String index)
    implements PageView {
  public ClaimsPage {
    filters = List.copyOf(filters);
    facets = List.copyOf(facets);
    files = List.copyOf(files);
  }

  /// A way to look at the ledger.
  ///
  /// @param kind    the word of the kind; empty for all
  /// @param count   how many claims it shows
  /// @param address where it is
  /// @param current whether this page is it
  public record Filter(String kind, int count, String address, boolean current) {}

  /// One thing by which claims are told apart.
  ///
  /// @param text   how it is called: `Year`
  /// @param values its values, those with most claims first
  public record Facet(String text, List<Value> values) {
    public Facet {
      values = List.copyOf(values);
    }
  }

  /// One value: `2026`, `Nvidia`.
  ///
  /// @param text    as it is read
  /// @param count   how many claims have it
  /// @param address where its claims are listed
  /// @param current whether this page is its list
  public record Value(String text, int count, String address, boolean current) {}
}
