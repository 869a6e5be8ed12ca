package dev.assay.cost;

import dev.assay.cost.core.Lever;
import dev.assay.cost.data.Input;
import dev.assay.cost.unit.Quantity;
import dev.assay.cost.unit.Range;
import dev.assay.note.Kind;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The options of `{cost-accounting}`: a reported cost and token count, and what else was reported with them.
///
/// @param name       what its figures are called after; `accounting` when not given
/// @param caption    empty when not given
/// @param accounting what was reported
public record CostAccountingOptions(String name, String caption, Accounting accounting, Place place) {
  private static final List<String> WORDS = List.of("name", "caption", "source", "kind", "cache_hit");

  /// Reads the directive's mapping. Costs, tokens and times may be ranges; `cache_hit` may stand for `cached_tokens`.
  public static Read<CostAccountingOptions> read(Value.Mapping mapping, Excerpts excerpts) {
    Fields fields = new Fields(excerpts);
    List<String> keys =
        Stream.concat(Arrays.stream(Accounting.Item.values()).map(Accounting.Item::key), WORDS.stream()).toList();
    fields.unknownKeys(mapping, keys, "an accounting");
    Kind kind = kind(mapping, fields);
    String source = text(mapping, "source", fields).orElse("the note");
    Map<Accounting.Item, Input> items = new EnumMap<>(Accounting.Item.class);
    for (Accounting.Item item : Accounting.Item.values()) {
      mapping
          .get(item.key())
          .flatMap(value -> positive(value, item, fields))
          .ifPresent(q -> items.put(item, Input.known(item.key(), q.range(), q.unit(), kind, source)));
    }
    cached(mapping, fields, items, kind, source);
    cachedWithin(mapping, fields, items);
    for (Accounting.Item needed : List.of(Accounting.Item.COST, Accounting.Item.OUTPUT_TOKENS)) {
      if (mapping.get(needed.key()).isEmpty()) {
        fields.refuse(Code.SCENARIO, mapping.place(), "an accounting needs '" + needed.key() + "'",
            "give what was reported, as in '" + needed.key() + ": " + needed.example() + "'");
      }
    }
    return new Read<>(
        new CostAccountingOptions(
            text(mapping, "name", fields).orElse("accounting"), text(mapping, "caption", fields).orElse(""),
            new Accounting(items), mapping.place()),
        fields.problems());
  }

  /// The figures as a table of one row.
  public FigureTable fill() {
    List<Figure> figures = accounting.figures(name);
    return new FigureTable(
        caption,
        figures.stream().map(f -> new FigureTable.Column(f.key(), f.label(), f.unit().symbol())).toList(),
        List.of(
            new FigureTable.Row(
                name, "", figures.stream().map(f -> new FigureTable.Cell(f, Optional.empty())).toList())),
        Optional.empty(),
        List.of("accounting: a reported cost over reported tokens; no model"));
  }

  private static Optional<Quantity> positive(Value value, Accounting.Item item, Fields fields) {
    return fields
        .quantity(value, item.key(), item.unit())
        .filter(
            quantity -> {
              boolean none = quantity.range().low() == 0 && item == Accounting.Item.CACHED_TOKENS;
              boolean good = quantity.range().low() > 0 || none;
              if (!good) {
                fields.refuse(Code.SCENARIO, value.place(), "'" + item.key() + "' of " + quantity + " makes no sense",
                    "it is more than 0");
              }
              return good;
            });
  }

  private static void cached(
      Value.Mapping mapping, Fields fields, Map<Accounting.Item, Input> items, Kind kind, String source) {
    Optional<Quantity> hit = mapping.get("cache_hit").flatMap(v -> fields.lever(v, Lever.CACHE_HIT));
    Input input = items.get(Accounting.Item.INPUT_TOKENS);
    if (hit.isPresent() && input != null && input.base().isPresent()) {
      Range tokens = hit.get().base().times(input.base().get().typical());
      items.put(
          Accounting.Item.CACHED_TOKENS,
          Input.known("cached_tokens", tokens, Accounting.Item.CACHED_TOKENS.unit(), kind, source));
    }
  }

  /// More tokens from the cache than there were would make the computed ones negative, and a cost with them.
  private static void cachedWithin(Value.Mapping mapping, Fields fields, Map<Accounting.Item, Input> items) {
    Input input = items.get(Accounting.Item.INPUT_TOKENS);
    Input cached = items.get(Accounting.Item.CACHED_TOKENS);
    Optional<Value> place = mapping.get("cached_tokens");
    if (cached == null || place.isEmpty()) {
      return;
    }
    boolean fits = input != null && input.base().orElseThrow().low() >= cached.base().orElseThrow().high();
    if (!fits) {
      fields.refuse(Code.SCENARIO, place.get().place(), "'cached_tokens' is more than 'input_tokens'",
          "cached tokens are a part of the input tokens");
    }
  }

  private static Kind kind(Value.Mapping mapping, Fields fields) {
    List<String> words = Arrays.stream(Kind.values()).filter(kind -> kind != Kind.BLOCKED).map(Kind::word).toList();
    Optional<Value.Scalar> word = mapping.get("kind").flatMap(value -> fields.word(value, "kind"));
    if (word.isPresent() && !words.contains(word.get().text())) {
      fields.refuse(Code.WRONG_TYPE, word.get().place(), "'" + word.get().text() + "' is no kind of a reported number",
          Nearest.hint(word.get().text(), words));
      return Kind.SPECULATION;
    }
    return word.map(scalar -> Kind.valueOf(scalar.text().toUpperCase(Locale.ROOT))).orElse(Kind.INFERENCE);
  }

  private static Optional<String> text(Value.Mapping mapping, String key, Fields fields) {
    return mapping.get(key).flatMap(value -> fields.word(value, key)).map(Value.Scalar::text);
  }
}
