package dev.assay.template;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Language;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  static Templates with(String... namesAndTexts) {
    Map<String, byte[]> files = new HashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return Templates.over(files);
  }

  private static String only(List<Problem> problems) {
    assertEquals(1, problems.size(), problems.toString());
    Problem problem = problems.getFirst();
    return problem.place() + " " + problem.code().word() + ": " + problem.message() + " | " + problem.hint();
  }

  @Test
  void theIndexNamesEveryFileOfTheTheme() throws Exception {
    Path folder = Path.of("templates");
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> found =
          files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .filter(name -> !name.equals(PackedTheme.INDEX)).sorted().toList();
      assertEquals(found, PackedTheme.files().keySet().stream().sorted().toList());
    }
  }

  @Test
  void aSiteReplacesOneFileAndKeepsTheRest() {
    Templates templates = with("not-found.ftlh", "<p>${t(\"missing.title\")}</p>");
    assertEquals("<p>Nothing is here</p>", rendered(templates, Samples.pages().get("404")));
    assertTrue(rendered(templates, Samples.note()).contains("What is known"));
  }

  private static String rendered(Templates templates, dev.assay.view.PageView page) {
    return switch (new Renderer(templates).render(page)) {
      case Outcome.Rendered done -> done.html();
      case Outcome.Failed failed -> throw new AssertionError(failed.problems().toString());
    };
  }

  @Test
  void aSiteReplacesOneWordAndKeepsTheRest() {
    Templates templates = with("i18n/en.properties", "kind.fact = Known\nmy.own = Mine\n");
    Strings words = templates.strings(Language.ENGLISH);
    assertEquals("Known", words.text("kind.fact"));
    assertEquals("Inference", words.text("kind.inference"));
    assertEquals("Mine", words.text("my.own"));
    assertEquals(List.of("my.own"), templates.strings(Language.KOREAN).missing());
  }

  @Test
  void aLanguageIsAddedByAFileAndLacksWhatItDoesNotSay() {
    Templates templates = with("i18n/de.properties", "kind.fact = Tatsache\ncount.notes.one = {0} Notiz\ncount.notes.other = {0} Notizen\n");
    Strings german = templates.strings(new Language("de-AT"));
    assertEquals("Tatsache", german.text("kind.fact"));
    assertEquals("Speculation", german.text("kind.speculation"));
    assertEquals("1 Notiz", german.text("count.notes", 1));
    assertEquals("1,200 Notizen", german.text("count.notes", 1200));
    assertTrue(german.missing().contains("kind.speculation"));
    assertFalse(german.missing().contains("kind.fact"));
  }

  @Test
  void koreanIsCompleteAndHasNoEnglishPlurals() {
    Strings korean = Templates.standard().strings(Language.KOREAN);
    assertEquals(List.of(), korean.missing());
    assertEquals("글 1편", korean.text("count.notes", 1));
  }

  @Test
  void aLanguageWithoutAFileIsEnglish() {
    assertEquals("Fact", Templates.standard().strings(new Language("fr")).text("kind.fact"));
  }

  @Test
  void argumentsAreFilledInOnce() {
    Strings words = with("i18n/en.properties", "x = {0}-{1}-{2}-{\n").strings(Language.ENGLISH);
    assertEquals("{1}-b-{2}-{", words.text("x", "{1}", "b"));
    assertEquals("-1,234,567--12-{2}-{", words.text("x", -1_234_567, -12));
  }

  @Test
  void brokenStringsAreToldWithTheirLine() {
    assertEquals(
        "templates/i18n/en.properties:2:1 data-syntax: this line is not 'key = text' | write a '#' before a comment",
        only(with("i18n/en.properties", "# fine\nno equals sign\n").problems()));
    assertEquals(
        "templates/i18n/en.properties:2:1 duplicate-key: the string 'a' stands twice in this file | keep one of the lines",
        only(with("i18n/en.properties", "a = 1\na = 2\n").problems()));
  }

  @Test
  void aLoopOfIncludesIsFoundBeforeAnythingIsRendered() {
    Templates templates =
        with("a.ftlh", "<#include \"part/b.ftlh\">", "part/b.ftlh", "x\n  <#import \"c.ftlh\" as c>", "part/c.ftlh", "<#include \"/a.ftlh\">");
    assertEquals(
        "templates/part/c.ftlh:1:11 template-loop: templates include each other in a loop: a.ftlh → part/b.ftlh → part/c.ftlh → a.ftlh"
            + " | move what they share into a template of its own",
        only(templates.problems("a.ftlh")));
    assertEquals(1, templates.problems("part/b.ftlh").size());
  }

  @Test
  void aTemplateThatIncludesItselfIsALoop() {
    assertEquals(Code.TEMPLATE_LOOP, with("a.ftlh", "<#include 'a.ftlh'>").problems("a.ftlh").getFirst().code());
  }

  @Test
  void manyWaysToOneTemplateAreNoLoop() {
    Templates templates =
        with("a.ftlh", "<#include 'b.ftlh'><#include 'c.ftlh'>", "b.ftlh", "<#include 'd.ftlh'>", "c.ftlh", "<#include 'd.ftlh'>", "d.ftlh", "");
    assertEquals(List.of(), templates.problems("a.ftlh"));
  }

  @Test
  void anIncludeOfNothingIsToldWithTheNearestName() {
    assertEquals(
        "templates/a.ftlh:2:10 template: there is no template 'part/crad.ftlh' | did you mean 'part/card.ftlh'?",
        only(with("a.ftlh", "\n<#import \"/part/crad.ftlh\" as c>").problems("a.ftlh")));
    assertEquals(
        "templates/note.ftl:1:1 template: there is no template 'note.ftl' | did you mean 'note.ftlh'?",
        only(Templates.standard().problems("note.ftl")));
  }

  @Test
  void namesOfTemplatesAreLiteral() {
    for (String include : List.of("<#include x>", "<#include \"a${x}.ftlh\">", "<#import \"*/a.ftlh\" as a>", "<#include r\"x\">")) {
      assertTrue(only(with("a.ftlh", include).problems("a.ftlh")).contains("is not named literally"), include);
    }
    for (String dynamic : List.of("${.get_optional_template('x')}", "<@'x'?interpret />", "${.getOptionalTemplate('x')}", "${view.text?eval}", "${'1' ? eval}", "${.now}", "${ .now?date}",
        "<#if (.now > x)></#if>", "<#assign year = .now?string('yyyy')>", "${(.now)?string('yyyy')}", "${'x' + .now}",
        "<#assign l=[.now]>", "${'1+1'?<#-- x -->eval}", "${\"a ${.now}\"}", "<@m x=.now/>", "<#if a[1] gt .now></#if>")) {
      assertTrue(only(with("a.ftlh", dynamic).problems("a.ftlh")).contains("is not allowed in templates"), dynamic);
    }
  }

  @Test
  void wordsThatLookLikeItAreText() {
    for (String text : List.of("It is .now", "<p>What now? Eval it. What then? eval it.</p>", "<#-- ${.now} -->", "<#noparse>${.now}</#noparse>", "<script src=\"x.js\" data-x=\"Date.now()\"></script>", "${x.now}", "<#if x.now></#if>", "${'{}'?eval_json.a}", "evaluate?")) {
      assertEquals(List.of(), with("a.ftlh", text).problems("a.ftlh"), text);
    }
  }

  @Test
  void commentsAndUnparsedTextNameNothing() {
    assertEquals(
        List.of(),
        with("a.ftlh", "<#-- <#include \"nothing.ftlh\"> --><#noparse><#include \"nothing.ftlh\"></#noparse><#--").problems("a.ftlh"));
  }

  @Test
  void theDigestCoversWhatAPageIsMadeFrom() {
    Templates plain = with("a.ftlh", "<#include 'b.ftlh'>", "b.ftlh", "1", "other.ftlh", "1");
    var digest = plain.digest("a.ftlh", Language.ENGLISH);
    assertEquals(digest, with("a.ftlh", "<#include 'b.ftlh'>", "b.ftlh", "1", "other.ftlh", "2").digest("a.ftlh", Language.ENGLISH));
    assertNotEquals(digest, with("a.ftlh", "<#include 'b.ftlh'>", "b.ftlh", "2", "other.ftlh", "1").digest("a.ftlh", Language.ENGLISH));
    assertNotEquals(digest, plain.digest("a.ftlh", Language.KOREAN));
  }

  @Test
  void aFileThatEqualsTheThemesOwnChangesNothing() throws Exception {
    byte[] note = Files.readAllBytes(Path.of("templates/note.ftlh"));
    assertEquals(
        Templates.standard().digest("note.ftlh", Language.ENGLISH),
        Templates.over(Map.of("note.ftlh", note)).digest("note.ftlh", Language.ENGLISH));
  }

  @Test
  void theCheckParsesWhatNoPageUses() {
    List<Problem> problems = new Renderer(with("part/unused.ftlh", "a\n<#if>")).check();
    assertEquals("templates/part/unused.ftlh", only(problems).substring(0, 26));
    assertEquals(2, problems.getFirst().place().line());
  }

  @Test
  void assetsHaveTheirContentsInTheirAddress() {
    Asset asset = with("assets/fonts/x.woff2", "abc").asset("fonts/x.woff2").orElseThrow();
    assertEquals("/assets/fonts/x.ba7816bf8f.woff2", asset.address().value());
    assertArrayEquals("abc".getBytes(StandardCharsets.UTF_8), asset.bytes());
    assertNotEquals(asset.address(), with("assets/fonts/x.woff2", "abd").asset("fonts/x.woff2").orElseThrow().address());
  }

  @Test
  void anAssetCountsForTheTemplatesThatAskForIt() {
    String[] files = {"a.ftlh", "${asset(\"a.css\")}", "b.ftlh", "x", "c.ftlh", "${asset(view.text)}", "assets/a.css", "1", "assets/b.css", "1"};
    String[] changed = files.clone();
    changed[7] = "2";
    String[] other = files.clone();
    other[9] = "2";
    for (var language : List.of(Language.ENGLISH, Language.KOREAN)) {
      assertNotEquals(with(files).digest("a.ftlh", language), with(changed).digest("a.ftlh", language));
      assertEquals(with(files).digest("a.ftlh", language), with(other).digest("a.ftlh", language));
      assertEquals(with(files).digest("b.ftlh", language), with(changed).digest("b.ftlh", language));
      assertNotEquals(with(files).digest("c.ftlh", language), with(other).digest("c.ftlh", language));
    }
  }

  @Test
  void whatEditorsLeaveBehindIsNoPartOfTheTheme() {
    Templates templates = with("assets/.DS_Store", "x", ".note.ftlh.swp", "x", "note.ftlh~", "<#if", "theme.txt", "x", "README.md", "x");
    assertEquals(List.of(), templates.problems());
    assertEquals(Templates.standard().assets().size(), templates.assets().size());
  }

  @Test
  void anEditorsLineEndsAndMarksDoNotShow() {
    Outcome outcome =
        new Renderer(with("not-found.ftlh", "\uFEFF<p>\r\n${t(\"missing.home\")}\r\n</p>")).render(Samples.pages().get("404"));
    assertEquals(new Outcome.Rendered("<p>\nTo the home page\n</p>"), outcome);
  }

  @Test
  void filesThatCannotBeUsedAreProblems() {
    assertEquals(
        "templates/note.ftl:1:1 template: a template's name ends in '.ftlh' | rename it, or move it to 'assets/'",
        only(with("note.ftl", "x").problems()));
    assertTrue(only(with("assets/50%.png", "x").problems()).startsWith("templates/assets/50%.png:1:1 file-name: "));
    assertEquals(
        "templates/note.ftlh:1:1 file-not-utf8: this file is not valid UTF-8 | save it as UTF-8",
        only(Templates.over(Map.of("note.ftlh", new byte[] {'x', (byte) 0xe9, 'y'})).problems()));
  }

  @Test
  void anAssetWithoutAnExtensionKeepsItsName() {
    assertEquals("/assets/a.b/LICENSE.ba7816bf8f", with("assets/a.b/LICENSE", "abc").asset("a.b/LICENSE").orElseThrow().address().value());
  }
}
