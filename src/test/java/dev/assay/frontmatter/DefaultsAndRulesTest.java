package dev.assay.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Entity;
import dev.assay.note.FrontMatter;
import dev.assay.note.Gathering;
import dev.assay.note.Kind;
import dev.assay.note.Located;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Defaults of folders, rules of hubs, entities, and data files as tables.
class DefaultsAndRulesTest {
  private static ParsedSite parsed(String text) {
    return SiteReader.read(new SourceText("content/site.yaml", text), Site.defaults("x"), List.of("memo"));
  }

  private static String lines(List<Problem> problems) {
    return problems.stream().map(p -> p.place().line() + ":" + p.place().column() + " " + p.message() + (p.hint().isEmpty() ? "" : " | " + p.hint())).collect(Collectors.joining("\n"));
  }

  private static final String DEFAULTS =
      """
      languages: [en, ko]
      defaults:
        /: {authors: [Desk], toc: true, params: {a: 1, b: 1}}
        post: {tags: [Post], params: {b: 2}}
        /post/memory/: {tags: [HBM], description: Of memory}
        ko/post: {authors: [데스크]}
      """;

  private static Head head(String file, String text) {
    ParsedSite site = parsed(DEFAULTS);
    assertEquals("", lines(site.problems()));
    return FrontMatterReader.read(new SourceText(file, text), FrontMatterOptions.of(site.site(), new SourceId(file.substring("content/".length()))));
  }

