package dev.assay.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Directive;
import dev.assay.note.Site;
import dev.assay.note.Value;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reading never throws, never hangs, and speaks only of places that are in the file.
class HostileInputTest {
  private static final FrontMatterOptions OPTIONS = new FrontMatterOptions(ZoneId.of("UTC"), Map.of("region", "text"));
  private static final long SEED = Long.getLong("assay.seed", 20261122L);

  static List<String> hostile() {
    List<String> texts = new ArrayList<>();
    String laughs = "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n";
    texts.add("---\n" + laughs + "---\n");
    for (String open : List.of("[", "{", "{a: ", "- ", "? ", "[{", "!!map {", "\"", "'", "&a ", "*a ", "| ", "!<")) {
      texts.add("---\nparams: " + open.repeat(60_000 / open.length()) + "\n---\n");
      texts.add("---\n" + open.repeat(60_000 / open.length()) + "\n---\n");
    }
    texts.add("---\n" + "a: b\n".repeat(12_000) + "---\n");
    texts.add("---\n" + deepIndent(500) + "---\n");
    texts.add("---\ntags: [" + "a, ".repeat(20_000) + "]\n---\n");
    texts.add("---\ntitle: " + "a".repeat(60_000) + "\n---\n");
    texts.add("---\n" + "a".repeat(60_000) + ": x\n---\n");
    texts.add("---\ntitle: " + "\\".repeat(60_000) + "\n---\n");
    texts.add("---\ntitle: \"" + "\\x41".repeat(15_000) + "\"\n---\n");
    texts.add("---\n" + "# c\n".repeat(15_000) + "---\n");
    texts.add("---\n" + "%YAML 1.2\n".repeat(6_000) + "---\n");
    texts.add("---\ndate: " + "9".repeat(60_000) + "\n---\n");
    texts.add("---\nweight: " + "9".repeat(60_000) + "\n---\n");
    for (String open : List.of("[", "{a=", "[{a=", "\"", "'", "\"\"\"", "'''", "a.", "[[", "1", "\\", "=")) {
      texts.add("+++\nparams.a = " + open.repeat(60_000 / open.length()) + "\n+++\n");
      texts.add("+++\n" + open.repeat(60_000 / open.length()) + "\n+++\n");
    }
    texts.add("+++\n" + "a.b.c".repeat(12_000) + " = 1\n+++\n");
    texts.add("+++\n[" + "a.".repeat(30_000) + "b]\n+++\n");
    texts.add("+++\n" + "[[a]]\n".repeat(10_000) + "+++\n");
    texts.add("+++\n" + "a = 1\n".repeat(10_000) + "+++\n");
    texts.add("+++\ntags = [" + "'a', ".repeat(12_000) + "]\n+++\n");
    for (String open : List.of("[", "{\"a\":", "[{\"a\":", "\"", "1", "-", "\\", "//")) {
      texts.add("{\"params\": " + open.repeat(60_000 / open.length()));
    }
    texts.add("{\"a\": " + "1".repeat(60_000) + "}\n");
    texts.add("{\"" + "a".repeat(60_000) + "\": 1}\n");
    texts.add("{" + "\"a\": 1,".repeat(8_000) + "\"b\": 2}\n");
    texts.add("---\ntitle: \uD800x\n---\n");
    texts.add("{\"title\": \"\\ud800\"}\n");
    texts.add("+++\ntitle = \"\uDC00\"\n+++\n");
    texts.add("---\ntitle: a\u0085b\u2028c\u2029d\uFEFFe\n---\n");
    return texts;
  }

