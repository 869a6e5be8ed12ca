package dev.assay.syntax;

import java.util.List;
import java.util.Optional;

/// Reads what is told apart by how its lines begin: changes, Markdown, sessions at a terminal.
final class LineReader {
  /// Marks in longer lines are not paired: an open one looks for its end on the whole line.
  private static final int LONGEST = 1000;

  private LineReader() {}

  @FunctionalInterface
  private interface Line {
    /// Adds what a line holds.
    void read(String line, int from, Tokens out);
  }

  static Reader changes() {
    return text -> lines(text, LineReader::change);
  }

  private static List<Token> lines(String text, Line each) {
    Tokens out = new Tokens();
    int line = 0;
    while (line < text.length()) {
      int newline = text.indexOf('\n', line);
      int end = newline < 0 ? text.length() : newline;
      if (end > line) {
        each.read(text.substring(line, end), line, out);
      }
      line = end + 1;
    }
    return out.list();
  }

  private static void change(String line, int from, Tokens out) {
    Optional<Sort> sort =
        switch (line.charAt(0)) {
          case '+' -> Optional.of(line.startsWith("+++ ") ? Sort.HEADING : Sort.ADDED);
          case '-' -> Optional.of(line.startsWith("--- ") ? Sort.HEADING : Sort.REMOVED);
          case '@' -> Optional.of(Sort.META);
          case '!', '>' -> Optional.of(Sort.ADDED);
          case '<' -> Optional.of(Sort.REMOVED);
          case 'd', 'i', 'I', 'n', 'o', 's', 'r' ->
              line.matches("(?:diff|index|Index:|new file|old mode|deleted|similarity|rename) .*") ? Optional.of(Sort.HEADING) : Optional.empty();
          default -> Optional.empty();
        };
    sort.ifPresent(found -> out.add(found, from, from + line.length()));
  }

  /// Commands behind their prompts; what they answer is plain.
  static Reader session(Reader shell) {
    return text -> lines(text, (line, from, out) -> {
      int end = prompt(line);
      if (end > 0) {
        out.add(Sort.META, from, from + end);
        out.addAll(shell.read(line.substring(end)), from + end);
      }
    });
  }

  private static int prompt(String line) {
    int at = 0;
    while (at < line.length() && at < 60 && "$#%>".indexOf(line.charAt(at)) < 0) {
      at++;
    }
    boolean host = at == 0 || line.substring(0, Math.min(at, line.length())).matches("[\\w.-]+@?[\\w.-]*[:\\s]?\\S*\\s?|PS .*|[A-Z]:\\\\.*|\\(.*\\) ?");
    boolean prompt = host && at + 1 < line.length() && "$#%>".indexOf(line.charAt(at)) >= 0 && line.charAt(at + 1) == ' ';
    return prompt ? at + 1 : 0;
  }

  static Reader markdown() {
    return text -> {
      boolean[] code = {false};
      return lines(text, (line, from, out) -> markdown(line, from, out, code));
    };
  }

  private static void markdown(String line, int from, Tokens out, boolean[] code) {
    String written = line.strip();
    int at = line.length() - line.stripLeading().length();
    if (written.startsWith("```") || written.startsWith("~~~")) {
      code[0] = !code[0];
      out.add(Sort.META, from + at, from + line.length());
    } else if (code[0]) {
      out.add(Sort.STRING, from, from + line.length());
    } else if (written.startsWith("#")) {
      out.add(Sort.HEADING, from + at, from + line.length());
    } else if (written.startsWith(">")) {
      out.add(Sort.COMMENT, from + at, from + line.length());
    } else {
      int mark = written.matches("(?:[-*+]|[0-9]{1,9}[.)]) .*") ? written.indexOf(' ') : 0;
      out.add(Sort.KEYWORD, from + at, from + at + mark);
      spans(line, at + mark, from, out);
    }
  }

  private static void spans(String line, int start, int from, Tokens out) {
    int at = line.length() > LONGEST ? line.length() : start;
    while (at < line.length()) {
      char c = line.charAt(at);
      int end = switch (c) {
        case '`' -> line.indexOf('`', at + 1);
        case '[' -> line.indexOf(']', at);
        case '*' -> line.startsWith("**", at) ? line.indexOf("**", at + 2) : -1;
        default -> -1;
      };
      if (end < 0) {
        at++;
        continue;
      }
      int to = end + (c == '*' ? 2 : 1);
      out.add(c == '`' ? Sort.STRING : c == '[' ? Sort.NAME : Sort.KEYWORD, from + at, from + to);
      at = to;
    }
  }
}
