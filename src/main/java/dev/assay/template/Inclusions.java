package dev.assay.template;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The other templates that a template names, found without running it. Names must be literal, so that what a page is
/// made from is known before it is made.
///
/// @param targets  the templates it includes and imports, in order
/// @param assets   the names of the assets it asks for
/// @param anyAsset whether it asks for an asset by a name that shows only when it runs
/// @param problems what keeps the list of templates from being complete
record Inclusions(List<Target> targets, List<String> assets, boolean anyAsset, List<Problem> problems) {
  /// Of a template that does not exist.
  static final Inclusions NONE = new Inclusions(List.of(), List.of(), false, List.of());

  private static final Pattern NOTABLE =
      Pattern.compile(
          "(?<comment><#--)|(?<noparse><#noparse>)|<#(?<directive>include|import)\\b\\s*(?<name>\"[^\"\\n]*\"|'[^'\\n]*')?"
              + "|(?<asset>\\basset\\s*\\(\\s*(\"(?<file>[^\"$\\n]*)\"\\s*(,\\s*\"\"\\s*)?\\))?)",
          Pattern.CASE_INSENSITIVE);

  /// What only shows when a template runs: other templates, texts that become code, the time.
  private static final Pattern UNKNOWN =
      Pattern.compile("\\.(?:get_optional_template|getOptionalTemplate)\\b|\\?\\s*(?:interpret|eval)\\b|(?<clock>(?<![\\w$.)\\]\"'])\\.\\s*now\\b)");

  /// A template that is named.
  ///
  /// @param name  its full name below `templates/`
  /// @param start where the written name begins in the text of the template that names it
  /// @param end   where it ends
  record Target(String name, int start, int end) {}

  static Inclusions of(ThemeFile file) {
    SourceText text = file.source();
    List<Target> targets = new ArrayList<>();
    List<String> assets = new ArrayList<>();
    boolean anyAsset = false;
    List<Problem> problems = new ArrayList<>();
    Matcher matcher = NOTABLE.matcher(text.text());
    int at = 0;
    while (matcher.find(at)) {
      at = matcher.end();
      if (matcher.group("comment") != null) {
        at = after(text.text(), "-->", at);
      } else if (matcher.group("noparse") != null) {
        at = after(text.text(), "</#noparse>", at);
      } else if (matcher.group("file") != null) {
        assets.add(matcher.group("file"));
      } else if (matcher.group("asset") != null) {
        anyAsset = true;
      } else {
        directive(file, text, matcher, targets, problems);
      }
    }
    unknown(text, problems);
    return new Inclusions(List.copyOf(targets), List.copyOf(assets), anyAsset, List.copyOf(problems));
  }

  private static void unknown(SourceText text, List<Problem> problems) {
    Matcher matcher = UNKNOWN.matcher(Expressions.of(text.text()));
    while (matcher.find()) {
      boolean clock = matcher.group("clock") != null;
      problems.add(
          text.error(
              Code.TEMPLATE, matcher.start(), matcher.end(), "'" + (clock ? ".now" : text.text().substring(matcher.start(), matcher.end())) + "' is not allowed in templates",
              clock ? "a page is the same whenever it is made: print a date of its view" : "include or import a template by its name"));
    }
  }

  private static void directive(
      ThemeFile file, SourceText text, Matcher matcher, List<Target> targets, List<Problem> problems) {
    String quoted = matcher.group("name");
    if (quoted == null || !isPlain(quoted.substring(1, quoted.length() - 1))) {
      problems.add(
          text.error(Code.TEMPLATE, matcher.start(), matcher.end(),
              "the template to " + matcher.group("directive") + " is not named literally",
              "write its name in quotes, without '$', '#', '*' and '\\', as in \"/part/card.ftlh\""));
      return;
    }
    String name = resolve(file.name(), quoted.substring(1, quoted.length() - 1));
    targets.add(new Target(name, matcher.start("name"), matcher.end("name")));
  }

  private static boolean isPlain(String name) {
    return !name.isBlank() && name.chars().noneMatch(c -> c == '$' || c == '#' || c == '*' || c == '\\' || c == ':');
  }

  /// A name that begins with `/` counts from `templates/`, another from the folder of the template that says it.
  private static String resolve(String from, String written) {
    String path = written.startsWith("/") ? written : from.substring(0, from.lastIndexOf('/') + 1) + written;
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static int after(String text, String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }
}
