package dev.assay.importer;

import dev.assay.note.SitePath;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The address that an item had: the path below the site's base, decoded, when a static site can answer it.
///
/// @param path `/2024/05/hello/` or `/2024/05/hello.html`; a path without ending and slash gets the slash
/// @param slug the last part without its ending
public record OldAddress(String path, String slug) {
  /// The path of a web address below a base.
  ///
  /// @param base ends with `/`; empty for any host's root
  public static Optional<OldAddress> of(String link, String base) {
    int hash = link.indexOf('#');
    String plain = hash < 0 ? link : link.substring(0, hash);
    Optional<String> below = below(plain, base);
    if (below.isEmpty() || below.get().indexOf('?') >= 0) {
      return Optional.empty();
    }
    String path = Normalizer.normalize(decoded("/" + below.get()), Normalizer.Form.NFC);
    String folder = path.replaceFirst("/index\\.(html?|php|aspx?|jsp)$", "/");
    boolean bare = !folder.endsWith("/") && folder.lastIndexOf('.') < folder.lastIndexOf('/');
    String whole = bare ? folder + "/" : folder;
    String slug = slug(whole);
    return !SitePath.fault(whole).isEmpty() || whole.equals("/") || slug.isEmpty() ? Optional.empty() : Optional.of(new OldAddress(whole, slug));
  }

  private static Optional<String> below(String link, String base) {
    String from = bare(base);
    String at = bare(link);
    if (base.isEmpty()) {
      int slash = at.indexOf('/');
      return slash < 0 ? Optional.empty() : Optional.of(at.substring(slash + 1));
    }
    return at.startsWith(from) ? Optional.of(at.substring(from.length())) : Optional.empty();
  }

  /// Without scheme and `www.`, and with the host in lower case.
  private static String bare(String address) {
    String rest = address.replaceFirst("(?i)^https?://", "").replaceFirst("(?i)^www\\.", "");
    int slash = rest.indexOf('/');
    return slash < 0 ? rest.toLowerCase(Locale.ROOT) + "/" : rest.substring(0, slash).toLowerCase(Locale.ROOT) + rest.substring(slash);
  }

  private static String slug(String path) {
    String inner = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String last = inner.substring(inner.lastIndexOf('/') + 1);
    return last.replaceFirst("\\.(html?|php|aspx?|jsp|xhtml|shtml|md)$", "");
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      // A lone per cent sign cannot be part of an address of a site, and the caller finds that out.
      return text;
    }
  }

  /// Whether a static site can have a page there: a folder, or a file that is a web page by its name.
  public boolean canBeAPage() {
    return path.endsWith("/") || path.endsWith(".html") || path.endsWith(".htm");
  }

  /// The pattern that this address follows, such as `/:year/:month/:slug/`; empty when it follows none that settings
  /// could say.
  Optional<String> pattern(Optional<OffsetDateTime> date) {
    if (!path.endsWith("/") || path.indexOf(':') >= 0) {
      return Optional.empty();
    }
    String[] parts = path.substring(1, path.length() - 1).split("/", -1);
    List<String> pattern = new ArrayList<>();
    int stage = 0;
    for (int i = 0; i < parts.length - 1; i++) {
      Optional<String> part = date.isEmpty() ? Optional.empty() : datePart(parts[i], stage, date.get());
      stage += part.isPresent() ? 1 : 0;
      pattern.add(part.orElse(parts[i]));
    }
    boolean numbers = pattern.stream().anyMatch(part -> part.matches("[0-9]+"));
    return numbers ? Optional.empty() : Optional.of("/" + String.join("/", pattern) + (pattern.isEmpty() ? "" : "/") + ":slug/");
  }

  private static Optional<String> datePart(String part, int stage, OffsetDateTime date) {
    return switch (stage) {
      case 0 -> part.equals(String.format(Locale.ROOT, "%04d", date.getYear())) ? Optional.of(":year") : Optional.empty();
      case 1 -> part.equals(String.format(Locale.ROOT, "%02d", date.getMonthValue())) ? Optional.of(":month") : Optional.empty();
      case 2 -> part.equals(String.format(Locale.ROOT, "%02d", date.getDayOfMonth())) ? Optional.of(":day") : Optional.empty();
      default -> Optional.empty();
    };
  }
}
