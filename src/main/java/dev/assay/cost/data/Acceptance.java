package dev.assay.cost.data;

/// How many tokens a step yields when some were drafted and are checked.
///
/// @param architecture the catalog's model; empty for models that are not in it
/// @param method       how they were drafted: `MTP`, `EAGLE3`
/// @param drafted      tokens
/// @param accepted     tokens that a step yields on average, the step's own included
public record Acceptance(String architecture, String name, String method, int drafted, Input accepted) {}
