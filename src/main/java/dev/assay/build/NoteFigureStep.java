package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.chart.block.CostAccuracyBlock;
import dev.assay.chart.block.CostBreakevenBlock;
import dev.assay.chart.block.CostChartBlock;
import dev.assay.chart.block.CostLeversBlock;
import dev.assay.chart.block.DataChartBlock;
import dev.assay.chart.block.DataRole;
import dev.assay.chart.block.DataTableBlock;
import dev.assay.chart.block.Drawn;
import dev.assay.chart.block.Page;
import dev.assay.cost.CostAccountingOptions;
import dev.assay.cost.CostTableOptions;
import dev.assay.cost.Figure;
import dev.assay.cost.FigureBook;
import dev.assay.cost.FigureExpression;
import dev.assay.cost.FigureTable;
import dev.assay.cost.Figures;
import dev.assay.cost.Read;
import dev.assay.cost.ScenarioReader;
import dev.assay.cost.Scenarios;
import dev.assay.export.FigureRows;
import dev.assay.frontmatter.DirectiveReader;
import dev.assay.frontmatter.Fields;
import dev.assay.frontmatter.ParsedMapping;
import dev.assay.note.Digest;
import dev.assay.note.Directive;
import dev.assay.note.Role;
import dev.assay.note.SitePath;
import dev.assay.note.Value;
import dev.assay.note.ValueDigest;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.view.LinkView;
import dev.assay.view.Markup;
import dev.assay.view.Part;
import dev.assay.view.RoleView;
import dev.assay.view.project.Derivations;
import dev.assay.view.project.FigureViews;
import dev.assay.view.project.NoteFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The figures of one note, while they are made.
final class NoteFigureStep {
  /// More of one note help nobody, and one may hold ten thousand.
  private static final int MOST_PROBLEMS = 200;

  private final FigureStep step;
  private final Entry entry;
  private FigureBook book;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> reported = new HashSet<>();
  private final Map<SitePath, Figures> files = new LinkedHashMap<>();
  private final Map<String, String> tables = new HashMap<>();
  private final Map<String, NoteFigures.Shown> premises = new HashMap<>();
  private final List<BesideNote> shown = new ArrayList<>();
  private final ToldOnce told = new ToldOnce();
  private final List<Figure> quoted = new ArrayList<>();
  private final Map<String, Quotable> named = new HashMap<>();
  private int count;

  NoteFigureStep(FigureStep step, Entry entry) {
    this.step = step;
    this.entry = entry;
    this.book = entry.note().head().scenarios().map(this::ownBook).orElse(step.siteBook());
  }

  private FigureBook ownBook(Value.Mapping written) {
    Read<Scenarios> read = new ScenarioReader(step.model().catalog()).read(written, step.site(), dev.assay.cost.Excerpts.NONE);
    problems.addAll(read.problems());
    return new FigureBook(step.model(), read.value());
  }

  /// What came of one note.
  ///
  /// @param names figures that its claims can rest on
  /// @param files scenarios to publish, by their address without its ending
  /// @param shown charts and rows to publish beside it
  record Result(
      NoteFigures figures, Set<String> names, Map<SitePath, Figures> files, List<BesideNote> shown, int count,
      List<Problem> problems) {}

  Result run() {
    List<Part> blocks = new ArrayList<>();
    for (Directive directive : entry.note().directives()) {
      blocks.add(told.part(block(directive, blocks.size())));
    }
    List<RoleView> roles = entry.note().roles().stream().map(this::role).toList();
    Set<String> names = new HashSet<>(reported);
    for (String scenario : book.scenarios().names()) {
      if (needed(scenario)) {
        book.figures(scenario).ifPresent(figures -> figures.byKey().values().forEach(f -> {
          names.add(f.name());
          premise(f);
        }));
      }
    }
    return new Result(new NoteFigures(blocks, roles, premises, Derivations.of(quoted)), names, files, shown, count, problems);
  }

  /// Keeps a figure that a claim may rest on, with the table that shows it.
  private void premise(Figure figure) {
    premises.putIfAbsent(figure.name(), views().premise(figure, tables.getOrDefault(figure.name(), "")));
  }

  /// Scenarios are only evaluated for the sake of claims that name one of their figures as a premise.
  private boolean needed(String scenario) {
    return entry.note().claims().stream()
        .flatMap(claim -> claim.values("because").stream())
        .anyMatch(written -> written.replaceFirst("^#", "").startsWith(scenario + "."));
  }

