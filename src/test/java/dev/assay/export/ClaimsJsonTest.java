package dev.assay.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.Schema;
import dev.assay.note.SitePath;
import dev.assay.testing.JsonSchemas;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClaimsJsonTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void a_ledger_reads_like_this() {
    assertEquals(
        """
        {"claims":[
        {"id":"hbm4#price","kind":"speculation","text":"HBM4 costs \\"twice\\", or more",\
        "html":"HBM4 costs <em>twice</em>","note":"hbm4","url":"https://example.org/post/hbm4/#price",\
        "places":["https://example.org/post/hbm4/#price","https://example.org/ko/post/hbm4/#price"],\
        "sources":[{"url":"https://x.org/?a=1&b=2","text":"a report"},{"citation":"kim2026","locator":null},\
        {"attribution":"Reuters, Seoul"}],"because":["hbm4#yield","hbm4#base.tokens_per_joule"],"status":"refuted",\
        "asserted":"2026-11-05","due":"2026-Q4","probability":0.7,"entities":["SK hynix","TSMC"],\
        "history":[{"date":"2026-11-20","status":"refuted","note":"It was three times"}],"file":"content/post/hbm4.md"},
        {"id":"https://example.org/post/a/#x","kind":"fact","text":"한국어 🚀","html":"한국어 🚀","note":"a",\
        "url":"https://example.org/https://example.org/post/a/#x",\
        "places":["https://example.org/https://example.org/post/a/#x"],"sources":[],"because":[],"status":"standing",\
        "asserted":null,"due":null,"probability":null,"entities":[],"history":[],"file":"content/a.md"}
        ]}
        """,
        Rows.text(ClaimsJson.write(List.of(Rows.FULL, Rows.bare("https://example.org/post/a/#x", Optional.empty())))));
  }

  @Test
  void what_is_written_obeys_its_schema() {
    Schema schema = JsonSchemas.of(JSON.readTree(ClaimsSchema.write()));
    assertEquals(List.of(), JsonSchemas.faults(JsonSchemas.ofSchemas(), JSON.readTree(ClaimsSchema.write())));
    List<ClaimRow> rows = List.of(Rows.FULL, Rows.bare("https://example.org/post/a/#x", Optional.empty()));
    assertEquals(List.of(), JsonSchemas.faults(schema, JSON.readTree(ClaimsJson.write(rows))));
    assertEquals(List.of(), JsonSchemas.faults(schema, JSON.readTree(ClaimsJson.write(rows, List.of()))));
    for (ClaimsJson.File file : ClaimsJson.files(Rows.late(rows), Rows::absolute, 1)) {
      assertEquals(List.of(), JsonSchemas.faults(schema, JSON.readTree(file.bytes())), file.address().toString());
    }
  }

  @Test
  void a_citation_says_where_in_its_source_or_that_it_is_the_whole() {
    Schema schema = JsonSchemas.of(JSON.readTree(ClaimsSchema.write()));
    String ledger = Rows.text(ClaimsJson.write(List.of(Rows.FULL)));
    assertEquals(List.of(), JsonSchemas.faults(schema, JSON.readTree(ledger.replace("\"locator\":null", "\"locator\":\"p. 4\""))));
    assertFalse(JsonSchemas.faults(schema, JSON.readTree(ledger.replace(",\"locator\":null", ""))).isEmpty());
    assertFalse(JsonSchemas.faults(schema, JSON.readTree(ledger.replace("\"status\":\"refuted\"", "\"status\":\"open\""))).isEmpty());
  }

  @Test
  void a_site_without_claims_has_an_empty_ledger() {
    assertEquals("{\"claims\":[]}\n", Rows.text(ClaimsJson.write(List.of())));
  }

  @Test
  void hostile_text_comes_back_as_it_was_but_for_what_utf8_cannot_say() {
    String hostile = "\u0000\u001B\"\\</script>\u2028\uFFFF🚀\uD800x";
    JsonNode read = JSON.readTree(ClaimsJson.write(List.of(Rows.bare(hostile, Optional.empty()))));
    assertEquals(hostile.replace('\uD800', '\uFFFD'), read.get("claims").get(0).get("id").stringValue());
  }

  @Test
  void a_large_ledger_is_an_index_of_parts_by_year() {
    List<ClaimRow> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      rows.add(Rows.bare("c" + i, i == 5 ? Optional.empty() : Optional.of(LocalDate.of(2024 + i % 2, 1, 1))));
    }
    List<ClaimsJson.File> files = ClaimsJson.files(Rows.late(rows), Rows::absolute, 5);
    assertEquals(
        "/claims.json 6, /claims/2025.json 2, /claims/2024.json 3, /claims/undated.json 1",
        String.join(", ", files.stream().map(file -> file.address() + " " + file.claims().size()).toList()));
    assertEquals(
        """
        {"parts":[
        {"year":2025,"url":"https://example.org/claims/2025.json","claims":2},
        {"year":2024,"url":"https://example.org/claims/2024.json","claims":3},
        {"year":null,"url":"https://example.org/claims/undated.json","claims":1}
        ]}
        """,
        Rows.text(files.getFirst().bytes()));
    JsonNode part = JSON.readTree(files.get(2).bytes());
    assertEquals("c0 c2 c4", String.join(" ", part.get("claims").valueStream().map(c -> c.get("id").stringValue()).toList()));
    assertEquals(1, ClaimsJson.files(Rows.late(rows), Rows::absolute, 6).size());
  }

  @Test
  void the_limit_is_ten_thousand_claims() {
    List<ClaimRow> rows = Collections.nCopies(10_000, Rows.FULL);
    assertEquals(1, ClaimsJson.files(Rows.late(rows), Rows::absolute).size());
    assertArrayEquals(ClaimsJson.write(rows), ClaimsJson.files(Rows.late(rows), Rows::absolute).getFirst().bytes());
    List<ClaimRow> more = new ArrayList<>(rows);
    more.add(Rows.FULL);
    assertEquals(2, ClaimsJson.files(Rows.late(more), Rows::absolute).size());
  }

  @Test
  void claims_as_a_table_are_quoted_only_where_they_must_be() {
    assertEquals(
        """
        id,kind,status,text,asserted,due,probability,note,url,sources,because,entities,file
        hbm4#price,speculation,refuted,"HBM4 costs ""twice"", or more",2026-11-05,2026-Q4,0.7,hbm4,\
        https://example.org/post/hbm4/#price,"https://x.org/?a=1&b=2; @kim2026; Reuters, Seoul",\
        hbm4#yield hbm4#base.tokens_per_joule,"SK hynix; TSMC",content/post/hbm4.md
        '=1+1,fact,standing,한국어 🚀,,,,a,https://example.org/=1+1,,,,content/a.md
        """,
        Rows.text(ClaimsCsv.write(List.of(Rows.FULL, Rows.bare("=1+1", Optional.empty())))));
  }
}
