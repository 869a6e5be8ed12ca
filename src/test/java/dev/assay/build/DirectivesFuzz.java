package dev.assay.build;

import dev.assay.chart.block.CostBreakevenBlock;
import dev.assay.chart.block.CostChartBlock;
import dev.assay.chart.block.CostLeversBlock;
import dev.assay.chart.block.DataChartBlock;
import dev.assay.chart.block.DataFiles;
import dev.assay.chart.block.DataRole;
import dev.assay.chart.block.DataTableBlock;
import dev.assay.chart.block.Drawn;
import dev.assay.chart.block.Page;
import dev.assay.claim.CheckpointQuery;
import dev.assay.cost.CostAccountingOptions;
import dev.assay.cost.CostModel;
import dev.assay.cost.CostTableOptions;
import dev.assay.cost.Excerpts;
import dev.assay.cost.FigureBook;
import dev.assay.cost.Scenarios;
import dev.assay.cost.data.Catalog;
import dev.assay.frontmatter.DataReader;
import dev.assay.frontmatter.DataTableReader;
import dev.assay.frontmatter.DirectiveReader;
import dev.assay.frontmatter.Fields;
import dev.assay.frontmatter.ParsedMapping;
import dev.assay.markdown.Markdown;
import dev.assay.markdown.MarkdownInput;
import dev.assay.markdown.MarkdownOptions;
import dev.assay.markdown.MarkdownResult;
import dev.assay.note.Directive;
import dev.assay.note.Language;
import dev.assay.note.Piece;
import dev.assay.note.Role;
import dev.assay.note.Shortcodes;
import dev.assay.note.Value;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.testing.FuzzTarget;
import dev.assay.view.LinkView;
import dev.assay.view.project.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Directives, roles and shortcodes, from the note to the block: problems have places on the note's lines, what a shortcode prints
/// runs nothing, and a word of a role is kept.
public final class DirectivesFuzz implements FuzzTarget {
  private static final List<String> DIRECTIVES = List.of("cost-table", "cost-chart", "cost-levers", "cost-breakeven", "cost-accounting", "data-table", "data-chart", "checkpoints");
  private static final CostModel MODEL = new CostModel(Catalog.shipped(), 16);
  private static final FigureBook BOOK = new FigureBook(MODEL, scenarios());
  private static final DataTableReader.Result TABLE =
      DataTableReader.read(new SourceText("content/data/rents.csv", "name,date,price,share\nH100,2026-01-01,2.10,40%\nH200,2026-05-01,3.5 USD,\nB200,2026-Q3,\"4,200\",x\n"));
  private static final DataFiles FILES =
      new DataFiles() {
        @Override
        public Optional<DataTableReader.Result> read(String name) {
          return name.equals("rents.csv") ? Optional.of(TABLE) : Optional.empty();
        }

        @Override
        public List<String> names() {
          return List.of("rents.csv");
        }
      };
  private static final Words WORDS =
      new Words() {
        @Override
        public String of(Language language, String key) {
          return key;
        }

        @Override
        public String of(Language language, String key, int number) {
          return key + number;
        }

        @Override
        public String or(Language language, String key, String otherwise) {
          return otherwise;
        }
      };
  private static final Page PAGE = new Page(WORDS, Language.ENGLISH, "figure-1", new LinkView("svg", "f.svg"), new LinkView("csv", "f.csv"), Map.of());

