package dev.assay.build;

import dev.assay.catalog.Addresses;
import dev.assay.catalog.Entry;
import dev.assay.cost.CostAccountingOptions;
import dev.assay.cost.CostModel;
import dev.assay.cost.CostTableOptions;
import dev.assay.cost.Figure;
import dev.assay.cost.FigureBook;
import dev.assay.cost.FigureExpression;
import dev.assay.cost.FigureTable;
import dev.assay.cost.Figures;
import dev.assay.cost.Read;
import dev.assay.cost.ScenarioReader;
import dev.assay.cost.Scenarios;
import dev.assay.cost.data.Catalog;
import dev.assay.frontmatter.DirectiveReader;
import dev.assay.frontmatter.ParsedMapping;
import dev.assay.note.Directive;
import dev.assay.note.Note;
import dev.assay.note.Role;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.view.LinkView;
import dev.assay.view.Markup;
import dev.assay.view.Part;
import dev.assay.view.RoleView;
import dev.assay.view.project.Base;
import dev.assay.view.project.FigureViews;
import dev.assay.view.project.NoteFigures;
import dev.assay.view.project.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Computes the figures that notes show.
final class FigureStep {
  /// All figures of a site.
  ///
  /// @param byNote what directives and roles come to; only notes that have some
  /// @param names  the figures that a note can rest a claim on
  /// @param files  the scenarios whose figures are published as files, by their address without its ending
  record Result(
      Map<SourceId, NoteFigures> byNote, Map<SourceId, Set<String>> names, Map<SitePath, Figures> files, int count,
      List<Problem> problems) {
    /// Whether a note has a figure of a name.
    boolean has(SourceId note, String name) {
      return names.getOrDefault(note, Set.of()).contains(name);
    }
  }

  private final CostModel model;
  private final Scenarios site;
  private final FigureBook siteBook;
  private final Venue where;

  private FigureStep(CostModel model, Scenarios site, Venue where) {
    this.model = model;
    this.site = site;
    this.where = where;
    this.siteBook = new FigureBook(model, site);
  }

  /// Where figures are published and in which words.
  record Venue(Addresses addresses, Base base, Words words) {}

  /// Computes the figures of the published notes.
  static Result of(Reading reading, List<Entry> entries, Venue where, int jobs) {
    boolean wanted = entries.stream().anyMatch(FigureStep::hasFigures) || !reading.data().isEmpty();
    if (!wanted) {
      // The catalog is not even read for a site without figures.
      return new Result(Map.of(), Map.of(), Map.of(), 0, List.of());
    }
    Catalog catalog = Catalog.shipped();
    List<Problem> problems = new ArrayList<>();
    Scenarios site = WrittenScenarios.ofSite(reading, catalog, problems);
    FigureStep step = new FigureStep(new CostModel(catalog), site, where);
    List<Entry> some = entries.stream().filter(FigureStep::hasFigures).toList();
    List<NoteResult> results = Parallel.map(some, jobs, step::note, _ -> {});
    Map<SourceId, NoteFigures> byNote = new HashMap<>();
    Map<SourceId, Set<String>> names = new HashMap<>();
    Map<SitePath, Figures> files = new TreeMap<>();
    Map<SitePath, Note> publishers = new HashMap<>();
    int count = 0;
    for (int i = 0; i < some.size(); i++) {
      NoteResult result = results.get(i);
      byNote.put(some.get(i).source(), result.figures());
      names.put(some.get(i).source(), result.names());
      problems.addAll(result.problems());
      count += result.count();
      files.putAll(result.files());
      Note note = some.get(i).note();
      result.files().keySet().forEach(file -> takenBy(publishers.putIfAbsent(file, note), file, note).ifPresent(problems::add));
    }
    return new Result(byNote, names, files, count, problems);
  }

  /// Two notes of one slug, in different folders, cannot both publish a scenario of one name.
  private static Optional<Problem> takenBy(@Nullable Note other, SitePath file, Note note) {
    return Optional.ofNullable(other)
        .map(
            o ->
                Problem.ofFile(
                    Severity.ERROR, Code.ADDRESS_TAKEN, note.file(),
                    "the address " + file + ".json is taken by the figures of " + o.file(), "give one of them another 'slug'"));
  }

  private static boolean hasFigures(Entry entry) {
    var note = entry.note();
    return !note.directives().isEmpty() || !note.roles().stream().allMatch(Role::isCitation) || note.head().scenarios().isPresent()
        || note.claims().stream().flatMap(claim -> claim.values("because").stream()).anyMatch(FigureStep::mayBeFigure);
  }

  /// A note may rest on figures of the site that it does not show.
  private static boolean mayBeFigure(String premise) {
    return premise.indexOf('.') > 0;
  }

