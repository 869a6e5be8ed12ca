package dev.assay.template;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds values that a shortcode prints into code: a script, a style, the handler of an event. There what is escaped for HTML can still
/// be read as code, and what a note gives must not be.
final class ShortcodeScripts {
  private static final Pattern CODE =
      Pattern.compile(
          "<(?<tag>script|style)\\b[^>]*>(?<text>.*?)(?:</\\k<tag>|\\z)|[\\s\"'](?:on[a-z]{3,30}|style|srcdoc)\\s*=\\s*(?:\"(?<double>[^\"]*)\"|'(?<single>[^']*)')",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern VALUE = Pattern.compile("\\$\\{(?<said>[^}]*)}");
  private static final Pattern SAFE = Pattern.compile("\\?\\s*(?:js_string|json_string|c|cn)\\s*$");

  private ShortcodeScripts() {}

  static List<Problem> problems(SourceText text) {
    List<Problem> problems = new ArrayList<>();
    Matcher code = CODE.matcher(text.text());
    while (code.find()) {
      for (String group : List.of("text", "double", "single")) {
        if (code.start(group) >= 0) {
          values(text, code.start(group), code.end(group), problems);
        }
      }
    }
    return problems;
  }

  private static void values(SourceText text, int from, int to, List<Problem> problems) {
    Matcher value = VALUE.matcher(text.text()).region(from, to);
    while (value.find()) {
      if (!SAFE.matcher(value.group("said")).find()) {
        problems.add(
            text.error(
                Code.SHORTCODE, value.start(), value.end(), "a value of a note would be read as code here",
                "put it into a 'data-' attribute, or as a text of the script: \"${" + value.group("said") + "?js_string}\""));
      }
    }
  }
}
