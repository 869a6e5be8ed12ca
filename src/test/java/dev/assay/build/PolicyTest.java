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

  private static final String TWO = "content/post/two.md:";
  private static final String BOX = "templates/shortcodes/box.ftlh:";
  private static final String OTHER = " the recording 'https://other.example/a.mp4' is not loaded: the site's policy does not allow it";
  private static final String SITES = " the recording 'https://site.example/a.mp4' is not loaded: the site's policy does not allow it";

  @TempDir private Path root;

  private List<String> told(String settings, String more) {
    SiteText.of(SITE.replace("title: Site\n", "title: Site\n" + settings) + more).into(root);
    BuildReport report = Sites.build(root);
    assertTrue(report.succeeded(), () -> Sites.problems(report));
    return policy(report);
  }

  private static List<String> policy(BuildReport report) {
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
  void aThemeStatesAPolicyWhereItPrintsThatOfTheSite() {
    String page = "-- templates/shortcodes/box.ftlh --\n<#--\nbody: required\n-->\n${body}\n-- templates/not-found.ftlh --\n<!DOCTYPE html><html lang=\"en\"><title>x</title>STATED<p style=\"color: red\">x</p></html>\n";
    for (String stated : List.of("<a href=\"/privacypolicy/\">${\"site.policy\"?length}</a>", "<#assign privacypolicy = 'policy'>", "<#-- ${site.policy} -->", "<#assign website = {'policy': 'x'}>${website.policy}")) {
      assertEquals(List.of(), told("", page.replace("STATED", stated)), stated);
    }
    for (String stated : List.of("<meta content=\"${site.policy}\">", "${ site . policy }", "${site[\"policy\"]}", "<#assign m = \"<meta content='${site.policy}'>\">")) {
      assertEquals(1, told("", page.replace("STATED", stated)).size(), stated);
    }
  }

  @Test
  void whatIsKeptUnderANameOrAsksForThePolicyIsLeftAlone() {
    String page =
        """
        -- templates/shortcodes/box.ftlh --
        <#--
        body: required
        -->
        ${body}
        -- templates/not-found.ftlh --
        <#import "/layout.ftlh" as layout>
        <@layout.html "on-missing">
        <#if site.policy?has_content><p>a</p><#else><#if site.title?has_content><b style="a">b</b></#if><script>ok()</script></#if>
        <#if site.title == ""><p>c</p><#elseif site.policy == ""><script>ok()</script></#if>
        <#assign s><script>ok()</script></#assign>
        <#macro m><#local s><i style="a"></i></#local></#macro>
        <#assign t = "a"><#if site.title?has_content><script>no()</script></#if>
        <#assign u = 1><#assign u++><i style="a"></i>
        </@layout.html>
        """;
    assertEquals(
        List.of(
            "templates/not-found.ftlh:7:47 this script does not run: the site's policy allows none within a page",
            "templates/not-found.ftlh:8:32 'style' of <i> is left out: the site's policy allows no style within a page"),
        told("", page));
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

  @Test
  void notesAreLookedAtForTheAddressUnderWhichTheSiteIsBuilt() {
    String note =
        """
        -- content/post/two.md --
        ---
        title: Two
        date: 2026-01-03
        ---
        <video src="https://Site.example/a.mp4"></video>
        <video src="https://other.example/a.mp4"></video>
        -- templates/shortcodes/box.ftlh --
        <#--
        body: required
        -->
        ${body}<video src="https://site.example/a.mp4"></video>
        <video src="https://other.example/a.mp4"></video>
        """;
    assertEquals(List.of(TWO + "6:8" + OTHER, BOX + "5:8" + OTHER), told("html: trusted\npolicy: strict\n", note));
    BuildReport elsewhere = SiteBuild.build(Sites.options(root).withBaseUrl("https://other.example/"), Progress.NONE);
    assertEquals(List.of(TWO + "5:8" + SITES.replace("site.", "Site."), BOX + "4:15" + SITES), policy(elsewhere));
    // What an earlier build made of a note for another address is not taken.
    assertEquals(List.of(TWO + "6:8" + OTHER, BOX + "5:8" + OTHER), policy(Sites.build(root)));
  }
}
