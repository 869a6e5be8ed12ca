package dev.assay.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.data.Catalog;
import dev.assay.note.Kind;
import dev.assay.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureTableTest {
  private static final FigureBook BOOK = book();

  private static FigureBook book() {
    Read<Scenarios> read =
        new ScenarioReader(Catalog.shipped())
            .read(
                Yaml.map(
                    "base", Yaml.map("hardware", "b200", "model", "llama-3.1-70b", "tp", 2),
                    "cached", Yaml.map("extends", "base", "cache_hit", "0.6"),
                    "owned", Yaml.map("extends", "base", "money", "own", "engine", "vllm")),
                Scenarios.NONE,
                Excerpts.NONE);
    assertEquals(List.of(), read.problems());
    return new FigureBook(new CostModel(Catalog.shipped()), read.value());
  }

  private static Read<FigureTable> table(Object... options) {
    Read<CostTableOptions> read = CostTableOptions.read(Yaml.map(options), Excerpts.NONE);
    assertEquals(List.of(), read.problems());
    return read.value().fill(BOOK, Excerpts.NONE);
  }

  private static List<String> said(List<Problem> problems) {
    return problems.stream().map(p -> p.place() + " " + p.message() + " (" + p.hint() + ")").toList();
  }

  @Test
  void aTableComparesScenariosWithABaseline() {
    FigureTable table =
        table("scenarios", List.of("base", "cached"), "baseline", "base", "columns",
            List.of("tokens_per_joule", "usd_per_million_output_tokens", "usd_per_million_tokens")).value();
    assertEquals(List.of("tokens_per_joule", "usd_per_million_output_tokens", "usd_per_million_tokens"),
        table.columns().stream().map(FigureTable.Column::key).toList());
    assertEquals(List.of("tokens/J", "USD", "USD"), table.columns().stream().map(FigureTable.Column::unit).toList());
    assertEquals(List.of("base", "cached"), table.rows().stream().map(FigureTable.Row::scenario).toList());
    assertEquals("2 × B200 SXM · Llama-3.1/3.3-70B · fp8 · TensorRT-LLM", table.rows().getFirst().description());
    assertTrue(table.rows().getFirst().cells().stream().allMatch(cell -> cell.toBaseline().isEmpty()));
    assertTrue(table.rows().get(1).cells().get(2).toBaseline().orElseThrow() < 0.95);
    assertEquals(Optional.of("base"), table.baseline());
  }

  @Test
  void whatAllAssumedIsSaidOnceAndWhatSomeAssumedWithTheirNames() {
    List<String> notes = table().value().notes();
    assertTrue(notes.contains("input_tokens: 1024"), notes.toString());
    assertTrue(notes.contains("base, cached: money: rental"), notes.toString());
  }

  @Test
  void withoutScenariosAllAreShownAndWithoutColumnsTheUsualOnes() {
    FigureTable table = table("caption", "All of them").value();
    assertEquals(3, table.rows().size());
    assertEquals(CostTableOptions.USUAL.size(), table.columns().size());
    assertEquals("All of them", table.caption());
  }

  @Test
  void unknownNamesAreProblemsAtTheirPlaces() {
    Read<CostTableOptions> options =
        CostTableOptions.read(
            Yaml.map("scenarios", List.of("base", "casched"), "columns", List.of("tpo_ms"), "basline", "base"), Excerpts.NONE);
    assertEquals(
        List.of(
            "x.md:3:1 a cost table has no key 'basline' (did you mean 'baseline'?)",
            "x.md:2:10 the model computes no 'tpo_ms' (did you mean 'tpot_ms'?)"),
        said(options.problems()));
    assertEquals(
        List.of("x.md:1:12 there is no scenario 'casched' (did you mean 'cached'?)"),
        said(options.value().fill(BOOK, Excerpts.NONE).problems()));
  }

  @Test
  void aTableWithoutAnyScenarioSaysWhereToDefineOne() {
    FigureBook empty = new FigureBook(new CostModel(Catalog.shipped()), Scenarios.NONE);
    Read<FigureTable> table = CostTableOptions.read(Yaml.map(), Excerpts.NONE).value().fill(empty, Excerpts.NONE);
    assertEquals(
        List.of("x.md:1:1 there is no scenario to show (define one under 'scenarios:' in the front matter)"),
        said(table.problems()));
  }

  @Test
  void aReportedDayGivesPlainRatios() {
    Read<CostAccountingOptions> read =
        CostAccountingOptions.read(
            Yaml.map("name", "day", "cost", "87072 USD", "input_tokens", "608e9", "cache_hit", "0.563", "output_tokens",
                "168e9", "period", "24 h", "accelerators", "1814", "source", "DeepSeek, open-infra-index", "kind", "fact"),
            Excerpts.NONE);
    assertEquals(List.of(), said(read.problems()));
    read =
        CostAccountingOptions.read(
            Yaml.map("name", "day", "cost", "87072 USD", "input_tokens", "608e9", "cache_hit", "0.563", "output_tokens",
                "168e9", "period", "24 h", "accelerators", "1814 GPUs", "source", "DeepSeek, open-infra-index", "kind", "fact"),
            Excerpts.NONE);
    assertEquals(List.of(), read.problems());
    List<Figure> figures = read.value().accounting().figures("day");
    assertEquals("0.112\u00a0USD", find(figures, "usd_per_million_tokens").text());
    assertEquals("0.201\u00a0USD", find(figures, "usd_per_million_computed_tokens").text());
    assertEquals("2.00\u00a0USD/h", find(figures, "usd_per_accelerator_hour").text());
    assertEquals(Kind.INFERENCE, find(figures, "usd_per_million_tokens").kind());
    assertEquals("day.usd_per_million_tokens", find(figures, "usd_per_million_tokens").name());
    assertEquals(figures.size(), read.value().fill().columns().size());
    assertTrue(figures.stream().noneMatch(figure -> figure.key().equals("tokens_per_joule")));
  }

  @Test
  void reportedFiguresCanBeNamedAndComparedWithModelledOnes() {
    Read<CostAccountingOptions> read =
        CostAccountingOptions.read(
            Yaml.map("name", "day", "cost", "87072 USD", "input_tokens", "608e9", "output_tokens", "168e9"), Excerpts.NONE);
    FigureBook book = BOOK.with("day", read.value().accounting().figures("day"));
    assertEquals("0.112\u00a0USD", ((FigureBook.Outcome.Known) book.evaluate("day.usd_per_million_tokens")).text());
    FigureBook.Outcome ratio = book.evaluate("base.usd_per_million_tokens / day.usd_per_million_tokens");
    assertTrue(((FigureBook.Outcome.Known) ratio).figure().estimate().isPresent());
    assertEquals(
        "the accounting 'day' gives no 'tpot_ms'",
        ((FigureBook.Outcome.Unknown) book.evaluate("day.tpot_ms")).faults().getFirst().message());
    assertEquals(
        "did you mean 'day'?", ((FigureBook.Outcome.Unknown) book.evaluate("dai.tpot_ms")).faults().getFirst().hint());
  }

  @Test
  void moreCachedThanInputTokensAreRefused() {
    assertEquals(
        List.of("x.md:3:16 'cached_tokens' is more than 'input_tokens' (cached tokens are a part of the input tokens)"),
        said(
            CostAccountingOptions.read(
                    Yaml.map("cost", "1 USD", "input_tokens", "10", "cached_tokens", "11", "output_tokens", "5"), Excerpts.NONE)
                .problems()));
  }

  @Test
  void aReportedRangeGivesARange() {
    Read<CostAccountingOptions> read =
        CostAccountingOptions.read(Yaml.map("cost", "80..100..130 USD", "output_tokens", "1e9", "kind", "speculation"), Excerpts.NONE);
    Figure figure = read.value().accounting().figures("x").getFirst();
    Estimate estimate = figure.estimate().orElseThrow();
    assertTrue(0.08 < estimate.p10() && estimate.p10() < estimate.p50() && estimate.p90() < 0.13);
    assertEquals(Kind.SPECULATION, figure.kind());
  }

  @Test
  void anAccountingWithoutCostOrTokensIsRefused() {
    assertEquals(
        List.of(
            "x.md:1:1 an accounting has no key 'costs' (did you mean 'cost'?)",
            "x.md:1:1 an accounting needs 'cost' (give what was reported, as in 'cost: 87072 USD')",
            "x.md:1:1 an accounting needs 'output_tokens' (give what was reported, as in 'output_tokens: 168e9')"),
        said(CostAccountingOptions.read(Yaml.map("costs", "1 USD"), Excerpts.NONE).problems()));
  }

  private static Figure find(List<Figure> figures, String key) {
    return figures.stream().filter(figure -> figure.key().equals(key)).findFirst().orElseThrow();
  }
}
