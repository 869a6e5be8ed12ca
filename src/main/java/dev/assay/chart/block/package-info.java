/// The blocks that directives of notes ask for: tables and charts of data files, charts of the cost model.
///
/// Each reads its options, takes its numbers from a [dev.assay.chart.block.DataFiles] or from a
/// [dev.assay.cost.FigureBook], and gives a view with the problems it met. It knows no file and no site.
@NullMarked
package dev.assay.chart.block;

import org.jspecify.annotations.NullMarked;
