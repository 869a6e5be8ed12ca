package dev.assay.cost.unit;

import dev.assay.cost.Figure;
import dev.assay.cost.FigureBook;
import dev.assay.cost.FigureExpression;
import dev.assay.cost.CostModel;
import dev.assay.cost.Excerpts;
import dev.assay.cost.Figures;
import dev.assay.cost.Read;
import dev.assay.cost.ScenarioReader;
import dev.assay.cost.Scenarios;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Csv;
import dev.assay.frontmatter.DataReader;
import dev.assay.frontmatter.ParsedMapping;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.testing.FuzzTarget;
import java.util.ArrayList;
import java.util.List;

/// Quantities that are written and read again are the same, what is none is refused in one line, expressions name what they
/// say, and a scenario that has no fault has figures that are numbers.
public final class UnitsFuzz implements FuzzTarget {
  private static final CostModel MODEL = new CostModel(Catalog.shipped(), 16);
  private static final ScenarioReader SCENARIOS = new ScenarioReader(Catalog.shipped());
  private static final List<String> TOKENS = tokensOf();

  private static List<String> tokensOf() {
    List<String> all =
        new ArrayList<>(
            List.of(
                "1", "0", "0.4", "..", "-", "+", "1,024", "1_000", "1e3", "1e-300", "1e308", ".5", "9", "$", " ", "\u00a0", "/", " per ", "·", "*", "-", "%", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "m", "u", "µ", "n", " as percent",
                "million ", "billion ", "trillion ", "thousand ", "base", ".", "usd_per_million_output_tokens", "base.usd_per_million_output_tokens / base.tokens_per_second", "base:\n", "  ", "\n", ": ", "\n  ", "model: ", "accelerator: ", "extends: base",
                "deepseek-v3", "llama-3.1-70b", "h100-sxm", "h200", "b200", "a100", "mi300x", "gb200", "count: 8", "batch: 32", "[1, 2]", "{low: 1, high: 2}", "\"", "'", ",", "x", "가", "~", "?", "fp8", "bf16", "id,name\n", "USD/kWh", "0.06..0.085..0.15 USD/kWh"));
    all.addAll(List.of("USD", "kWh", "Wh", "W", "kW", "GPU", "hour", "h", "s", "ms", "month", "year", "token", "tokens", "B", "GB", "GiB", "TB/s", "FLOP", "FLOP/s", "bit"));
    ScenarioReader.keys().forEach(key -> all.add(key + ": "));
    return all.stream().distinct().limit(256).toList();
  }

  @Override
  public List<String> tokens() {
    return TOKENS;
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> all = new ArrayList<>();
    for (String text : List.of("3.35 TB/s", "80 GiB", "0.06..0.085..0.15 USD/kWh", "$2/GPU-hour", "608 billion tokens", "0.112 USD per million tokens", "1,024", "-1e3 %", "2 USD/kW-month")) {
      all.add(FuzzTarget.seed(0, text));
    }
    all.add(FuzzTarget.seed(1, new byte[] {0x40, 9, 33, -5, 84, 68, 45, 24}));
    all.add(FuzzTarget.seed(2, "a.tokens / b.tokens as percent"));
    all.add(FuzzTarget.seed(3, "base:\n  model: deepseek-v3\n  accelerator: h200\n  accelerators: 8\n  workload: decode\n  batch: 32\nlow:\n  extends: base\n  electricity: 0.06..0.085..0.15 USD/kWh\n"));
    all.add(FuzzTarget.seed(4, "id,name,price\nh100,H100,\"1,000\"\n"));
    all.add(FuzzTarget.seed(0x80, new byte[] {1, 3, 2, 14, 20, 80}));
    return all;
  }

  @Override
  public void run(byte[] data) {
    String text = FuzzTarget.text(data, TOKENS);
    switch (FuzzTarget.way(data) & 7) {
      case 0, 5, 6 -> quantity(text);
      case 1 -> number(FuzzTarget.rest(data));
      case 2 -> expression(text);
      case 3, 7 -> scenarios(text);
      default -> catalog(text, FuzzTarget.way(data) >> 3);
    }
  }

