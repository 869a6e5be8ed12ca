package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.Excerpts;
import dev.assay.cost.Read;
import dev.assay.cost.ScenarioReader;
import dev.assay.cost.Scenarios;
import dev.assay.cost.SiteCosts;
import dev.assay.cost.data.Catalog;
import dev.assay.note.Value;
import dev.assay.problem.Place;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CostCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    SiteScenarios site = _ -> scenarios();
    return new CommandLine(new CostCommand(site))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  private static Read<SiteCosts> scenarios() {
    Place place = Place.ofFile("content/data/scenarios.yaml");
    List<Value.Entry> settings = new ArrayList<>();
    for (String[] each : new String[][] {{"hardware", "b200"}, {"model", "llama-3.1-70b"}}) {
      settings.add(new Value.Entry(each[0], place, new Value.Scalar(each[1], false, place)));
    }
    Value.Entry base = new Value.Entry("base", place, new Value.Mapping(settings, place));
    Read<Scenarios> read =
        new ScenarioReader(Catalog.shipped())
            .read(new Value.Mapping(List.of(base), place), Scenarios.NONE, Excerpts.NONE);
    return new Read<>(new SiteCosts(Catalog.shipped(), read.value()), read.problems());
  }

  @Test
  void aScenarioOfTheSiteIsPrintedAsATable() {
    assertEquals(0, run("base"), err.toString());
    assertTrue(out.toString().contains("usd_per_million_output_tokens  "), out.toString());
    assertTrue(out.toString().contains("assumed: engine: trtllm; weights in fp8"), out.toString());
  }

  @Test
  void optionsChangeAScenarioOrMakeOne() {
    assertEquals(0, run("--hardware", "h100-sxm", "--model", "llama-3.1-8b", "--figure", "params", "--set", "tp=2"));
    assertEquals("params  8.03 billion    inference", out.toString().lines().findFirst().orElseThrow());
    assertEquals(0, run("base", "--set", "cache_hit=0.6", "--set", "electricity=0.06..0.12 USD/kWh", "--set", "money=own"));
  }

  @Test
  void anExplanationGoesDownToTheSources() {
    assertEquals(0, run("base", "--explain", "--figure", "tpot_ms"));
    assertTrue(out.toString().contains("bandwidth = 8.000 TB/s  (fact: "), out.toString());
  }

  @Test
  void jsonHoldsEveryFigureWithItsDerivation() {
    assertEquals(0, run("base", "--format", "json"));
    JsonNode json = new JsonMapper().readTree(out.toString());
    assertEquals("b200", json.get("hardware").asString());
    JsonNode tpot = json.get("figures").valueStream().filter(f -> f.get("figure").asString().equals("tpot_ms")).findFirst().orElseThrow();
    assertTrue(tpot.get("p10").asDouble() < tpot.get("p90").asDouble());
    assertEquals("step_time", tpot.get("derivation").get("figures").get(0).asString());
    assertTrue(json.get("inputs").size() > 20);
  }

  @Test
  void onlyTheFiguresAskedForAreInAnyFormat() {
    assertEquals(0, run("base", "--format", "csv", "--figure", "tpot_ms", "--figure", "params"));
    assertEquals(List.of("scenario", "base", "base"), out.toString().lines().map(line -> line.split(",")[0]).toList());
    out.getBuffer().setLength(0);
    assertEquals(0, run("base", "--format", "json", "--figure", "tpot_ms"));
    assertEquals(1, new JsonMapper().readTree(out.toString()).get("figures").size());
  }

  @Test
  void csvHasOneLineForEachFigure() {
    assertEquals(0, run("base", "--format", "csv"));
    assertEquals("scenario,figure,value,p10,p50,p90,unit,kind,blockers,formula", out.toString().lines().findFirst().orElseThrow());
    assertEquals(dev.assay.cost.core.Metric.COUNT + 1, out.toString().lines().count());
  }

  @Test
  void aTableOfOperatingPointsIsAnsweredLineByLine(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("points.csv"),
            """
            id,hardware,num_gpus,tp,pp,ep,dp,model,precision,isl,osl,concurrency,engine,engine_version,metric
            a,h200,1,1,1,1,1,llama-3.1-8b,fp8,128,128,max,trtllm,0.17,output_tokens_per_second
            b,h300,1,1,1,1,1,llama-3.1-8b,fp8,128,128,max,trtllm,0.17,tpot_ms
            """);
    assertEquals(0, run("--batch", file.toString(), "--format", "csv"), err.toString());
    List<String> lines = out.toString().lines().toList();
    assertEquals("id,metric,p10,p50,p90,unit,problem", lines.getFirst());
    assertTrue(lines.get(1).matches("a,output_tokens_per_second,[\\d.]+,[\\d.]+,[\\d.]+,tokens/s,"), lines.get(1));
    assertEquals("b,tpot_ms,,,,,the catalog has no accelerator 'h300'", lines.get(2));
    assertEquals(3, lines.size());
  }

  @Test
  void whatCanBeNamedIsListed() {
    assertEquals(0, run("--list", "models"));
    assertTrue(out.toString().contains("deepseek-v3  DeepSeek-V3 / R1 / V3.1\n"), out.toString());
    assertEquals(0, run("--list", "settings"));
    assertTrue(out.toString().contains("cache_hit\n"));
    assertEquals(2, run("--list", "wishes"));
  }

  @Test
  void wrongUsageIsToldFromAFaultyScenario() {
    assertEquals(2, run());
    assertTrue(err.toString().contains("name a scenario of the site, or give --hardware and --model"), err.toString());
    assertEquals(2, run("bas"));
    assertTrue(err.toString().contains("there is no scenario 'bas': did you mean 'base'?"), err.toString());
    assertEquals(2, run("base", "--figure", "tpott_ms"));
    assertEquals(2, run("--batch", "no/such/file.csv"));
    assertEquals(1, run("--hardware", "b20", "--model", "llama-3.1-8b"));
    assertTrue(err.toString().contains("options:1:12: error[scenario]: the catalog has no accelerator 'b20'"), err.toString());
  }
}
