package dev.assay.cost.data;

import dev.assay.note.Kind;
import java.util.Optional;

/// What a provider asks for tokens of a model, in USD per million tokens.
///
/// @param architecture the catalog's model that is served, where the provider's name tells which
/// @param date as its source gives it; not always a date
public record MarketPrice(
    String provider,
    String model,
    Optional<String> architecture,
    Optional<Double> input,
    Optional<Double> output,
    Optional<Double> cachedInput,
    String date,
    Kind kind,
    String source) {}
