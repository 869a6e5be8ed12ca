package dev.assay.serve;

import dev.assay.publish.Owned;
import dev.assay.publish.Published;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The files that can be asked for: those in the build's list and no others, so that a path in a request is only ever a
/// key and never opens anything by itself.
final class SiteFiles {
  private final Path output;
  private volatile Published published;

  SiteFiles(Path output) throws IOException {
    this.output = output;
    this.published = Published.read(output);
  }

  boolean isEmpty() {
    return published.files().isEmpty();
  }

  /// Looks what a build has written. Returns the addresses of files that are new, different or gone.
  Set<String> refresh() throws IOException {
    Map<String, Owned> before = published.files();
    Published now = Published.read(output);
    published = now;
    Set<String> changed = new TreeSet<>();
    now.files().forEach((file, owned) -> {
      if (!owned.equals(before.get(file))) {
        changed.add(Published.address(file).value());
      }
    });
    before.keySet().stream()
        .filter(file -> !now.files().containsKey(file))
        .forEach(file -> changed.add(Published.address(file).value()));
    return changed;
  }

  /// The name of the file that answers a path: for `/post/x/` that is `post/x/index.html`.
  Optional<String> file(String path) {
    String file = path.substring(1) + (path.endsWith("/") ? "index.html" : "");
    return published.files().containsKey(file) ? Optional.of(file) : Optional.empty();
  }

  /// A file's bytes and when they were written.
  @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
  record Content(byte[] bytes, Instant modified) {}

  /// The content of a file of the list; empty when it is no longer there, or something else is in its place.
  Optional<Content> read(String file) throws IOException {
    Path path = output.resolve(file);
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    // A folder on the way may have been replaced by a link since the build looked.
    if (!Objects.equals(path.toRealPath(), output.toRealPath().resolve(file))) {
      return Optional.empty();
    }
    // The time is asked first: a file that is replaced in between is then asked for once more, and not kept too long.
    Instant modified = Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(new Content(in.readAllBytes(), modified));
    }
  }
}
