package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.assay.testing.Chromium;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is shown of the page behind a link, in a browser.
class PreviewsTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: T
      base_url: http://localhost/
      -- content/post/first.md --
      ---
      title: First
      date: 2026-01-01
      description: What it is about.
      ---
      ## Makers

      They make it.

      - **[Fact]** It is so, [they say](https://s.example/). {#so}
      -- content/post/second.md --
      ---
      title: Second
      date: 2026-02-01
      ---
      See [the note](first.md), [the makers](first.md#makers) and [the claim](first.md#so).
      """;

  private static final String SHOWN = "document.querySelector('.preview').hidden ? '' : document.querySelector('.preview').textContent.replace(/\\s+/g, ' ').trim()";

  private static void focus(Chromium browser, String end) {
    for (int i = 0; i < 60; i++) {
      browser.press("Tab", 9);
      if (browser.ask("(document.activeElement.getAttribute('href') || '').endsWith('" + end + "') && !!document.activeElement.closest('.text > p')").booleanValue()) {
        browser.ask("new Promise(r => setTimeout(() => r(true), 1500))");
        return;
      }
    }
    throw new AssertionError("no link ends in " + end);
  }

  @Test
  void aLinkThatHasTheFocusShowsWhatIsBehindItAndEscapeTakesItAway(@TempDir Path root, @TempDir Path profile) throws Exception {
    Sites.built(root, SITE);
    HttpServer server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), root.resolve("site").toAbsolutePath(), SimpleFileServer.OutputLevel.NONE);
    server.start();
    try (Chromium browser = Chromium.start(profile)) {
      String origin = "http://localhost:" + server.getAddress().getPort();
      browser.open(origin + "/post/second/");
      assertEquals("", browser.ask(SHOWN).stringValue());
      focus(browser, "/post/first/");
      String page = browser.ask(SHOWN).stringValue();
      assertTrue(page.startsWith("FirstWhat it is about.") && page.contains("1 fact"), page);
      assertEquals(":preview", browser.ask("document.activeElement.getAttribute('aria-describedby')").stringValue());
      focus(browser, "#makers");
      assertEquals("FirstMakersThey make it.", browser.ask(SHOWN).stringValue());
      focus(browser, "#so");
      String claim = browser.ask(SHOWN).stringValue();
      assertTrue(claim.contains("It is so, they say."), claim);
      browser.press("Escape", 27);
      assertEquals("", browser.ask(SHOWN).stringValue());
      assertEquals(List.of(), browser.faults());
      assertTrue(browser.requests().stream().allMatch(address -> address.startsWith(origin)), browser.requests().toString());
    } finally {
      server.stop(0);
    }
  }
}