  private Part block(Directive directive, int index) {
    if (directive.name().equals(CheckpointStep.NAME)) {
      // Filled when pages are made: what it shows depends on other notes.
      return new Part.Html(Markup.NONE);
    }
    ParsedMapping parsed = DirectiveReader.read(directive);
    problems.addAll(parsed.problems());
    String anchor = anchor(index + 1);
    dev.assay.cost.Excerpts excerpts = place -> line(directive, place);
    Fields fields = Fields.of(parsed.mapping(), dev.assay.frontmatter.Excerpts.of(directive));
    Page page = page(anchor);
    CostChartBlock.From from = new CostChartBlock.From(book, step.model(), excerpts, this::file, step.data());
    return switch (directive.name()) {
      case "cost-table" -> table(parsed, excerpts, anchor);
      case "cost-accounting" -> accounting(parsed, excerpts, anchor);
      case "cost-chart" -> drawn(CostChartBlock.draw(fields, from, page), page);
      case "cost-levers" -> drawn(CostLeversBlock.draw(fields, from, page), page);
      case "cost-breakeven" -> drawn(CostBreakevenBlock.draw(fields, from, page), page);
      case "cost-accuracy" -> accuracy(CostAccuracyBlock.read(fields, page), directive, page);
      case "data-table" -> drawn(DataTableBlock.draw(fields, step.data(), page), page);
      case "data-chart" -> drawn(DataChartBlock.draw(fields, step.data(), page), page);
      default -> new Part.Html(Markup.NONE);
    };
  }

  private Page page(String anchor) {
    return new Page(
        step.where().words(), entry.language(), anchor, link(anchor + ".svg"), link(anchor + ".csv"), book.scenarios().labels(entry.language()));
  }

  /// The address of a file beside the note.
  private LinkView link(String name) {
    return new LinkView(name, step.where().base().href(beside(name)));
  }

  private SitePath beside(String name) {
    return entry.address().at(name);
  }

  /// What a block comes to, under the name that a sentence quotes it by.
  private record Quotable(Drawn.Named what, String anchor) {}

  private Part drawn(Drawn drawn, Page page) {
    problems.addAll(drawn.problems());
    drawn.named().ifPresent(what -> named.putIfAbsent(what.name(), new Quotable(what, page.anchor())));
    count += drawn.figures();
    if (drawn.part() instanceof Part.Chart) {
      picture(drawn.part(), page);
    }
    if (!drawn.rows().isEmpty()) {
      shown.add(new BesideNote.Rows(beside(page.rows().text()), drawn.rows()));
    }
    return drawn.part();
  }

  private void picture(Part part, Page page) {
    shown.add(new BesideNote.Picture(beside(page.image().text()), entry.note().file(), entry.language(), part));
  }

  /// The model's errors change with the program alone, and the words for them with the theme.
  private Part accuracy(CostAccuracyBlock.Later block, Directive directive, Page page) {
    problems.addAll(block.drawn().problems());
    Digest digest =
        ValueDigest.ofList(
            List.of("accuracy", Program.fingerprint().hex(), directive.body(), page.anchor(), page.image(), entry.language().tag()));
    Part later = new Part.Later(digest, block.made());
    if (block.chart()) {
      picture(later, page);
    }
    return later;
  }

  /// What the note calls by this name itself, such as the heading "Figure 1", keeps it.
  private String anchor(int number) {
    String anchor = "figure-" + number;
    while (entry.note().anchors().contains(anchor)) {
      anchor += "-table";
    }
    return anchor;
  }

  private static String line(Directive directive, Place place) {
    int index = place.line() - directive.bodyLine();
    return index >= 0 && index < directive.lines().size() ? directive.lines().get(index) : "";
  }

  private Part table(ParsedMapping parsed, dev.assay.cost.Excerpts excerpts, String anchor) {
    Read<CostTableOptions> options = CostTableOptions.read(parsed.mapping(), excerpts);
    problems.addAll(options.problems());
    Read<FigureTable> filled = options.value().fill(book, excerpts);
    problems.addAll(filled.problems());
    count += filled.value().rows().stream().mapToInt(row -> row.cells().size()).sum();
    filled.value().rows().forEach(row -> row.cells().forEach(cell -> tables.putIfAbsent(cell.figure().name(), anchor)));
    List<LinkView> links = new ArrayList<>();
    if (!filled.value().rows().isEmpty()) {
      shown.add(new BesideNote.Rows(beside(anchor + ".csv"), FigureRows.of(filled.value())));
      links.add(new LinkView("CSV", link(anchor + ".csv").address()));
    }
    filled.value().rows().forEach(row -> links.addAll(file(row.scenario())));
    return new Part.FigureTable(views().table(filled.value(), anchor, links));
  }

