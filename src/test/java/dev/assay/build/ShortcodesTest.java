package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.testing.HtmlValidity;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortcodesTest {
  private static final String HEAD = "---\ntitle: A\ndate: 2026-01-01\n---\n";
  private static final String BOX =
      """
      <#--
      about: A box with a number
      argument: title
      body: optional
      parameters:
        title: {type: text}
        rows: {type: integer, least: 1, most: 12, default: 4}
        share: {type: number, optional: true}
        open: {type: bool, default: false}
        when: {type: date, optional: true}
        tone: {type: choice, choices: [calm, loud], default: calm}
        more: {type: url, optional: true}
        picture: {type: file, optional: true}
        note: {type: note, optional: true}
        caption: {type: markdown, optional: true}
      -->
      <div class="box ${tone}"<#if anchor??> id="${anchor}"</#if> data-rows="${rows * 2}"<#if open> data-open</#if>>
      <b>${title}</b><#if when??> <time datetime="${when}">${when.text}</time></#if><#if share??> ${share}</#if>
      <#if more??><a href="${more}">more</a></#if><#if picture??><img src="${picture}" alt=""></#if><#if note??><a href="${note.url}">${note.title}</a></#if>
      <#if caption??><p>${caption}</p></#if>
      ${body}
      </div>
      """;

  @TempDir Path root;

  @BeforeEach
  void site() throws IOException {
    write("content/site.yaml", "title: T\nbase_url: https://x.org/lab/\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void note(String text) throws IOException {
    write("content/post/a.md", HEAD + text);
  }

  private void box() throws IOException {
    write("templates/shortcodes/box.ftlh", BOX);
  }

  private BuildReport build() {
    BuildOptions options = BuildOptions.of(root);
    return SiteBuild.build(new BuildOptions(options.root(), options.output(), Optional.empty(), false, false, Optional.of(LocalDate.of(2026, 11, 22)), false, false, false, 1), Progress.NONE);
  }

  private String file(String path) throws IOException {
    return Files.readString(root.resolve("site").resolve(path));
  }

  private String page() throws IOException {
    return file("post/a/index.html");
  }

  /// What is said of shortcodes; what a site's policy stops is tested elsewhere.
  private List<String> said() {
    return build().problems().stream().filter(problem -> problem.code() != Code.POLICY).map(ShortcodesTest::said).toList();
  }

  private static String said(Problem problem) {
    return problem.place().toString().replace("content/post/", "") + " " + problem.code().word() + " " + problem.message() + " | " + problem.hint();
  }

  private void shows(String markup) throws IOException {
    String page = page();
    assertTrue(page.contains(markup), () -> markup + "\n" + page.substring(Math.max(0, page.indexOf("<article"))));
  }

  @Test
  void aSiteMakesItsOwn() throws IOException {
    box();
    write("content/post/b.md", "---\ntitle: Other & more\ndate: 2026-01-02\n---\nText.\n");
    write("content/post/a/index.md", HEAD + """
        :::{box} What <b> it "says" {rows=6 open=true tone=loud when=2026-05-30}
        :share: 2.50
        :more: ../b.md
        :picture: p.svg
        :note: ../b.md
        :caption: With *words* and [a way](../b.md).

        Its **body**.
        :::
        """);
    write("content/post/a/p.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    assertEquals(List.of(), said());
    shows("<div class=\"box loud\" data-rows=\"12\" data-open>");
    shows("<b>What &lt;b&gt; it &quot;says&quot;</b> <time datetime=\"2026-05-30\">30 May 2026</time> 2.5");
    shows("<a href=\"/lab/post/b/\">more</a><img src=\"/lab/post/a/p.svg\" alt=\"\"><a href=\"/lab/post/b/\">Other &amp; more</a>");
    shows("<p>With <em>words</em> and <a href=\"/lab/post/b/\">a way</a>.</p>");
    shows("<p>Its <strong>body</strong>.</p>");
    assertEquals(List.of(), HtmlValidity.errors("post/a/index.html", page()));
    assertTrue(file("post/b/index.html").contains("/lab/post/a/"), "a link in a parameter is a backlink");
  }

  @Test
  void whatIsWrongIsSaidAtTheNotesLine() throws IOException {
    box();
    note("""
        :::{bxo} Title
        :::

        :::{box}
        :::

        :::{box} T {rows=13 tone=lod oepn=true}
        :when: yesterday
        :::

        :::{box} T {rows=3 rows=4 stray}
        :::

        :::{box} T {more="javascript:alert(1)" note="https://x.org/"}
        :::

        :::{box} T {note=nowhere.md}
        :::
        """);
    assertEquals(
        List.of(
            "a.md:5:5 unknown-directive no directive is called 'bxo' | did you mean 'box'?",
            "a.md:8:5 shortcode 'box' needs 'title' | write it behind the name: :::{box} …",
            "a.md:11:18 shortcode 'rows' of 'box' takes a whole number from 1 to 12, not '13' | write rows=…, a whole number from 1 to 12",
            "a.md:11:26 shortcode 'tone' of 'box' takes one of calm, loud, not 'lod' | did you mean 'loud'?",
            "a.md:11:30 shortcode 'box' has no parameter 'oepn' | did you mean 'open'?",
            "a.md:12:8 shortcode 'when' of 'box' takes a day like 2026-05-30, not 'yesterday' | write when=…, a day like 2026-05-30",
            "a.md:15:20 shortcode 'rows' is given twice | keep one of them",
            "a.md:15:27 shortcode 'stray' is not an option | write key=value; a value with spaces needs quotes",
            "a.md:18:19 shortcode 'more' of 'box' cannot lead there, because 'javascript:' is not an address that pages may lead to | use http, https or a path",
            "a.md:18:46 shortcode 'note' of 'box' takes a note of this site, like other-note.md, not 'https://x.org/' | write note=…, a note of this site, like other-note.md"),
        said().stream().filter(line -> !line.contains("nowhere")).toList());
    note(":::{box} T {note=nowhere.md}\n:::\n");
    assertEquals(List.of("a.md:5:18 broken-link 'nowhere.md' leads nowhere | "), said().stream().map(line -> line.replaceAll("\\| .*", "| ")).toList());
  }

  @Test
  void aBodyIsWhereOneIsTaken() throws IOException {
    write("templates/shortcodes/rule.ftlh", "<#--\nbody: none\n-->\n<hr class=\"wide\">\n");
    write("templates/shortcodes/note-on.ftlh", "<#--\nbody: required\n-->\n<div>${body}</div>\n");
    note(":::{rule}\n:::\n\n:::{rule}\nWords.\n:::\n\n:::{note-on}\n:::\n\n:::{rule}\n");
    assertEquals(
        List.of(
            "a.md:9:1 shortcode 'rule' takes no text between its fences | close it before this with :::, or give it only options",
            "a.md:12:5 shortcode 'note-on' has no text | write its text between the fences",
            "a.md:15:5 directive-syntax the directive 'rule' is never closed, so all that follows belongs to it | close it with a line of as many marks as it opens with"),
        said());
  }

  @Test
  void aTemplateThatFailsIsNamedWithTheNotesLine() throws IOException {
    write("templates/shortcodes/sum.ftlh", "<#--\nparameters:\n  a: {type: integer, optional: true}\n  name: {optional: true}\n-->\n<p>\n${a + 1}</p>\n");
    note("Text.\n\n:::{sum} a=2\n:::\n\n> - :::{sum}\n>   :::\n");
    assertEquals(
        List.of("a.md:10:9 shortcode 'sum' fails at templates/shortcodes/sum.ftlh:7:3: 'a' is missing | 'a' is optional: write ${a!} in the template, or <#if a??>"),
        said());
    Problem problem = build().problems().getFirst();
    assertEquals("> - :::{sum}", problem.excerpt());
  }

  @Test
  void aFaultOfATemplateIsToldOnce() throws IOException {
    write("templates/shortcodes/bad.ftlh", "<#--\nparameters:\n  a: {type: intger}\n-->\n<p>x</p>\n");
    write("templates/shortcodes/worse.ftlh", "<#--\nbody: none\n-->\n<#if x>\n");
    write("templates/shortcodes/bare.ftlh", "<p>x</p>\n");
    write("templates/shortcodes/fact.ftlh", "<#--\n-->\n<p>x</p>\n");
    write("templates/shortcodes/lost.feed.ftlh", "<p>x</p>\n");
    note(":::{bad} a=1\n:::\n\n:::{worse}\n:::\n\n:::{bare}\n:::\n");
    List<String> said = said();
    assertEquals(5, said.size(), said.toString());
    assertEquals("templates/shortcodes/bad.ftlh:3:13 wrong-type 'a.type' should be one of bool, choice, date, file, integer, markdown, note, number, text, url, but is 'intger' | did you mean 'integer'?", said.get(0));
    assertTrue(said.get(1).startsWith("templates/shortcodes/bare.ftlh:1:1 shortcode this shortcode does not say what it takes"), said.get(1));
    assertTrue(said.get(2).startsWith("templates/shortcodes/fact.ftlh:1:1 shortcode a shortcode cannot be called 'fact': that is a kind of claim"), said.get(2));
    assertTrue(said.get(3).startsWith("templates/shortcodes/lost.feed.ftlh:1:1 shortcode there is no shortcode 'lost'"), said.get(3));
    assertTrue(said.get(4).startsWith("templates/shortcodes/worse.ftlh:"), said.get(4));
  }

  @Test
  void inASentence() throws IOException {
    write("templates/shortcodes/ticker.ftlh", "<#--\ninline: true\nargument: symbol\nparameters:\n  symbol: text\n  market: {type: choice, choices: [nasdaq, krx], default: nasdaq}\n-->\n<a class=\"ticker\" href=\"https://quotes.example/${market}/${symbol?url}\">${symbol}</a>\n");
    box();
    write("content/site.yaml", "title: T\nbase_url: https://x.org/\nsearch: true\n");
    note("""
        Shares of {ticker}`NVDA` and {ticker}`000660 {market=krx}`은 in a sentence.

        - [Fact] {ticker}`TSM` rose. {#rose source=https://s.example/}

        | a | b |
        | - | - |
        | {ticker}`A&B` | 1 |

        Text[^1].

        [^1]: A {ticker}`MU` note.

        Not `{ticker}` nor `` {ticker}`X` `` in code, and \\{ticker}`X`.
        """);
    assertEquals(List.of(), said());
    shows("Shares of <a class=\"ticker\" href=\"https://quotes.example/nasdaq/NVDA\">NVDA</a> and <a class=\"ticker\" href=\"https://quotes.example/krx/000660\">000660</a>은 in");
    shows("<td><a class=\"ticker\" href=\"https://quotes.example/nasdaq/A%26B\">A&amp;B</a></td>");
    shows("<code>{ticker}`X`</code>");
    assertTrue(file("claims.json").contains("\"text\": \"TSM rose.\"") || file("claims.json").contains("\"text\":\"TSM rose.\""), file("claims.json"));
    note("In {box}`T` a sentence.\n\n:::{ticker} NVDA\n:::\n\nA [link to {ticker}`NVDA`](https://x.org/).\n\n{ticker}`` and {ticker}`NVDA {market=nyse}`.\n");
    assertEquals(
        List.of(
            "a.md:5:5 shortcode 'box' stands in a block of its own, not in a sentence | write :::{box} on a line of its own, and ::: below",
            "a.md:7:5 shortcode 'ticker' stands in a sentence, not in a block of its own | write {ticker}`…`",
            "a.md:10:13 shortcode 'ticker' prints a link, and stands in one | move it out of the link",
            "a.md:12:38 shortcode 'market' of 'ticker' takes one of nasdaq, krx, not 'nyse' | known: krx, nasdaq"),
        said());
  }

  @Test
  void whatStandsBetweenItsFencesIsTheNotes() throws IOException {
    box();
    note("""
        ::::{box} Outer
        - [Fact] Inside holds. {#inside source=https://s.example/}

        :::{box} Inner
        ## A heading

        - [Inference] Follows. {#follows because=#inside}
        :::
        ::::

        See [the box](#a-heading) and [claim](#inside).
        """);
    assertEquals(List.of(), said());
    assertTrue(file("claims.json").contains("a#inside") && file("claims.json").contains("a#follows"));
    assertTrue(file("feed.xml").contains("Inside holds."));
    shows("<h2 id=\"a-heading\">");
    assertEquals(List.of(), HtmlValidity.errors("post/a/index.html", page()));
  }

  @Test
  void aClaimThatHoldsOneSaysItsWords() throws IOException {
    note(":::{fact} #f source=https://s.example/\nAll in all:\n\n```{details} The reason\nBecause **so**.\n```\n:::\n");
    assertEquals(List.of(), said());
    String claims = file("claims.json");
    assertTrue(claims.contains("The reason Because so."), claims);
  }

  @Test
  void feedsHaveAFormOfTheirOwn() throws IOException {
    write("templates/shortcodes/player.ftlh", "<#--\nparameters:\n  src: url\n  title: text\n-->\n<div class=\"player\"><button type=\"button\">Play ${title}</button><script src=\"/player.js\"></script></div>\n");
    write("templates/shortcodes/player.feed.ftlh", "<p><a href=\"${src}\">Listen: ${title}</a></p>\n");
    write("content/post/sound.mp3", "x");
    write("content/player.js", "x");
    note(":::{player} src=sound.mp3 title=\"One & all\"\n:::\n\n:::{details} More of it\nInside.\n:::\n");
    assertEquals(List.of(), said());
    shows("<button type=\"button\">Play One &amp; all</button><script src=\"/lab/player.js\"></script>");
    String feed = file("feed.xml");
    assertTrue(feed.contains("<a href=\"https://x.org/lab/post/sound.mp3\">Listen: One &amp; all</a>"), feed);
    assertTrue(feed.contains("<strong>More of it</strong>") && feed.contains("Inside."), feed);
    assertFalse(feed.contains("Play One"), feed);
  }

  @Test
  void aChangedTemplateChangesThePagesOfItsUsers() throws IOException {
    box();
    note(":::{box} T\n:::\n");
    write("content/post/b.md", "---\ntitle: B\ndate: 2026-01-02\n---\nText.\n");
    assertEquals(List.of(), said());
    Tree before = Tree.of(root.resolve("site"));
    write("templates/shortcodes/box.ftlh", BOX.replace("class=\"box", "class=\"crate"));
    assertEquals(List.of(), said());
    shows("<div class=\"crate calm\"");
    Tree after = Tree.of(root.resolve("site"));
    String difference = before.difference(after);
    assertTrue(difference.contains("different: post/a/index.html") && !difference.contains("different: post/b/index.html") && !difference.contains("different: index.html"), difference);
    // As a clean build makes it.
    delete(root.resolve(".assay"));
    delete(root.resolve("site"));
    assertEquals(List.of(), said());
    assertEquals("", after.difference(Tree.of(root.resolve("site"))));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void aTemplateReachesNothingElse() throws IOException {
    for (String reach : List.of("\"freemarker.template.utility.Execute\"?new()(\"id\")", "page.head.title", "site.title", "body?api", "id?api.class")) {
      write("templates/shortcodes/reach.ftlh", "<#--\nbody: optional\n-->\n<p>${" + reach + "}</p>\n");
      note(":::{reach}\n:::\n");
      assertEquals(1, said().size(), reach);
    }
  }

  @Test
  void hostileTemplatesAndTextsAreRefused() throws IOException {
    write("templates/shortcodes/loop.ftlh", "<#--\nbody: none\n-->\n<#macro m><@m/></#macro><@m/>\n");
    write("templates/shortcodes/big.ftlh", "<#--\nbody: none\n-->\n<#list 1.. as i>xxxxxxxxxxxxxxxx</#list>\n");
    write("templates/shortcodes/open.ftlh", "<#--\nbody: optional\n-->\n<div><b>${body}</div>\n");
    write("templates/shortcodes/twice.ftlh", "<#--\nbody: optional\n-->\n${body}${body}\n");
    write("templates/shortcodes/none.ftlh", "<#--\nbody: optional\n-->\n<p>x</p>\n");
    write("templates/shortcodes/inside.ftlh", "<#--\nbody: optional\n-->\n<p title=\"${body}\">x</p>\n");
    write("templates/shortcodes/script.ftlh", "<#--\nbody: none\nparameters: {to: url, say: text}\n-->\n<script>x = \"${to?js_string}\"</script>\n");
    write("templates/shortcodes/say.ftlh", "<#--\nbody: none\nargument: say\nparameters: {say: text}\n-->\n<a href=\"${say}\">${say}</a>\n");
    write("templates/shortcodes/id.ftlh", "<#--\nbody: none\n-->\n<p id=\"same\">x</p>\n");
    write("templates/shortcodes/page.ftlh", "<#--\nbody: none\n-->\n</div></body>\n");
    note("""
        :::{loop}
        :::
        :::{big}
        :::
        :::{open}
        :::
        :::{twice}
        x
        :::
        :::{none}
        x
        :::
        :::{inside}
        x
        :::
        :::{script} to=a.md say=x
        :::
        :::{say} javascript:alert(1)
        :::
        :::{id}
        :::
        :::{id}
        :::
        :::{id} #name
        :::
        :::{page}
        :::
        :::{say} </script><script>alert(1)</script>
        :::
        """);
    List<String> said = said().stream().map(line -> line.replaceAll(" \\|.*", "")).toList();
    assertEquals(
        List.of(
            "a.md:5:5 shortcode 'loop' fails at templates/shortcodes/loop.ftlh:1:1: the template calls itself without end",
            "a.md:7:5 shortcode 'big' fails at templates/shortcodes/big.ftlh:1:1: what it prints grows without end",
            "a.md:9:5 shortcode 'open' prints </div> where <b> is open",
            "a.md:11:5 shortcode 'twice' prints its body twice",
            "a.md:14:5 shortcode 'none' takes a text between its fences and does not print it",
            "a.md:17:5 shortcode 'inside' prints Markdown into an attribute; a parameter of type 'text' can stand there",
            "a.md:20:5 shortcode 'script' prints an address, a title or its body inside <script>, where it is not known yet",
            "a.md:22:5 shortcode 'say' prints an address that could run code: href=\"javascript:…\"",
            "a.md:26:5 shortcode 'id' prints the id 'same', which stands on this page already; ${id} is another each time",
            "a.md:28:5 shortcode 'id' takes no name, but is called 'name' here: its template does not print ${anchor}",
            "a.md:30:5 shortcode 'page' prints </div>, which closes nothing"),
        said);
  }

  @Test
  void whatANoteGivesIsNeverCode() throws IOException {
    write("templates/shortcodes/run.ftlh", "<#--\nparameters: {a: text, n: integer}\n-->\n<script>\nx = \"${a?js_string}\" + ${n?c} + ${a};\n</script>\n<p onclick=\"f('${a}')\" style='color: ${a}' title=\"${a}\">x</p>\n");
    note("Text.\n");
    assertEquals(
        List.of(
            "templates/shortcodes/run.ftlh:5:33 shortcode a value of a note would be read as code here",
            "templates/shortcodes/run.ftlh:7:16 shortcode a value of a note would be read as code here",
            "templates/shortcodes/run.ftlh:7:38 shortcode a value of a note would be read as code here"),
        said().stream().map(line -> line.replaceAll(" \\|.*", "")).toList());
  }

  @Test
  void aValueEndsNoAttributeAndBeginsNoAddress() throws IOException {
    write("templates/shortcodes/bare.ftlh", "<#--\nparameters: {a: text, n: integer}\n-->\n<p data-x=${a} data-n=${n?c} onclick=go(${a}) title=\"${a}\" style=\"color: ${a?js_string}\">x</p><script>x = ${a?js_string}</script>\n");
    write("templates/shortcodes/lead.ftlh", "<#--\nparameters: {x: text, u: url}\n-->\n<a href=\"${x}${u}\">go</a>\n");
    note(":::{lead}\n:x: javascript:alert(1)//\n:u: /post/\n:::\n\n:::{quotation} By\n:date: " + "😀".repeat(35) + "\n\nx\n:::\n");
    List<String> said = said();
    for (String place : List.of("bare.ftlh:4:11 ", "bare.ftlh:4:41 ", "bare.ftlh:4:74 ", "bare.ftlh:4:107 ")) {
      assertTrue(said.stream().anyMatch(line -> line.contains(place)), () -> place + said);
    }
    assertEquals(4, said.stream().filter(line -> line.contains("bare.ftlh")).count(), said::toString);
    assertTrue(said.stream().anyMatch(line -> line.contains("prints an address that could run code")), said::toString);
    assertTrue(said.stream().anyMatch(line -> line.contains("'date' of 'quotation' takes")), said::toString);
  }

  @Test
  void inAHeadingItSaysItsWords() throws IOException {
    write("templates/shortcodes/chip.ftlh", "<#--\ninline: true\nargument: name\nparameters: {name: text, tone: {default: calm}}\n-->\n<i class=\"${tone}\">${name}</i>\n");
    note("## About {chip}`B200 {tone=loud}` here\n\n[](#about-b200-here)\n");
    assertEquals(List.of(), said());
    shows("<h2 id=\"about-b200-here\">About <i class=\"loud\">B200</i> here");
    shows(">About B200 here</a></p>");
  }

  @Test
  void aSitesWordForAKindWinsOverAShortcodeOfTheProgram() throws IOException {
    write("content/site.yaml", "title: T\nbase_url: https://x.org/\nclaims: {names: {details: fact}}\n");
    note(":::{details} #d source=https://s.example/\nIt is so.\n:::\n");
    assertEquals(List.of(), said());
    assertTrue(file("claims.json").contains("a#d"));
  }

  @Test
  void textsThatLookLikeMarksAndLongOnesStayTexts() throws IOException {
    box();
    String mark = "\uFDD010\uFDD1\uFDD000\uFDD1";
    note(":::{box} A" + mark + "B\n" + ":::\n\n:::{box} " + "가".repeat(50_000) + "\n:::\n");
    assertEquals(List.of(), said());
    shows("<b>A\uFFFD10\uFFFD\uFFFD00\uFFFDB</b>");
    assertEquals(50_000, Pattern.compile("가").matcher(page().substring(page().indexOf("<article"))).results().count() - head());
  }

  /// Where the words stand on the page besides.
  private long head() throws IOException {
    String page = page();
    int box = page.indexOf("<b>가");
    int end = page.indexOf("</b>", box);
    return Pattern.compile("가").matcher(page.substring(page.indexOf("<article"), box) + page.substring(end)).results().count();
  }

  @Test
  void itStandsInListsQuotesAndIncludedPieces() throws IOException {
    box();
    write("content/include/piece.md", "Words.\n\n:::{box} {rows=0}\n:::\n");
    note("> :::{box} In a quotation\n> Text.\n> :::\n\n- item\n\n  :::{box} In a list\n  Text.\n  :::\n\n{include piece.md}\n");
    assertEquals(
        List.of(
            "content/include/piece.md:3:5 shortcode 'box' needs 'title' | write it behind the name: :::{box} …",
            "content/include/piece.md:3:16 shortcode 'rows' of 'box' takes a whole number from 1 to 12, not '0' | write rows=…, a whole number from 1 to 12"),
        said());
  }

  @Test
  void thoseThatComeWithAssay() throws IOException {
    write("content/site.yaml", "title: T\nbase_url: https://x.org/\nlanguages: [en, ko]\n");
    write("content/post/a.ko.md", """
        ---
        title: 가
        date: 2026-01-01
        ---
        :::{quotation} 젠슨 황, *엔비디아*
        :work: GTC 2026
        :url: https://x.example/gtc
        :date: 2026-03-17

        AI 팩토리입니다.
        :::
        """);
    note(":::{details} Why it is **low** {#why open=true}\n- one[^1]\n:::\n\n[^1]: note\n\n[there](#why)\n");
    assertEquals(List.of(), said());
    shows("<details class=\"disclosure\" id=\"why\" open>\n<summary>Why it is <strong>low</strong></summary>");
    String korean = file("ko/post/a/index.html");
    assertTrue(korean.contains("<figcaption>젠슨 황, <em>엔비디아</em>, <cite><a href=\"https://x.example/gtc\">GTC 2026</a></cite>, <time datetime=\"2026-03-17\">2026년 3월 17일</time></figcaption>"), korean);
    assertTrue(page().contains("writing."), "its rules are loaded");
    assertEquals(List.of(), HtmlValidity.errors("a", page()));
    assertEquals(List.of(), HtmlValidity.errors("ko", korean));
  }
}
