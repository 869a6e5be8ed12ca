package dev.assay.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.FigureBook.Outcome;
import dev.assay.cost.FigureExpression.Fault;
import dev.assay.cost.data.Catalog;
import dev.assay.note.Kind;
import dev.assay.problem.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureBookTest {
  private static final FigureBook BOOK = book();

  private static FigureBook book() {
    Read<Scenarios> read =
        new ScenarioReader(Catalog.shipped())
            .read(
                Yaml.map(
                    "base", Yaml.map("hardware", "h200", "model", "llama-3.1-70b"),
                    "cached", Yaml.map("extends", "base", "cache_hit", "0.6"),
                    "owned", Yaml.map("extends", "base", "money", "own"),
                    "broken", Yaml.map("hardware", "h2000", "model", "llama-3.1-70b")),
                Scenarios.NONE,
                Excerpts.NONE);
    return new FigureBook(new CostModel(Catalog.shipped()), read.value());
  }

  private static Outcome.Known known(String expression) {
    return assertInstanceOf(Outcome.Known.class, BOOK.evaluate(expression), expression);
  }

  private static List<Fault> faults(String expression) {
    return assertInstanceOf(Outcome.Unknown.class, BOOK.evaluate(expression), expression).faults();
  }

  @Test
  void aFigureIsPrintedWithThreeDigitsAndItsUnit() {
    Outcome.Known known = known("base.usd_per_million_output_tokens");
    assertTrue(known.text().matches("0\\.\\d{3}\u00a0USD"), known.text());
    assertEquals("base.usd_per_million_output_tokens", known.figure().name());
    assertEquals("70.6\u00a0billion", known(" base.params ").text());
    assertTrue(known("base.decode_share").text().matches("\\d\\d\\.\\d%"));
  }

  @Test
  void aRatioOfTwoFiguresIsAFigure() {
    Outcome.Known ratio = known("base.usd_per_million_tokens / cached.usd_per_million_tokens");
    double base = known("base.usd_per_million_tokens").figure().estimate().orElseThrow().value();
    double cached = known("cached.usd_per_million_tokens").figure().estimate().orElseThrow().value();
    assertEquals(base / cached, ratio.figure().estimate().orElseThrow().value(), 1e-12);
    assertTrue(base / cached > 1.1);
    assertEquals("base.usd_per_million_tokens / cached.usd_per_million_tokens", ratio.figure().name());
    assertTrue(known("base.tpot_ms/base.step_time").figure().estimate().orElseThrow().value() > 1);
  }

  /// What two scenarios share must not widen the range of what tells them apart.
  @Test
  void theRangeOfARatioIsThatOfWhatDiffers() {
    Estimate ratio = known("base.usd_per_million_tokens / cached.usd_per_million_tokens").figure().estimate().orElseThrow();
    Estimate base = known("base.usd_per_million_tokens").figure().estimate().orElseThrow();
    assertTrue(ratio.p10() <= ratio.value() && ratio.value() <= ratio.p90(), ratio.toString());
    assertTrue(ratio.p90() / ratio.p10() < base.p90() / base.p10(), ratio + " " + base);
    Estimate same = known("base.tpot_ms / base.tpot_ms").figure().estimate().orElseThrow();
    assertEquals(Estimate.exact(1), same);
  }

  @Test
  void aRatioWithAnUnknownIsBlockedByIt() {
    Figure ratio = known("owned.usd_per_million_tokens / base.usd_per_million_tokens").figure();
    assertEquals(Kind.BLOCKED, ratio.kind());
    assertEquals(List.of("h200.price"), ratio.blockers());
    assertEquals("unknown", ratio.text());
  }

  @Test
  void whatDoesNotExistIsFoundInItsPlaceWithTheNearest() {
    assertEquals(
        List.of(new Fault(Code.UNKNOWN_SCENARIO, 0, 4, "there is no scenario 'bsae'", "did you mean 'base'?")),
        faults("bsae.tpot_ms"));
    assertEquals(
        List.of(new Fault(Code.UNKNOWN_FIGURE, 5, 11, "the model computes no 'tpo_ms'", "did you mean 'tpot_ms'?")),
        faults("base.tpo_ms"));
    Fault second = faults("base.tpot_ms /  base . tpo").getFirst();
    assertEquals("base.tpot_ms /  base . tpo".indexOf(" tpo"), second.start());
    assertEquals(2, faults("x.tpot_ms / y.tpot_ms").size());
    assertEquals(12, faults("x.tpot_ms / y.tpot_ms").get(1).start());
  }

  @Test
  void whatHasNotTheFormOfAnExpressionIsRefused() {
    for (String text : List.of("", " ", "base", ".tpot_ms", "base.", "a.b / ", "/ a.b", "a.b / c.d / e.f", "/", "//")) {
      List<Fault> faults = faults(text);
      assertEquals(1, faults.size(), text);
      assertTrue(faults.getFirst().start() <= faults.getFirst().end() && faults.getFirst().end() <= text.length() + 1, text);
    }
  }

  @Test
  void figuresOfDifferentDimensionsHaveNoRatio() {
    assertEquals(Code.UNIT, faults("base.tpot_ms / base.wall_watts").getFirst().code());
  }

  @Test
  void aScenarioWithProblemsOfItsOwnIsNotReportedAgain() {
    assertEquals(List.of(), faults("broken.tpot_ms"));
  }

  @Test
  void aScenarioIsEvaluatedOnce() {
    assertSame(BOOK.figures("base").orElseThrow(), BOOK.figures("base").orElseThrow());
  }

  @Test
  void aDerivationPrintsEveryInputWithItsSourceOnce() {
    Figure figure = known("base.usd_per_million_output_tokens").figure();
    List<String> lines = figure.derivation().lines();
    assertTrue(lines.getFirst().startsWith("usd_per_million_output_tokens = 0."), lines.getFirst());
    assertEquals(1, lines.stream().filter(line -> line.contains("bandwidth = 4.800 TB/s  (fact: ")).count());
    assertTrue(lines.stream().anyMatch(line -> line.endsWith("(see above)")));
    assertTrue(figure.inputs().stream().noneMatch(input -> input.source().isBlank()));
  }
}
