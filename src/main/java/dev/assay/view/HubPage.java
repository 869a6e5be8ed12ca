package dev.assay.view;

import java.util.List;

/// A page that gathers notes on one theme.
///
/// @param frame     what surrounds it
/// @param head      title, dates and the mix of all its notes together
/// @param toc       the table of contents of its introduction; empty when it has none
/// @param glance    what is firmest in it, what is due next and what changed last
/// @param body      its introduction
/// @param pinned    the reading path its writer chose, in order
/// @param notes     its other notes, newest first
/// @param known     its claims by kind, strongest first, the kinds it has
/// @param backlinks notes that link here
/// @param params    the hub's free settings for templates
/// @param linkedData what the page says to programs: JSON that may stand in a `script` element
public record HubPage(
    FrameView frame,
    NoteHead head,
    List<HeadingView> toc,
    GlanceView glance,
    BodyView body,
    List<NoteCard> pinned,
    List<NoteCard> notes,
    List<ClaimGroup> known,
    List<BacklinkView> backlinks,
    Settings params,
    LateMarkup linkedData)
    implements PageView {
  public HubPage {
    toc = List.copyOf(toc);
    pinned = List.copyOf(pinned);
    notes = List.copyOf(notes);
    known = List.copyOf(known);
    backlinks = List.copyOf(backlinks);
  }

  /// The claims of one kind.
  ///
  /// @param kind   the word of the kind
  /// @param total  how many there are
  /// @param claims the ones to show
  public record ClaimGroup(String kind, int total, List<ClaimView> claims) {
    public ClaimGroup {
      claims = List.copyOf(claims);
    }
  }
}
