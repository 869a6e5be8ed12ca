package dev.assay.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where links lead, and what is said of those that lead nowhere.
class LinksTest {
  private static final String SITE =
      "-- site.yaml --\nlanguages: [en, ko]\n"
          + CatalogText.post("a", "2026-01-02", "## First part", "", "Words.") + CatalogText.post("b", "2026-01-03", "Words.")
          + CatalogText.note("post/a.ko.md", "{title: 가, date: 2026-01-02}", "## First part", "", "Words.") + CatalogText.note("brief/deep/c.md", "{title: c, date: 2026-01-02}", "Words.")
          + CatalogText.note("post/bundle/index.md", "{title: Bundle, date: 2026-01-02, tags: [Memory]}", "Words.")
          + CatalogText.note("post/old.md", "{title: Old, date: 2026-01-02, aliases: [/before/]}", "Words.")
          + CatalogText.note("post/draft.md", "{title: Draft, date: 2026-01-02, draft: true}", "Words.")
          + "-- post/chart.csv --\na,b\n-- post/bundle/in.csv --\na,b\n-- files/far.csv --\na,b\n";

  private static String from(String path, String link) {
    return SITE + CatalogText.note(path, "{title: From, date: 2026-01-05}", "Some " + link + " here.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b.md | /post/b/ post/b.md",
        "./b.md | /post/b/ post/b.md",
        "../post/b.md | /post/b/ post/b.md",
        "/post/b.md | /post/b/ post/b.md",
        "c.md | /brief/c/ brief/deep/c.md",
        "../brief/deep/c.md | /brief/c/ brief/deep/c.md",
        "a.md#first-part | /post/a/#first-part post/a.md",
        "a.md?q=1#first-part | /post/a/?q=1#first-part post/a.md",
        "a.md#first%2Dpart | /post/a/#first-part post/a.md",
        "/post/a/#first-part | /post/a/#first-part post/a.md",
        "/post/a | /post/a/ post/a.md",
        "../a/ | /post/a/ post/a.md",
        "../a | /post/a/ post/a.md",
        "/post/./a// | /post/a/ post/a.md",
        "/ko/post/a/ | /ko/post/a/ post/a.ko.md",
        "/ | /",
        "/claims/ | /claims/",
        "/claims | /claims/",
        "/feed.xml | /feed.xml",
        "/tags/memory/ | /tags/memory/",
        "/tags/memory/feed.xml | /tags/memory/feed.xml",
        "/before/ | /before/",
        "chart.csv | /post/chart.csv",
        "chart.csv?raw | /post/chart.csv?raw",
        "/files/far.csv | /files/far.csv",
        "bundle/in.csv | /post/bundle/in.csv",
        "/post/bundle/in.csv | /post/bundle/in.csv",
        "//s.example/x | away //s.example/x",
        "https://s.example/a b | away https://s.example/a b",
        "mailto:a@s.example | away mailto:a@s.example",
        "?page=2 | /post/from/?page=2 post/from.md",
      })
  void aLinkLeadsToANoteAFileAPageOrAway(String target, String leads) {
    assertEquals(List.of(leads), CatalogText.sound(from("post/from.md", "[link](<" + target + ">)")).leads("post/from.md"));
  }

  @ParameterizedTest
  @CsvSource({"b.md, /post/b/ post/b.md", "a.md, /ko/post/a/ post/a.ko.md", "c.md, /brief/c/ brief/deep/c.md"})
  void aNoteLeadsToTheVersionInItsOwnLanguage(String target, String leads) {
    assertEquals(List.of(leads), CatalogText.sound(from("post/from.ko.md", "[link](" + target + ")")).leads("post/from.ko.md"));
  }

