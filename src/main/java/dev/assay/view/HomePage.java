package dev.assay.view;

import java.util.List;

/// The home page of one language.
///
/// @param frame    what surrounds it
/// @param tagline  what its introduction says of itself in its head, else the site's description; plain text; empty when there is none
/// @param intro    the text of `content/index.md`; [BodyView#EMPTY] when there is none
/// @param hasIntro whether there is such a text
/// @param notes    the newest notes; the theme shows the first at length
/// @param more     where the other notes are; [LinkView#NONE] when these are all
/// @param hubs     the hubs
/// @param mix      the claims of the whole site in this language
/// @param ledger   where they are listed; [LinkView#NONE] when there are none
/// @param glance   what will be known next on the whole site, and what changed last
/// @param tags     the most used tags
public record HomePage(
    FrameView frame,
    String tagline,
    BodyView intro,
    boolean hasIntro,
    List<NoteCard> notes,
    LinkView more,
    List<HubCard> hubs,
    Mix mix,
    LinkView ledger,
    GlanceView glance,
    List<TermView> tags)
    implements PageView {
  public HomePage {
    notes = List.copyOf(notes);
    hubs = List.copyOf(hubs);
    tags = List.copyOf(tags);
  }
}
