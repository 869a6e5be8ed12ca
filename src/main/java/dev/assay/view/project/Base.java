package dev.assay.view.project;

import dev.assay.note.SitePath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Where the site is published, and how its addresses are written in pages and feeds.
///
/// @param url  the base URL, ending in `/`; empty when the writer has not said
/// @param path the path part of it without its last slash: empty, or `/research`
public record Base(String url, String path) {
  /// What feeds say while a site has no base URL: the address of its own preview.
  public static final String PREVIEW = "http://localhost:4000/";

  private static final boolean[] PLAIN = new boolean[0x80];

  static {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/".chars().forEach(c -> PLAIN[c] = true);
  }

  /// Reads a base URL that has been checked; an empty one stands for a site at the root of an unknown host. Letters
  /// beyond ASCII in its path are percent-encoded, as everywhere in an address: feeds may hold nothing else.
  public static Base of(String url) {
    if (url.isEmpty()) {
      return new Base("", "");
    }
    String slashed = url.endsWith("/") ? url : url + "/";
    String written = URI.create(slashed).getRawPath();
    String path = ascii(written);
    return new Base(slashed.substring(0, slashed.length() - written.length()) + path, path.substring(0, path.length() - 1));
  }

  /// An address for an `href` on a page of this site.
  public String href(SitePath address) {
    String encoded = encoded(address.value());
    return path.isEmpty() ? encoded : path + encoded; // else each address would be a text of its own
  }

  /// An address with an anchor.
  public String href(SitePath address, String fragment) {
    return href(address) + (fragment.isEmpty() ? "" : "#" + encoded(fragment));
  }

  /// The full address with scheme and host; empty while the site has no base URL.
  public String canonical(SitePath address) {
    return url.isEmpty() ? "" : absolute(address);
  }

  /// The full address with scheme and host; for a site without a base URL, that of the preview.
  public String absolute(SitePath address) {
    String start = url.isEmpty() ? PREVIEW : url;
    return start.substring(0, start.length() - 1) + encoded(address.value());
  }

  /// The full address with an anchor.
  public String absolute(SitePath address, String fragment) {
    return absolute(address) + (fragment.isEmpty() ? "" : "#" + encoded(fragment));
  }

  /// The same path in ASCII; what is encoded already stays.
  private static String ascii(String path) {
    return Arrays.stream(path.split("%", -1)).map(Base::encoded).collect(Collectors.joining("%"));
  }

  private static boolean isPlain(char c) {
    return c < PLAIN.length && PLAIN[c];
  }

  /// Percent-encodes what cannot stand in a path or fragment.
  static String encoded(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      plain = isPlain(text.charAt(i));
    }
    if (plain) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isPlain(c)) {
        out.append(c);
      } else {
        out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }
}
