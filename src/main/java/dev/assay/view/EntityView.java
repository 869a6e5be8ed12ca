package dev.assay.view;

import java.util.List;

/// A company, product or institution in a list of them.
///
/// @param entity    its name and its page; no address where it has none
/// @param kind      `company`, `product` or `institution`; empty when the site does not say
/// @param tickers   how exchanges call it
/// @param notes     how many of the notes that are looked at speak of it
/// @param mix       what they claim of it
/// @param claims    the most important of these claims
/// @param exposures rows of their tables that are about it, the latest first
/// @param more      how many more such rows there are
public record EntityView(
    LinkView entity, String kind, List<String> tickers, int notes, Mix mix, List<ClaimView.ReasonView> claims, List<ExposureView> exposures, int more) {
  public EntityView {
    tickers = List.copyOf(tickers);
    claims = List.copyOf(claims);
    exposures = List.copyOf(exposures);
  }
}