  private record NoteResult(
      NoteFigures figures, Set<String> names, Map<SitePath, Figures> files, int count, List<Problem> problems) {}

  private NoteResult note(Entry entry) {
    return new OneNote(entry).run();
  }

  /// The figures of one note while they are made.
  private final class OneNote {
    /// More of one note help nobody, and one may hold ten thousand.
    private static final int MOST_PROBLEMS = 200;

    private final Entry entry;
    private FigureBook book;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> reported = new HashSet<>();
    private final Map<SitePath, Figures> files = new LinkedHashMap<>();
    private int count;

    OneNote(Entry entry) {
      this.entry = entry;
      this.book = entry.note().head().scenarios().map(this::ownBook).orElse(siteBook);
    }

    private FigureBook ownBook(Value.Mapping written) {
      Read<Scenarios> read = new ScenarioReader(model.catalog()).read(written, site, dev.assay.cost.Excerpts.NONE);
      problems.addAll(read.problems());
      return new FigureBook(model, read.value());
    }

    NoteResult run() {
      List<Part> blocks = new ArrayList<>();
      for (Directive directive : entry.note().directives()) {
        blocks.add(block(directive, blocks.size()));
      }
      List<RoleView> roles = entry.note().roles().stream().map(this::role).toList();
      Set<String> names = new HashSet<>(reported);
      for (String scenario : book.scenarios().names()) {
        if (needed(scenario)) {
          book.figures(scenario).ifPresent(figures -> figures.byKey().values().forEach(f -> names.add(f.name())));
        }
      }
      return new NoteResult(new NoteFigures(blocks, roles), names, files, count, problems);
    }

    /// Scenarios are only evaluated for the sake of claims that name one of their figures as a premise.
    private boolean needed(String scenario) {
      return entry.note().claims().stream()
          .flatMap(claim -> claim.values("because").stream())
          .anyMatch(written -> written.replaceFirst("^#", "").startsWith(scenario + "."));
    }

    private Part block(Directive directive, int index) {
      ParsedMapping parsed = DirectiveReader.read(directive);
      problems.addAll(parsed.problems());
      String anchor = anchor(index + 1);
      dev.assay.cost.Excerpts excerpts = place -> line(directive, place);
      return switch (directive.name()) {
        case "cost-table" -> table(parsed, excerpts, anchor);
        case "cost-accounting" -> accounting(parsed, excerpts, anchor);
        default -> new Part.Html(Markup.NONE);
      };
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
      List<LinkView> links = filled.value().rows().stream().flatMap(row -> file(row.scenario()).stream()).toList();
      return new Part.FigureTable(views().table(filled.value(), anchor, links));
    }

    private FigureViews views() {
      return new FigureViews(where.words(), entry.language());
    }

    /// Publishes a scenario's figures beside the note; the links to them.
    private List<LinkView> file(String scenario) {
      SitePath address = where.addresses().at(entry.language(), "/cost/" + entry.slug() + "/" + scenario);
      Optional<Figures> figures = book.figures(scenario);
      figures.ifPresent(known -> files.put(address, known));
      return figures.isEmpty()
          ? List.of()
          : List.of(
              new LinkView(scenario + ".csv", where.base().href(new SitePath(address.value() + ".csv"))),
              new LinkView(scenario + ".json", where.base().href(new SitePath(address.value() + ".json"))));
    }

    private Part accounting(ParsedMapping parsed, dev.assay.cost.Excerpts excerpts, String anchor) {
      Read<CostAccountingOptions> options = CostAccountingOptions.read(parsed.mapping(), excerpts);
      problems.addAll(options.problems());
      FigureTable table = options.value().fill();
      List<Figure> figures =
          table.rows().stream().flatMap(row -> row.cells().stream()).map(FigureTable.Cell::figure).toList();
      figures.forEach(figure -> reported.add(figure.name()));
      book = book.with(options.value().name(), figures);
      count += figures.size();
      return new Part.Accounting(views().accounting(options.value(), table, anchor));
    }

    private RoleView role(Role role) {
      if (role.isCitation()) {
        return new RoleView(role.expression(), "", "");
      }
      return switch (book.evaluate(role.expression())) {
        case FigureBook.Outcome.Known(String text, Figure figure) -> {
          count++;
          yield FigureViews.role(text, figure);
        }
        case FigureBook.Outcome.Unknown(List<FigureExpression.Fault> faults) -> {
          faults.stream().limit(Math.max(0, MOST_PROBLEMS - problems.size())).forEach(fault -> problems.add(problem(role, fault)));
          yield new RoleView(role.expression(), "", "");
        }
      };
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
}
