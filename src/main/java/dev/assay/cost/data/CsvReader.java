package dev.assay.cost.data;

import dev.assay.cost.data.Csv.Cell;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.List;

/// The scanner behind [Csv]: quotes, doubled quotes, line ends inside quotes, LF, CR LF or CR.
final class CsvReader {
  private final SourceText source;
  private final String text;
  private final List<Problem> problems = new ArrayList<>();
  private int at;

  CsvReader(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  Csv read() {
    List<List<Cell>> rows = new ArrayList<>();
    if (text.startsWith("\ufeff")) {
      at = 1;
    }
    while (at < text.length()) {
      List<Cell> row = row();
      boolean empty = row.size() == 1 && row.getFirst().isBlank();
      if (!empty) {
        rows.add(row);
      }
    }
    return Csv.of(source, rows, problems);
  }

  private List<Cell> row() {
    List<Cell> cells = new ArrayList<>();
    while (true) {
      cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
      if (at >= text.length()) {
        return cells;
      }
      char end = text.charAt(at++);
      if (end != ',') {
        if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        return cells;
      }
    }
  }

  private Cell plain() {
    int start = at;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    return new Cell(text.substring(start, at), source.place(start, Math.max(start + 1, at)));
  }

  private Cell quoted() {
    int start = at++;
    StringBuilder content = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        content.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        content.append('"');
        at++;
      } else {
        return afterQuote(start, content);
      }
    }
    problems.add(source.error(Code.DATA_SYNTAX, start, start + 1, "a quote that is not closed", "add a double quote"));
    return new Cell(content.toString(), source.place(start, at));
  }

  private Cell afterQuote(int start, StringBuilder content) {
    int junk = at;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    if (at > junk && !text.substring(junk, at).isBlank()) {
      problems.add(
          source.error(
              Code.DATA_SYNTAX, junk, at, "text after a closing quote", "double a quote that belongs to the text"));
    }
    return new Cell(content.toString(), source.place(start, at));
  }

  private static boolean isEnd(char c) {
    return c == ',' || c == '\n' || c == '\r';
  }
}
