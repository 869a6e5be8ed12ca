package dev.assay.importer.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What is known of elements by their names and attributes alone.
final class HtmlElements {
  /// Elements that stand inside a sentence, and what Markdown's own output calls them; empty for those that only
  /// change how words look.
  static final Map<String, String> INLINE =
      Map.ofEntries(
          Map.entry("b", "strong"), Map.entry("strong", "strong"), Map.entry("i", "em"), Map.entry("em", "em"), Map.entry("del", "del"),
          Map.entry("s", "del"), Map.entry("strike", "del"), Map.entry("sub", "sub"), Map.entry("sup", "sup"), Map.entry("mark", "mark"),
          Map.entry("kbd", "kbd"), Map.entry("ins", "ins"), Map.entry("u", "u"), Map.entry("small", "small"), Map.entry("abbr", "abbr"),
          Map.entry("acronym", "abbr"), Map.entry("q", "q"), Map.entry("cite", "cite"), Map.entry("var", "var"), Map.entry("samp", "samp"),
          Map.entry("dfn", "dfn"), Map.entry("time", "time"), Map.entry("bdi", "bdi"), Map.entry("ruby", "ruby"), Map.entry("rt", "rt"),
          Map.entry("rp", "rp"), Map.entry("span", ""), Map.entry("font", ""), Map.entry("big", ""), Map.entry("label", ""),
          Map.entry("nobr", ""), Map.entry("data", ""), Map.entry("blink", ""), Map.entry("tt", "code"), Map.entry("code", "code"),
          Map.entry("bdo", ""), Map.entry("picture", ""), Map.entry("wbr", ""), Map.entry("rb", ""), Map.entry("rtc", ""));

  /// Elements that go with all they hold, because nothing in them is for readers.
  static final Set<String> SILENT =
      Set.of("script", "style", "template", "head", "link", "meta", "base", "title", "source", "track", "param", "col", "colgroup", "area", "map", "datalist");

  /// Elements that play or run something, which a note cannot hold; what has an address becomes a link to it.
  static final Set<String> PLAYED = Set.of("iframe", "embed", "object", "video", "audio", "applet", "frame");

  private static final Pattern NOT_SHOWN = Pattern.compile("(?i)(?:^|[;\\s])display\\s*:\\s*none\\b");

  private HtmlElements() {}

  static boolean isPixel(Element image) {
    return (image.attr("width").equals("1") || image.attr("width").equals("0")) && (image.attr("height").equals("1") || image.attr("height").equals("0"));
  }

  /// True for what its own attributes keep from being seen.
  static boolean isHidden(Element element) {
    return element.hasAttr("hidden") || (element.hasAttr("style") && NOT_SHOWN.matcher(element.attr("style")).find());
  }

  static boolean isHeading(Element element) {
    String name = element.normalName();
    return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
  }

  static String pixels(Element element, String name) {
    String value = element.attr(name).strip().replaceFirst("px$", "");
    return value.matches("[1-9][0-9]{0,3}") ? value : "";
  }

  static Optional<Integer> whole(String text) {
    return text.strip().matches("-?[0-9]{1,9}") ? Optional.of(Integer.parseInt(text.strip())) : Optional.empty();
  }

  static List<Mark> plus(List<Mark> marks, Mark mark) {
    List<Mark> all = new ArrayList<>(marks);
    all.add(mark);
    return List.copyOf(all);
  }

  static String firstOf(String... texts) {
    for (String text : texts) {
      if (!text.isBlank()) {
        return text.strip();
      }
    }
    return "";
  }
}
