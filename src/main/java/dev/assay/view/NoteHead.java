package dev.assay.view;

import java.util.List;

/// The head of a note's own page.
///
/// @param title      plain text
/// @param lead       the writer's own description in plain text; empty when there is none, and the text speaks for itself
/// @param date       when it was published
/// @param updated    when its content last changed, if after the date; else none
/// @param minutes    reading time, at least 1
/// @param mix        its claims
/// @param authors    who wrote it
/// @param hubs       hubs it belongs to
/// @param categories its categories
/// @param tags       its tags
/// @param series     its series; [LinkView#NONE] when it has none
/// @param entities   the companies, products and institutions it speaks of
/// @param image      the address of its picture; empty when it has none
/// @param picture    the same in the forms that browsers choose from
/// @param imageAlt   what the picture shows, in words; empty when it only decorates
/// @param draft      whether it is shown only because drafts were asked for
public record NoteHead(
    String title,
    String lead,
    DateView date,
    DateView updated,
    int minutes,
    Mix mix,
    List<LinkView> authors,
    List<LinkView> hubs,
    List<LinkView> categories,
    List<LinkView> tags,
    LinkView series,
    List<LinkView> entities,
    String image,
    PictureView picture,
    String imageAlt,
    boolean draft) {
  public NoteHead {
    authors = List.copyOf(authors);
    hubs = List.copyOf(hubs);
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
    entities = List.copyOf(entities);
  }
}
