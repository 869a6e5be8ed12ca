package dev.assay.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.SitePath;
import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class SitemapTest {
  private static Sitemap.Page page(String url, String changed) {
    return Sitemap.Page.of(url, changed.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(changed)));
  }

  @Test
  void a_sitemap_reads_like_this() {
    SequencedMap<String, String> languages = new LinkedHashMap<>();
    languages.put("en", "https://example.org/a/");
    languages.put("ko", "https://example.org/ko/a/?x=1&y");
    List<Sitemap.Page> pages =
        List.of(
            page("https://example.org/?a=1&b=2", "2026-11-05T09:30:00.5+09:00"),
            new Sitemap.Page("https://example.org/a/", Optional.empty(), languages));
    SequencedMap<SitePath, byte[]> files = Sitemap.files(pages, Rows::absolute);
    assertEquals("[/sitemap.xml]", files.keySet().toString());
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
        <url><loc>https://example.org/?a=1&amp;b=2</loc><lastmod>2026-11-05T09:30:00+09:00</lastmod></url>
        <url><loc>https://example.org/a/</loc>\
        <xhtml:link rel="alternate" hreflang="en" href="https://example.org/a/"/>\
        <xhtml:link rel="alternate" hreflang="ko" href="https://example.org/ko/a/?x=1&amp;y"/></url>
        </urlset>
        """,
        Rows.text(files.firstEntry().getValue()));
  }

  @Test
  void a_large_site_has_an_index_of_parts() throws Exception {
    List<Sitemap.Page> pages =
        List.of(page("https://e.org/1", "2026-01-01T00:00:00Z"), page("https://e.org/2", "2026-02-01T00:00:00Z"), page("https://e.org/3", ""));
    SequencedMap<SitePath, byte[]> files = Sitemap.files(pages, Rows::absolute, 2, 1000);
    assertEquals("[/sitemap.xml, /sitemap-1.xml, /sitemap-2.xml]", files.keySet().toString());
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>https://example.org/sitemap-1.xml</loc><lastmod>2026-02-01T00:00:00Z</lastmod></sitemap>
        <sitemap><loc>https://example.org/sitemap-2.xml</loc></sitemap>
        </sitemapindex>
        """,
        Rows.text(files.firstEntry().getValue()));
    assertEquals(4, Sitemap.files(pages, Rows::absolute, 9, 10).size());
    for (byte[] bytes : files.values()) {
      DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }
  }

  @Test
  void the_limit_is_fifty_thousand_pages() {
    Sitemap.Page page = page("https://e.org/", "");
    assertEquals(1, Sitemap.files(Collections.nCopies(50_000, page), Rows::absolute).size());
    assertEquals(3, Sitemap.files(Collections.nCopies(50_001, page), Rows::absolute).size());
    assertEquals(1, Sitemap.files(List.of(), Rows::absolute).size());
  }

  @Test
  void robots_find_the_sitemap_when_the_site_knows_its_address() {
    assertEquals(
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n",
        Rows.text(Robots.write("https://example.org/sitemap.xml")));
    assertTrue(Rows.text(Robots.write("")).equals("User-agent: *\nAllow: /\n"));
  }
}
