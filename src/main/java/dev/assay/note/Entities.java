package dev.assay.note;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The entities that a site lists, and who is meant by a name.
///
/// @param all    in the order of the settings
/// @param byName each by every name it has, as [#key(String)] writes it
public record Entities(List<Entity> all, Map<String, Entity> byName) {
  /// None.
  public static final Entities NONE = new Entities(List.of(), Map.of());

  /// Some entities. Of two that share a name, the first one keeps it.
  public static Entities of(List<Entity> all) {
    Map<String, Entity> byName = new HashMap<>();
    all.forEach(entity -> entity.called().forEach(name -> byName.putIfAbsent(key(name), entity)));
    return new Entities(List.copyOf(all), Map.copyOf(byName));
  }

  /// Names that differ only in case, in white space or in their Unicode form are one name.
  public static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("[\\s\\p{Z}]+", " ").toLowerCase(Locale.ROOT);
  }

  /// Who is meant by a name, an alias or a ticker.
  public Optional<Entity> named(String written) {
    return Optional.ofNullable(byName.get(key(written)));
  }

  /// What the site calls who is meant; the name itself when the site does not list it.
  public String canonical(String written) {
    return named(written).map(Entity::name).orElse(written.strip());
  }

  /// The same for readers of a language.
  public String shown(String written, Language language) {
    return named(written).map(entity -> entity.in(language)).orElse(written.strip());
  }

  /// The names by which running text speaks of them, each for what the site calls its entity.
  public SpokenNames spoken() {
    List<SpokenNames.Name> names = new ArrayList<>();
    for (Entity entity : all) {
      entity.spoken().forEach(name -> names.add(SpokenNames.Name.of(name, entity.name(), false)));
      entity.tickers().forEach(ticker -> names.add(SpokenNames.Name.of(ticker, entity.name(), true)));
    }
    return SpokenNames.of(names);
  }
}
