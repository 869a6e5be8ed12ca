/// Dimensions, units, ranges and how numbers are written: enough for bytes, operations, seconds, joules, dollars,
/// tokens and accelerators, and nothing more.
///
/// This room knows what may be added to what. It must never know what a figure, a scenario or an accelerator is.
@NullMarked
package dev.assay.cost.unit;

import org.jspecify.annotations.NullMarked;