  private FigureViews views() {
    return new FigureViews(step.where().words(), entry.language(), book.scenarios().labels(entry.language()));
  }

  /// Publishes a scenario's figures beside the note; the links to them.
  private List<LinkView> file(String scenario) {
    SitePath address = step.where().addresses().at(entry.language(), "/cost/" + entry.slug() + "/" + scenario);
    Optional<Figures> figures = book.figures(scenario);
    figures.ifPresent(known -> files.put(address, known));
    return figures.isEmpty()
        ? List.of()
        : List.of(
            new LinkView(scenario + ".csv", step.where().base().href(new SitePath(address.value() + ".csv"))),
            new LinkView(scenario + ".json", step.where().base().href(new SitePath(address.value() + ".json"))));
  }

  private Part accounting(ParsedMapping parsed, dev.assay.cost.Excerpts excerpts, String anchor) {
    Read<CostAccountingOptions> options = CostAccountingOptions.read(parsed.mapping(), excerpts);
    problems.addAll(options.problems());
    FigureTable table = options.value().fill();
    List<Figure> figures =
        table.rows().stream().flatMap(row -> row.cells().stream()).map(FigureTable.Cell::figure).toList();
    figures.forEach(figure -> {
      reported.add(figure.name());
      tables.putIfAbsent(figure.name(), anchor);
      premise(figure);
    });
    book = book.with(options.value().name(), figures);
    count += figures.size();
    return new Part.Accounting(views().accounting(options.value(), table, anchor));
  }

  private RoleView role(Role role) {
    if (role.isCitation()) {
      return new RoleView(role.expression(), "", "");
    }
    if (role.name().equals("data")) {
      DataRole.Result datum = DataRole.find(role, step.data());
      datum.problems().stream().limit(Math.max(0, MOST_PROBLEMS - problems.size())).forEach(problems::add);
      return datum.view();
    }
    Quotable block = named.get(role.expression().strip());
    if (block != null) {
      return quote(role, block);
    }
    return switch (book.evaluate(role.expression())) {
      case FigureBook.Outcome.Known(String text, Figure figure) -> {
        count++;
        quote(figure, role.expression());
        yield FigureViews.role(text, figure);
      }
      case FigureBook.Outcome.Unknown(List<FigureExpression.Fault> faults) -> {
        faults.stream().limit(Math.max(0, MOST_PROBLEMS - problems.size())).forEach(fault -> problems.add(problem(role, fault)));
        yield new RoleView(role.expression(), "", "");
      }
    };
  }

  private RoleView quote(Role role, Quotable block) {
    if (block.what().text().isEmpty()) {
      problems.add(problem(role, new FigureExpression.Fault(Code.UNKNOWN_FIGURE, 0, role.expression().length(), block.what().told(), "let the lever move further, or write this sentence without the number")));
      return new RoleView(role.expression(), "", "");
    }
    count++;
    return new RoleView(block.what().text(), block.what().kind(), block.what().told(), "#" + block.anchor());
  }

  /// Both sides of a ratio are figures of their own.
  private void quote(Figure figure, String expression) {
    List<String> sides = figure.key().isEmpty() ? List.of(FigureBook.withoutForm(expression).split(" / ", -1)) : List.of(FigureBook.withoutForm(expression));
    for (String side : sides) {
      if (book.evaluate(side.strip()) instanceof FigureBook.Outcome.Known(_, Figure known)) {
        quoted.add(known);
        file(known.scenario());
      }
    }
  }

  private static Problem problem(Role role, FigureExpression.Fault fault) {
    String expression = role.expression();
    Place place = role.place();
    int start = expression.codePointCount(0, Math.min(fault.start(), expression.length()));
    int length = expression.codePointCount(Math.min(fault.start(), expression.length()), Math.min(fault.end(), expression.length()));
    Place at = new Place(place.file(), place.line(), place.column() + start, Math.max(1, length));
    return new Problem(Severity.ERROR, fault.code(), at, fault.message(), role.excerpt(), fault.hint());
  }
}
