package dev.assay.cost.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.data.Catalog.Extended;
import dev.assay.cost.data.Catalog.Table;
import dev.assay.cost.data.Kernel.Op;
import dev.assay.note.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final Catalog CATALOG = Catalog.shipped();

  private static Extended extended(Table table, String... lines) {
    return CATALOG.with(table, Csv.read("content/data/own.csv", String.join("\n", lines)));
  }

  private static Accelerator accelerator(String id) {
    return CATALOG.accelerators().get(id);
  }

  @Test
  void itHoldsManyAcceleratorsAndArchitecturesEachWithASource() {
    assertTrue(CATALOG.accelerators().size() >= 25);
    assertTrue(CATALOG.architectures().size() >= 35);
    CATALOG.accelerators().values().forEach(a -> assertFalse(a.source().isBlank(), a.id()));
    CATALOG.architectures().values().forEach(a -> assertFalse(a.source().isBlank(), a.id()));
    CATALOG.economics().values().forEach(e -> assertFalse(e.source().isBlank(), e.name()));
    CATALOG.engines().values().forEach(e -> e.settings().values().forEach(s -> assertFalse(s.source().isBlank(), s.name())));
    CATALOG.rentals().forEach(r -> assertFalse(r.source().isBlank(), r.name()));
    CATALOG.prices().forEach(p -> assertFalse(p.source().isBlank(), p.model()));
  }

  @Test
  void whatIsOnlyRecalledOrSecondHandIsNoFact() {
    Stream<Input> inputs =
        Stream.concat(
            CATALOG.economics().values().stream(),
            CATALOG.accelerators().values().stream().flatMap(a -> Stream.of(a.memory(), a.bandwidth(), a.bf16(), a.price())));
    inputs
        .filter(input -> input.range().isPresent())
        .filter(input -> List.of("recalled", "unverified", "secondary", "assumption", "not verified").stream()
            .anyMatch(word -> input.source().toLowerCase(Locale.ROOT).contains(word)))
        .forEach(input -> assertTrue(Kind.FACT.strongerThan(input.kind()), input.name() + ": " + input.source()));
    assertEquals(Kind.SPECULATION, accelerator("h20").bandwidth().kind());
    assertEquals(Kind.INFERENCE, accelerator("b200").price().kind());
  }

  @Test
  void theShapeOfEveryModelGivesItsPublishedSizeWithinFourPercent() {
    for (Architecture model : CATALOG.architectures().values()) {
      if (model.missing().isEmpty() && model.total().range().isPresent()) {
        double published = model.total().base().orElseThrow().typical();
        double off = model.parameters() / published - 1;
        assertTrue(Math.abs(off) < 0.04, model.id() + ": " + model.parameters() + " is off by " + off);
      }
    }
  }

  @Test
  void whatATokenAddsToTheCacheIsWhatIsPublished() {
    assertEquals(327_680, 2 * CATALOG.architectures().get("llama-3.1-70b").cacheElements() * 80);
    assertEquals(70_272, 2 * CATALOG.architectures().get("deepseek-v3").cacheElements() * 61);
    Architecture hybrid = CATALOG.architectures().get("qwen3.5-397b-a17b");
    assertEquals(30_720, 2 * hybrid.cacheElements() * hybrid.cachingLayers());
  }

  @Test
  void aBlankStaysUnknown() {
    assertEquals(Kind.BLOCKED, accelerator("trainium2").power().kind());
    assertEquals("rtx-pro-6000-bse.bandwidth", accelerator("rtx-pro-6000-bse").bandwidth().name());
    assertTrue(accelerator("h200").price().range().isEmpty());
    assertEquals(
        List.of("deepseek-v4-pro.attention", "deepseek-v4-pro.full_layers"),
        CATALOG.architectures().get("deepseek-v4-pro").missing());
  }

  @Test
  void arithmeticThatAnAcceleratorLacksIsDoneInTheNextWider() {
    assertEquals(Format.FP8, accelerator("h100-sxm").arithmetic(Format.FP4));
    assertEquals(Format.BF16, accelerator("a100-80").arithmetic(Format.FP4));
    assertEquals(Format.FP4, accelerator("b200").arithmetic(Format.FP4));
    assertEquals(1979, accelerator("h100-sxm").peak(Format.FP8).range().orElseThrow().typical());
  }

  @Test
  void kernelsFallBackFromTheEngineToTheAcceleratorToAnything() {
    assertTrue(CATALOG.kernel("h100-sxm", "trtllm", Op.GEMM, Format.FP8).orElseThrow().compute().source().contains("trtllm"));
    assertTrue(CATALOG.kernel("h100-sxm", "unknown", Op.GEMM, Format.FP8).orElseThrow().compute().source().contains("every"));
    Kernel anywhere = CATALOG.kernel("tpu-v7", "trtllm", Op.GEMM, Format.FP8).orElseThrow();
    assertEquals(Kind.SPECULATION, anywhere.compute().kind());
  }

  @Test
  void aSiteAddsAndReplacesRows() {
    Extended extended =
        extended(
            Table.ACCELERATORS,
            "id,name,memory_gib,bandwidth_tbps,bf16_tflops,kind,source",
            "mine,Mine,64,2,500,inference,our own measurement",
            "h200,H200 by us,141,4.9,989,fact,a datasheet");
    assertEquals(List.of(), extended.problems());
    assertEquals("our own measurement", extended.catalog().accelerators().get("mine").source());
    assertEquals(4.9e12, extended.catalog().accelerators().get("h200").bandwidth().base().orElseThrow().typical());
    assertEquals(CATALOG.accelerators().size() + 1, extended.catalog().accelerators().size());
  }

  @Test
  void aFaultyRowIsLeftOutWithAProblemAtItsCell() {
    Extended extended =
        extended(
            Table.ACCELERATORS,
            "id,memory_gib,bandwidth_tbps,kind,source",
            "a,many,2,fact,x",
            "b,80,2,certain,x",
            ",80,2,fact,x",
            "c,80,2,fact,x");
    assertEquals(
        List.of(
            "content/data/own.csv:2:3 'many' is not a number",
            "content/data/own.csv:3:8 'certain' is no kind",
            "content/data/own.csv:4:1 'id' is blank"),
        extended.problems().stream().map(p -> p.place() + " " + p.message()).distinct().toList());
    assertEquals("b,80,2,certain,x", extended.problems().get(1).excerpt());
    assertFalse(extended.catalog().accelerators().containsKey("a"));
    assertTrue(extended.catalog().accelerators().containsKey("c"));
  }

  @Test
  void aMissingColumnIsNamed() {
    Extended extended = extended(Table.ECONOMICS, "parameter,low,typical,high,units,kind,source", "pue,1,1.1,1.2,,fact,x");
    assertEquals("the table has no column 'unit'", extended.problems().getFirst().message());
    assertEquals("did you mean 'units'?", extended.problems().getFirst().hint());
  }

  @Test
  void rentIsTheMiddleOfWhatIsPublished() {
    Input rent = CATALOG.rental("h100-sxm").orElseThrow();
    assertTrue(rent.range().orElseThrow().typical() > 1.5 && rent.range().orElseThrow().typical() < 3, rent.text());
    assertEquals(Kind.SPECULATION, CATALOG.rental("h800").orElseThrow().kind());
    assertTrue(CATALOG.rental("tpu-v7").isEmpty());
  }
}
