package dev.assay.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.build.BuildOptions;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.importer.feed.FeedReader;
import dev.assay.importer.feed.ImportedFeed;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Feeds in every format, imported and built: what comes out is what went in.
class RoundTripTest {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;

  private Path feed(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, SiteText.resource("import-feeds.txt").tree().files().get(name));
    return file;
  }

  private ImportReport imported(Path file) throws IOException {
    Path root = folder.resolve("site of " + file.getFileName());
    FeedImport.Result result = FeedImport.run(new FeedImport.Request(file, file.getFileName().toString(), root, "auto", NOW, FeedImport.Fetch.NOTHING));
    return assertInstanceOf(FeedImport.Result.Done.class, result).report();
  }

  private Path root(Path file) {
    return folder.resolve("site of " + file.getFileName());
  }

  private Path built(Path file) {
    BuildOptions plain = BuildOptions.of(root(file));
    var report = SiteBuild.build(
        new BuildOptions(plain.root(), plain.output(), Optional.of("https://lab.example/"), false, true, Optional.of(LocalDate.of(2026, 11, 22)), false, false, false, 2),
        Progress.NONE);
    assertTrue(report.succeeded(), () -> report.problems().toString());
    return plain.output();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hugo.xml", "wordpress.xml", "old.xml", "rdf.xml", "atom.xml", "feed.json"})
  void theItemsOfTheBuiltFeedEqualTheOriginals(String name) throws IOException {
    Path file = feed(name);
    ImportReport report = imported(file);
    ImportedFeed original = assertInstanceOf(FeedReader.Result.Read.class, FeedReader.read(Files.readAllBytes(file), name)).feed();
    Comparison comparison = new Comparison(original, report, built(file)).run();
    assertEquals(Optional.empty(), comparison.failure());
    assertEquals(original.items().size(), comparison.compared);
    assertTrue(comparison.identical + comparison.named == comparison.compared, comparison.differences.toString());
  }

  @Test
  void aTagsFeedGivesItsItemsTheTagAndTheSiteItsName() throws IOException {
    Path file = feed("hugo.xml");
    imported(file);
    Path site = built(file);
    String settings = Files.readString(root(file).resolve("content/site.yaml"));
    assertTrue(settings.contains("title: Example Lab\nbase_url: \"https://lab.example/\"\nlanguage: ko\ntime_zone: Asia/Seoul\n"), settings);
    ImportedFeed built = ((FeedReader.Result.Read) FeedReader.read(Files.readAllBytes(site.resolve("tags/tokens-per-watt/feed.xml")), "x")).feed();
    assertEquals(List.of("https://lab.example/post/token-price/", "urn:x-lab:2"), built.items().stream().map(item -> item.id()).toList());
    assertEquals("2026-05-30T09:00+09:00", built.items().getFirst().date().orElseThrow().toString());
    assertEquals("ko", built.language());
    assertEquals("https://lab.example/post/token-price/", built.items().getFirst().link());
    String html = built.items().getFirst().content().html();
    assertTrue(html.contains("<h2 id=\"1-첫째-마디\">"), html);
    assertTrue(html.contains("<h2 id=\"old-name\">"), html);
  }

  @Test
  void importingAgainAddsOnlyWhatIsNew() throws IOException {
    Path file = feed("hugo.xml");
    imported(file);
    Files.writeString(root(file).resolve("content/post/token-price.md"), "---\nid: https://lab.example/post/token-price/\n---\nmine\n");
    Tree before = Tree.of(root(file).resolve("content"));
    ImportReport again = imported(file);
    assertEquals(2, again.count(ImportReport.Outcome.THERE_ALREADY));
    assertEquals("", before.difference(Tree.of(root(file).resolve("content"))));
    String more = Files.readString(file).replace("<item>", "<item><title>New</title><guid>new</guid><pubDate>Sun, 31 May 2026 09:00:00 +0900</pubDate><description>x</description></item><item>");
    Files.writeString(file, more.substring(0, more.indexOf("<item>", more.indexOf("<item>") + 6)) + more.substring(more.indexOf("<item>", more.indexOf("<item>") + 6)));
    assertEquals(1, imported(file).count(ImportReport.Outcome.WRITTEN));
  }

  @Test
  void oldAddressesGoOnAnswering() throws IOException {
    Path file = feed("wordpress.xml");
    imported(file);
    Path site = built(file);
    assertTrue(Files.exists(site.resolve("2024/05/hello-world/index.html")));
    assertTrue(Files.exists(site.resolve("2024/05/안녕/index.html")));
    assertTrue(Files.exists(site.resolve("about/me.html")));
    assertTrue(Files.readString(root(file).resolve("content/site.yaml")).contains("post: \"/:year/:month/:slug/\""));
  }

  @Test
  void onASiteOfItsOwnPatternAnAliasKeepsTheOldAddress() throws IOException {
    Path file = feed("wordpress.xml");
    SiteText.of("-- content/site.yaml --\ntitle: Mine\nlanguages: [en, ko]\n-- content/post/hello-world.md --\n---\ntitle: Mine\ndate: 2026-01-01\n---\nmine\n").into(root(file));
    ImportReport report = imported(file);
    assertEquals(Optional.empty(), report.settings());
    String note = Files.readString(root(file).resolve("content/post/hello-world-2.md"));
    assertTrue(note.contains("aliases: [\"/2024/05/hello-world/\"]"), note);
    assertEquals("---\ntitle: Mine\ndate: 2026-01-01\n---\nmine\n", Files.readString(root(file).resolve("content/post/hello-world.md")));
    built(file);
  }

  @Test
  void hostileNamesStayInTheFolder() throws IOException {
    Path file = feed("hostile.xml");
    ImportReport report = imported(file);
    assertEquals(0, report.count(ImportReport.Outcome.LEFT_OUT), report.text());
    Tree tree = Tree.of(folder);
    assertTrue(tree.files().keySet().stream().allMatch(path -> path.startsWith("site of hostile.xml/") || path.equals("hostile.xml")), tree.files().keySet().toString());
    built(file);
  }

  @Test
  void aSlugThatIsTheNameOfAFoldersNoteIsNoTrouble() throws IOException {
    Path file = folder.resolve("index.xml");
    Files.writeString(file, "<rss version=\"2.0\"><channel><title>T</title><link>https://lab.example/</link><item><title>A</title><link>https://lab.example/post/index/</link><guid>a</guid>"
        + "<pubDate>Sat, 30 May 2026 09:00:00 +0900</pubDate><description>x</description></item></channel></rss>");
    imported(file);
    assertTrue(Files.exists(built(file).resolve("post/index/index.html")));
  }

  @Test
  void anItemThatIsTooLongIsLeftOutAndTheOthersAreKept() throws IOException {
    Path file = folder.resolve("long.xml");
    Files.writeString(file, "<rss version=\"2.0\"><channel><title>T</title><item><title>A</title><guid>a</guid><description>x</description></item><item><title>B</title><guid>b</guid><description>"
        + "long ".repeat(1_300_000) + "</description></item></channel></rss>");
    ImportReport report = imported(file);
    assertEquals(1, report.count(ImportReport.Outcome.WRITTEN));
    assertEquals("its text is longer than the six million characters that are read", report.items().get(1).remarks().getFirst().text());
  }
}
