package dev.assay.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Kind;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A note as a mail: its rules written into its elements, cut where programs cut, and as plain text.
class MailTest {
  private static final int MUCH = 100_000;

  private static MailMarkup.Done done(String html, int most) {
    return switch (MailMarkup.of(html, most)) {
      case MailMarkup.Done done -> done;
      case MailMarkup.Faulty faulty -> throw new AssertionError(faulty);
    };
  }

  private static String body(String html) {
    return Jsoup.parse(done(html, MUCH).html()).outputSettings(new Document.OutputSettings().prettyPrint(false)).body().html();
  }

  private static String text(String html) {
    return done("<body>" + html + "</body>", MUCH).text();
  }

  @Test
  void rulesAreWrittenIntoTheElementsThatTheyAreFor() {
    assertEquals(
        "<p style=\"margin:0;color:blue\">x</p><p lang=\"ko\" style=\"color:red;margin:0\">y</p>",
        body(
            "<style>/* p { top: 1 } */ p { color: red; margin: 0 } @media print { p { color: green } } .a { color: blue }</style>"
                + "<p class=\"a\" style=\"margin: 1px\">x</p><p lang=\"ko\">y</p>"));
    assertEquals("<p lang=\"ko\" style=\"font:a b\">y</p><p>z</p>", body("<style>p:lang(ko) { font: a\n  b; ; odd }</style><p lang=\"ko\">y</p><p>z</p>"));
    assertEquals("<p>x</p>", body("<p>x</p>"));
    // What begins with a sign of its own is for a medium, or a font.
    assertEquals(
        "<p>x</p><i style=\"top:1\"></i><b title=\"@\" style=\"top:2\"></b>",
        body(
            "<style> @import url(x); @media a { @media b { p { top: 0 } } } i{top:1} @font-face { top: 3 }\n[title='@'] { top: 2 } } @page { top: 4 }</style>"
                + "<p>x</p><i></i><b title=\"@\"></b>"));
    // Neither addresses nor texts in quotes end a rule.
    assertEquals(
        "<p style=\"top:1\">x</p>",
        body(
            "<style>@import url(\"https://f.example/css2?family=A:wght@400;700&display=swap\"); @import URL( https://f.example/a;b{c ); @import 'd;e\\';f';"
                + " p { top: 1 }</style><p>x</p>"));
    assertFalse(done("<style>p { top: 0 }</style><p>x</p>", MUCH).html().contains("<style"));
  }

  @Test
  void aRuleThatCannotBeReadIsTold() {
    assertTrue(MailMarkup.of("<style>p[ { top: 0 }</style><p>x</p>", MUCH) instanceof MailMarkup.Faulty(String selector, String why)
        && !selector.isEmpty() && !selector.contains("\n") && why.equals("is no selector"));
  }

  @Test
  void drawingsGoWithWhatHeldNothingElse() {
    assertEquals("<p>b</p>", body("<figure><p><img src=\"a.svg\"></p></figure><p>b</p>"));
    assertEquals("<p>b</p>", body("<p><img src=\"a.SVG?v=1#x\">b</p>"));
    assertEquals("<div></div>", body("<div data-body><img src=\"a.svg\"></div>"));
    assertEquals("<p><img src=\"a.png\"></p>", body("<p><img src=\"a.png\"></p>"));
  }

  @Test
  void signsOfKindsHaveTheColourOfTheirKind() {
    assertEquals(
        "<div><ul><li style=\"top:1\"><strong style=\"top:0\">● Fact</strong> a</li><li>b <strong>○ Speculation</strong></li></ul></div>",
        body(
            "<style>.fact { top: 0 } .claim { top: 1 }</style><div data-body><ul><li><strong>● Fact</strong> a</li><li>b <strong>○ Speculation</strong></li></ul></div>"));
    assertEquals("<div><p><i></i><strong style=\"top:0\">⊘ Blocked</strong></p></div>", body("<style>.blocked{top:0}.claim{top:1}</style><div data-body><p><i></i><strong>⊘ Blocked</strong></p></div>"));
    assertEquals("<strong>● Fact</strong>", body("<style>.fact { top: 0 }</style><strong>● Fact</strong>"));
    assertEquals("<div><strong>●Fact</strong></div>", body("<style>.fact { top: 0 }</style><div data-body><strong>●Fact</strong></div>"));
    assertEquals("<div><table style=\"top:0\"></table></div><table></table>", body("<style>.data { top: 0 }</style><div data-body><table></table></div><table></table>"));
    assertEquals(
        List.of("<strong>● &lt;a&gt;</strong>", "<strong>◐ b</strong>", "<strong>○ c</strong>", "<strong>⊘ d</strong>"),
        List.of(MailSign.of(Kind.FACT).tag("<a>"), MailSign.of(Kind.INFERENCE).tag("b"), MailSign.of(Kind.SPECULATION).tag("c"), MailSign.of(Kind.BLOCKED).tag("d")));
    assertEquals(List.of("fact", "inference", "speculation", "blocked"), Arrays.stream(MailSign.values()).map(MailSign::className).toList());
  }

  private static final String LONG =
      "<div data-body><p>" + "a".repeat(300) + "</p><ul><li>" + "b".repeat(300) + "</li><li>" + "c".repeat(300) + "</li><li>" + "d".repeat(300) + "</li></ul></div><p data-more>More</p>";

