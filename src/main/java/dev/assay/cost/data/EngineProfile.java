package dev.assay.cost.data;

import java.util.Map;

/// What serving software adds to the kernels: the most valuable single input, for the same silicon differs by a third
/// between engines.
///
/// @param id       `trtllm`, `sglang`, `vllm`
/// @param settings by the name of the lever that it sets
public record EngineProfile(String id, Map<String, Input> settings) {
  public EngineProfile {
    settings = Map.copyOf(settings);
  }
}
