package dev.assay.view;

import java.util.List;

/// The page of a post, a single page or a guide page.
///
/// @param frame      what surrounds it
/// @param kind       `post`, `page` or `guide`
/// @param head       title, dates, mix
/// @param toc        the table of contents; empty when it has none
/// @param follows    earlier notes that it follows up
/// @param followedBy later notes that follow it up
/// @param since      what changed after it was published, newest first
/// @param glance     what of it is due next
/// @param body       its text
/// @param open       its claims that are still open and have a date, soonest first
/// @param checkpoints what to look at, where its text does not show it already
/// @param disclaimer what the writer wants said, plain text; empty when nothing
/// @param places     its places in the reading paths of its hubs
/// @param series     its place in its series; empty when it is in none
/// @param related    notes with which it has much in common
/// @param backlinks  notes that link here, by the place to which they do
/// @param previous   the neighbour before it in its section or hub; [LinkView#NONE] at the beginning
/// @param next       the neighbour after it
/// @param params     the note's free settings for templates
/// @param linkedData what the page says to programs: JSON that may stand in a `script` element
public record NotePage(
    FrameView frame,
    String kind,
    NoteHead head,
    List<HeadingView> toc,
    List<NoteCard> follows,
    List<NoteCard> followedBy,
    List<ChangeView> since,
    GlanceView glance,
    BodyView body,
    LateList<ClaimView> open,
    List<CheckpointView> checkpoints,
    String disclaimer,
    List<PlaceView> places,
    List<PlaceView> series,
    List<RelatedView> related,
    List<BacklinkGroup> backlinks,
    LinkView previous,
    LinkView next,
    Settings params,
    LateMarkup linkedData)
    implements PageView {
  public NotePage {
    toc = List.copyOf(toc);
    follows = List.copyOf(follows);
    followedBy = List.copyOf(followedBy);
    since = List.copyOf(since);
    checkpoints = List.copyOf(checkpoints);
    places = List.copyOf(places);
    series = List.copyOf(series);
    related = List.copyOf(related);
    backlinks = List.copyOf(backlinks);
  }
}
