package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The ledger by everything that tells claims apart, its files, and what pages say to programs.
class LedgerPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SITE =
      """
      -- content/site.yaml --
      title: T <&> "x"
      base_url: https://x.example/lab/
      bibliography: b.bib
      authors: [{name: A. Nalyst, url: "https://a.example/"}]
      entities: [{name: Nvidia, aliases: [NVDA Corp]}]
      -- content/b.bib --
      @book{kim, title={</script><script>alert(1)</script>}, author={김철수}, year=2025}
      -- content/hub/power.md --
      ---
      title: Power
      ---
      Hub.
      -- content/post/old.md --
      ---
      title: Old
      date: 2025-03-01
      hubs: [power]
      ---
      - **[Fact]** Prices fell, per [one](https://www.s.example/a). {#fell entities="NVDA Corp"}
      - **[Inference]** So they rise again. {#rise because=#fell}
      -- content/post/new.md --
      ---
      title: New </script><b>
      date: 2026-03-01
      entities: [Nvidia]
      history: [{claim: "old#fell", status: refuted, date: 2026-02-01, note: "It was <not> so & \\"so\\""}]
      ---
      - **[Fact]** A &lt;/script&gt; & "quote" 😀 [@kim, p. 4]. {#a entities=Nvidia}
      - **[Speculation]** Perhaps Nvidia. {due=2026-Q4 probability=0.5}
      """;

  @TempDir private Path root;

  private void build(String site) {
    SiteText.of(site).into(root);
    BuildReport report = SiteBuild.build(BuildOptions.of(root).withToday(LocalDate.of(2026, 7, 1)), Progress.NONE);
    assertTrue(report.succeeded(), report.problems().toString());
  }

  private String page(String address) throws IOException {
    return Files.readString(root.resolve("site").resolve(address).resolve("index.html"));
  }

  private static int rows(String page) {
    return page.split("<tr class=\"", -1).length - 1;
  }

  @Test
  void everyFacetHasAListThatNeedsNoScript() throws IOException {
    build(SITE);
    assertEquals(4, rows(page("claims")));
    assertEquals(2, rows(page("claims/year/2025")));
    assertEquals(2, rows(page("claims/year/2026")));
    assertEquals(2, rows(page("claims/hub/power")));
    assertEquals(1, rows(page("claims/status/refuted")));
    assertEquals(3, rows(page("claims/entity/nvidia")), "an alias counts, and so does what the text names");
    assertEquals(1, rows(page("sources/kim")));
    String ledger = page("claims");
    for (String address : List.of("claims/year/2025/", "claims/hub/power/", "claims/status/refuted/", "claims/entity/nvidia/", "sources/kim/")) {
      assertTrue(ledger.contains("href=\"/lab/" + address + "\""), address);
    }
  }

  @Test
  void theScriptIsTheSitesOwnAndItsIndexHoldsEveryClaim() throws IOException {
    build(SITE);
    String ledger = page("claims");
    assertTrue(ledger.matches("(?s).*<script src=\"/lab/assets/ledger\\.[0-9a-f]+\\.js\" defer></script>.*"), ledger);
    assertFalse(page("post/new").contains("ledger."), "a note's page does not load the ledger's script");
    JsonNode index = JSON.readTree(Files.readString(root.resolve("site/claims/index.json")));
    assertEquals(4, index.get("total").asInt());
    assertEquals(4, index.get("claims").size());
    JsonNode first = index.get("claims").get(0);
    assertEquals("#a", first.get("a").asString());
    assertEquals("/lab/post/new/", index.get("notes").get(first.get("n").asInt()).get("a").asString());
    assertEquals("김철수 2025", index.get("sources").get(first.get("q").get(0).asInt()).asString());
    assertEquals("Nvidia", index.get("entities").get(first.get("e").get(0).asInt()).asString());
    for (String shown : List.of("claims", "post/new")) {
      long script = 0;
      for (String part : page(shown).split("<script src=\"/lab/")) {
        script += part.startsWith("assets/") ? Files.size(root.resolve("site/" + part.substring(0, part.indexOf('"')))) : 0;
      }
      assertTrue(script > 1024 && script < 15 * 1024, script + " bytes of script on " + shown);
    }
  }

  @Test
  void theTableForSpreadsheetsHasTheSameClaims() throws IOException {
    build(SITE);
    List<String> lines = Files.readAllLines(root.resolve("site/claims.csv"));
    assertEquals(5, lines.size());
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("old#fell,fact,refuted,")), lines.toString());
  }

  private JsonNode linkedData(String address) throws IOException {
    String page = page(address);
    int from = page.indexOf("<script type=\"application/ld+json\">") + "<script type=\"application/ld+json\">".length();
    String data = page.substring(from, page.indexOf("</script>", from));
    assertFalse(data.contains("<") || data.contains(">") || data.contains("&"), data);
    return JSON.readTree(data);
  }

  @Test
  void linkedDataIsValidAndNamesTheClaimsOfTheLedger() throws IOException {
    build(SITE);
    JsonNode article = linkedData("post/new");
    assertEquals("Article", article.get("@type").asString());
    assertEquals("New </script><b>", article.get("headline").asString());
    assertEquals("https://x.example/lab/post/new/", article.get("@id").asString());
    assertEquals("A. Nalyst", article.get("author").get(0).get("name").asString());
    JsonNode fact = article.get("hasPart").get(0);
    assertEquals("Claim", fact.get("@type").asString());
    assertEquals("A </script> & \"quote\" 😀.", fact.get("text").asString());
    assertEquals("new#a", fact.get("identifier").asString());
    assertEquals(article.get("@id"), fact.get("appearance").get(0).get("@id"));
    assertEquals("Book", fact.get("isBasedOn").get(0).get("@type").asString());
    assertEquals("</script><script>alert(1)</script>", fact.get("isBasedOn").get(0).get("name").asString());
    Set<String> ledger = new TreeSet<>();
    JSON.readTree(Files.readString(root.resolve("site/claims.json"))).get("claims").forEach(claim -> ledger.add(claim.get("url").asString()));
    List<String> named = new ArrayList<>();
    for (String note : List.of("post/new", "post/old")) {
      JsonNode data = linkedData(note);
      data.get("hasPart").forEach(part -> named.add(part.get("@id").asString()));
      data.get("hasPart").forEach(
          part -> {
            if (part.has("isBasedOn")) {
              part.get("isBasedOn").forEach(basis -> assertTrue(!basis.has("@id") || ledger.contains(basis.get("@id").asString())));
            }
          });
    }
    assertEquals(ledger, new TreeSet<>(named));
  }

  @Test
  void whatBecameOfAClaimIsACorrection() throws IOException {
    build(SITE);
    JsonNode old = linkedData("post/old");
    JsonNode comment = old.get("correction").get(0);
    assertEquals("CorrectionComment", comment.get("@type").asString());
    assertEquals("refuted: It was <not> so & \"so\"", comment.get("text").asString());
    assertEquals("https://x.example/lab/post/old/#fell", comment.get("about").get("@id").asString());
    assertEquals("https://x.example/lab/post/new/", comment.get("url").asString());
    assertEquals("https://x.example/lab/post/old/#fell", old.get("hasPart").get(1).get("isBasedOn").get(0).get("@id").asString());
  }

  @Test
  void aLongLedgerIsPagedInEveryList() throws IOException {
    StringBuilder notes = new StringBuilder("-- content/site.yaml --\nbase_url: https://x.example/\n");
    for (int i = 0; i < 25; i++) {
      notes.append("-- content/post/n").append(i).append(".md --\n---\ntitle: N\ndate: ").append(2025 + i % 2).append("-01-01\nentities: [Acme]\n---\n");
      notes.append("- [Fact] One of Acme [x](https://s.example/x).\n".repeat(10));
    }
    build(notes.toString());
    assertEquals(100, rows(page("claims")));
    assertEquals(50, rows(page("claims/page/3")));
    assertEquals(30, rows(page("claims/year/2025/page/2")));
    assertEquals(50, rows(page("claims/entity/acme/page/3")));
    assertEquals(50, rows(page("sources/web/s.example/page/3")));
  }
}
