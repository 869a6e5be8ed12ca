package dev.assay.markdown;

import dev.assay.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The heads of a table's columns. In braces at its end a head may say the unit of its numbers and which of them is the best:
/// `Price {unit="USD/h" best=min}`.
///
/// @param texts the heads without their braces
/// @param units the unit of each column; empty where its head says none
/// @param best  which value of each column is the best
record TableHeads(List<Prose> texts, List<String> units, List<Best> best) {
  private static final String ITEM = "[a-z]+=(?:\"[^\"{}]*\"|[^\\s\"{}]+)";
  private static final Pattern BRACES = Pattern.compile("\\{\\s*(" + ITEM + "(?:\\s+" + ITEM + ")*)\\s*}$");
  private static final Pattern KEY = Pattern.compile("([a-z]+)=(?:\"([^\"]*)\"|(\\S+))");

  /// Which value of a column is the best.
  enum Best {
    NONE,
    MAX,
    MIN
  }

  static TableHeads of(Block.Table table, Draft draft) {
    List<Prose> texts = new ArrayList<>();
    List<String> units = new ArrayList<>();
    List<Best> best = new ArrayList<>();
    for (Prose head : table.head()) {
      Matcher braces = BRACES.matcher(head.text());
      boolean ours = braces.find() && (braces.group(1).contains("best=") || braces.group(1).contains("unit="));
      texts.add(ours ? head.slice(0, braces.start()).strip() : head);
      String unit = "";
      Best which = Best.NONE;
      Matcher item = KEY.matcher(ours ? braces.group(1) : "");
      while (item.find()) {
        String value = item.group(2) == null ? item.group(3) : item.group(2);
        switch (item.group(1)) {
          case "unit" -> unit = value.strip();
          case "best" -> which = best(value, head, braces.start(1) + item.start(), braces.start(1) + item.end(), draft);
          default -> wrong(head, braces.start(1) + item.start(), braces.start(1) + item.end(), "the head of a column has no '" + item.group(1) + "'", draft);
        }
      }
      units.add(unit);
      best.add(which);
    }
    return new TableHeads(List.copyOf(texts), List.copyOf(units), List.copyOf(best));
  }

  private static Best best(String value, Prose head, int from, int to, Draft draft) {
    return switch (value) {
      case "max" -> Best.MAX;
      case "min" -> Best.MIN;
      default -> {
        wrong(head, from, to, "'" + value + "' does not say which value of a column is the best", draft);
        yield Best.NONE;
      }
    };
  }

  private static void wrong(Prose head, int from, int to, String message, Draft draft) {
    draft.problem(draft.source().warning(Code.WRONG_TYPE, head.offset(from), head.offset(to - 1) + 1, message, "write {best=max}, {best=min} or {unit=GB}"));
  }
}