  private static String deepIndent(int levels) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void isReadOrRefusedSoon(String text) {
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> checkHead(text, "hostile"));
  }

  @Test
  void repeatedAliasesDoNotMultiply() {
    String laughs = "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n";
    ParsedValue parsed = ValueReader.read(Format.YAML, new SourceText("content/data/x.yaml", laughs));
    assertEquals(3 + 12, parsed.problems().size());
    assertTrue(parsed.problems().stream().allMatch(p -> p.code().word().equals("yaml-anchor")));
  }

  static final List<String> SEEDS =
      List.of(
          "---\ntitle: \"The price: a\\tnote\"\ndate: 2026-05-30 09:00:00 +0900\ntags: [HBM, 가격, 'x''y']\nparams:\n  a: 1.10\n  b:\n    - |\n      text\n    - {c: d}\n# end\n---\nBody 😀\n",
          "+++\ntitle = \"a\\tb\" # c\ndate = 2026-05-30T09:00:00+09:00\ntags = [\"a\", 'b',\n  '가']\nimage.src = \"x\"\n[params]\nn = 1_0.5e3\nm = '''\nx'''\n[[history]]\nclaim = \"😀\"\n+++\nBody\n",
          "{\n  \"title\": \"a\\u0041\", \"draft\": true,\n  \"tags\": [\"가\", 1.10, null],\n  \"params\": {\"a\": {\"b\": [-1e3]}}\n}\nBody\n");
  private static final String[] PIECES = {
    "\n", "\t", " ", ":", ": ", "- ", "[", "]", "{", "}", ",", "\"", "'", "#", "&a", "*a", "!!str ", "|", ">", "---\n", "+++\n", "...\n", "\\", "=", ".",
    "😀", "한", "\r", "\r\n", "null", "~", "<<: ", "? ", "@", "`", "%", "\"\"\"", "'''", "\u0000", "\u0085", "\u2028", "\uD83D", "\uFEFF", "0", "9999999999", "true", "date: ",
    "title: ", "[[", "]]", "//", "\\u", "inf", "nan", "e", "_", "2026-02-30", "T25:00"
  };

  @Test
  void randomMutationsAreReadWithoutHarm() {
    Random random = new Random(SEED);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
      int edits = 1 + random.nextInt(4);
      for (int e = 0; e < edits; e++) {
        mutate(text, random);
      }
      checkHead(text.toString(), "seed " + SEED + ", round " + i);
    }
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    switch (random.nextInt(4)) {
      case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
      case 2 -> text.replace(at, Math.min(text.length(), at + 1), PIECES[random.nextInt(PIECES.length)]);
      default -> {
        int from = random.nextInt(text.length() + 1);
        String part = text.substring(Math.min(at, from), Math.min(Math.max(at, from), Math.min(at, from) + 20));
        text.insert(random.nextInt(text.length() + 1), part);
      }
    }
  }

  /// What must hold of any text as a note with a head, as settings, as data and as the body of a directive.
  static void checkHead(String text, String about) {
    SourceText source = new SourceText("content/post/x.md", text);
    try {
      Head head = FrontMatterReader.read(source, OPTIONS);
      assertTrue(head.bodyOffset() >= 0 && head.bodyOffset() <= text.length(), about);
      assertTrue(head.bodyOffset() == text.length() || head.bodyOffset() == source.lineStart(source.lineOf(head.bodyOffset())), about);
      checkProblems(source, head.problems(), about);
      head.front().params().ifPresent(params -> checkPlaces(source, params, about));
      for (Format format : Format.values()) {
        ParsedValue parsed = ValueReader.read(format, source);
        checkProblems(source, parsed.problems(), about);
        parsed.value().ifPresent(value -> checkPlaces(source, value, about));
      }
      checkProblems(source, SiteReader.read(new SourceText("content/site.yaml", text), Site.defaults("x"), List.of()).problems(), about);
      checkDirective(text, about);
    } catch (RuntimeException e) {
      throw new AssertionError(about + ": " + text.substring(0, Math.min(text.length(), 400)), e);
    }
  }

  private static void checkDirective(String text, String about) {
    String body = text.replaceAll("\r\n?", "\n");
    List<String> lines = body.lines().map(line -> "  > " + line).toList();
    Directive directive = new Directive("cost-table", "", body, 7, 4, new Place("x.md", 6, 4, 1), lines);
    for (Problem problem : DirectiveReader.read(directive).problems()) {
      assertTrue(problem.place().line() >= 7 && problem.place().line() <= 7 + lines.size(), about + problem);
      assertTrue(problem.place().column() > 4, about + problem);
    }
  }

  private static void checkProblems(SourceText source, List<Problem> problems, String about) {
    for (Problem problem : problems) {
      checkPlace(source, problem.place(), about + " " + problem);
      assertEquals(source.line(problem.place().line()), problem.excerpt(), about);
      assertTrue(problem.message().length() < 300 && problem.message().indexOf('\n') < 0, about + " " + problem.message());
      assertTrue(problem.hint().indexOf('\n') < 0 && problem.hint().length() < 400_000, about + " " + problem.hint());
    }
  }

  private static void checkPlaces(SourceText source, Value value, String about) {
    checkPlace(source, value.place(), about);
    switch (value) {
      case Value.Scalar _ -> {}
      case Value.Sequence sequence -> sequence.items().forEach(item -> checkPlaces(source, item, about));
      case Value.Mapping mapping ->
          mapping.entries().forEach(
              entry -> {
                checkPlace(source, entry.keyPlace(), about);
                checkPlaces(source, entry.value(), about);
              });
    }
  }

  private static void checkPlace(SourceText source, Place place, String about) {
    assertTrue(place.line() <= source.lines(), about + " " + place);
    String line = source.line(place.line());
    int points = line.codePointCount(0, line.length());
    assertTrue(place.column() <= points + 1, about + " " + place + " of " + points);
    assertTrue(place.column() + place.length() - 1 <= points + 1, about + " " + place + "+" + place.length() + " of " + points);
  }
}
