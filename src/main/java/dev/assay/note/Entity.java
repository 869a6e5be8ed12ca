package dev.assay.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A company, product or institution that notes speak of.
///
/// @param name    what the site calls it
/// @param kind    what it is, when the site says so
/// @param names   what it is called in some languages, by the language's tag in lower case
/// @param aliases its other names
/// @param tickers how exchanges call it
/// @param url     its own address; empty when not given
public record Entity(
    String name, Optional<Kind> kind, Map<String, String> names, List<String> aliases, List<String> tickers, String url) {
  /// What an entity is.
  public enum Kind {
    COMPANY,
    PRODUCT,
    INSTITUTION;

    /// The word in lower case.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Entity {
    aliases = List.copyOf(aliases);
    tickers = List.copyOf(tickers);
  }

  /// What pages in a language call it.
  public String in(Language language) {
    return Optional.ofNullable(names.get(language.tag().toLowerCase(Locale.ROOT))).orElse(name);
  }

  /// The names by which running text speaks of it, its tickers apart: `MU` and `ICE` are words, too.
  public List<String> spoken() {
    List<String> all = new ArrayList<>(List.of(name));
    all.addAll(names.values());
    all.addAll(aliases);
    return List.copyOf(all);
  }

  /// Every name that stands for it where an entity is expected.
  public List<String> called() {
    List<String> all = new ArrayList<>(spoken());
    all.addAll(tickers);
    return List.copyOf(all);
  }
}
