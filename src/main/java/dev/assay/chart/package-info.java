/// Series to drawn marks.
///
/// A [Chart] is what is to be seen: bars with ranges, stacked parts, levers around zero, points and lines in a plane.
/// [Charts] lays it out for a wide page and for a narrow one, each with its own scales, ticks and labels that do not
/// overlap, as view records that an SVG template prints. The room knows numbers, words and how wide words are in a font
/// that it has not got; it must never know what a number means, which colours a theme has, or what SVG looks like.
@NullMarked
package dev.assay.chart;

import org.jspecify.annotations.NullMarked;
