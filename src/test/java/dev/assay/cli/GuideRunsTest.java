package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.build.BuildOptions;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.claim.ClaimOptions;
import dev.assay.cli.GuideExamplesTest.Example;
import dev.assay.frontmatter.DataReader;
import dev.assay.problem.Problem;
import dev.assay.problem.ProblemText;
import dev.assay.problem.SourceText;
import dev.assay.testing.Chromium;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every fenced block of the guide and the README is run by a test, or stands in a short list with the reason why not.
class GuideRunsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Pattern COMMAND = Pattern.compile("^(?:.*?(?:run: |- ))?(?:\\./)?assay (.*)$", Pattern.MULTILINE);

  /// Who runs an example.
  private enum Way {
    /// [GuideExamplesTest]: read as a note.
    NOTE,
    /// `ClaimLanguageTest`: an example of the language of claims and how it is read.
    CLAIMS,
    /// The page itself is part of the demonstration, and the block is drawn there.
    PAGE,
    /// [GuideExamplesTest]: the head of a note, or settings. Here, what some of them come to.
    SETTINGS,
    /// What the program says, word for word.
    OUTPUT,
    /// Commands, one after the other.
    COMMANDS,
    /// `LibraryExampleTest`.
    LIBRARY,
    /// What a theme is made of.
    THEME,
    /// Shortcodes, and notes that call them.
    SHORTCODE,
    /// What hosts read.
    HOST,
    /// A file of data.
    DATA,
    /// The grammar of claims.
    GRAMMAR,
    /// Nobody; [#NOT_RUN] says why.
    NOBODY
  }

  private static final Map<String, String> NOT_RUN =
      Map.of(
          "guide-design-1", "a drawing of rooms; RoomsTest holds the rooms to it",
          "guide-readme-7", "a list of folders",
          "guide-site-1", "the languages of a site that is not there; LanguagesTest holds the command to what it says",
          "guide-deploying-1", "questions to a server on the net",
          "guide-deploying-7", "programs of hosts that need an account",
          "guide-deploying-14", "a message to a service on the net");

  @TempDir Path temp;

  private static Way way(Example example) {
    if (NOT_RUN.containsKey(example.name())) {
      return Way.NOBODY;
    }
    if (example.page().equals("shortcodes") && List.of("html", "markdown").contains(example.language())) {
      return Way.SHORTCODE;
    }
    boolean host = List.of("deploying", "commands").contains(example.page());
    return switch (example.language()) {
      case "markdown" -> example.page().equals("claim-language") ? Way.CLAIMS : Way.NOTE;
      case "reading", "checked" -> Way.CLAIMS;
      case "ebnf" -> Way.GRAMMAR;
      case "yaml" -> host ? Way.HOST : example.page().equals("sources") && example.text().contains("  type: ") ? Way.DATA : Way.SETTINGS;
      case "text" -> example.text().contains("${title}") ? Way.THEME : host && !example.text().contains("◐") ? Way.HOST : Way.OUTPUT;
      case "sh" -> Way.COMMANDS;
      case "" -> example.text().contains("error[") ? Way.OUTPUT : Way.COMMANDS;
      case "java" -> Way.LIBRARY;
      case "csv" -> Way.DATA;
      case "css", "html", "properties" -> Way.THEME;
      case "js", "nginx", "apache" -> Way.HOST;
      default -> {
        assertTrue(example.language().matches("\\{(?:cost|data)-[a-z]+}"), "nobody runs " + example);
        yield Way.PAGE;
      }
    };
  }

  private static List<Example> examples(Way way) throws IOException {
    List<Example> found = GuideExamplesTest.examples().stream().filter(example -> way(example) == way).toList();
    assertFalse(found.isEmpty(), way.toString());
    return found;
  }

  @Test
  void everyBlockIsRunBySomebodyOrSaidNotToBe() throws IOException {
    Map<Way, Integer> counts = new EnumMap<>(Way.class);
    GuideExamplesTest.examples().forEach(example -> counts.merge(way(example), 1, Integer::sum));
    assertEquals(NOT_RUN.size(), counts.getOrDefault(Way.NOBODY, 0), counts.toString());
    assertEquals(Set.of(Way.values()), counts.keySet());
  }

  @Test
  void thePagesOfTheGuideAreReadAndDrawnWithoutAProblem() {
    List<Problem> problems = SiteBuild.analyse(BuildOptions.of(Path.of("").toAbsolutePath()).withToday(TODAY), Progress.NONE).report().problems();
    assertEquals(List.of(), problems.stream().filter(problem -> problem.place().file().startsWith("content/guide/")).map(Problem::toString).toList());
  }

  @Test
  void theGrammarNamesEveryOptionOfAClaim() throws IOException {
    String grammar = String.join("\n", examples(Way.GRAMMAR).stream().map(Example::text).toList());
    String line = grammar.lines().filter(each -> each.startsWith("key ")).findFirst().orElseThrow();
    Set<String> keys = new TreeSet<>();
    Matcher key = Pattern.compile("\"([a-z]+)\"").matcher(line);
    while (key.find()) {
      keys.add(key.group(1));
    }
    assertEquals(new TreeSet<>(ClaimOptions.known()), keys);
  }

  // What the program says

  /// The site that makes the program say what the guide shows.
  private static final Map<String, String> SAID =
      Map.of(
          "guide-claims-6",
          """
          -- content/post/a.md --
          ---
          title: A
          date: 2026-03-01
          history: [{claim: "a#fact", status: refuted, date: 2026-04-01}]
          ---
          - **[Fact]** A, [they say](https://s.example/). {#fact}
          -- content/post/b.md --
          ---
          title: B
          date: 2026-03-02
          ---
          - **[Inference]** B. {#mid because=a#fact}
          -- content/post/c.md --
          ---
          title: C
          date: 2026-03-03
          ---
          - **[Inference]** C. {#c because=b#mid}
          """,
          "guide-commands-1",
          """
          -- content/post/facts.md --
          ---
          title: Facts
          date: 2026-03-01
          ---

          - **[Fact]** A pair, [they say](https://s.example/). {#pair}
          -- content/post/then.md --
          ---
          title: Then
          date: 2026-03-02
          ---

          One.

          Two.

          Three.

          Four.

          **[Inference]** So a dearer memory makes a dearer token. {#dearer because=facts#pair}

          Five.

          Six.

          - [Facts] are what they are.
          """,
          "guide-getting-started-7",
          """
          -- content/post/who-pays-for-bandwidth.md --
          ---
          title: Who pays for bandwidth
          date: 2026-05-30
          ---

          - **[Fact]** The H200 moves [4.8 TB a second](https://example.org/h200). {#bandwidth}
          - **[Inference]** It writes long answers more cheaply. {#cheaper because=#bandwith}
          """,
          "guide-problems-1", "-- content/post/hbm4.md --\n---\ntitle: HBM4\n---\nText.\n-- content/post/x.md --\n---\ntitle: X\n---\n" + "\n".repeat(37) + "See [the note](hbm5.md).\n",
          "guide-shortcodes-6", "-- content/post/x.md --\n---\ntitle: X\ndate: 2026-01-02\n---\n" + "\n".repeat(4) + ":::{quotation} Me {date=May}\nWords.\n:::\n",
          "guide-readme-6", "-- content/post/power.md --\n---\ntitle: Power\n---\n" + "\n".repeat(6) + "See [x](powr.md).\n");

  @TestFactory
  Stream<DynamicTest> theProgramSaysWhatTheGuideShows() throws IOException {
    return examples(Way.OUTPUT).stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.name(),
                    () -> {
                      Path root = temp.resolve(example.name());
                      SiteText.of("-- content/site.yaml --\ntitle: T\n" + Optional.ofNullable(SAID.get(example.name())).orElseThrow()).into(root);
                      String said =
                          example.text().contains("◐")
                              ? said(0, "check", "--explain", "--root", root.toString())
                              : ProblemText.of(false).report(SiteBuild.analyse(BuildOptions.of(root).withToday(TODAY), Progress.NONE).report().problems());
                      for (String line : example.text().strip().lines().filter(line -> !line.isBlank()).toList()) {
                        assertTrue(said.contains(line.strip()), "'" + line.strip() + "' is not in\n" + said);
                      }
                    }));
  }

  private static String said(int code, String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, UTF_8);
    int ended = Main.run(new Terminal(out, out, false, false), words);
    assertEquals(code, ended, () -> String.join(" ", words) + "\n" + said.toString(UTF_8));
    return said.toString(UTF_8);
  }

  // Commands

  /// A site with all that the commands of the guide speak of.
  private static final String WORKSHOP =
      """
      -- content/site.yaml --
      title: Notes
      base_url: https://notes.example/
      -- content/data/scenarios.yaml --
      base: {hardware: b200, model: llama-3.1-70b}
      rented: {extends: base}
      owned: {extends: base, money: own}
      -- content/post/hbm4.md --
      ---
      title: HBM4
      date: 2026-01-02
      id: urn:example:hbm4
      ---
      - **[Fact]** It was [sold at 560](https://www.reuters.com/hbm4). {#fact}
      - **[Speculation]** It will be sold at 520. {#price due=2026-12-31 probability=0.5}

      ## Next checkpoints

      | Checkpoint | Strong signal | Weak signal | Due |
      | --- | --- | --- | --- |
      | Orders {#orders} | more | fewer | 2026-Q4 |
      -- content/post/prices-in-2027.md --
      ---
      title: Prices in 2027
      date: 2026-01-05
      id: urn:example:prices
      ---
      They fell.
      """;

  private static final String BESIDE =
      """
      -- points.csv --
      id,hardware,num_gpus,tp,pp,ep,dp,model,precision,isl,osl,concurrency,engine,engine_version,metric
      1,b200,1,1,1,1,1,llama-3.1-70b,fp8,500,500,16,,,output_tps_per_gpu
      -- scenarios.yaml --
      cached: {extends: base, cache_hit: 0.6}
      -- feed.xml --
      <rss version="2.0"><channel><title>Old</title><link>https://old.example/</link><description>Old</description>
      <item><title>A post</title><link>https://old.example/a/</link><guid>https://old.example/a/</guid><pubDate>Fri, 02 Jan 2026 00:00:00 GMT</pubDate><description>&lt;p&gt;Words.&lt;/p&gt;</description></item></channel></rss>
      -- old-blog/hugo.toml --
      baseURL = "https://old.example/"
      title = "Old"
      -- old-blog/content/post/a.md --
      ---
      title: A
      date: 2026-01-02
      ---
      Words.
      """;

  @TestFactory
  Stream<DynamicTest> everyCommandDoesItsWork() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    List<Example> all = new ArrayList<>(examples(Way.COMMANDS));
    all.addAll(examples(Way.HOST).stream().filter(example -> example.language().equals("yaml")).toList());
    for (Example example : all) {
      tests.add(DynamicTest.dynamicTest(example.name(), () -> run(example)));
    }
    return tests.stream();
  }

  /// Runs the commands of ours in a block; what stands beside them is of other programs.
  private void run(Example example) throws IOException {
    Path home = Files.createDirectories(temp.resolve(example.name()));
    SiteText.of(BESIDE).into(home);
    SiteText.of(BESIDE.replace("-- old-blog/", "-- old-site/")).into(home);
    boolean starts = example.text().contains("new site");
    if (!starts) {
      SiteText.of(WORKSHOP).into(home.resolve("notes"));
    }
    Matcher matcher = COMMAND.matcher(example.text().replace("\\\n", " "));
    for (int line = 0; matcher.find(); line++) {
      Path fresh = SiteText.of(WORKSHOP).into(home.resolve("site-" + line));
      if (matcher.group(1).startsWith("mv post/hbm4 ")) {
        Files.createDirectory(fresh.resolve("content/post/hbm4"));
        Files.move(fresh.resolve("content/post/hbm4.md"), fresh.resolve("content/post/hbm4/index.md"));
      }
      List<String> words = new ArrayList<>(GuideExamplesTest.words(matcher.group(1)).stream().map(word -> place(word, home)).toList());
      boolean serves = words.getFirst().equals("serve");
      if (serves) {
        words.add("--help"); // it would go on for ever; PreviewTest runs it
      } else if (words.getFirst().equals("publish")) {
        words.add("--help"); // it would leave this machine; PublishCommandTest runs it
      } else if (!words.contains("--root") && !words.get(0).equals("schema") && !words.subList(0, Math.min(2, words.size())).equals(List.of("new", "site"))) {
        words.addAll(List.of("--root", fresh.toString()));
      }
      said(0, words.toArray(String[]::new));
    }
  }

  private static String place(String word, Path home) {
    return switch (word) {
      case "mail.eml", "points.csv", "scenarios.yaml", "feed.xml", "research", "public" -> home.resolve(word).toString();
      case "../old-blog" -> home.resolve("old-blog").toString();
      default -> word.startsWith("~/") ? home.resolve(word.substring(2)).toString() : word.replaceAll("^'|'$", "");
    };
  }

  // Settings and data

  private static Example example(String name) throws IOException {
    return GuideExamplesTest.examples().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() -> new AssertionError("no block is " + name));
  }

  private Tree built(String name, String site) {
    Path root = SiteText.of(site).into(temp.resolve(name));
    var report = SiteBuild.build(BuildOptions.of(root).withToday(TODAY), Progress.NONE);
    assertTrue(report.succeeded(), () -> ProblemText.of(false).report(report.problems()));
    return Tree.of(root.resolve("site"));
  }

  private static String note(String path, String head, String text) {
    return "-- content/" + path + ".md --\n---\n" + head + "---\n" + text + "\n";
  }

  @Test
  void theHubOfTheGuideGathersWhatItSays() throws IOException {
    String notes =
        note("post/what-a-token-reads", "title: What a token reads\ndate: 2026-01-02\n", "Text.")
            + note("post/who-makes-hbm", "title: Who makes HBM\ndate: 2026-01-03\n", "Text.")
            + note("post/tagged", "title: Tagged\ndate: 2025-01-03\ntags: [hbm]\n", "Text.")
            + note("post/named", "title: Named\ndate: 2026-01-04\nentities: [Micron]\n", "Text.")
            + note("post/early", "title: Early\ndate: 2025-01-04\nentities: [Micron]\n", "Text.")
            + note("notes/guess", "title: Guess\ndate: 2026-01-05\n", "- **[Speculation]** So. {#so due=2027-01-01 probability=0.5 entities=TSMC}")
            + note("notes/none", "title: None\ndate: 2026-01-05\n", "Text.");
    Tree first = built("hub", "-- content/site.yaml --\ntitle: T\n-- content/hub/memory.md --\n" + example("guide-hubs-1").text() + "About it.\n" + notes);
    Document hub = Jsoup.parse(first.text("page/memory/index.html"));
    assertEquals(List.of("What a token reads", "Who makes HBM"), hub.select(".path .card-title").eachText());
    assertEquals(List.of("Named", "Tagged"), hub.select(".path .lines a").eachText().stream().sorted().toList());
    assertTrue(hub.text().contains("How long does the shortage of HBM last?"));
    Tree second = built("hub-2", "-- content/site.yaml --\ntitle: T\n" + note("hub/h", "title: H\n" + example("guide-hubs-2").text(), "About it.") + notes);
    assertEquals(List.of("Guess"), Jsoup.parse(second.text("page/h/index.html")).select(".path .lines a").eachText());
  }

  @Test
  void theEntitiesOfTheGuideAreFound() throws IOException {
    Tree site = built("entities", "-- content/site.yaml --\ntitle: T\nlanguages: [en, ko]\n" + example("guide-hubs-3").text() + note("post/a.ko", "title: A\n", "삼성전자는 판다."));
    assertEquals("삼성전자", Jsoup.parse(site.text("ko/post/a/index.html")).select(".text a.entity").text());
  }

  @Test
  void theBibliographyAndTheAcceleratorOfTheGuideAreRead() throws IOException {
    Tree site =
        built(
            "sources",
            "-- content/site.yaml --\ntitle: T\nbibliography: data/reports.yaml\nstyle: chicago-author-date\n-- content/data/reports.yaml --\n" + example("guide-sources-2").text()
                + note("post/a", "title: A\n", "It rose [@hbm4-prices] and [@power-report, p. 4]."));
    String references = Jsoup.parse(site.text("post/a/index.html")).select(".references").text();
    assertTrue(references.contains("HBM4 Contract Prices Rise") && references.contains("이영희"), references);
    Path root = SiteText.of(WORKSHOP + "-- content/data/cost/accelerators.csv --\n" + example("guide-cost-model-3").text()).into(temp.resolve("chip"));
    assertTrue(said(0, "cost", "--hardware", "my-chip", "--model", "llama-3.1-8b", "--root", root.toString()).contains("USD"));
    assertEquals(2, examples(Way.DATA).size());
  }

  // Themes

  @Test
  void theThemeOfTheGuideIsInThePage() throws IOException {
    Map<String, String> files =
        Map.of(
            "css", "templates/assets/site.css", "html", "templates/part/legend.ftlh", "properties", "templates/i18n/en.properties", "text",
            "templates/new/note.md");
    StringBuilder site = new StringBuilder("-- content/site.yaml --\ntitle: T\nlanguages: [en, de]\n" + note("post/a", "title: A\n", "- **[Fact]** So, [they say](https://s.example/)."));
    site.append(note("post/a.de", "title: Ä\ndate: 2026-01-02\n", "Auf Deutsch."));
    for (Example example : examples(Way.THEME)) {
      String file = example.text().contains("Januar") ? "templates/i18n/de.properties" : Optional.ofNullable(files.get(example.language())).orElseThrow();
      site.append("-- ").append(file).append(" --\n").append(example.text());
    }
    Tree built = built("theme", site.toString());
    assertTrue(built.text("de/post/a/index.html").contains("2. Januar 2026"));
    said(0, "new", "note", "What is new", "--root", temp.resolve("theme").toString());
    assertTrue(Files.readString(temp.resolve("theme/content/post/what-is-new.md")).contains("**What changed.**"));
    Document page = Jsoup.parse(built.text("post/a/index.html"));
    assertTrue(page.text().contains("The desk answers letters:"), page.text());
    assertTrue(page.html().contains("Published by the desk"), page.html());
    String style = page.select("link[rel=stylesheet][href*=site]").attr("href");
    assertTrue(built.text(style.substring(1)).contains("#8a1f5c"), style);
    try (Chromium browser = Chromium.start(temp.resolve("browser"))) {
      Path file = temp.resolve("page.html");
      Files.writeString(file, "<!doctype html><style>" + built.text(style.substring(1)) + "a { color: var(--accent); }</style><a href=x>x</a>");
      browser.open(file.toUri().toString());
      assertEquals("rgb(138, 31, 92)", browser.ask("getComputedStyle(document.querySelector('a')).color").asString());
      assertEquals("40rem", browser.ask("getComputedStyle(document.documentElement).getPropertyValue('--measure').trim()").asString());
    }
  }

  @Test
  void shortcodesPrintWhatTheGuideSays() throws IOException {
    StringBuilder site = new StringBuilder("-- content/site.yaml --\ntitle: T\nbase_url: https://t.example/\n" + note("post/hbm4", "title: HBM4\n", "Text."));
    String names = "ticker side ";
    for (Example example : examples(Way.SHORTCODE)) {
      if (example.language().equals("html")) {
        site.append("-- templates/shortcodes/").append(names, 0, names.indexOf(' ')).append(".ftlh --\n").append(example.text());
        names = names.substring(names.indexOf(' ') + 1);
      } else {
        site.append(note("post/" + example.name(), "title: X\n", example.text()));
      }
    }
    Tree built = built("shortcodes", site.toString());
    assertTrue(built.text("post/guide-shortcodes-1/index.html").contains("<figcaption>The chief executive, <cite><a href=\"https://example.org/call\">Call on"));
    assertTrue(built.text("post/guide-shortcodes-3/index.html").contains("href=\"https://quotes.example.org/krx/000660\">000660</a>도"));
    assertTrue(built.text("post/guide-shortcodes-5/index.html").contains("<h3>Those who <strong>buy</strong>, until <time datetime=\"2026-12-31\">31 December 2026</time></h3>"));
    assertTrue(built.text("claims.json").contains("guide-shortcodes-1#batch"));
  }

  // Hosts

  @TestFactory
  Stream<DynamicTest> hostsReadWhatTheGuideGivesThem() throws IOException {
    return examples(Way.HOST).stream().map(example -> DynamicTest.dynamicTest(example.name(), () -> host(example)));
  }

  private void host(Example example) throws IOException, InterruptedException {
    String text = example.text();
    switch (example.language()) {
      case "yaml" -> {
        assertTrue(DataReader.mapping(new SourceText("ci.yaml", text)).problems().isEmpty() || text.startsWith("# yaml-language-server"), text);
        if (text.startsWith("policy:")) {
          String policy = policy(example, text);
          if (text.contains("style-src")) {
            assertTrue(policy.endsWith("; script-src 'self'; style-src 'self' 'unsafe-inline' https://cdn.example.org/lib/"), policy);
          } else {
            assertTrue(policy.contains("; script-src 'self' https://stats.example.org; ") && policy.contains("; frame-src https://www.youtube-nocookie.com https://player.vimeo.com; "), policy);
          }
        }
      }
      case "js" -> {
        try (Chromium browser = Chromium.start(temp.resolve("js"))) {
          browser.open("about:blank");
          String asked = "(() => { " + text + " return ['/post/x/', '/feed.xml', '/post/x'].map(uri => handler({request: {uri}})).map(to => to.uri || to.headers.location.value).join(' '); })()";
          assertEquals("/post/x/index.html /feed.xml /post/x/", browser.ask(asked).asString());
        }
      }
      case "nginx" -> server(text, "nginx", "-t", "-q", "-c", nginx(text));
      case "apache" -> feeds(text);
      default -> {
        if (text.startsWith("base-uri ")) {
          assertEquals(text.strip(), policy(example, ""));
        } else if (text.startsWith("notes.example {")) {
          Path file = Files.writeString(temp.resolve("Caddyfile"), text);
          server(text, "caddy", "adapt", "--config", file.toString());
        } else {
          String name = text.startsWith("/*\n") ? "_headers" : "_redirects";
          assertEquals(text, built("host-" + example.name(), "-- content/site.yaml --\ntitle: T\n-- content/" + name + " --\n" + text + note("post/a", "title: A\n", "Text.")).text(name));
          assertTrue(name.equals("_headers") || text.strip().matches("/\\S+\\s+/\\S+\\s+30[12]"), text);
        }
      }
    }
  }

  /// The policy that pages of a site with these settings say.
  private String policy(Example example, String settings) {
    return Jsoup.parse(built("host-" + example.name(), "-- content/site.yaml --\ntitle: T\n" + settings).text("index.html")).select("meta[http-equiv=Content-Security-Policy]").attr("content");
  }

  private String nginx(String text) throws IOException {
    String plain = text.replace("listen 443 ssl;", "listen 127.0.0.1:8099;").replace("/srv/notes", temp.toString());
    Path file = temp.resolve("nginx.conf");
    Files.writeString(file, "pid " + temp.resolve("nginx.pid") + ";\nerror_log stderr;\nevents {}\nhttp { access_log off;\n" + plain + "}\n");
    return file.toString();
  }

  /// Where a server is installed, it reads its own settings; everywhere they name the type of each feed, and all braces close.
  private static void server(String text, String... command) throws IOException, InterruptedException {
    feeds(text);
    boolean there = List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0])));
    if (there) {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertEquals(0, process.waitFor(), said);
    }
  }

  private static void feeds(String text) {
    for (String type : List.of("application/rss+xml", "application/atom+xml", "application/feed+json", "text/x-opml")) {
      assertTrue(text.contains(type), type);
    }
    assertEquals(text.chars().filter(c -> c == '{').count(), text.chars().filter(c -> c == '}').count());
  }
}
