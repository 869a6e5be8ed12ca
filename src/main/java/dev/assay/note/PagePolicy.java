package dev.assay.note;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What browsers let a page of the site do, whatever stands in it: a Content-Security-Policy. Each page says it of itself, so that it
/// holds on every host.
///
/// @param given whether pages say one at all
/// @param more  what the site allows beyond [#STRICT]: sources by directive
public record PagePolicy(boolean given, Map<String, List<String>> more) {
  /// What the program's own pages need and no more: scripts, styles and data of the site itself, pictures from anywhere.
  private static final Map<String, List<String>> OWN =
      Map.of(
          "default-src", List.of(), "base-uri", List.of(), "connect-src", List.of("'self'"), "font-src", List.of("'self'"), "form-action", List.of("'self'"),
          "img-src", List.of("'self'", "data:", "http:", "https:"), "manifest-src", List.of("'self'"), "media-src", List.of("'self'"), "script-src",
          List.of("'self'"), "style-src", List.of("'self'"));

  /// To what a site may add.
  public static final List<String> DIRECTIVES =
      List.of(
          "connect-src", "font-src", "form-action", "frame-src", "img-src", "manifest-src", "media-src", "object-src", "script-src", "style-src", "worker-src");

  /// What pages of a site have that asks for nothing else.
  public static final PagePolicy STRICT = new PagePolicy(true, Map.of());

  /// Nothing is said.
  public static final PagePolicy NONE = new PagePolicy(false, Map.of());

  public PagePolicy {
    more = Map.copyOf(more);
  }

  /// True for what may stand among the sources of a directive: an origin such as `https://example.org`, a scheme such as `blob:`, or a
  /// word in quotes such as `'unsafe-inline'`. Nothing that could end the directive, and nothing that browsers pass over.
  public static boolean isSource(String written) {
    return written.length() <= 300
        && !isBareWord(written)
        && !isEverythingBelow(written)
        && written.matches("'[A-Za-z0-9+/=_-]+'|[A-Za-z0-9*\\[][A-Za-z0-9.*:/_~%\\[\\]-]*");
  }

  /// True for a word that means something in quotes only: `unsafe-inline` without them is a host of that name.
  public static boolean isBareWord(String written) {
    return written.length() <= 300
        && written
            .toLowerCase(Locale.ROOT)
            .matches("self|none|(wasm-)?unsafe-eval|unsafe-(inline|hashes)|strict-dynamic|report-sample|inline-speculation-rules|(nonce|sha256|sha384|sha512)-[a-z0-9+/_-]+=*");
  }

  /// True for an address such as `https://example.org/*`: browsers take the star of a path for a letter, so that it allows nothing. For `https://*`
  /// it is false, as that is every host.
  public static boolean isEverythingBelow(String written) {
    return written.endsWith("/*") && !written.endsWith("://*");
  }

  /// True for the word that allows nothing, which holds only when it stands alone.
  public static boolean isNothing(String written) {
    return written.equalsIgnoreCase("'none'");
  }

  /// True where [#STRICT] has sources of its own, beside which a site's are put.
  public static boolean hasOwn(String directive) {
    return !OWN.getOrDefault(directive, List.of()).isEmpty();
  }

  /// What a directive allows, its own sources and the site's; what nothing is said of falls back to the strict default, which is
  /// nothing, and `worker-src` to `script-src`.
  public List<String> sources(String directive) {
    if (directive.equals("worker-src") && !more.containsKey(directive)) {
      return sources("script-src");
    }
    return Stream.concat(OWN.getOrDefault(directive, List.of()).stream(), more.getOrDefault(directive, List.of()).stream()).distinct().toList();
  }

  /// The policy as browsers read it; empty where none is given.
  public String text() {
    if (!given) {
      return "";
    }
    Map<String, List<String>> all = new TreeMap<>(OWN);
    more.forEach((directive, sources) -> all.merge(directive, sources, (own, added) -> Stream.concat(own.stream(), added.stream()).distinct().toList()));
    return all.entrySet().stream()
        .map(directive -> directive.getKey() + " " + (directive.getValue().isEmpty() ? "'none'" : String.join(" ", directive.getValue())))
        .collect(Collectors.joining("; "));
  }
}
