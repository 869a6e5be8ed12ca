package dev.assay.frontmatter;

import dev.assay.problem.SourceText;
import java.util.regex.Pattern;

/// Where the head of a note begins and ends.
///
/// A head stands at the top, blank lines aside: YAML from `---` to `---`, TOML from `+++` to `+++`, or JSON that
/// begins with `{` and a quoted key or a closing brace. A `---` at the top may also be a thematic break: it is one
/// when a blank line or the end follows, or when nothing closes it and what follows is not a key.
sealed interface Fence {
  /// There is no head.
  record None() implements Fence {}

  /// A head between two lines of marks.
  ///
  /// @param from where the head's own lines begin
  /// @param to   where the closing line begins
  /// @param body where the line after it begins
  record Closed(Format format, int from, int to, int body) implements Fence {}

  /// A head whose closing line is missing.
  ///
  /// @param mark where the opening line begins
  /// @param from where the head's own lines begin
  record Open(Format format, int mark, int from) implements Fence {}

  /// JSON from an offset on; only reading it shows where it ends.
  record Json(int from) implements Fence {}

  Pattern KEY = Pattern.compile("\\s*(?:[\\p{L}\\p{N}_][\\p{L}\\p{N}_ .-]*|\"[^\"]*\"|'[^']*')\\s*:(?:\\s.*)?");
  Pattern JSON = Pattern.compile("\\{\\s*[\"}].*", Pattern.DOTALL);

  static Fence of(SourceText text) {
    int line = 1;
    while (line < text.lines() && text.line(line).isBlank()) {
      line++;
    }
    String first = text.line(line).stripTrailing();
    return switch (first) {
      case "---" -> marked(text, line, Format.YAML);
      case "+++" -> marked(text, line, Format.TOML);
      default -> json(text, line, first);
    };
  }

  private static Fence json(SourceText text, int line, String first) {
    if (!first.startsWith("{")) {
      return new None();
    }
    int from = text.lineStart(line);
    String rest = text.text().substring(from, Math.min(text.text().length(), from + 1000));
    return JSON.matcher(rest).matches() ? new Json(from) : new None();
  }

  private static Fence marked(SourceText text, int line, Format format) {
    String mark = format == Format.YAML ? "---" : "+++";
    boolean beginsAtOnce = line < text.lines() && !text.line(line + 1).isBlank();
    boolean looksLikeKeys = looksLikeKeys(text, line + 1);
    if (format == Format.YAML && !beginsAtOnce && !looksLikeKeys) {
      return new None();
    }
    int from = line < text.lines() ? text.lineStart(line + 1) : text.text().length();
    for (int i = line + 1; i <= text.lines(); i++) {
      if (text.line(i).stripTrailing().equals(mark)) {
        int body = i < text.lines() ? text.lineStart(i + 1) : text.text().length();
        return new Closed(format, from, text.lineStart(i), body);
      }
    }
    boolean isHead = format == Format.TOML || looksLikeKeys;
    return isHead ? new Open(format, text.lineStart(line), from) : new None();
  }

  private static boolean looksLikeKeys(SourceText text, int line) {
    for (int i = line; i <= text.lines(); i++) {
      String content = text.line(i);
      if (!content.isBlank() && !content.stripLeading().startsWith("#")) {
        return KEY.matcher(content).matches();
      }
    }
    return false;
  }
}
