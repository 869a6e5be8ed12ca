package dev.assay.importer.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the code of a Markdown text stands: between fences, and on a line between backticks.
final class Fences {
  private static final Pattern MORE = Pattern.compile("<!--\\s*more\\s*-->");

  private static final Pattern BRACES = Pattern.compile("(?<=[^`\\s]`)\\{(?=\\s*[.#][^{}\\n]{0,200}\\})");

  private record Range(int from, int to) {}

  private final String text;
  private final List<Range> ranges = new ArrayList<>();
  private final List<Range> spans = new ArrayList<>();
  private Range line = new Range(-1, -1);

  Fences(String text) {
    this.text = text;
    int at = 0;
    int open = -1;
    String mark = "";
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      String line = text.substring(at, end).strip().replaceFirst("^(?:[>*+-] +|[0-9]+[.)] +)+", "");
      String run = run(line);
      if (open < 0 && !run.isEmpty() && line.indexOf('`', run.length()) < 0) {
        open = at;
        mark = run;
      } else if (open >= 0 && run.startsWith(mark) && line.substring(run.length()).isBlank()) {
        ranges.add(new Range(open, end));
        open = -1;
      }
      at = end + 1;
    }
    if (open >= 0) {
      ranges.add(new Range(open, text.length()));
    }
  }

  /// Three or more backticks or tildes at the beginning of a line; empty when there are none.
  private static String run(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) == line.charAt(0) && (line.charAt(0) == '`' || line.charAt(0) == '~')) {
      end++;
    }
    return end >= 3 ? line.substring(0, end) : "";
  }

  /// A text without the signs that end its summary, but for those that are code.
  static String withoutMore(String text) {
    Matcher more = MORE.matcher(text);
    if (!more.find()) {
      return text;
    }
    Fences fences = new Fences(text);
    return more.replaceAll(found -> fences.isCode(found.start()) ? Matcher.quoteReplacement(found.group()) : "");
  }

  /// A text in which braces behind code are no attributes, because for Hugo and Zola they are text.
  static String withPlainBraces(String text) {
    Matcher braces = BRACES.matcher(text);
    if (!braces.find()) {
      return text;
    }
    Fences fences = new Fences(text);
    return braces.replaceAll(found -> fences.isFenced(found.start()) ? "{" : "\\\\{");
  }

  boolean isFenced(int offset) {
    return isIn(ranges, offset);
  }

  private static boolean isIn(List<Range> ranges, int offset) {
    int low = 0;
    int high = ranges.size() - 1;
    while (low <= high) {
      int middle = (low + high) / 2;
      Range range = ranges.get(middle);
      if (offset < range.from) {
        high = middle - 1;
      } else if (offset >= range.to) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /// Whether an offset stands in code of either kind.
  boolean isCode(int offset) {
    if (isFenced(offset)) {
      return true;
    }
    if (offset <= line.from || offset > line.to) {
      line = line(offset);
    }
    return isIn(spans, offset - 1);
  }

  /// The line of an offset, from the line end before it to its own, after which its code is known. Many ask of one line, which may be
  /// the whole text.
  private Range line(int offset) {
    int before = text.lastIndexOf('\n', offset - 1);
    int end = text.indexOf('\n', offset);
    String words = text.substring(before + 1, end < 0 ? text.length() : end);
    spans.clear();
    int at = words.indexOf('`');
    while (at >= 0) {
      int run = at;
      while (run < words.length() && words.charAt(run) == '`') {
        run++;
      }
      String ticks = words.substring(at, run);
      int close = words.indexOf(ticks, run);
      if (close >= 0) {
        spans.add(new Range(before + 1 + at, before + 1 + close));
      }
      at = words.indexOf('`', close >= 0 ? close + ticks.length() : run);
    }
    return new Range(before, before + 1 + words.length());
  }
}
