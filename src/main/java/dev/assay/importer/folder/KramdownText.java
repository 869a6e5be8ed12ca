package dev.assay.importer.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what Kramdown has beyond Markdown into Markdown: attribute lists, tables of contents, comments.
final class KramdownText {
  private static final Pattern ALONE = Pattern.compile("[\\s>]*+\\{:([^}]*)\\}\\s*");
  private static final Pattern COMMENT_END = Pattern.compile("\\{:/(?:comment)?\\}");
  private static final Pattern INLINE = Pattern.compile("(?<=[)*_`\\]>~])\\{:[^}\\n]*\\}");
  private static final Pattern ID = Pattern.compile("#([\\w:.-]+)");
  private static final Pattern EXTENSION = Pattern.compile("\\{::(?:options|comment|nomarkdown)[^}]*/\\}");
  private static final Pattern ABBREVIATION = Pattern.compile("\\*\\[([^\\]]+)\\]:\\s*(.+)");

  private KramdownText() {}

  static String markdown(String text, TextContext context) {
    String plain = withoutComments(text).replaceAll("\\{::nomarkdown\\}|\\{:/(?:nomarkdown)?\\}", "");
    Fences fences = new Fences(plain);
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at <= plain.length()) {
      int end = plain.indexOf('\n', at);
      end = end < 0 ? plain.length() : end;
      String line = plain.substring(at, end);
      if (fences.isFenced(at)) {
        lines.add(line);
      } else {
        line(line, lines, context);
      }
      at = end + 1;
    }
    return String.join("\n", lines);
  }

  /// Where one has no end none behind it has: no end is looked for twice.
  private static String withoutComments(String text) {
    String open = "{::comment}";
    Matcher end = COMMENT_END.matcher(text);
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int comment = text.indexOf(open); comment >= 0 && end.find(comment + open.length()); comment = text.indexOf(open, at)) {
      out.append(text, at, comment);
      at = end.end();
    }
    return out.append(text, at, text.length()).toString();
  }

  private static void line(String line, List<String> lines, TextContext context) {
    Matcher alone = ALONE.matcher(line);
    if (alone.matches()) {
      attributes(String.valueOf(alone.group(1)).strip(), lines, context);
      return;
    }
    Matcher abbreviation = ABBREVIATION.matcher(line.strip());
    if (abbreviation.matches()) {
      context.lost("an abbreviation's meaning: " + abbreviation.group(1) + ", " + abbreviation.group(2));
      return;
    }
    String plain = EXTENSION.matcher(INLINE.matcher(line).replaceAll("")).replaceAll("");
    // A fence's language may have attributes behind it.
    lines.add(plain.replaceFirst("^(\\s*(?:```|~~~)[\\w+#.-]*)\\s*\\{:[^}]*\\}\\s*$", "$1"));
  }

  private static void attributes(String written, List<String> lines, TextContext context) {
    if (written.equals("toc") || written.startsWith("toc ") || written.endsWith(" toc")) {
      int last = lines.size() - 1;
      if (last >= 0 && lines.get(last).matches("\\s*(?:[*+-]|\\d+[.)])\\s+.*")) {
        lines.remove(last);
      }
      return;
    }
    Matcher id = ID.matcher(written);
    int last = lines.size() - 1;
    if (id.find() && last >= 0 && lines.get(last).matches("#{1,6}\\s.*[^}]\\s*")) {
      lines.set(last, lines.get(last).stripTrailing() + " {#" + id.group(1).replaceAll("[:.]", "-") + "}");
    } else if (id.reset().find()) {
      context.changed("the id '" + id.group(1) + "' stands at something that has no id in Markdown");
    }
  }
}
