package dev.assay.cost;

/// One way to serve a scenario: a layout, a number of requests in flight, and what comes of it at the most likely inputs.
///
/// @param deployment               how the model is laid out
/// @param concurrency              requests in flight in one system
/// @param tpotMs                   time per output token
/// @param ttftMs                   time to first token
/// @param perUser                  output tokens per second for one user: interactivity
/// @param perAccelerator           output tokens per second per accelerator
/// @param usdPerMillionOutput      all costs per million output tokens; NaN when a price is unknown
/// @param joulesPerOutputToken     of the accelerators
public record Offer(
    Deployment deployment,
    double concurrency,
    double tpotMs,
    double ttftMs,
    double perUser,
    double perAccelerator,
    double usdPerMillionOutput,
    double joulesPerOutputToken) {

  /// The layout in words: `tp 8`, `tp 1 · ep 8 · dp 8`.
  public String layout() {
    StringBuilder text = new StringBuilder("tp ").append(deployment.tp());
    add(text, "pp", deployment.pp());
    add(text, "ep", deployment.ep());
    add(text, "dp", deployment.dp());
    return text.toString();
  }

  private static void add(StringBuilder text, String name, int degree) {
    if (degree > 1) {
      text.append(" · ").append(name).append(' ').append(degree);
    }
  }

  /// True when this is at least as good for the user and per accelerator, and better in one.
  boolean beats(Offer other) {
    boolean asGood = perUser >= other.perUser && perAccelerator >= other.perAccelerator;
    return asGood && (perUser > other.perUser || perAccelerator > other.perAccelerator);
  }
}
