package dev.assay.markdown;

import java.util.Map;
import java.util.Set;

/// Which raw HTML a note may use when the site does not trust its notes: what an article needs, nothing that runs,
/// frames, loads or submits, no styles. What is not named here is shown as text or left out.
final class RawHtml {
  /// Elements that stand inside a sentence.
  private static final Set<String> PHRASING =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd",
          "mark", "meter", "progress", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
          "wbr");

  /// Elements that hold blocks; one may open in one block of raw HTML and close in another, around Markdown.
  private static final Set<String> SPANNING =
      Set.of("article", "aside", "blockquote", "dd", "details", "div", "figure", "footer", "header", "li", "ol", "section", "ul");

  private static final Set<String> OTHER =
      Set.of(
          "address", "caption", "col", "colgroup", "dl", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "p",
          "pre", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr");

  /// Elements without an end tag.
  private static final Set<String> EMPTY = Set.of("br", "col", "hr", "img", "wbr");

  /// Elements whose content is not for readers: it goes with them.
  private static final Set<String> SWALLOWED =
      Set.of(
          "script", "style", "iframe", "object", "embed", "applet", "noscript", "noembed", "noframes", "template",
          "textarea", "title", "svg", "math", "select", "xmp", "plaintext", "frameset", "form", "head");

  private static final Set<String> EVERYWHERE = Set.of("class", "dir", "id", "lang", "title");

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("a", Set.of("href", "hreflang")),
          Map.entry("blockquote", Set.of("cite")),
          Map.entry("col", Set.of("span")),
          Map.entry("colgroup", Set.of("span")),
          Map.entry("data", Set.of("value")),
          Map.entry("del", Set.of("cite", "datetime")),
          Map.entry("details", Set.of("open")),
          Map.entry("img", Set.of("alt", "height", "src", "width")),
          Map.entry("ins", Set.of("cite", "datetime")),
          Map.entry("li", Set.of("value")),
          Map.entry("meter", Set.of("high", "low", "max", "min", "optimum", "value")),
          Map.entry("progress", Set.of("max", "value")),
          Map.entry("ol", Set.of("reversed", "start", "type")),
          Map.entry("q", Set.of("cite")),
          Map.entry("td", Set.of("colspan", "headers", "rowspan")),
          Map.entry("th", Set.of("abbr", "colspan", "headers", "rowspan", "scope")),
          Map.entry("time", Set.of("datetime")));

  /// Attributes that say how a link is opened and not what a reader sees: they go without a word.
  private static final Set<String> SILENT = Set.of("rel", "target");

  /// Blocks that may stand in the cell of a table, where Markdown has no other way to write them.
  private static final Set<String> IN_CELL = Set.of("blockquote", "dd", "details", "div", "dl", "dt", "hr", "li", "ol", "p", "pre", "summary", "ul");

  /// Classes that only the program gives.
  private static final Set<String> OWN_CLASSES = Set.of("footnote-ref", "footnotes");

  private RawHtml() {}

  static boolean isAllowed(String tag) {
    return PHRASING.contains(tag) || SPANNING.contains(tag) || OTHER.contains(tag);
  }

  static boolean isPhrasing(String tag) {
    return PHRASING.contains(tag);
  }

  static boolean mayStandInCell(String tag) {
    return IN_CELL.contains(tag);
  }

  static boolean isSilent(String attribute) {
    return SILENT.contains(attribute);
  }

  static boolean isSpanning(String tag) {
    return SPANNING.contains(tag);
  }

  static boolean isEmpty(String tag) {
    return EMPTY.contains(tag);
  }

  static boolean isSwallowed(String tag) {
    return SWALLOWED.contains(tag);
  }

  static boolean isAllowed(String tag, String attribute) {
    return EVERYWHERE.contains(attribute) || ATTRIBUTES.getOrDefault(tag, Set.of()).contains(attribute);
  }

  static boolean isAllowedClass(String name) {
    return Attributes.isClass(name) && !OWN_CLASSES.contains(name);
  }
}
