package dev.assay.cost;

import java.util.Map;

/// Says in a few words what a scenario is.
final class Descriptions {
  /// What engines call themselves; one that a site adds to the catalog is called as it is written there.
  private static final Map<String, String> ENGINES = Map.of("trtllm", "TensorRT-LLM", "vllm", "vLLM", "sglang", "SGLang");

  private Descriptions() {}

  static String of(Scenario scenario) {
    int accelerators = scenario.deployment().accelerators();
    String count = accelerators == 1 ? "" : accelerators + " × ";
    return count + scenario.hardware().name() + " · " + scenario.model().name() + " · "
        + scenario.precision().weights().word() + " · " + ENGINES.getOrDefault(scenario.engine(), scenario.engine());
  }
}
