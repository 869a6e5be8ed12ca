package dev.assay.cost.accuracy;

/// One published measurement of a whole system.
///
/// @param id        in the table of measurements
/// @param engine    serving software, with its version where it is known: `trtllm 1.0`
/// @param layout    `tp 8`, `tp 1 · ep 8 · dp 8`
/// @param workload  `1024 in, 128 out, 64 requests`
/// @param metric    `output_tokens_per_second`, `tpot_ms`, `ttft_ms`, `gpu_power_w` or `joules_per_output_token`
/// @param value     in `unit`
/// @param repeats   runs of which this is the median
/// @param spread    the largest of them over the smallest
/// @param source    who published it
public record Measurement(
    String id,
    String hardware,
    String model,
    String precision,
    String engine,
    String layout,
    String workload,
    String metric,
    double value,
    String unit,
    int repeats,
    double spread,
    String source) {}
