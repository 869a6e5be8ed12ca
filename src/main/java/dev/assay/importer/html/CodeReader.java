package dev.assay.importer.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Reads code out of what highlighters make of it: Hugo's `highlight` and `lntable`, Hexo's figure with a gutter,
/// Rouge's table, Prism, highlight.js, Pandoc.
final class CodeReader {
  private static final Set<String> NUMBERS =
      Set.of("lnt", "ln", "lineno", "linenos", "linenumber", "line-number", "line-numbers-rows", "gutter", "gl", "rouge-gutter", "linenodiv", "hljs-ln-numbers", "blob-num");
  private static final Set<String> NOT_A_LANGUAGE =
      Set.of("hljs", "highlight", "code", "chroma", "sourcecode", "numbersource", "prettyprint", "linenums", "codehilite", "line-numbers", "wp-block-code", "rouge", "nohighlight", "no-highlight", "copy", "wrap", "notranslate", "literal-block", "brush", "toolbar", "lazy", "lntable", "lntd");

  private CodeReader() {}

  /// Whether an element is code with all that a highlighter put around it.
  static boolean isCode(Element element) {
    String name = element.normalName();
    if (name.equals("pre") || name.equals("listing") || name.equals("xmp")) {
      return true;
    }
    return switch (name) {
      case "table" -> hasClass(element, "lntable", "highlighttable", "rouge-table", "hljs-ln", "syntaxhighlighter");
      case "figure", "div" -> (hasClass(element, "highlight", "code-block", "codehilite") || element.className().contains("highlighter-rouge")) && holdsOnlyCode(element);
      default -> false;
    };
  }

  private static boolean holdsOnlyCode(Element element) {
    if (element.select("pre").isEmpty()) {
      return false;
    }
    for (Node node : element.childNodes()) {
      boolean fine =
          node instanceof TextNode text
              ? text.isBlank()
              : !(node instanceof Element child) || isShell(child) || child.normalName().equals("figcaption") || !child.hasText();
      if (!fine) {
        return false;
      }
    }
    return true;
  }

  private static boolean isShell(Element child) {
    return switch (child.normalName()) {
      case "pre" -> true;
      case "table" -> isCode(child) || (!child.select("pre").isEmpty() && child.select("tr").size() <= 1);
      case "div", "figure", "code", "span" -> holdsOnlyCode(child) && child.select("pre").size() <= 2;
      default -> false;
    };
  }

  static Block.Code read(Element element) {
    Element pre = code(element);
    return new Block.Code(language(element, pre), text(pre, element.normalName().equals("table") || !element.getElementsByTag("table").isEmpty()));
  }

  /// Whether numbers of lines stand beside the code.
  static boolean isNumbered(Element element) {
    boolean bare = element.normalName().equals("pre") && (element.childrenSize() == 0 || (element.childrenSize() == 1 && element.child(0).childrenSize() == 0));
    return !bare && (element.childrenSize() > 1 || element.normalName().equals("figure") || element.normalName().equals("div") || element.normalName().equals("table"))
        && !element.select(".lnt, .ln, .lineno, .linenos, .line-number, .gutter, .rouge-gutter, .linenodiv, .hljs-ln-numbers, .blob-num").isEmpty();
  }

  /// What stands above the code, such as its file's name.
  static Optional<Element> caption(Element element) {
    return Optional.ofNullable(element.getElementsByTag("figcaption").first()).filter(Element::hasText);
  }

  /// The element with the code itself: in a table with line numbers the last of those that are not the numbers.
  private static Element code(Element element) {
    if (element.normalName().equals("table") && element.getElementsByTag("tr").size() > 1) {
      return element;
    }
    List<Element> pres = element.getElementsByTag("pre").stream().filter(pre -> !isNumbers(pre)).toList();
    // Of several, one in the other or side by side, none may be lost.
    boolean whole = pres.isEmpty() || (pres.size() > 1 && !bare(pres.getLast()).equals(bare(element)));
    return whole ? element : pres.getLast();
  }

  private static String bare(Element element) {
    return text(element, false).replaceAll("\\s+", "");
  }

