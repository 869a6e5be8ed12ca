package dev.assay.cost.data;

/// An α–β law of one collective operation over some accelerators.
///
/// @param alpha what it costs to send nothing, in seconds
/// @param share share of the link's rate that large messages reach
public record Collective(Input alpha, Input share) {}
