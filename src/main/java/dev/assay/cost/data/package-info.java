/// The catalog: accelerators, architectures, economics, prices, kernel factors and engine profiles, each value with
/// its source and kind. A blank is unknown and stays unknown.
///
/// The program ships one catalog as CSV; a site may add rows or replace them with CSV text of the same columns. The
/// reader of CSV is our own because a problem in a row needs its line and column. This room must never know what a
/// scenario is or how figures are computed.
@NullMarked
package dev.assay.cost.data;

import org.jspecify.annotations.NullMarked;
