package dev.assay.note;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sets the numbers of a column on their decimal points: says by how much each is shorter behind the point than the
/// longest. Knows numbers as people write them (`1,300`, `$2.95`, `−38%`, `12.5 GB`), with a point for decimals.
public final class Decimals {
  private static final Pattern NUMBER =
      Pattern.compile("(?<before>[^\\p{L}\\p{Nd}]{0,4})(?<whole>\\d[\\d,]{0,24})(?:\\.(?<part>\\d{1,24}))?(?<unit>[^\\p{Nd}]{0,12})");

  private static final Pattern NOTHING = Pattern.compile("[\\s\\-–—?.…]*|n/?a", Pattern.CASE_INSENSITIVE);

  private Decimals() {}

  /// Whether a column holds numbers: each cell that says something is one, and at least one does.
  ///
  /// @param cells what is read in its cells
  public static boolean areNumbers(List<String> cells) {
    boolean any = false;
    for (String cell : cells) {
      boolean number = NUMBER.matcher(cell.strip()).matches();
      if (!number && !NOTHING.matcher(cell.strip()).matches()) {
        return false;
      }
      any |= number;
    }
    return any;
  }

  /// The number in a cell; empty when it is none.
  public static OptionalDouble value(String cell) {
    Matcher number = NUMBER.matcher(cell.strip());
    if (!number.matches()) {
      return OptionalDouble.empty();
    }
    boolean negative = number.group("before").indexOf('-') >= 0 || number.group("before").indexOf('−') >= 0;
    String digits = number.group("whole").replace(",", "") + (number.group("part") == null ? "" : "." + number.group("part"));
    return OptionalDouble.of(negative ? -Double.parseDouble(digits) : Double.parseDouble(digits));
  }

  /// Whether all numbers among some cells have the same unit behind them, or none.
  public static boolean areOfOneUnit(List<String> cells) {
    return cells.stream().map(cell -> NUMBER.matcher(cell.strip())).filter(Matcher::matches).map(number -> number.group("unit").strip()).distinct().count() == 1;
  }

  /// What to put behind each cell, unseen, so that the points of a column that is set to the right stand in a line:
  /// `.00` behind `2` below `1.35`. Cells with another unit behind the number than most, and words, get nothing.
  ///
  /// @param cells what is read in its cells
  /// @return as many texts, mostly empty ones
  public static List<String> pads(List<String> cells) {
    List<Matcher> numbers = new ArrayList<>();
    Map<String, Integer> units = new HashMap<>();
    for (String cell : cells) {
      Matcher matcher = NUMBER.matcher(cell.strip());
      numbers.add(matcher);
      if (matcher.matches()) {
        units.merge(matcher.group("unit"), 1, Integer::sum);
      }
    }
    String usual =
        units.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).orElse("");
    int longest = 0;
    for (Matcher number : numbers) {
      longest = Math.max(longest, number.hasMatch() && number.group("unit").equals(usual) ? places(number) : 0);
    }
    List<String> pads = new ArrayList<>();
    for (Matcher number : numbers) {
      boolean set = longest > 0 && number.hasMatch() && number.group("unit").equals(usual);
      pads.add(set ? pad(places(number), longest) : "");
    }
    return List.copyOf(pads);
  }

  private static int places(Matcher number) {
    String part = number.group("part");
    return part == null ? 0 : part.length();
  }

  private static String pad(int places, int longest) {
    return (places == 0 ? "." : "") + "0".repeat(longest - places);
  }
}
