package dev.assay.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.cost.data.Catalog;
import dev.assay.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cannot be: each with its place, what is wrong, and what to do.
class ScenarioProblemsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      tp             | 3               | the 64 attention heads of Llama-3.1/3.3-70B cannot be shared out to 3 accelerators | use one of 1, 2, 4, 8, 16, or 'dp' for attention of their own
      input_tokens   | 2.5             | 'input_tokens' of 2.5 tokens is not a whole number | write 2 or 3, or a range
      rated_power    | -700 W          | 'rated_power' of -700 W makes no sense             | it is more than 0
      utilisation    | 1.3             | 'utilisation' of 1.3 makes no sense                | it is at least 0.001 and at most 1
      pue            | 0.9             | 'pue' of 0.9 makes no sense                        | it is at least 1 and at most 100
      cache_hit      | 60 GB           | 'cache_hit' is in 'GB', which does not measure it  | write a plain number
      bandwidth      | 3.35            | 'bandwidth' needs a unit                           | write it in TB/s, as in '3.35 TB/s'
      electricity    | 0.1 USD/kW      | 'electricity' is in 'USD/kW', which does not measure it | write it in USD/kWh, as in '0.1 USD/kWh'
      model          | llama-3.1-71b   | the catalog has no model 'llama-3.1-71b'           | did you mean 'llama-3.1-70b'?
      engine         | vlm             | the catalog has no engine 'vlm'                    | did you mean 'vllm'?
      serving        | disagregated    | 'disagregated' is no way of serving                | did you mean 'disaggregated'?
      tp             | 0               | 'tp' is '0', not a whole number from 1             | ``
      """)
  void impossibleInputsAreNamedWithAWayOut(String key, String value, String message, String hint) {
    Problem problem = only("hardware", "h200", "model", "llama-3.1-70b", key, value);
    assertEquals(message, problem.message());
    assertEquals(hint, problem.hint());
    assertEquals("x.md", problem.place().file());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      h100-sxm | deepseek-v3    | 8 | DeepSeek-V3 / R1 / V3.1 does not fit on 8 × H100 SXM5 80GB: 84.1 GB of weights and a request on each, in 80.00 GiB | it fits on 16 accelerators, with tp: 16, or with precision: fp4
      l40s     | llama-3.1-405b | 8 | Llama-3.1-405B does not fit on 8 × L40S: 51.3 GB of weights and a request on each, in 48.00 GiB | it fits on 16 accelerators, with tp: 16, or with precision: fp4
      """)
  void aModelThatDoesNotFitIsToldWhatWould(String hardware, String model, int tp, String message, String hint) {
    Problem problem = only("hardware", hardware, "model", model, "tp", tp);
    assertEquals(message, problem.message());
    assertEquals(hint, problem.hint());
  }

  private static Problem only(Object... settings) {
    Map<String, Object> byKey = new LinkedHashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      byKey.put((String) settings[i], settings[i + 1]);
    }
    Object[] once = byKey.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())).toArray();
    Read<Scenarios> read =
        new ScenarioReader(Catalog.shipped()).read(Yaml.map("base", Yaml.mapAt(2, once)), Scenarios.NONE, Excerpts.NONE);
    assertEquals(1, read.problems().size(), read.problems().toString());
    return read.problems().getFirst();
  }
}
