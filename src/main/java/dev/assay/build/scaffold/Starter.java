package dev.assay.build.scaffold;

import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The beginning of a note, written once: `${title}` and its like stand for what each new note has of its own, and `$${`
/// for `${` itself. In a head, a word that is a value by itself is quoted as its format wants it.
///
/// @param text     what the file holds
/// @param problems words that nothing is called by
record Starter(String text, List<Problem> problems) {
  private static final Pattern WORD = Pattern.compile("\\$\\$\\{|\\$\\{([^}\\n]{0,60})\\}");
  private static final Pattern VALUE = Pattern.compile("\\s*(?:- +)?[\\p{L}_][\\p{L}\\p{N}_-]*\\s*[:=]\\s*|\\s*- +");

  /// Words whose values no format needs to quote.
  private static final String DATE = "date";

  static Starter of(SourceText template, Map<String, String> words) {
    StringBuilder out = new StringBuilder();
    List<Problem> problems = new ArrayList<>();
    Matcher matcher = WORD.matcher(template.text());
    String fence = template.text().startsWith("+++") ? "+++" : template.text().startsWith("---") ? "---" : "";
    int body = fence.isEmpty() ? 0 : Math.max(0, template.text().indexOf("\n" + fence, fence.length()));
    int from = 0;
    while (matcher.find()) {
      out.append(template.text(), from, matcher.start());
      from = matcher.end();
      String name = matcher.group(1);
      String value = name == null ? "${" : words.get(name.strip());
      if (value == null) {
        problems.add(
            template.error(
                Code.TEMPLATE, matcher.start(), matcher.end(), "a new note has nothing that is called '" + matcher.group(1).strip() + "'", Nearest.hint(matcher.group(1).strip(), words.keySet())));
        continue;
      }
      boolean quotes = name != null && !name.strip().equals(DATE) && matcher.start() < body && isValue(template, matcher.start(), matcher.end());
      out.append(quotes ? fence.equals("+++") ? quoted(value) : scalar(value) : value);
    }
    out.append(template.text(), from, template.text().length());
    return new Starter(out.toString(), List.copyOf(problems));
  }

  private static boolean isValue(SourceText template, int start, int end) {
    int line = template.lineOf(start);
    int lineStart = template.lineStart(line);
    String before = template.text().substring(lineStart, start);
    return VALUE.matcher(before).matches() && template.text().substring(end, lineStart + template.line(line).length()).isBlank();
  }

  /// A YAML scalar that says exactly this text.
  static String scalar(String text) {
    boolean plain = text.matches("[\\p{L}][\\p{L}\\p{N} ,.()'-]*") && !text.contains(": ") && !text.matches("(?i)true|false|null|yes|no|on|off");
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\"";
  }
}
