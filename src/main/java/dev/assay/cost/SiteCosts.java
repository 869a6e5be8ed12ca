package dev.assay.cost;

import dev.assay.cost.data.Catalog;

/// What a site adds to the model: its catalog over the shipped one, and its scenarios.
public record SiteCosts(Catalog catalog, Scenarios scenarios) {}
