package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Heading;
import dev.assay.note.Piece;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadingsTest {
  private static List<String> ids(String text) {
    return Read.text(text).headings().stream().map(Heading::id).toList();
  }

  @Test
  void idsFollowGitHubsRule() {
    assertEquals(
        List.of("4-priority-1-custom-asic--ai-networking--broadcom-marvell-tsmc"),
        ids("## 4. Priority 1: Custom ASIC / AI Networking — Broadcom, Marvell, TSMC"));
    assertEquals(List.of("tldr", "a_b-c", "code-x"), ids("## TL;DR\n## A_b-c!\n## `code` **x**"));
  }

  @Test
  void lettersOfEveryScriptAreKept() {
    assertEquals(List.of("토큰당-비용은", "費用対効果", "деньги", "über-größe"), ids("# 토큰당 비용은?\n# 費用対効果\n# Деньги\n# Über Größe"));
  }

  @Test
  void noIdStandsTwice() {
    assertEquals(List.of("a", "a-1", "a-2"), ids("# a\n# a-1\n# a"));
    assertEquals(List.of("a", "a-1", "a-1-1"), ids("# a\n# a\n# a-1"));
    assertEquals(List.of("section", "section-1"), ids("# !\n# ?"));
  }

  @Test
  void namesThatTheWriterChoseWin() {
    MarkdownResult result = Read.text("# Cost race\n\n- [Fact] x {#cost-race}\n\n# Other {#mine .wide}\n\n# Mine");
    assertEquals(List.of("cost-race-1", "mine", "mine-1"), result.headings().stream().map(Heading::id).toList());
    assertEquals("cost-race", result.claims().getFirst().anchor());
    assertTrue(Read.shown(result.body().pieces()).contains("<h1 id=\"mine\" class=\"wide\">Other</h1>"));
  }

  @Test
  void everyIdOnThePageIsUniqueAndAnAnchor() {
    MarkdownResult result = Read.text("# fn-1\n# a\n\nx[^1] **b**{#a}\n\n- [Fact] y\n- [Fact] y\n\n<b id=\"a\">z</b> <b id=\"q\">z</b>\n\n[^1]: n");
    List<String> all = new java.util.ArrayList<>(result.headings().stream().map(Heading::id).toList());
    all.addAll(result.claims().stream().map(ClaimDraft::anchor).toList());
    assertEquals(all.size(), new HashSet<>(all).size());
    assertTrue(result.anchors().containsAll(all));
    assertTrue(result.anchors().contains("q"));
  }

  @Test
  void aPermalinkEndsEachHeading() {
    List<Piece> pieces = Read.text("## One").body().pieces();
    assertEquals(List.of(new Piece.Html("<h2 id=\"one\">One"), new Piece.Permalink(0), new Piece.Html("</h2>\n")), pieces);
  }

  @Test
  void headingsMayBeUnderlined() {
    assertEquals("<h1 id=\"a-b\">a\nb</h1>\n<h2 id=\"c\">c</h2>", Read.html("a\nb\n===\nc\n---"));
  }

  @Test
  void aHeadingSaysItsLanguage() {
    String html = Read.html("## Les prix {.notranslate lang=fr}\n\n## Un {lang=\"x\" y=2}\n");
    assertTrue(html.contains("<h2 id=\"les-prix\" class=\"notranslate\" lang=\"fr\">Les prix"), html);
    assertTrue(html.contains("{lang="), "what is no attribute is text");
  }
}
