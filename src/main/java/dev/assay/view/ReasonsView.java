package dev.assay.view;

import java.util.List;

/// The reasons of a claim, unfolded: down to sources, and up to what rests on it. Both are cut where they become large;
/// from there the claims shown lead on.
///
/// @param why    what the claim rests on
/// @param whyMore how many more reasons it names than are shown
/// @param above  what rests on the claim
/// @param aboveMore how many more claims rest on it than are shown
/// @param ledger where all claims are listed
public record ReasonsView(List<Reason> why, int whyMore, List<Reason> above, int aboveMore, String ledger) {
  public ReasonsView {
    why = List.copyOf(why);
    above = List.copyOf(above);
  }

  /// One claim or figure among the reasons.
  ///
  /// @param kind      the word of its kind
  /// @param text      its content in plain text, perhaps cut
  /// @param address   where it stands
  /// @param note      the title of its note where that is another than the page's; else empty
  /// @param asserted  when it was first said
  /// @param status    `open`, or what became of it
  /// @param needed    whether what stands above it needs it; else it only helps
  /// @param again     whether it is unfolded elsewhere in the same tree
  /// @param sources   what it rests on outside the site; empty on the way up
  /// @param reasons   the next step: its own reasons, or on the way up what rests on it
  /// @param more      how many further ones it has that are not shown
  public record Reason(
      String kind, String text, String address, String note, DateView asserted, String status, boolean needed, boolean again,
      List<SourceView> sources, List<Reason> reasons, int more) {
    public Reason {
      sources = List.copyOf(sources);
      reasons = List.copyOf(reasons);
    }
  }
}
