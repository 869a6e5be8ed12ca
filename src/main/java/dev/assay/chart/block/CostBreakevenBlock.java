package dev.assay.chart.block;

import dev.assay.chart.PlotChart;
import dev.assay.chart.PlotChart.Axis;
import dev.assay.chart.PlotChart.Form;
import dev.assay.chart.PlotChart.Point;
import dev.assay.chart.PlotChart.Rule;
import dev.assay.chart.PlotChart.Series;
import dev.assay.chart.scale.Scale.Sort;
import dev.assay.cost.BreakEven;
import dev.assay.cost.CostModel;
import dev.assay.cost.Figure;
import dev.assay.cost.FigureBook;
import dev.assay.cost.Scenario;
import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.unit.Numbers;
import dev.assay.cost.unit.Quantity;
import dev.assay.cost.unit.Unit;
import dev.assay.frontmatter.Fields;
import dev.assay.note.Kind;
import dev.assay.note.Located;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.view.FigureTableView;
import dev.assay.view.FigureTableView.Bar;
import dev.assay.view.FigureTableView.Cell;
import dev.assay.view.FigureTableView.Column;
import dev.assay.view.FigureTableView.Row;
import dev.assay.view.LinkView;
import dev.assay.view.Part;
import dev.assay.view.project.Derivations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// `{cost-breakeven}`: at which value of a lever one scenario meets another, or a price.
///
/// ```
/// scenario: owned
/// against: rented            # or a number with its unit: 0.40 USD
/// lever: utilisation
/// from: 0.1
/// to: 1
/// figure: usd_per_million_output_tokens
/// together: true             # the lever moves in both scenarios
/// name: crossing             # what a sentence quotes it by
/// ```
public final class CostBreakevenBlock {
  private static final int ROWS = 9;

  private final Fields fields;
  private final CostChartBlock.From source;
  private final FigureBook book;
  private final CostModel model;
  private final Page page;

  private CostBreakevenBlock(Fields fields, CostChartBlock.From source, Page page) {
    this.fields = fields;
    this.source = source;
    this.book = source.book();
    this.model = source.model();
    this.page = page;
  }

  /// Reads the options and draws the chart.
  public static Drawn draw(Fields fields, CostChartBlock.From from, Page page) {
    return new CostBreakevenBlock(fields, from, page).draw();
  }

  /// What a scenario is compared with.
  private sealed interface Other {
    record Of(Scenario scenario) implements Other {}

    record Fixed(double value) implements Other {}
  }

  private Drawn draw() {
    Optional<Scenario> scenario = Scenarios.one(fields, "scenario", book);
    Metric metric = CostChartBlock.metric(fields, Metric.USD_PER_MILLION_TOKENS);
    Optional<Other> other = other(metric);
    Optional<Lever> lever = lever();
    boolean together = fields.flag("together").orElse(false);
    OptionalDouble from = end("from", lever);
    OptionalDouble to = end("to", lever);
    String caption = fields.text("caption").orElse("");
    Optional<String> name = fields.text("name");
    fields.done();
    if (from.isPresent() && to.isPresent() && from.getAsDouble() >= to.getAsDouble()) {
      fields.add(Code.WRONG_TYPE, fields.value("to").orElseThrow().place(), "'to' is not more than 'from'", "let the lever move from its lowest value to its highest");
    }
    if (scenario.isEmpty() || other.isEmpty() || lever.isEmpty() || from.isEmpty() || to.isEmpty() || !fields.problems().isEmpty()) {
      return new Drawn(Blank.part(), List.of(), 0, fields.problems());
    }
    BreakEven even = even(scenario.get(), other.get(), lever.get(), metric, from.getAsDouble(), to.getAsDouble(), together);
    List<Figure> figures = new ArrayList<>();
    book.figures(scenario.get().name()).flatMap(f -> f.get(metric.key())).ifPresent(figures::add);
    List<Scenario> involved = new ArrayList<>(List.of(scenario.get()));
    List<LinkView> links = new ArrayList<>(source.figures().apply(scenario.get().name()));
    if (other.get() instanceof Other.Of(Scenario second)) {
      book.figures(second.name()).flatMap(f -> f.get(metric.key())).ifPresent(figures::add);
      involved.add(second);
      links.addAll(source.figures().apply(second.name()));
    }
    FigureTableView table = table(even, figures, source.assumptions(involved), links);
    return new Drawn(new Part.Chart(Picture.of(chart(even), caption, outcome(even), table, page)), List.of(), even.crossings().size(), fields.problems(), name.map(own -> new Drawn.Named(own, at(even), kind(figures), outcome(even))));
  }

