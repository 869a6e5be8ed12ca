package dev.assay.markdown;

import dev.assay.note.Decimals;
import dev.assay.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the columns of a table are set: as its writer says, else to the right where all cells are numbers; and numbers
/// that are set to the right on their decimal points. A range in brackets behind a number, `0.12 (0.09–0.15)`, is small type
/// below it. The best value of a column is strong, where its head asks for that.
///
/// @param aligns one for each column
/// @param pads   for each row, what stands unseen behind each number
/// @param best   for each row, whether each cell is the best of its column
/// @param counts whether any column holds numbers: who wants to count on has use for the rows as a file
record TableColumns(List<Block.Align> aligns, List<List<String>> pads, List<List<Boolean>> best, boolean counts) {
  private static final Pattern RANGE = Pattern.compile("(?<value>[^()\\[\\]]*\\d[^()\\[\\]]*?)\\s*[(\\[](?<range>[^()\\[\\]]*\\d[^()\\[\\]\\d]*(?:–|—|-|−|~|…|\\.\\.|to|, )\\s*[^()\\[\\]]*\\d[^()\\[\\]]*)[)\\]]");

  static TableColumns of(Block.Table table, TableHeads heads, Draft draft) {
    List<Block.Align> aligns = new ArrayList<>();
    List<List<String>> pads = new ArrayList<>();
    List<List<Boolean>> best = new ArrayList<>();
    boolean counts = false;
    for (int i = 0; i < table.aligns().size(); i++) {
      int column = i;
      List<String> cells = table.rows().stream().map(row -> number(plain(row.get(column).text()))).toList();
      Block.Align said = table.aligns().get(i);
      boolean numbers = Decimals.areNumbers(cells);
      Block.Align align = said == Block.Align.NONE && numbers ? Block.Align.RIGHT : said;
      counts |= numbers;
      aligns.add(align);
      pads.add(align == Block.Align.RIGHT ? Decimals.pads(cells) : List.of());
      best.add(best(cells, heads.best().get(i), heads.texts().get(i), draft));
    }
    return new TableColumns(
        List.copyOf(aligns), rows(table, pads, ""), rows(table, best, false), counts);
  }

  /// Columns as rows.
  private static <T> List<List<T>> rows(Block.Table table, List<List<T>> columns, T none) {
    List<List<T>> rows = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      int at = row;
      rows.add(columns.stream().map(column -> column.isEmpty() ? none : column.get(at)).toList());
    }
    return List.copyOf(rows);
  }

  private static List<Boolean> best(List<String> cells, TableHeads.Best wanted, Prose head, Draft draft) {
    if (wanted == TableHeads.Best.NONE) {
      return List.of();
    }
    List<OptionalDouble> values = cells.stream().map(Decimals::value).toList();
    double[] known = values.stream().flatMapToDouble(OptionalDouble::stream).toArray();
    if (known.length < 2 || !Decimals.areOfOneUnit(cells)) {
      draft.problem(
          draft.source().warning(
              Code.WRONG_TYPE, head.offset(0), head.offset(0) + 1, "this column has no best value: its cells are not numbers of one unit",
              "write numbers alone, the unit in the head: {unit=GB best=max}"));
      return List.of();
    }
    double best = known[0];
    for (double value : known) {
      best = wanted == TableHeads.Best.MAX ? Math.max(best, value) : Math.min(best, value);
    }
    double found = best;
    return values.stream().map(value -> value.isPresent() && value.getAsDouble() == found).toList();
  }

  /// A cell without the stars that make it strong: they mark the best value of a column.
  private static String plain(String cell) {
    String text = cell.strip();
    return text.length() > 4 && text.startsWith("**") && text.endsWith("**") ? text.substring(2, text.length() - 2) : text;
  }

  /// Without brackets at its end a cell has no range: most cells need no pattern.
  private static boolean endsInBrackets(String cell) {
    return cell.endsWith(")") || cell.endsWith("]");
  }

  /// A number without the range behind it.
  private static String number(String cell) {
    if (!endsInBrackets(cell)) {
      return cell;
    }
    Matcher range = RANGE.matcher(cell);
    return range.matches() ? plain(range.group("value")) : cell;
  }

  /// Where the range begins and ends in a cell of numbers; empty where it has none.
  private static OptionalInt range(String cell) {
    if (!endsInBrackets(cell)) {
      return OptionalInt.empty();
    }
    Matcher range = RANGE.matcher(cell);
    boolean ranged = range.matches() && Decimals.areNumbers(List.of(plain(range.group("value"))));
    return ranged ? OptionalInt.of(range.end("value")) : OptionalInt.empty();
  }

  /// The attributes of a cell.
  String attributes(int row, int column, Prose cell) {
    String pad = isRanged(column, cell) ? "" : pads.get(row).get(column);
    String classes = (BlockWriter.align(aligns.get(column)) + (best.get(row).get(column) ? " class=\"best\"" : "")).replace("\" class=\"", " ");
    return classes + (pad.isEmpty() ? "" : " data-pad=\"" + pad + "\"");
  }

  private boolean isRanged(int column, Prose cell) {
    return aligns.get(column) == Block.Align.RIGHT && range(cell.text()).isPresent();
  }

  /// Writes what stands in a cell.
  ///
  /// @return the labels of the footnotes that it marks
  List<String> write(int row, int column, Prose cell, Output out, InlineWriter inlines) {
    OptionalInt ranged = isRanged(column, cell) ? range(cell.text()) : OptionalInt.empty();
    Prose value = ranged.isPresent() ? cell.slice(0, ranged.getAsInt()) : cell;
    String pad = ranged.isPresent() ? pads.get(row).get(column) : "";
    boolean strong = best.get(row).get(column) && !value.text().strip().startsWith("**");
    out.html(pad.isEmpty() ? "" : "<span class=\"value\" data-pad=\"" + pad + "\">").html(strong ? "<strong>" : "");
    List<String> marks = new ArrayList<>(inlines.cell(value).footnotes());
    out.html(strong ? "</strong>" : "").html(pad.isEmpty() ? "" : "</span>");
    if (ranged.isPresent()) {
      Prose range = cell.slice(ranged.getAsInt(), cell.text().length()).strip();
      out.html(" <small class=\"range\">");
      marks.addAll(inlines.write(range.slice(1, range.text().length() - 1)).footnotes());
      out.html("</small>");
    }
    return marks;
  }
}
