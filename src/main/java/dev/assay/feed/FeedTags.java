package dev.assay.feed;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which elements and attributes a feed carries.
final class FeedTags {
  /// Elements that every reader shows, or whose content it shows.
  static final Set<String> PLAIN =
      Set.of(
          "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center",
          "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption",
          "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li",
          "main", "mark", "nav", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small",
          "source", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time",
          "tr", "tt", "u", "ul", "var", "wbr", "audio", "video", "track");

  /// Elements of MathML, which readers that know it show and others reduce to its words.
  static final Set<String> MATH =
      Set.of(
          "math", "annotation", "maction", "merror", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded",
          "mphantom", "mprescripts", "mroot", "mrow", "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable",
          "mtd", "mtext", "mtr", "munder", "munderover", "semantics", "none");

  /// Elements that go with all they hold.
  static final Set<String> DROPPED =
      Set.of(
          "script", "style", "svg", "form", "object", "embed", "applet", "template", "canvas", "button",
          "select", "textarea", "noscript", "frame", "frameset", "dialog", "link", "meta", "base", "title", "head");

  /// What stands for the box of a task list, because most readers take form fields out.
  static final String DONE = "☑";

  static final String TO_DO = "☐";

  private static final Set<String> EVERYWHERE = Set.of("id", "title", "lang", "dir", "align");

  private static final Map<String, Set<String>> BY_TAG =
      Map.ofEntries(
          Map.entry("a", Set.of("name", "hreflang")),
          Map.entry("img", Set.of("alt", "width", "height", "sizes")),
          Map.entry("source", Set.of("type", "media", "sizes")),
          Map.entry("audio", Set.of("controls")),
          Map.entry("video", Set.of("controls", "width", "height")),
          Map.entry("track", Set.of("kind", "label", "srclang")),
          Map.entry("ol", Set.of("start", "reversed", "type")),
          Map.entry("li", Set.of("value")),
          Map.entry("td", Set.of("colspan", "rowspan", "headers")),
          Map.entry("th", Set.of("colspan", "rowspan", "headers", "scope", "abbr")),
          Map.entry("col", Set.of("span")),
          Map.entry("colgroup", Set.of("span")),
          Map.entry("details", Set.of("open")),
          Map.entry("time", Set.of("datetime")),
          Map.entry("del", Set.of("datetime")),
          Map.entry("ins", Set.of("datetime")),
          Map.entry("math", Set.of("display", "xmlns")),
          Map.entry("annotation", Set.of("encoding")));

  /// Words in a class that mark what only the page needs: permalink signs and line numbers.
  private static final Set<String> PAGE_ONLY =
      Set.of(
          "permalink", "anchor", "headerlink", "header-anchor", "heading-anchor", "anchor-link", "lnt", "ln", "lnos",
          "linenos", "lineno", "linenodiv", "line-numbers", "line-number", "gutter");

  /// Words in a class for which the element itself changes: boxes around a remark, tables around code.
  private static final Set<String> RESHAPED =
      Set.of("callout", "callout-title", "lntable", "highlighttable", "highlight");

  /// Elements whose alignment is content.
  private static final Set<String> ALIGNED = Set.of("td", "th", "caption", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6");

  private static final Set<String> SIDES = Set.of("left", "right", "center");

  private FeedTags() {}

  /// What an attribute becomes; absent when it goes.
  ///
  /// @param tag   the element's name in lower case
  /// @param name  the attribute's name in lower case
  /// @param value the attribute's value, decoded
  static Optional<Attribute> attribute(String tag, String name, String value, PageAddress page) {
    return switch (name) {
      case "href" -> tag.equals("a") ? address(name, page.followed(value)) : Optional.empty();
      case "cite" -> address(name, page.followed(value));
      case "src", "poster" -> address(name, page.shown(value));
      case "srcset" -> address(name, page.shownSet(value));
      case "class" -> ofClass(tag, value);
      case "style" -> alignment(tag, value);
      default ->
          EVERYWHERE.contains(name) || BY_TAG.getOrDefault(tag, Set.of()).contains(name)
              ? Optional.of(new Attribute(name, value))
              : Optional.empty();
    };
  }

  /// True for a class that marks what only the page needs.
  static boolean isPageOnly(String classes) {
    return hasAny(classes, PAGE_ONLY);
  }

  /// True for a class whose element needs more than its attributes changed.
  static boolean isSpecial(String classes) {
    return hasAny(classes, PAGE_ONLY) || hasAny(classes, RESHAPED);
  }

  private static boolean hasAny(String classes, Set<String> words) {
    if (classes.indexOf(' ') < 0) {
      return words.contains(classes);
    }
    for (String word : classes.split("\\s+", -1)) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Attribute> address(String name, String address) {
    return address.isEmpty() ? Optional.empty() : Optional.of(new Attribute(name, address));
  }

  /// The language of code stays, and the side to which a cell is aligned, which our own pages say by a class.
  private static Optional<Attribute> ofClass(String tag, String classes) {
    boolean code = tag.equals("code") || tag.equals("pre");
    if (!code && !ALIGNED.contains(tag)) {
      return Optional.empty();
    }
    for (String word : classes.split("\\s+", -1)) {
      if (code && word.startsWith("language-")) {
        return Optional.of(new Attribute("class", word));
      }
      if (!code && SIDES.contains(word)) {
        return Optional.of(new Attribute("align", word));
      }
    }
    return Optional.empty();
  }

  /// Alignment is content; the rest of a style is not.
  private static Optional<Attribute> alignment(String tag, String style) {
    String tidy = style.replace(" ", "").replace(";", "");
    String side = tidy.startsWith("text-align:") ? tidy.substring("text-align:".length()) : "";
    return ALIGNED.contains(tag) && SIDES.contains(side) ? Optional.of(new Attribute("align", side)) : Optional.empty();
  }

  /// @param value decoded
  record Attribute(String name, String value) {}
}
