package dev.assay.view;

import java.util.List;

/// The page of a company, product or institution.
///
/// @param frame     what surrounds it
/// @param name      what pages in this language call it
/// @param kind      `company`, `product` or `institution`; empty when the site does not say
/// @param tickers   how exchanges call it
/// @param aliases   its other names
/// @param url       its own address; empty when the site does not say
/// @param mix       what is claimed of it
/// @param ledger    where all these claims are listed; empty when there are none
/// @param known     these claims by kind, the most important first, the kinds there are
/// @param exposures rows of tables that are about it, the latest first
/// @param timeline  what happened and will happen, the latest first
/// @param map       the notes that speak of it, in time
/// @param total     how many notes speak of it
/// @param notes     the newest of them
/// @param pagination the way to the others
public record EntityPage(
    FrameView frame,
    String name,
    String kind,
    List<String> tickers,
    List<String> aliases,
    String url,
    Mix mix,
    String ledger,
    List<HubPage.ClaimGroup> known,
    List<ExposureView> exposures,
    List<Moment> timeline,
    MapView map,
    int total,
    List<NoteCard> notes,
    Pagination pagination)
    implements PageView {
  public EntityPage {
    tickers = List.copyOf(tickers);
    aliases = List.copyOf(aliases);
    known = List.copyOf(known);
    exposures = List.copyOf(exposures);
    timeline = List.copyOf(timeline);
    notes = List.copyOf(notes);
  }

  /// Something at a day.
  ///
  /// @param date    the day
  /// @param kind    the word of a claim's kind; empty for a note
  /// @param status  what became of the claim, the word of a status; `due` for a claim that will be known that day; empty for
  ///                a note
  /// @param text    the claim, cut, or the note's title; plain text
  /// @param address where it stands
  public record Moment(DateView date, String kind, String status, String text, String address) {}
}
