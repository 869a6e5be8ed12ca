package dev.assay.view;

/// Where a note stands in the reading path of a hub, or in a series.
///
/// @param of       the hub or the series
/// @param previous what is read before it there; [LinkView#NONE] at the beginning
/// @param next     what is read after it; [LinkView#NONE] at the end
public record PlaceView(LinkView of, LinkView previous, LinkView next) {}
