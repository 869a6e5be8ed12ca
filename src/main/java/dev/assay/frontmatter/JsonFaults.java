package dev.assay.frontmatter;

import dev.assay.problem.Problem;
import java.util.Locale;
import tools.jackson.core.JacksonException;

/// Says in plain words what a JSON parser means.
final class JsonFaults {
  private JsonFaults() {}

  /// Whether a parser wanted more than there was.
  static boolean isCutOff(JacksonException e) {
    return message(e).toLowerCase(Locale.ROOT).contains("end-of-input");
  }

  private static String message(JacksonException e) {
    return e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
  }

  static Problem problem(Fragment fragment, JacksonException e) {
    var location = e.getLocation();
    long offset = location == null ? 0 : location.getCharOffset();
    String text = fragment.text();
    int at = (int) Math.clamp(offset, 0L, text.length());
    String message = message(e);
    if (isCutOff(e)) {
      return fragment.error(Math.max(0, text.stripTrailing().length() - 1), text.length(), "the text ends before the JSON value does", "close every '{', '[' and '\"'");
    }
    if (message.startsWith("Unrecognized token")) {
      int start = wordStart(text, at);
      String word = text.substring(start, wordEnd(text, start));
      return fragment.error(start, start + Math.max(1, word.length()), "'" + word + "' is not a JSON value", "put text in double quotes; true, false, null and numbers stand bare");
    }
    if (message.startsWith("Illegal unquoted character")) {
      return fragment.error(at, "a text in quotes is not closed on its line", "close it with '\"', and write a line break in it as \\n");
    }
    if (message.startsWith("Unrecognized character escape")) {
      return fragment.error(at, "the backslash here begins no escape that JSON knows", "double the backslash");
    }
    return unexpected(fragment, message, at);
  }

  private static Problem unexpected(Fragment fragment, String message, int at) {
    String text = fragment.text();
    String found = at < text.length() ? text.substring(at, text.offsetByCodePoints(at, 1)) : "";
    if (message.contains("to start property name") || (message.contains("expected a valid value") && "]}".contains(found))) {
      return "}]".contains(found)
          ? fragment.error(at, "a comma stands before the closing '" + found + "'", "remove the comma")
          : fragment.error(at, "a key must stand in double quotes", "write \"key\": value");
    }
    if (message.startsWith("Unexpected close marker")) {
      return fragment.error(at, "'" + found + "' closes what was opened with another bracket", "close '[' with ']' and '{' with '}'");
    }
    if (message.startsWith("Invalid numeric value")) {
      return fragment.error(at, "this is not a number that JSON knows", "write it like 12, -0.5 or 3e8, or put it in quotes if it is text");
    }
    if (message.contains("expecting comma")) {
      return fragment.error(at, "a comma is missing before this", "separate the entries with ','");
    }
    if (message.contains("expecting a colon")) {
      return fragment.error(at, "a colon is missing before this", "write \"key\": value");
    }
    return fragment.error(at, "this cannot be read as JSON", "compare it with {\"key\": \"value\", \"list\": [1, 2]}");
  }

  private static int wordStart(String text, int at) {
    int start = at;
    while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int wordEnd(String text, int at) {
    int end = at;
    while (end < text.length() && end < at + 40 && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
