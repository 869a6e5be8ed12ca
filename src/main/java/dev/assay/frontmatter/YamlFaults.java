package dev.assay.frontmatter;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;

/// Says in plain words what a YAML parser means.
final class YamlFaults {
  private static final Pattern KEY_LINE = Pattern.compile("^\\s*(?:- )?\\s*([^\\s:#'\"][^:#'\"]*):\\s+(\\S.*?)\\s*$");

  private YamlFaults() {}

  /// The first character that YAML forbids, if there is one.
  static Optional<Problem> control(Fragment fragment) {
    String text = fragment.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fine = (c >= 0x20 && c <= 0x7e) || c == '\n' || c == '\t' || c == '\r' || c == 0x85 || (c >= 0xA0 && c < 0xD800)
          || (c >= 0xE000 && c < 0xFFFE);
      if (!fine && Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        fine = true;
      }
      if (!fine) {
        String name = String.format(Locale.ROOT, "U+%04X", (int) c);
        return Optional.of(fragment.error(i, "the control character " + name + " cannot stand here", "remove it"));
      }
    }
    return Optional.empty();
  }

  /// The problem of an anchor, alias or tag that begins at an offset.
  static Optional<Problem> property(Fragment fragment, int start) {
    char first = fragment.text().charAt(start);
    int end = wordEnd(fragment.text(), start);
    String word = Found.cut(fragment.text().substring(start, end));
    return switch (first) {
      case '&' -> Optional.of(
          fragment.error(Code.YAML_ANCHOR, start, end, "the anchor '" + word + "' is not used here", "write the value out where it is needed"));
      case '*' -> Optional.of(
          fragment.error(Code.YAML_ANCHOR, start, end, "the alias '" + word + "' is not used here", "write the value out, or put it in quotes if the '*' is part of it"));
      case '!' -> Optional.of(
          fragment.error(start, end, "the tag '" + word + "' is not used here", "remove it, or put the value in quotes if the '!' is part of it"));
      default -> Optional.empty();
    };
  }

  static Problem merge(Fragment fragment, int start) {
    return fragment.error(Code.YAML_ANCHOR, start, start + 2, "the merge key '<<' is not used here", "write the keys out");
  }

  private static int wordEnd(String text, int start) {
    int end = start + 1;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && ",[]{}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /// The problem behind an exception.
  static Problem problem(Fragment fragment, JacksonException e) {
    if (e.getCause() instanceof MarkedYamlEngineException marked) {
      int at = marked.getProblemMark().map(mark -> offset(fragment, mark)).orElse(0);
      int context = marked.getContextMark().map(mark -> offset(fragment, mark)).orElse(at);
      return problem(fragment, marked.getProblem(), at, context);
    }
    var location = e.getLocation();
    int at = location == null ? 0 : fragment.offset(location.getLineNr() - 1, Math.max(0, location.getColumnNr() - 2));
    String message = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
    return message.startsWith("Expected a property name") ? notAKey(fragment, at) : unreadable(fragment, at);
  }

  private static int offset(Fragment fragment, Mark mark) {
    return fragment.offset(mark.getLine(), mark.getColumn());
  }

  private static Problem notAKey(Fragment fragment, int at) {
    String line = fragment.lineAt(at);
    int start = fragment.lineStartAt(at) + (line.length() - line.stripLeading().length());
    if (line.stripLeading().startsWith("*") || line.stripLeading().startsWith("&")) {
      return property(fragment, start).orElseGet(() -> unreadable(fragment, start));
    }
    return fragment.error(start, "a key here is not a word", "write 'key: value', with the key as plain or quoted text");
  }

  private static Problem unreadable(Fragment fragment, int at) {
    return fragment.error(at, "this cannot be read as YAML", "write 'key: value', and put text with unusual characters in quotes");
  }

  private static Problem problem(Fragment fragment, String problem, int at, int context) {
    if (problem.startsWith("mapping values are not allowed")) {
      return colon(fragment, at);
    }
    if (problem.contains("(TAB)") || problem.contains("'\\t'") || problem.contains("\\t ")) {
      return fragment.error(at, "a tab stands here where YAML needs spaces", "replace the tab with spaces");
    }
    if (problem.startsWith("found character") && problem.contains("cannot start any token")) {
      String c = at < fragment.text().length() ? fragment.text().substring(at, fragment.text().offsetByCodePoints(at, 1)) : "";
      return fragment.error(at, "a value cannot begin with '" + c + "'", "put the value in quotes");
    }
    if (problem.contains("unexpected end of stream")) {
      return fragment.error(context, "the quotation mark that opens here is never closed", "close it at the end of the value");
    }
    if (problem.startsWith("found unknown escape character") || problem.startsWith("expected escape sequence")) {
      return fragment.error(
          Math.max(0, at - 1), at + 1, "the backslash here begins no escape that YAML knows", "use single quotes, or double the backslash");
    }
    if (problem.contains("',' or ']'")) {
      return fragment.error(context, "the list that opens here is never closed, or a comma is missing in it", "separate its items with ',' and close it with ']'");
    }
    if (problem.contains("',' or '}'")) {
      return fragment.error(context, "the mapping that opens here is never closed, or a comma is missing in it", "separate its entries with ',' and close it with '}'");
    }
    return layout(fragment, problem, at, context);
  }

  private static Problem layout(Fragment fragment, String problem, int at, int context) {
    if (problem.startsWith("could not find expected ':'")) {
      return fragment.error(context, "this line is not 'key: value'", "write a colon and a space after the key");
    }
    if (problem.startsWith("block sequence entries are not allowed") || problem.startsWith("sequence entries are not allowed")) {
      return fragment.error(at, "a list cannot begin with '-' on the line of its key", "put each item on a line of its own, or write [a, b]");
    }
    if (problem.contains("<block end>")) {
      int indent = fragment.lineStartAt(at) + fragment.lineAt(at).length() - fragment.lineAt(at).stripLeading().length();
      if (at > indent) {
        return fragment.error(at, "text stands here behind the end of a value", "put the whole value in quotes, or nothing of it");
      }
      return fragment.error(at, "the indentation of this line fits nothing above it", "align it with the line it belongs to");
    }
    if (problem.contains("chomping or indentation") || problem.contains("expected a comment or a line break")) {
      return fragment.error(at, "after '|' or '>' the text begins on the next line", "move the text to the next line and indent it");
    }
    if (problem.contains("<document start>")) {
      return fragment.error(at, "this stands outside the keys and values", "indent it like the other keys, or remove it");
    }
    return unreadable(fragment, at);
  }

  private static Problem colon(Fragment fragment, int at) {
    Matcher line = KEY_LINE.matcher(fragment.lineAt(at));
    boolean sameLine = line.matches() && at >= fragment.lineStartAt(at) + line.start(2);
    if (sameLine) {
      String value = line.group(2);
      String quote = value.indexOf('"') >= 0 || value.indexOf('\\') >= 0 ? "'" : "\"";
      String hint = value.contains(quote) ? "put the value in quotes" : "put the value in quotes: " + line.group(1) + ": " + quote + value + quote;
      return fragment.error(at, "the colon here would begin a second value on the line", hint);
    }
    int start = fragment.lineStartAt(at);
    String text = fragment.lineAt(at);
    int indent = text.length() - text.stripLeading().length();
    int above = fragment.text().substring(0, start).stripTrailing().length();
    if (indent == 0 && above > 0) {
      int from = fragment.lineStartAt(above - 1);
      return fragment.error(from, above, "this line is not 'key: value'", "write a colon and a space after the key");
    }
    return fragment.error(
        start + indent, at, "a key cannot stand here, inside the value above it", "check the indentation of this line, or put the value above in quotes");
  }
}
