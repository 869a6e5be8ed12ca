package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks that every element is closed where it was opened, without a parser that would forgive.
final class Balance {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:\\s[^<>]*)?)>");
  private static final Set<String> EMPTY = Set.of("br", "hr", "img", "input", "col", "wbr");

  private Balance() {}

  static void check(String html, String from) {
    Deque<String> open = new ArrayDeque<>();
    Matcher matcher = TAG.matcher(html);
    int end = 0;
    while (matcher.find()) {
      assertFalse(html.substring(end, matcher.start()).contains("<"), () -> from + "\n" + html);
      end = matcher.end();
      String name = matcher.group(2);
      if (EMPTY.contains(name)) {
        continue;
      }
      if (matcher.group(1).isEmpty()) {
        open.push(name);
      } else {
        assertEquals(open.poll(), name, () -> from + "\n" + html);
      }
    }
    assertFalse(html.substring(end).contains("<"), from + "\n" + html);
    assertEquals(new ArrayDeque<>().toString(), open.toString(), from + "\n" + html);
  }
}