  private static String at(BreakEven even) {
    return String.join(", ", even.crossings().stream().map(x -> Numbers.three(x) + unit(even.lever())).toList());
  }

  private static String kind(List<Figure> figures) {
    return figures.stream().map(Figure::kind).reduce(Kind.INFERENCE, Kind::weakest).word();
  }

  private Optional<Other> other(Metric metric) {
    Optional<Located<String>> word = fields.located("against");
    if (word.isEmpty()) {
      fields.required("against");
      return Optional.empty();
    }
    String text = word.get().value();
    if (!text.isEmpty() && (Character.isDigit(text.charAt(0)) || text.charAt(0) == '.')) {
      return quantity("against", word.get(), metric.unit()).map(Other.Fixed::new);
    }
    return Scenarios.find(word.get(), fields, book).map(Other.Of::new);
  }

  private Optional<Lever> lever() {
    Optional<Located<String>> word = fields.located("lever");
    if (word.isEmpty()) {
      fields.required("lever");
      return Optional.empty();
    }
    List<String> known = Arrays.stream(Lever.values()).filter(l -> l.layer() != Lever.Layer.MODEL).map(Lever::key).toList();
    Optional<Lever> lever = Lever.of(word.get().value()).filter(l -> l.layer() != Lever.Layer.MODEL);
    if (lever.isEmpty()) {
      fields.add(Code.UNKNOWN_KEY, word.get().place(), "there is no lever '" + word.get().value() + "'", Nearest.hint(word.get().value(), known));
    }
    return lever;
  }