  @Test
  void aLinkWithinItsNoteLeadsToItsOwnAnchor() {
    CatalogText read = CatalogText.sound(CatalogText.post("a", "2026-01-02", "## Part", "", "[there](#part), [top](a.md)"));
    assertEquals(List.of("/post/a/#part post/a.md", "/post/a/ post/a.md"), read.leads("post/a.md"));
    assertEquals(Map.of(), read.catalog().backlinks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "bb.md | error[broken-link]: 'bb.md' leads nowhere | did you mean 'b.md'?",
        "nothing-like-it.md | error[broken-link]: 'nothing-like-it.md' leads nowhere | there is no such file under content/",
        "nothing-like-it.markdown | error[broken-link]: 'nothing-like-it.markdown' leads nowhere | there is no such file under content/",
        "../../x.md | error[broken-link]: '../../x.md' leads nowhere | there is no such file under content/",
        "/post/bundl/ | error[broken-link]: '/post/bundl/' leads nowhere | did you mean '/post/bundle/'?",
        "/archiv/ | error[broken-link]: '/archiv/' leads nowhere | did you mean '/archive/'?",
        "nowhere-at-all-whatever-it-is | error[broken-link]: 'nowhere-at-all-whatever-it-is' leads nowhere | link a note by its file: [text](name.md)",
        "50% | error[broken-link]: '50%' leads nowhere | link a note by its file: [text](name.md)",
        "draft.md | error[broken-link]: 'draft.md' is a draft | build with --drafts, or remove 'draft: true'",
        "a.md#frist-part | error[broken-anchor]: post/a.md has no anchor 'frist-part' | did you mean '#first-part'?",
        "a.md#quite-another | error[broken-anchor]: post/a.md has no anchor 'quite-another' | its headings: #first-part",
        "b.md#part | error[broken-anchor]: post/b.md has no anchor 'part' | it has no headings",
        "#part | error[broken-anchor]: this note has no anchor 'part' | it has no headings",
      })
  void whatLeadsNowhereIsToldWithWhatMayBeMeant(String target, String problem, String hint) {
    CatalogText read = CatalogText.of(from("post/from.md", "[link](" + target + ")"));
    assertEquals(List.of("post/from.md:4:13: " + problem + " | " + hint), read.problems());
    assertEquals(List.of("nowhere " + target), read.leads("post/from.md"));
  }

  @Test
  void ofManyHeadingsEightAreNamed() {
    String headings = "## p1\n## p2\n## p3\n## p4\n## p5\n## p6\n## p7\n## p8\n## p9\n";
    assertEquals(
        List.of("post/from.md:5:5: error[broken-anchor]: post/long.md has no anchor 'whatever' | its headings: #p1, #p2, #p3, #p4, #p5, #p6, #p7, #p8"),
        CatalogText.of(CatalogText.post("long", "2026-01-02", headings) + CatalogText.post("from", "2026-01-02", "[x](long.md#whatever)")).problems());
  }

  @Test
  void aNameOfTwoFilesIsNoneUnlessTheyAreOneNote() {
    String files = CatalogText.note("brief/x.md", "date: 2026-01-02", "Words.") + CatalogText.note("page/x.md", "title: X", "Words.");
    assertEquals(
        List.of("post/from.md:5:5: error[broken-link]: 'x.md' leads nowhere | more than one note is called so: write '/brief/x.md' or '/page/x.md'"),
        CatalogText.of(files + CatalogText.post("from", "2026-01-02", "[x](x.md)")).problems());
    assertEquals(
        List.of("/page/x/ page/x.md"),
        CatalogText.sound(
                "-- site.yaml --\nlanguages: [en, ko]\n" + CatalogText.note("page/x.md", "title: X", "Words.") + CatalogText.note("ko/page/x.md", "title: X", "Words.")
                    + CatalogText.post("from", "2026-01-02", "[x](x.md)"))
            .leads("post/from.md"));
  }

  @Test
  void aRawLinkAndAClaimAreLedToTheirNotes() {
    CatalogText read =
        CatalogText.sound(
            "-- site.yaml --\nhtml: trusted\n" + CatalogText.post("a", "2026-01-02", "- [Speculation] It may be. {#x}")
                + CatalogText.post("b", "2026-01-03", "<a href=\"/post/a/?q#x\">raw</a> <a href=\"/anywhere/\">raw</a>"));
    assertEquals(List.of("/post/a/?q#x post/a.md", "/anywhere/"), read.leads("post/b.md"));
  }

  @Test
  void aPictureOfAHeadIsAFileOfTheSite() {
    String files = "-- post/pic.png --\nx\n-- far/pic2.png --\nx\n";
    for (String found : List.of("pic.png", "/far/pic2.png", "../far/pic2.png", "https://s.example/p.png", "//s.example/p.png")) {
      CatalogText.sound(files + CatalogText.note("post/a.md", "{date: 2026-01-02, image: " + found + "}", "Words."));
    }
    assertEquals(
        List.of("post/a.md:2:27: error[broken-link]: there is no picture 'pik.png' | did you mean 'pic.png'?"),
        CatalogText.of(files + CatalogText.note("post/a.md", "{date: 2026-01-02, image: pik.png}", "Words.")).problems());
    assertEquals(
        List.of("post/a.md:2:27: error[broken-link]: there is no picture '/far/pik2.png' | did you mean '/far/pic2.png'?"),
        CatalogText.of(files + CatalogText.note("post/a.md", "{date: 2026-01-02, image: /far/pik2.png}", "Words.")).problems());
    assertEquals(
        List.of("post/a.md:2:27: error[broken-link]: there is no picture 'something.png' | put the file beside the note, or give its path from content/ with '/' before it"),
        CatalogText.of(CatalogText.note("post/a.md", "{date: 2026-01-02, image: something.png}", "Words.")).problems());
  }

