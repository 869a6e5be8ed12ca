package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.note.PlainText;
import dev.assay.problem.Problem;
import dev.assay.problem.ProblemText;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Checkpoints from outside: in tables, heads and directives, on their pages and in the calendar.
class CheckpointsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String SETTINGS = "-- content/site.yaml --\ntitle: Watch\nbase_url: https://w.example/lab/\nlanguages: [en, ko]\n";

  @TempDir private Path root;

  private SiteBuild.Checked read(String text) {
    SiteText.of(SETTINGS + text).into(root);
    return SiteBuild.analyse(BuildOptions.of(root).withToday(TODAY), Progress.NONE);
  }

  private List<Checkpoint> checkpoints(String text) {
    SiteBuild.Checked checked = read(text);
    assertEquals(List.of(), checked.report().problems(), () -> ProblemText.of(false).report(checked.report().problems()));
    return checked.analysis().model().ledger().checkpoints();
  }

  private Tree built(String text) {
    SiteText.of(SETTINGS + text).into(root);
    BuildReport report = SiteBuild.build(BuildOptions.of(root).withToday(TODAY), Progress.NONE);
    assertTrue(report.succeeded(), () -> ProblemText.of(false).report(report.problems()));
    return Tree.of(root.resolve("site"));
  }

  private static String line(Problem problem) {
    return problem.place() + ": " + problem.severity().word() + "[" + problem.code().word() + "]: " + problem.message() + " | " + problem.hint();
  }

  private static String note(String name, String text) {
    return "-- content/post/" + name + ".md --\n---\ntitle: " + name + "\ndate: 2026-06-01\n---\n" + text;
  }

  private static String plain(List<dev.assay.note.Piece> pieces) {
    return PlainText.of(pieces, _ -> "", _ -> "");
  }

  private static final String TABLE =
      """
      ## 11. Next Checkpoints

      | Checkpoint | Strong Signal | Weak Signal | Due |
      | --- | --- | --- | --- |
      | Power *prices* | they [rise](https://s.example/) | they fall | Q3 2026 |
      | Orders {#orders due=2026-12-31} | more than one buyer | delays | |
      | Margins | | | after results |
      """;

  @Test
  void aTableUnderTheHeadingIsRead() {
    List<Checkpoint> read = checkpoints(note("a", TABLE));
    assertEquals(
        List.of("a#checkpoint-power-prices", "a#orders", "a#checkpoint-margins"), read.stream().map(Checkpoint::id).toList());
    assertEquals(
        List.of("Power prices", "they rise", "they fall"),
        List.of(plain(read.get(0).text()), plain(read.get(0).strong()), plain(read.get(0).weak())));
    assertEquals(
        List.of("2026-09-30", "2026-12-31", "none"), read.stream().map(each -> each.due().map(due -> due.last().toString()).orElse("none")).toList());
    assertEquals("after results", read.get(2).when());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Next checkpoints", "### 3) Checkpoints to watch:", "# IV. What to watch next", "## 다음 체크포인트", "## 7. 체크 포인트", "## 앞으로 확인할 것",
        "## 관전 포인트", "## 今後の注目点", "## **Upcoming check-points**", "## 🔎 Key checkpoints"
      })
  void theHeadingIsRecognisedInManyForms(String heading) {
    assertEquals(1, checkpoints(note("a", heading + "\n\n| Item | Strong | Weak |\n| --- | --- | --- |\n| x | y | z |\n")).size());
  }

  @Test
  void koreanTablesAreReadByTheirColumns() {
    List<Checkpoint> read =
        checkpoints(note("a.ko", "## 다음 체크포인트\n\n| 항목 | 강한 신호 | 약한 신호 | 기한 |\n| --- | --- | --- | --- |\n| 전력 가격 | 오른다 | 내린다 | 3분기 |\n"));
    assertEquals(List.of("전력 가격", "오른다", "내린다"), List.of(plain(read.getFirst().text()), plain(read.getFirst().strong()), plain(read.getFirst().weak())));
    assertEquals(LocalDate.of(2026, 9, 30), read.getFirst().due().orElseThrow().last());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Model checkpoints\n\n| Checkpoint | Date | Size |\n| --- | --- | --- |\n| step 1000 | 2026-05 | 7B |\n",
        "## Prices\n\n| Item | Strong | Weak |\n| --- | --- | --- |\n| x | y | z |\n",
        "## Next checkpoints\n\n| Company | Exposure |\n| --- | --- |\n| x | y |\n",
        "## Next checkpoints\n\nText.\n\n## Prices\n\n| Item | Strong | Weak |\n| --- | --- | --- |\n| x | y | z |\n",
        "## Next checkpoints\n\n```\n| Item | Strong | Weak |\n| --- | --- | --- |\n| x | y | z |\n```\n"
      })
  void otherTablesAreNone(String text) {
    assertEquals(List.of(), checkpoints(note("a", text)));
  }

  @Test
  void aCheckpointAndItsTranslationHaveOneName() {
    String english = note("n", "## Next checkpoints\n\n| Checkpoint | Due |\n| --- | --- |\n| Power prices | 2026-12 |\n| Orders {#orders} | |\n| Rents | |\n");
    String korean =
        note("n.ko", "## 다음 체크포인트\n\n| 체크포인트 | 기한 |\n| --- | --- |\n| 전력 가격 | 2026-12 |\n| 주문 {#orders} | |\n| 임대료 | |\n")
            + "-- content/post/o.md --\n---\ntitle: o\ndate: 2026-07-01\nhistory:\n  - {claim: n#checkpoint-임대료, status: confirmed, date: 2026-07-01}\n---\nSince.\n";
    List<Checkpoint> read = checkpoints(english + korean);
    assertEquals(
        List.of("n#checkpoint-power-prices", "n#orders", "n#checkpoint-rents", "n#checkpoint-power-prices", "n#orders", "n#checkpoint-rents"),
        read.stream().map(Checkpoint::id).toList());
    // What a note calls by the words of the translation happens to both.
    assertEquals(List.of(Status.CONFIRMED, Status.CONFIRMED), List.of(read.get(2).status(), read.get(5).status()));
    assertEquals(List.of("checkpoint-임대료", "checkpoint-rents"), List.of(read.get(2).anchor(), read.get(5).anchor()));
  }

  @Test
  void aTableFurtherDownInTheSectionCounts() {
    assertEquals(
        1, checkpoints(note("a", "## Next checkpoints\n\nSome words.\n\n### Memory\n\n| What | Strong |\n| --- | --- |\n| x | y |\n")).size());
  }

  private static final String HEAD =
      """
      -- content/post/a.md --
      ---
      title: a
      date: 2026-06-01
      checkpoints:
        - {checkpoint: Power prices, strong: they rise, weak: they fall, due: 2026-Q3, claims: ["#x"], name: power}
        - Look at <margins>
      ---
      - [Speculation] It may be. {#x}
      """;

  @Test
  void theHeadMayNameThemAndThePageShowsThem() {
    Tree site = built(HEAD);
    Document page = Jsoup.parse(site.text("post/a/index.html"));
    assertEquals("Power prices", page.select("#power .point").text());
    assertEquals("Look at <margins>", page.select("#checkpoint-look-at-margins .point").text());
    assertEquals("Bears on: It may be.", page.select("#power .bears").text());
    assertEquals("/lab/post/a/#x", page.select("#power .bears a").attr("href"));
  }

  @Test
  void aDirectiveShowsThoseOfTheHeadAndItsOwnAndOthersGatherThem() {
    Tree site =
        built(
            HEAD.replace("title: a\n", "title: a\nhubs: [h]\n")
                + """

                ```{checkpoints}
                items:
                  - checkpoint: Orders
                    due: 2026-12-31
                ```
                -- content/hub/h.md --
                ---
                title: H
                ---
                Due next:

                ```{checkpoints}
                show: open
                limit: 2
                ```
                """);
    assertEquals(
        List.of("Power prices", "Look at <margins>", "Orders"), Jsoup.parse(site.text("post/a/index.html")).select(".text .point").eachText());
    Document hub = Jsoup.parse(site.text("page/h/index.html"));
    assertEquals(List.of("Power prices", "Orders"), hub.select(".text .point").eachText());
    assertEquals("/lab/post/a/#power", hub.select(".text .point a").attr("href"));
  }

  @Test
  void whatIsWrongWithThemIsNamed() {
    List<String> problems =
        read(
                """
                -- content/post/a.md --
                ---
                title: a
                date: 2026-06-01
                checkpoints:
                  - {checkpoint: Prices, strng: up}
                  - {strong: up}
                  - {checkpoint: Prices, claims: "#pric", due: soon}
                  - [a]
                ---
                - [Speculation] It may be. {#price}

                ```{checkpoints}
                of: everywhere
                shw: all
                ```
                """)
            .report().problems().stream().map(CheckpointsTest::line).toList();
    assertEquals(
        List.of(
            "content/post/a.md:5:26: error[unknown-key]: a checkpoint has no key 'strng' | did you mean 'strong'?",
            "content/post/a.md:6:5: error[wrong-type]: this checkpoint does not say what to look at | add checkpoint: …",
            "content/post/a.md:7:34: error[unknown-claim]: no claim is named '#pric' | did you mean 'a#price'?",
            "content/post/a.md:7:48: warning[wrong-type]: 'soon' holds no date, so this checkpoint has none | write 2026-12-31, 2026-12, 2026-Q4, 2026-H2 or 2026",
            "content/post/a.md:8:5: error[wrong-type]: a checkpoint is a text, or keys and values | write {checkpoint: what to look at, due: 2026-Q4}",
            "content/post/a.md:13:5: error[wrong-type]: 'of' should be one of hub, note, site | ",
            "content/post/a.md:14:1: error[unknown-key]: 'checkpoints' has no option 'shw' | did you mean 'show'?"),
        problems);
  }

  private static final String SITE =
      note("a", TABLE + "\nA text with [Speculation] in it.\n\n- [Speculation] It may be. {#x due=2026-10 probability=0.5}\n")
          + """
          -- content/post/b.md --
          ---
          title: b
          date: 2026-10-01
          history:
            - {claim: "a#checkpoint-margins", status: confirmed, date: 2026-09-30, note: They held.}
          ---
          What came.
          """;

  @Test
  void theRowOfATableShowsWhatCameOfItAndTheClaimsItBearsOn() {
    String table =
        """
        - [Speculation] It may be. {#x}

        ## Next checkpoints

        | Checkpoint | Strong signal | Due | Claims |
        | --- | --- | --- | --- |
        | Prices {#prices} | up | 2026-10 | #x |
        | Rents {#rents} | up | 2026-12 | #x |
        | Wages | up | 2027 | |
        """;
    String later =
        """
        -- content/post/b.md --
        ---
        title: b
        date: 2026-11-01
        history:
          - {claim: a#prices, status: refuted, date: 2026-10-30, note: "They fell <by half>."}
          - {claim: a#x, status: withdrawn, date: 2026-10-31, note: Too early.}
        ---
        What came.
        """;
    Document page = Jsoup.parse(built(note("a", table) + later).text("post/a/index.html"));
    assertEquals("Prices Weak signal 30 October 2026 Bears on: It may be. Withdrawn Weak signal 30 October 2026: They fell <by half>. in b", page.select("#prices td").first().text());
    assertEquals("Rents Bears on: It may be. Withdrawn", page.select("#rents td").first().text());
    assertEquals("Wages", page.select("#checkpoint-wages td").first().text());
    assertEquals("/lab/post/b/", page.select("#prices .told a").attr("href"));
    assertFalse(Tree.of(root.resolve("site")).text("feed.xml").contains("Bears on"));
  }

  @Test
  void claimsInTablesShowWhatBecameOfThemAsOthersDo() {
    String tables =
        """
        | Kind | Part | Finding |
        | --- | --- | --- |
        | Fact | HBM4 | doubles {#doubles} |
        | Inference | HBM4 | is dear {#dear because=#doubles} |

        | Part | Known |
        | --- | --- |
        | H200 | [Fact] 141 GB {#cell} |

        | [Fact] | [Blocked] |
        | --- | --- |
        | Rents fell {#rents} | The terms {#terms} |
        """;
    String later =
        """
        -- content/post/b.md --
        ---
        title: b
        date: 2026-11-01
        history:
          - {claim: a#doubles, status: refuted, date: 2026-10-30}
          - {claim: a#cell, status: withdrawn, date: 2026-10-30}
          - {claim: a#rents, status: confirmed, date: 2026-10-30}
          - {claim: a#terms, status: unblocked, date: 2026-10-30}
        ---
        What came.
        """;
    Document page = Jsoup.parse(built(note("a", tables) + later).text("post/a/index.html"));
    assertEquals(
        List.of("tr#doubles refuted Refuted 30 October 2026", "tr#dear  Premise refuted", "td#cell withdrawn Withdrawn 30 October 2026",
            "td#rents confirmed Confirmed 30 October 2026", "td#terms unblocked Unblocked 30 October 2026"),
        page.select("[data-claim]").stream()
            .map(claim -> claim.tagName() + "#" + claim.id() + " " + claim.attr("data-status") + " " + claim.select(".became").text())
            .toList());
  }

  @Test
  void thePageTellsWhatIsOverdueNextUndatedAndResolved() {
    Tree site = built(SITE);
    Document page = Jsoup.parse(site.text("checkpoints/index.html"));
    assertEquals(List.of("Overdue 2", "Next 1", "Resolved 1"), page.select("h2.group").eachText());
    assertEquals(List.of("Power prices", "It may be."), page.select(".overdue .point a").eachText());
    assertEquals(List.of("Orders"), page.select(".next .point a").eachText());
    assertEquals(List.of("Margins"), page.select(".resolved .point a").eachText());
    assertEquals("Strong signal 30 September 2026: They held. in b", page.select(".resolved .since").text());
    assertEquals("/lab/post/a/#checkpoint-power-prices", page.select(".overdue .point a").attr("href"));
    assertTrue(site.text("post/a/index.html").contains("<tr id=\"checkpoint-power-prices\">"));
  }

  @Test
  void whatIsOverdueDependsOnTheDayOfTheBuild() {
    built(SITE);
    BuildReport later = SiteBuild.build(BuildOptions.of(root).withToday(LocalDate.of(2027, 1, 1)), Progress.NONE);
    assertTrue(later.succeeded());
    assertEquals(
        List.of("Overdue 3", "Resolved 1"),
        Jsoup.parse(Tree.of(root.resolve("site")).text("checkpoints/index.html")).select("h2.group").eachText());
  }

  @Test
  void theCalendarCanBeReadBack() {
    Tree site = built(SITE.replace("Power *prices*", "전력 가격, 그리고; 아주 긴 이름의 체크포인트가 일흔다섯 옥텟을 넘는다"));
    byte[] bytes = site.files().get("checkpoints.ics");
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (String line : text.split("\r\n")) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
    }
    assertFalse(text.replace("\r\n", "").contains("\n"));
    ICalendar calendar = Biweekly.parse(text).first();
    assertTrue(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty(), () -> calendar.validate(biweekly.ICalVersion.V2_0).toString());
    List<VEvent> events = calendar.getEvents();
    assertEquals(List.of("전력 가격, 그리고; 아주 긴 이름의 체크포인트가 일흔다섯 옥텟을 넘는다", "It may be.", "Orders"), events.stream().map(event -> event.getSummary().getValue()).toList());
    assertEquals(List.of("2026-9-30", "2026-10-31", "2026-12-31"), events.stream().map(CheckpointsTest::day).toList());
    assertFalse(events.getFirst().getDateStart().getValue().hasTime());
    assertEquals("a#orders@w.example", events.get(2).getUid().getValue());
    assertEquals("https://w.example/lab/post/a/#orders", events.get(2).getUrl().getValue());
    assertEquals("2026-06-01T00:00:00Z", events.get(2).getDateTimeStamp().getValue().toInstant().toString());
  }

  private static String day(VEvent event) {
    var day = event.getDateStart().getValue().getRawComponents();
    return day.getYear() + "-" + day.getMonth() + "-" + day.getDate();
  }
}
