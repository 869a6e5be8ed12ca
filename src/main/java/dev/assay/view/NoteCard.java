package dev.assay.view;

import java.util.List;

/// A note as lists show it.
///
/// @param title    plain text
/// @param address  where it is
/// @param language its language's tag when that is not the page's; else empty
/// @param summary  its first paragraph, inline markup; empty when it has no prose
/// @param date     when it was published; none for a page without a date
/// @param updated  when its content last changed, if after the date; else none
/// @param minutes  reading time, at least 1
/// @param mix      its claims
/// @param hubs     hubs it belongs to
/// @param tags     its tags, the first dozen
/// @param draft    whether it is shown only because drafts were asked for
public record NoteCard(
    String title,
    String address,
    String language,
    Markup summary,
    DateView date,
    DateView updated,
    int minutes,
    Mix mix,
    List<LinkView> hubs,
    List<LinkView> tags,
    boolean draft) {
  public NoteCard {
    hubs = List.copyOf(hubs);
    tags = List.copyOf(tags);
  }
}
