package dev.assay.edit;

import dev.assay.frontmatter.Format;
import java.util.List;
import java.util.Optional;

/// A list or mapping in brackets: where it ends, and where one more item fits in.
///
/// @param open    where the bracket opens
/// @param close   where it closes
/// @param last    the offset behind the last sign inside that is neither white space nor a comment
/// @param comma   whether that sign is a comma
/// @param comment whether a comment stands behind it, so that a new item needs a line of its own
record Flow(int open, int close, int last, boolean comma, boolean comment) {
  /// Reads from an opening bracket to the one that closes it; empty when none does.
  static Optional<Flow> at(Format format, String text, int open) {
    Scan scan = new Scan(format, text, open);
    return scan.run();
  }

  boolean isEmpty() {
    return last == open + 1;
  }

  /// The changes that put one more item at the end.
  List<Change> with(HeadText head, String item) {
    String text = head.text();
    if (isEmpty()) {
      return List.of(comment ? Change.insert(last, item) : new Change(last, close, item));
    }
    int first = open + 1;
    while (Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    boolean lines = head.source().lineOf(open) < head.source().lineOf(first) || comment;
    String comma = this.comma ? "" : ",";
    if (!lines) {
      return List.of(Change.insert(last, comma + " " + item));
    }
    int line = head.source().lineOf(last - 1);
    String indent = head.indentAt(line > head.source().lineOf(open) ? last - 1 : first);
    int lineEnd = head.source().lineStart(line) + head.source().line(line).length();
    String added = head.eol() + indent + item + (this.comma ? "," : "");
    boolean closesThere = close < lineEnd;
    return closesThere
        ? List.of(Change.insert(last, comma + added))
        : List.of(Change.insert(last, comma), Change.insert(lineEnd, added));
  }

  /// One way through brackets, strings and comments.
  private static final class Scan {
    private final Format format;
    private final String text;
    private final int open;
    private int at;
    private int last;
    private boolean commentBehind;

    Scan(Format format, String text, int open) {
      this.format = format;
      this.text = text;
      this.open = open;
      this.at = open + 1;
      this.last = at;
    }

    Optional<Flow> run() {
      int depth = 1;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (isComment(c)) {
          commentBehind = true;
          while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
          }
          continue;
        }
        if (Character.isWhitespace(c)) {
          at++;
          continue;
        }
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        if (depth == 0) {
          return Optional.of(new Flow(open, at, last, last > open + 1 && text.charAt(last - 1) == ',', commentBehind));
        }
        at = isQuote(c) ? stringEnd(c) : at + 1;
        last = at;
        commentBehind = false;
      }
      return Optional.empty();
    }

    private boolean isComment(char c) {
      return c == '#'
          && switch (format) {
            case YAML -> Character.isWhitespace(text.charAt(at - 1));
            case TOML -> true;
            case JSON -> false;
          };
    }

    /// In YAML a quotation mark inside a word is part of the word.
    private boolean isQuote(char c) {
      return switch (format) {
        case JSON -> c == '"';
        case TOML -> c == '"' || c == '\'';
        case YAML -> (c == '"' || c == '\'') && "[{,:".indexOf(text.charAt(last - 1)) >= 0;
      };
    }

    private int stringEnd(char quote) {
      String three = String.valueOf(quote).repeat(3);
      boolean lines = format == Format.TOML && text.startsWith(three, at);
      boolean escapes = quote == '"';
      int i = at + (lines ? 3 : 1);
      while (i < text.length()) {
        if (escapes && text.charAt(i) == '\\') {
          i += 2;
        } else if (lines ? text.startsWith(three, i) : text.charAt(i) == quote) {
          return i + (lines ? 3 : 1);
        } else {
          i++;
        }
      }
      return text.length();
    }
  }
}