  @Test
  void aLongOneLosesItsEndAndSaysWhereTheRestIs() {
    MailMarkup.Done whole = done(LONG, MUCH);
    assertFalse(whole.isShortened());
    assertFalse(whole.html().contains("More"));
    int size = Jsoup.parse(LONG).outputSettings(new Document.OutputSettings().prettyPrint(false)).outerHtml().length();
    assertFalse(done(LONG, size).isShortened());
    MailMarkup.Done shorter = done(LONG, size - 1);
    assertTrue(shorter.isShortened());
    assertTrue(shorter.html().contains("ccc") && !shorter.html().contains("ddd") && shorter.html().contains("<p>More</p>"), shorter.html());
    MailMarkup.Done two = done(LONG, size - 400);
    assertTrue(two.html().contains("bbb") && !two.html().contains("ccc"), two.html());
    MailMarkup.Done none = done(LONG, 900);
    assertTrue(none.html().contains("aaa") && !none.html().contains("ccc"), none.html());
    assertTrue(done(LONG, 10).html().contains("<div></div>"), done(LONG, 10).html());
    assertFalse(done("<p>" + "a".repeat(300) + "</p>", 10).isShortened());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "<p>One <b>two</b></p><p>three</p> | One two~~three~",
        "loose <p>One</p> end | loose~~One~~end~",
        "<h1>Title</h1> | Title~=====~",
        "<h1>T</h1> | T~===~",
        "<h2>Part</h2><h6>Small</h6> | ## Part~~## Small~",
        "<ul><li>a</li><li>b</li></ul> | - a~- b~",
        "<ol start=\"3\"><li>a</li><li></li><li>b</li></ol> | 3. a~5. b~",
        "<ol start=\"x\"><li>a</li></ol> | 1. a~",
        "<ol start=\"-1\"><li>a</li><li>b</li></ol> | -1. a~0. b~",
        "<ul><li>a<ul><li>b</li></ul></li></ul> | - a~  - b~",
        "<ul><li><p>a</p><p>b</p></li></ul> | - a~  b~",
        "<blockquote><p>a</p><ul><li>b</li></ul></blockquote> | > a~~> - b~",
        "<blockquote><h2>x</h2><hr></blockquote> | > ## x~~> ---~",
        "<pre>a~  b~</pre> |     a~      b~",
        "<p>a</p><hr><p>b</p> | a~~---~~b~",
        "<table><tr><td> </td><td></td></tr><tr><td>x</td></tr></table> | x~",
        "<blockquote><table><caption>C</caption><tr><td>1</td></tr></table></blockquote> | > C~> 1~",
        "<p>a<br>b</p> | a~b~",
        "<p>a <img alt=\"pic\"> <img></p> | a [pic]~",
        "<p><a href=\"https://s.example/\">words</a></p> | words <https://s.example/>~",
        "<p><a href=\"https://s.example/\">https://s.example/</a></p> | https://s.example/~",
        "<p>x<a href=\"https://s.example/\"> </a>y</p> | x y~",
        "<p>a<a href=\"/x#fn-1\">1</a><a href=\"/x#fnref-1\">↩</a></p> | a1~",
        "<p>a <b href=\"x\">b</b><!-- c --></p> | a b~",
      })
  void plainTextKeepsTheShapeOfTheNote(String html, String text) {
    String expected = text.replace('~', '\n');
    assertEquals(html.startsWith("<pre>") ? "    " + expected : expected, text(html.replace('~', '\n')));
  }

  @Test
  void aTableIsALineForEachRow() {
    assertEquals(
        "C\na | b\n1 | 2\n", text("<table><caption>C</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"));
  }

  @Test
  void aTitleIsUnderlinedUpToSixtySigns() {
    assertEquals("a".repeat(70) + "\n" + "=".repeat(60) + "\n", text("<h1>" + "a".repeat(70) + "</h1>"));
  }

  @Test
  void aFileHasBothFormsAndASubjectInWordsOfLegalLength() {
    String subject = "메모리 가격이 오른다: 데이터센터와 전력 — memory prices rise";
    String file = new String(MailFile.of(subject, "ko", "Text é\n", "<p>é</p>"), UTF_8);
    assertTrue(file.endsWith("--\r\n"), file);
    assertTrue(file.contains("\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\nContent-Language: ko\r\nContent-Type: multipart/alternative;\r\n boundary=\"assay-"), file);
    StringBuilder read = new StringBuilder();
    for (String line : file.substring("Subject: ".length(), file.indexOf("\r\nX-Unsent")).split("\r\n ")) {
      assertTrue(line.length() <= 75, line);
      read.append(new String(Base64.getDecoder().decode(line.substring("=?UTF-8?B?".length(), line.length() - 2)), UTF_8));
    }
    assertEquals(subject, read.toString());
    String boundary = file.substring(file.indexOf("assay-"), file.indexOf("\"\r\n"));
    String[] parts = file.split("--" + boundary, -1);
    assertEquals(4, parts.length);
    assertEquals("\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Base64.getEncoder().encodeToString("Text é\n".getBytes(UTF_8)) + "\r\n", parts[1]);
    assertEquals("\r\nContent-Type: text/html; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Base64.getEncoder().encodeToString("<p>é</p>".getBytes(UTF_8)) + "\r\n", parts[2]);
    assertEquals(39, Base64.getDecoder().decode(new String(MailFile.of("a".repeat(40), "en", "", ""), UTF_8).split("\r\n")[0].substring(19).replace("?=", "")).length);
  }
}
