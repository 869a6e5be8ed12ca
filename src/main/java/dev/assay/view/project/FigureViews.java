package dev.assay.view.project;

import dev.assay.cost.Accounting;
import dev.assay.cost.CostAccountingOptions;
import dev.assay.cost.Estimate;
import dev.assay.cost.Figure;
import dev.assay.cost.FigureTable;
import dev.assay.cost.data.Input;
import dev.assay.cost.unit.Numbers;
import dev.assay.cost.unit.Range;
import dev.assay.note.Language;
import dev.assay.view.AccountingView;
import dev.assay.view.FigureTableView;
import dev.assay.view.LinkView;
import dev.assay.view.RoleView;
import dev.assay.view.SourceView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Figures as the pages of one language show them.
public final class FigureViews {
  private static final int SCALE = 1000;

  private final Words words;
  private final Language language;
  private final Map<String, String> labels;

  /// @param words    the names of figures in other languages than the model's own English: `figure.<key>`
  /// @param language the page's language
  /// @param labels   what pages in this language call the scenarios that have a label, by name
  public FigureViews(Words words, Language language, Map<String, String> labels) {
    this.words = words;
    this.language = language;
    this.labels = Map.copyOf(labels);
  }

  /// A table of figures.
  ///
  /// @param anchor its anchor on the page
  /// @param files  the same as files
  public FigureTableView table(FigureTable table, String anchor, List<LinkView> files) {
    List<FigureTableView.Column> columns = new ArrayList<>();
    for (FigureTable.Column column : table.columns()) {
      columns.add(new FigureTableView.Column(named("figure." + column.key(), column.label()), column.unit(), true, formula(table, columns.size())));
    }
    List<FigureTableView.Row> rows = new ArrayList<>();
    for (FigureTable.Row row : table.rows()) {
      boolean baseline = table.baseline().filter(row.scenario()::equals).isPresent();
      List<FigureTableView.Cell> cells = new ArrayList<>();
      for (int i = 0; i < row.cells().size(); i++) {
        cells.add(cell(row.cells().get(i), column(table, i)));
      }
      rows.add(new FigureTableView.Row(labels.getOrDefault(row.scenario(), row.scenario()), row.description(), baseline, cells));
    }
    return new FigureTableView(
        anchor, table.caption(), words.of(language, "figures.scenario"), columns, rows, table.notes(), sources(figures(table)), files, Derivations.of(figures(table)));
  }

  private static List<Figure> figures(FigureTable table) {
    return table.rows().stream().flatMap(row -> row.cells().stream()).map(FigureTable.Cell::figure).toList();
  }

  private static List<Figure> column(FigureTable table, int index) {
    return table.rows().stream().map(row -> row.cells().get(index).figure()).toList();
  }

  private static String formula(FigureTable table, int index) {
    return table.rows().isEmpty() ? "" : table.rows().getFirst().cells().get(index).figure().formula();
  }

  private static FigureTableView.Cell cell(FigureTable.Cell cell, List<Figure> column) {
    Figure figure = cell.figure();
    String title =
        figure.blockers().isEmpty() ? figure.formula() : "unknown: " + String.join(", ", figure.blockers());
    return new FigureTableView.Cell(
        figure.estimate().isPresent() ? figure.number() : "", figure.kind().word(), figure.range(),
        cell.toBaseline().map(ratio -> "×" + Numbers.three(ratio)).orElse(""), isBest(figure, column), title,
        bar(figure, column));
  }

  /// Which way of a figure is better.
  private enum Better {
    LOWER,
    HIGHER,
    NEITHER
  }

  private static Better better(String key) {
    if (key.startsWith("usd_") || key.startsWith("joules_") || key.equals("tpot_ms") || key.equals("ttft_ms")) {
      return Better.LOWER;
    }
    boolean rate = key.startsWith("tokens_per_") || key.startsWith("output_tokens_per_") || key.startsWith("input_tokens_per_");
    return rate ? Better.HIGHER : Better.NEITHER;
  }