  private static boolean isNumbers(Element pre) {
    for (Element at = pre; at != null && !at.normalName().equals("table"); at = at.parent()) {
      if (at.classNames().stream().anyMatch(NUMBERS::contains)) {
        return true;
      }
    }
    return pre.childrenSize() > 0 && !pre.select(".lnt").isEmpty() && pre.select(".lnt").text().equals(pre.text());
  }

  private static String text(Element element, boolean table) {
    StringBuilder out = new StringBuilder();
    element.traverse(new Lines(out, table));
    String text = out.toString().replace("\r\n", "\n").replace('\r', '\n').replace("\u200b", "");
    // A browser drops the first line end of `pre`; the last one is not seen.
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    return text.substring(0, end);
  }

  /// Gathers text with `br` as a line end, without line numbers.
  private static final class Lines implements NodeVisitor {
    private final StringBuilder out;
    private final boolean rows;
    private Node skipped = new TextNode("");
    private boolean skipping;

    Lines(StringBuilder out, boolean rows) {
      this.out = out;
      this.rows = rows;
    }

    @Override
    public void head(Node node, int depth) {
      if (skipping) {
        return;
      }
      if (node instanceof TextNode text) {
        out.append(text.getWholeText());
      } else if (node instanceof Element element) {
        if (element.normalName().equals("br")) {
          out.append('\n');
        } else if (element.normalName().equals("figcaption") || element.classNames().stream().anyMatch(NUMBERS::contains)) {
          skipping = true;
          skipped = node;
        } else if (isLine(element) && !endsLine()) {
          out.append('\n');
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (skipping && node.equals(skipped)) {
        skipping = false;
      } else if (!skipping && node instanceof Element element && isLine(element) && !endsLine()) {
        out.append('\n');
      }
    }

    private boolean isLine(Element element) {
      return switch (element.normalName()) {
        case "div", "li", "pre", "p", "table" -> true;
        case "tr" -> rows;
        default -> false;
      };
    }

    private boolean endsLine() {
      return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
    }
  }

  private static String language(Element element, Element pre) {
    Element inner = pre.normalName().equals("code") ? pre : pre.getElementsByTag("code").first();
    String found = inner == null ? "" : said(inner);
    if (found.isEmpty()) {
      found = said(pre);
    }
    for (Element at = element; found.isEmpty() && at != null && !at.normalName().equals("body"); at = at.parent()) {
      boolean about = at.equals(element) || hasClass(at, "highlight", "codehilite", "code-wrapper") || at.className().contains("highlighter-rouge");
      found = about ? said(at) : "";
    }
    return found;
  }

  private static String said(Element element) {
    for (String attribute : List.of("data-lang", "data-language", "lang")) {
      String value = element.attr(attribute).strip();
      if (isLanguage(value) && (!attribute.equals("lang") || element.normalName().equals("pre"))) {
        return value;
      }
    }
    String[] classes = element.className().strip().split("\\s+", -1);
    for (String word : classes) {
      for (String before : List.of("language-", "lang-", "highlight-source-", "highlight-text-", "brush:", "src-")) {
        String rest = word.toLowerCase(Locale.ROOT).startsWith(before) ? word.substring(before.length()) : "";
        if (isLanguage(rest)) {
          return rest;
        }
      }
    }
    for (int i = 0; i < classes.length; i++) {
      if (classes[i].equals("brush:") && i + 1 < classes.length && isLanguage(classes[i + 1].replace(";", ""))) {
        return classes[i + 1].replace(";", "");
      }
    }
    boolean named = hasClass(element, "hljs", "highlight", "sourceCode", "prettyprint") && classes.length >= 2;
    for (String word : classes) {
      if (named && word.length() < 20 && isLanguage(word) && !NOT_A_LANGUAGE.contains(word.toLowerCase(Locale.ROOT))) {
        return word;
      }
    }
    return "";
  }

  private static boolean isLanguage(String word) {
    return word.matches("[A-Za-z0-9_+#.-]{1,40}");
  }

  private static boolean hasClass(Element element, String... names) {
    for (String name : names) {
      if (element.hasClass(name)) {
        return true;
      }
    }
    return false;
  }
}
