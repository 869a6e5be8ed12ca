package dev.assay.importer.folder;

import java.util.Optional;
import java.util.stream.Stream;

/// Looks parameters up as Hugo's `param` does: in the head of the page, in what the folders above it hand down, in the
/// settings of its language, in those of the site.
final class HugoParams {
  private HugoParams() {}

  /// @param name one key, or a path of keys
  static Optional<String> find(OldSite site, OldPage page, String name) {
    return within(page.head(), name)
        .or(() -> handedDown(site, page, name))
        .or(() -> site.settings().in("languages").in(page.language().tag()).in("params").path(name))
        .or(() -> site.settings().in("params").path(name));
  }

  private static Optional<String> within(OldHead head, String name) {
    return head.in("params").path(name).or(() -> head.path(name));
  }

  private static Optional<String> handedDown(OldSite site, OldPage page, String name) {
    String folder = page.path();
    while (folder.contains("/")) {
      folder = HugoReader.parent(folder);
      String index = folder + "/_index.";
      Optional<String> found =
          site.pages().stream()
              .filter(above -> above.path().startsWith(index) && above.language().equals(page.language()))
              .flatMap(above -> above.head().mappings("cascade").stream())
              .filter(cascade -> Stream.of("target", "_target").allMatch(key -> cascade.get(key).isEmpty()))
              .flatMap(cascade -> within(cascade, name).stream())
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
