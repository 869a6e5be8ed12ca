package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts made to hang or overflow a parser. Each is rendered or refused with a place; the time limit only guards
/// against hanging, and is wide because the machine may be busy.
class HostileInputTest {
  private static final Duration GUARD = Duration.ofSeconds(20);

  @ParameterizedTest
  @MethodSource("inputs")
  void isRenderedOrRefusedWithAPlace(IntFunction<String> input) {
    for (int size : new int[] {1, 4}) {
      String text = input.apply(size);
      MarkdownResult result = assertTimeoutPreemptively(GUARD, () -> Read.text(text));
      if (result.refused()) {
        Problem problem = result.problems().getFirst();
        assertTrue(problem.isError());
        assertTrue(problem.place().line() >= 1 && !problem.hint().isEmpty());
        assertTrue(Read.shown(result.body().pieces()).startsWith("<pre>"));
      }
      Balance.check(Read.shown(result.body().pieces()), "hostile input");
    }
  }

  static Stream<Arguments> inputs() {
    return Stream.of(
        input("inline formulas in an open bracket", k -> "[" + "a \\( x \\) ".repeat(13 * k)),
        input("formulas behind ][", k -> ("x ][" + "\\(a\\)".repeat(24)).repeat(10 * k)),
        input("escaped brackets", k -> ("[" + "\\[".repeat(2000 * k)).repeat(3)),
        input("open comments in a line", k -> "a " + "<!-- a ".repeat(5000 * k)),
        input("open comments", k -> "<!-- a\n\n".repeat(5000 * k)),
        input("open CDATA", k -> "a " + "<![CDATA[ ".repeat(5000 * k)),
        input("open instructions", k -> "a " + "<? ".repeat(5000 * k)),
        input("open declarations", k -> "a " + "<!A ".repeat(5000 * k)),
        input("backticks in runs of rising length", k -> rising(300 * k)),
        input("a**b and c*", k -> "a**b".repeat(5000 * k) + "c* ".repeat(5000 * k)),
        input("opening links", k -> "[](".repeat(12_500 * k)),
        input("a line of stars", k -> "*".repeat(1660 * k)),
        input("stars around a word", k -> "*".repeat(5000 * k) + "a" + "*".repeat(5000 * k)),
        input("strong openers", k -> "**x ".repeat(10_000 * k)),
        input("mixed openers and closers", k -> "*a _b ".repeat(3000 * k) + "b_ a* ".repeat(3000 * k)),
        input("triple openers", k -> "***a ".repeat(5000 * k) + "b*** ".repeat(5000 * k)),
        input("nested quotes", k -> "> ".repeat(976 * k) + "a"),
        input("nested quotes without spaces", k -> ">".repeat(976 * k) + "a"),
        input("a line of list marks", k -> "* ".repeat(432 * k)),
        input("nested lists in a line", k -> "* ".repeat(432 * k) + "a"),
        input("nested numbers", k -> "1. ".repeat(432 * k) + "a"),
        input("lists nested line by line", HostileInputTest::nested),
        input("nested brackets", k -> "[".repeat(12_000 * k) + "a" + "]".repeat(12_000 * k)),
        input("nested links", k -> "[".repeat(5000 * k) + "a" + "](b)".repeat(5000 * k)),
        input("nested images", k -> "![".repeat(5000 * k) + "a" + "](b)".repeat(5000 * k)),
        input("open images before links", k -> "![".repeat(5000 * k) + "[a](b)".repeat(5000 * k)),
        input("open titles", k -> "[a](b \"".repeat(5000 * k)),
        input("open angle addresses", k -> "[a](<b".repeat(5000 * k)),
        input("parentheses", k -> "[a](" + "(".repeat(20_000 * k)),
        input("undefined references", k -> "[a][b]".repeat(5000 * k)),
        input("many definitions", k -> many(3000 * k, i -> "[a" + i + "]: x\n") + "\n" + many(3000 * k, i -> "[a" + i + "] ")),
        input("open definition titles", k -> "[a]: x \"\n".repeat(5000 * k)),
        input("many footnotes", k -> many(2000 * k, i -> "x[^" + i + "] ") + "\n\n" + many(2000 * k, i -> "[^" + i + "]: t\n\n")),
        input("one footnote marked often", k -> "x[^1] ".repeat(5000 * k) + "\n\n[^1]: t"),
        input("footnotes that mark one another", k -> "x[^0]\n\n" + many(1000 * k, i -> "[^" + i + "]: t[^" + (i + 1) % (1000 * k) + "]\n\n")),
        input("a wide table", k -> "|a".repeat(1000 * k) + "|\n" + "|-".repeat(1000 * k) + "|\n" + "|x".repeat(1000 * k)),
        input("a long table", k -> "|a|b|\n|-|-|\n" + "|x|y|\n".repeat(5000 * k)),
        input("bars without a table", k -> "|a|b|\n".repeat(5000 * k)),
        input("rows of dashes", k -> "|-|\n".repeat(5000 * k)),
        input("a long line", k -> "word ".repeat(100_000 * k)),
        input("a long word", k -> "a".repeat(500_000 * k)),
        input("NUL", k -> "a\0b ".repeat(5000 * k)),
        input("lone surrogates", k -> "\ud800a\udc00 ".repeat(5000 * k)),
        input("a long quoted paragraph", k -> "> a\n".repeat(10_000 * k)),
        input("a paragraph underlined late", k -> "(a\n".repeat(10_000 * k) + "---"),
        input("equal headings", k -> "# a\n".repeat(5000 * k)),
        input("headings that take each other's ids", k -> many(1500 * k, i -> "# a\n# a-" + i + "\n")),
        input("entities", k -> "&amp;".repeat(12_000 * k)),
        input("ampersands", k -> "&".repeat(50_000 * k)),
        input("addresses glued together", k -> "http://".repeat(5000 * k)),
        input("mail addresses glued together", k -> "a@".repeat(12_000 * k)),
        input("an address full of parentheses", k -> "http://a.b/" + "(".repeat(12_000 * k) + ")".repeat(12_000 * k)),
        input("an address full of entities", k -> "http://a.b/" + "&a;".repeat(8000 * k)),
        input("tildes", k -> "~a".repeat(12_000 * k)),
        input("double tildes", k -> "~~a".repeat(12_000 * k)),
        input("carets", k -> "^a ".repeat(12_000 * k)),
        input("braces", k -> "{".repeat(12_000 * k)),
        input("open attributes", k -> "{#a ".repeat(5000 * k)),
        input("open options of a claim", k -> "[Fact] a " + "{#a b=c ".repeat(5000 * k) + "}"),
        input("claims of one name", k -> "- [Fact] a {#x}\n".repeat(2000 * k)),
        input("directives in one another", k -> ":::{fact}\n".repeat(1000 * k)),
        input("directives after one another", k -> ":::{fact}\na\n:::\n".repeat(1000 * k)),
        input("definition lists", k -> "a\n: b\n\n".repeat(2000 * k)),
        input("open divisions", k -> "<div>\n\n".repeat(5000 * k)),
        input("open bold tags", k -> "x " + "<b>".repeat(5000 * k)),
        input("a tag with many attributes", k -> "x <a " + "b=c ".repeat(5000 * k) + ">"),
        input("open attribute values", k -> "<a b=\"".repeat(5000 * k)),
        input("open scripts", k -> "<script>\n\n".repeat(2000 * k)),
        input("blank lines", k -> "\n".repeat(50_000 * k)),
        input("lines ended by CR", k -> "a\r".repeat(12_000 * k)),
        input("tabs", k -> "\t".repeat(12_000 * k) + "a"),
        input("tabs and list marks", k -> "-\t".repeat(200 * k) + "a"),
        input("list items", k -> "- a\n".repeat(5000 * k)),
        input("loose list items", k -> "- a\n\n".repeat(5000 * k)),
        input("lists of changing marks", k -> "- a\n+ b\n".repeat(2000 * k)),
        input("fences", k -> "```\n".repeat(5000 * k)),
        input("backslashes", k -> "\\".repeat(50_000 * k)),
        input("open roles", k -> "{cost}` ".repeat(5000 * k)),
        input("open footnotes", k -> "[^".repeat(12_000 * k)),
        input("tags in a row", k -> "[Fact]".repeat(12_000 * k)),
        input("callouts", k -> "> [!NOTE]\n\n".repeat(2000 * k)),
        input("blank lines in deep quotes", k -> ("> ".repeat(45) + "a\n\n").repeat(50 * k)));
  }

