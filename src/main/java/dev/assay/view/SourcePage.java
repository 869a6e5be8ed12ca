package dev.assay.view;

import java.util.List;

/// One source, and everything on the site that rests on it.
///
/// @param frame      what surrounds it
/// @param rank       `entry` of the bibliography, `link` or `attribution`
/// @param key        by what citations call it; empty for others
/// @param reference  the formatted entry; nothing for others
/// @param address    where it can be read; empty when nowhere
/// @param accessed   when the writer last looked; none when that is not said
/// @param mix        the claims that rest on it
/// @param claims     those of this page, newest first
/// @param notes      the notes that cite it
/// @param pages      the addresses of a web site that claims rest on; empty for others
/// @param pagination where this page stands
public record SourcePage(
    FrameView frame,
    String rank,
    String key,
    LateMarkup reference,
    String address,
    DateView accessed,
    Mix mix,
    LateList<ClaimView> claims,
    List<NoteCard> notes,
    List<LinkView> pages,
    Pagination pagination)
    implements PageView {
  public SourcePage {
    notes = List.copyOf(notes);
    pages = List.copyOf(pages);
  }
}
