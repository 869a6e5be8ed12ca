package dev.assay.cost;

/// Says in a few words what a scenario is.
final class Descriptions {
  private Descriptions() {}

  static String of(Scenario scenario) {
    int accelerators = scenario.deployment().accelerators();
    String count = accelerators == 1 ? "" : accelerators + " × ";
    return count + scenario.hardware().name() + " · " + scenario.model().name() + " · "
        + scenario.precision().weights().word() + " · " + scenario.engine();
  }
}
