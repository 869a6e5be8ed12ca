package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.note.PagePolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCheckTest {
  private static final PolicyCheck STRICT = PolicyCheck.of(PagePolicy.STRICT, "https://Notes.example/path/");

  private static int stopped(PolicyCheck check, String markup) {
    return check.stopped(markup).size();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>plain</p>", "a < b", "<!-- <script>x</script> -->", "<script src=/a.js></script>", "<script src='https://notes.example/a.js'></script>", "<script></script>",
        "<script type=\"text/x-template\"><b style='x'></script>", "<textarea><b style='x'></textarea>", "<img src=https://a.example/b.png>", "<img src='data:image/png;base64,'>",
        "<iframe srcdoc='<p>x'></iframe>", "<iframe src='about:blank'></iframe>", "<iframe src='\uFFFC'></iframe>", "<script src='\uFFFC/a.js'></script>", "<p style=''>", "<form action='/search/'>",
        "<link rel=alternate href=https://a.example/>", "<link rel='icon' href=https://a.example/a.png>", "<a href='#a' title='onclick=x'>", "<p data-onclick='x' once='y'>", "<",
        "<video src=HTTPS://Notes.Example:443/v.mp4>", "<video src='https://notes.example?v'>", "<picture><source src=https://a.example/b.webp><img src=/b.png></picture>", "<source src=https://a.example/b.webp>",
        "<link rel=preload as=worker href=/w.js>", "<svg><image xlink:href=https://a.example/b.png /></svg>", "<script type=speculationrules src=/a.json>{}</script>"
      })
  void nothingIsStopped(String markup) {
    assertEquals(List.of(), STRICT.stopped(markup));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<SCRIPT>x</SCRIPT>", "<script type=module>x</script>", "<script>x", "<script src=//a.example/b.js></script>", "<script src=\"\\\\a.example\\b.js\"></script>", "<script src='http://notes.example/a.js'></script>",
        "<script src=data:,x></script>", "<a HREF=' java\nscript:x'>", "<a href='&#106;avascript:x'>", "<p/onclick=x>", "<p style=a>", "<iframe src=/own/></iframe>", "<embed src=/own/>", "<base href=/x/>",
        "<link rel='preload stylesheet' as=font href=https://a.example/b.woff2>", "<link rel=manifest href=https://a.example/m.json>", "<video src=https://a.example/v.mp4>", "<form action=https://a.example/>",
        "<img src=blob:x>", "<iframe src='https://a.example/\uFFFC'></iframe>", "<style>p{}</style>", "<script src=https://notes.example.evil.example/a.js></script>",
        "<script src=https://notes.example:444/a.js></script>", "<picture></picture><audio><source src=https://a.example/b.mp3></audio>", "<svg><a xlink:href='javascript:x'></a></svg>", "<svg><image xlink:href='blob:x'/></svg>",
        "<link rel=preload as=worker href=https://a.example/w.js>", "<script type='speculationrules'>{}</script>", "<script type=importmap>{}</script>"
      })
  void oneThingIsStopped(String markup) {
    assertEquals(1, stopped(STRICT, markup), markup + STRICT.stopped(markup));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example, https://a.example/x.js, 0", "a.example, https://a.example/x.js, 0", "http://a.example, https://a.example/x.js, 0", "https://a.example, http://a.example/x.js, 1",
    "*.a.example, https://b.a.example/x.js, 0", "*.a.example, https://a.example/x.js, 1", "https:, https://b.example/x.js, 0", "https://*, https://b.example/x.js, 0", "*, http://b.example/x.js, 0",
    "*, https://b.example:8443/x.js, 0", "https://*, https://b.example:8443/x.js, 1",
    "a.example:8443, https://a.example:8443/x.js, 0", "a.example:8443, https://a.example/x.js, 1", "a.example:*, https://a.example:1/x.js, 0", "a.example, https://a.example:443/x.js, 0",
    "https://a.example/lib/, https://a.example/lib/x.js, 0", "https://a.example/lib/, https://a.example/x.js, 1", "https://a.example/x.js, https://a.example/x.js?v=1, 0", "https://A.example, https://a.EXAMPLE/x.js, 0",
    "blob:, blob:https://a.example/1, 0", "*, blob:https://a.example/1, 1", "'''nonce-abc''', https://a.example/x.js, 0"
  })
  void sourcesAreMatchedAsBrowsersDo(String source, String address, int stopped) {
    PolicyCheck check = PolicyCheck.of(new PagePolicy(true, Map.of("script-src", List.of(source))), "");
    assertEquals(stopped, stopped(check, "<script src='" + address + "'></script>"));
  }

  @Test
  void rulesAndWorkersFollowWhatIsSaidOfScripts() {
    PolicyCheck rules = PolicyCheck.of(new PagePolicy(true, Map.of("script-src", List.of("'inline-speculation-rules'"))), "");
    assertEquals(0, stopped(rules, "<script type=speculationrules>{}</script>"));
    assertEquals(1, stopped(rules, "<script>x</script>"));
    PolicyCheck scripts = PolicyCheck.of(new PagePolicy(true, Map.of("script-src", List.of("https://a.example"))), "https://notes.example/");
    assertEquals(0, stopped(scripts, "<link rel=preload as=worker href=https://a.example/w.js>"));
    PolicyCheck workers = PolicyCheck.of(new PagePolicy(true, Map.of("worker-src", List.of("blob:"))), "https://notes.example/");
    assertEquals(1, stopped(workers, "<link rel=preload as=worker href=/w.js>"));
  }

  @Test
  void manyOpenTagsAreReadOnce() {
    for (String part : List.of("<script ", "<script>", "<p a=\"", "<!--", "<a b='c' ", "<style>@import url(", "<p ", "<")) {
      STRICT.stopped(part.repeat(200_000));
      STRICT.stoppedInStyle(part.repeat(200_000));
    }
    STRICT.stoppedInStyle("/*".repeat(300_000));
    STRICT.stoppedInStyle("@import ".repeat(100_000) + "@font-face".repeat(50_000) + " ".repeat(500_000));
  }
}