  private static Arguments input(String name, IntFunction<String> input) {
    return Arguments.of(Named.of(name, input));
  }

  private static String rising(int runs) {
    return many(runs, i -> "e" + "`".repeat(i + 1));
  }

  private static String nested(int size) {
    return many(150 * size, i -> "  ".repeat(i) + "- a\n");
  }

  private static String many(int count, IntFunction<String> each) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(each.apply(i));
    }
    return out.toString();
  }

  @Test
  void whatIsTooDeepIsRefusedWhereItGetsTooDeep() {
    MarkdownResult result = Read.below("---\na: b\n---\n", "fine\n\n" + "> ".repeat(60) + "x", java.util.Optional.of("t"));
    assertTrue(result.refused());
    assertEquals(
        List.of("error markdown-too-deep 6:101 quotes and lists are nested deeper than 50 here | escape marks that are meant as text with a backslash"),
        result.problems().stream().map(Read::shown).toList());
    assertEquals("<pre>fine\n\n" + "&gt; ".repeat(60) + "x</pre>", Read.shown(result.body().pieces()));
  }

  @Test
  void depthWithinTheLimitIsRendered() {
    assertFalse(Read.text("> ".repeat(45) + "x").refused());
    assertFalse(Read.text("* * * * ".repeat(100)).refused());
  }

  @Test
  void aTextThatIsTooLongIsRefused() {
    MarkdownOptions small =
        new MarkdownOptions(Read.OPTIONS.languages(), Read.OPTIONS.claimNames(), false, MarkdownOptions.DIRECTIVES, MarkdownOptions.ROLES, new Limits(100, 50, 400, 1));
    MarkdownResult result = Read.text("word ".repeat(50), small);
    assertEquals(Code.MARKDOWN_TOO_COSTLY, result.problems().getFirst().code());
    assertEquals("this text has 250 characters, more than the 100 that are read", result.problems().getFirst().message());
  }

  @Test
  void aParseThatTakesTooLongIsGivenUpWithAPlace() {
    MarkdownOptions hasty =
        new MarkdownOptions(Read.OPTIONS.languages(), Read.OPTIONS.claimNames(), false, MarkdownOptions.DIRECTIVES, MarkdownOptions.ROLES, new Limits(10_000_000, 50, 400, 1e-9));
    MarkdownResult result = Read.text("- a\n".repeat(20_000), hasty);
    assertTrue(result.refused());
    assertEquals(Code.MARKDOWN_TOO_COSTLY, result.problems().getFirst().code());
    assertTrue(result.problems().getFirst().place().line() > 1);
  }

  @Test
  void emphasisNestedWithoutEndIsText() {
    String text = "*a ".repeat(100) + "b" + " c*".repeat(100);
    assertTrue(Read.problems("*a **a ".repeat(40) + "b" + " c** c*".repeat(40)).stream().allMatch(problem -> problem.startsWith("warning markdown-too-deep")), text);
    Balance.check(Read.html(text), "nested emphasis");
  }

  @Test
  void manyThreadsReadTheSame() {
    String text = "# A\n\n- [Fact] **x** [y](z.md) {#n}\n\n|a|\n|-|\n|b|\n".repeat(20);
    try (ParserThreads threads = new ParserThreads(4)) {
      var results = Stream.generate(() -> threads.submit(() -> Read.text(text))).limit(40).toList();
      results.forEach(result -> assertEquals(Read.text(text), result.join()));
    }
  }
}
