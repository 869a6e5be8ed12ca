package dev.assay.frontmatter;

import dev.assay.problem.Problem;

/// Says in plain words what a TOML parser means.
final class TomlFaults {
  private static final String KEY_HINT = "write key = \"value\", with a key of letters, digits, '-' and '_' or in quotes";

  private TomlFaults() {}

  static Problem problem(Fragment fragment, TomlText text, int at, String message) {
    if (message.startsWith("Invalid escape") || message.startsWith("Invalid unicode escape")) {
      return fragment.error(at, at + 2, "the backslash here begins no escape that TOML knows", "use single quotes, or double the backslash");
    }
    if (message.startsWith("Invalid ") || message.contains("expected a date/time")) {
      int start = valueOnLine(fragment, text, at);
      return fragment.error(start, text.end(start), "there is no such date or time", "write it like 2026-05-30 or 2026-05-30T09:00:00+09:00");
    }
    if (message.endsWith("is too large")) {
      return fragment.error(at, text.end(at), "this number is too large", "put it in quotes if it is text");
    }
    return unexpected(fragment, at, message);
  }

  private static int valueOnLine(Fragment fragment, TomlText text, int at) {
    var parts = text.key(fragment.lineStartAt(at));
    int value = parts.isEmpty() ? -1 : text.valueAfter(parts.getLast().end());
    return value < 0 ? at : value;
  }

  private static Problem unexpected(Fragment fragment, int at, String message) {
    // 'Unexpected X, expected Y': only Y tells what is wrong.
    String expected = message.substring(message.lastIndexOf(", expected ") + 2);
    if (expected.equals("expected =")) {
      return fragment.error(at, at + 1, "an '=' is missing before this", KEY_HINT);
    }
    if (expected.contains("a number, a boolean, a date/time")) {
      return fragment.error(at, at + 1, "a value is missing or not in quotes here", "put text in quotes; true, false, numbers and dates stand bare");
    }
    if (expected.contains("expected a-z, A-Z")) {
      return fragment.error(at, at + 1, "this is not a key", KEY_HINT);
    }
    if (expected.startsWith("expected \"") || expected.startsWith("expected '")) {
      return fragment.error(at, at + 1, "a text in quotes is not closed before this", "close it with the mark that opened it");
    }
    if (expected.contains("expected ]") || expected.contains("expected }") || expected.contains("or ]")) {
      return fragment.error(at, at + 1, "a list or mapping is not closed, or a comma is missing in it", "separate its items with ','");
    }
    if (expected.contains("expected a newline")) {
      return fragment.error(at, at + 1, "text stands here behind the end of a value", "put text in quotes, and each key on a line of its own");
    }
    return fragment.error(at, at + 1, "this cannot be read as TOML", "write key = \"value\", one to a line");
  }
}