  @Test
  void whoLinksToANoteIsKnownOnceForASentence() {
    CatalogText read =
        CatalogText.sound(
            CatalogText.post("a", "2026-01-02", "## Part", "", "Words.")
                + CatalogText.post("b", "2026-01-03", "One [x](a.md) and [y](a.md) and [z](a.md#part).", "", "Again [x](a.md). Away [w](https://s.example/)."));
    assertEquals(
        List.of("post/b.md '' One x and y and z.", "post/b.md 'part' One x and y and z.", "post/b.md '' Again x."),
        read.catalog().backlinks().get(new SourceId("post/a.md")).stream()
            .map(link -> link.from().source().value() + " '" + link.fragment() + "' " + link.sentence())
            .toList());
    assertEquals(List.of("post/a.md"), read.catalog().backlinks().keySet().stream().map(SourceId::value).toList());
  }

  @Test
  void filesOfABundleGoWithItsPageAndOthersKeepTheirPath() {
    CatalogText read =
        CatalogText.sound(
            CatalogText.note("post/x/index.md", "{date: 2026-01-02, url: /y/z.html}", "Words.") + "-- post/x/a.csv --\na\n-- post/x/deep/b.csv --\na\n-- post/c.csv --\na\n-- d.csv --\na\n");
    assertEquals(
        Map.of("post/x/a.csv", "/y/a.csv", "post/x/deep/b.csv", "/y/deep/b.csv", "post/c.csv", "/post/c.csv", "d.csv", "/d.csv"),
        read.catalog().assets().entrySet().stream().collect(Collectors.toMap(each -> each.getKey().value(), each -> each.getValue().value())));
    assertEquals(
        List.of("/y/a.csv"),
        CatalogText.sound(
                CatalogText.note("post/x/index.md", "{date: 2026-01-02, url: /y/z.html}", "Words.") + "-- post/x/a.csv --\na\n" + CatalogText.post("b", "2026-01-03", "[x](/y/a.csv)"))
            .leads("post/b.md"));
    assertEquals(Optional.of(new SitePath("/y/a.csv")), read.catalog().asset("a.csv", new SourceId("post/x/index.md")));
    assertEquals(Optional.empty(), read.catalog().asset("a.csv", new SourceId("post/y.md")));
  }

  @Test
  void oldAddressesLeadToTheirNote() {
    CatalogText read =
        CatalogText.sound(
            CatalogText.note("post/a.md", "{date: 2026-01-02, aliases: [/old/, /older, /x.html, /post/a/, /post/A/index.html, /v1.2]}", "Words."));
    assertEquals(
        List.of("/old/", "/older/", "/x.html", "/v1.2"), read.catalog().redirects().keySet().stream().map(SitePath::value).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/post/b/ | the address /post/b/ is taken by post/b.md", "/claims/ | the address /claims/ is taken by a page of the site",
        "/tags/memory | the address /tags/memory/ is taken by the list of 'Memory'", "/twice/ | the address /twice/ is taken by post/b.md",
      })
  void anOldAddressThatIsTakenIsAnError(String alias, String message) {
    assertEquals(
        List.of("post/a.md:2:30: error[address-taken]: " + message + " | remove this alias"),
        CatalogText.of(
                CatalogText.note("post/a.md", "{date: 2026-01-02, aliases: [" + alias + "]}", "Words.")
                    + CatalogText.note("post/b.md", "{date: 2026-01-03, tags: [Memory], aliases: [/twice/]}", "Words."))
            .problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"/claims/ | a page of the site", "/Claims/index.html | a page of the site", "/tags/memory/ | the list of 'Memory'"})
  void aNoteDoesNotTakeAPageOfTheSite(String url, String taker) {
    assertEquals(
        List.of("post/a.md:1:1: error[address-taken]: the address " + url + " is taken by " + taker + " | give the note another 'slug'"),
        CatalogText.of(CatalogText.note("post/a.md", "{date: 2026-01-02, tags: [Memory], url: " + url + "}", "Words.")).problems());
  }
}
