package dev.assay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.view.BodyView;
import dev.assay.view.GlanceView;
import dev.assay.view.HomePage;
import dev.assay.view.LinkView;
import dev.assay.view.Markup;
import dev.assay.view.Mix;
import dev.assay.view.Part;
import dev.assay.view.Settings;
import dev.assay.view.TermView;
import dev.assay.view.DateView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RendererTest {
  private static final TermView VIEW = new TermView("R&D <b>", "/tags/r&d/", 1234, DateView.NONE);

  private static Outcome render(String template) {
    return new Renderer(TemplatesTest.with("x.ftlh", template), 1)
        .renderPart("x.ftlh", Language.ENGLISH, "content/post/x.md", VIEW);
  }

  private static String html(String template) {
    return switch (render(template)) {
      case Outcome.Rendered done -> done.html();
      case Outcome.Failed failed -> throw new AssertionError(failed.problems().toString());
    };
  }

  private static Problem problem(String template) {
    Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, render(template), template);
    assertEquals(1, failed.problems().size(), failed.problems().toString());
    return failed.problems().getFirst();
  }

  private static String told(String template) {
    Problem problem = problem(template);
    return problem.place() + " " + problem.message() + " | " + problem.hint();
  }

  @Test
  void aPartThatCannotBeParsedIsAProblemOfEveryPageThatIncludesIt() {
    Renderer renderer = new Renderer(TemplatesTest.with("one.ftlh", "<#include 'broken.ftlh'>", "two.ftlh", "<#include 'broken.ftlh'>", "broken.ftlh", "${view.text?markupString?word_list}"), 1);
    for (String page : List.of("one.ftlh", "two.ftlh", "one.ftlh")) {
      assertTrue(renderer.renderPart(page, Language.ENGLISH, "x", VIEW) instanceof Outcome.Failed(List<Problem> problems) && problems.getFirst().place().file().endsWith("broken.ftlh"), page);
    }
  }

  @Test
  void textIsEscapedAndMarkupIsNot() {
    assertEquals("R&amp;D &lt;b&gt;|1234", html("${view.text}|${view.notes}"));
    Outcome outcome =
        new Renderer(TemplatesTest.with("x.ftlh", "${view.html}|${view.type}"), 1)
            .renderPart("x.ftlh", Language.ENGLISH, "x", new Part.Html(new Markup("<em>x</em>")));
    assertEquals(new Outcome.Rendered("<em>x</em>|html"), outcome);
  }

  @Test
  void numbersAndTruthsDoNotDependOnTheMachine() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Seoul"));
      assertEquals("1234567.5 true TITLE", html("${1234567.5} ${true} ${'title'?upper_case}"));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void whatIsMissingIsNamedWithThePageAndTheNearestName() {
    assertEquals(
        "templates/x.ftlh:2:6 'view.txet' is missing, while making the page of content/post/x.md | did you mean 'text'?",
        told("\n<p>${view.txet}</p>"));
    assertEquals("<p>${view.txet}</p>", problem("\n<p>${view.txet}</p>").excerpt());
    assertEquals(
        "templates/x.ftlh:1:3 'view.nothing' is missing, while making the page of content/post/x.md | a TermView has address, latest, notes, text",
        told("${view.nothing}"));
  }

  @Test
  void aColumnCountsCharactersNotTabsOrHalves() {
    assertEquals(4, problem("\t\uD83D\uDE00${view.none}").place().column() - 1);
  }

  @Test
  void aTemplateThatCannotBeParsedIsToldWithItsPlace() {
    Problem problem = problem("<p>\n<#if view.text></p>\n");
    assertEquals("templates/x.ftlh", problem.place().file());
    assertEquals(Code.TEMPLATE, problem.code());
    assertFalse(problem.message().contains("\n"), problem.message());
    assertFalse(problem.message().endsWith("."), problem.message());
  }

  @Test
  void aFaultInAnIncludedTemplateIsToldThere() {
    Renderer renderer =
        new Renderer(TemplatesTest.with("x.ftlh", "<#include 'y.ftlh'>", "y.ftlh", "a\nb ${view.gone}"), 1);
    Outcome outcome = renderer.renderPart("x.ftlh", Language.ENGLISH, "content/x.md", VIEW);
    assertEquals("templates/y.ftlh:2:5", assertInstanceOf(Outcome.Failed.class, outcome).problems().getFirst().place().toString());
  }

  @Test
  void aFaultInTheProgramsOwnTemplateDoesNotPointIntoTheSite() {
    Outcome outcome = new Renderer(Templates.standard()).renderPart("note.ftlh", Language.ENGLISH, "content/x.md", VIEW);
    assertTrue(assertInstanceOf(Outcome.Failed.class, outcome).problems().getFirst().place().file().startsWith("assay:templates/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
        "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.lang.ProcessBuilder\",\"id\")}",
        "<#assign x = \"freemarker.template.utility.JythonRuntime\"?new()>",
        "${view?api.class}",
        "${view.class}",
        "${view.getClass()}",
        "${view.text()}",
        "${view.text.bytes}",
        "${view.hashCode()}",
        "${view.latest.of}",
        "${t.class}",
        "${t?api}",
        "${statics[\"java.lang.System\"]}",
        "${.data_model.Session}",
        "${.main?new()}",
        "<#include \"/etc/passwd\">",
        "<#include \"../../pom.xml\">",
        "<#include \"file:///etc/passwd\">",
        "<#import \"classpath:x.ftlh\" as x>",
        "${1/0}",
        "${view.text?number}",
        "${'x'?left_pad(-1)?foo}",
        "${[1,2][5]}",
        "<#stop 'done'>",
        "${t(\"no.such.string\")}",
        "${t()}",
        "${t(\"kind.fact\", [1])}",
        "<#setting number_format=\"@nothing\">${1}",
        "${'x'?date}",
        "<#list view as k, v></#list>",
        "${view}",
        "<#visit view>",
        "${view.text?eval}",
        "${'\"freemarker.template.utility.Execute\"?new()'?eval}",
        "${.locale_object.class}",
        "${view['class']}",
        "${view['getClass']}",
        "${view.text['bytes']}",
        "${[view]?first.class}",
        "${{'a': view}.a.class}",
        "${t('kind.fact').class}",
        "${.globals?keys?join(' ')}",
        "${view?keys?join(' ')}",
        "${view?api.getClass()}",
        "${day?api}",
        "${.template_name?api}",
        "<#assign x = view?eval_json>",
        "${.now}",
      })
  void whatATemplateMayNotDoIsAProblemWithAPlace(String template) {
    Problem problem = problem(template);
    assertEquals("templates/x.ftlh", problem.place().file());
    assertEquals(1, problem.place().line());
    assertFalse(problem.message().isBlank());
    assertFalse(problem.message().contains("\n"));
    assertEquals(template, problem.excerpt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#list 1.. as x></#list>",
        "<#list 1..2000000000 as x></#list>",
        "<#list 1.. as x>growing</#list>",
        "<#macro m><@m/></#macro><@m/>",
        "<#macro m>x<@m/>y</#macro><@m/>",
        "<#function f x><#return f(x + 1)></#function>${f(1)}",
        "<#macro m><#nested></#macro><#macro n><@m><@n/></@m></#macro><@n/>",
        "<#attempt><#list 1.. as x></#list><#recover>again</#attempt>",
        "${'x'?left_pad(2147483647)}",
      })
  void whatDoesNotEndIsAProblem(String template) {
    Problem problem = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> problem(template));
    assertEquals(Code.TEMPLATE_LOOP, problem.code(), problem.toString());
    assertTrue(problem.message().contains("content/post/x.md"), problem.message());
    assertFalse(Thread.interrupted(), "the thread is left as it was");
  }

  @Test
  void anEndlessIncludedTemplateIsEndedToo() {
    Renderer renderer = new Renderer(TemplatesTest.with("x.ftlh", "<#include 'y.ftlh'>", "y.ftlh", "<#list 1.. as x></#list>"), 1);
    Outcome outcome =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> renderer.renderPart("x.ftlh", Language.ENGLISH, "x", VIEW));
    assertInstanceOf(Outcome.Failed.class, outcome);
  }

  @Test
  void afterAProblemTheNextPageIsRendered() {
    Renderer renderer = new Renderer(TemplatesTest.with("x.ftlh", "<#list 1.. as x></#list>", "y.ftlh", "${view.notes}"), 1);
    renderer.renderPart("x.ftlh", Language.ENGLISH, "x", VIEW);
    assertEquals(new Outcome.Rendered("1234"), renderer.renderPart("y.ftlh", Language.ENGLISH, "y", VIEW));
  }

  @Test
  void freeSettingsAreReadByName() {
    Outcome outcome =
        new Renderer(TemplatesTest.with("home.ftlh", "${site.settings.banner!'none'}|${site.settings.other!'none'}"), 1).render(homeWith());
    assertEquals(new Outcome.Rendered("hello|none"), outcome);
  }

  private static HomePage homeWith() {
    HomePage home = Samples.home();
    var frame = home.frame();
    var site = frame.site();
    var withBanner =
        new dev.assay.view.SiteView(site.title(), site.language(), "/base", site.home(), "/base/search/", site.logo(), site.authors(), site.foot(), site.policy(),
            new Settings(List.of(new Settings.Setting("banner", "hello"))));
    return new HomePage(
        new dev.assay.view.FrameView(withBanner, frame.subject(), frame.language(), frame.title(), frame.description(), frame.address(),
            frame.canonical(), frame.image(), frame.share(), frame.indexed(), frame.menu(), frame.trail(), frame.feeds(), frame.translations()),
        "", BodyView.EMPTY, false, List.of(), LinkView.NONE, List.of(), Mix.NONE, LinkView.NONE, GlanceView.NONE, List.of());
  }

  @Test
  void assetsHangBelowTheSitesBasePath() {
    Outcome outcome = new Renderer(TemplatesTest.with("home.ftlh", "${asset('x.css')}", "assets/x.css", "abc"), 1).render(homeWith());
    assertEquals(new Outcome.Rendered("/base/assets/x.ba7816bf8f.css"), outcome);
    Outcome wrong = new Renderer(TemplatesTest.with("home.ftlh", "${asset('stile.css')}"), 1).render(homeWith());
    assertTrue(assertInstanceOf(Outcome.Failed.class, wrong).problems().getFirst().message().contains("did you mean 'style.css'?"));
  }

  @Test
  void aBodyThatCannotBeReadIsNoFaultOfTheTemplate() {
    BodyView lost = new BodyView(Digest.of("x"), () -> { throw new UncheckedIOException(new IOException("the cache is gone")); });
    HomePage page = Samples.home();
    HomePage broken =
        new HomePage(page.frame(), "", lost, true, List.of(), LinkView.NONE, List.of(), Mix.NONE, LinkView.NONE, GlanceView.NONE, List.of());
    assertThrows(UncheckedIOException.class, () -> new Renderer(Templates.standard()).render(broken));
  }

  @Test
  void manyThreadsRenderTheSame() throws Exception {
    Renderer renderer = new Renderer(Templates.standard());
    Outcome alone = new Renderer(Templates.standard()).render(Samples.note());
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<Outcome> work = () -> renderer.render(Samples.note());
      for (Future<Outcome> outcome : threads.invokeAll(java.util.Collections.nCopies(64, work))) {
        assertEquals(alone, outcome.get());
      }
    }
  }
}
