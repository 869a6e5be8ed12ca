/// The cost-per-token model: scenarios in, figures with ranges, kinds and derivations out.
///
/// `ScenarioReader` reads what a writer wrote into `Scenarios`; `FigureBook` evaluates them once each and answers
/// expressions (`base.tpot_ms / cached.tpot_ms`) and tables; `CostModel` evaluates one scenario; `Accounting` does the
/// plain ratios of a reported cost and token count. The room uses the values of `note` (kinds, YAML values with their
/// places) and of `problem`, and is otherwise a library that anyone can use: it must never know a page, a file or a site.
@NullMarked
package dev.assay.cost;

import org.jspecify.annotations.NullMarked;
