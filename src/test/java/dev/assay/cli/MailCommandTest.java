package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCommandTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Power Desk
      base_url: https://power.example/lab/
      languages: [en, ko]
      authors: [Kim Haneul]
      -- content/hub/grid.md --
      ---
      title: The grid
      ---
      What the grid costs, see [](../post/late.md).
      -- content/post/late.md --
      ---
      title: "Power <script>alert(1)</script> & late"
      date: 2026-03-04
      description: "Why <b>power</b> is late"
      hubs: [grid]
      history:
        - {claim: late#tariff, status: refuted, date: 2026-04-01, note: It was 21}
      ---
      See [the hub](../hub/grid.md) and [a part](#how).

      - **[Fact]** The tariff is 12. [source](https://example.org/?a=1&b=2) {#tariff}
      - [Inference] So power is late. {#late because=#tariff}

      :::{speculation} #guess
      It may end.
      :::

      ## How {#how}

      | Year | Price |
      | --- | ---: |
      | 2025 | 1.50 |
      | 2026 | 1.75 |

      ```{data-chart}
      file: prices.csv
      x: year
      y: price
      caption: What it costs
      ```

      > One strong line.

      ```java
      int x = 1 < 2 ? 3 : 4;
      ```
      -- content/data/prices.csv --
      year,price
      2025,1.5
      2026,1.75
      -- content/post/late.ko.md --
      ---
      title: 전력은 맨 나중에 온다, 그리고 그 까닭을 아주 길게 적은 제목이 여기 있다
      date: 2026-03-04
      ---
      - **[사실]** 요금은 12다. [출처](https://example.org/)
      """;

  private record Ran(int code, String out, String err) {}

  @TempDir Path root;

  private Ran run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, false, 100);
    List<String> all = new ArrayList<>(List.of("mail", "--root", root.toString(), "--today", "2026-11-22"));
    all.addAll(List.of(words));
    int code = Main.run(terminal, all.toArray(String[]::new));
    return new Ran(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  private Document mail(String note) {
    Ran ran = run(note);
    assertEquals(0, ran.code(), ran.err());
    return Jsoup.parse(ran.out());
  }

  @Test
  void aMailNeedsNothingButItself() {
    SiteText.of(SITE).into(root);
    Document mail = mail("late");
    assertTrue(mail.select("script, style, link, svg, iframe, form, object, math, [class], [onclick], [src$=.svg], [data-body], [data-more]").isEmpty(), mail.html());
    for (Element link : mail.select("[href]")) {
      assertTrue(link.attr("href").startsWith("https://"), link.outerHtml());
    }
    assertEquals("https://power.example/lab/page/grid/", mail.select("a:contains(the hub)").attr("href"));
    assertEquals("https://power.example/lab/post/late/#how", mail.select("a:contains(a part)").attr("href"));
    assertEquals("Power <script>alert(1)</script> & late", mail.select("h1").text());
    assertTrue(mail.select("h1").attr("style").contains("font-size:26px"), mail.select("h1").outerHtml());
    assertEquals("en", mail.select("html").attr("lang"));
    assertEquals("ko", mail("content/post/late.ko.md").select("html").attr("lang"));
  }

  @Test
  void plainTextCountsAsTheNoteDoesAndLeadsNowhereWithinItself() throws java.io.IOException {
    SiteText.of(SITE + "-- content/post/plain.md --\n---\ntitle: Plain\ndate: 2026-03-05\n---\nOne[^1].\n\n5. five\n6. six\n\n[^1]: A remark.\n").into(root);
    java.nio.file.Path file = root.resolve("mail.txt");
    assertEquals(0, run("plain", "--output", file.toString()).code());
    String text = java.nio.file.Files.readString(file);
    assertTrue(text.contains("5. five\n6. six") && text.contains("One1.") && text.contains("A remark."), text);
    assertFalse(text.contains("#fn") || text.contains("↩"), text);
  }

  @Test
  void everyClaimHasItsSignAndWordWithoutColours() {
    SiteText.of(SITE).into(root);
    Document mail = mail("/post/late/");
    String text = mail.body().text();
    assertTrue(text.contains("● Fact The tariff is 12.") && text.contains("◐ Inference So power is late.") && text.contains("○ Speculation It may end."), text);
    assertTrue(text.contains("● 1 fact") && text.contains("○ 1 speculation"), text);
    assertTrue(text.contains("Refuted “The tariff is 12") && text.contains("It was 21"), text);
    assertTrue(mail("late.ko.md".replace("late", "content/post/late")).body().text().contains("● 사실 요금은 12다."));
  }

  @Test
  void chartsAreTablesOfTheirFigures() {
    SiteText.of(SITE).into(root);
    Document mail = mail("post/late.md");
    assertTrue(mail.select("img").isEmpty());
    assertTrue(mail.select("table").stream().anyMatch(table -> table.text().contains("1.75")), mail.html());
    assertTrue(mail.select("td[align=right]").stream().allMatch(cell -> cell.attr("style").contains("text-align:right")), mail.html());
  }

  @Test
  void aLongNoteIsCutAndSaysWhereTheRestIs() {
    StringBuilder rows = new StringBuilder("| Year | Price |\n| --- | ---: |\n");
    for (int i = 0; i < 3_000; i++) {
      rows.append("| ").append(i).append(" | 메모리 ").append(i).append(" |\n");
    }
    for (String body : List.of("전력은 마지막에 온다. ".repeat(100).concat("\n\n").repeat(80), rows.toString(), "x".repeat(200_000), "- one\n".repeat(9_000))) {
      SiteText.of(SITE + "-- content/post/long.md --\n---\ntitle: Long\ndate: 2026-01-01\n---\nIt begins.\n\n" + body).into(root);
      Ran ran = run("long");
      assertEquals(0, ran.code(), ran.err());
      assertTrue(ran.out().getBytes(UTF_8).length <= 100_000, ran.out().getBytes(UTF_8).length + " bytes");
      assertTrue(ran.err().contains("warning[mail]"), ran.err());
      assertTrue(ran.out().contains("Read on: <a href=\"https://power.example/lab/post/long/\""), ran.out().substring(ran.out().length() - 900));
      assertTrue(ran.out().contains("It begins."));
    }
    assertFalse(run("late").out().contains("Read on:"));
  }

  @Test
  void aDraftHasTheTextBesideTheDocument() throws IOException {
    SiteText.of(SITE).into(root);
    assertEquals(0, run("content/post/late.ko.md", "--output", root.resolve("a.eml").toString()).code());
    String file = Files.readString(root.resolve("a.eml"));
    assertTrue(file.lines().allMatch(line -> line.length() <= 78), "no line is longer than mail allows");
    assertTrue(file.startsWith("Subject: =?UTF-8?B?"), file.substring(0, 40));
    StringBuilder subject = new StringBuilder();
    file.substring(9, file.indexOf("\r\nX-Unsent")).lines().forEach(word -> subject.append(new String(Base64.getDecoder().decode(word.strip().replaceAll("=\\?UTF-8\\?B\\?|\\?=", "")), UTF_8)));
    assertEquals("전력은 맨 나중에 온다, 그리고 그 까닭을 아주 길게 적은 제목이 여기 있다", subject.toString());
    String boundary = file.replaceAll("(?s).*boundary=\"([^\"]+)\".*", "$1");
    String[] parts = file.split("--" + boundary, -1);
    assertEquals(4, parts.length);
    assertTrue(part(parts[1]).contains("- ● 사실 요금은 12다. 출처 <https://example.org/>"), part(parts[1]));
    assertTrue(part(parts[2]).startsWith("<!doctype html>"), part(parts[2]));
  }

  private static String part(String part) {
    return new String(Base64.getMimeDecoder().decode(part.substring(part.indexOf("\r\n\r\n")).strip()), UTF_8);
  }

  @Test
  void plainTextKeepsLinksListsTablesAndCode() throws IOException {
    SiteText.of(SITE).into(root);
    assertEquals(0, run("late", "--output", root.resolve("a.txt").toString()).code());
    String text = Files.readString(root.resolve("a.txt"));
    assertTrue(text.contains("See the hub <https://power.example/lab/page/grid/> and a part"), text);
    assertTrue(text.contains("Year | Price\n2025 | 1.50\n2026 | 1.75\n"), text);
    assertTrue(text.contains("\n> One strong line.\n") && text.contains("\n    int x = 1 < 2 ? 3 : 4;\n") && text.contains("\n## How\n"), text);
  }

  @Test
  void aThemeDrawsItsOwnAndARuleThatIsNoneIsNamed() {
    SiteText.of(SITE + "-- templates/mail.ftlh --\n<html><head><style>p.x { color: red } p { margin: 0 }</style></head><body><p class=\"x\">${view.title}</p><div data-body=\"\">${view.body}</div></body></html>\n").into(root);
    Document mail = mail("late");
    assertEquals("color:red;margin:0", mail.selectFirst("p").attr("style"));
    SiteText.of("-- templates/mail.ftlh --\n<style>p[[ { color: red }</style>${view.title}\n").into(root);
    Ran ran = run("late");
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("error[template]") && ran.err().contains("is no selector"), ran.err());
  }

  @Test
  void whatCannotBeMailedIsSaid() {
    SiteText.of(SITE).into(root);
    Ran unknown = run("lates");
    assertEquals(1, unknown.code());
    assertTrue(unknown.err().contains("there is no note 'lates'") && unknown.err().contains("did you mean 'late'?"), unknown.err());
    SiteText.of("-- content/site.yaml --\ntitle: Power Desk\nlanguages: [en, ko]\n").into(root);
    Ran nowhere = run("late");
    assertEquals(1, nowhere.code());
    assertTrue(nowhere.err().contains("error[no-base-url]") && nowhere.out().isEmpty(), nowhere.err());
    assertEquals(0, run("late", "--base-url", "https://x.example/").code());
  }
}
