package dev.assay.importer.folder;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns Zola's shortcodes, `{{ youtube(id="x") }}` and `{% quote(author="A") %}…{% end %}`, into Markdown.
final class ZolaText {
  private static final Pattern CALL = Pattern.compile("\\{\\{\\s*([A-Za-z_][\\w:]*)\\s*\\(([^{}]{0,5000}?)\\)\\s*\\}\\}");
  private static final Pattern BLOCK = Pattern.compile("\\{%\\s*([A-Za-z_][\\w:]*)\\s*\\(([^{}]{0,5000}?)\\)\\s*%\\}(.*?)\\{%\\s*end\\s*%\\}", Pattern.DOTALL);

  private static final Pattern END = Pattern.compile("\\{%\\s*end\\s*%\\}");

  private ZolaText() {}

  static String markdown(String text, TextContext context) {
    String plain = Fences.withPlainBraces(Fences.withoutMore(text));
    if (plain.indexOf('{') < 0) {
      return plain;
    }
    return unescaped(calls(blocks(plain, context), context));
  }

  private static String blocks(String text, TextContext context) {
    Fences fences = new Fences(text);
    int last = END.matcher(text).results().mapToInt(MatchResult::end).max().orElse(0);
    // What begins behind the last end has none, and would be looked through to the end of the text each time.
    Matcher m = BLOCK.matcher(text).region(0, last);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      String inner = String.valueOf(m.group(3));
      Shortcode code = Shortcode.read(m.group(1) + " " + m.group(2), Optional.of(inner));
      String said =
          KnownShortcodes.markdown(context, code).orElseGet(() -> {
            unknown(code, context);
            boolean isCode = fences.isCode(m.start());
            return isCode ? m.group() : TextContext.visible("{% " + m.group(1) + "(" + m.group(2) + ") %}", false) + "\n" + inner + "\n" + "`{% end %}`";
          });
      m.appendReplacement(out, Matcher.quoteReplacement(said));
    }
    return m.appendTail(out).toString();
  }

  private static String calls(String text, TextContext context) {
    Fences fences = new Fences(text);
    Matcher m = CALL.matcher(text);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      Shortcode code = Shortcode.read(m.group(1) + " " + m.group(2), Optional.empty());
      String said =
          KnownShortcodes.markdown(context, code).orElseGet(() -> {
            unknown(code, context);
            return TextContext.visible(m.group(), fences.isCode(m.start()));
          });
      m.appendReplacement(out, Matcher.quoteReplacement(said));
    }
    return m.appendTail(out).toString();
  }

  private static void unknown(Shortcode code, TextContext context) {
    context.changed("the shortcode '" + code.name() + "' is not known, so it is shown as it was written");
  }

  /// Written so that it is shown and not called.
  private static String unescaped(String text) {
    return text.replace("{{/*", "{{").replace("*/}}", "}}").replace("{%/*", "{%").replace("*/%}", "%}");
  }
}
