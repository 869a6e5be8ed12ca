package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.OutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The program as someone types it: words in, words and an exit code out.
class CommandsTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/
      -- content/data/scenarios.yaml --
      base: {hardware: h100-sxm, model: llama-3.1-8b}
      -- content/post/one.md --
      ---
      title: One
      date: 2026-01-02
      tags: [power]
      ---
      - **[Fact]** It is so, [they say](https://s.example/). {#so}
      - **[Inference]** Thus. {#thus because=#so}
      - **[Speculation]** Soon. {#soon due=2026-12-31 probability=70%}
      - **[Speculation]** Later. {#later due=2028}
      - **[Blocked]** The terms.

      It costs {cost}`base.usd_per_million_output_tokens`.
      -- content/post/two.md --
      ---
      title: Two
      date: 2026-02-02
      history: [{claim: "one#soon", status: confirmed, date: 2026-02-02, note: It came.}]
      ---
      What happened.
      -- content/post/three.md --
      ---
      title: Three
      date: 2026-03-02
      draft: true
      ---
      Not yet.
      """;

  @TempDir private Path temp;
  private Path root;

  private record Run(int code, String out, String err) {
    JsonNode json() {
      return new JsonMapper().readTree(out);
    }

    List<String> lines() {
      return out.lines().toList();
    }

    @Override
    public String toString() {
      return "exit code " + code + "\n" + out + err;
    }
  }

  private static Run run(boolean colour, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false, colour);
    int code = Main.run(terminal, args);
    return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Run run(String... args) {
    return run(false, args);
  }

  /// A command about the test's site on a fixed day.
  private Run site(String command, String... args) {
    List<String> all = new ArrayList<>(List.of(command, "--root", root.toString()));
    if (!command.equals("cost")) {
      all.addAll(List.of("--today", "2026-11-22"));
    }
    all.addAll(Arrays.asList(args));
    return run(all.toArray(String[]::new));
  }

  @BeforeEach
  void writeTheSite() {
    root = SiteText.of(SITE).into(temp.resolve("small site"));
  }

  private void add(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void addAWarning() throws IOException {
    add("content/post/warned.md", "---\ntitle: Warned\ndate: 2026-01-01\n---\n- **[Fact]** Nobody says so. {#bare}\n");
  }

  private void addAnError() throws IOException {
    add("content/post/broken.md", "---\ntitle: Broken\ndate: 2026-01-01\n---\nSee [it](onee.md).\n");
  }

  // How it ends

  @Test
  void aBuildEndsWith0AndSaysWhatIsThere() {
    Run build = site("build");
    assertEquals(0, build.code(), build::toString);
    assertEquals("", build.err());
    assertTrue(build.lines().getFirst().matches("\\d+ pages in .*small site/site/, \\d+\\.\\d\\d s"), build::toString);
    assertEquals(
        List.of(
            "  notes     2 notes, 1 left out (drafts or another day: --drafts, --future)",
            "  claims    1 fact, 1 inference, 2 speculations, 1 blocked",
            "  figures   1",
            "  feeds     10"),
        build.lines().subList(1, 5));
    assertTrue(build.lines().get(5).matches("  files     \\d+ written, 0 unchanged, 0 removed"), build::toString);
    assertEquals("  problems  none", build.lines().getLast());
    Run again = site("build");
    assertEquals("  notes     2 notes, 0 read again, 1 left out (drafts or another day: --drafts, --future)", again.lines().get(1));
    assertTrue(again.lines().get(5).matches("  files     0 written, \\d+ unchanged, 0 removed"), again::toString);
  }

  @Test
  void aSiteWithErrorsEndsWith1AndNothingIsWritten() throws IOException {
    site("build");
    Tree before = Tree.of(root.resolve("site"));
    addAnError();
    Run build = site("build");
    assertEquals(1, build.code());
    assertEquals("", build.out());
    assertTrue(build.err().startsWith("content/post/broken.md:5:10: error[broken-link]: 'onee.md' leads nowhere\n"), build::toString);
    assertTrue(build.err().endsWith("1 error in 1 file\nNothing was written.\n"), build::toString);
    assertEquals("", before.difference(Tree.of(root.resolve("site"))));
  }

  @Test
  void aWarningIsToldAndDoesNotStopTheBuild() throws IOException {
    addAWarning();
    Run build = site("build");
    assertEquals(0, build.code());
    assertTrue(build.err().contains("warning[fact-without-source]"), build::toString);
    assertEquals("  problems  1 warning", build.lines().getLast());
    assertEquals(1, site("build", "--strict").code());
  }

  @Test
  void aQuietBuildPrintsProblemsOnly() throws IOException {
    assertEquals(new Run(0, "", ""), site("build", "--quiet"));
    addAWarning();
    Run warned = site("build", "-q");
    assertEquals(0, warned.code());
    assertEquals("", warned.out());
    assertTrue(warned.err().contains("warning[fact-without-source]"), warned::toString);
  }

  @Test
  void aBuildGoesWhereItIsTold() {
    Path output = temp.resolve("elsewhere");
    assertEquals(0, site("build", "--output", output.toString(), "--drafts", "--base-url", "https://other.example/lab").code());
    assertFalse(Files.exists(root.resolve("site")));
    Tree site = Tree.of(output);
    assertTrue(site.has("post/three/index.html"), site.toString());
    assertTrue(site.text("feed.xml").contains("<link>https://other.example/lab/post/one/</link>"), site.text("feed.xml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "build --ouptut x | --output",
        "build --drafs | --drafts",
        "biuld | build",
        "claims --knid fact | --kind",
        "claims --kind guess | fact, inference",
        "claims --status open | standing",
        "check --format xml | sarif",
        "check --today soon | 'soon' is not a day; write it as 2026-11-22",
        "build --jobs 0 | --jobs takes a number from 1",
        "build --jobs many | --jobs",
        "build --root no/such/folder | 'no/such/folder' is not a folder",
        "build --base-url ftp://x.example/ | https://",
        "build --base-url https://x.example/?q | https://",
        "build --today | --today",
        "new | site",
        "new note | TITLE",
        "new paper x | note",
        "serve --port 70000 | --port takes a number from 0 to 65535",
        "cost --hardwear b200 | --hardware",
        "cost no-such-scenario | base",
      })
  void wrongWordsEndWith2AndAWayOut(String words, String hint) {
    List<String> args = new ArrayList<>(List.of(words.split(" ")));
    if (!words.contains("--root") && !words.startsWith("new") && !words.startsWith("biuld")) {
      args.addAll(1, List.of("--root", root.toString()));
    }
    Run run = run(args.toArray(String[]::new));
    assertEquals(2, run.code(), run::toString);
    assertEquals("", run.out());
    assertTrue(run.err().contains(hint), run::toString);
    assertFalse(run.err().contains("Exception"), run::toString);
    // A screen of help would push the sentence off it.
    boolean asked = words.equals("new");
    assertTrue(asked || (run.err().lines().count() <= 12 && run.err().contains("--help")), run::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "build", "check", "serve", "new", "new site", "new note", "new hub", "claims", "cost"})
  void everyCommandExplainsItself(String command) {
    List<String> args = new ArrayList<>(command.isEmpty() ? List.of() : List.of(command.split(" ")));
    args.add("--help");
    Run help = run(args.toArray(String[]::new));
    assertEquals(0, help.code(), help::toString);
    assertEquals("", help.err());
    assertTrue(help.out().startsWith("Usage: assay" + (command.isEmpty() ? " " : " " + command + " ")), help::toString);
    assertTrue(help.lines().stream().allMatch(line -> line.length() <= 120), help::toString);
    args.set(args.size() - 1, "--version");
    assertTrue(run(args.toArray(String[]::new)).out().startsWith("assay "), args::toString);
  }

  @Test
  void withoutACommandItShowsWhatThereIs() {
    Run help = run();
    assertEquals(0, help.code());
    for (String command : List.of("build", "serve", "check", "new", "claims", "cost")) {
      assertTrue(help.lines().stream().anyMatch(line -> line.strip().startsWith(command + " ")), help::toString);
    }
    assertTrue(run("--version").out().startsWith("assay "), help::toString);
  }

  // Colours

  @Test
  void coloursAreWrittenOnlyWhereTheyAreWanted() throws IOException {
    addAWarning();
    String escape = "\u001b";
    for (String command : List.of("build", "check", "claims")) {
      assertFalse(site(command).toString().contains(escape), command);
      assertTrue(run(true, command, "--root", root.toString()).toString().contains(escape), command);
    }
    assertFalse(run("build", "--help").toString().contains(escape));
    assertTrue(run(true, "build", "--help").toString().contains(escape));
  }

  @Test
  void noColorAndADumbTerminalSwitchColoursOff() {
    assertFalse(Terminal.system(Map.of("NO_COLOR", "1", "TERM", "xterm")).colour());
    assertFalse(Terminal.system(Map.of("TERM", "dumb")).colour());
    assertFalse(Terminal.system(Map.of("TERM", "dumb")).live());
  }

  // check

  @Test
  void aCheckFindsEverythingAndWritesNothing() throws IOException {
    addAWarning();
    addAnError();
    Tree before = Tree.of(root);
    Run check = site("check");
    assertEquals(1, check.code());
    assertTrue(check.out().contains("error[broken-link]") && check.out().contains("warning[fact-without-source]"), check::toString);
    assertTrue(check.out().endsWith("1 error, 1 warning in 2 files\n"), check::toString);
    assertEquals("", before.difference(Tree.of(root)));
    assertFalse(Files.exists(root.resolve(".assay")) || Files.exists(root.resolve("site")));
  }

  @Test
  void aCheckOfASoundSiteSaysSo() throws IOException {
    assertEquals(new Run(0, "no problems in 2 notes\n", ""), site("check"));
    addAWarning();
    assertEquals(0, site("check").code());
    assertEquals(1, site("check", "--strict").code());
  }

  @Test
  void aCheckFindsWhatOnlyRenderingShows() throws IOException {
    add("templates/part/date.ftlh", "<#macro date of>${of.noSuchField}</#macro>");
    Run check = site("check");
    assertEquals(1, check.code());
    assertTrue(check.out().contains("error[template]") && check.out().contains("templates/part/date.ftlh"), check::toString);
    assertFalse(Files.exists(root.resolve(".assay")) || Files.exists(root.resolve("site")));
  }

  @Test
  void aCheckAsJsonIsNothingButJson() throws IOException {
    addAWarning();
    addAnError();
    Run check = site("check", "--format", "json");
    assertEquals(1, check.code());
    assertEquals(1, check.json().get("errors").asInt());
    assertEquals(1, check.json().get("warnings").asInt());
    JsonNode first = check.json().get("problems").get(0);
    assertEquals("content/post/broken.md", first.get("file").asString());
    assertEquals("5:10", first.get("line").asInt() + ":" + first.get("column").asInt());
    assertEquals("broken-link", first.get("code").asString());
    assertEquals("did you mean 'one.md'?", first.get("hint").asString());
    JsonNode explained = site("check", "--format", "json", "--explain").json();
    assertEquals(check.json().get("problems"), explained.get("problems"));
    JsonNode claim = explained.get("notes").get(0).get("claims").get(1);
    assertEquals("inference tag one#thus Thus.", String.join(" ", claim.get("kind").asString(), claim.get("form").asString(), claim.get("id").asString(), claim.get("text").asString()));
    assertEquals("fact content/post/one.md:6:3", claim.get("because").get(0).get("kind").asString() + " " + claim.get("because").get(0).get("place").asString());
  }

  @Test
  void aCheckAsSarifNamesRuleAndPlace() throws IOException {
    addAnError();
    Run check = site("check", "--format", "SARIF");
    JsonNode run = check.json().get("runs").get(0);
    assertEquals("2.1.0", check.json().get("version").asString());
    JsonNode result = run.get("results").get(0);
    assertEquals("broken-link", result.get("ruleId").asString());
    assertEquals("error", result.get("level").asString());
    JsonNode place = result.get("locations").get(0).get("physicalLocation");
    assertEquals("content/post/broken.md", place.get("artifactLocation").get("uri").asString());
    assertEquals(5, place.get("region").get("startLine").asInt());
    assertTrue(
        run.get("tool").get("driver").get("rules").valueStream().anyMatch(rule -> rule.get("id").asString().equals("broken-link")));
  }

  @Test
  void languagesAreListedAndWhatOneLacksIsPrintedAsItsFile() {
    Run all = site("languages");
    assertEquals(0, all.code());
    assertTrue(all.out().startsWith("en  English"), all::toString);
    assertEquals("", site("languages", "en").out());
    Run none = site("languages", "ja");
    assertEquals(2, none.code());
    assertTrue(none.err().contains("the site has no language 'ja'"), none::toString);
  }

  @Test
  void anExplanationTellsHowEachClaimWasRead() {
    Run check = site("check", "--explain");
    assertEquals(0, check.code());
    assertTrue(
        check.out().contains(
            """
              ●  6:3    Fact         tag [Fact]          #so
                        It is so, they say.
                        source      https://s.example/
                        holds up    one#thus

              ◐  7:3    Inference    tag [Inference]     #thus
                        Thus.
                        because     ● one#so  content/post/one.md:6:3

              ○  8:3    Speculation  tag [Speculation]   #soon
                        Soon.
                        due         2026-12-31, held 70% likely
                        became      confirmed

            """),
        check::toString);
    assertTrue(check.out().contains("  ⊘  10:3   Blocked      tag [Blocked]       without a name\n"), check::toString);
  }

  // claims

  @Test
  void theLedgerIsPrintedWithStatusAndPlace() {
    Run claims = site("claims");
    assertEquals(0, claims.code());
    assertEquals(
        List.of("○ speculation one#soon", "  Soon.", "  2026-01-02, confirmed, due 2026-12-31, content/post/one.md"),
        claims.lines().subList(6, 9));
    assertEquals("5 claims", claims.lines().getLast());
    assertFalse(Files.exists(root.resolve(".assay")) || Files.exists(root.resolve("site")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--kind speculation | one#soon one#later",
        "--kind SPECULATION --status standing | one#later",
        "--status confirmed | one#soon",
        "--due-before 2027-01-01 | one#soon",
        "--due-before 2026-12-31 |",
        "--due-before 2029-01-01 | one#soon one#later",
        "--kind fact --due-before 2029-01-01 |",
      })
  void theLedgerCanBeFiltered(String options, String expected) {
    List<String> args = new ArrayList<>(List.of(options.split(" ")));
    args.addAll(List.of("--format", "json"));
    Run claims = site("claims", args.toArray(String[]::new));
    assertEquals(0, claims.code(), claims::toString);
    List<String> ids = claims.json().get("claims").valueStream().map(claim -> claim.get("id").asString()).toList();
    assertEquals(expected == null ? "" : expected, String.join(" ", ids));
  }

  private static final String MORE =
      """
      -- content/b.bib --
      @book{Kim25, title={Power}, author={Kim}, year=2025}
      -- content/hub/grid.md --
      ---
      title: The Grid
      ---
      - **[Fact]** A hub's own, [they say](https://www.news.reuters.com/a). {#hub}
      -- content/post/four.md --
      ---
      title: Four
      date: 2025-05-05
      hubs: [grid]
      entities: [Siemens Energy]
      ---
      - **[Fact]** Per Reuters, Siemens Energy is dear. {#dear}
      - **[Fact]** It is cited [@Kim25, p. 3]. {#cited entities="NVDA"}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--entity Nvidia | four#cited",
        "--entity nvda corp | four#cited",
        "--entity siemens-energy | four#dear",
        "--hub grid | grid#hub four#dear four#cited",
        "--hub the grid | grid#hub four#dear four#cited",
        "--source reuters.com | grid#hub",
        "--source REUTERS | four#dear",
        "--source kim25 | four#cited",
        "--source https://s.example/ | one#so",
        "--source s.example | one#so",
        "--year 2025 | four#dear four#cited",
        "--year 1999 |",
        "--entity AMD |",
        "--hub grid;--source s.example |",
      })
  void theLedgerCanBeAskedWhatItSpeaksOfAndRestsOn(String options, String expected) {
    addMore();
    List<String> args = new ArrayList<>();
    for (String option : options.split(";")) {
      args.addAll(List.of(option.split(" ", 2)));
    }
    args.addAll(List.of("--format", "json"));
    Run claims = site("claims", args.toArray(String[]::new));
    assertEquals(0, claims.code(), claims::toString);
    Set<String> ids = new TreeSet<>(claims.json().get("claims").valueStream().map(claim -> claim.get("id").asString()).toList());
    assertEquals(expected == null ? Set.of() : new TreeSet<>(List.of(expected.split(" "))), ids);
  }

  @Test
  void whatIsDueBeforeADayIsClaimsAndCheckpoints() {
    SiteText.of(
            """
            -- content/post/watch.md --
            ---
            title: Watch
            date: 2026-02-01
            ---
            ## Next checkpoints

            | Checkpoint | Strong signal | Weak signal | Due |
            | --- | --- | --- | --- |
            | *Prices* {#prices} | they rise | they fall | 2026-12 |
            | Orders {#orders} | many | none | 2027-06-30 |
            | Whenever | | | |
            """)
        .into(root);
    Run table = site("claims", "--due-before", "2027-01-01");
    assertEquals(
        List.of("◇ checkpoint  watch#prices", "  Prices", "  2026-02-01, due 2026-12, content/post/watch.md", "1 claim, 1 checkpoint"),
        table.lines().subList(table.lines().size() - 4, table.lines().size()));
    JsonNode points = site("claims", "--due-before", "2028-01-01", "--status", "standing", "--format", "json").json().get("checkpoints");
    assertEquals(List.of("watch#prices", "watch#orders"), points.valueStream().map(point -> point.get("id").asString()).toList());
    assertEquals("they rise, they fall", points.get(0).get("strong").asString() + ", " + points.get(0).get("weak").asString());
    assertEquals(
        "watch#prices,checkpoint,standing,Prices,2026-02-01,2026-12,,watch," + points.get(0).get("url").asString() + ",,,,content/post/watch.md",
        site("claims", "--due-before", "2027-01-01", "--format", "csv").lines().getLast());
    assertEquals(0, site("claims", "--due-before", "2028-01-01", "--kind", "fact", "--format", "json").json().get("checkpoints").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--hub gird | --hub: the site knows no hub 'gird'; did you mean 'grid'?",
        "--entity Nvida | --entity: the site knows no entity 'Nvida'; did you mean 'Nvidia'?",
        "--source s.exampel | --source: the site knows no source 's.exampel'; did you mean 's.example'?",
      })
  void aFilterThatNamesNothingIsToldAndNotTakenForAnEmptyLedger(String options, String message) {
    addMore();
    Run claims = site("claims", options.split(" "));
    assertEquals(2, claims.code(), claims::toString);
    assertTrue(claims.err().contains(message), claims::toString);
    assertEquals("", claims.out());
  }

  private void addMore() {
    SiteText.of(MORE).into(root);
    SiteText.of(
            """
            -- content/site.yaml --
            title: Small
            base_url: https://small.example/
            bibliography: b.bib
            entities: [{name: Nvidia, ticker: NVDA, aliases: [NVDA Corp]}, {name: AMD}]
            """)
        .into(root);
  }

  @Test
  void theLedgerAsCsvHasOneLineForEachClaim() {
    Run claims = site("claims", "--format", "csv");
    assertEquals(6, claims.lines().size());
    assertTrue(claims.lines().getFirst().startsWith("id,kind,status,text,"), claims::toString);
    assertTrue(claims.out().contains("one#so,fact,standing,"), claims::toString);
  }

  @Test
  void theLedgerOfASiteWithErrorsIsNotPrinted() throws IOException {
    addAnError();
    Run claims = site("claims");
    assertEquals(1, claims.code());
    assertEquals("", claims.out());
    assertTrue(claims.err().contains("error[broken-link]"), claims::toString);
  }

  // cost

  @Test
  void aScenarioOfTheSiteIsComputed() {
    Run cost = site("cost", "base");
    assertEquals(0, cost.code(), cost::toString);
    assertTrue(cost.lines().stream().anyMatch(line -> line.startsWith("usd_per_million_output_tokens ")), cost::toString);
    assertEquals("base", site("cost", "base", "--format", "json").json().get("scenario").asString());
    assertTrue(site("cost", "base", "--format", "csv").lines().get(1).startsWith("base,"));
  }

  @Test
  void aScenarioMayBeMadeUpOrChanged() {
    Run madeUp = site("cost", "--hardware", "b200", "--model", "llama-3.1-70b", "--format", "csv");
    assertEquals(0, madeUp.code(), madeUp::toString);
    Run changed = site("cost", "base", "--set", "tp=2", "--figure", "params");
    assertEquals(0, changed.code(), changed::toString);
    assertTrue(changed.lines().getFirst().startsWith("params "), changed::toString);
    Run explained = site("cost", "base", "--explain");
    assertTrue(explained.out().contains("(fact: "), explained::toString);
  }

  @Test
  void manyOperatingPointsAreComputedFromAFile() throws IOException {
    Path file = temp.resolve("points.csv");
    Files.writeString(
        file,
        """
        id,hardware,num_gpus,tp,pp,ep,dp,model,precision,isl,osl,concurrency,engine,engine_version,metric
        a,h200,1,1,1,1,1,llama-3.1-8b,fp8,128,128,8,trtllm,0.17,output_tokens_per_second
        """);
    Run csv = site("cost", "--batch", file.toString(), "--format", "csv");
    assertEquals(0, csv.code(), csv::toString);
    assertEquals(2, csv.lines().size());
    assertTrue(csv.lines().get(1).startsWith("a,output_tokens_per_second,"), csv::toString);
    assertTrue(site("cost", "--batch", file.toString(), "--format", "json").json() != null);
    assertEquals(2, site("cost", "--batch", temp.resolve("none.csv").toString()).code());
  }

  // new

  @Test
  void aNewNoteIsADraftAndOverwritesNothing() {
    Run note = run("new", "note", "HBM4: what it costs", "--root", root.toString());
    assertEquals(0, note.code(), note::toString);
    String text = Tree.of(root).text("content/post/hbm4-what-it-costs.md");
    assertTrue(text.startsWith("---\ntitle: \"HBM4: what it costs\"\nid: \"tag:small.example,"), text);
    assertTrue(text.contains("\ndraft: true\n"), text);
    assertTrue(note.out().contains("hbm4-what-it-costs.md\n"), note::toString);
    Tree before = Tree.of(root);
    Run again = run("new", "note", "HBM4, what it costs", "--root", root.toString());
    assertEquals(2, again.code());
    assertTrue(again.err().contains("exists already") && again.err().contains("hint: "), again::toString);
    assertEquals("", before.difference(Tree.of(root)));
    assertEquals(0, site("build", "--drafts", "--future").code());
    assertTrue(Tree.of(root.resolve("site")).has("post/hbm4-what-it-costs/index.html"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"전력과 메모리", "true", "- a: b", "#1 \"quoted\" \\ 'x'", "null", "A\tB", "1.10", "{a}", "[b]", "x: y # z", "é", "@at", "%p", "!t", "&a", "*b", "| c", "> d", "2026-01-01", "off", "0x10", "~a"})
  void aTitleOfAnySortComesBackAsItIs(String title) {
    assertEquals(0, run("new", "note", "--root", root.toString(), "--", title).code());
    assertEquals(0, run("new", "hub", "--root", root.toString(), "--", title).code());
    Run check = site("check", "--drafts", "--future");
    assertEquals(0, check.code(), check::toString);
    assertEquals(0, site("build", "--drafts", "--future").code());
    String shown = title.replace('\t', ' ');
    long pages =
        Tree.of(root.resolve("site")).files().keySet().stream()
            .filter(path -> path.matches("(post|page)/[^/]+/index\\.html"))
            .map(path -> org.jsoup.Jsoup.parse(Tree.of(root.resolve("site")).text(path)).selectFirst("h1").ownText())
            .filter(shown::equals)
            .count();
    assertEquals(2, pages);
  }

  @Test
  void aTitleWithoutALetterIsRefused() {
    Tree before = Tree.of(root);
    for (String title : List.of("!!!", "..", "/", "   ", "")) {
      Run note = run("new", "note", title, "--root", root.toString());
      assertEquals(2, note.code(), title);
      assertTrue(note.err().contains("no letter or digit"), note::toString);
    }
    assertEquals("", before.difference(Tree.of(root)));
  }

  @Test
  void aTitleCannotLeaveTheFolder() {
    assertEquals(0, run("new", "note", "../../../escaped", "--root", root.toString()).code());
    assertTrue(Tree.of(root).files().keySet().stream().anyMatch(path -> path.startsWith("content/post/") && path.contains("escaped")));
    assertTrue(Tree.of(temp).files().keySet().stream().allMatch(path -> path.startsWith("small site/")), Tree.of(temp).toString());
  }

  @Test
  void aNewHubIsAHub() {
    Run hub = run("new", "hub", "Memory", "--root", root.toString());
    assertEquals(0, hub.code(), hub::toString);
    assertEquals(0, site("build").code());
    assertTrue(Tree.of(root.resolve("site")).has("page/memory/feed.xml"));
    assertEquals(2, run("new", "hub", "Memory", "--root", root.toString()).code());
  }

  @Test
  void aNewSiteIsStartedOnlyInAnEmptyFolder() throws IOException {
    Path fresh = temp.resolve("power research");
    Run site = run("new", "site", fresh.toString());
    assertEquals(0, site.code(), site::toString);
    assertTrue(Tree.of(fresh).has("content/site.yaml"), Tree.of(fresh).toString());
    assertTrue(site.out().contains("assay serve --root"), site::toString);
    Run build = run("build", "--root", fresh.toString(), "--base-url", "https://x.example/");
    assertEquals(0, build.code(), build::toString);
    assertEquals("  problems  none", build.lines().getLast());
    Tree before = Tree.of(fresh);
    Run again = run("new", "site", fresh.toString());
    assertEquals(2, again.code());
    assertTrue(again.err().contains("is not empty"), again::toString);
    assertEquals("", before.difference(Tree.of(fresh)));
    Path file = Files.writeString(temp.resolve("file"), "mine");
    assertEquals(2, run("new", "site", file.toString()).code());
    assertEquals("mine", Files.readString(file));
    assertEquals(0, run("new", "site", Files.createDirectory(temp.resolve("empty")).toString()).code());
  }

  @Test
  void memoryIsWantingWhereverItIsSaid() {
    OutOfMemoryError lack = new OutOfMemoryError("unable to create native thread: possibly out of memory");
    assertEquals(Optional.of(lack), Memory.lack(new IllegalStateException(new BootstrapMethodError(lack))));
    assertEquals(Optional.empty(), Memory.lack(new IllegalStateException(new IllegalStateException())));
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    assertEquals(ExitCode.ERRORS, Memory.report(lack, new Terminal(System.out, new PrintStream(told, true, StandardCharsets.UTF_8), false, false)));
    assertEquals(
        "error: the system allows this process no more threads\n  hint: do less at once, as with --jobs 1, or allow more processes\n", told.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aBuildThatDoesNotFitIntoItsMemorySaysWhatToDo() {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream full =
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void write(byte[] bytes, int from, int length) {
            throw new OutOfMemoryError("Java heap space");
          }
        };
    int code = Main.run(new Terminal(full, new PrintStream(told, true, StandardCharsets.UTF_8), false, false), "schema", "site");
    assertEquals(ExitCode.ERRORS, code);
    assertTrue(
        told.toString(StandardCharsets.UTF_8).matches("error: this takes more than the [0-9]+ MB of memory that it may have\n  hint: allow more, as with ASSAY_JAVA_OPTS=-Xmx[0-9]+g\n"),
        told.toString(StandardCharsets.UTF_8));
  }
}
