package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import dev.assay.note.Piece;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
  private static List<ClaimDraft> claims(String text) {
    return Read.text(text).claims();
  }

  private static ClaimDraft only(String text) {
    List<ClaimDraft> claims = claims(text);
    assertEquals(1, claims.size(), text);
    return claims.getFirst();
  }

  private static String content(ClaimDraft claim) {
    return Read.shown(claim.pieces());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', value = {
    "**[Fact]** H100 has 80 GB → FACT → <strong>[Fact]</strong>",
    "[Fact] H100 has 80 GB → FACT → [Fact]",
    "**[Fact]**: H100 has 80 GB → FACT → <strong>[Fact]</strong>:",
    "**[Fact]:** H100 has 80 GB → FACT → <strong>[Fact]:</strong>",
    "[INFERENCE]: H100 has 80 GB → INFERENCE → [INFERENCE]:",
    "*[speculation]* H100 has 80 GB → SPECULATION → <em>[speculation]</em>",
    "__[Blocked]__ H100 has 80 GB → BLOCKED → <strong>[Blocked]</strong>",
    "**[사실]** H100 has 80 GB → FACT → <strong>[사실]</strong>",
    "[추론]: H100 has 80 GB → INFERENCE → [추론]:",
    "[추측] H100 has 80 GB → SPECULATION → [추측]",
    "[보류] H100 has 80 GB → BLOCKED → [보류]",
    "[데이터] H100 has 80 GB → FACT → [데이터]",
    "［사실］： H100 has 80 GB → FACT → ［사실］：",
  })
  void aTagAtTheBeginningMakesAClaim(String text, Kind kind, String written) {
    ClaimDraft claim = only(text);
    assertEquals(kind, claim.kind());
    assertEquals(ClaimDraft.Form.TAG, claim.form());
    assertEquals(written, claim.written());
    assertEquals("H100 has 80 GB", content(claim));
    assertEquals("content/post/x.md:1:1", claim.place().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "\\[Fact\\] escaped", "`[Fact]` in code", "In the middle a [Fact] is text", "[Fact]", "**[Fact]**", "[Facts] plural",
    "[ Fact ] spaced", "Fact: bare", "```\n[Fact] code\n```", "    [Fact] code", "[Fact]: {#only}", "![Fact](x.png)", "# [Fact] with words"
  })
  void everythingElseIsText(String text) {
    assertEquals(List.of(), claims(text));
  }

  @Test
  void aTagWithKoreanGluedToItIsATag() {
    assertEquals("엔비디아는 팔았다.", content(only("**[사실]**엔비디아는 팔았다.")));
  }

  @Test
  void kindsWinOverLinkDefinitions() {
    MarkdownResult result = Read.text("[Fact]: H100\n\nElsewhere a [Fact] and [Inference][].\n\n[inference]: https://x.org");
    assertEquals(2, result.claims().size());
    assertEquals("H100", content(result.claims().getFirst()));
    assertEquals(List.of("https://x.org"), result.links().stream().map(link -> link.target()).toList());
    assertTrue(Read.shown(result.body().pieces()).contains("Elsewhere a [Fact] and [Inference][]."));
  }

  @Test
  void anAddressBehindTheTagIsTheSource() {
    MarkdownResult result = Read.text("- [Fact](https://x.org/a) One\n- **[Fact][1]**: Two [more](b.md)\n- **[Fact](c.md)** Three\n\n[1]: https://y.org");
    assertEquals(List.of(0), result.claims().get(0).links());
    assertEquals(List.of(1, 2), result.claims().get(1).links());
    assertEquals(List.of(3), result.claims().get(2).links());
    assertEquals(List.of("https://x.org/a", "https://y.org", "b.md", "c.md"), result.links().stream().map(link -> link.target()).toList());
    assertEquals("<a href=\"https://x.org/a\">[Fact]</a>", result.claims().get(0).written());
    assertEquals("<strong>[Fact]</strong>", result.claims().get(2).written());
    assertEquals("One", content(result.claims().get(0)));
  }

  @Test
  void emphasisThatGoesOnBehindTheTagBelongsToTheContent() {
    ClaimDraft claim = only("**[Fact] all of it is bold** but this");
    assertEquals("[Fact]", claim.written());
    assertEquals("<strong>all of it is bold</strong> but this", content(claim));
  }

  @Test
  void theMarkupAroundAClaimIsTheSameEverywhere() {
    assertEquals("<p {claim 0}>{tag 0} x{end 0}</p>", Read.html("[Fact] x"));
    assertEquals("<ul>\n<li {claim 0}>{tag 0} x{end 0}</li>\n</ul>", Read.html("- [Fact] x"));
    assertEquals("<blockquote>\n<p {claim 0}>{tag 0} x{end 0}</p>\n</blockquote>", Read.html("> [Fact] x"));
    assertTrue(Read.html("|a|\n|-|\n|[Fact] x|").contains("<td {claim 0}>{tag 0} x{end 0}</td>"));
    assertTrue(Read.html("|a|\n|-:|\n|[Fact] x|").contains("<td class=\"right\" {claim 0}>"));
    assertEquals("<div {claim 0}>{tag 0} x{end 0}</div>", Read.html(":::{fact}\nx\n:::"));
  }

  @Test
  void anItemThatHoldsMoreThanItsClaimKeepsTheRestOutside() {
    assertEquals(
        "<ul>\n<li><div {claim 0}>{tag 0} a{end 0}</div>\n<ul>\n<li {claim 1}>{tag 1} b{end 1}</li>\n</ul>\n</li>\n</ul>",
        Read.html("- [Fact] a\n  - [Inference] b"));
    assertEquals(
        "<ul>\n<li><p {claim 0}>{tag 0} a{end 0}</p>\n<p>more</p>\n</li>\n</ul>", Read.html("- [Fact] a\n\n  more"));
  }

  @Test
  void namesAndOptionsStandInBracesAtTheEnd() {
    ClaimDraft claim = only("- **[Inference]**: Text with {x | x>0} and `{y}`\n  {#cost-race because=#a,#b source=\"two words\" due=2027-Q2\n  probability=70% entities=nvidia,tsmc}");
    assertEquals(Optional.of("cost-race"), claim.name());
    assertEquals("cost-race", claim.anchor());
    assertEquals(List.of("#a", "#b"), claim.values("because"));
    assertEquals(List.of("two words"), claim.values("source"));
    assertEquals(List.of("2027-Q2"), claim.values("due"));
    assertEquals(List.of("70%"), claim.values("probability"));
    assertEquals(List.of("nvidia", "tsmc"), claim.values("entities"));
    assertEquals("Text with {x | x&gt;0} and <code>{y}</code>", content(claim));
    assertEquals("content/post/x.md:2:15", claim.options().getFirst().place().toString());
  }

  @Test
  void theEndOfAnItemIsTheEndOfItsLastParagraph() {
    MarkdownResult result = Read.text("- [Fact] a\n\n  more {#n due=2027}\n- [Fact] b\n\n  [Inference] c {#c}");
    assertEquals(List.of("n", "c"), result.claims().stream().flatMap(claim -> claim.name().stream()).toList());
    assertEquals(List.of("2027"), result.claims().getFirst().values("due"));
    assertTrue(Read.shown(result.body().pieces()).contains("<p>more</p>"));
  }

  @Test
  void optionsInTheMiddleOfAClaimAreTextAndNamed() {
    assertEquals(
        List.of("warning claim-option 1:10 these options stand inside the claim's text, so they are shown as text | move them to its end, or escape the brace with a backslash"),
        Read.problems("[Fact] x {#n} and more"));
    assertEquals(List.of(), Read.problems("[Fact] x \\{#n} and `{#n}` and **b**{#b} more {x | y} end"));
  }

  @Test
  void bracesThatHoldNoOptionsAreText() {
    assertEquals("the set {x | x&gt;0}", content(only("[Fact] the set {x | x>0}")));
    assertEquals("ends in <code>{#code}</code>", content(only("[Fact] ends in `{#code}`")));
    assertEquals("escaped {#x}", content(only("[Fact] escaped \\{#x}")));
  }

  @Test
  void wrongOptionsAreNamedWithAWayOut() {
    assertEquals(
        List.of(
            "error claim-option 1:12 a claim has no option 'sorce' | did you mean 'source'?",
            "error claim-option 1:24 'soon' is not a date | write due=2027-06-30, 2027-06, 2027-Q2 or 2027",
            "error claim-option 1:41 '1.5' is not a probability from 0 to 1 | write probability=0.7 or 70%",
            "error claim-option 1:45 the option 'because' has no value | write because=#name",
            "error claim-option 1:54 'oops' is not an option | write key=value, or #name for the claim's name"),
        Read.problems("[Fact] x {#n sorce=y due=soon probability=1.5 because= oops}".replace("#n ", "")
            .replace("[Fact] x {", "[Fact] xy {")).stream().toList());
  }

  @Test
  void aNameStandsOnceInANote() {
    MarkdownResult result = Read.text("- [Fact] a {#n}\n- [Fact] b {#n}\n- [Fact] c {#a b}");
    assertEquals("error claim-name 2:13 the name 'n' is taken in this note | choose another name; a name stands once in a note", Read.shown(result.problems().getFirst()));
    assertEquals(Optional.empty(), result.claims().get(1).name());
    assertNotEquals("n", result.claims().get(1).anchor());
    assertTrue(Read.problems("[Fact] x {#a!b}").getFirst().startsWith("error claim-name 1:11 the name 'a!b' has the character '!'"));
    assertEquals(Optional.of("비용-경쟁"), only("[사실] x {#비용-경쟁}").name());
  }

  @Test
  void anUnnamedClaimKeepsItsAddressWhenOthersComeAndGo() {
    String before = only("## S\n\n- [Fact] the text").anchor();
    assertEquals(before, claims("## S\n\n- [Fact] another\n- [Fact] the text").get(1).anchor());
    assertTrue(before.startsWith("s-"), before);
    List<ClaimDraft> same = claims("- [Fact] x\n- [Fact] x");
    assertNotEquals(same.get(0).anchor(), same.get(1).anchor());
  }

  @Test
  void underAKindsHeadingEachItemIsAClaim() {
    List<ClaimDraft> claims = claims("## [Fact]\n\n- one {#one}\n- [Blocked] two\n  - nested\n\n### Sub\n\n1. three\n\n## Next\n\n- four");
    assertEquals(List.of(Kind.FACT, Kind.BLOCKED, Kind.FACT), claims.stream().map(ClaimDraft::kind).toList());
    assertEquals(List.of(ClaimDraft.Form.HEADING, ClaimDraft.Form.TAG, ClaimDraft.Form.HEADING), claims.stream().map(ClaimDraft::form).toList());
    assertEquals(Optional.of("one"), claims.getFirst().name());
    assertEquals("", claims.getFirst().written());
    assertEquals("fact", claims.getFirst().section());
    assertEquals("content/post/x.md:3:3", claims.getFirst().place().toString());
  }

  @Test
  void withoutAListEachParagraphUnderTheHeadingIsAClaim() {
    assertEquals(2, claims("### **[추론]**\n\nOne.\n\nTwo.\n\n***\n\nThree.").size());
    assertEquals(1, claims("### [추론]:\n\nIntroduction.\n\n- one\n\n---\n\n- two").size());
  }

  @Test
  void aDeeperKindsHeadingTakesOverAndGivesBack() {
    List<ClaimDraft> claims = claims("## [Fact]\n\n- a\n\n### [Inference]\n\n- b\n\n### Plain\n\n- c");
    assertEquals(List.of(Kind.FACT, Kind.INFERENCE, Kind.FACT), claims.stream().map(ClaimDraft::kind).toList());
  }

  @Test
  void aDirectiveIsAClaimWithMarkdownInside() {
    ClaimDraft claim = only(":::{inference} #cost-race\n:because: #usage, #power\n:source: https://x.org/a, https://y.org/b\nOnce usage gets a **price**.\n:::\nAfter");
    assertEquals(ClaimDraft.Form.DIRECTIVE, claim.form());
    assertEquals(Optional.of("cost-race"), claim.name());
    assertEquals(List.of("#usage", "#power"), claim.values("because"));
    assertEquals(List.of("https://x.org/a", "https://y.org/b"), claim.values("source"));
    assertEquals("Once usage gets a <strong>price</strong>.", content(claim));
    assertEquals("content/post/x.md:1:5", claim.place().toString());
    assertTrue(Read.html(":::{fact}\nx\n:::\nAfter").endsWith("</div>\n<p>After</p>"));
  }

  @Test
  void directivesMayBeFencedLongerOrWithBackticksAndNest() {
    assertEquals("x", content(only("```{fact} {#n due=2027}\nx\n```")));
    List<ClaimDraft> nested = claims("::::{fact}\n- [Inference] a\n\n:::{blocked}\nb\n:::\n\n```\n:::\n```\n\nend\n::::\n\nout");
    assertEquals(List.of(Kind.FACT, Kind.INFERENCE, Kind.BLOCKED), nested.stream().map(ClaimDraft::kind).toList());
    assertTrue(content(nested.getFirst()).endsWith("<p>end</p>"), content(nested.getFirst()));
    assertEquals(2, claims(":::{fact}\na\n\n:::{blocked}\nb\n:::\n:::\n\nout").size());
    assertEquals(1, claims("- item\n\n  :::{fact}\n  in a list\n  :::").size());
    assertEquals(1, claims("> :::{fact}\n> quoted\n> :::").size());
  }

  @Test
  void aDirectiveWithoutTextIsAnError() {
    assertEquals(
        List.of("error directive-syntax 1:5 the directive 'fact' has no text | write the claim's text between the fences"),
        Read.problems(":::{fact}\n:::"));
  }

  @Test
  void sourcesInFootnotesAreSourcesOfTheClaim() {
    MarkdownResult result = Read.text("- [Fact] a[^1]\n- [Fact] b\n\n[^1]: See [x](https://x.org).");
    assertEquals(List.of(0), result.claims().get(0).links());
    assertEquals(List.of(), result.claims().get(1).links());
  }

  @Test
  void whatTheLedgerShowsHasNoIdsAndNoFootnoteMarks() {
    ClaimDraft claim = only("[Fact] a[^1] **b**{#b} [c](d.md)\n\n[^1]: n");
    assertEquals("a <strong>b</strong> <a href=\"{target 0}\">c</a>", content(claim));
    assertEquals(List.of(new Piece.Html("a <strong>b</strong> <a href=\""), new Piece.Target(0), new Piece.Html("\">c</a>")), claim.pieces());
  }

  @Test
  void linesAreTheirExcerpts() {
    assertEquals("> - [Fact] x", only("Text\n\n> - [Fact] x").excerpt());
  }

  @Test
  void aTaskKeepsItsBoxBeforeTheClaim() {
    assertEquals(
        "<ul class=\"tasks\">\n<li class=\"task\" {claim 0}><input type=\"checkbox\" disabled checked> {tag 0} x{end 0}</li>\n</ul>",
        Read.html("- [x] [Fact] x {#n}"));
  }

  @Test
  void aColumnOfKindsMakesEachRowAClaim() {
    MarkdownResult result =
        Read.text(
            """
            | Kind | Product | Finding | Source |
            |---|---|:-:|---|
            | Fact | HBM4 | Costs **20%** more {#hbm} | Reuters |
            | **[추론]** | HBM3 | is [old](b.md) | <https://x.org> |
            | - | no claim | here | - |
            """);
    assertEquals(List.of("HBM4 · Costs <strong>20%</strong> more", "HBM3 · is <a href=\"{target 0}\">old</a>"), result.claims().stream().map(ClaimsTest::content).toList());
    assertEquals(List.of("Reuters"), result.claims().getFirst().values("source"));
    assertEquals(List.of(0, 1), result.claims().get(1).links());
    assertEquals(Optional.of("hbm"), result.claims().getFirst().name());
    assertEquals("<strong>[추론]</strong>", result.claims().get(1).written());
    assertTrue(Read.shown(result.body().pieces()).contains("<tr {claim 0}>\n<td>{tag 0}</td>\n<td>HBM4</td>\n<td class=\"center\">Costs <strong>20%</strong> more{end 0}</td>\n<td>Reuters</td>\n</tr>"));
  }

  @Test
  void aLegendOfTheKindsClaimsNothing() {
    assertEquals(List.of(), claims("|Kind|Meaning|\n|-|-|\n|Fact|established|\n|Inference|follows|\n|Speculation|guessed|\n|Blocked|unknown|"));
    assertEquals(List.of(), claims("|Product|Type|\n|-|-|\n|H100|GPU|\n|HBM|memory|"));
    assertEquals(List.of(), claims("|Fact|\n|-|\n|Fact|"));
  }

  @Test
  void aColumnHeadedByATagClaimsEachCell() {
    List<ClaimDraft> claims = claims("| [Fact] | **[추론]** |\n|---|---|\n| a | b |\n| | [Blocked] c |");
    assertEquals(List.of("a FACT", "b INFERENCE", "c BLOCKED"), claims.stream().map(claim -> content(claim) + " " + claim.kind()).toList());
  }

  @Test
  void aClaimInsideADirectiveIsNotCountedToIt() {
    MarkdownResult result =
        Read.text(":::{fact} #outer\nOwn [a](https://a.org)[^1].\n\n- [Inference] inner [b](https://b.org)[^1]\n- plain\n:::\n\n[^1]: See <https://c.org>.");
    assertEquals("<p>Own <a href=\"{target 0}\">a</a>.</p>\n<ul>\n<li>plain</li>\n</ul>", content(result.claims().getFirst()));
    assertEquals(List.of(0, 2), result.claims().get(0).links());
    assertEquals(List.of(1, 2), result.claims().get(1).links());
  }

  @Test
  void aTagInADirectiveOfItsKindSaysItAgain() {
    ClaimDraft claim = only(":::{fact}\n**[Fact]** x {#n}\n:::");
    assertEquals("x", content(claim));
    assertEquals(Optional.of("n"), claim.name());
    assertTrue(Read.problems(":::{fact}\n- [Fact] x\n:::").getFirst().startsWith("error directive-syntax 1:5 this directive has no text of its own, only other claims"));
  }

  @Test
  void aFootnoteMayBeAClaim() {
    assertEquals("x", content(only("Text[^1]\n\n[^1]: [Fact] x")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', value = {
    "[Facts] many → [Facts] is in the plural",
    "[fact ] x → [fact ] has a space inside its brackets",
    "(Fact) x → (Fact) stands in other brackets than a tag",
    "【사실】 x → 【사실】 stands in other brackets than a tag",
    "**(추론)** x → (추론) stands in other brackets than a tag",
    "[Fact:] x → [Fact:] has a sign inside its brackets",
    "[!FACT] x → [!FACT] has a sign inside its brackets",
    "[Inferrence] x → [Inferrence] is not the word of a kind",
    "[Specualtion] x → [Specualtion] is not the word of a kind",
    "[Fcat] x → [Fcat] is not the word of a kind",
    "[FACT CHECK] x → [FACT CHECK] has more inside its brackets than the word of a kind",
    "**Fact:** x → **Fact:** has no square brackets",
    "**사실**: x → **사실** has no square brackets",
    "[Fact] → [Fact] has nothing behind it to tag",
    ":::fact → :::fact has no braces around the directive's name",
    "## 10. [Fact] → [Fact] shares its heading with a number",
    "## [Fact] and more → [Fact] shares its heading with other words",
    "## (Fact) → (Fact) stands in other brackets than a tag",
    "<li>[Fact] x</li> → [Fact] stands in raw HTML, which is not read for claims",
  })
  void whatLooksLikeATagIsKeptWithTheReason(String text, String miss) {
    assertEquals(List.of(miss), Read.text(text).misses().stream().map(each -> each.written() + " " + each.why()).toList());
    assertEquals(List.of(), claims(text));
  }

  @Test
  void aTagOnALaterLineIsPointedOut() {
    assertEquals(List.of("[Inference] begins a line in the middle of a paragraph"),
        Read.text("[Fact] one\n[Inference] two").misses().stream().map(each -> each.written() + " " + each.why()).toList());
  }

  @Test
  void wordsOfALanguageThatTheSiteHasNotArePointedOut() {
    MarkdownOptions english = MarkdownOptions.of(List.of(dev.assay.note.Language.ENGLISH), java.util.Map.of(), false);
    MarkdownResult result = Read.text("- [사실] x", english);
    assertEquals(List.of(), result.claims());
    assertEquals("add 'ko' to 'languages' in site.yaml, or write [fact]", result.misses().getFirst().hint());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "[Note] x", "[Fast] x", "[Act] x", "[1] x", "[x] y", "[ ] y", "[^1] x", "[Facts](facts.md) about it", "[Fact sheet](a.md) x", "Inference: cheap",
    "**Inference** is running a model", "**Facts and figures** x", "*Fact:* x", "\\[Fact\\] x", "`[Fact]` x", "(see facts) x", "[2026] Fact", "{x} y",
    "<b>Fact</b> x", "[Paris] fact", "[Inferential statistics] x", "사실: 그렇다", "[사실상] x", "[데이터센터] x", "## Facts", "## 1. Facts", "(1) x",
    "[Intel] x", "[Blackwell] x", "[Blog] x", "[Face] x"
  })
  void ordinaryTextIsNoNearMiss(String text) {
    assertEquals(List.of(), Read.text(text).misses());
  }

  @Test
  void whatIsNeverClosedIsPointedOut() {
    assertEquals(
        List.of("warning claim-option 1:10 this brace is never closed, so the options behind it are shown as text | close it with '}' at the end of the claim, or escape it with a backslash"),
        Read.problems("[Fact] x {#n because=#a"));
    assertEquals(
        List.of("warning claim-option 1:10 options in braces take '=', not ':', so these are shown as text | write key=value"),
        Read.problems("[Fact] x {because: #a}"));
    assertEquals(
        List.of("warning directive-syntax 1:5 the directive 'fact' is never closed, so all that follows belongs to it | close it with a line of as many marks as it opens with"),
        Read.problems(":::{fact}\nx\n\n## More"));
    assertEquals(
        List.of("warning unknown-directive 1:4 no role is called 'cots', so it is shown as text | did you mean 'cost'?"),
        Read.problems("A {cots}`x`"));
    assertEquals(
        List.of("error claim-option 1:19 'java script:x' is an address that could run code | write source=https://example.org/report"),
        Read.problems("[Fact] x {source=\"java script:x\"}"));
  }

  @Test
  void whatWouldSilentlyVanishIsToldOf() {
    assertEquals(
        List.of(
            "warning unknown-reference 4:1 nothing marks the footnote 'b', so its text is not shown | write [^b] where it belongs, or take it out",
            "warning unknown-reference 5:1 another footnote has the label 'a', so its text is not shown | give it a label of its own"),
        Read.problems("x[^a]\n\n[^a]: first\n[^b]: [Fact] y\n[^a]: z"));
    assertTrue(Read.html("[Facts]: H100").contains("[Facts]: H100"));
    assertTrue(Read.html("|a|b|\n|-|-|\n|c|d|e|").contains("<td>d | e</td>"));
  }

  @Test
  void aTagInsideADirectiveBringsItsSourceAndNoSecondName() {
    assertEquals(1, only(":::{fact} #a\n[Fact](https://s.example/) It is so.\n:::\n").links().size());
    String two = ":::{fact} #a\n[Fact] It is so. {#b}\n:::\n";
    assertEquals(List.of("a claim has one name, but here are 'a' and 'b'"), Read.text(two).problems().stream().map(problem -> problem.message()).toList());
  }
}
