package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Link;
import dev.assay.note.Piece;
import dev.assay.testing.CommonmarkExample;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every example of CommonMark's specification, those that cmark and commonmark.js keep against old faults, and some of ours, read as Assay reads a
/// note. Where what comes out is not what the specification says, `commonmark/differences.txt` names the example and the reason; an
/// example that is not listed has to agree, and a listed one has to differ.
///
/// Raw HTML is passed through, as a site that trusts its writers has it, because what is left of it otherwise is for `SafetyTest`.
class SpecificationTest {
  private static final List<String> TEXTS = List.of("spec", "cmark-regression", "commonmark.js-regression", "commonmark/more");
  private static final String LIST = "/commonmark/differences.txt";

  @Test
  void whatDiffersFromTheSpecificationIsListedWithItsReason() {
    Map<String, String> listed = listed();
    Map<String, String> found = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (String text : TEXTS) {
      for (CommonmarkExample example : CommonmarkExample.of(text)) {
        counts.merge(text, 1, Integer::sum);
        String wanted = CommonHtml.of(example.html());
        String seen = CommonHtml.of(html(example.markdown()));
        if (!wanted.equals(seen)) {
          found.put(example.id(), example.section() + "\n" + example.markdown() + "--- wanted\n" + wanted + "\n--- seen\n" + seen);
        }
      }
    }
    assertEquals(Map.of("spec", 652, "cmark-regression", 15, "commonmark.js-regression", 20, "commonmark/more", 4), counts);
    Set<String> agree = new TreeSet<>(listed.keySet());
    agree.removeAll(found.keySet());
    Map<String, String> unnamed = new TreeMap<>(found);
    unnamed.keySet().removeAll(listed.keySet());
    assertEquals("", unnamed.entrySet().stream().map(each -> "== " + each.getKey() + " " + each.getValue()).collect(Collectors.joining("\n")), "not listed in " + LIST);
    assertEquals(Set.of(), agree, "listed in " + LIST + ", and the same now");
  }

  /// The reason of each example that may differ.
  private static Map<String, String> listed() {
    Map<String, String> listed = new TreeMap<>();
    String reason = "";
    for (String line : CommonmarkExample.resource(LIST).lines().toList()) {
      if (line.startsWith("# ") || line.isBlank()) {
        continue;
      }
      if (line.startsWith("  ")) {
        assertTrue(!reason.isEmpty(), line);
        for (String id : line.strip().split(", ")) {
          assertEquals(null, listed.put(id, reason), id + " is listed twice");
        }
      } else {
        reason = line;
      }
    }
    return listed;
  }

  private static String html(String markdown) {
    MarkdownResult result = Read.trusted(markdown);
    return html(result.body().pieces(), result.links());
  }

  static String html(List<Piece> pieces, List<Link> links) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      out.append(
          switch (piece) {
            case Piece.Html(String html) -> html;
            case Piece.Printed(List<Piece> page, _) -> html(page, links);
            case Piece.Drawn(String page, _) -> page;
            case Piece.Target(int link) -> Markup.escape(links.get(link).target());
            case Piece.Picture picture -> picture.element(Markup.escape(links.get(picture.link()).target()), "");
            case Piece other -> Read.shown(List.of(other));
          });
    }
    return out.toString();
  }
}
