package dev.assay.markdown;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The sources of one directive of a Content-Security-Policy, as browsers match addresses with them.
///
/// @param all    `'self'`, `https://a.example`, `*.b.example`, `data:`, `'unsafe-inline'`…
/// @param origin that of the site itself, such as `https://notes.example`; empty when it is not known
record PolicySources(List<String> all, String origin) {
  private static final Pattern ADDRESS = Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?<rest>(?s:.*))");
  private static final Pattern HOST = Pattern.compile("//(?<host>\\[[^\\]]*\\]|[^/?#:]*)(?::(?<port>[0-9*]*))?(?<path>[^?#]*)(?s:.*)");
  private static final Pattern SOURCE = Pattern.compile("(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?<host>\\[[^\\]]*\\]|[^/:]+)(?::(?<port>[0-9*]+))?(?<path>/.*)?");

  private static final Pattern EXACT = Pattern.compile("'(?:nonce-|sha256-|sha384-|sha512-|strict-dynamic|unsafe-hashes).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]");
  private static final Pattern KNOWN = Pattern.compile("(?s)/|/[^/\\\\].*|(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]+[/?#].*");
  private static final Pattern OTHER_HOST = Pattern.compile("[/\\\\]{2}(?s:.*)");

  /// True when what stands within a page may run or show. Of a hash or a nonce it cannot be told whom it allows.
  boolean allowsInline() {
    return all.stream().anyMatch(source -> source.equalsIgnoreCase("'unsafe-inline'") || isExact(source));
  }

  private static boolean isExact(String source) {
    return EXACT.matcher(source).matches();
  }

  /// True when an address may be loaded, and where it cannot be told.
  ///
  /// @param written with [MarkupTags#UNKNOWN] for what shows only when a template runs
  boolean allows(String written) {
    String address = BREAKS.matcher(written.strip()).replaceAll("");
    if (address.isEmpty() || address.startsWith("#") || all.stream().anyMatch(PolicySources::isExact)) {
      return true;
    }
    int unknown = address.indexOf(MarkupTags.UNKNOWN);
    if (unknown >= 0 && !KNOWN.matcher(address.substring(0, unknown)).matches()) {
      return true;
    }
    String whole = OTHER_HOST.matcher(address).matches() ? "https://" + address.substring(2) : address;
    Matcher away = ADDRESS.matcher(whole);
    if (!away.matches()) {
      return isOwnAllowed();
    }
    String scheme = away.group("scheme").toLowerCase(Locale.ROOT);
    if (scheme.equals("about")) {
      return true;
    }
    boolean web = scheme.equals("http") || scheme.equals("https");
    Matcher host = HOST.matcher(away.group("rest"));
    if (web && host.matches() && isOwn(scheme, host)) {
      return isOwnAllowed();
    }
    return all.stream().anyMatch(source -> isScheme(source, scheme) || (web && host.matches() && matches(source, scheme, host)));
  }

  private boolean isOwn(String scheme, Matcher address) {
    Matcher own = ADDRESS.matcher(origin);
    if (!own.matches() || !own.group("scheme").equalsIgnoreCase(scheme)) {
      return false;
    }
    Matcher host = HOST.matcher(own.group("rest"));
    return host.matches() && host.group("host").equalsIgnoreCase(address.group("host")) && port(host.group("port"), scheme).equals(port(address.group("port"), scheme));
  }

  private boolean isOwnAllowed() {
    Matcher own = ADDRESS.matcher(origin);
    if (all.contains("'self'") || !own.matches()) {
      // Where the site will lie is not known: any host that is named may be its own.
      return all.contains("'self'") || (origin.isEmpty() && all.stream().anyMatch(source -> !source.startsWith("'")));
    }
    Matcher host = HOST.matcher(own.group("rest"));
    String scheme = own.group("scheme").toLowerCase(Locale.ROOT);
    return all.stream().anyMatch(source -> isScheme(source, scheme) || (host.matches() && matches(source, scheme, host)));
  }

  private static boolean isScheme(String source, String scheme) {
    String lower = source.toLowerCase(Locale.ROOT);
    return lower.equals(scheme + ":") || (lower.equals("http:") && scheme.equals("https"));
  }

  private static boolean matches(String source, String scheme, Matcher address) {
    if (source.equals("*")) {
      return true; // any port, too
    }
    Matcher allowed = SOURCE.matcher(source);
    if (source.startsWith("'") || source.endsWith(":") || !allowed.matches()) {
      return false;
    }
    String wanted = allowed.group("scheme");
    if (wanted != null && !isScheme(wanted + ":", scheme)) {
      return false;
    }
    return isHost(allowed.group("host").toLowerCase(Locale.ROOT), address.group("host").toLowerCase(Locale.ROOT))
        && isPort(allowed.group("port"), address.group("port"), scheme)
        && isPath(allowed.group("path"), address.group("path"));
  }

  private static boolean isHost(String allowed, String host) {
    return allowed.equals("*") || allowed.equals(host) || (allowed.startsWith("*.") && host.endsWith(allowed.substring(1)));
  }

  private static boolean isPort(@Nullable String allowed, @Nullable String port, String scheme) {
    return "*".equals(allowed) || port(port, scheme).equals(port(allowed, scheme));
  }

  private static String port(@Nullable String written, String scheme) {
    String usual = scheme.equals("https") ? "443" : "80";
    return written == null || written.isEmpty() ? usual : written;
  }

  private static boolean isPath(@Nullable String allowed, String path) {
    if (allowed == null || allowed.equals("/") || path.indexOf(MarkupTags.UNKNOWN) >= 0) {
      return true;
    }
    return allowed.endsWith("/") ? path.startsWith(allowed) : path.equals(allowed);
  }
}
