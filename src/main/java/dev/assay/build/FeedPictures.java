package dev.assay.build;

import dev.assay.feed.FeedItem;
import dev.assay.source.SourceFile;
import dev.assay.view.project.Model;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The pictures of notes as feeds name them: with their type and, for a file of the site, its size.
final class FeedPictures {
  private static final Map<String, String> TYPES =
      Map.of(
          "png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "gif", "image/gif", "webp", "image/webp",
          "avif", "image/avif", "svg", "image/svg+xml");

  private final Map<String, Long> sizes = new HashMap<>();

  FeedPictures(Model model, Collection<SourceFile> assets) {
    Map<String, Long> bySource = new HashMap<>();
    assets.forEach(file -> bySource.put(file.id().value(), file.size()));
    model.catalog()
        .assets()
        .forEach(
            (source, address) -> {
              Long size = model.pictureBytes(address).orElse(bySource.get(source.value()));
              if (size != null) {
                sizes.put(model.base().absolute(model.plainPicture(address)), size);
              }
            });
  }

  /// A picture by its full address; absent when there is none, or when its name doesn't say that it is one.
  Optional<FeedItem.Picture> of(String url) {
    String path = url.replaceFirst("[?#].*", "");
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    Long size = sizes.get(url);
    return Optional.ofNullable(TYPES.get(ending))
        .map(type -> new FeedItem.Picture(url, type, size == null ? OptionalLong.empty() : OptionalLong.of(size)));
  }
}
