package dev.assay.frontmatter;

import dev.assay.note.Entity;
import dev.assay.note.Kind;
import dev.assay.note.Located;
import dev.assay.note.Site;
import dev.assay.note.WebAddress;
import dev.assay.problem.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the entities that a site lists: companies, products, institutions, and what they are called.
final class EntityReader {
  private final Fields fields;
  private final Site defaults;

  EntityReader(Fields fields, Site defaults) {
    this.fields = fields;
    this.defaults = defaults;
  }

  List<Entity> entities() {
    List<Entity> entities = new ArrayList<>(defaults.entities().all());
    Map<String, Entity.Kind> kinds = new TreeMap<>();
    for (Entity.Kind kind : Entity.Kind.values()) {
      kinds.put(kind.word(), kind);
    }
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    fields.sequence("entities").ifPresent(
        sequence ->
            SiteReader.eachMapping(
                fields,
                "entities",
                sequence,
                "{name, kind, names, aliases, ticker, url}",
                inner -> {
                  Optional<Located<String>> name = inner.located("name");
                  inner.required("name");
                  List<Located<String>> aliases = inner.list("aliases");
                  Optional<Entity.Kind> kind = inner.choice("kind", kinds);
                  Map<String, String> names = names(inner);
                  List<Located<String>> tickers = inner.list(inner.either("ticker", "tickers"));
                  String url = inner.checked("url", Addresses::webFault, "").map(Located::value).map(WebAddress::ascii).orElse("");
                  name.ifPresent(
                      n -> {
                        Set<String> own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                        unique(n, own, taken);
                        aliases.forEach(alias -> unique(alias, own, taken));
                        tickers.forEach(ticker -> unique(ticker, own, taken));
                        names.values().forEach(other -> unique(new Located<>(other, n.place()), own, taken));
                        taken.addAll(own);
                        entities.add(new Entity(n.value(), kind, names, values(aliases), values(tickers), url));
                      });
                }));
    return entities;
  }

  /// What an entity is called in some of the site's languages.
  private static Map<String, String> names(Fields inner) {
    Map<String, String> names = new TreeMap<>();
    SiteReader.eachKey(
        inner,
        "names",
        (tag, words) -> {
          String fault = SiteReader.languageFault(tag);
          if (fault.isEmpty()) {
            words.text(tag).ifPresent(name -> names.put(tag.toLowerCase(Locale.ROOT), name));
          } else {
            words.mapping().entries().stream()
                .filter(entry -> entry.key().equals(tag))
                .forEach(entry -> words.add(Code.UNKNOWN_KEY, entry.keyPlace(), "'" + tag + "' under 'names' " + fault, "write names: {ko: …}"));
          }
        });
    return Collections.unmodifiableMap(names);
  }

  private static List<String> values(List<Located<String>> located) {
    return located.stream().map(Located::value).toList();
  }

  /// One entity may be called the same twice, as where a ticker is a name as well; two may not.
  private void unique(Located<String> name, Set<String> own, Set<String> taken) {
    own.add(name.value());
    if (taken.contains(name.value())) {
      fields.add(Code.DUPLICATE_KEY, name.place(), "two entities are called '" + Found.cut(name.value()) + "'", "keep the name with one of them");
    }
  }
}
