package dev.assay.note;

import dev.assay.problem.Place;

/// Something in a note that looks like a claim's tag and is none, so that a writer can see why nothing was counted.
///
/// @param written as it stands in the text
/// @param why     why it is no tag: a clause that reads on from what was written
/// @param hint    what to write instead
/// @param sure    whether it is worth a warning in any note; else only in one that makes claims
/// @param place   where it stands
/// @param excerpt the line of its place
public record NearMiss(String written, String why, String hint, boolean sure, Place place, String excerpt) {}
