package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a claim brings forward for itself, and what is said when it brings nothing.
class SourcesTest {
  private static String sources(String sentence) {
    return LedgerText.join(LedgerText.note("a", "2026-01-02", "- [Fact] " + sentence)).ledger().claims().getFirst().sources().stream()
        .map(SourcesTest::shown)
        .collect(Collectors.joining("; "));
  }

  private static String shown(Source source) {
    return switch (source) {
      case Source.Web(String url, String text) -> "web " + url + (text.isEmpty() ? "" : " " + text);
      case Source.Citation(String key, String locator) -> "cites " + key + (locator.isEmpty() ? "" : " " + locator);
      case Source.Attribution(String name) -> "per " + name;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "It is so. {source=https://s.example/} | web https://s.example/",
        "It is so. {source=http://s.example/} | web http://s.example/",
        "It is so. {source=\"the filing\"} | per the filing",
        "It is so. {source=ftp://s.example/} | per ftp://s.example/",
        "It is so. {source=@kim2024} | cites kim2024",
        "It is so. {source=\"@kim2024, p. 4\"} | cites kim2024 p. 4",
        "It is so. {source=\"@ odd\"} | cites  odd",
        "It is so [@kim2024, p. 4]. | cites kim2024 p. 4",
        "It is so, [they say](https://s.example/). | web https://s.example/ they say",
        "[One](https://s.example/) and [two](https://t.example/). | web https://s.example/ One; web https://t.example/ two",
        "[One](https://s.example/) and [two](https://s.example/). | web https://s.example/ two",
        "It is so, [they say](https://s.example/). {source=https://s.example/} | web https://s.example/ they say",
        "It is so, says [somebody](b.md). |",
        "![A picture](https://s.example/a.png) shows it. |",
        "As @kim2024 says. | cites kim2024",
        "As @nobody says. |",
        "Per Reuters, it is so. | per Reuters",
        "Per Reuters, [it is so](https://s.example/). | web https://s.example/ it is so; per Reuters",
        "Per [Reuters](https://s.example/), it is so. | web https://s.example/ Reuters",
        "Per TSMC, [TSMC pays](https://s.example/). | web https://s.example/ TSMC pays; per TSMC",
        "Per [Reuters](https://s.example/), it is so; see [the report](https://s.example/). | web https://s.example/ the report",
        "It is so, says Reuters. | per Reuters",
        "It is so. Source: Reuters | per Reuters",
        "It is so. Source: [the Reuters desk](https://s.example/) | web https://s.example/ the Reuters desk",
        "It is so ([more](https://t.example/)). Source: Reuters | web https://t.example/ more; per Reuters",
        "It is so. Source: https://s.example/ | web https://s.example/ https://s.example/",
        "It is so. Source: http://s.example | web http://s.example http://s.example",
        "It is so. Source: [@kim2024] | cites kim2024",
        "It is so. Source: @kim2024 | cites kim2024",
      })
  void itsSourcesAreThoseOfItsOptionsItsLinksAndItsSentence(String sentence, String sources) {
    assertEquals(sources == null ? "" : sources, sources(sentence));
  }

  @Test
  void whatIsLackingIsSummedUpForClaimsWithoutAName() {
    assertEquals(
        List.of(
            "a.md:4:3: warning[fact-without-source]: this fact names no source | link the source in the sentence, or add source=https://…; if it has none, it is an inference",
            "a.md:5:3: warning[inference-without-premise]: 2 inferences without a name here name no premise; this is the first | say what it follows from: because=#name"),
        LedgerText.problems(LedgerText.note("a", "2026-01-02", "- [Fact] A.\n- [Inference] B.\n- [Inference] C.")));
  }

  @Test
  void aRestatementIsNotAskedForWhatTheClaimHas() {
    LedgerText.sound(
        LedgerText.note("a", "2026-01-02", "- [Fact] A. {#a source=https://s.example/}") + LedgerText.note("b", "2026-01-03", "- [Fact] A. {same=a#a}"));
    assertEquals(
        List.of("a.md:4:3"),
        LedgerText.join(LedgerText.note("a", "2026-01-02", "- [Fact] A. {#a}") + LedgerText.note("b", "2026-01-03", "- [Fact] A. {same=a#a}")).problems().stream()
            .map(problem -> problem.place().toString())
            .toList());
  }

  @Test
  void aPremiseThatIsUnknownIsNotAlsoMissing() {
    assertEquals(
        List.of("unknown-claim"),
        LedgerText.join(LedgerText.note("a", "2026-01-02", "- [Inference] A. {because=#none}")).problems().stream().map(problem -> problem.code().word()).toList());
  }

  @Test
  void aProbabilityNeedsADay() {
    assertEquals(
        List.of("a.md:4:3: warning[probability-without-due]: this probability has no day on which it is settled | add due=2026-12-31, or a month, quarter or year"),
        LedgerText.problems(LedgerText.note("a", "2026-01-02", "- [Speculation] A. {probability=0.3}\n- [Speculation] B. {probability=0.3 due=2027}\n- [Speculation] C. {due=2027}")));
  }

  @Test
  void whatLooksLikeATagIsToldOnceForANote() {
    assertEquals(
        List.of("a.md:4:3: warning[claim-tag]: '[Facts]' is in the plural, so it is no claim | write [Fact] at each claim"),
        LedgerText.problems(LedgerText.note("a", "2026-01-02", "- [Facts] A is so.")));
    assertEquals(
        List.of("a.md:4:3: warning[claim-tag]: '[Facts]' is in the plural, so it is no claim; 2 more like it here | write [Fact] at each claim"),
        LedgerText.problems(LedgerText.note("a", "2026-01-02", "- [Facts] A is so.\n- [Facts] B is so.\n- [Facts] C is so.")));
  }

  @Test
  void whatMayBeAWordInBracketsIsAskedForOnlyAmongClaims() {
    assertEquals(List.of(), LedgerText.problems(LedgerText.note("a", "2026-01-02", "- [Opinion] A is so.")));
    assertEquals(List.of("a.md:5:3"), LedgerText.join(LedgerText.note("a", "2026-01-02", "- [Speculation] B.\n- [Opinion] A is so.")).problems().stream()
        .map(problem -> problem.place().toString())
        .toList());
  }
}
