package dev.assay.claim.cite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Language;
import dev.assay.problem.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Citations of a note in a style: what stands in the sentence, what in the list of references.
class CitationStyleTest {
  private static final String SOURCES =
      """
      @article{smith, author = {Smith, John}, title = {On Tokens}, journal = {Tokens}, year = 2024}
      @article{smithB, author = {Smith, John}, title = {Beyond Tokens}, journal = {Tokens}, year = 2024}
      @book{doe, author = {Doe, Jane and Roe, Ann and Poe, Ed}, title = {Chips}, publisher = {P & Q}, year = 2020}
      @book{kim, author = {김철수 and 이영희}, title = {반도체}, publisher = {한빛}, year = {2026}}
      @online{anon, title = {No <name>}, url = {https://x.example/a}}
      """;

  private static final Formatted.Anchors ANCHORS =
      new Formatted.Anchors() {
        @Override
        public String reference(String key) {
          return "r-" + key;
        }

        @Override
        public String citation(int index) {
          return "c-" + index;
        }
      };

  private static CitationStyle style(String name, Language language) {
    Map<String, SourceEntry> entries = new LinkedHashMap<>();
    BibtexReader.read(new SourceText("content/b.bib", SOURCES)).entries().forEach(entry -> entries.put(entry.key(), entry));
    return new CitationStyle(Styles.named(name).orElseThrow(), new Bibliography(entries), language);
  }

  private static final CitationStyle ENGLISH = style("assay", Language.ENGLISH);
  private static final CitationStyle KOREAN = style("assay", Language.KOREAN);

