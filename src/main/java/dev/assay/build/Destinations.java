package dev.assay.build;

import dev.assay.catalog.Catalog;
import dev.assay.catalog.Destination;
import dev.assay.catalog.Entry;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a site's links and names lead, in terms that hold when files move: the files themselves.
final class Destinations {
  private final Catalog catalog;
  private final Map<SitePath, SourceId> files = new HashMap<>();

  Destinations(Catalog catalog) {
    this.catalog = catalog;
    catalog.assets().forEach((id, path) -> files.put(path, id));
  }

  /// The file behind an address; empty when it is none of the writer's.
  Optional<SourceId> file(Destination.Here here) {
    return here.note().or(() -> Optional.ofNullable(files.get(here.path())));
  }

  /// All that a note leads to, as text that can be compared.
  ///
  /// @param now the new path of each file that moves
  String of(Entry entry, java.util.function.UnaryOperator<SourceId> now) {
    StringBuilder out = new StringBuilder();
    for (Destination destination : catalog.destinations().getOrDefault(entry.source(), List.of())) {
      out.append(
          switch (destination) {
            case Destination.Elsewhere(String url) -> url;
            case Destination.Nowhere _ -> "nowhere";
            case Destination.Here here ->
                file(here).map(id -> "file " + now.apply(id)).orElse(here.path().value()) + here.query() + "#" + here.fragment();
          });
      out.append('\n');
    }
    names(out, "follows", catalog.follows().getOrDefault(entry.source(), List.of()), now);
    names(out, "hubs", catalog.hubsOf(entry).stream().map(hub -> hub.entry()).toList(), now);
    names(out, "pinned", catalog.hub(entry).map(hub -> hub.pinned()).orElse(List.of()), now);
    names(out, "translations", catalog.translations(entry), now);
    entry.note().head().image()
        .flatMap(image -> catalog.asset(image.src().value(), entry.source()))
        .ifPresent(path -> out.append("image ").append(Optional.ofNullable(files.get(path)).map(now).map(SourceId::value).orElse(path.value())));
    return out.toString();
  }

  private static void names(StringBuilder out, String key, List<Entry> entries, java.util.function.UnaryOperator<SourceId> now) {
    out.append(key).append(entries.stream().map(Entry::source).map(now).sorted().toList()).append('\n');
  }
}