  private static final List<String> TOKENS =
      List.of(
          "scenarios: ", "[base]", "[base, low]", "base", "low", "metrics: ", "metric: ", "usd_per_million_output_tokens", "tokens_per_second", "x: ", "y: ", "batch", "series: ", "type: ", "bar", "line", "frontier", "sweep: ", "from: ", "to: ", "steps: ", "levers: ", "against: ",
          "file: rents.csv\n", "file: ", "columns: ", "[name, price]", "price", "name", "date", "share", "where: ", "sort: ", "limit: ", "title: ", "caption: ", "unit: ", "USD", "log: true", "name: ", "market: ", "kind: ", "status: ", "due: ", "before: 2027", "entity: ", "name: a\n",
          "\n", ": ", ", ", "[", "]", "{", "}", "\"", "'", "- ", "  ", "true", "1..10", "1, 2, 4", "-1", "1e9", "0", "x", "가격", "null", "#", "&a", "*a", "electricity", "0.05..0.1 USD/kWh", "workload: decode",
          "```{cost-table}\n", "```{cost-chart}\n", "```{data-chart} rents.csv\n", "```{data-table}\n", "```{checkpoints}\n", "\n```\n", ":::{details} T\n", ":::{details title=\"x\" open=true}\n", "\n:::\n", ":::{quotation}\n", ":author: K\n", ":source: https://x.org\n", ":title: T\n", ":open: true\n",
          "by=\"K\"", "cite=https://x.org", "url=javascript:x", "{cost}`base.tokens_per_second`", "{cost}`base.a / low.b`", "{data}`rents.csv#H100.price`", "{details}`x`", "{kbd}`x`", "`", "{", "#id ", "{#id}", "word ", "- ", "> ", "*x*", "[x](y.md)", "<b>", "<script>", "$", "| a |\n|-|\n", "\\");

  private static @Nullable Shortcodes shortcodes;

  private static Scenarios scenarios() {
    String written = "base: {model: deepseek-v3, accelerator: h200, accelerators: 8, workload: decode, batch: 32}\nlow: {extends: base, electricity: 0.05 USD/kWh}\n";
    Value.Mapping mapping = DataReader.mapping(new SourceText("content/data/scenarios.yaml", written)).mapping();
    return new dev.assay.cost.ScenarioReader(Catalog.shipped()).read(mapping, Scenarios.NONE, Excerpts.NONE).value();
  }