  @Test
  void theNearerFolderWinsOverTheOuterAndTheNoteOverBoth() {
    assertEquals(List.of("Desk"), head("content/page/a.md", "Text").front().authors());
    assertEquals(Optional.of(true), head("content/page/a.md", "Text").front().toc());
    assertEquals(List.of("Post"), head("content/post/a.md", "---\nid: a\n---\n").front().tags());
    FrontMatter memory = head("content/post/memory/a.md", "---\nparams: {c: 3}\ntoc: false\n---\n").front();
    assertEquals(List.of("HBM"), memory.tags());
    assertEquals(Optional.of("Of memory"), memory.description());
    assertEquals(Optional.of(false), memory.toc());
    assertEquals("c=3 b=2 a=1", memory.params().orElseThrow().entries().stream().map(e -> e.key() + "=" + ((dev.assay.note.Value.Scalar) e.value()).text()).collect(Collectors.joining(" ")));
    FrontMatter korean = head("content/ko/post/memory/a.md", "Text").front();
    assertEquals(List.of("데스크"), korean.authors());
    assertEquals(List.of("HBM"), korean.tags());
    assertEquals(List.of("K"), head("content/post/a.md", "---\nkeywords: [K]\n---\n").front().tags());
    assertEquals(List.of(), head("content/post/a.md", "---\nkeywords: [K]\n---\n").problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→', quoteCharacter = '`',
      value = {
        "/posts: {toc: true} → 2:3 no folder under 'content' is called '/posts' | did you mean 'post'?", "zzzzzz: {toc: true} → 2:3 no folder under 'content' is called 'zzzzzz' | name a folder as in 'post/memory', or all with '/'",
        "post: true → 2:9 'defaults' of 'post' should be keys and values | write {tags: [HBM]}",
        "post: {slug: a} → 2:10 'slug' belongs to one note, so that a folder cannot have a default for it | take it out of 'defaults'",
        "post: {tocs: true} → 2:10 the key 'tocs' is not known in 'defaults.post' | did you mean 'toc'?", "post: {toc: x, math: true} → 2:15 'defaults.post.toc' should be true or false, but is 'x'"
      })
  void aDefaultThatCannotBeIsToldOnceInTheSettings(String line, String problem) {
    ParsedSite site = parsed("defaults:\n  " + line + "\n");
    assertEquals(problem, lines(site.problems()));
    Head head = FrontMatterReader.read(new SourceText("content/post/a.md", "---\nid: a\n---\n"), FrontMatterOptions.of(site.site(), new SourceId("post/a.md")));
    assertEquals(List.of(), head.problems());
    assertEquals(Optional.empty(), head.front().toc());
    assertEquals(line.contains("math"), head.front().math().isPresent());
  }

  private static Head hub(String gathers) {
    return FrontMatterReader.read(new SourceText("content/hub/h.md", "---\ngathers: " + gathers + "\n---\n"), new FrontMatterOptions(ZoneId.of("Asia/Seoul"), Map.of("region", "text")));
  }

  private static List<String> values(List<Located<String>> located) {
    return located.stream().map(Located::value).toList();
  }

  @Test
  void aRuleOfAHubAsksForTopicsDaysFieldsAndClaims() {
    Head head =
        hub("{tags: [HBM], categories: Costs, series: [S], entities: [E], authors: [A], sections: [memo], since: 2026-01-02, until: 2026-02-03T20:00Z, fields: {region: [Seoul, Busan]},"
            + " claims: {kinds: [fact, blocked], status: [open, refuted], entities: [TSMC]}}");
    assertEquals("", lines(head.problems()));
    Gathering rule = head.front().gathers().getFirst();
    assertEquals("[HBM] [Costs] [S] [E] [A] [memo]", values(rule.tags()) + " " + values(rule.categories()) + " " + values(rule.series()) + " " + values(rule.entities()) + " " + values(rule.authors()) + " " + values(rule.sections()));
    assertEquals(Optional.of(LocalDate.of(2026, 1, 2)), rule.since());
    // Eight in the evening in London is the next day in Seoul.
    assertEquals(Optional.of(LocalDate.of(2026, 2, 4)), rule.until());
    assertEquals(List.of(new Gathering.Field("region", List.of("Seoul", "Busan"))), rule.fields());
    Gathering.OfClaims claims = rule.claims().orElseThrow();
    assertEquals(List.of(Kind.FACT, Kind.BLOCKED), claims.kinds());
    assertEquals(List.of("open", "refuted"), claims.statuses());
    assertEquals(List.of("TSMC"), values(claims.entities()));
    assertEquals(2, hub("[{tags: [a]}, {tags: [b]}]").front().gathers().size());
    assertEquals(List.of(), hub("").front().gathers());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→', quoteCharacter = '`',
      value = {
        "all → 2:10 an item of 'gathers' should be a rule of keys and values, but is 'all' | write for example gathers: {tags: [HBM]}", "{} → 2:10 a rule under 'gathers' asks for nothing | write for example gathers: {tags: [HBM]}",
        "{tag: [a]} → 2:11 the key 'tag' is not known in 'gathers' | did you mean 'tags'?", "{tags: [a], claims: {kinds: [facts]}} → 2:39 'gathers.claims.kinds' cannot be 'facts': it is no kind | kinds are blocked, fact, inference, speculation",
        "{tags: [a], claims: {status: [known]}} → 2:40 'gathers.claims.status' cannot be 'known': it is no status | write one of amended, confirmed, expired, open, refuted, superseded, unblocked, withdrawn",
        "{tags: [a], claims: {statuses: [open]}} → 2:31 the key 'statuses' is not known in 'gathers.claims' | did you mean 'status'?", "{tags: [a], fields: {region: {x: y}}} → 2:39 'gathers.fields.region' should be a list, but is keys and values | write [a, b]"
      })
  void aRuleThatCannotBeIsTold(String rule, String problem) {
    assertEquals(problem, lines(hub(rule).problems()));
  }

  @Test
  void anEntityHasNamesInLanguagesAndTickers() {
    ParsedSite site = parsed("entities: [{name: TSMC, kind: company, names: {ko: 대만반도체, zh-Hant: 台積電}, aliases: [TSM], tickers: [TSM, '2330'], url: 'https://tsmc.example/'}]\n");
    assertEquals("", lines(site.problems()));
    assertEquals(
        List.of(new Entity("TSMC", Optional.of(Entity.Kind.COMPANY), Map.of("ko", "대만반도체", "zh-hant", "台積電"), List.of("TSM"), List.of("TSM", "2330"), "https://tsmc.example/")),
        site.site().entities().all());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→', quoteCharacter = '`',
      value = {
        "[{name: A}, {name: a}] → 1:30 two entities are called 'a' | keep the name with one of them", "[{name: A, aliases: [X]}, {name: B, ticker: x}] → 1:55 two entities are called 'x' | keep the name with one of them",
        "[{name: A, names: {ko: 가}}, {name: B, aliases: [가]}] → 1:59 two entities are called '가' | keep the name with one of them", "[{name: A}, {name: B, names: {ko: a}}] → 1:30 two entities are called 'a' | keep the name with one of them",
        "[{kind: company}] → 1:12 'entities.name' is missing | add 'name: …'", "[{name: A, names: {korean!: x}}] → 1:30 'korean!' under 'names' is not a language tag | write names: {ko: …}", "[A] → 1:12 an item of 'entities' should be {name, kind, names, aliases, ticker, url}, but is 'A'",
        "[{name: A, url: x}] → 1:27 'entities.url' cannot be 'x': it does not begin with 'https://' or 'http://'"
      })
  void twoEntitiesHaveNoNameInCommon(String entities, String problem) {
    assertEquals(problem, lines(parsed("entities: " + entities + "\n").problems()));
  }

  private static DataTableReader.Result table(String file, String text) {
    return DataTableReader.read(new SourceText("content/data/" + file, text));
  }

  private static String shown(DataTableReader.Result read) {
    return read.table().names() + " " + read.table().rows().stream().map(row -> row.cells().stream().map(cell -> cell.text().isEmpty() ? "-" : cell.text()).collect(Collectors.joining(","))).collect(Collectors.joining(" ; "))
        + (read.problems().isEmpty() ? "" : " ! " + lines(read.problems()));
  }

  @Test
  void aDataFileIsATableWhateverItsForm() {
    assertTrue(DataTableReader.reads("a.CSV") && DataTableReader.reads("a.toml") && !DataTableReader.reads("a.txt"));
    assertEquals("[a, b] 1,2 ; 3,-", shown(table("t.csv", "a, b\n1, 2\n3,\n")));
    assertEquals("[a, b] 1,- ; -,2", shown(table("t.yaml", "- {a: 1}\n- {b: 2, a: ~}\n")));
    assertEquals("[a] 1", shown(table("t.yaml", "rows:\n- {a: ' 1 '}\n")));
    assertEquals("[, a] x,1 ; y,2", shown(table("t.yaml", "x: {a: 1}\ny: {a: 2}\n")));
    assertEquals("[, a] x,1", shown(table("t.yaml", "table:\n  x: {a: 1}\n")));
    assertEquals("[a] 1 ; 2", shown(table("t.toml", "[[rows]]\na = 1\n[[rows]]\na = 2\n")));
    assertEquals("[a] 1", shown(table("t.json", "[{\"a\": 1}]")));
    assertEquals("[] ", shown(table("t.yaml", "~\n")));
    assertEquals("[, a] x,1", shown(table("t.yaml", "x: {a: 1}\n")));
    DataTableReader.Result read = table("t.yaml", "- {a: 1}\n- {b: 2}\n");
    assertEquals("content/data/t.yaml:2:7", read.table().rows().getLast().cells().getFirst().place().toString());
    assertEquals("- {b: 2}", read.table().rows().getLast().cells().getFirst().excerpt());
    assertEquals("content/data/t.yaml:1:4", read.table().columns().getFirst().place().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→', quoteCharacter = '`',
      value = {
        "t.csv → a,a\\n1,2 → [a, a] 1,1 ! 1:3 two columns are called 'a' | the first one counts: remove or rename the other", "t.csv → a,\\n1,2 → [a, ] 1,2 ! 1:3 a column without a name | give each column a name of its own",
        "t.yaml → words → [] `` ! 1:1 a table is a list of rows, but this is 'words' | write '- name: value' for each row", "t.yaml → - words → [] `` ! 1:3 a row is keys and values, but this is 'words' | write 'column: value' for each cell",
        "t.yaml → - {a: [1], b: 2} → [b] 2 ! 1:7 a cell is a single value, but 'a' is a list"
      })
  void whatIsNoTableIsTold(String file, String text, String shown) {
    assertEquals(shown.replace("``", ""), shown(table(file, text.replace("\\n", "\n"))));
  }

  @Test
  void ofManyFaultsTwentyAreTold() {
    assertEquals(20, table("t.yaml", "- x\n".repeat(30)).problems().size());
  }
}
