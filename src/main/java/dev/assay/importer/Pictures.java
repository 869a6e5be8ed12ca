package dev.assay.importer;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes pictures along: those that lie beside the feed as they lie on its site, and, when the writer asks for it, those
/// that lie elsewhere. A picture keeps its path below the site's address where it has one, so that its address stays;
/// one from another host goes to `images/<host>/…`.
///
/// Safe for use by many threads; each picture is looked for once.
public final class Pictures {
  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "webp", "avif", "svg");
  private static final long MOST_BYTES = 32L << 20;

  private final String base;
  private final List<Path> roots;
  private final Optional<PictureFetch> fetch;
  private final Map<String, Found> found = new LinkedHashMap<>();

  /// A picture, and where it is on the new site.
  ///
  /// @param file absent for one that stays where it is
  /// @param why  why it could not be taken along; empty for one that nobody asked for
  public record Found(String address, Optional<ImportedFile> file, String why) {}

  private Pictures(String base, List<Path> roots, Optional<PictureFetch> fetch) {
    this.base = base;
    this.roots = roots;
    this.fetch = fetch;
  }

  /// @param feed  the feed's file
  /// @param self  the feed's own address; says how far above the file the site's folder begins
  /// @param base  the site's address
  /// @param fetch how pictures elsewhere are fetched; absent when they are not
  static Pictures beside(Path feed, String self, String base, Optional<PictureFetch> fetch) {
    List<Path> roots = new ArrayList<>();
    Path folder = feed.toAbsolutePath().normalize().getParent();
    if (folder != null) {
      roots.add(folder);
    }
    int depth = OldAddress.of(self, base).map(old -> (int) old.path().chars().filter(c -> c == '/').count() - 1).orElse(0);
    Path above = folder;
    for (int i = 0; i < depth && above != null; i++) {
      above = above.getParent();
      // Only folders that are called like the address says are the site's own.
      if (above != null && self.contains("/" + String.valueOf(above.relativize(feed.toAbsolutePath().normalize())).replace('\\', '/'))) {
        roots.add(above);
      }
    }
    return new Pictures(base, List.copyOf(roots), fetch);
  }

  /// Pictures on the web, for notes whose own files come along by other ways.
  ///
  /// @param base where the old site is
  /// @param how  which of them are fetched
  public static Pictures onTheWeb(String base, FeedImport.Fetch how) {
    Optional<PictureFetch> fetch = how == FeedImport.Fetch.NOTHING ? Optional.empty() : Optional.of(new PictureFetch(how == FeedImport.Fetch.ANY));
    return new Pictures(base, List.of(), fetch);
  }

  /// The address of a picture on the new site: its own for one that stays.
  public String address(String written) {
    return find(written).address();
  }

  private synchronized Found find(String written) {
    return found.computeIfAbsent(written, this::look);
  }

  /// The files to be written, and what could not be taken along.
  public synchronized List<Found> all() {
    return List.copyOf(found.values());
  }

  private Found look(String written) {
    Found stays = new Found(written, Optional.empty(), "");
    if (written.startsWith("data:")) {
      return stays;
    }
    Optional<String> path = path(written);
    if (path.isPresent()) {
      for (Path root : roots) {
        Optional<Path> file = inside(root, path.get());
        if (file.isPresent()) {
          return new Found("/" + path.get(), Optional.of(new ImportedFile(path.get(), new ImportedFile.Content.At(file.get()))), "");
        }
      }
    }
    return fetch.isEmpty() || !written.startsWith("http") ? stays : fetched(written, path, fetch.get());
  }

  private static Found fetched(String written, Optional<String> path, PictureFetch fetch) {
    return switch (fetch.get(written)) {
      case PictureFetch.Result.Refused(String why) -> new Found(written, Optional.empty(), why);
      case PictureFetch.Result.Fetched(byte[] bytes, String ending) -> {
        String to = path.filter(own -> ending(own).equals(ending)).orElseGet(() -> elsewhere(written, ending));
        yield new Found("/" + to, Optional.of(new ImportedFile(to, new ImportedFile.Content.Bytes(bytes))), "");
      }
    };
  }

  /// The path below the site's folder that an address on the site, or a relative one, stands for.
  private Optional<String> path(String written) {
    boolean web = written.startsWith("http://") || written.startsWith("https://");
    int end = written.indexOf('?') >= 0 ? written.indexOf('?') : written.length();
    String plain = written.substring(0, end);
    Optional<String> path =
        web
            ? base.isEmpty() ? Optional.empty() : OldAddress.of(plain, base).map(old -> old.path().substring(1))
            : Optional.of(plain.replaceFirst("^(?:\\./|/)+", ""));
    return path.filter(each -> ENDINGS.contains(ending(each)) && FileStem.isSound(each));
  }

  private static Optional<Path> inside(Path root, String path) {
    try {
      Path file = root.resolve(path).normalize();
      boolean sound = file.startsWith(root) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MOST_BYTES;
      return sound && file.toRealPath().startsWith(root.toRealPath()) ? Optional.of(file) : Optional.empty();
    } catch (IOException _) {
      // What cannot be looked at cannot be taken along; the address stays as it is.
      return Optional.empty();
    }
  }

  private static String elsewhere(String written, String ending) {
    String name = "image";
    String host = "elsewhere";
    try {
      URI uri = new URI(written);
      host = uri.getHost() == null ? host : uri.getHost().toLowerCase(Locale.ROOT);
      name = uri.getPath() == null ? name : uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
    } catch (URISyntaxException _) {
      // Then it has a name of ours.
    }
    int dot = name.lastIndexOf('.');
    String stem = FileStem.of(dot > 0 ? name.substring(0, dot) : name);
    // Two pictures of one name, told apart by what was asked for.
    String digest = dev.assay.note.Digest.lasting(written).hex().substring(0, 8);
    return "images/" + FileStem.of(host) + "/" + (stem.isEmpty() ? "image" : stem) + "-" + digest + "." + ending;
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
