package dev.assay.template;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a template is program: its directives and interpolations. Everything else, comments in them too, is blanked out,
/// so that what is found stands where it does in the template, and words of its text are never taken for code.
final class Expressions {
  private static final String COMMENT = "<#--";
  private static final String NOPARSE = "<#noparse>";

  /// The site's policy, or a text in quotes, in which it stands in an interpolation only.
  private static final Pattern POLICY =
      Pattern.compile("(?<policy>\\bsite\\s*(?:\\.\\s*policy\\b|\\[\\s*(?:\"policy\"|'policy')\\s*\\]))|\"(?<double>(?:\\\\.|[^\"\\\\])*+)\"|'(?<single>(?:\\\\.|[^'\\\\])*+)'", Pattern.DOTALL);
  private static final Pattern CONDITION = Pattern.compile("if\\s.*", Pattern.DOTALL);
  private static final Pattern BRANCH = Pattern.compile("else\\s*if\\s.*", Pattern.DOTALL);

  /// What is kept under a name instead of being printed: there is no `=`.
  private static final Pattern KEPT =
      Pattern.compile("(?<word>assign|local|global)\\s+(?:\"[^\"]*\"|'[^']*'|(?:\\\\.|[^\\s=<>\"'+*/%\\\\-])++)(?:\\s+in\\s[^=]*)?\\s*>", Pattern.DOTALL);

  private final String text;
  private final char[] shown;
  private final char[] printed;
  private final Deque<Open> open = new ArrayDeque<>();
  private int hidden;

  /// A directive that is not closed yet.
  ///
  /// @param from   where it begins
  /// @param hidden whether what stands in it is not told of
  private record Open(String word, int from, boolean hidden) {}

  private Expressions(String text) {
    this.text = text;
    this.shown = new char[text.length()];
    this.printed = text.toCharArray();
    Arrays.fill(shown, ' ');
  }

  /// What of a page with a policy is printed as it stands, in a text of the same length: comments and directives are blank, and so is
  /// what is kept under a name, and what asks first whether there is a policy.
  ///
  /// @param unknown stands for what shows only when the template runs
  static String printed(String template, char unknown) {
    Expressions expressions = new Expressions(template);
    expressions.template(unknown);
    return new String(expressions.printed);
  }

  /// A text of the same length.
  static String of(String template) {
    Expressions expressions = new Expressions(template);
    expressions.template(' ');
    return new String(expressions.shown);
  }

  /// True where a template's expressions name the policy of the site.
  ///
  /// @param expressions those of a template, from [#of]
  static boolean namePolicy(String expressions) {
    Matcher found = POLICY.matcher(expressions);
    while (found.find()) {
      String quoted = found.group("double") != null ? found.group("double") : found.group("single");
      if (quoted == null || (quoted.contains("${") && namePolicy(of(quoted)))) {
        return true;
      }
    }
    return false;
  }

  private void template(char unknown) {
    int at = 0;
    while (at < text.length()) {
      int from = at;
      if (text.startsWith(COMMENT, at)) {
        at = after("-->", at + COMMENT.length());
        Arrays.fill(printed, from, at, ' ');
      } else if (text.startsWith(NOPARSE, at)) {
        at = after("</#noparse>", at + NOPARSE.length());
      } else if (text.startsWith("${", at)) {
        at = expression(at + 2, '}');
        Arrays.fill(printed, from, at, unknown);
      } else if (text.startsWith("<#", at) || text.startsWith("<@", at)) {
        at = expression(at + 2, '>');
        boolean prints = text.startsWith("<@", from) || text.startsWith("<#include", from) || text.startsWith("<#nested", from);
        Arrays.fill(printed, from, at, prints ? unknown : ' ');
        if (text.startsWith("<#", from)) {
          opened(from, String.valueOf(shown, from + 2, at - from - 2));
        }
      } else if (text.startsWith("</#", at) || text.startsWith("</@", at)) {
        at = after(">", at);
        Arrays.fill(printed, from, at, ' ');
        closed(text.substring(from + 3, at), at);
      } else {
        at++;
      }
    }
  }

  private void opened(int from, String directive) {
    Matcher kept = KEPT.matcher(directive);
    if (kept.matches()) {
      open(new Open(kept.group("word"), from, true));
    } else if (CONDITION.matcher(directive).matches()) {
      open(new Open("if", from, namePolicy(directive)));
    } else if (BRANCH.matcher(directive).matches() && !open.isEmpty() && open.peek().word().equals("if") && namePolicy(directive)) {
      Open condition = open.pop();
      hidden -= condition.hidden() ? 1 : 0;
      open(new Open("if", condition.from(), true));
    }
  }

  private void open(Open directive) {
    open.push(directive);
    hidden += directive.hidden() ? 1 : 0;
  }

  private void closed(String directive, int at) {
    Open last = open.peek();
    if (last == null || !directive.strip().equals(last.word() + ">")) {
      return;
    }
    open.pop();
    if (last.hidden() && --hidden == 0) {
      Arrays.fill(printed, last.from(), at, ' ');
    }
  }

  private int after(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  /// Shows an expression up to what ends it; brackets and quotes within it are passed over.
  private int expression(int from, char end) {
    int depth = 0;
    char quote = 0;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quote == 0 && text.startsWith(COMMENT, at)) {
        at = after("-->", at + COMMENT.length());
        continue;
      }
      shown[at++] = c;
      if (quote != 0) {
        if (c == '\\' && at < text.length()) {
          shown[at] = text.charAt(at);
          at++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == end && depth == 0) {
        return at;
      } else if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      }
    }
    return at;
  }
}
