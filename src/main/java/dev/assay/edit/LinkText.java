package dev.assay.edit;

import dev.assay.note.Link;
import dev.assay.problem.SourceText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// How the address of a link is written, and written over.
public final class LinkText {
  private LinkText() {}

  /// The path of a link's target, decoded: what is looked up.
  public static String path(String target) {
    String path = target.substring(0, behindPath(target));
    try {
      return Normalizer.normalize(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8), Normalizer.Form.NFC);
    } catch (IllegalArgumentException _) {
      // A lone per cent sign is a character like any other.
      return Normalizer.normalize(path, Normalizer.Form.NFC);
    }
  }

  /// What stands behind the path: a query, a fragment or both; empty when there is neither.
  public static String behind(String target) {
    return target.substring(behindPath(target));
  }

  /// Lets a link lead to another path; its query and fragment stay.
  ///
  /// @param text the text that the link was read from
  public static Change lead(SourceText text, Link link, String path) {
    Change whole = replace(text, link, path);
    String raw = text.text().substring(whole.start(), whole.end());
    String behind = behind(raw);
    boolean closed = whole.with().endsWith(">") && raw.startsWith("<");
    String plain = closed ? whole.with().substring(0, whole.with().length() - 1) : whole.with();
    return new Change(whole.start(), whole.end(), plain + (behind.isEmpty() && closed ? ">" : behind));
  }

  /// Writes a whole address over a link's.
  public static Change replace(SourceText text, Link link, String address) {
    int start = text.offset(link.place());
    int points = text.text().codePointCount(start, text.text().length());
    int end = text.text().offsetByCodePoints(start, Math.min(link.place().length(), points));
    boolean angled = text.text().startsWith("<", start);
    return new Change(start, end, angled ? "<" + address + ">" : encoded(address));
  }

  private static int behindPath(String target) {
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) == '#' || target.charAt(i) == '?') {
        return i;
      }
    }
    return target.length();
  }

  /// As it can stand between parentheses, and in an attribute.
  private static String encoded(String path) {
    return path.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("&", "%26").replace("'", "%27");
  }
}
