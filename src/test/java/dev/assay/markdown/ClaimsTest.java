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
}
