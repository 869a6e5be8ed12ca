package dev.assay.view;

/// Something to look at, perhaps by a date.
///
/// @param anchor what an address ends in to lead to it; empty when it has none
/// @param text   what to look at, plain text
/// @param due    by when; none when there is no date
/// @param strong what would be a strong signal, plain text; empty when not given
/// @param weak   what would be a weak signal, plain text; empty when not given
/// @param status the word of what became of it; empty while it is open
public record CheckpointView(
    String anchor, String text, DateView due, String strong, String weak, String status) {}
