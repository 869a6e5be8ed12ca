package dev.assay.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.note.Entity;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Located;
import dev.assay.note.PagePolicy;
import dev.assay.note.Site;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiteReaderTest {
  private static Site read(String file, String text) {
    ParsedSite parsed = SiteReader.read(new SourceText(file, text), Site.defaults("folder"), List.of("memo"));
    assertEquals(List.of(), parsed.problems());
    return parsed.site();
  }

  private static final String FULL =
      """
      title: Tokens
      base_url: https://example.org/research
      description: Notes on tokens
      language: ko
      languages: [en, ko]
      time_zone: Asia/Seoul
      authors: [Kim, {name: Lee, email: lee@example.org, url: "https://example.org/lee"}]
      logo: img/logo.png
      strict: true
      html: trusted
      permalinks: {post: "/:year/:month/:slug/", memo: /m/:slug/}
      taxonomies: [series, tags]
      menu:
        - {label: Notes, url: /archive/}
        - {label: Code, url: "https://example.org/code#top"}
      page_size: 5
      feeds: {limit: 7, content: summary, hub: "https://hub.example.org/"}
      claims: {names: {Tatsache: fact, 推論: inference}}
      entities: [{name: NVIDIA, aliases: [엔비디아], ticker: NVDA, url: "https://example.org/nv"}]
      fields: {region: text, score: number}
      theme: {accent: "#336699", wide: true}
      bibliography: refs.bib
      style: apa
      """;

  @Test
  void aMenuMayHaveALabelInEachLanguage() {
    Site site =
        read(
            "content/site.yaml",
            """
            languages: [en, ko]
            menu:
              - {label: {en: About, ko: 소개}, url: /page/about/}
              - {label: {ko: 저장소}, url: "https://example.org/"}
            """);
    Site.MenuItem about = site.menu().getFirst();
    assertEquals("About", about.label());
    assertEquals(Optional.of("소개"), about.name(Language.KOREAN));
    assertEquals("저장소", site.menu().getLast().label());
    assertEquals(Optional.empty(), site.menu().getLast().name(Language.ENGLISH));
  }

  @Test
  void readsEveryKey() {
    Site site = read("content/site.yaml", FULL);
    assertEquals("Tokens", site.title());
    assertEquals("https://example.org/research/", site.baseUrl());
    assertEquals(Language.KOREAN, site.language());
    assertEquals(List.of(Language.KOREAN, Language.ENGLISH), site.languages());
    assertEquals(ZoneId.of("Asia/Seoul"), site.zone());
    assertEquals(List.of(new Site.Author("Kim", "", ""), new Site.Author("Lee", "lee@example.org", "https://example.org/lee")), site.authors());
    assertEquals(Optional.of("img/logo.png"), site.logo());
    assertEquals(true, site.strict());
    assertEquals(true, site.trustedHtml());
    assertEquals(Map.of("post", "/:year/:month/:slug/", "memo", "/m/:slug/"), site.permalinks());
    assertEquals(List.of("tags", "series"), site.taxonomies());
    assertEquals(new Site.MenuItem("Code", "https://example.org/code#top"), site.menu().getLast());
    assertEquals(5, site.pageSize());
    assertEquals(new Site.Feeds(7, false, Optional.of("https://hub.example.org/"), Site.Feeds.FORMATS, true), site.feeds());
    assertEquals(Map.of("tatsache", Kind.FACT, "推論", Kind.INFERENCE), site.claimNames());
    assertEquals(
        List.of(new Entity("NVIDIA", java.util.Optional.empty(), java.util.Map.of(), List.of("엔비디아"), List.of("NVDA"), "https://example.org/nv")),
        site.entities().all());
    assertEquals(Map.of("region", "text", "score", "number"), site.fields());
    assertEquals(Map.of("accent", "#336699", "wide", "true"), site.theme());
    assertEquals(List.of("refs.bib"), site.bibliography().stream().map(Located::value).toList());
    assertEquals(Optional.of("apa"), site.style().map(Located::value));
  }

  private static String policy(String text) {
    return read("content/site.yaml", text).policy().text();
  }

  @Test
  void aPolicyIsAddedToAndNeverLosesWhatPagesNeed() {
    assertEquals(PagePolicy.STRICT.text(), policy("title: x"));
    assertEquals(PagePolicy.STRICT.text(), policy("policy: strict\nhtml: trusted"));
    assertEquals("", policy("policy: none"));
    assertEquals("", policy("html: trusted"));
    assertEquals(
        PagePolicy.STRICT.text().replace("script-src 'self'", "script-src 'self' https://a.example 'unsafe-inline'").replace("; img-src", "; frame-src https://b.example; img-src"),
        policy("policy: {script-src: [https://a.example, \"'unsafe-inline'\", \"'self'\"], frame-src: https://b.example}"));
  }

  @Test
  void aPolicyTakesNothingThatCouldEndADirective() {
    for (String source : List.of("a b", "a;script-src *", "a, b", "'self", "\"x\"", "<x>", "a\u0000b", "é.example", "")) {
      String text = "policy: {img-src: ['" + source.replace("'", "''") + "']}";
      ParsedSite parsed = SiteReader.read(new SourceText("content/site.yaml", text), Site.defaults("folder"), List.of());
      assertEquals(1, parsed.problems().size(), text);
      assertEquals(PagePolicy.STRICT.text(), parsed.site().policy().text(), text);
    }
    assertEquals(1, SiteReader.read(new SourceText("content/site.yaml", "policy: {default-src: '*'}"), Site.defaults("x"), List.of()).problems().size());
    assertEquals(1, SiteReader.read(new SourceText("content/site.yaml", "policy: open"), Site.defaults("x"), List.of()).problems().size());
  }

  /// The problem of a policy of which one source is refused.
  private static Problem refused(String policy, String kept) {
    ParsedSite parsed = SiteReader.read(new SourceText("content/site.yaml", "policy: {" + policy + "}"), Site.defaults("folder"), List.of());
    assertEquals(1, parsed.problems().size(), policy + parsed.problems());
    assertEquals(kept, String.join(" ", parsed.site().policy().more().values().stream().flatMap(List::stream).toList()), policy);
    return parsed.problems().getFirst();
  }

  @Test
  void aPolicyTakesNoWordWithoutItsQuotes() {
    for (String word :
        List.of("self", "none", "unsafe-inline", "UNSAFE-inline", "unsafe-eval", "wasm-unsafe-eval", "unsafe-hashes", "strict-dynamic", "report-sample", "nonce-r4nd0m==", "sha256-abc+/=", "sha384-a", "sha512-a")) {
      // YAML takes single quotes for its own.
      for (String written : List.of(word, "'" + word + "'")) {
        Problem problem = refused("script-src: [https://a.example, " + written + "]", "https://a.example");
        assertEquals("'policy.script-src' cannot be '" + word + "': it is a word that browsers know in single quotes only", problem.message());
        assertEquals("write \"'" + word + "'\"", problem.hint());
      }
    }
    assertTrue(policy("policy: {script-src: [none.example, self.example, \"'nonce-x'\", 'https://*', 'blob:']}").contains("script-src 'self' none.example self.example 'nonce-x' https://* blob:;"));
  }

  @Test
  void aPolicyTakesNoneOnlyAlone() {
    assertTrue(policy("policy: {worker-src: \"'none'\"}").endsWith("; worker-src 'none'"));
    Problem beside = refused("frame-src: [\"'none'\", https://a.example]", "https://a.example");
    assertEquals("'policy.frame-src' cannot be ''none'': it means nothing beside other sources", beside.message());
    assertEquals("leave it out, or the others", beside.hint());
    assertEquals("leave it out: what is written here is added to what pages need", refused("img-src: \"'none'\"", "").hint());
  }

  @Test
  void aPolicyTakesNoStarForAPath() {
    for (String star : List.of("https://a.example/", "a.example/", "https://a.example/b/")) {
      Problem problem = refused("img-src: '" + star + "*'", "");
      assertEquals("'policy.img-src' cannot be '" + star + "*': it allows nothing, as a path cannot have a star", problem.message());
      assertEquals("write '" + star + "', which is everything below", problem.hint());
    }
  }

  @Test
  void anEmptyFileSetsNothing() {
    assertEquals(Site.defaults("folder"), read("content/site.yaml", ""));
    assertEquals(Site.defaults("folder"), read("content/site.yaml", "# nothing yet\n"));
    assertEquals(Site.defaults("folder"), read("content/site.toml", ""));
    assertEquals(Site.defaults("folder"), read("content/site.json", "{}"));
    assertEquals(Site.defaults("folder"), read("content/site.yaml", "title:\nfeeds:\nmenu:\n"));
  }

  @Test
  void tomlAndJsonSayTheSame() {
    Site yaml = read("content/site.yaml", "title: T\nfeeds: {limit: 3}\nmenu: [{label: A, url: /a/}]\ntime_zone: Asia/Seoul\n");
    assertEquals(yaml, read("content/site.toml", "title = 'T'\ntime_zone = 'Asia/Seoul'\nfeeds.limit = 3\n[[menu]]\nlabel = 'A'\nurl = '/a/'\n"));
    assertEquals(yaml, read("content/site.json", "{\"title\": \"T\", \"time_zone\": \"Asia/Seoul\", \"feeds\": {\"limit\": 3}, \"menu\": [{\"label\": \"A\", \"url\": \"/a/\"}]}"));
  }

  @Test
  void withoutALanguageTheFirstOfTheListIsTheSites() {
    assertEquals(Language.KOREAN, read("content/site.yaml", "languages: [ko, en]\n").language());
    assertEquals(List.of(new Language("de")), read("content/site.yaml", "language: de\n").languages());
  }

  @Test
  void anotherKindOfFileIsAMistakeOfTheCaller() {
    assertThrows(IllegalArgumentException.class, () -> DataReader.read(new SourceText("content/data/x.csv", "a,b")));
  }

  @Test
  void aSiteOfALaterFormatIsOneProblemHoweverMuchOfItIsUnknown() {
    ParsedSite parsed = SiteReader.read(new SourceText("content/site.yaml", "title: T\nformat: 2\nlater: [1]\npage_size: new\n"), Site.defaults("folder"), List.of());
    assertEquals(1, parsed.problems().size());
    assertEquals("content/site.yaml:2:9", parsed.problems().getFirst().place().toString());
    assertEquals("this site is written in format 2, and this version of Assay reads format 1", parsed.problems().getFirst().message());
    assertEquals("T", read("content/site.yaml", "format: 1\ntitle: T\n").title());
    assertEquals(1, SiteReader.read(new SourceText("content/site.yaml", "format: 0\n"), Site.defaults("folder"), List.of()).problems().size());
    assertEquals(1, SiteReader.read(new SourceText("content/site.yaml", "format: one\n"), Site.defaults("folder"), List.of()).problems().size());
  }
}
