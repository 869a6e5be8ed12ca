package dev.assay.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a spreadsheet would compute a field rather than show it.
///
/// What begins with `=` is computed. What begins with `+`, `-` or `@` may be: a sign before a number is a number, with its unit and its error
/// in parentheses, until an operator stands before another operand; a sign before white space begins words; `@` before letters is a name.
/// None of these calls a function, reads a cell or starts a program. In doubt a field counts as computed: the apostrophe costs little.
final class Computed {
  private static final Pattern NUMBER =
      Pattern.compile("\\p{Sc}?\\s*\\.?\\d[\\d.,'_\\u00a0\\u2009\\u202f]*+(?:[eE][+-]?\\d++(?!\\p{L}))?+");

  /// A cell by its column and row, in either of the ways a spreadsheet counts them.
  private static final Pattern CELL =
      Pattern.compile("\\$?[A-Za-z]{1,3}\\$?\\d{1,7}(?![\\p{L}\\d])|[Rr]\\d{1,7}[Cc]\\d{1,5}(?![\\p{L}\\d])");

  private final String text;
  private final boolean numeric;

  private Computed(String text, boolean numeric) {
    this.text = text;
    this.numeric = numeric;
  }

  static boolean isComputed(String field) {
    int start = 0;
    while (start < field.length() && isPassedOver(field.charAt(start))) {
      start++;
    }
    if (start == field.length() || "=+-@".indexOf(narrow(field.charAt(start))) < 0) {
      return false;
    }
    String text = narrowed(field.substring(start));
    return switch (text.charAt(0)) {
      case '+', '-' -> isSum(text.substring(1));
      case '@' -> isNamed(text.substring(1));
      default -> true;
    };
  }

  /// What stands behind a sign.
  private static boolean isSum(String rest) {
    String text = rest.strip();
    Matcher number = NUMBER.matcher(text);
    if (number.lookingAt()) {
      return new Computed(text.substring(number.end()), true).operates();
    }
    boolean words = text.isEmpty() || text.length() < rest.stripTrailing().length();
    return !words || isCell(text, operand(text, 0)) || new Computed(text, false).operates();
  }

  /// What stands behind `@`.
  private static boolean isNamed(String rest) {
    boolean name = rest.isBlank() || Character.isLetter(rest.codePointAt(0));
    return !name || isCell(rest, 0) || new Computed(rest, false).operates();
  }

  private boolean operates() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("([".indexOf(c) >= 0 ? isCall(i) : "+-*/^&=<>!:|#".indexOf(c) >= 0 && isOperator(i)) {
        return true;
      }
    }
    return false;
  }

  /// A bracket right behind a name. Spreadsheets pass over white space between the two, so what only an argument can be counts there too.
  private boolean isCall(int bracket) {
    int i = bracket - 1;
    boolean letter = false;
    while (i >= 0 && isOfName(text.charAt(i))) {
      letter |= !Character.isDigit(text.charAt(i)) && text.charAt(i) != '.';
      i--;
    }
    if (letter || numeric) {
      return letter;
    }
    int first = bracket + 1;
    while (first < text.length() && isPassedOver(text.charAt(first))) {
      first++;
    }
    return first < text.length() && ("\"'$".indexOf(text.charAt(first)) >= 0 || isCell(text, first));
  }

  private boolean isOperator(int at) {
    int next = at + 1;
    while (next < text.length() && isPassedOver(text.charAt(next))) {
      next++;
    }
    if (next == text.length() || !isOperand(text.charAt(next))) {
      return false;
    }
    return switch (text.charAt(at)) {
      case '/' -> !isJoint(at);
      case '-' -> !isJoint(at) && !isSign(at);
      case '+' -> !isSign(at);
      case ':', '!' -> next == at + 1 || lettersBefore(at) <= 3 || isCell(text, next);
      default -> true;
    };
  }

  /// Within a unit such as `GB/s` or a word such as `year-end`: letters on both sides that name no cell and no function.
  private boolean isJoint(int at) {
    int end = at + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean open = end < text.length() && (Character.isDigit(text.charAt(end)) || "_$([".indexOf(text.charAt(end)) >= 0);
    return lettersBefore(at) > 0 && end > at + 1 && !open;
  }

  /// The sign of a number in a list or behind a word, as in `-0.4 [-0.6, -0.2]` and `-5 to -3`.
  private boolean isSign(int at) {
    int before = at - 1;
    while (before >= 0 && isPassedOver(text.charAt(before))) {
      before--;
    }
    boolean listed = before >= 0 && ("([,;".indexOf(text.charAt(before)) >= 0 || (before < at - 1 && Character.isLetter(text.charAt(before))));
    return numeric && listed && (Character.isDigit(text.charAt(at + 1)) || text.charAt(at + 1) == '.');
  }

  /// How many letters, up to four, stand right before: a column has at most three.
  private int lettersBefore(int at) {
    int count = 0;
    while (count < 4 && at - count > 0 && Character.isLetter(text.charAt(at - count - 1))) {
      count++;
    }
    return count;
  }

  private static int operand(String text, int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == '(' || isPassedOver(text.charAt(i)))) {
      i++;
    }
    return i;
  }

  private static boolean isCell(String text, int at) {
    return CELL.matcher(text).region(at, text.length()).lookingAt();
  }

  private static boolean isOperand(char c) {
    return isOfName(c) || "'\"$([{@\\".indexOf(c) >= 0 || Character.isSurrogate(c);
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }

  private static boolean isPassedOver(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  /// The wide forms of East Asian keyboards, which spreadsheets read as the narrow ones.
  private static String narrowed(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    text.chars().forEach(c -> narrow.append(narrow((char) c)));
    return narrow.toString();
  }

  private static char narrow(char c) {
    return c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
  }
}
