package dev.assay.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.FrontMatter;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.Value;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where heads begin, end and are too long, which characters they may have, and where a fault of TOML stands.
class EdgesTest {
  private static final FrontMatterOptions OPTIONS = new FrontMatterOptions(ZoneId.of("UTC"), Map.of());

  private static Head read(String text) {
    return FrontMatterReader.read(new SourceText("content/post/x.md", text), OPTIONS);
  }

  private static String lines(List<Problem> problems) {
    return problems.stream().map(p -> p.place().line() + ":" + p.place().column() + "+" + p.place().length() + " " + p.message()).collect(Collectors.joining("\n"));
  }

  private static String plain(String written) {
    return written.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t").replace("␇", "\u0007");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→', quoteCharacter = '`',
      value = {
        "[a → 1:3+1 the name of a table is not closed before this", "[[a] → 1:4+1 the name of a table is not closed before this", "[a]] → 1:4+1 text stands here behind the end of a value",
        "a → 1:2+1 an '=' is missing before this", "a b = 1 → 1:3+1 an '=' is missing before this", "= 1 → 1:1+1 a key is missing here", "é = 1 → 1:1+1 a key with this letter must stand in quotes",
        "a. = 1 → 1:4+1 a key is missing here", "a = → 1:4+1 a value is missing here", "a =\\nb = 1 → 1:4+1 a value is missing here", "a = [1 2] → 1:8+1 a comma or ']' is missing before this",
        "a = {b = 1 c = 2} → 1:12+1 a comma or '}' is missing before this", "a = [1 → 1:5+1 the list that opens here is never closed", "a = [1, → 1:5+1 the list that opens here is never closed", "a = {b = 1 → 1:5+1 the mapping that opens here is never closed",
        "a = { → 1:5+1 the mapping that opens here is never closed", "a = [ → 1:5+1 the list that opens here is never closed", "a = [{b = 1]\\n → 1:12+1 a comma or '}' is missing before this", "a = 1 2 → 1:7+1 text stands here behind the end of a value",
        "a = 01 → 1:5+2 '01' is not a number or date that TOML knows", "a = -x → 1:5+2 '-x' is not in quotes", "a = -1x → 1:5+3 '-1x' is not a number or date that TOML knows", "a = yes → 1:5+3 'yes' is not in quotes", "a = + → 1:5+1 '+' is not in quotes",
        "a = .5 → 1:5+2 '.5' is not a number or date that TOML knows", "a = 2026-05-30 x → 1:16+1 text stands here behind the end of a value", "a = 2026-05-30 9 → 1:5+12 '2026-05-30 9' is not a number or date that TOML knows",
        "a = 'x → 1:5+1 the quotation mark that opens here is never closed", "a = \\\"x\\ny\\\" → 1:5+1 the quotation mark that opens here is never closed", "a = \\\"\\\"\\\"x → 1:5+1 the quotation mark that opens here is never closed",
        "a = '␇' → 1:6+1 the control character U+0007 cannot stand here", "a = '''␇''' → 1:8+1 the control character U+0007 cannot stand here", "a = 1 # ␇ → 1:9+1 the control character U+0007 cannot stand here", "# ␇ → 1:3+1 the control character U+0007 cannot stand here",
        "a = [1, # ␇\\n2] → 1:11+1 the control character U+0007 cannot stand here", "a = \\\"x\\q\\\" → 1:7+1 the backslash here begins no escape that TOML knows", "a = \\\"\\u12\\\" → 1:6+1 the backslash here begins no escape that TOML knows",
        "a = \\\"\\uD800\\\" → 1:6+1 the backslash here begins no escape that TOML knows", "a = \\\"\\uDFFF\\\" → 1:6+1 the backslash here begins no escape that TOML knows", "a = \\\"\\U00110000\\\" → 1:6+1 the backslash here begins no escape that TOML knows",
        "a = \\\"\\\"\\\"x\\ y\\\"\\\"\\\" → 1:9+1 the backslash here begins no escape that TOML knows", "a = \\\"\\ → 1:6+1 the backslash here begins no escape that TOML knows", "a = \\\"\\u004 → 1:6+1 the backslash here begins no escape that TOML knows"
      })
  void aFaultOfTomlIsToldWhereItStands(String text, String problem) {
    assertEquals(problem, lines(ValueReader.read(Format.TOML, new SourceText("x.toml", plain(text).replace("\\\"", "\""))).problems()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→', quoteCharacter = '`',
      value = {
        " a = 1 → 1", "\\ta\\t=\\t1\\t# c → 1", "a = \\\"\\uD7FF\\uE000\\\" → \uD7FF\uE000", "a = \\\"\\U0010FFFF\\\" → \uDBFF\uDFFF", "a = \\\"\\\"\\\"\\nx\\\\ \\t\\n  y\\\"\\\"\\\" → xy", "a = \\\"\\\"\\\"\\r\\nx\\r\\ny\\\"\\\"\\\" → x\\ny",
        "a = '''\\nx\\ry''' → x\\ny", "a = \\\"\\\"\\\"x\\\"\\\"\\\"\\\" → x\"", "a = \\\"\\\"\\\"x\\\"\\\"\\\"\\\"\\\" → x\"\"", "a = 2026-05-30 → 2026-05-30", "a = 2026-05-30 # c → 2026-05-30", "a = 07:32 → 07:32", "a = Zz → ``"
      })
  void tomlIsReadToItsEdges(String text, String value) {
    ParsedValue parsed = ValueReader.read(Format.TOML, new SourceText("x.toml", plain(text.replace("\\\\", "\u0001")).replace("\u0001", "\\").replace("\\\"", "\"")));
    String read = parsed.value().map(v -> ((dev.assay.note.Value.Mapping) v).get("a").map(a -> ((dev.assay.note.Value.Scalar) a).text()).orElse("")).orElse("");
    assertEquals(plain(value), read);
  }

  @Test
  void bareValuesOfTomlHaveAtMostAHundredCharacters() {
    assertEquals("", lines(ValueReader.read(Format.TOML, new SourceText("x.toml", "a = " + "1".repeat(100))).problems()));
    assertTrue(lines(ValueReader.read(Format.TOML, new SourceText("x.toml", "a = " + "1".repeat(101))).problems()).endsWith("is not a number or date that TOML knows"));
    assertEquals(100, ValueReader.read(Format.TOML, new SourceText("x.toml", "a = 1\n".repeat(200))).problems().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0x09, 0x20, 0x7e, 0x85, 0xa0, 0xd7ff, 0xe000, 0xfffd, 0x10000, 0x10ffff})
  void yamlMayHaveTheseCharacters(int c) {
    assertEquals("", lines(read("---\nid: 'a" + Character.toString(c) + "b'\n---\n").problems()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x1f, 0x7f, 0x80, 0x84, 0x86, 0x9f, 0xd800, 0xdfff, 0xfffe, 0xffff})
  void yamlMayNotHaveThese(int c) {
    // Behind a character of two halves.
    assertEquals("2:8+1 the control character U+%04X cannot stand here".formatted(c), lines(read("---\nid: '😀a" + (char) c + "'\n---\n").problems()));
  }

  private static String sized(String before, int length, String after) {
    return before + "a".repeat(length - before.length() - after.length()) + after;
  }

  @Test
  void aHeadMayHaveExactlyAsManyCharactersAsItMay() {
    for (int more : new int[] {0, 1}) {
      String expected = more == 0 ? "" : "2:1+1 this front matter has more than 65,536 characters";
      for (String mark : List.of("---", "+++")) {
        Head head = read(mark + "\n" + sized(mark.equals("---") ? "id: '" : "id = '", FrontMatterReader.LONGEST + more, "'\n") + mark + "\nBody");
        assertEquals(expected, lines(head.problems()));
        assertEquals(more == 0, head.front().id().isPresent());
      }
      String unclosed = "---\n" + sized("id: '", FrontMatterReader.LONGEST + more, "'\n") + "\nBody";
      assertEquals(1, read(unclosed).problems().size());
      assertEquals(more == 0, read(unclosed).front().id().isPresent());
      assertEquals("\nBody", unclosed.substring(read(unclosed).bodyOffset()));
      String json = sized("{\"id\": \"", FrontMatterReader.LONGEST + more, "\"}") + "\nBody";
      assertEquals(more == 0 ? "" : "1:1+1 this front matter has more than 65,536 characters", lines(read(json).problems()));
      assertEquals(more == 0, read(json).front().id().isPresent());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→', quoteCharacter = '`',
      value = {
        "---\\nid: a\\n---\\nBody → YAML id: a\\n|Body", "+++\\nid = 'a'\\n+++\\nBody → TOML id = 'a'\\n|Body", "{\"id\": \"a\"}\\nBody → JSON {\"id\": \"a\"}|Body", "{\"id\": \"a\"} \\nBody → JSON {\"id\": \"a\"}|Body", "{\"id\": \"a\"} → JSON {\"id\": \"a\"}|",
        "\\n---\\nid: a\\n--- → YAML id: a\\n|", "---\\nid: a → none", "Body → none", "{} → JSON {}|", "+++\\nid = 'a' → none"
      })
  void aHeadIsFoundAsItIsWritten(String text, String found) {
    SourceText source = new SourceText("x.md", plain(text));
    String written = FrontMatterReader.written(source).map(head -> head.format() + " " + source.text().substring(head.from(), head.to()) + "|" + source.text().substring(head.bodyOffset())).orElse("none");
    assertEquals(plain(found), written);
  }

  @Test
  void aHeadThatIsTooLongIsNotFoundForChanges() {
    assertTrue(FrontMatterReader.written(new SourceText("x.md", "---\n" + sized("id: '", FrontMatterReader.LONGEST, "'\n") + "---\n")).isPresent());
    assertEquals(Optional.empty(), FrontMatterReader.written(new SourceText("x.md", "---\n" + sized("id: '", FrontMatterReader.LONGEST + 1, "'\n") + "---\n")));
    assertTrue(FrontMatterReader.written(new SourceText("x.md", sized("{\"id\": \"", FrontMatterReader.LONGEST, "\"}") + "\nBody")).isPresent());
  }

  @Test
  void whatFollowsJsonBeginsOnTheNextLine() {
    assertEquals("1:12+1 text stands on the line on which the front matter ends", lines(read("{\"id\": \"a\"} Body\nmore").problems()));
    assertEquals("", lines(read("{\"id\": \"a\"} \t\nBody").problems()));
    assertEquals("", lines(read("{\"id\": \"a\"}").problems()));
    assertEquals(FrontMatter.EMPTY, read("{}").front());
  }

  private static ParsedSite site(String text, Site defaults) {
    return SiteReader.read(new SourceText("content/site.yaml", text), defaults, List.of("memo"));
  }

  @Test
  void whatSettingsDoNotSayStaysAsItWas() {
    Site site =
        site(
                """
                title: T
                base_url: https://x.org
                languages: [en, ko]
                time_zone: Asia/Seoul
                authors: [{name: Kim, names: {ko: 김}}]
                menu: [{label: A, url: /a/}]
                logo: l.png
                feeds: {limit: 3, hub: "https://h.org/", formats: [rss], archives: false}
                images: {resize: false, widths: [500, 100], quality: 3, webp: false, sizes: 50vw, metadata: all}
                cards: false
                llms: true
                citations: []
                link_entities: true
                """,
                Site.defaults("x"))
            .site();
    assertEquals("김", site.authors().getFirst().in(Language.KOREAN));
    assertEquals(List.of(100, 500), site.pictures().widths());
    assertEquals(List.of(), site.sharing().citations());
    assertEquals(site, site("", site).site());
    assertEquals(site, site("feeds: {}\nimages: {}\n", site).site());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→', quoteCharacter = '`',
      value = {
        "title: \"\\u200b\" → 1:8+8 'title' has no character that can be seen", "authors: [~] → 1:11+1 an item of 'authors' should be a name or {name, email, url, names}, but is empty",
        "authors: [[a]] → 1:11+1 an item of 'authors' should be a name or {name, email, url, names}, but is a list", "languages: [en]\\nauthors: [{name: K, names: {ko: 김}}] → 2:29+2 the key 'ko' is not known in 'authors.names'",
        "languages: [en]\\nmenu: [{url: /a/, label: {en: A, ko: B}}] → 2:34+2 the key 'ko' is not known in 'menu.label'",
        "images: {widths: [9]} → 1:19+1 'images.widths' cannot be '9': it is not a width in pixels from 10 to 9999", "feeds: {formats: [rss, x]} → 1:24+1 'feeds.formats' cannot hold 'x'", "citations: [x] → 1:13+1 'citations' cannot hold 'x'",
        "images: {sizes: a<b} → 1:17+3 'images.sizes' cannot be 'a<b': it is not a list of sizes", "time_zone: Mars → 1:12+4 'time_zone' cannot be 'Mars': there is no such zone",
        "base_url: ftp://x.org → 1:11+11 'base_url' cannot be 'ftp://x.org': it does not begin with 'https://' or 'http://'", "base_url: https://x.org/?a → 1:11+16 'base_url' cannot be 'https://x.org/?a': it has a '?' or a '#'",
        "base_url: https:// → 1:11+8 'base_url' cannot be 'https://': it is not an address", "base_url: https://u@x.org → 1:11+15 'base_url' cannot be 'https://u@x.org': it names no host", "menu: [{label: A, url: a}] → 1:24+1 'menu.url' cannot be 'a': it begins neither with '/' nor with 'https://'",
        "permalinks: {post: /:slug} → 1:20+6 'permalinks.post' cannot be '/:slug': it does not end with '/'", "permalinks: {post: /x/} → 1:20+3 'permalinks.post' cannot be '/x/': it has no ':slug', so all its pages would have one address",
        "permalinks: {post: /:slugs/} → 1:20+8 'permalinks.post' cannot be '/:slugs/': it has the part ':slugs', which is not known (did you mean ':slug'?)", "logo: /a.png → 1:7+6 'logo' cannot be '/a.png': it begins or ends with '/'"
      })
  void aSettingThatCannotBeIsToldAndTheUsualOneHolds(String text, String problem) {
    ParsedSite parsed = site(plain(text), Site.defaults("x"));
    assertEquals(problem, lines(parsed.problems()));
    assertEquals(Site.defaults("x").zone(), parsed.site().zone());
    assertEquals(Site.defaults("x").baseUrl(), parsed.site().baseUrl());
    assertEquals(Site.defaults("x").permalinks(), parsed.site().permalinks());
  }

  @Test
  void listsOfFormsAreInTheirUsualOrderAndPlacesToPublishHaveNames() {
    List<String> forms = Site.Sharing.CITATIONS;
    assertEquals(List.of(forms.getFirst(), forms.getLast()), site("citations: [" + forms.getLast() + ", " + forms.getFirst() + "]\n", Site.defaults("x")).site().sharing().citations());
    List<String> formats = Site.Feeds.FORMATS;
    assertEquals(List.of(formats.getFirst(), formats.getLast()), site("feeds: {formats: [" + formats.getLast() + ", " + formats.getFirst() + "]}\n", Site.defaults("x")).site().feeds().formats());
    assertEquals("{=s3://bucket}", places("publish: s3://bucket\n"));
    assertEquals("{live=s3://bucket, test=../site}", places("publish: {live: s3://bucket, test: ../site}\n"));
    assertEquals("{}", places("title: T\n"));
    assertEquals("1:10 the key 'width' is not known in 'images'", lines(site("images: {width: 3}\n", Site.defaults("x")).problems()).replaceFirst("\\+\\d+", ""));
  }

  private static String places(String text) {
    ParsedSite parsed = site(text, Site.defaults("x"));
    assertEquals("", lines(parsed.problems()));
    return parsed.site().publish().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue().value()).collect(Collectors.joining(", ", "{", "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "1000-01-01 → ", "0999-12-31 → the year 0999 is too long ago", "2026-12-01 → ", "2026-13-01 → there is no month 13", "2026-00-01 → there is no month 00", "2026-01-31 → ", "2026-02-29 → 2026-02 has no day 29", "2026-12-32 → 2026-12 has no day 32", "2026-01-00 → 2026-01 has no day 00",
        "2026-12-31T25:00 → there is no such time of day or offset", "2026-01-01T25:00 → there is no such time of day or offset", "13/12/2026 → did you mean '2026-12-13'?", "12/13/2026 → did you mean '2026-12-13'?", "12/12/2026 → write it like 2026-05-30, or 2026-05-30T09:00:00+09:00", "2026.5.3 → did you mean '2026-05-03'?",
        "3rd May 2026 → did you mean '2026-05-03'?", "May 3, 2026 → did you mean '2026-05-03'?", "3 Mai 3 2026 → write it like 2026-05-30, or 2026-05-30T09:00:00+09:00", "May 2026 → write it like 2026-05-30, or 2026-05-30T09:00:00+09:00", "30/02/2026 → write it like 2026-05-30, or 2026-05-30T09:00:00+09:00"
      })
  void aDayThatCannotBeSaysWhyOrWhatWasMeant(String written, String hint) {
    assertEquals(hint == null ? List.of() : List.of(hint), read("---\ndate: '" + written + "'\n---\n").problems().stream().map(Problem::hint).toList());
  }

  /// The parser takes a text in pieces of a thousand and some characters.
  @ParameterizedTest
  @ValueSource(ints = {1_024, 2_048, 3_072})
  void aCharacterOfTwoHalvesMayStandAnywhere(int size) {
    for (int at = size - 12; at < size + 12; at++) {
      String text = "a: " + "x".repeat(at - 3) + "😀";
      for (String end : List.of("", "\n", " y\nb: z\n", "😀😀\n")) {
        Value.Mapping read = (Value.Mapping) ValueReader.read(Format.YAML, new SourceText("x.yaml", text + end)).value().orElseThrow();
        String said = ((Value.Scalar) read.get("a").orElseThrow()).text();
        assertEquals((text + end).lines().findFirst().orElseThrow().substring(3), said);
      }
      Head head = read("---\ntitle: T\nsummary: " + "x".repeat(at - 18) + "😀\n---\nBody\n");
      assertEquals(List.of(), head.problems());
      String settings = "title: T\nbase_url: https://x.org/\ndescription: ";
      assertEquals(List.of(), SiteReader.read(new SourceText("content/site.yaml", settings + "x".repeat(at - settings.length()) + "😀\n"), Site.defaults("x"), List.of("post")).problems());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\r\r\n", "[\r\n", "? \r\n", "- { = \r\n", "{#x\r", "---\n---\n\r\n\r\n", "---\r\r\r\n", "a: [\r", "a: 'x\r\n", "\"x\r\n"})
  void aProblemStandsOnItsLineWhateverEndsIt(String text) {
    for (Format format : Format.values()) {
      SourceText source = new SourceText("x.yaml", text);
      for (Problem problem : ValueReader.read(format, source).problems()) {
        assertTrue(problem.place().line() <= source.lines(), problem.toString());
        assertTrue(problem.place().column() <= source.line(problem.place().line()).length() + 1, problem.toString());
      }
    }
  }

  @Test
  void aMessageIsOfOneLineHoweverLongTheWordsThatItNames() {
    String word = "x".repeat(500);
    for (String text : List.of("a: *" + word, "a: &" + word + " 1", "a: !" + word + " 1")) {
      assertTrue(ValueReader.read(Format.YAML, new SourceText("x.yaml", text + "\n")).problems().getFirst().message().length() < 100);
    }
    String settings = "title: T\nbase_url: https://x.org/\nclaims:\n  names: {" + word + ": nothing}\n";
    SiteReader.read(new SourceText("content/site.yaml", settings), Site.defaults("x"), List.of("post")).problems().forEach(problem -> assertTrue(problem.message().length() < 200, problem.message()));
  }
}