  private static void quantity(String text) {
    switch (Quantity.read(text)) {
      case Quantity.Reading.Refused(String message, String hint) -> FuzzTarget.require(!message.isBlank(), text, "refused without a reason " + hint);
      case Quantity.Reading.Read(Quantity quantity) -> {
        FuzzTarget.require(Quantity.read(quantity.toString()) instanceof Quantity.Reading.Read(Quantity again) && same(quantity, again), text, "read as " + quantity + ", which is read otherwise");
        Range base = quantity.base();
        FuzzTarget.require(Double.isFinite(base.low()) && Double.isFinite(base.high()), text, "no number in base units");
      }
    }
  }

  private static boolean same(Quantity one, Quantity other) {
    return one.range().equals(other.range()) && one.unit().dimension().equals(other.unit().dimension()) && one.unit().scale() == other.unit().scale();
  }

  private static void number(byte[] bytes) {
    long bits = 0;
    for (int i = 0; i < Math.min(8, bytes.length); i++) {
      bits = bits << 8 | (bytes[i] & 0xff);
    }
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      String written = Numbers.shortest(value);
      FuzzTarget.require(Double.parseDouble(written) == value, written, "another number than " + value);
      double three = Double.parseDouble(Numbers.three(value).replace(",", ""));
      // Rounded to three figures the largest are more than a double holds.
      boolean near = Double.isInfinite(three) ? three > 0 == value > 0 && Math.abs(value) > 1.79e308 : Math.abs(three / value - 1) < 0.006;
      FuzzTarget.require(three == 0 ? Math.abs(value) < 1e-300 : near, Numbers.three(value), "not near " + value);
    }
  }

  private static void expression(String text) {
    switch (FigureExpression.parse(text)) {
      case FigureExpression.Parsed.Good(FigureExpression expression) -> expression.terms().forEach(term -> {
        FuzzTarget.require(term.start() >= 0 && term.start() < term.dot() && term.dot() < term.end() && term.end() <= text.length(), text, "a term outside");
        FuzzTarget.require(text.substring(term.start(), term.dot()).strip().equals(term.scenario()), text, "another scenario than '" + term.scenario() + "'");
      });
      case FigureExpression.Parsed.Bad(FigureExpression.Fault fault) -> FuzzTarget.require(fault.start() >= 0 && fault.start() <= fault.end(), text, "a fault outside: " + fault);
    }
  }

  private static void scenarios(String text) {
    SourceText source = new SourceText("content/data/scenarios.yaml", text);
    ParsedMapping parsed = DataReader.mapping(source);
    FuzzTarget.places(source, parsed.problems());
    Read<Scenarios> read = SCENARIOS.read(parsed.mapping(), Scenarios.NONE, Excerpts.NONE);
    for (Problem problem : read.problems()) {
      FuzzTarget.place(source, problem.place());
    }
    FigureBook book = new FigureBook(MODEL, read.value());
    for (String name : read.value().names()) {
      Figures figures = book.figures(name).orElseThrow();
      for (Figure figure : figures.byKey().values()) {
        FuzzTarget.require(figure.toString().indexOf("NaN") < 0, text, "no number: " + figure);
      }
    }
  }

  private static void catalog(String text, int table) {
    SourceText source = new SourceText("content/data/x.csv", text);
    Csv csv = Csv.read(source);
    FuzzTarget.places(source, csv.problems());
    csv.rows().forEach(row -> row.cells().values().forEach(cell -> FuzzTarget.place(source, cell.place())));
    Catalog.Table[] tables = Catalog.Table.values();
    Catalog.shipped().with(tables[table % tables.length], csv).problems().forEach(problem -> FuzzTarget.place(source, problem.place()));
  }
}