  /// Those that every site has.
  private static synchronized Shortcodes shortcodes() {
    if (shortcodes == null) {
      try {
        Path empty = Files.createTempDirectory("assay-fuzz");
        shortcodes = SiteSurvey.shortcodes(empty);
        Files.delete(empty);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shortcodes;
  }

  @Override
  public List<String> tokens() {
    return TOKENS;
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> all = new ArrayList<>();
    List<String> bodies =
        List.of(
            "scenarios: [base, low]\nmetrics: [usd_per_million_output_tokens, tokens_per_second]\n", "type: bar\nscenarios: [base, low]\nmetric: tokens_per_second\n", "scenario: base\nmetric: usd_per_million_output_tokens\n",
            "name: even\nscenario: base\nagainst: low\nlever: electricity\nmetric: usd_per_million_output_tokens\n", "name: day\nscenario: base\n", "file: rents.csv\ncolumns: [name, price]\nsort: price\nlimit: 2\n", "file: rents.csv\nx: date\ny: price\nseries: name\ntype: line\n", "status: open\nbefore: 2027-01-01\n");
    for (int i = 0; i < DIRECTIVES.size(); i++) {
      all.add(FuzzTarget.seed(i, bodies.get(i)));
      all.add(FuzzTarget.seed(15, "Words {cost}`base.tokens_per_second` and {data}`rents.csv#H100.price`.\n\n```{" + DIRECTIVES.get(i) + "}\n" + bodies.get(i) + "```\n"));
    }
    all.add(FuzzTarget.seed(15, ":::{details} Title *x*\n:open: true\n\nWords\n:::\n\n:::{quotation by=\"K\" cite=https://x.org}\nq\n:::\n"));
    FuzzTarget.examples("").forEach(example -> all.add(FuzzTarget.seed(15, example)));
    all.add(FuzzTarget.seed(14, "base.tokens_per_second / low.tokens_per_second as percent"));
    all.add(FuzzTarget.seed(13, "rents.csv#H100.price"));
    all.add(FuzzTarget.seed(0x8f, new byte[] {76, 80, 46, 95, 78, 46, 90}));
    return all;
  }

  @Override
  public void run(byte[] data) {
    String text = FuzzTarget.text(data, TOKENS);
    int way = FuzzTarget.way(data) & 15;
    switch (way) {
      case 14 -> BOOK.evaluate(text.strip());
      case 13 -> DataRole.find(new Role("data", text, new dev.assay.problem.Place("x.md", 1, 1, 1), text), FILES);
      case 8, 9, 10, 11, 12, 15 -> note(text);
      default -> note("Words\n\n```{" + DIRECTIVES.get(way) + "}\n" + text + "\n```\n");
    }
  }

  private static void note(String text) {
    SourceText source = new SourceText("content/post/x.md", text);
    MarkdownResult result =
        Markdown.parse(new MarkdownInput(source, 0, Optional.of("T"), Language.ENGLISH, MarkdownOptions.of(List.of(Language.ENGLISH), Map.of(), false), Set.of(), Map.of(), shortcodes()));
    FuzzTarget.places(source, result.problems());
    for (Directive directive : result.directives()) {
      block(source, directive);
    }
    safe(text, result.body().pieces());
    for (Role role : result.roles()) {
      FuzzTarget.require(text.replaceAll("\\s+", "").contains(role.expression().replaceAll("\\s+", "")) || text.indexOf('>') >= 0 || text.indexOf('|') >= 0, text, "a role that is not there: " + role.expression());
      if (role.name().equals("cost")) {
        BOOK.evaluate(role.expression());
      } else if (role.name().equals("data")) {
        DataRole.find(role, FILES);
      }
    }
  }

  private static void block(SourceText source, Directive directive) {
    ParsedMapping parsed = DirectiveReader.read(directive);
    inside(source, directive, parsed.problems());
    Fields fields = Fields.of(parsed.mapping(), dev.assay.frontmatter.Excerpts.of(directive));
    CostChartBlock.From from = new CostChartBlock.From(BOOK, MODEL, Excerpts.NONE, _ -> List.of(), FILES);
    Optional<Drawn> drawn =
        switch (directive.name()) {
          case "cost-chart" -> Optional.of(CostChartBlock.draw(fields, from, PAGE));
          case "cost-levers" -> Optional.of(CostLeversBlock.draw(fields, from, PAGE));
          case "cost-breakeven" -> Optional.of(CostBreakevenBlock.draw(fields, from, PAGE));
          case "data-table" -> Optional.of(DataTableBlock.draw(fields, FILES, PAGE));
          case "data-chart" -> Optional.of(DataChartBlock.draw(fields, FILES, PAGE));
          case "cost-table" -> {
            var options = CostTableOptions.read(parsed.mapping(), Excerpts.NONE);
            inside(source, directive, options.problems());
            inside(source, directive, options.value().fill(BOOK, Excerpts.NONE).problems());
            yield Optional.empty();
          }
          case "cost-accounting" -> {
            inside(source, directive, CostAccountingOptions.read(parsed.mapping(), Excerpts.NONE).problems());
            yield Optional.empty();
          }
          default -> {
            CheckpointQuery.read(parsed.mapping());
            yield Optional.empty();
          }
        };
    drawn.ifPresent(block -> {
      inside(source, directive, block.problems().stream().filter(problem -> problem.place().file().equals(source.file())).toList());
      block.rows().forEach(row -> FuzzTarget.require(row.size() == block.rows().getFirst().size(), source.text(), "rows of different lengths"));
    });
  }

  private static void inside(SourceText source, Directive directive, List<Problem> problems) {
    for (Problem problem : problems) {
      FuzzTarget.place(source, problem.place());
      FuzzTarget.require(problem.place().line() >= directive.place().line(), source.text(), "a problem above its directive: " + problem);
      FuzzTarget.require(problem.message().indexOf('\n') < 0, source.text(), "not one line: " + problem);
    }
  }

  private static void safe(String text, List<Piece> pieces) {
    StringBuilder html = new StringBuilder();
    pieces.forEach(piece -> {
      switch (piece) {
        case Piece.Html(String part) -> html.append(part);
        case Piece.Printed(List<Piece> page, List<Piece> plain) -> {
          safe(text, page);
          safe(text, plain);
        }
        default -> html.append('x');
      }
    });
    for (Element element : Jsoup.parseBodyFragment(html.toString()).getAllElements()) {
      FuzzTarget.require(!Set.of("script", "style", "iframe", "object", "embed", "form").contains(element.normalName()), text, "<" + element.normalName() + "> in " + html);
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        FuzzTarget.require(!name.startsWith("on") && !name.equals("style") && !name.equals("srcdoc"), text, name + " in " + html);
        FuzzTarget.require(!attribute.getValue().replaceAll("[\\x00-\\x20]", "").toLowerCase(Locale.ROOT).startsWith("javascript:") || !(name.equals("href") || name.equals("src") || name.equals("cite")), text, attribute + " in " + html);
      }
    }
  }
}
