/// From numbers to places on paper, and the round numbers that an axis names.
@NullMarked
package dev.assay.chart.scale;

import org.jspecify.annotations.NullMarked;
