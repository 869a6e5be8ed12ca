/// The layouts: each turns one shape of chart into marks on paper of a given width.
@NullMarked
package dev.assay.chart.draw;

import org.jspecify.annotations.NullMarked;
