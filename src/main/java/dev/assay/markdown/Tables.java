package dev.assay.markdown;

import java.util.ArrayList;
import java.util.List;

/// Finds a table in a paragraph: a line of cells, a line of dashes with as many, and the lines below.
final class Tables {
  private static final int MOST_COLUMNS = 200;

  private Tables() {}

  /// Adds a paragraph, or what stands before a table and the table.
  static void split(Prose prose, int offset, List<Block> out) {
    String text = prose.text();
    int lineStart = 0;
    int headStart = -1;
    while (lineStart <= text.length()) {
      int newline = text.indexOf('\n', lineStart);
      int lineEnd = newline < 0 ? text.length() : newline;
      if (headStart >= 0 && isDelimiterRow(text, lineStart, lineEnd)) {
        List<Block.Align> aligns = aligns(text.substring(lineStart, lineEnd));
        List<Prose> head = cells(prose, headStart, lineStart - 1);
        if (head.size() == aligns.size() && aligns.size() <= MOST_COLUMNS) {
          if (headStart > 0) {
            out.add(new Block.Paragraph(offset, prose.slice(0, headStart - 1).strip()));
          }
          out.add(new Block.Table(prose.offset(headStart), aligns, head, rows(prose, lineEnd, aligns.size())));
          return;
        }
      }
      headStart = lineStart;
      lineStart = lineEnd + 1;
    }
    out.add(new Block.Paragraph(offset, prose));
  }

  private static boolean isDelimiterRow(String text, int from, int to) {
    boolean dash = false;
    boolean bar = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '-') {
        dash = true;
      } else if (c == '|' || c == ':') {
        bar = true;
      } else if (c != ' ' && c != '\t') {
        return false;
      }
    }
    return dash && bar && cells(text.substring(from, to)).stream().allMatch(cell -> cell.matches(":?-+:?"));
  }

  private static List<Block.Align> aligns(String row) {
    List<Block.Align> aligns = new ArrayList<>();
    for (String cell : cells(row)) {
      boolean left = cell.startsWith(":");
      boolean right = cell.endsWith(":");
      aligns.add(
          left && right ? Block.Align.CENTER : right ? Block.Align.RIGHT : left ? Block.Align.LEFT : Block.Align.NONE);
    }
    return aligns;
  }

  private static List<String> cells(String row) {
    return cells(Prose.at(row, 0), 0, row.length()).stream().map(Prose::text).toList();
  }

  private static List<List<Prose>> rows(Prose prose, int from, int columns) {
    String text = prose.text();
    List<List<Prose>> rows = new ArrayList<>();
    int lineStart = from + 1;
    while (lineStart < text.length()) {
      int newline = text.indexOf('\n', lineStart);
      int lineEnd = newline < 0 ? text.length() : newline;
      List<Prose> cells = new ArrayList<>(cells(prose, lineStart, lineEnd));
      while (cells.size() < columns) {
        cells.add(Prose.at("", prose.offset(lineStart)));
      }
      rows.add(cells.size() > columns ? joined(cells, columns) : cells);
      lineStart = lineEnd + 1;
    }
    return rows;
  }

  /// A row with more cells than the head: a bar that was meant as text. Nothing of it is lost.
  private static List<Prose> joined(List<Prose> cells, int columns) {
    List<Prose> row = new ArrayList<>(cells.subList(0, columns - 1));
    Prose.Builder last = new Prose.Builder();
    last.append(cells.get(columns - 1));
    for (Prose cell : cells.subList(columns, cells.size())) {
      last.append(" | ", cell.offset(0)).append(cell);
    }
    row.add(last.build().strip());
    return row;
  }

  /// Cuts a line at bars that are not escaped. An escaped bar loses its backslash, also in code.
  private static List<Prose> cells(Prose prose, int lineStart, int lineEnd) {
    String text = prose.text();
    int from = lineStart;
    int to = lineEnd;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to && text.charAt(from) == '|') {
      from++;
    }
    List<Prose> cells = new ArrayList<>();
    Prose.Builder cell = new Prose.Builder();
    int start = from;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < to && text.charAt(at + 1) == '|') {
        append(prose, start, at, cell);
        start = at + 1;
        at++;
      } else if (c == '\\' && at + 1 < to) {
        at++;
      } else if (c == '|') {
        append(prose, start, at, cell);
        cells.add(finished(cell, prose, at));
        cell = new Prose.Builder();
        start = at + 1;
      }
    }
    append(prose, start, to, cell);
    boolean closed = to > from && text.charAt(to - 1) == '|' && start == to && !cells.isEmpty();
    if (!closed) {
      cells.add(finished(cell, prose, Math.max(from, to - 1)));
    }
    return cells;
  }

  private static void append(Prose prose, int from, int to, Prose.Builder cell) {
    if (to > from) {
      cell.append(prose.slice(from, to));
    }
  }

  private static Prose finished(Prose.Builder cell, Prose prose, int at) {
    return cell.isEmpty() ? Prose.at("", prose.offset(Math.max(0, at))) : cell.build().strip();
  }
}
