package dev.assay.catalog;

import java.time.LocalDate;

/// Which notes a build publishes.
///
/// @param today  the day of the build in the site's zone
/// @param drafts whether drafts are published
/// @param future whether notes dated after today are published
public record Edition(LocalDate today, boolean drafts, boolean future) {}
