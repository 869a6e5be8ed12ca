package dev.assay.cost.data;

import dev.assay.cost.unit.Range;
import dev.assay.note.Kind;

/// What an accelerator costs by the hour somewhere, in USD per accelerator-hour.
///
/// @param accelerator an id of the catalog; empty for accelerators that are not in it
/// @param terms       `on-demand`, `contract`, `spot`, `own` (somebody's total cost of ownership) or `assumption`
/// @param described   the terms as the source words them
public record Rental(
    String accelerator, String name, Range price, String terms, String described, String date, Kind kind, String source) {}
