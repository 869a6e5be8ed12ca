package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Code;
import dev.assay.testing.SiteText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the policy of a site's pages stops in its own templates, style sheets and trusted notes is told, with its place.
class PolicyTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Site
      base_url: https://site.example/
      cards: false
      search: false
      -- content/post/one.md --
      ---
      title: One
      date: 2026-01-02
      ---
      Words.

      :::{box}
      More.
      :::
      """;

  private static final String THEME =
      """
      -- templates/not-found.ftlh --
      <#import "/layout.ftlh" as layout>
      <@layout.html "on-missing">
      <#-- <script>no()</script> -->
      <p style="color: red" onclick="go()">${t("missing.title")}</p>
      <script>var a = ${site.title?length};</script>
      <script type="application/ld+json">{}</script>
      <script src="https://cdn.example/a.js"></script>
      <script src="${asset("page.js")}"></script>
      <script src="https://site.example/b.js"></script>
      <iframe src="https://video.example/embed/${site.title?url}"></iframe>
      <img src="https://pictures.example/a.png" alt="">
      <a href="javascript:go()">x</a>
      <#include "/part/mine.ftlh">
      </@layout.html>
      -- templates/part/mine.ftlh --
      <style>p { color: red }</style>
      -- templates/feed/rows.ftlh --
      <p style="color: red">Feeds state no policy.</p>
      -- templates/shortcodes/box.ftlh --
      <#--
      body: required
      -->
      <div style="border: thin solid">${body}</div>
      -- templates/assets/site.css --
      /* @import url(https://no.example/a.css); */
      @import "https://fonts.example/a.css";
      @font-face { font-family: "A"; src: url(https://fonts.example/a.woff2) }
      p { background: url(https://pictures.example/b.png) }
      """;

  private static final List<String> STOPPED =
      List.of(
          "templates/assets/site.css:2:10 the style sheet 'https://fonts.example/a.css' is not loaded: the site's policy does not allow it",
          "templates/assets/site.css:3:41 the font 'https://fonts.example/a.woff2' is not loaded: the site's policy does not allow it",
          "templates/not-found.ftlh:4:4 'style' of <p> is left out: the site's policy allows no style within a page",
          "templates/not-found.ftlh:4:23 'onclick' of <p> does not run: the site's policy allows no script within a page",
          "templates/not-found.ftlh:5:2 this script does not run: the site's policy allows none within a page",
          "templates/not-found.ftlh:7:9 the script 'https://cdn.example/a.js' is not loaded: the site's policy does not allow it",
          "templates/not-found.ftlh:10:9 the frame 'https://video.example/embed/…' is not loaded: the site's policy does not allow it",
          "templates/not-found.ftlh:12:4 'javascript:' in <a> does not run: the site's policy allows no script within a page",
          "templates/part/mine.ftlh:1:2 this style is left out: the site's policy allows none within a page",
          "templates/shortcodes/box.ftlh:4:6 'style' of <div> is left out: the site's policy allows no style within a page");

  @TempDir private Path root;

  private List<String> told(String settings, String more) {
    SiteText.of(SITE.replace("title: Site\n", "title: Site\n" + settings) + more).into(root);
    BuildReport report = Sites.build(root);
    assertTrue(report.succeeded(), () -> Sites.problems(report));
    return report.problems().stream().filter(problem -> problem.code() == Code.POLICY).map(problem -> problem.place() + " " + problem.message()).toList();
  }

  private List<String> told(String settings) {
    return told(settings, "");
  }

  @Test
  void whatThePolicyStopsInTemplatesAndStylesIsTold() {
    assertEquals(STOPPED, told("", THEME));
    // A build that finds nothing to do says it as well.
    assertEquals(STOPPED, told(""));
    assertEquals(List.of(), told("policy: none\n"));
    assertEquals(
        List.of(STOPPED.get(0), STOPPED.get(3), STOPPED.get(4), STOPPED.get(7)),
        told("policy: {style-src: \"'unsafe-inline'\", font-src: 'https:', script-src: https://cdn.example, frame-src: 'https://*.example'}\n"));
    assertTrue(Sites.problems(Sites.build(root)).contains("  hint: put it into a file below 'templates/assets/', or allow it in site.yaml: policy: {script-src: \"'unsafe-inline'\"}"));
  }

  @Test
  void aThemeWhosePagesStateNoPolicyIsLeftAlone() {
    assertEquals(List.of(), told("", "-- templates/not-found.ftlh --\n<!DOCTYPE html><html lang=\"en\"><title>x</title><p style=\"color: red\">x</p></html>\n-- templates/shortcodes/box.ftlh --\n<#--\nbody: required\n-->\n${body}\n"));
  }

  @Test
  void whatThePolicyStopsInTrustedNotesIsTold() {
    String note =
        """
        -- content/post/two.md --
        ---
        title: Two
        date: 2026-01-03
        ---
        A <b style="color: red">word</b>, and `<i style="x">` in code.

        <div onclick="go()">
        <iframe src="/frame/"></iframe>
        <object data="blob:x"></object>
        </div>

        <script>
        go()
        </script>
        -- templates/shortcodes/box.ftlh --
        <#--
        body: required
        -->
        <div>${body}</div>
        """;
    List<String> stopped =
        List.of(
            "content/post/two.md:5:6 'style' of <b> is left out: the site's policy allows no style within a page",
            "content/post/two.md:7:6 'onclick' of <div> does not run: the site's policy allows no script within a page",
            "content/post/two.md:8:9 the frame '/frame/' is not loaded: the site's policy does not allow it",
            "content/post/two.md:9:9 the object 'blob:x' is not loaded: the site's policy does not allow it",
            "content/post/two.md:12:2 this script does not run: the site's policy allows none within a page");
    assertEquals(stopped, told("html: trusted\npolicy: strict\n", note));
    assertEquals(stopped.subList(3, 4), told("html: trusted\npolicy: {script-src: \"'unsafe-inline'\", style-src: \"'unsafe-inline'\", frame-src: \"'self'\"}\n"));
    assertTrue(Sites.problems(Sites.build(root)).contains("policy: {object-src: 'blob:'}"), () -> Sites.problems(Sites.build(root)));
    assertEquals(List.of(), told("html: trusted\n"));
  }
}
