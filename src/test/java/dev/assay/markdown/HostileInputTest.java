package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.testing.HostileNotes;
import dev.assay.testing.HostileNotes.Hostile;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What becomes of texts made to hang or overflow a parser: each is rendered or refused with a place, and its elements balance. How long
/// they take is for `HostileNotesTest` in the room `build`, which sends them the whole way of a note.
class HostileInputTest {
  private static final Duration GUARD = Duration.ofSeconds(20);

  static List<Hostile> notes() {
    return HostileNotes.all();
  }

  @ParameterizedTest
  @MethodSource("notes")
  void isRenderedOrRefusedWithAPlace(Hostile hostile) {
    String text = HostileNotes.body(hostile.text().apply(1));
    MarkdownResult result = assertTimeoutPreemptively(GUARD, () -> Read.text(text));
    if (result.refused()) {
      Problem problem = result.problems().getFirst();
      assertTrue(problem.isError());
      assertTrue(problem.place().line() >= 1 && !problem.hint().isEmpty());
      assertTrue(Read.shown(result.body().pieces()).startsWith("<pre>"));
    }
    Balance.check(Read.shown(result.body().pieces()), hostile.name());
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
