package dev.assay.importer.folder;

import dev.assay.importer.html.HtmlToMarkdown;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Raw HTML that old texts hold and notes cannot: elements of the nineties become those of today, and what would load
/// another page becomes a link to it. Everything else is for the build to clean.
final class OldHtml {
  private static final Pattern EMBEDDED = Pattern.compile("<(iframe|video|audio|embed)\\b([^<>]{0,4000})>(?:</\\1\\s*>|(?!</?\\1).{0,4000}?</\\1\\s*>)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern SRC = Pattern.compile("\\bsrc\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("<(/?)(center|font|big|tt|strike|acronym|main|nav|progress|meter|source|track|button|label|picture|hgroup|nobr|marquee)\\b[^<>]{0,2000}>", Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> TODAY = Map.of("center", "div", "tt", "code", "strike", "s", "acronym", "abbr");

  /// An empty line between parts of a table.
  private static final Pattern GAP = Pattern.compile("(?<=>)[ \\t]*\\n[ \\t\\n]*\\n(?=[ \\t]*</?(?:table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th)\\b)", Pattern.CASE_INSENSITIVE);
  private static final Pattern TABLE = Pattern.compile("<table\\b", Pattern.CASE_INSENSITIVE);

  private OldHtml() {}

  static String tidy(String text, TextContext context) {
    return text.indexOf('<') < 0 ? text : tags(embedded(whole(text), context), context);
  }

  /// A table without empty lines between its parts: they would end the block of HTML, and with it the table.
  private static String whole(String text) {
    if (!TABLE.matcher(text).find()) {
      return text;
    }
    Fences fences = new Fences(text);
    Matcher gap = GAP.matcher(text);
    StringBuilder out = new StringBuilder();
    while (gap.find()) {
      String before = text.substring(Math.max(0, gap.start() - 20_000), gap.start()).toLowerCase(Locale.ROOT);
      boolean inside = before.lastIndexOf("<table") > before.lastIndexOf("</table");
      gap.appendReplacement(out, inside && !fences.isCode(gap.start()) ? "\n" : Matcher.quoteReplacement(gap.group()));
    }
    return gap.appendTail(out).toString();
  }

  private static String embedded(String text, TextContext context) {
    Fences fences = new Fences(text);
    Matcher m = EMBEDDED.matcher(text);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      Matcher src = SRC.matcher(m.group());
      if (fences.isCode(m.start()) || !src.find()) {
        m.appendReplacement(out, Matcher.quoteReplacement(m.group()));
        continue;
      }
      String address = src.group(1) != null ? src.group(1) : src.group(2) != null ? src.group(2) : String.valueOf(src.group(3));
      String whole = address.startsWith("//") ? "https:" + address : address;
      context.changed("something embedded, '" + String.valueOf(m.group(1)).toLowerCase(Locale.ROOT) + "', is a link now: " + HtmlToMarkdown.cut(whole));
      m.appendReplacement(out, Matcher.quoteReplacement("<a href=\"" + whole.replace("\"", "%22") + "\">" + whole.replace("<", "&lt;") + "</a>"));
    }
    return m.appendTail(out).toString();
  }

  private static String tags(String text, TextContext context) {
    Fences fences = new Fences(text);
    Matcher m = TAG.matcher(text);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      String name = String.valueOf(m.group(2)).toLowerCase(Locale.ROOT);
      String today = TODAY.get(name);
      if (fences.isCode(m.start())) {
        m.appendReplacement(out, Matcher.quoteReplacement(m.group()));
      } else if (today != null) {
        m.appendReplacement(out, "<" + m.group(1) + today + ">");
      } else {
        if (String.valueOf(m.group(1)).isEmpty()) {
          context.lost("an element around its text: <" + name + ">");
        }
        m.appendReplacement(out, "");
      }
    }
    return m.appendTail(out).toString();
  }
}
