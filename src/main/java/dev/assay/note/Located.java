package dev.assay.note;

import dev.assay.problem.Place;

/// A value and where the writer wrote it.
public record Located<T>(T value, Place place) {}
