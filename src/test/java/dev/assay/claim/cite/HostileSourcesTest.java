package dev.assay.claim.cite;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bibliographies and citations of great length.
class HostileSourcesTest {
  private static ReadEntries read(String text) {
    return BibtexReader.read(new SourceText("content/x.bib", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "@misc{a,", "@misc{a, t={", "@", "@string{", "@misc{a, t=a#", "@comment{", "\\\"{", "@misc{a,t={$", "@misc{a, author={and ", "@misc{a, crossref={a}}\n"})
  void hostileFilesEndSoon(String piece) {
    assertTimeoutPreemptively(ofSeconds(10), () -> {
      ReadEntries read = read(piece.repeat(20_000));
      assertTrue(read.problems().size() <= 100);
    });
  }

  @Test
  void deepNestingIsNoOverflow() {
    String deep = "@misc{a, title={" + "{".repeat(50_000) + "x" + "}".repeat(50_000) + "}, author={" + "{\\'".repeat(30_000) + "}".repeat(30_000) + "}}";
    assertEquals(1, read(deep).entries().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[@a ", "[@a;", "@a [", "@{", "[@a, p. 1-", "[a @", "@a[p. "})
  void hostileTextsEndSoon(String piece) {
    String text = piece.repeat(20_000);
    assertTimeoutPreemptively(ofSeconds(10), () -> {
      for (int i = 0; i < text.length(); i++) {
        switch (text.charAt(i)) {
          case '[' -> CitationText.inBrackets(text, i);
          case '@' -> CitationText.inText(text, i);
          default -> {}
        }
      }
    });
  }
}
