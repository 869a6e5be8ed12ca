package dev.assay.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Csv;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final String HEAD =
      "id,hardware,num_gpus,tp,pp,ep,dp,model,precision,isl,osl,concurrency,engine,engine_version,metric\n";

  private static List<Batch.Result> evaluate(String... rows) {
    List<Batch.Result> results = new ArrayList<>();
    Csv table = Csv.read("b.csv", HEAD + String.join("\n", rows));
    assertEquals(List.of(), new Batch(new CostModel(Catalog.shipped())).evaluate(table, results::add));
    return results;
  }

  @Test
  void everyRowGetsOneResultInTheSameOrder() {
    List<Batch.Result> results =
        evaluate(
            "a,h200,1,1,1,1,1,llama-3.1-8b,fp8,128,128.0,max,trtllm,0.17,output_tokens_per_second",
            "b,h100-sxm,4,4,1,1,1,llama-3.1-70b,bf16,120,411.4,127.71,vllm,0.11.1,gpu_power_w",
            "c,h100-sxm,4,4,1,1,1,llama-3.1-70b,bf16,120,411.4,127.71,vllm,0.11.1,joules_per_output_token",
            "d,b200,8,8,1,1,1,deepseek-v3,fp4,8192,1024,4,sglang,,tpot_ms",
            "e,b200,8,8,1,1,1,deepseek-v3,fp4,8192,1024,4,sglang,,ttft_ms");
    assertEquals(List.of("a", "b", "c", "d", "e"), results.stream().map(Batch.Result::id).toList());
    assertEquals(List.of("tokens/s", "W", "J/token", "ms", "ms"), results.stream().map(Batch.Result::unit).toList());
    assertTrue(results.stream().allMatch(result -> result.problem().isEmpty()), results.toString());
    double four = results.get(1).estimate().orElseThrow().value();
    assertTrue(four > 4 * 350 && four < 4 * 700, "the power is that of all four: " + four);
  }

  @Test
  void aRowThatCannotBeEvaluatedSaysWhy() {
    List<Batch.Result> results =
        evaluate(
            "a,gaudi2,1,1,1,1,1,llama-2-7b,fp8,128,128.0,max,optimum,1.18,output_tokens_per_second",
            "b,h100-sxm,1,1,1,1,1,llama-3.1-405b,bf16,128,128,max,trtllm,1,output_tokens_per_second",
            "c,h100-sxm,1,1,1,1,1,llama-3.1-8b,bf16,128,128,max,trtllm,1,happiness",
            "d,h100-sxm,3,2,1,1,1,llama-3.1-8b,bf16,128,128,max,trtllm,1,tpot_ms",
            "e,h100-sxm,1,1,1,1,1,llama-3.1-8b,bf16,128,-5,max,trtllm,1,tpot_ms",
            "f,,1,1,1,1,1,llama-3.1-8b,bf16,128,5,max,trtllm,1,tpot_ms");
    assertEquals(
        List.of(
            "the catalog has no engine 'optimum'",
            "Llama-3.1-405B does not fit on one H100 SXM5 80GB: 812 GB of weights and a request on each, in 80.00 GiB",
            "the model computes no 'happiness'",
            "3 accelerators cannot be shared out to replicas of 2",
            "'output_tokens' of -5 tokens makes no sense",
            "the scenario names no hardware"),
        results.stream().map(Batch.Result::problem).toList());
    assertTrue(results.stream().allMatch(result -> result.estimate().isEmpty()));
  }

  private static final String POINT = ",h200,1,1,1,1,1,llama-3.1-8b,fp8,128,128,4,trtllm,,tpot_ms";

  private static Batch.Result one(String row) {
    List<Batch.Result> results = evaluate(row);
    assertEquals(1, results.size(), row);
    return results.getFirst();
  }

  private static double tpot(Batch.Result result) {
    return result.estimate().orElseThrow(() -> new AssertionError(result.problem())).p50();
  }

  /// Whatever stands in a cell, a row has one line: an estimate in order, or a reason.
  @Test
  void anyCellMayHoldAnything() {
    List<String> hostile =
        List.of("", " ", "max", "MAX", "-1", "0", "1.5", "1e300", "1e-300", "99999999999999999999", "1e999", "NaN", "Infinity",
            "nobody", "100..200", "200..100", "128 GB", "\"a,b\"", "\"say \"\"x\"\"\"", "\"two\nlines\"", "=1+1", "\u0000", "\ud83d\ude80");
    String[] cells = ("id" + POINT).split(",", -1);
    List<String> rows = new ArrayList<>();
    for (int column = 0; column < cells.length; column++) {
      for (String text : hostile) {
        String[] changed = cells.clone();
        changed[column] = text;
        rows.add(String.join(",", changed));
      }
    }
    List<Batch.Result> results = evaluate(rows.toArray(String[]::new));
    assertEquals(rows.size(), results.size());
    for (int i = 0; i < results.size(); i++) {
      Batch.Result result = results.get(i);
      assertTrue(result.estimate().isPresent() == result.problem().isEmpty(), rows.get(i) + result);
      result.estimate().ifPresent(e -> assertTrue(0 < e.p10() && e.p10() <= e.p50() && e.p50() <= e.p90() && e.p90() < 1e9, result.toString()));
    }
  }

  @Test
  void blanksAreFilledInAndCountsMayBeWrittenAsDecimals() {
    double whole = tpot(one("a" + POINT));
    assertEquals(whole, tpot(one("a,h200,1.0,1.0,1.0,1.0,1.0,llama-3.1-8b,fp8,128.0,128.0,4.0,trtllm,,tpot_ms")));
    assertEquals(whole, tpot(one("a,h200,,,,,,llama-3.1-8b,fp8,128,128,4,,,tpot_ms")));
    assertEquals("the row names no metric", one("a,h200,1,1,1,1,1,llama-3.1-8b,fp8,128,128,4,trtllm,,").problem());
    assertEquals("'tp' is '1.5', not a whole number from 1",
        one("a,h200,1,1.5,1,1,1,llama-3.1-8b,fp8,128,128,4,trtllm,,tpot_ms").problem());
  }

  @Test
  void aRowOfTheWrongLengthHasItsLineAsWell() {
    List<Batch.Result> results = evaluate("a" + POINT, "b,h200,1", "c" + POINT + ",1,2", "d" + POINT);
    assertEquals(List.of("a", "b", "c", "d"), results.stream().map(Batch.Result::id).toList());
    assertEquals("a row of 3 cells in a table of 15 columns", results.get(1).problem());
    assertEquals("tpot_ms", results.get(2).metric());
    assertTrue(results.get(3).estimate().isPresent());
  }

  @Test
  void marksAndLineEndsOfOtherProgramsChangeNothing() {
    String plain = HEAD + "\"a,1\"" + POINT + "\n\nb" + POINT + "\n";
    String other = "\ufeff" + plain.replace("\n", "\r\n");
    List<Batch.Result> one = new ArrayList<>();
    List<Batch.Result> two = new ArrayList<>();
    new Batch(new CostModel(Catalog.shipped())).evaluate(Csv.read("b.csv", plain), one::add);
    new Batch(new CostModel(Catalog.shipped())).evaluate(Csv.read("b.csv", other), two::add);
    assertEquals(one, two);
    assertEquals(List.of("a,1", "b"), two.stream().map(Batch.Result::id).toList());
  }

  @Test
  void aTableWithoutRowsHasNoResultsAndOneWithoutColumnsSaysWhichItLacks() {
    Batch batch = new Batch(new CostModel(Catalog.shipped()));
    List<Batch.Result> results = new ArrayList<>();
    assertEquals(List.of(), batch.evaluate(Csv.read("b.csv", HEAD), results::add));
    assertEquals(List.of(), results);
    assertEquals(4, batch.evaluate(Csv.read("b.csv", ""), results::add).size());
    List<String> lacks =
        batch.evaluate(Csv.read("b.csv", "id,hardware,modle,metric\na,h200,llama-3.1-8b,tpot_ms\n"), results::add).stream()
            .map(problem -> problem.message() + "; " + problem.hint()).toList();
    assertEquals(List.of("the table has no column 'model'; did you mean 'modle'?"), lacks);
    assertEquals(List.of("the scenario names no model"), results.stream().map(Batch.Result::problem).toList());
    assertEquals("two columns are called 'id'", Csv.read("b.csv", "id,id\na,b\n").problems().getFirst().message());
  }
}