  /// The best of a column with at least two known and different values.
  private static boolean isBest(Figure figure, List<Figure> column) {
    Better better = better(figure.key());
    if (better == Better.NEITHER || figure.estimate().isEmpty()) {
      return false;
    }
    double own = figure.estimate().get().value();
    double[] known = column.stream().flatMap(f -> f.estimate().stream()).mapToDouble(Estimate::value).toArray();
    boolean differ = false;
    for (double other : known) {
      differ |= other != own;
      if (better == Better.LOWER ? other < own : other > own) {
        return false;
      }
    }
    return differ;
  }

  private static FigureTableView.Bar bar(Figure figure, List<Figure> column) {
    Optional<Estimate> own = figure.estimate().filter(estimate -> !estimate.isExact());
    double top = column.stream().flatMap(f -> f.estimate().stream()).mapToDouble(Estimate::p90).max().orElse(0);
    if (own.isEmpty() || !(top > 0)) {
      return FigureTableView.Bar.NONE;
    }
    return new FigureTableView.Bar(
        share(own.get().p10(), top), share(own.get().value(), top), share(own.get().p90(), top));
  }

  private static int share(double value, double top) {
    return Math.clamp(Math.round(value / top * SCALE), 0, SCALE);
  }

  static SourceView source(String written) {
    boolean address = written.startsWith("https://") || written.startsWith("http://");
    return address ? new SourceView(written, written, "link") : new SourceView(written, "", "attribution");
  }

  private static List<SourceView> sources(List<Figure> figures) {
    Set<String> named = new LinkedHashSet<>();
    for (Figure figure : figures) {
      figure.inputs().stream()
          .filter(input -> !input.isSetByScenario() && !input.source().isBlank())
          .map(Input::source)
          .forEach(named::add);
    }
    return named.stream().map(FigureViews::source).toList();
  }

  /// What someone reported, and what follows from it.
  public AccountingView accounting(CostAccountingOptions options, FigureTable table, String anchor) {
    List<AccountingView.Line> inputs = new ArrayList<>();
    for (Accounting.Item item : Accounting.Item.values()) {
      Input input = options.accounting().items().get(item);
      if (input != null) {
        inputs.add(
            new AccountingView.Line(
                named("reported." + item.key(), item.key().replace('_', ' ')), reported(input), input.unit().symbol(), input.kind().word(), "", ""));
      }
    }
    List<AccountingView.Line> results = new ArrayList<>();
    for (Figure figure : figures(table)) {
      results.add(
          new AccountingView.Line(
              named("accounting." + figure.key(), figure.label()), figure.estimate().isPresent() ? figure.number() : "", figure.unit().symbol(),
              figure.kind().word(), figure.range(), figure.formula()));
    }
    List<SourceView> sources =
        options.accounting().items().values().stream()
            .map(Input::source)
            .distinct()
            .map(FigureViews::source)
            .toList();
    return new AccountingView(anchor, options.caption(), inputs, results, table.notes(), sources, List.of());
  }

  /// A reported number as it was reported, every digit of it; ranges are rounded.
  private static String reported(Input input) {
    Optional<Range> exact = input.range().filter(Range::isExact);
    if (exact.isPresent()) {
      String digits = Numbers.shortest(exact.get().typical());
      boolean whole = digits.matches("\\d{4,}");
      return whole ? Numbers.significant(exact.get().typical(), digits.length()) : digits;
    }
    String text = input.text();
    String unit = " " + input.unit().symbol();
    return text.endsWith(unit) ? text.substring(0, text.length() - unit.length()) : text;
  }

  /// A figure in a sentence.
  public static RoleView role(String text, Figure figure) {
    String range = figure.range().isEmpty() ? "" : " (" + figure.range() + ")";
    return new RoleView(text, figure.kind().word(), figure.name() + range + " = " + figure.formula(), "#numbers");
  }

  /// A figure among the reasons of a claim.
  ///
  /// @param anchor the table that shows it; empty when none does
  public NoteFigures.Shown premise(Figure figure, String anchor) {
    return new NoteFigures.Shown(named(figure.key(), figure.label()) + " (" + labels.getOrDefault(figure.scenario(), figure.scenario()) + "): " + figure.text(), figure.kind().word(), anchor);
  }

  private String named(String key, String label) {
    return capital(words.or(language, key, label));
  }

  private static String capital(String label) {
    return label.isEmpty() ? label : label.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + label.substring(1);
  }
}
