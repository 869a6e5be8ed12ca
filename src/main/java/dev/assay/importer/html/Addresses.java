package dev.assay.importer.html;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;

/// The addresses in one text: made absolute, but for those that lead to a place in the text itself.
final class Addresses {
  private static final Set<String> FOLLOWED = Set.of("http", "https", "mailto", "tel");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
  private static final Pattern PICTURE =
      Pattern.compile("data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]+={0,2}", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_PICTURE = 100_000;

  private final String base;
  private final String page;

  /// @param base what relative addresses are relative to; empty when nothing says it
  /// @param page where the text stands; empty when nothing says it
  Addresses(String base, String page) {
    this.base = base;
    this.page = page;
  }

  /// An address for a link or a picture; `#x` for a place in the same text.
  String resolved(String written) {
    String tidy = tidy(written);
    if (tidy.startsWith("#")) {
      return tidy;
    }
    String absolute = absolute(tidy);
    int hash = absolute.indexOf('#');
    boolean own = hash > 0 && !page.isEmpty() && isSamePage(absolute.substring(0, hash), page);
    return own ? absolute.substring(hash) : absolute;
  }

  private String absolute(String tidy) {
    if (tidy.isEmpty() || SCHEME.matcher(tidy).matches()) {
      return tidy;
    }
    String from = base.isEmpty() ? page : base;
    if (from.isEmpty()) {
      return tidy;
    }
    String resolved = StringUtil.resolve(from, tidy);
    return resolved.isEmpty() ? tidy : resolved;
  }

  /// The absolute address of a place in the text; empty when nothing says where the text stands.
  String ofPlace(String fragment) {
    int hash = page.indexOf('#');
    return page.isEmpty() ? "" : (hash < 0 ? page : page.substring(0, hash)) + fragment;
  }

  private static String tidy(String written) {
    boolean plain = true;
    for (int i = 0; i < written.length() && plain; i++) {
      char c = written.charAt(i);
      plain = c > ' ' && c < 0x7f && "<>\"\\`".indexOf(c) < 0;
    }
    if (plain) {
      return written;
    }
    StringBuilder out = new StringBuilder(written.length());
    written.strip().codePoints().filter(c -> !Character.isISOControl(c)).forEach(c -> {
      switch (c) {
        case ' ' -> out.append("%20");
        case '<' -> out.append("%3C");
        case '>' -> out.append("%3E");
        case '"' -> out.append("%22");
        case '\\' -> out.append("%5C");
        case '`' -> out.append("%60");
        default -> out.appendCodePoint(c);
      }
    });
    return out.toString();
  }

  private static boolean isSamePage(String a, String b) {
    int hash = b.indexOf('#');
    return bare(a).equals(bare(hash < 0 ? b : b.substring(0, hash)));
  }

  private static String bare(String address) {
    String bare = address.replaceFirst("(?i)^https?:", "");
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  /// Whether a page may lead to an address.
  static boolean mayFollow(String address) {
    String scheme = scheme(address);
    return scheme.isEmpty() || FOLLOWED.contains(scheme);
  }

  /// Whether a page may show the picture at an address.
  static boolean mayShow(String address) {
    String scheme = scheme(address);
    return !address.isEmpty()
        && (scheme.isEmpty() || scheme.equals("http") || scheme.equals("https")
            || (scheme.equals("data") && address.length() <= LONGEST_PICTURE && PICTURE.matcher(address).matches()));
  }

  /// What stands before the first colon of the first part, in lower case; empty for a relative address.
  static String scheme(String address) {
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c == ':') {
        return i == 0 ? "?" : address.substring(0, i).toLowerCase(java.util.Locale.ROOT);
      }
      if (c == '/' || c == '?' || c == '#') {
        return "";
      }
    }
    return "";
  }
}
