package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Language;
import dev.assay.note.Writing;
import dev.assay.problem.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumberedTest {
  private static final MarkdownOptions OPTIONS = Read.OPTIONS.with(new Writing(true, false, true));

  private static MarkdownResult read(String text, Language language) {
    return Markdown.parse(new MarkdownInput(new SourceText("x.md", text), 0, Optional.of("t"), language, OPTIONS));
  }

  private static String html(String text) {
    String html = Read.shown(read(text, Language.ENGLISH).body().pieces());
    Balance.check(html, text);
    return html;
  }

  @Test
  void figuresAreNumberedInTheirOrderAndSpokenOfBefore() {
    String html = html("See @fig-b and [@fig-a], or number [-@fig-b].\n\n![One](a.png \"First\"){#fig-a}\n\n![Two](b.png){#fig-b}\n");
    assertTrue(html.contains("See <a href=\"#fig-b\">Figure\u00a02</a> and <a href=\"#fig-a\">Figure\u00a01</a>, or number <a href=\"#fig-b\">2</a>."), html);
    assertTrue(html.contains("<figure class=\"picture\" id=\"fig-a\"><img src=\"{target 0}\" alt=\"One\" loading=\"lazy\"><figcaption><b>Figure 1.</b> First</figcaption></figure>"), html);
    assertTrue(html.contains("<figcaption><b>Figure 2</b></figcaption>"), html);
  }

  @Test
  void aCaptionAndItsSourceStandUnderAPictureThatStandsAlone() {
    assertTrue(html("![HBM](hbm.png \"Stacks by year. Source: company filings\")").contains("<figcaption>Stacks by year. <small>Source: company filings</small></figcaption>"));
    assertTrue(html("![HBM](hbm.png \"연도별 적층. 출처: 각 사\")").contains("<figcaption>연도별 적층. <small>출처: 각 사</small></figcaption>"));
    assertFalse(html("Text ![HBM](hbm.png \"Stacks\") goes on").contains("<figure"));
    assertFalse(html("![HBM](hbm.png)").contains("<figure"));
  }

  @Test
  void tablesEquationsChartsAndSectionsAreNumberedToo() {
    String html =
        html("# A {#sec-a}\n\n@tab-p, @eq-e, @chart-c, @sec-b.\n\nTable: Prices {#tab-p}\n\n## B {#sec-b}\n\n$$\nx = 1\n$$ {#eq-e}\n\n```{data-chart} #chart-c\nfile: x.csv\n```\n");
    for (String said : List.of(">Table\u00a01</a>", ">Equation\u00a01</a>", ">Chart\u00a01</a>", ">Section\u00a01.1</a>")) {
      assertTrue(html.contains(said), said + " in " + html);
    }
    assertTrue(html.contains("id=\"tab-p\">Table 1: Prices"), html);
    assertTrue(html.contains("<div class=\"equation\" id=\"eq-e\">") && html.contains("<span class=\"equation-number\">(1)</span>"), html);
    assertTrue(html.contains("<div class=\"numbered\" id=\"chart-c\">\n<p class=\"number\">Chart 1</p>\n{directive 0}"), html);
    assertTrue(html.contains("<h2 id=\"sec-b\"><span class=\"number\">1.1</span> B"), html);
    assertEquals(List.of(), read("@tab-p\n\nTable: Prices {#tab-p}", Language.ENGLISH).problems());
  }

  @Test
  void sectionsShowNoNumbersWhereNoSentenceNeedsThem() {
    assertFalse(html("# A {#sec-a}\n\ntext").contains("class=\"number\""));
  }

  @Test
  void numbersAreSaidInTheLanguageOfTheNoteAndParticlesMayFollow() {
    String html = Read.shown(read("@fig-가격을 보면 @tab-x에서\n\n![값](a.png \"값\"){#fig-가격}\n\nTable: 값 {#tab-x}", Language.KOREAN).body().pieces());
    assertTrue(html.contains("<a href=\"#fig-가격\">그림\u00a01</a>을 보면 <a href=\"#tab-x\">표\u00a01</a>에서"), html);
    assertTrue(html.contains("<b>그림 1.</b> 값") && html.contains("표 1: 값"), html);
  }

  @Test
  void aNameThatNothingHasIsPointedOut() {
    assertEquals(
        List.of(
            "warning unknown-reference 1:5 nothing in this note has the name 'fig-hmb' | did you mean '@fig-hbm'?",
            "warning unknown-reference 1:18 nothing in this note has the name 'tab-missing-one' | name it where it stands, {#tab-missing-one}, or escape the sign: \\@"),
        read("See @fig-hmb and @tab-missing-one.\n\n![x](a.png \"c\"){#fig-hbm}", Language.ENGLISH).problems().stream().map(Read::shown).toList());
  }

  @Test
  void aNameIsGivenOnce() {
    List<String> problems = read("![x](a.png \"c\"){#fig-a}\n\n![y](b.png \"c\"){#fig-a}", Language.ENGLISH).problems().stream().map(Read::shown).toList();
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().contains("the name 'fig-a' is taken"), problems.toString());
  }

  @Test
  void citationsAndAddressesStayWhatTheyAre() {
    MarkdownResult result = read("@sec-10k-2026 and @kim2026 and a@fig-a.org and \\@fig-a and `@fig-a`", Language.ENGLISH);
    assertEquals(List.of(), result.problems());
    assertFalse(Read.shown(result.body().pieces()).contains("href=\"#"));
  }
}
