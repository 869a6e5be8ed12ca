package dev.assay.note;

import java.util.Locale;

/// An address on the site, below its base URL: `/`, `/post/x/`, `/feed.xml`. Not percent-encoded.
///
/// It begins with `/`, has no empty, `.` or `..` segment, no backslash, no control character, no `?`, `#` or `%`.
/// So nothing made of it can leave the output folder.
public record SitePath(String value) implements Comparable<SitePath> {
  public static final SitePath HOME = new SitePath("/");

  public SitePath {
    String fault = fault(value);
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException("address '" + value + "' " + fault);
    }
  }

  /// Why a text cannot be an address; empty when it can.
  public static String fault(String value) {
    if (!value.startsWith("/")) {
      return "does not begin with '/'";
    }
    if (value.length() > 1000) {
      return "is longer than 1,000 characters";
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c == 0x7f || c == '\\' || c == '?' || c == '#' || c == '%' || c == '"' || c == '<' || c == '>') {
        return "has the character " + (c < 0x20 || c == 0x7f ? String.format(Locale.ROOT, "U+%04X", (int) c) : "'" + c + "'");
      }
    }
    if (value.equals("/")) {
      return "";
    }
    String inner = value.substring(1, value.endsWith("/") ? value.length() - 1 : value.length());
    for (String segment : inner.split("/", -1)) {
      if (segment.isEmpty()) {
        return "has an empty part";
      }
      if (segment.equals(".") || segment.equals("..")) {
        return "has the part '" + segment + "'";
      }
      if (segment.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 240) {
        return "has a part longer than 240 bytes";
      }
    }
    return "";
  }

  /// True for an address that ends in `/` and so is a page in a folder of its own.
  public boolean isFolder() {
    return value.endsWith("/");
  }

  /// The folder for what lies beside a page: its own, and for one at `/x.html` that of the same name, `/x/`.
  public SitePath folder() {
    int dot = value.lastIndexOf('.');
    boolean ending = dot > value.lastIndexOf('/') + 1;
    return isFolder() ? this : new SitePath((ending ? value.substring(0, dot) : value) + "/");
  }

  /// The file below the output folder that answers this address: `post/x/index.html`, `feed.xml`.
  public String file() {
    return value.substring(1) + (isFolder() ? "index.html" : "");
  }

  /// A file or folder below this folder address.
  public SitePath at(String below) {
    if (!isFolder()) {
      throw new IllegalArgumentException(value + " is not a folder");
    }
    return new SitePath(value + below);
  }

  @Override
  public int compareTo(SitePath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
