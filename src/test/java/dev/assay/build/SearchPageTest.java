package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.Chromium;
import dev.assay.testing.Tree;
import dev.assay.testing.TreeServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What readers find, in a browser, from files on a plain web server.
class SearchPageTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Searched
      base_url: https://searched.example/lab/
      languages: [en, ko]
      -- content/hub/memory.md --
      ---
      title: Memory
      ---
      What memory costs.
      -- content/post/old.md --
      ---
      title: The memory wall
      date: 2024-03-01
      hubs: [memory]
      entities: [SK hynix]
      ---
      HBM4 costs $0.27, perhaps 10~15% more. Nobody prices <b>it</b> yet.

      ## How prices move

      - **[Fact]** The memory wall is real, and bandwidth is its price. [source](https://example.org/) {#wall}
      - **[Speculation]** Cheaper memory may come from flash.
      -- content/post/new.md --
      ---
      title: Pricing a token
      date: 2026-02-01
      entities: [NVIDIA]
      ---
      A token needs memory and power. Café owners know both: gross margin first.

      - **[Inference]** The price of a token follows memory bandwidth. {#weak because=old#wall}
      -- content/post/proto.md --
      ---
      title: Words of programs
      date: 2025-01-01
      ---
      Here stand __proto__, constructor and toString, and <script> as text: `<img src=x onerror=alert(1)>`. Margin without the word, then gross.
      -- content/post/han.md --
      ---
      title: 半導體與記憶體
      date: 2025-02-01
      ---
      記憶體價格上漲。メモリー価格が上がる。
      -- content/post/hbm.ko.md --
      ---
      title: 고대역폭메모리의 시대
      date: 2026-01-01
      ---
      가속기가 메모리를 기다린다. AI칩 하나에 HBM4를 여덟 개 쓴다.

      - **[사실]** 메모리가 원가의 절반이다. [출처](https://example.org/) {#price}
      -- content/post/memo.ko.md --
      ---
      title: 메모와 모리
      date: 2026-01-02
      ---
      메모 한 장과 모리 씨 이야기. 전력은 여기 없다.
      -- content/post/power.ko.md --
      ---
      title: 전력
      date: 2026-01-03
      ---
      전력이 모자란다.
      """;

  @TempDir private static Path temp;
  private static TreeServer server;
  private static Chromium browser;

  @BeforeAll
  static void buildsTheSiteAndStartsTheBrowser() {
    browser = Chromium.start(temp.resolve("profile"));
    Tree site = Sites.built(temp.resolve("root"), SITE.replace("https://searched.example/lab/", "https://searched.example/"));
    server = new TreeServer(site);
  }

  @AfterAll
  static void stops() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void anOrdinaryScreen() {
    browser.scripts(true);
    browser.size(1200, 900, 1);
    browser.media("screen", Map.of("prefers-color-scheme", "light"));
  }

  /// Asks and waits for the answer: the titles found, in their order.
  private static List<String> asked(String page, String parameters) {
    browser.open(server.address() + page + parameters);
    answer();
    return titles();
  }

  private static void answer() {
    browser.ask(
        "new Promise((done, no) => { let n = 0; const look = () => document.querySelector('.search output').textContent && !document.querySelector('.search small:empty') ? done(true) : ++n > 400 ? no('no answer') : setTimeout(look, 20); look(); })");
    browser.settle();
  }

  private static List<String> titles() {
    return texts(".found h2");
  }

  private static List<String> texts(String selector) {
    JsonNode found = browser.ask("[...document.querySelectorAll('" + selector + "')].map(each => each.textContent)");
    return found.valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> find(String words) {
    return asked("/search/", "?language=&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
  }

  @Test
  void wordsAreFoundInAnyFormAndTheBestNoteComesFirst() {
    assertEquals(List.of("The memory wall", "Memory", "Pricing a token"), asked("/search/", "?q=memory"));
    assertEquals(List.of("Pricing a token"), asked("/search/", "?q=priced+tokens+"));
    assertEquals(List.of("The memory wall", "Pricing a token"), find("prices bandwidth"), "the heading counts");
    assertEquals(List.of("Pricing a token"), find("CAFE"));
    assertEquals(List.of("The memory wall"), find("$0.27"));
    assertEquals(List.of("The memory wall"), find("10~15%"));
    assertEquals(List.of("고대역폭메모리의 시대", "The memory wall"), find("hbm4"));
    assertEquals(List.of("The memory wall"), find("hyn"), "what is still being typed");
    assertEquals(List.of("Pricing a token", "Words of programs"), find("gross margin"));
    assertEquals(List.of("Pricing a token"), find("\"gross margin\""));
  }

  @Test
  void koreanIsFoundWithParticlesAndWithinCompounds() {
    for (String words : List.of("메모리", "메모리를", "메모리는", "메모리에서")) {
      assertEquals(List.of("고대역폭메모리의 시대"), asked("/ko/search/", "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)), words);
    }
    assertEquals(List.of("고대역폭메모리의 시대"), find("대역폭"));
    assertEquals(List.of("고대역폭메모리의 시대"), find("칩"));
    assertEquals(List.of("전력", "메모와 모리"), find("전력"));
    find("메모리를");
    assertEquals(List.of("메모리", "메모리", "메모리"), texts(".found mark"), "in the title, in the text and in the claim");
  }

  @Test
  void chineseAndJapaneseAreFoundWithoutSpaces() {
    for (String words : List.of("記憶體", "價格", "半導體", "メモリー価格", "価格", "體", "ﾒﾓﾘｰ")) {
      assertEquals(List.of("半導體與記憶體"), find(words), words);
    }
  }

  @Test
  void claimsAreAnswersWithTheirSignsAndLeadToTheirPlaces() {
    find("memory wall real");
    assertEquals("fact", browser.ask("document.querySelector('.found .claim .sign').classList[1]").asString());
    assertEquals("Fact", browser.ask("document.querySelector('.found .claim .sign').getAttribute('aria-label')").asString());
    assertTrue(browser.ask("document.querySelector('.found .claim a').href").asString().endsWith("/post/old/#wall"));
    assertEquals(List.of("memory", "wall", "real"), texts(".found .claim:first-child mark"));
    find("flash prices move");
    assertTrue(browser.ask("[...document.querySelectorAll('.found li li a')].map(a => a.hash).join()").asString().contains("#"));
  }

  @Test
  void filtersNarrowWhatIsFoundAndSayHowManyThereAre() {
    assertEquals(List.of("The memory wall"), asked("/search/", "?q=memory&kind=0"));
    assertEquals(List.of("3", "1", "1", "1", "0"), texts(".search fieldset small"));
    assertEquals(List.of("Pricing a token"), asked("/search/", "?q=memory&kind=1"));
    assertEquals(List.of("The memory wall", "Memory"), asked("/search/", "?q=memory&hub=Memory"));
    assertEquals(List.of("Pricing a token"), asked("/search/", "?q=memory&entity=NVIDIA"));
    assertTrue(texts(".search [name=entity] option").contains("SK hynix (1)"), texts(".search [name=entity] option").toString());
    assertEquals(List.of("Pricing a token"), asked("/search/", "?q=memory&from=2025-01-01"));
    assertEquals(List.of("The memory wall"), asked("/search/", "?q=memory&to=2024-03-01"));
    assertEquals(List.of(), asked("/search/", "?q=memory&from=2024-03-02&to=2025-12-31"));
    assertEquals(List.of("고대역폭메모리의 시대"), asked("/search/", "?q=hbm4&language=ko"));
    browser.ask("document.querySelector('.search [type=reset]').click()");
    answer();
    assertEquals("?q=hbm4", browser.ask("location.search").asString(), "the words stay");
    assertEquals(List.of("The memory wall"), titles());
  }

  @Test
  void theAddressRemembersWhatWasAskedAndKeysAloneLeadThroughTheAnswers() {
    browser.open(server.address() + "/post/old/");
    browser.ask("document.body.focus()");
    browser.press("/", 191);
    assertEquals("q", browser.ask("document.activeElement.name").asString(), "the field of the page's head");
    browser.open(server.address() + "/search/");
    assertEquals("q", browser.ask("document.activeElement.name").asString());
    browser.send("Input.insertText", Map.of("text", "memory"));
    answer();
    assertEquals("?q=memory", browser.ask("location.search").asString());
    browser.press("ArrowDown", 40);
    assertEquals("The memory wall", browser.ask("document.activeElement.textContent").asString());
    browser.press("ArrowDown", 40);
    assertTrue(browser.ask("document.activeElement.closest('.found li li') !== null").asBoolean());
    browser.press("ArrowUp", 38);
    browser.press("ArrowUp", 38);
    assertEquals("q", browser.ask("document.activeElement.name").asString());
    browser.press("ArrowDown", 40);
    browser.press("Escape", 27);
    assertEquals("q", browser.ask("document.activeElement.name").asString());
    browser.press("ArrowDown", 40);
    browser.press("Enter", 13);
    browser.ask("new Promise(done => setTimeout(done, 300))");
    assertEquals("/post/old/", browser.ask("location.pathname").asString());
  }

  @Test
  void theFieldOfEveryPageIsAnOrdinaryForm() {
    browser.open(server.address() + "/ko/post/power/");
    assertEquals("get q", browser.ask("(f => f.method + ' ' + f.querySelector('input').name)(document.querySelector('.seek'))").asString());
    assertEquals("/ko/search/", browser.ask("new URL(document.querySelector('.seek').action).pathname").asString());
    assertEquals(List.of("고대역폭메모리의 시대"), asked("/ko/search/", "?q=HBM4"));
  }

  @Test
  void hostileQuestionsAreQuestionsLikeOthers() {
    assertEquals(List.of("Words of programs"), find("__proto__"));
    assertEquals(List.of("Words of programs"), find("constructor toString"));
    assertEquals(List.of(), find("hasOwnProperty"));
    assertEquals(List.of("Words of programs"), find("<img src=x onerror=alert(1)>"));
    assertEquals(0, browser.ask("document.querySelectorAll('.found img, .found script').length").asInt());
    for (String words : List.of("\"", "\"\"", "👩‍👩‍👧‍👦", "\u0000\u0007", "((((", "\\", "%", "a".repeat(5000), "가".repeat(2000), ". , '", "\uD800")) {
      find(words);
      assertEquals(List.of(), browser.faults(), words.substring(0, Math.min(10, words.length())));
    }
    find("memory zzzznothing");
    assertTrue(texts(".search output").getFirst().startsWith("No note has all of these words"), texts(".search output").toString());
    assertFalse(titles().isEmpty());
    find("zzzznothing");
    assertEquals(List.of("Nothing was found."), texts(".search output"));
  }

  @Test
  void nothingIsAskedOfOtherHostsAndLittleOfThisOne() {
    find("memory bandwidth");
    for (String request : browser.requests()) {
      assertTrue(request.startsWith(server.address() + "/"), request);
    }
    assertTrue(browser.ask("Number(document.querySelector('.search').dataset.read)").asInt() < 60_000);
  }

  @Test
  void withoutScriptThePageSaysSoAndWhereElseToLook() {
    browser.scripts(false);
    browser.open(server.address() + "/search/");
    browser.scripts(true);
    String said = browser.ask("document.querySelector('noscript').textContent").asString();
    assertTrue(said.contains("JavaScript"), said);
    assertTrue(said.contains("Archive"), said);
  }

  @Test
  void onAPhoneNothingIsWiderThanTheScreen() {
    browser.size(360, 740, 2);
    find("memory");
    assertEquals(360, browser.ask("document.documentElement.scrollWidth").asInt());
    browser.ask("document.querySelector('.search details').open = true");
    assertEquals(360, browser.ask("document.documentElement.scrollWidth").asInt());
  }

  /// The browser and the builder cut every kind of character alike, alone, beside letters, digits and other scripts.
  @Test
  void theScriptCutsTextAsTheBuilderDoes() throws java.io.IOException {
    browser.open(server.address() + "/search/");
    String script = java.nio.file.Files.readString(Path.of("templates/assets/search.js"));
    assertTrue(script.contains("  // Finding\n"));
    browser.ask(
        script.replace("  // Finding\n", "  window.terms = text => { const all = []; cut(text, word => all.push(word), c => c.forEach((each, i) => all.push(each + (c[i + 1] ?? '')))); return all; };\n")
            + "; true");
    StringBuilder wrong = new StringBuilder();
    int wrongs = 0;
    for (int block = 0; block < 0x32000; block += 0x400) {
      StringBuilder text = new StringBuilder();
      for (int c = block; c < block + 0x400; c++) {
        if (Character.isDefined(c) && (c < 0xD800 || c > 0xDFFF) && Character.getType(c) != Character.PRIVATE_USE) {
          String each = Character.toString(c);
          text.append("a").append(each).append("b ").append(each).append("1").append(each).append("2 가").append(each).append("나 ");
        }
      }
      String composed = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
      JsonNode theirs = browser.ask("terms(" + new tools.jackson.databind.json.JsonMapper().writeValueAsString(composed) + ").join(' ')");
      String ours = String.join(" ", dev.assay.search.TermsForTests.of(composed));
      if (!ours.equals(theirs.asString())) {
        wrongs++;
        int at = 0;
        while (at < Math.min(ours.length(), theirs.asString().length()) && ours.charAt(at) == theirs.asString().charAt(at)) {
          at++;
        }
        wrong.append(Integer.toHexString(block)).append(": ").append(ours, Math.max(0, at - 12), Math.min(ours.length(), at + 12)).append(" / ")
            .append(theirs.asString(), Math.max(0, at - 12), Math.min(theirs.asString().length(), at + 12)).append('\n');
      }
    }
    assertEquals(0, wrongs, wrong.toString());
  }
}
