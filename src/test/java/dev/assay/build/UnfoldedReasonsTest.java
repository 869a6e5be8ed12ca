package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// "Why?" and "What rests on this?" under a claim, across notes and without script.
class UnfoldedReasonsTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Reasons
      base_url: https://reasons.example/
      -- content/data/scenarios.yaml --
      base: {hardware: h100-sxm, model: llama-3.1-70b}
      -- content/post/facts.md --
      ---
      title: Facts
      date: 2026-01-01
      ---
      - [Fact] Measured, says [a table](https://source.example/table). {#measured}
      - [Speculation] Perhaps. {#perhaps}
      -- content/post/so.md --
      ---
      title: So
      date: 2026-02-01
      ---
      [Inference] It follows. {#follows because=facts#measured supports=facts#perhaps}

      ```{cost-table}
      scenarios: [base]
      columns: [usd_per_million_output_tokens]
      ```
      -- content/post/thus.md --
      ---
      title: Thus
      date: 2026-03-01
      ---
      - [Inference] Therefore. {#therefore because=so#follows,facts#measured}
      - [Inference] It costs. {#costs because=base.usd_per_million_output_tokens}

      ```{cost-table}
      scenarios: [base]
      columns: [usd_per_million_output_tokens]
      ```
      """;

  @TempDir private Path root;

  private static Document page(Tree site, String path) {
    return Jsoup.parse(site.text(path));
  }

  /// A tree of reasons by its words, each step in brackets.
  private static String tree(Element list) {
    return list.children().stream()
        .map(
            item -> {
              String own = item.children().stream().filter(each -> !each.is("ul, svg")).map(Element::text).collect(Collectors.joining(" "));
              Element inner = item.children().stream().filter(each -> each.is("ul")).findFirst().orElse(null);
              return inner == null ? own : own + " [" + tree(inner) + "]";
            })
        .collect(Collectors.joining(" | "));
  }

  @Test
  void whyUnfoldsDownToSourcesAcrossNotes() {
    Tree site = Sites.built(root, SITE);
    Element why = page(site, "post/thus/index.html").selectFirst("#therefore .why");
    assertEquals("Why?", why.selectFirst("summary").text());
    assertEquals(
        "It follows. So · 1 February 2026 [Measured, says a table. Facts · 1 January 2026 (unfolded in this list) | helped by Perhaps. Facts · 1 January 2026]"
            + " | Measured, says a table. Facts · 1 January 2026 Source: source.example › table",
        tree(why.selectFirst("ul")));
    assertEquals("/post/so/#follows", why.selectFirst("li > a").attr("href"));
    assertEquals("https://source.example/table", why.select(".from a").attr("href"));
  }

  @Test
  void whatRestsOnAClaimUnfoldsUpward() {
    Tree site = Sites.built(root, SITE);
    Element above = page(site, "post/facts/index.html").selectFirst("#measured .above");
    assertEquals("What rests on this? (2)", above.selectFirst("summary").text());
    assertEquals("It follows. So · 1 February 2026 [Therefore. Thus · 1 March 2026 (unfolded in this list)] | Therefore. Thus · 1 March 2026", tree(above.selectFirst("ul")));
  }

  @Test
  void theLedgerTellsWhatRestsOnAClaim() {
    StringBuilder many = new StringBuilder("-- content/post/many.md --\n---\ntitle: Many\ndate: 2026-04-01\n---\n");
    for (int i = 0; i < 9; i++) {
      many.append("- [Inference] Also ").append(i).append(". {because=facts#perhaps}\n");
    }
    Tree site = Sites.built(root, SITE + many);
    Document ledger = page(site, "claims/index.html");
    Element measured = ledger.selectFirst("td > a[href=/post/facts/#measured]").parent();
    assertEquals("What rests on this? (2)", measured.select("summary").last().text());
    assertEquals(List.of("It follows.", "Therefore."), measured.select("details").last().select("li").eachText());
    assertEquals("/post/thus/#therefore", measured.select("details").last().select("a").last().attr("href"));
    Element perhaps = ledger.selectFirst("td > a[href=/post/facts/#perhaps]").parent();
    assertEquals("What rests on this? (10)", perhaps.select("summary").last().text());
    assertEquals(9, perhaps.select("details").last().select("li").size());
    assertEquals("2 more claims that rest on this", perhaps.select("details").last().select("li").last().text());
    assertTrue(ledger.selectFirst("td > a[href=/post/thus/#therefore]").parent().select("summary").eachText().stream().noneMatch(text -> text.startsWith("What rests")));
  }

  @Test
  void aFigureLeadsToTheTableThatShowsIt() {
    Tree site = Sites.built(root, SITE);
    Element figure = page(site, "post/thus/index.html").selectFirst("#costs .why li > a");
    assertEquals("/post/thus/#figure-1", figure.attr("href"));
    assertTrue(figure.text().contains("(base): "), figure.text());
    assertTrue(page(site, "post/thus/index.html").getElementById("figure-1") != null);
  }

  @Test
  void aClaimThatIsRestatedShowsTheFiguresOfItsNote() {
    Tree site = Sites.built(root, SITE + "-- content/hub/money.md --\n---\ntitle: Money\n---\n- [Inference] It costs that much. {same=thus#costs}\n");
    Document hub = page(site, "page/money/index.html");
    assertEquals(List.of("/post/thus/#figure-1"), hub.select(".text .evidence a[href*=figure]").eachAttr("href").stream().distinct().toList());
    assertTrue(hub.select(".text .evidence").text().contains("(base): "), hub.select(".text .evidence").text());
  }

  @Test
  void aChangeFarBelowIsShownByAllThatRestOnIt() throws IOException {
    Sites.built(root, SITE);
    Path facts = root.resolve("content/post/facts.md");
    for (String[] edit : new String[][] {{"Measured,", "Measured twice,"}, {"source.example/table", "other.example/list"}, {"title: Facts", "title: Findings"}}) {
      Files.writeString(facts, Files.readString(facts).replace(edit[0], edit[1]));
      Tree after = Sites.built(root, "");
      assertEquals(clean(), after, edit[1]);
    }
  }

  private Tree clean() throws IOException {
    Path other = Files.createTempDirectory(root.getParent(), "clean");
    new SiteText("", new Tree(Tree.of(root).files().entrySet().stream().filter(file -> file.getKey().startsWith("content/"))
        .collect(Collectors.toMap(java.util.Map.Entry::getKey, java.util.Map.Entry::getValue, (a, b) -> a, java.util.TreeMap::new)))).into(other);
    return Sites.built(other, "");
  }

  @Test
  void deepAndWideReasonsAreCutAndLeadOn() {
    StringBuilder chain = new StringBuilder("- [Speculation] Step 0. {#c0}\n");
    for (int i = 1; i < 400; i++) {
      chain.append("- [Speculation] Step ").append(i).append(". {#c").append(i).append(" because=#c").append(i - 1).append("}\n");
    }
    String wide = IntStream.range(0, 300).mapToObj(i -> "#c" + i).collect(Collectors.joining(","));
    Tree site =
        Sites.built(
            root,
            "-- content/site.yaml --\ntitle: R\nbase_url: https://r.example/\n-- content/post/a.md --\n---\ntitle: A\ndate: 2026-01-01\n---\n"
                + chain + "- [Speculation] All. {#all because=" + wide + "}\n");
    Document page = page(site, "post/a/index.html");
    Element all = page.selectFirst("#all .why");
    assertEquals("292 more reasons", all.selectFirst("ul > li.more").text());
    assertTrue(all.select("li").size() <= 30, all.select("li").size() + " reasons shown");
    Element deep = page.selectFirst("#c20 .why");
    assertEquals(6, deep.select("li").size());
    assertEquals(List.of("/post/a/#c14"), deep.select(".from a").eachAttr("href"));
    assertTrue(site.text("post/a/index.html").length() < 3_000_000, "the page has " + site.text("post/a/index.html").length() + " characters");
  }

  @Test
  void premisesThatManyShareAreUnfoldedOnce() {
    StringBuilder layers = new StringBuilder();
    for (int layer = 0; layer < 12; layer++) {
      for (int i = 0; i < 6; i++) {
        layers.append("- [Speculation] Layer ").append(layer).append(" claim ").append(i).append(". {#l").append(layer).append('-').append(i);
        if (layer > 0) {
          int below = layer - 1;
          layers.append(" because=").append(IntStream.range(0, 6).mapToObj(j -> "#l" + below + "-" + j).collect(Collectors.joining(",")));
        }
        layers.append("}\n");
      }
    }
    Tree site =
        Sites.built(
            root, "-- content/site.yaml --\ntitle: R\nbase_url: https://r.example/\n-- content/post/a.md --\n---\ntitle: A\ndate: 2026-01-01\n---\n" + layers);
    assertTrue(page(site, "post/a/index.html").selectFirst("#l11-0 .why").select("li").size() <= 30);
  }
}
