package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.note.Language;
import dev.assay.note.Writing;
import dev.assay.problem.SourceText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotesTest {
  private static String html(String text, String language, boolean typography) {
    MarkdownOptions options = Read.OPTIONS.with(new Writing(true, typography, true));
    return Read.shown(Markdown.parse(new MarkdownInput(new SourceText("x.md", text), 0, Optional.of("t"), new Language(language), options)).body().pieces());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', quoteCharacter = '§', value = {
    "en → She said \"no\". → She said “no”.",
    "en → It's the firms' '90s → It’s the firms’ ’90s",
    "en → \"She said 'no'\" → “She said ‘no’”",
    "en → a 12\" wafer and 5' → a 12&quot; wafer and 5'",
    "en → **\"bold\"** and *'so'* → <strong>“bold”</strong> and <em>‘so’</em>",
    "en → (\"x\")—\"y\" → (“x”)—“y”",
    "en → `\"code\"` and \"text\" → <code>&quot;code&quot;</code> and “text”",
    "en → \\\"kept\\\" → &quot;kept&quot;",
    "en → \"`code`\" ends → “<code>code</code>” ends",
    "ko → 그는 \"낮다\"고 했다 → 그는 “낮다”고 했다",
    "ko → 이른바\"병목\"이 '문제'다 → 이른바“병목”이 ‘문제’다",
    "de → Er sagte \"nein\" und 'ja' → Er sagte „nein“ und ‚ja‘",
    "fr → Il dit \"non\" → Il dit «\u00a0non\u00a0»",
    "ja → 彼は\"否\"と「是」 → 彼は&quot;否&quot;と「是」",
    "zh → 他说\"不\"了 → 他说“不”了",
    "ru → он сказал \"нет\" → он сказал «нет»",
    "en-GB → \"x\" → “x”",
  })
  void quotesAreThoseOfTheLanguage(String language, String text, String html) {
    assertEquals("<p>" + html + "</p>", html(text, language, true));
  }

  @Test
  void addressesFormulasAndRawTagsAreLeftAlone() {
    String text = "[\"x\"](y.md \"t\") https://x.org/?a=\"b\" $f'(x)$ <span title=\"a\">\"b\"</span>";
    String html = html(text, "en", true);
    assertEquals(true, html.contains("title=\"a\"") || html.contains("<span>"), html);
    assertEquals(true, html.contains("“x”") && html.contains("“b”") && html.contains("alttext=\"f'(x)\""), html);
  }

  @Test
  void nothingIsChangedWhereNobodyAskedForIt() {
    assertEquals("<p>&quot;a&quot; it's</p>", html("\"a\" it's", "en", false));
  }
}
