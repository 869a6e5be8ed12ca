/// The cost-per-token model: scenarios in, figures with ranges, kinds and derivations out.
///
/// ```java
/// CostModel model = new CostModel(Catalog.shipped());
/// Scenario scenario = Scenarios.single(model.catalog(), Map.of("hardware", "b200", "model", "llama-3.1-70b")).value().orElseThrow();
/// Figures figures = model.evaluate(scenario);
/// String cost = figures.get("usd_per_million_output_tokens").orElseThrow().text();
/// ```
///
/// `Levers`, `BreakEven`, `Frontier`, `Search`, `Bottleneck`, `Sweep`, `Margin` and `MarketSeries` ask a scenario more. `ScenarioReader` reads what a writer wrote into `Scenarios`; `FigureBook` evaluates them once each and answers
/// expressions (`base.tpot_ms / cached.tpot_ms`) and tables; `CostModel` evaluates one scenario; `Accounting` does the
/// plain ratios of a reported cost and token count. The room uses the values of `note` (kinds, YAML values with their
/// places) and of `problem`, and is otherwise a library that anyone can use: it must never know a page, a file or a site.
@NullMarked
package dev.assay.cost;

import org.jspecify.annotations.NullMarked;
