package dev.assay.importer.folder;

import dev.assay.note.SourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds pages and files of an old site by the names that its texts use: paths of files, addresses, references.
final class OldIndex {
  private final OldSite site;
  private final Map<String, OldPage> byPath = new HashMap<>();
  private final Map<String, OldPage> byAddress = new HashMap<>();
  private final Map<String, List<OldPage>> byName = new HashMap<>();
  private final Map<String, SourceId> filesByAddress = new HashMap<>();
  private final Map<String, SourceId> filesByPath = new HashMap<>();

  OldIndex(OldSite site) {
    this.site = site;
    for (OldPage page : site.pages()) {
      byPath.put(page.path(), page);
      byAddress.putIfAbsent(key(page.address()), page);
      byName.computeIfAbsent(name(page.path()), _ -> new ArrayList<>()).add(page);
      byName.computeIfAbsent(page.stem().toLowerCase(Locale.ROOT), _ -> new ArrayList<>()).add(page);
    }
    site.pages().forEach(page -> page.aliases().forEach(alias -> byAddress.putIfAbsent(key(alias), page)));
  }

  /// A file that comes along.
  void file(OldFile file, SourceId now) {
    filesByPath.putIfAbsent(file.path(), now);
    filesByAddress.putIfAbsent(file.address(), now);
  }

  private static String key(String address) {
    String plain = address.toLowerCase(Locale.ROOT).replaceFirst("/index\\.html?$", "/");
    return plain.length() > 1 ? plain.replaceFirst("/$", "").replaceFirst("\\.html?$", "") : plain;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[^.]+$", "").toLowerCase(Locale.ROOT);
  }

  /// Where something leads.
  sealed interface Found {
    record Page(OldPage page) implements Found {}

    record File(SourceId file) implements Found {}
  }

  /// What a path in a text means.
  ///
  /// @param path decoded, without query and fragment
  Optional<Found> find(String path, OldPage from) {
    if (path.startsWith("@/")) {
      return page("content/" + path.substring(2));
    }
    String below = withoutBase(path);
    List<String> paths = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    if (below.startsWith("/")) {
      addresses.add(normal(below));
      for (String root : List.of("content", "content/" + from.language().tag().toLowerCase(Locale.ROOT), "static", "", "_docs")) {
        paths.add(normal("/" + root + below).substring(1));
      }
    } else {
      String folder = HugoReader.parent(from.path());
      paths.add(normal("/" + folder + "/" + below).substring(1));
      addresses.add(normal(folderOf(from.address()) + below));
      // Hugo's authors forget that the page is a folder of its own.
      addresses.add(normal(folderOf(from.address()) + "../" + below));
      addresses.add(normal("/" + below));
    }
    return first(paths, addresses);
  }

  private Optional<Found> first(List<String> paths, List<String> addresses) {
    for (String each : paths) {
      Optional<Found> found = page(each).or(() -> Optional.ofNullable(filesByPath.get(each)).map(Found.File::new));
      if (found.isPresent()) {
        return found;
      }
    }
    for (String each : addresses) {
      SourceId file = filesByAddress.get(each);
      if (file != null) {
        return Optional.of(new Found.File(file));
      }
      OldPage page = byAddress.get(key(each));
      if (page != null) {
        return Optional.of(new Found.Page(page));
      }
    }
    return Optional.empty();
  }

  private Optional<Found> page(String path) {
    String plain = path.replaceFirst("/$", "");
    for (String each : List.of(path, plain + ".md", plain + "/index.md", plain + "/_index.md", plain + ".markdown")) {
      OldPage page = byPath.get(each);
      if (page != null) {
        return Optional.of(new Found.Page(page));
      }
    }
    return Optional.empty();
  }

  private String withoutBase(String path) {
    String base = site.base();
    int host = base.indexOf("//") + 2;
    int slash = host < 2 ? -1 : base.indexOf('/', host);
    String folder = slash < 0 ? "/" : base.substring(slash);
    return folder.length() > 1 && (path + "/").startsWith(folder) ? "/" + path.substring(Math.min(path.length(), folder.length())) : path;
  }

  private static String folderOf(String address) {
    return address.substring(0, address.lastIndexOf('/') + 1);
  }

  private static String normal(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.removeLast();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return "/" + String.join("/", parts) + (path.endsWith("/") && !parts.isEmpty() ? "/" : "");
  }

  /// The old address of the page that a reference means: Hugo's `ref`, Jekyll's `post_url` and `link`.
  Optional<String> reference(String written, OldPage from) {
    int hash = written.indexOf('#');
    String fragment = hash < 0 ? "" : written.substring(hash);
    String path = hash < 0 ? written : written.substring(0, hash);
    if (path.isEmpty()) {
      return Optional.of(fragment);
    }
    Optional<OldPage> page =
        find(path, from)
            .flatMap(found -> found instanceof Found.Page(OldPage target) ? Optional.of(target) : Optional.empty())
            .or(() -> named(path, from));
    Optional<String> file = find(path, from).filter(Found.File.class::isInstance).map(_ -> path.startsWith("/") ? path : "/" + path);
    return page.map(target -> target.address() + fragment).or(() -> file);
  }

  private Optional<OldPage> named(String path, OldPage from) {
    List<OldPage> pages = byName.getOrDefault(name(path + (path.contains(".") ? "" : ".md")), List.of());
    String wanted = path.replaceFirst("^/", "");
    return pages.stream().filter(page -> page.path().contains(wanted) && page.language().equals(from.language())).findFirst()
        .or(() -> pages.stream().filter(page -> page.language().equals(from.language())).findFirst())
        .or(() -> pages.stream().findFirst());
  }
}
