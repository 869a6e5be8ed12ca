package dev.assay.view;

/// Something that changed after it was published: a claim's or a checkpoint's status, or a note that was put right.
///
/// @param date    when
/// @param status  the word of what it became; `corrected` for a note that was put right
/// @param kind    the word of the claim's kind; empty for a checkpoint or a note
/// @param text    the claim or checkpoint in plain text; empty for a note that says of no claim that it was wrong
/// @param address where the claim or checkpoint stands, else where the note does
/// @param note    what was said about it, plain text; empty when nothing was
/// @param source  what shows it; [SourceView#NONE] when nothing is named
/// @param told    the note or claim that says so; [LinkView#NONE] when it follows from the calendar
/// @param where   the note in which the claim or checkpoint stands, or that was put right
public record ChangeView(
    DateView date, String status, String kind, String text, String address, String note, SourceView source, LinkView told,
    LinkView where) {}
