package dev.assay.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Reads what has rows and columns: matrices, cases, aligned lines.
final class Grids {
  /// The look of an environment.
  ///
  /// @param open  the bracket before it; empty for none
  /// @param close the one behind it
  /// @param name  the class of its table
  /// @param sides how its columns are set, again and again: `l`, `c`, `r`
  private record Look(String open, String close, String name, String sides) {}

  private static final Map<String, Look> LOOKS =
      Map.ofEntries(
          Map.entry("matrix", new Look("", "", "", "c")), Map.entry("pmatrix", new Look("(", ")", "", "c")), Map.entry("bmatrix", new Look("[", "]", "", "c")),
          Map.entry("Bmatrix", new Look("{", "}", "", "c")), Map.entry("vmatrix", new Look("|", "|", "", "c")), Map.entry("Vmatrix", new Look("‖", "‖", "", "c")),
          Map.entry("smallmatrix", new Look("", "", "small", "c")), Map.entry("array", new Look("", "", "", "c")), Map.entry("subarray", new Look("", "", "small", "c")),
          Map.entry("cases", new Look("{", "", "cases", "l")), Map.entry("dcases", new Look("{", "", "cases", "l")), Map.entry("rcases", new Look("", "}", "cases", "l")),
          Map.entry("aligned", new Look("", "", "aligned", "rl")), Map.entry("align", new Look("", "", "aligned", "rl")), Map.entry("align*", new Look("", "", "aligned", "rl")),
          Map.entry("alignat", new Look("", "", "aligned", "rl")), Map.entry("alignat*", new Look("", "", "aligned", "rl")), Map.entry("alignedat", new Look("", "", "aligned", "rl")),
          Map.entry("eqnarray", new Look("", "", "aligned", "rcl")), Map.entry("eqnarray*", new Look("", "", "aligned", "rcl")),
          Map.entry("split", new Look("", "", "aligned", "rl")), Map.entry("gather", new Look("", "", "aligned", "c")), Map.entry("gather*", new Look("", "", "aligned", "c")),
          Map.entry("gathered", new Look("", "", "aligned", "c")), Map.entry("multline", new Look("", "", "aligned", "c")), Map.entry("multline*", new Look("", "", "aligned", "c")),
          Map.entry("equation", new Look("", "", "aligned", "c")), Map.entry("equation*", new Look("", "", "aligned", "c")));

  private static final Look LINES = new Look("", "", "aligned", "rl");

  private final TexReader reader;

  Grids(TexReader reader) {
    this.reader = reader;
  }

  /// The whole formula: one row, or aligned lines.
  String outermost() {
    List<List<String>> rows = rows();
    boolean single = rows.size() == 1 && rows.getFirst().size() == 1;
    if (single) {
      return rows.getFirst().getFirst();
    }
    boolean columns = rows.stream().anyMatch(row -> row.size() > 1);
    return table(rows, columns ? LINES : new Look("", "", "aligned", "c"));
  }

  /// An environment, from behind its `\begin`.
  Ml environment(TexToken begin) {
    String name = reader.raw(begin);
    Look look = LOOKS.get(name);
    if (look == null) {
      throw TexReader.fault(begin, "no environment is called '" + name + "'", dev.assay.problem.Nearest.hint(name, new TreeSet<>(LOOKS.keySet())));
    }
    reader.deeper(begin);
    if (name.startsWith("alignat") || name.equals("alignedat")) {
      reader.raw(begin);
    }
    String sides = name.equals("array") || name.equals("subarray") ? columns(reader.raw(begin)) : look.sides();
    List<List<String>> rows = rows();
    TexToken end = reader.peek();
    if (!end.isCommand("end")) {
      throw TexReader.fault(begin, "'\\begin{" + name + "}' has no '\\end'", "write \\end{" + name + "} where it ends");
    }
    reader.next();
    String ended = reader.raw(end);
    if (!ended.equals(name)) {
      throw TexReader.fault(end, "'\\end{" + ended + "}' ends '\\begin{" + name + "}'", "write \\end{" + name + "}");
    }
    reader.shallower();
    return bracketed(look, table(rows, new Look("", "", look.name(), sides)));
  }

  /// Lines below a sign: `\substack{a \\ b}`.
  Ml stack(TexToken token) {
    reader.skipSpaces();
    TexToken open = reader.next();
    if (!open.isSign("{")) {
      throw TexReader.fault(token, "what '\\substack' takes is missing", "write it in braces behind it");
    }
    reader.deeper(open);
    List<List<String>> rows = rows();
    if (!reader.peek().isSign("}")) {
      throw TexReader.unclosed(open);
    }
    reader.next();
    reader.shallower();
    return Ml.ordinary(table(rows, new Look("", "", "small", "c")));
  }

  private static Ml bracketed(Look look, String table) {
    String open = look.open().isEmpty() ? "" : "<mo form=\"prefix\" stretchy=\"true\">" + look.open() + "</mo>";
    String close = look.close().isEmpty() ? "" : "<mo form=\"postfix\" stretchy=\"true\">" + look.close() + "</mo>";
    return open.isEmpty() && close.isEmpty() ? Ml.ordinary(table) : Ml.element("mrow", open, table, close);
  }

  private static String columns(String written) {
    String sides = written.replaceAll("[^lcr]", "");
    return sides.isEmpty() ? "c" : sides;
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    while (true) {
      row.add(reader.row(TexReader::endsRow).markup());
      TexToken token = reader.peek();
      if (token.isSign("&")) {
        reader.next();
      } else if (token.isCommand("\\") || token.isCommand("cr")) {
        reader.next();
        skipGap();
        rows.add(row);
        row = new ArrayList<>();
      } else {
        break;
      }
    }
    boolean trailing = row.size() == 1 && row.getFirst().equals("<mrow></mrow>") && !rows.isEmpty();
    if (!trailing) {
      rows.add(row);
    }
    return rows;
  }

  /// The room that a line break may ask for: `\\[2pt]`.
  private void skipGap() {
    if (reader.peek().isSign("[")) {
      Optional<Ml> gap = reader.optional();
      gap.ifPresent(_ -> reader.skipSpaces());
    }
  }

  private static String table(List<List<String>> rows, Look look) {
    StringBuilder out = new StringBuilder("<mtable");
    out.append(look.name().isEmpty() ? "" : " class=\"" + look.name() + "\"");
    out.append(look.name().equals("aligned") ? " displaystyle=\"true\">" : ">");
    for (List<String> row : rows) {
      out.append("<mtr>");
      for (int i = 0; i < row.size(); i++) {
        char side = look.sides().charAt(i % look.sides().length());
        out.append(side == 'c' ? "<mtd>" : "<mtd class=\"" + (side == 'l' ? "left" : "right") + "\">").append(row.get(i)).append("</mtd>");
      }
      out.append("</mtr>");
    }
    return out.append("</mtable>").toString();
  }
}
