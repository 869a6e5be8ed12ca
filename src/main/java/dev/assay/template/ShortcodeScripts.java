package dev.assay.template;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds values that a shortcode prints into code: a script, a style, the handler of an event. There what is escaped for HTML can still
/// be read as code, and what a note gives must not be.
final class ShortcodeScripts {
  private static final Pattern CODE =
      Pattern.compile(
          "<(?<tag>script|style)\\b[^>]*>(?<text>.*?)(?:</\\k<tag>|\\z)|[\\s\"'](?<attribute>on[a-z]{3,30}|style|srcdoc)\\s*=\\s*(?:\"(?<double>[^\"]*)\"|'(?<single>[^']*)')",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern VALUE = Pattern.compile("\\$\\{(?<said>[^}]*)}");
  private static final Pattern NUMBER = Pattern.compile("\\?\\s*(?:c|cn)\\s*$");
  private static final Pattern STRING = Pattern.compile("\\?\\s*(?:js_string|json_string)(?<plain>\\s*\\?\\s*no_esc)?\\s*$");

  private ShortcodeScripts() {}

  static List<Problem> problems(SourceText text) {
    List<Problem> problems = new ArrayList<>();
    Matcher code = CODE.matcher(text.text());
    while (code.find()) {
      for (String group : List.of("text", "double", "single")) {
        if (code.start(group) >= 0) {
          values(text, code, group, problems);
        }
      }
    }
    bare(text, problems);
    return problems;
  }

  private static void values(SourceText text, Matcher code, String group, List<Problem> problems) {
    boolean element = group.equals("text");
    String name = (element ? code.group("tag") : code.group("attribute")).toLowerCase(Locale.ROOT);
    boolean script = name.equals("script") || name.startsWith("on");
    int from = code.start(group);
    Matcher value = VALUE.matcher(text.text()).region(from, code.end(group));
    while (value.find()) {
      String said = value.group("said");
      Matcher string = STRING.matcher(said);
      // The quotation mark that opens a handler is not one of its script's.
      boolean quoted = value.start() > from && "\"'".indexOf(text.text().charAt(value.start() - 1)) >= 0;
      boolean asText = script && quoted && string.find() && (element || string.group("plain") == null);
      if (!asText && !NUMBER.matcher(said).find()) {
        problems.add(
            text.error(
                Code.SHORTCODE, value.start(), value.end(), "a value of a note would be read as code here",
                script
                    ? "put it into a 'data-' attribute, or as a text of the script: \"${" + said.replaceFirst("\\s*\\?.*$", "") + "?js_string" + (element ? "?no_esc" : "") + "}\""
                    : "put it into a 'data-' attribute; a number can be printed with ?c"));
      }
    }
  }

  /// Values in tags and outside of quotation marks, where a space in them begins another attribute.
  private static void bare(SourceText source, List<Problem> problems) {
    String text = source.text();
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      boolean tag = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
      char quote = 0;
      for (int i = at + 1; tag && i < text.length(); i++) {
        char c = text.charAt(i);
        if (text.startsWith("${", i)) {
          int end = text.indexOf('}', i);
          String said = end < 0 ? "" : text.substring(i + 2, end);
          if (quote == 0 && !NUMBER.matcher(said).find()) {
            problems.add(
                source.error(
                    Code.SHORTCODE, i, end < 0 ? text.length() : end + 1, "a value of a note stands in a tag without quotation marks",
                    "write name=\"${" + said + "}\""));
          }
          i = end < 0 ? text.length() : end;
        } else if (text.startsWith("<#", i) || text.startsWith("</#", i) || text.startsWith("<@", i) || text.startsWith("</@", i)) {
          int end = text.indexOf('>', i);
          i = end < 0 ? text.length() : end;
        } else if (quote != 0) {
          quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
          quote = c;
        } else if (c == '>' || c == '<') {
          tag = false;
        }
      }
    }
  }
}
