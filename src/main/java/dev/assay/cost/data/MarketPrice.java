package dev.assay.cost.data;

import dev.assay.note.Kind;
import java.util.Optional;

/// What a provider asks for tokens of a model, in USD per million tokens.
///
/// @param date as its source gives it; not always a date
public record MarketPrice(
    String provider,
    String model,
    Optional<Double> input,
    Optional<Double> output,
    Optional<Double> cachedInput,
    String date,
    Kind kind,
    String source) {}
