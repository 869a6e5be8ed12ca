package dev.assay.view;

import java.util.List;

/// A page that gathers notes on one theme.
///
/// @param frame     what surrounds it
/// @param head      title, thesis, dates and the mix of all its notes together
/// @param question  what it does not know yet, in one sentence of plain text; empty when its writer gives none
/// @param toc       the table of contents of its introduction; empty when it has none
/// @param glance    what is due next and what changed last
/// @param fresh     its newest notes, newest first
/// @param map       its notes in time
/// @param body      its introduction
/// @param start     the notes with which its reading path begins
/// @param then      the rest of its reading path, in order, the latest of them where there are very many
/// @param left      how many notes of the path are not shown
/// @param known     its claims by kind, the most important first, the kinds it has
/// @param ledger    where all its claims are listed; empty when it has none
/// @param entities  the companies, products and institutions that it speaks of most, and how they are exposed
/// @param neighbours hubs that share notes with it, those that share most first
/// @param feeds     its own feed in each format; empty when it has none
/// @param backlinks notes that link here, by the place to which they do
/// @param params    the hub's free settings for templates
/// @param linkedData what the page says to programs: JSON that may stand in a `script` element
public record HubPage(
    FrameView frame,
    NoteHead head,
    String question,
    List<HeadingView> toc,
    GlanceView glance,
    List<NoteCard> fresh,
    MapView map,
    BodyView body,
    List<NoteCard> start,
    List<NoteCard> then,
    int left,
    List<ClaimGroup> known,
    String ledger,
    List<EntityView> entities,
    List<Neighbour> neighbours,
    List<FrameView.FeedAddress> feeds,
    List<BacklinkGroup> backlinks,
    Settings params,
    LateMarkup linkedData)
    implements PageView {
  public HubPage {
    toc = List.copyOf(toc);
    fresh = List.copyOf(fresh);
    start = List.copyOf(start);
    then = List.copyOf(then);
    known = List.copyOf(known);
    entities = List.copyOf(entities);
    neighbours = List.copyOf(neighbours);
    feeds = List.copyOf(feeds);
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

  /// A hub that shares notes with this one.
  ///
  /// @param hub    the hub
  /// @param total  how many notes they share
  /// @param shared the newest of these
  public record Neighbour(LinkView hub, int total, List<LinkView> shared) {
    public Neighbour {
      shared = List.copyOf(shared);
    }
  }
}
