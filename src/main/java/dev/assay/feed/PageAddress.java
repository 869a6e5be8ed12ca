package dev.assay.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The absolute address of a page, against which the addresses on it are resolved (RFC 3986, §5).
///
/// It does not judge whether an address leads anywhere; it only refuses those that could run code.
///
/// @param scheme    `https`, in lower case
/// @param authority `x.org:8080`; empty for an address without one
/// @param path      begins with `/`
/// @param query     with its `?`; empty when there is none
record PageAddress(String scheme, String authority, String path, String query) {
  private static final Set<String> FOLLOWED =
      Set.of("http", "https", "mailto", "tel", "sms", "ftp", "xmpp", "irc", "ircs", "geo", "news", "doi", "urn", "tag");

  /// @throws IllegalArgumentException when the address has no scheme: a feed cannot be made without the site's base
  static PageAddress of(String url) {
    String scheme = schemeOf(url);
    if (scheme.isEmpty()) {
      throw new IllegalArgumentException("'" + url + "' is not an absolute address");
    }
    String rest = withoutFragment(url).substring(scheme.length() + 1);
    String authority = "";
    if (rest.startsWith("//")) {
      int end = 2;
      while (end < rest.length() && rest.charAt(end) != '/' && rest.charAt(end) != '?') {
        end++;
      }
      authority = rest.substring(2, end);
      rest = rest.substring(end);
    }
    int mark = rest.indexOf('?');
    String path = mark < 0 ? rest : rest.substring(0, mark);
    return new PageAddress(
        scheme, authority, path.startsWith("/") ? path : "/" + path, mark < 0 ? "" : rest.substring(mark));
  }

  /// The absolute form of an address that a reader follows; empty when it must not be followed.
  String followed(String written) {
    if (isTidy(written)) {
      return written;
    }
    return resolved(written, FOLLOWED.contains(schemeOf(tidy(written))));
  }

  /// The absolute form of an address of something shown (an image, a sound); empty when it must not be shown.
  String shown(String written) {
    if (isTidy(written)) {
      return written;
    }
    String tidy = tidy(written);
    String scheme = schemeOf(tidy);
    boolean picture = tidy.regionMatches(true, 0, "data:image/", 0, 11);
    return resolved(written, picture || scheme.equals("http") || scheme.equals("https"));
  }

  /// The absolute form of each candidate of a `srcset`; candidates that must not be shown are left out.
  String shownSet(String written) {
    List<String> candidates = new ArrayList<>();
    int i = 0;
    while (i < written.length()) {
      if (isSpace(written.charAt(i)) || written.charAt(i) == ',') {
        i++;
        continue;
      }
      int end = i;
      while (end < written.length() && !isSpace(written.charAt(end))) {
        end++;
      }
      String url = written.substring(i, end);
      String plain = url.replaceFirst(",+$", "");
      int comma = plain.length() < url.length() ? end : written.indexOf(',', end);
      int stop = comma < 0 ? written.length() : comma;
      String size = written.substring(end, stop).strip();
      String shown = shown(plain);
      if (!shown.isEmpty()) {
        candidates.add(size.isEmpty() ? shown : shown + " " + size);
      }
      i = stop;
    }
    return String.join(", ", candidates);
  }

  private String resolved(String written, boolean allowed) {
    String address = tidy(written);
    if (!schemeOf(address).isEmpty()) {
      return allowed ? encoded(address) : "";
    }
    String root = authority.isEmpty() ? scheme + ":" : scheme + "://" + authority;
    if (address.isEmpty() || address.startsWith("#")) {
      return encoded(root + path + query + address);
    }
    if (address.startsWith("//")) {
      return encoded(scheme + ":" + address);
    }
    if (address.startsWith("?")) {
      return encoded(root + path + address);
    }
    int end = 0;
    while (end < address.length() && address.charAt(end) != '?' && address.charAt(end) != '#') {
      end++;
    }
    String below = address.substring(0, end);
    String whole = below.startsWith("/") ? below : path.substring(0, path.lastIndexOf('/') + 1) + below;
    return encoded(root + withoutDots(whole) + address.substring(end));
  }

  /// Most addresses are as they should be.
  private static boolean isTidy(String written) {
    return (written.startsWith("https://") || written.startsWith("http://")) && isPlain(written, 0);
  }

  /// Browsers ignore white space around an address, and tabs and line ends inside it: so does a check of its scheme.
  private static String tidy(String written) {
    StringBuilder tidy = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c != '\t' && c != '\n' && c != '\r' && (c > 0x20 || c == ' ')) {
        tidy.append(c);
      }
    }
    return tidy.toString().strip();
  }

  /// The scheme in lower case; empty for a relative address.
  private static String schemeOf(String address) {
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c == ':') {
        return i == 0 ? "" : address.substring(0, i).toLowerCase(Locale.ROOT);
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean inside = i > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.');
      if (!letter && !inside) {
        return "";
      }
    }
    return "";
  }

  private static String withoutFragment(String url) {
    int hash = url.indexOf('#');
    return hash < 0 ? url : url.substring(0, hash);
  }

  private static String withoutDots(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    List<String> kept = new ArrayList<>();
    String[] parts = path.substring(1).split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (parts[i].equals("..") && !kept.isEmpty()) {
        kept.removeLast();
      }
      if (!parts[i].equals(".") && !parts[i].equals("..")) {
        kept.add(parts[i]);
      } else if (last) {
        kept.add("");
      }
    }
    return kept.stream().collect(Collectors.joining("/", "/", ""));
  }

  /// Spaces, quotes and letters beyond ASCII percent-encoded, since not every reader does it; the host is left alone.
  private static String encoded(String address) {
    int host = address.indexOf("://");
    int from = host < 0 ? 0 : address.indexOf('/', host + 3);
    if (from < 0 || isPlain(address, from)) {
      return address;
    }
    StringBuilder encoded = new StringBuilder(address.length() + 32).append(address, 0, from);
    for (byte b : address.substring(from).getBytes(StandardCharsets.UTF_8)) {
      if (b > 0x20 && isPlain((char) b)) {
        encoded.append((char) b);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(String address, int from) {
    for (int i = from; i < address.length(); i++) {
      if (!isPlain(address.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char c) {
    return c > 0x20 && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
