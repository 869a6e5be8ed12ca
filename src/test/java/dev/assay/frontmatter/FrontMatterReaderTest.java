package dev.assay.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.FrontMatter;
import dev.assay.note.Language;
import dev.assay.note.Located;
import dev.assay.note.Value;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterReaderTest {
  private static final FrontMatterOptions SEOUL = new FrontMatterOptions(ZoneId.of("Asia/Seoul"), Map.of());

  private static Head read(String text) {
    return FrontMatterReader.read(new SourceText("content/post/x.md", text), SEOUL);
  }

  private static FrontMatter clean(String text) {
    Head head = read(text);
    assertEquals(List.of(), head.problems());
    return head.front();
  }

  private static final String YAML =
      """
      ---
      # a comment
      title: "The price: a note"
      date: 2026-05-30 09:00:00 +0900
      updated: 2026-06-01
      slug: price-note
      id: tag:example.org,2026:1
      description: >-
        Two lines
        that are one.
      tags: [HBM, 가격, HBM]
      categories: Costs
      hubs: [cost-per-token]
      pinned: [a, b]
      series: Tokens
      authors: [Kim]
      follows: [older.md]
      entities: [NVIDIA]
      image: {src: cover.png, alt: A chip}
      aliases: [/old/, /older/]
      draft: true
      publish: 2026-06-02T10:00Z
      expires: 2027-01-01
      lang: ko
      disclaimer: No advice
      weight: -3
      url: /x/y/
      math: true
      toc: false
      scenarios: {base: {hardware: b200, cache_hit: 0.60}, big: {extends: base}}
      history: [{claim: "a#b", status: refuted}]
      checkpoints: [{what: x}]
      corrections: [{date: 2026-06-01, text: y}]
      params: {version: 1.10, deep: {list: [1, "1", true]}}
      ---
      Body
      """;

  private static final String TOML =
      """
      +++
      # a comment
      title = "The price: a note"
      date = 2026-05-30 09:00:00+09:00
      updated = 2026-06-01
      slug = 'price-note'
      id = "tag:example.org,2026:1"
      description = "Two lines that are one."
      tags = ["HBM", "가격", "HBM"]
      categories = "Costs"
      hubs = ["cost-per-token"]
      pinned = [
        "a",
        "b",
      ]
      series = "Tokens"
      authors = ["Kim"]
      follows = ["older.md"]
      entities = ["NVIDIA"]
      image.src = "cover.png"
      image.alt = "A chip"
      aliases = ["/old/", "/older/"]
      draft = true
      publish = 2026-06-02T10:00:00Z
      expires = 2027-01-01
      lang = "ko"
      disclaimer = "No advice"
      weight = -3
      url = "/x/y/"
      math = true
      toc = false
      params = { version = 1.10, deep = { list = [1, "1", true] } }
      [scenarios.base]
      hardware = "b200"
      cache_hit = 0.60
      [scenarios.big]
      extends = "base"
      [[history]]
      claim = "a#b"
      status = "refuted"
      [[checkpoints]]
      what = "x"
      [[corrections]]
      date = 2026-06-01
      text = "y"
      +++
      Body
      """;

  private static final String JSON =
      """
      {
        "title": "The price: a note",
        "date": "2026-05-30T09:00:00+09:00",
        "updated": "2026-06-01",
        "slug": "price-note",
        "id": "tag:example.org,2026:1",
        "description": "Two lines that are one.",
        "tags": ["HBM", "\\uac00\\uaca9", "HBM"],
        "categories": "Costs",
        "hubs": ["cost-per-token"],
        "pinned": ["a", "b"],
        "series": "Tokens",
        "authors": ["Kim"],
        "follows": ["older.md"],
        "entities": ["NVIDIA"],
        "image": {"src": "cover.png", "alt": "A chip"},
        "aliases": ["/old/", "/older/"],
        "draft": true,
        "publish": "2026-06-02T10:00Z",
        "expires": "2027-01-01",
        "lang": "ko",
        "disclaimer": "No advice",
        "weight": -3,
        "url": "/x/y/",
        "math": true,
        "toc": false,
        "scenarios": {"base": {"hardware": "b200", "cache_hit": 0.60}, "big": {"extends": "base"}},
        "history": [{"claim": "a#b", "status": "refuted"}],
        "checkpoints": [{"what": "x"}],
        "corrections": [{"date": "2026-06-01", "text": "y"}],
        "params": {"version": 1.10, "deep": {"list": [1, "1", true]}}
      }
      Body
      """;

  @Test
  void aSeriesMayBeAListOfOne() {
    assertEquals(Optional.of("Tokens"), clean("---\nseries: [Tokens]\n---\n").series());
    assertEquals(Optional.empty(), clean("---\nseries: []\n---\n").series());
  }

  @Test
  void readsEveryKey() {
    FrontMatter head = clean(YAML);
    assertEquals("The price: a note", head.title().orElseThrow().value());
    assertEquals(new Place("content/post/x.md", 3, 8, 19), head.title().orElseThrow().place());
    assertEquals(Optional.of(OffsetDateTime.parse("2026-05-30T09:00+09:00")), head.date());
    assertEquals(Optional.of(OffsetDateTime.parse("2026-06-01T00:00+09:00")), head.updated());
    assertEquals(Optional.of("Two lines that are one."), head.description());
    assertEquals(List.of("HBM", "가격"), head.tags());
    assertEquals(List.of("Costs"), head.categories());
    assertEquals(List.of("a", "b"), head.pinned().stream().map(Located::value).toList());
    assertEquals("A chip", head.image().orElseThrow().alt());
    assertEquals(Optional.of(OffsetDateTime.parse("2026-06-02T10:00Z")), head.publish());
    assertEquals(Optional.of(Language.KOREAN), head.lang());
    assertEquals(Optional.of(-3), head.weight());
    assertEquals(Optional.of(false), head.toc());
    Value.Mapping params = head.params().orElseThrow();
    assertEquals("1.10", ((Value.Scalar) params.get("version").orElseThrow()).text());
    assertEquals(1, head.history().orElseThrow().items().size());
    assertEquals(2, head.scenarios().orElseThrow().entries().size());
  }

  @Test
  void theThreeFormatsSayTheSame() {
    String yaml = withoutPlaces(clean(YAML).toString());
    assertEquals(yaml, withoutPlaces(clean(TOML).toString()));
    assertEquals(yaml, withoutPlaces(clean(JSON).toString()));
  }

  private static String withoutPlaces(String text) {
    // In JSON a date can only be written as text.
    return text.replaceAll("(keyPlace|place)=[^,\\])]+:\\d+:\\d+", "place=").replaceAll("text=2026-06-01, quoted=true", "text=2026-06-01, quoted=false")
        .replaceAll("(text=[a-z0-9#]*), quoted=(true|false)", "$1");
  }

  @Test
  void findsTheBody() {
    for (String text : List.of(YAML, TOML, JSON)) {
      assertEquals("Body\n", text.substring(read(text).bodyOffset()));
      String windows = text.replace("\n", "\r\n");
      assertEquals("Body\r\n", windows.substring(read(windows).bodyOffset()));
      assertEquals(withoutPlaces(read(text).front().toString()), withoutPlaces(read(windows).front().toString()));
    }
  }

  @Test
  void placesCountFromTheTopOfTheFile() {
    assertEquals("content/post/x.md:4:9", clean("\n---\nid: a\ntitle:  x\n---\n").title().orElseThrow().place().toString());
    assertEquals("content/post/x.md:3:9", clean("+++\nid = 'a'\ntitle = \"x\"\n+++\n").title().orElseThrow().place().toString());
    assertEquals("content/post/x.md:2:11", clean("{\"id\": \"a\",\n \"title\": \"x\"}\n").title().orElseThrow().place().toString());
    assertEquals("content/post/x.md:3:9", clean("+++\naliases = [\n \"/a/\", '/b/']\n+++\n").aliases().get(1).place().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "\n", "Text", "# Heading\n", "---\n", "---", "---\n\nA thematic break.\n\n---\n", "---\nHello\n", "{% raw %}\n", "{#id}\n",
        "{ .class }", "{title: 1}\n", "+ a\n", "----\ntitle: x\n----\n", "-- -\n", "\n\n\n", "{", "---\n\n# Title\n\n---\n\nmore", "***\ntitle: x\n***\n"
      })
  void textWithoutAHeadIsText(String text) {
    Head head = read(text);
    assertEquals(Optional.empty(), head.format());
    assertEquals(0, head.bodyOffset());
    assertEquals(FrontMatter.EMPTY, head.front());
    assertEquals(List.of(), head.problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"---\n---\n", "---\n# nothing\n---\n", "---   \n---\t\n", "+++\n+++\n", "{}\n", "{ }\n", "---\n\ntitle:\n---\n"})
  void anEmptyHeadIsAHead(String text) {
    Head head = read(text + "Body");
    assertTrue(head.format().isPresent());
    assertEquals("Body", (text + "Body").substring(head.bodyOffset()));
    assertEquals(FrontMatter.EMPTY, head.front());
    assertEquals(List.of(), head.problems());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-30,2026-05-30T00:00+09:00",
    "2026-05-30T09:00,2026-05-30T09:00+09:00",
    "2026-05-30 09:00:01,2026-05-30T09:00:01+09:00",
    "2026-05-30T09:00:01.5,2026-05-30T09:00:01.500+09:00",
    "2026-05-30t09:00:00z,2026-05-30T09:00Z",
    "2026-05-30T09:00:00-0330,2026-05-30T09:00-03:30",
    "2026-05-30 09:00:00 +0900,2026-05-30T09:00+09:00",
    "2026-05-30 09:00 +09,2026-05-30T09:00+09:00",
    "2026-05-30 09:00:00 UTC,2026-05-30T09:00Z",
    "2024-02-29,2024-02-29T00:00+09:00"
  })
  void readsDates(String written, String expected) {
    OffsetDateTime date = OffsetDateTime.parse(expected);
    assertEquals(Optional.of(date), clean("---\ndate: " + written + "\n---\n").date());
    assertEquals(Optional.of(date), clean("---\ndate: '" + written + "'\n---\n").date());
    assertEquals(Optional.of(date), clean("{\"date\": \"" + written + "\"}\n").date());
  }

  @Test
  void aTimeThatTheClockSkipsIsMovedOn() {
    FrontMatterOptions berlin = new FrontMatterOptions(ZoneId.of("Europe/Berlin"), Map.of());
    Head head = FrontMatterReader.read(new SourceText("x.md", "---\ndate: 2026-03-29T02:30\n---\n"), berlin);
    assertEquals(Optional.of(OffsetDateTime.parse("2026-03-29T03:30+02:00")), head.front().date());
    assertEquals(LocalDate.of(2026, 3, 29), head.front().date().orElseThrow().toLocalDate());
  }

  @Test
  void hugosNamesAreReadAsTheSame() {
    FrontMatter head =
        clean("---\nlastmod: 2026-01-02\npublishDate: 2026-01-01\nexpiryDate: 2026-01-03\nsummary: s\nkeywords: [k]\n---\n");
    assertTrue(head.updated().isPresent() && head.publish().isPresent() && head.expires().isPresent());
    assertEquals(Optional.of("s"), head.description());
    assertEquals(List.of("k"), head.tags());
  }

  @Test
  void whatLooksLikeANumberCanBeATitle() {
    assertEquals("1.10", clean("---\ntitle: 1.10\n---\n").title().orElseThrow().value());
    assertEquals("0x1F", clean("---\ntitle: 0x1F\n---\n").title().orElseThrow().value());
    assertEquals("2026", clean("{\"title\": 2026}\n").title().orElseThrow().value());
    assertEquals("1.10", clean("+++\ntitle = 1.10\n+++\n").title().orElseThrow().value());
    assertEquals("1979-05-27", clean("+++\ntitle = 1979-05-27 # day\n+++\n").title().orElseThrow().value());
    assertEquals("true", clean("---\ntitle: true\n---\n").title().orElseThrow().value());
  }

  @Test
  void emptyValuesCountAsNotGiven() {
    assertEquals(
        FrontMatter.EMPTY,
        clean("---\ntitle:\ndate: ~\ntags: null\ndraft:\nweight: Null\nparams:\nimage: ''\nhistory: NULL\nslug: \"\"\n---\n"));
  }

  @Test
  void slugsMayHaveLettersOfEveryScript() {
    for (String slug : List.of("hbm4", "엔비디아-가격", "a_b.c", "हिन्दी", "日本語", "Ünïcode-1")) {
      assertEquals(slug, clean("---\nslug: " + slug + "\n---\n").slug().orElseThrow().value());
    }
  }

  @Test
  void theSitesOwnFieldsAreTypedAndJoinTheParameters() {
    Map<String, String> types = new TreeMap<>(Map.of("region", "text", "score", "number", "visited", "date", "sites", "list", "done", "bool"));
    FrontMatterOptions options = new FrontMatterOptions(ZoneId.of("UTC"), types);
    Head head =
        FrontMatterReader.read(
            new SourceText("x.md", "---\nregion: Seoul\nscore: 1.50\nvisited: 2026-01-01\nsites: [a]\ndone: true\nparams: {k: v}\n---\n"), options);
    assertEquals(List.of(), head.problems());
    assertEquals(
        List.of("k", "done", "region", "score", "sites", "visited"),
        head.front().params().orElseThrow().entries().stream().map(Value.Entry::key).toList());
    Head wrong =
        FrontMatterReader.read(new SourceText("x.md", "---\nregion: [a]\nscore: much\nvisited: soon\nsites: {a: b}\ndone: yes\nscor: 1\n---\n"), options);
    assertEquals(
        """
        2:9+1 error[wrong-type] 'region' should be text, but is a list
        3:8+4 error[wrong-type] 'score' should be a number, but is 'much'
        4:10+4 error[wrong-type] 'visited' should be a date, but is 'soon' | write it like 2026-05-30, or 2026-05-30T09:00:00+09:00
        5:8+1 error[wrong-type] 'sites' should be a list, but is keys and values | write [a, b]
        6:7+3 error[wrong-type] 'done' should be true or false, but is 'yes' | write true
        7:1+4 error[unknown-key] the key 'scor' is not known | did you mean 'score'?
        """,
        Cases.lines(wrong.problems()));
  }

  @Test
  void whatStandsBeforeASyntaxErrorIsKept() {
    Head head = read("---\ntitle: Kept\nslug: kept\ntags: [a\n---\nBody");
    assertEquals("Kept", head.front().title().orElseThrow().value());
    assertEquals(1, head.problems().size());
  }

  @Test
  void aProblemShowsItsLine() {
    Problem problem = read("---\nid: 1\ntitel: 가격\n---\n").problems().getFirst();
    assertEquals("titel: 가격", problem.excerpt());
    assertEquals("content/post/x.md:3:1", problem.place().toString());
  }

  @Test
  void anUnclosedHeadIsReadUpToTheFirstBlankLine() {
    Head head = read("---\ntitle: x\ntags: [a]\n\nBody\n");
    assertEquals("x", head.front().title().orElseThrow().value());
    assertEquals("\nBody\n", "---\ntitle: x\ntags: [a]\n\nBody\n".substring(head.bodyOffset()));
  }

  @Test
  void aHeadBeyondTheLimitIsNotRead() {
    for (String text :
        List.of("---\ntitle: x\nid: " + "a".repeat(300_000) + "\n---\nBody", "{\"title\": \"" + "a".repeat(300_000) + "\"}\nBody", "---\n" + "a: b\n".repeat(60_000))) {
      Head head = read(text);
      assertEquals(1, head.problems().size(), () -> head.problems().toString().substring(0, 200));
      assertTrue(head.problems().getFirst().isError());
    }
  }
}
