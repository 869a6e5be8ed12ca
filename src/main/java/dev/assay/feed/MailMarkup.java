package dev.assay.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.select.Selector;

/// A document as mail programs show it: its style rules written into the elements that they are for, no drawing that they leave
/// blank, and not longer than they show.
///
/// The rules are those of its first `style` element, of the kind `selector, selector { name: value; … }`. They are applied in
/// their order, a later one winning, without regard to how special a selector is: a template of one page needs no more, and the
/// libraries that do more bring a parser and a cascade.
public final class MailMarkup {
  /// In them neither braces nor semicolons end anything. An address that itself is in quotes ends behind its bracket.
  private static final Pattern QUOTED = Pattern.compile("(?i)url\\(\\s*(?![\\s\"'])[^)]*+\\)|\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
  private static final Pattern DECLARATION = Pattern.compile(";");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  private MailMarkup() {}

  /// What came of it.
  public sealed interface Result {}

  /// @param html        the document
  /// @param text        the same as plain text
  /// @param isShortened whether its end is left out
  public record Done(String html, String text, boolean isShortened) implements Result {}

  /// A rule cannot be read.
  ///
  /// @param why continues a sentence whose subject is the rule
  public record Faulty(String selector, String why) implements Result {}

  /// @param most how many bytes it may have in UTF-8
  public static Result of(String html, int most) {
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8).escapeMode(Entities.EscapeMode.base);
    withoutDrawings(document);
    signs(document);
    document.select("[data-body] table").addClass("data");
    try {
      inline(document);
    } catch (Selector.SelectorParseException e) {
      return new Faulty(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), "is no selector");
    }
    boolean isShortened = shortened(document, most);
    if (!isShortened) {
      document.select("[data-more]").remove();
    }
    document.select("[class]").removeAttr("class");
    document.select("[data-body]").removeAttr("data-body");
    document.select("[data-more]").removeAttr("data-more");
    return new Done(document.outerHtml() + "\n", MailText.of(document.body()), isShortened);
  }

  /// Mail programs show no SVG. A chart's figures stand in the table behind it.
  private static void withoutDrawings(Document document) {
    for (Element image : document.select("img[src~=(?i)\\.svg([?#].*)?$]")) {
      Element gone = image;
      while (gone.parent() != null && gone.parent().childNodeSize() == 1 && !gone.parent().hasAttr("data-body")) {
        gone = gone.parent();
      }
      gone.remove();
    }
  }

  /// Signs of kinds have their colour where there is one; they say the same without.
  private static void signs(Document document) {
    for (Element strong : document.select("[data-body] strong")) {
      String text = strong.text();
      for (MailSign sign : MailSign.values()) {
        if (text.startsWith(sign.mark() + " ")) {
          strong.addClass(sign.className());
          Element item = strong.parent();
          if (item != null && item.normalName().equals("li") && item.text().startsWith(text)) {
            item.addClass("claim");
          }
        }
      }
    }
  }

  private static void inline(Document document) {
    Element style = document.selectFirst("style");
    if (style == null) {
      return;
    }
    Matcher rule = RULE.matcher(forElements(COMMENT.matcher(style.data()).replaceAll("")));
    while (rule.find()) {
      for (Element element : document.select(languages(rule.group(1).strip()))) {
        element.attr("style", merged(element.attr("style"), rule.group(2)));
      }
    }
    style.remove();
  }

  /// The rules without those for one medium, fonts and the like, which begin with `@` and may hold rules themselves: they are none for
  /// an element.
  private static String forElements(String rules) {
    StringBuilder kept = new StringBuilder(rules.length());
    int depth = 0;
    boolean isOther = false;
    boolean begins = true;
    for (int i = 0; i < rules.length(); i++) {
      char c = rules.charAt(i);
      int quoted = quoted(rules, i);
      if (quoted > i) {
        kept.append(isOther ? "" : rules.substring(i, quoted));
        begins = false;
        i = quoted - 1;
        continue;
      }
      isOther = isOther || (begins && c == '@');
      depth += c == '{' ? 1 : c == '}' && depth > 0 ? -1 : 0;
      if (!isOther) {
        kept.append(c);
      }
      boolean ends = depth == 0 && (c == '}' || c == ';');
      begins = ends || (begins && Character.isWhitespace(c));
      isOther = isOther && !ends;
    }
    return kept.toString();
  }

  /// Where a text in quotes or an address ends that begins at a place; that place itself where none begins.
  private static int quoted(String rules, int from) {
    Matcher found = QUOTED.matcher(rules).region(from, rules.length());
    return found.lookingAt() ? found.end() : from;
  }

  /// Each property once, the later value: bytes count.
  private static String merged(String before, String after) {
    Map<String, String> properties = new LinkedHashMap<>();
    DECLARATION.splitAsStream(before + ";" + after)
        .map(each -> each.strip().replaceAll("\\s+", " "))
        .filter(each -> each.indexOf(':') > 0)
        .forEach(each -> properties.put(each.substring(0, each.indexOf(':')).strip(), each.substring(each.indexOf(':') + 1).strip()));
    return properties.entrySet().stream().map(each -> each.getKey() + ":" + each.getValue()).collect(Collectors.joining(";"));
  }

  /// `:lang(ko)` by the attribute, for that is where it stands.
  private static String languages(String selector) {
    return selector.replaceAll(":lang\\(([\\w-]+)\\)", "[lang=$1]");
  }

  private static boolean shortened(Document document, int most) {
    int excess = bytes(document) - most;
    Element body = document.selectFirst("[data-body]");
    if (excess <= 0 || body == null) {
      return false;
    }
    cut(body, excess);
    return true;
  }

  private static int bytes(Node node) {
    return node.outerHtml().getBytes(StandardCharsets.UTF_8).length;
  }

  /// Takes as much from the end of an element: whole blocks, and of the last list or table its last lines.
  private static int cut(Element from, int excess) {
    int left = excess;
    List<Node> nodes = new ArrayList<>(from.childNodes());
    for (Node node : nodes.reversed()) {
      if (left <= 0) {
        return left;
      }
      int size = bytes(node);
      boolean parted = node instanceof Element element && List.of("ul", "ol", "table", "tbody", "div", "section").contains(element.normalName()) && size > left;
      if (parted) {
        left = cut((Element) node, left);
      } else {
        node.remove();
        left -= size;
      }
    }
    return left;
  }
}
