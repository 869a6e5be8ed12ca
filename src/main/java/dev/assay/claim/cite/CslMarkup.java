package dev.assay.claim.cite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rewrites what the citation processor prints: elements of ours instead of inline styles, nothing but the few elements
/// it is known to print, links to the web only, and the markup that CSL allows in titles.
final class CslMarkup {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)((?:\\s[^<>]*)?)>");
  private static final Pattern HREF = Pattern.compile("href=\"(https?://[^\"<>\\s]+)\"");
  private static final Pattern TITLE_MARKUP = Pattern.compile("&lt;(/?)(i|b|sup|sub)&gt;", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_CASE = Pattern.compile("&lt;span (?:class|style)=(?:&quot;|“)[^<>&]{0,60}(?:&quot;|”)&gt;|&lt;/span&gt;", Pattern.CASE_INSENSITIVE);

  private CslMarkup() {}

  /// Phrasing content of what was printed.
  static String of(String printed) {
    return titles(phrasing(Terms.joined(printed))).strip();
  }

  private static String phrasing(String printed) {
    StringBuilder out = new StringBuilder(printed.length());
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(printed);
    int from = 0;
    while (tag.find()) {
      out.append(printed, from, tag.start());
      from = tag.end();
      if (tag.group(1).isEmpty()) {
        String element = element(tag.group(2), tag.group(3));
        open.push(element.replaceFirst(" .*", ""));
        out.append(element.isEmpty() ? "" : "<" + element + ">");
      } else if (!open.isEmpty()) {
        String element = open.pop();
        out.append(element.isEmpty() ? tag.group(2).equals("div") ? " " : "" : "</" + element + ">");
      }
    }
    out.append(printed, from, printed.length());
    return out.toString().replaceAll("\\s+", " ");
  }

  /// What stands for an element; empty when its content stands alone.
  private static String element(String name, String attributes) {
    return switch (name) {
      case "a" -> {
        Matcher href = HREF.matcher(attributes);
        yield href.find() ? "a href=\"" + href.group(1) + "\"" : "";
      }
      case "sup", "sub", "i", "b" -> name;
      case "span" ->
          attributes.contains("italic") || attributes.contains("oblique")
              ? "i"
              : attributes.contains("bold")
                  ? "b"
                  : attributes.contains("small-caps")
                      ? "span class=\"small-caps\""
                      : attributes.contains("underline") ? "u" : attributes.contains("super") ? "sup" : attributes.contains(": sub") ? "sub" : "";
      default -> "";
    };
  }

  /// Titles come out escaped: the four elements that may stand in them become elements again, where they are balanced.
  private static String titles(String html) {
    String plain = html.contains("&lt;") ? NO_CASE.matcher(html).replaceAll("") : html;
    Matcher tags = TITLE_MARKUP.matcher(plain);
    Deque<String> open = new ArrayDeque<>();
    boolean balanced = true;
    while (tags.find() && balanced) {
      String name = tags.group(2).toLowerCase(java.util.Locale.ROOT);
      if (tags.group(1).isEmpty()) {
        open.push(name);
      } else {
        balanced = name.equals(open.poll());
      }
    }
    return balanced && open.isEmpty() ? TITLE_MARKUP.matcher(plain).replaceAll(match -> "<" + match.group(1) + match.group(2).toLowerCase(java.util.Locale.ROOT) + ">") : plain;
  }
}
