package dev.assay.template;

import java.util.Arrays;

/// What of a template is program: its directives and interpolations. Everything else, comments in them too, is blanked out,
/// so that what is found stands where it does in the template, and words of its text are never taken for code.
final class Expressions {
  private static final String COMMENT = "<#--";
  private static final String NOPARSE = "<#noparse>";

  private final String text;
  private final char[] shown;
  private final char[] printed;

  private Expressions(String text) {
    this.text = text;
    this.shown = new char[text.length()];
    this.printed = text.toCharArray();
    Arrays.fill(shown, ' ');
  }

  /// What of a template is printed as it stands, in a text of the same length: comments and directives are blank.
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
      } else if (text.startsWith("</#", at) || text.startsWith("</@", at)) {
        at = after(">", at);
        Arrays.fill(printed, from, at, ' ');
      } else {
        at++;
      }
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
