/// The arithmetic of the model: levers in, metrics out, as arrays of numbers, so that a figure, its range and its
/// sensitivities are the same evaluation repeated. Only sums, products, square roots and `StrictMath`: every machine
/// gets the same bits.
///
/// An unknown lever is NaN and makes NaN of exactly the metrics that need it. This room must never know where a number
/// comes from, how it is printed, or what a scenario looks like on paper.
@NullMarked
package dev.assay.cost.core;

import org.jspecify.annotations.NullMarked;
