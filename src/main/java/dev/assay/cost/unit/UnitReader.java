package dev.assay.cost.unit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The grammar of units. Words are looked up whole first, then as a prefix and a word that takes prefixes, so that
/// `month` is not a thousandth of an `onth`.
final class UnitReader {
  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;
  private static final double YEAR = 365.25 * DAY;
  /// The longest unit is a few words; a thousand of them are none.
  private static final int LONGEST = 100;
  private static final double LARGEST = 1e60;

  private record Part(Dimension dimension, double scale) {}

  private static final Map<String, Part> WORDS = words();
  private static final Map<String, Double> DECIMAL =
      Map.of("k", 1e3, "M", 1e6, "G", 1e9, "T", 1e12, "P", 1e15, "E", 1e18);
  private static final Map<String, Double> BINARY =
      Map.of("Ki", 0x1p10, "Mi", 0x1p20, "Gi", 0x1p30, "Ti", 0x1p40, "Pi", 0x1p50);
  private static final Map<String, Double> SMALL = Map.of("m", 1e-3, "u", 1e-6, "µ", 1e-6, "n", 1e-9);
  private static final Map<String, Double> MULTIPLES =
      Map.of("thousand", 1e3, "million", 1e6, "billion", 1e9, "trillion", 1e12);
  private static final Set<String> PREFIXED =
      Set.of("B", "FLOP", "FLOPS", "FLOP/s", "J", "Wh", "W", "token", "tokens", "USD", "tok");

  private UnitReader() {}

  static Optional<Unit> read(String text) {
    if (text.isEmpty()) {
      return Optional.of(Unit.NONE);
    }
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Dimension dimension = Dimension.NONE;
    double scale = 1;
    String[] divided = text.replace(" per ", "/").split("/", -1);
    for (int i = 0; i < divided.length; i++) {
      for (String factor : divided[i].strip().split("[-·*]", -1)) {
        Optional<Part> part = factor(factor.strip());
        if (part.isEmpty()) {
          return Optional.empty();
        }
        dimension = i == 0 ? dimension.times(part.get().dimension) : dimension.per(part.get().dimension);
        scale = i == 0 ? scale * part.get().scale : scale / part.get().scale;
      }
    }
    boolean sized = scale >= 1 / LARGEST && scale <= LARGEST;
    return sized ? Optional.of(new Unit(text, dimension, scale)) : Optional.empty();
  }

  private static Optional<Part> factor(String text) {
    int space = text.indexOf(' ');
    if (space > 0) {
      Double multiple = MULTIPLES.get(text.substring(0, space));
      return multiple == null ? Optional.empty() : scaled(multiple, factor(text.substring(space + 1).strip()));
    }
    Part whole = WORDS.get(text);
    if (whole != null) {
      return Optional.of(whole);
    }
    Double multiple = MULTIPLES.get(text);
    return multiple == null ? prefixed(text) : Optional.of(new Part(Dimension.NONE, multiple));
  }

  private static Optional<Part> prefixed(String text) {
    if (text.length() > 2 && BINARY.containsKey(text.substring(0, 2)) && text.substring(2).equals("B")) {
      return scaled(BINARY.getOrDefault(text.substring(0, 2), 1.0), Optional.ofNullable(WORDS.get("B")));
    }
    if (text.length() < 2) {
      return Optional.empty();
    }
    String prefix = text.substring(0, 1);
    String rest = text.substring(1);
    if (DECIMAL.containsKey(prefix) && PREFIXED.contains(rest)) {
      return scaled(DECIMAL.getOrDefault(prefix, 1.0), Optional.ofNullable(WORDS.get(rest)));
    }
    boolean small = SMALL.containsKey(prefix) && (rest.equals("s") || rest.equals("J") || rest.equals("W"));
    return small ? scaled(SMALL.getOrDefault(prefix, 1.0), Optional.ofNullable(WORDS.get(rest))) : Optional.empty();
  }

  private static Optional<Part> scaled(double factor, Optional<Part> part) {
    return part.map(found -> new Part(found.dimension, factor * found.scale));
  }

  private static Map<String, Part> words() {
    Map<String, Part> words = new LinkedHashMap<>();
    put(words, Dimension.NONE, 1, "1", "ratio", "fraction", "x");
    put(words, Dimension.NONE, 0.01, "%", "percent");
    put(words, Dimension.BYTES, 1, "B", "byte", "bytes");
    put(words, Dimension.FLOP, 1, "FLOP");
    put(words, Dimension.FLOP.per(Dimension.TIME), 1, "FLOPS");
    put(words, Dimension.TIME, 1, "s", "second", "seconds");
    put(words, Dimension.TIME, 60, "min", "minute", "minutes");
    put(words, Dimension.TIME, HOUR, "h", "hour", "hours");
    put(words, Dimension.TIME, DAY, "d", "day", "days");
    put(words, Dimension.TIME, YEAR / 12, "month", "months");
    put(words, Dimension.TIME, YEAR, "year", "years", "y");
    put(words, Dimension.ENERGY, 1, "J", "joule", "joules");
    put(words, Dimension.ENERGY, HOUR, "Wh");
    put(words, Dimension.POWER, 1, "W", "watt", "watts");
    put(words, Dimension.MONEY, 1, "USD", "$", "dollar", "dollars");
    put(words, Dimension.MONEY, 0.01, "cent", "cents");
    put(words, Dimension.TOKENS, 1, "token", "tokens", "tok");
    put(words, Dimension.ACCELERATORS, 1, "accelerator", "accelerators", "GPU", "GPUs", "gpu", "chip", "chips");
    return words;
  }

  private static void put(Map<String, Part> words, Dimension dimension, double scale, String... names) {
    for (String name : names) {
      words.put(name, new Part(dimension, scale));
    }
  }
}