  private OptionalDouble end(String key, Optional<Lever> moved) {
    Optional<Located<String>> word = fields.located(key);
    if (word.isEmpty()) {
      fields.required(key);
    }
    if (word.isEmpty() || moved.isEmpty()) {
      return OptionalDouble.empty();
    }
    Lever lever = moved.get();
    Optional<Double> value = quantity(key, word.get(), lever.unit());
    if (value.isPresent() && !(lever.unit().toBase(value.get()) >= lever.least() && lever.unit().toBase(value.get()) <= lever.most())) {
      fields.add(Code.SCENARIO, word.get().place(), "'" + lever.key() + "' of " + word.get().value() + " makes no sense",
          "it lies between " + Numbers.three(lever.unit().fromBase(lever.least())) + " and " + Numbers.three(lever.unit().fromBase(lever.most())));
      return OptionalDouble.empty();
    }
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  /// A number in a unit; without one it is in that unit already.
  private Optional<Double> quantity(String key, Located<String> word, Unit unit) {
    return switch (Quantity.read(word.value())) {
      case Quantity.Reading.Read(Quantity quantity) -> {
        boolean bare = quantity.unit().symbol().isEmpty();
        if (!bare && !quantity.unit().measures(unit.dimension())) {
          fields.add(Code.UNIT, word.place(), "'" + key + "' is in '" + quantity.unit().symbol() + "', which does not measure it",
              unit.symbol().isEmpty() ? "write a plain number" : "write it in " + unit.symbol());
          yield Optional.empty();
        }
        yield Optional.of(bare ? quantity.range().typical() : unit.fromBase(quantity.base().typical()));
      }
      case Quantity.Reading.Refused(String message, String hint) -> {
        fields.add(Code.UNIT, word.place(), "'" + key + "': " + message, hint);
        yield Optional.empty();
      }
    };
  }

  private BreakEven even(Scenario scenario, Other other, Lever lever, Metric metric, double from, double to, boolean together) {
    return switch (other) {
      case Other.Of(Scenario second) -> BreakEven.between(model.catalog(), scenario, second, lever, metric, from, to, together);
      case Other.Fixed(double value) -> BreakEven.against(model.catalog(), scenario, value, lever, metric, from, to);
    };
  }

  private PlotChart chart(BreakEven even) {
    List<Series> series =
        List.of(
            new Series(page.scenario(even.varied()), Form.CURVE, 1, even.points().stream().map(p -> Point.at(p.x(), p.varied())).toList()),
            new Series(page.scenario(even.other()), Form.CURVE, 2, even.points().stream().map(p -> Point.at(p.x(), p.other())).toList()));
    List<Rule> rules = new ArrayList<>();
    even.crossings().forEach(x -> rules.add(new Rule.Vertical(x, Numbers.three(x) + unit(even.lever()))));
    boolean wide = even.points().getFirst().x() > 0 && even.points().getLast().x() / even.points().getFirst().x() > 20;
    return new PlotChart(
        new Axis(leverName(even.lever()), wide ? Sort.LOG : Sort.LINEAR, false),
        new Axis(CostChartBlock.axis(even.metric(), page), spread(even) ? Sort.LOG : Sort.LINEAR, !spread(even)), series, rules, false);
  }

  /// Whether the values are so far apart that the small ones could not be told apart.
  private static boolean spread(BreakEven even) {
    double[] values = even.points().stream().flatMap(p -> Stream.of(p.varied(), p.other())).mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
    double low = Arrays.stream(values).min().orElse(1);
    double high = Arrays.stream(values).max().orElse(1);
    return low > 0 && high / low > 30;
  }

  private static String unit(Lever lever) {
    return lever.unit().symbol().isEmpty() ? "" : " " + lever.unit().symbol();
  }

  private String leverName(Lever lever) {
    String name = CostLeversBlock.capital(page.name("lever." + lever.key(), lever.label()));
    return lever.unit().symbol().isEmpty() ? name : name + ", " + lever.unit().symbol();
  }

  private FigureTableView table(BreakEven even, List<Figure> figures, List<String> assumptions, List<LinkView> files) {
    String unit = even.metric().unit().symbol();
    String kind = kind(figures);
    List<Row> rows = new ArrayList<>();
    int last = even.points().size() - 1;
    for (int i = 0; i < ROWS; i++) {
      BreakEven.Point point = even.points().get(i * last / (ROWS - 1));
      rows.add(new Row(Numbers.three(point.x()), "", false, List.of(cell(point.varied(), kind), cell(point.other(), kind))));
    }
    List<Column> columns = List.of(new Column(page.scenario(even.varied()), unit, true, ""), new Column(page.scenario(even.other()), unit, true, ""));
    return new FigureTableView(page.anchor(), "", leverName(even.lever()), columns, rows, assumptions, Sources.of(figures), files, Derivations.of(figures));
  }

  private String outcome(BreakEven even) {
    if (even.crossings().isEmpty()) {
      return page.word("breakeven.none", page.scenario(even.varied()), page.scenario(even.other()));
    }
    return page.word("breakeven.at", page.scenario(even.varied()), page.scenario(even.other()), page.name("lever." + even.lever().key(), even.lever().label()), at(even));
  }

  private static Cell cell(double value, String kind) {
    return new Cell(Double.isFinite(value) ? Numbers.three(value) : "", Double.isFinite(value) ? kind : Kind.BLOCKED.word(), "", "", false, "", Bar.NONE);
  }
}
