/// Formulas in TeX to MathML, which browsers draw without script.
///
/// Its door is [dev.assay.math.Formula]. It reads the part of LaTeX that people use in texts: symbols, scripts, fractions,
/// roots, brackets, accents, fonts, words, matrices and aligned lines; macros and packages are not part of it. What it
/// cannot read it names with its place in the formula.
///
/// It knows nothing of notes or pages.
@NullMarked
package dev.assay.math;

import org.jspecify.annotations.NullMarked;