  private static Formatted format(CitationStyle style, String... citations) {
    return style.format(Stream.of(citations).map(CitationText::read).toList(), ANCHORS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "[@smith] | (Smith 2024)", "[@smith, p. 4] | (Smith 2024, p. 4)", "[see @smith, ch. 2, and on] | (see Smith 2024, chap. 2, and on)", "[-@smith, p. 4] | (2024, p. 4)",
        "[see -@smith] | (see 2024)", "@smith | Smith (2024)", "@smith [p. 4] | Smith (2024, p. 4)", "@doe | Doe et al. (2020)", "[@smith; @doe, p. 3] | (Smith 2024; Doe et al. 2020, p. 3)",
        "[@smith; @who] | (Smith 2024) [@who]", "[@who, p. 3] | [@who, p. 3]", "@who [p. 3] | @who, p. 3", "[see -@who and more; @whom] | [see -@who and more; @whom]", "@kim | 김철수 and 이영희 (2026)",
      })
  void aCitationIsPrintedAsTheSentenceNeedsIt(String written, String printed) {
    assertEquals(List.of(printed), format(ENGLISH, written).plain());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"[@kim, p. 4] | (김철수와 이영희 2026, 4쪽)", "@kim | 김철수·이영희 (2026)", "@doe | Doe 외 (2020)", "[@kim, ch. 2] | (김철수와 이영희 2026, 2장)", "[@kim, § 3] | (김철수와 이영희 2026, 3절)"})
  void inKoreanItIsKorean(String written, String printed) {
    assertEquals(List.of(printed), format(KOREAN, written).plain());
  }

  @Test
  void eachSourceLeadsToItsLineAndEachLineKnowsWhereItIsCited() {
    Formatted formatted = format(ENGLISH, "[@smith; @doe]", "@doe [p. 2]", "[@who]");
    assertEquals(
        List.of(
            "<span class=\"cite\" id=\"c-0\">(<a href=\"#r-smith\">Smith 2024</a>; <a href=\"#r-doe\">Doe et al. 2020</a>)</span>",
            "<span class=\"cite\" id=\"c-1\">Doe et al. (<a href=\"#r-doe\">2020, p. 2</a>)</span>", "[@who]"),
        formatted.citations());
    assertEquals(List.of("doe [0, 1]", "smith [0]"), formatted.references().stream().map(each -> each.entry().key() + " " + each.from()).toList());
    assertEquals(List.of(), formatted.notes());
    assertTrue(formatted.references().getFirst().html().contains("<i>Chips</i>. P &amp; Q"), formatted.references().getFirst().html());
  }

  @Test
  void nothingThatIsKnownIsNothingToFormat() {
    Formatted formatted = format(ENGLISH, "[@who <b>]");
    assertEquals(List.of("[@who &lt;b&gt;]"), formatted.citations());
    assertEquals(List.of("[@who <b>]"), formatted.plain());
    assertEquals(List.of(), formatted.references());
    assertEquals(Formatted.NONE, ENGLISH.format(List.of(), ANCHORS));
  }

  @Test
  void twoWorksOfOneAuthorAndYearAreToldApartByTheirTitles() {
    Formatted formatted = format(ENGLISH, "[@smith]", "[@smithB]", "[@doe]");
    assertEquals(List.of("(Smith 2024b)", "(Smith 2024a)", "(Doe et al. 2020)"), formatted.plain());
    assertEquals(List.of("(Smith 2024)"), format(ENGLISH, "[@smith]").plain());
  }

  @Test
  void aSourceWithoutAnAuthorIsCalledByItsTitleAndItsAddressIsALink() {
    Formatted formatted = format(ENGLISH, "[@anon]");
    assertTrue(formatted.plain().getFirst().contains("No <name>"), formatted.plain().toString());
    assertTrue(formatted.references().getFirst().html().contains("<a href=\"https://x.example/a\">"), formatted.references().toString());
    // In the sentence a link lies in no other.
    assertEquals(1, formatted.citations().getFirst().split("<a ", -1).length - 1);
  }

  @Test
  void aStyleOfNotesNumbersThemAndSaysTheRestBelow() {
    Formatted formatted = format(style("chicago-notes-bibliography", Language.ENGLISH), "[@smith, p. 4]", "@doe");
    assertEquals("<span class=\"cite\" id=\"c-0\"><sup><a href=\"#r-smith\">1</a></sup></span>", formatted.citations().getFirst());
    assertEquals("<span class=\"cite\" id=\"c-1\">Doe et al.<sup><a href=\"#r-doe\">2</a></sup></span>", formatted.citations().getLast());
    assertEquals(2, formatted.notes().size());
    assertTrue(formatted.notes().getFirst().startsWith("John Smith, “On Tokens,”"), formatted.notes().toString());
    assertTrue(formatted.notes().stream().noneMatch(note -> note.matches("(?s).*[\uE000-\uF8FF].*")), formatted.notes().toString());
  }

  @Test
  void aStyleOfNumbersCountsInTheOrderOfTheText() {
    CitationStyle numbers = style("ieee", Language.ENGLISH);
    assertEquals(List.of("[1]", "[2]", "Smith [1]"), format(numbers, "[@smith]", "[@doe]", "@smith").plain());
    assertTrue(numbers.reference(new Bibliography(Map.of()).entry("x").orElseGet(() -> BibtexReader.read(new SourceText("b.bib", SOURCES)).entries().getFirst())).startsWith("J. Smith"));
    CitationStyle raised = style("nature", Language.ENGLISH);
    assertTrue(format(raised, "@smith").citations().getFirst().startsWith("<span class=\"cite\" id=\"c-0\">Smith<sup>"), format(raised, "@smith").citations().toString());
  }

  @Test
  void oneEntryStandsAloneWithoutANumber() {
    SourceEntry smith = BibtexReader.read(new SourceText("b.bib", SOURCES)).entries().getFirst();
    assertEquals("Smith, John. 2024. “On Tokens.” <i>Tokens</i>.", ENGLISH.reference(smith));
  }

  @Test
  void particlesSuffixesRangesAndWordsForDaysReachTheList() {
    String odd = "@book{a, author={van Dijk, Jr., Edsger}, title={T}, date={2020-05/2021-06}} @book{b, author={Roe, A.}, title={U}, date={forthcoming}} @online{c, author={Poe, E.}, title={V}, date={2020-05-03}}";
    List<String> lines = BibtexReader.read(new SourceText("b.bib", odd)).entries().stream().map(ENGLISH::reference).toList();
    assertTrue(lines.get(0).startsWith("van Dijk Jr., Edsger. 2020–2021."), lines.get(0));
    assertTrue(lines.get(1).contains("forthcoming"), lines.get(1));
    assertTrue(lines.get(2).contains("2020"), lines.get(2));
  }

  @ParameterizedTest
  @CsvSource({"en, en-US", "en-GB, en-GB", "ko, ko-KR", "ko-KR, ko-KR", "zh-Hant, zh-TW", "zh, zh-CN", "de, de-DE", "no, nb-NO", "tlh, en-US", "eu, eu"})
  void everyLanguageHasALocaleOfCsl(String tag, String locale) {
    assertEquals(locale, Terms.of(new Language(tag)));
    assertTrue(new Terms().retrieveLocale(tag).contains("<locale"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "김철수\uE020이영희 | 김철수와이영희", "박민 \uE020최진 | 박민과최진", "김철수, \uE020 이영희 | 김철수와 이영희", "Kim \uE020 Lee | Kim과 Lee", "Lee \uE020 Kim | Lee와 Kim", "\uE021. 4–6 | 4–6쪽", "\uE022 2, 3 | 2, 3장", "\uE023 iv | iv절", "\uE021 x | x쪽", "\uE021 | 쪽",
        "a, b | a, b", "\uE020 | 와"
      })
  void koreanParticlesFollowTheSoundBeforeThemAndUnitsTheirNumber(String written, String read) {
    assertEquals(read, Terms.joined(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "<div class=\"csl-entry\">a  b</div> | a b", "<span style=\"font-style: italic\">a</span> | <i>a</i>", "<span style=\"font-style: oblique\">a</span> | <i>a</i>", "<span style=\"font-weight: bold\">a</span> | <b>a</b>",
        "<span style=\"font-variant: small-caps\">a</span> | <span class=\"small-caps\">a</span>", "<span style=\"text-decoration: underline\">a</span> | <u>a</u>",
        "<span style=\"vertical-align: super\">a</span> | <sup>a</sup>", "<span style=\"vertical-align: sub\">a</span> | <sub>a</sub>", "<span style=\"color: red\">a</span> | a",
        "<a href=\"https://x.org/\">x</a> | <a href=\"https://x.org/\">x</a>", "<a href=\"javascript:x\">x</a> | x", "<script x>a</script> | a", "<sup>1</sup> <i>x</i> | <sup>1</sup> <i>x</i>", "a</i>b | ab",
        "&lt;i&gt;a&lt;/i&gt; | <i>a</i>", "&lt;I&gt;a&lt;/i&gt; &lt;sub&gt;b&lt;/SUB&gt; | <i>a</i> <sub>b</sub>", "&lt;i&gt;a | &lt;i&gt;a", "&lt;i&gt;&lt;b&gt;a&lt;/i&gt;&lt;/b&gt; | &lt;i&gt;&lt;b&gt;a&lt;/i&gt;&lt;/b&gt;",
        "&lt;/i&gt;a | &lt;/i&gt;a", "&lt;span class=&quot;nocase&quot;&gt;a&lt;/span&gt; | a", "&lt;u&gt;a&lt;/u&gt; | &lt;u&gt;a&lt;/u&gt;", "<div>a</div><div>b</div> | a b"
      })
  void whatTheProcessorPrintsBecomesPlainElements(String printed, String html) {
    assertEquals(html, CslMarkup.of(printed));
  }
}
