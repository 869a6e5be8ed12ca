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
}
