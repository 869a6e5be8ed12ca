package dev.assay.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Problem;
import dev.assay.testing.HtmlValidity;
import dev.assay.testing.SiteText;
import dev.assay.testing.TestPictures;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of pictures between a note and its readers.
class PicturesTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/lab/
      search: false
      images: {widths: [60, 120, 200], quality: 70}
      -- content/post/trip/index.md --
      ---
      title: A trip
      date: 2026-01-01
      ---
      ![The fab](fab.jpg "The fab in June"){#fig-fab source=https://www.maker.example/press}

      Then @fig-fab, and again ![smaller](fab.jpg){width=90}.
      """;

  private static final byte[] FAB = TestPictures.fromATelephone(TestPictures.jpeg(500, 400), 6);

  @TempDir Path root;

  private void site(Map<String, byte[]> pictures) throws IOException {
    SiteText.of(SITE).into(root);
    for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
      write("content/post/trip/" + picture.getKey(), picture.getValue());
    }
  }

  private void write(String file, byte[] bytes) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
  }

  private void text(String text) throws IOException {
    write("content/post/trip/index.md", ("---\ntitle: A trip\ndate: 2026-01-01\n---\n" + text).getBytes(UTF_8));
  }

  private Tree build() {
    BuildReport report = Sites.build(root);
    assertTrue(report.succeeded(), Sites.problems(report));
    return Tree.of(root.resolve("site"));
  }

  private String page() throws IOException {
    return Files.readString(root.resolve("site/post/trip/index.html"));
  }

  private List<String> told() {
    return Sites.build(root).problems().stream().map(PicturesTest::said).toList();
  }

  private static String said(Problem problem) {
    return problem.place() + " " + problem.severity().name().toLowerCase(java.util.Locale.ROOT) + " " + problem.code().word() + ": " + problem.message();
  }

  @Test
  void aPhotographIsOfferedInFormsThatAreNoLargerThanItself() throws IOException {
    site(Map.of("fab.jpg", FAB));
    Tree tree = build();
    Element figure = Jsoup.parse(page()).selectFirst("figure.picture");
    Element source = figure.selectFirst("picture > source[type=image/webp]");
    List<String> choices = List.of(source.attr("srcset").split(", "));
    assertEquals(List.of("60w", "120w", "200w"), choices.stream().map(each -> each.split(" ")[1]).toList());
    for (String choice : choices) {
      String file = choice.split(" ")[0].replaceFirst("^/lab/", "");
      assertTrue(new String(tree.files().get(file), ISO_8859_1).startsWith("RIFF"), file);
    }
    Element image = figure.selectFirst("picture > img");
    assertEquals("400 500", image.attr("width") + " " + image.attr("height"), "as it was held");
    assertFalse(image.hasAttr("loading"), "a reader sees the first at once");
    assertTrue(image.attr("src").matches("/lab/post/trip/fab-200w-[0-9a-f]{10}\\.jpg"), image.attr("src"));
    assertEquals("Figure 1. The fab in June Source: maker.example", figure.selectFirst("figcaption").text());
    Element again = Jsoup.parse(page()).select("picture > img").get(1);
    assertEquals("90 113 lazy async", again.attr("width") + " " + again.attr("height") + " " + again.attr("loading") + " " + again.attr("decoding"));
    assertEquals("(max-width: 90px) 92vw, 90px", again.parent().selectFirst("source").attr("sizes"));
    assertEquals(List.of(), HtmlValidity.errors("page.html", page()));
    tree.files().forEach((file, bytes) -> assertFalse(new String(bytes, ISO_8859_1).contains("SECRET"), file));
    String feed = Files.readString(root.resolve("site/feed.xml"));
    assertTrue(feed.contains("<img src=\"https://small.example/lab" + image.attr("src").substring(4) + "\" alt=\"The fab\" width=\"200\" height=\"250\""), feed);
    assertFalse(feed.contains("srcset"), feed);
  }

  @Test
  void aPictureIsDecodedOnce() throws IOException {
    site(Map.of("fab.jpg", FAB));
    Tree first = build();
    assertEquals(0, Sites.build(root).written());
    List<Path> forms = forms();
    assertEquals(4, forms.size());
    byte[] damaged = Files.readAllBytes(forms.getFirst());
    damaged[damaged.length / 2] ^= 1;
    Files.write(forms.getFirst(), damaged);
    Files.delete(forms.getLast());
    try (Stream<Path> files = Files.walk(root.resolve("site/post"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertEquals("", first.difference(build()), "what is damaged or lost on the shelf is made again");
    BuildReport clean = SiteBuild.build(Sites.options(root).withClean(true), Progress.NONE);
    assertTrue(clean.succeeded());
    assertEquals("", first.difference(Tree.of(root.resolve("site"))));
  }

  private List<Path> forms() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(".assay/pictures"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void whatIsEditedComesOutAsInACleanBuild(@TempDir Path other) throws IOException {
    site(Map.of("fab.jpg", FAB));
    build();
    write("content/post/trip/fab.jpg", TestPictures.jpeg(260, 200));
    Tree edited = build();
    assertTrue(page().contains("width=\"260\" height=\"200\""), page());
    text("![One](fab.jpg) and ![two](two.png)");
    write("content/post/trip/two.png", TestPictures.png(150, 150));
    Tree more = build();
    Files.delete(root.resolve("content/post/trip/two.png"));
    text("![One](fab.jpg)");
    Tree fewer = build();
    assertFalse(edited.files().keySet().equals(more.files().keySet()));
    assertFalse(fewer.files().keySet().stream().anyMatch(file -> file.contains("two")), fewer.files().keySet().toString());
    SiteText.of(SITE).into(other);
    Files.copy(root.resolve("content/post/trip/fab.jpg"), other.resolve("content/post/trip/fab.jpg"));
    Files.copy(root.resolve("content/post/trip/index.md"), other.resolve("content/post/trip/index.md"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertTrue(Sites.build(other).succeeded());
    assertEquals("", Tree.of(other.resolve("site")).difference(fewer));
  }

  @Test
  void settingsDecideWhatIsMade() throws IOException {
    site(Map.of("fab.jpg", FAB));
    write("content/site.yaml", "title: T\nbase_url: https://x.example/\nsearch: false\nimages: {widths: [100], webp: false, metadata: copyright}\n".getBytes(UTF_8));
    Tree tree = build();
    Element image = Jsoup.parse(page()).selectFirst("figure img");
    assertTrue(image.attr("srcset").matches("/post/trip/fab-100w-[0-9a-f]{10}\\.jpg 100w"), image.outerHtml());
    assertTrue(new String(tree.files().get("post/trip/fab.jpg"), ISO_8859_1).contains("Jane Doe"));
    write("content/site.yaml", "title: T\nbase_url: https://x.example/\nimages: {resize: false, widths: [1, tall], quality: 0, sizes: 'a<b', colour: 3}\n".getBytes(UTF_8));
    List<String> told = told();
    assertEquals(5, told.size(), told.toString());
    write("content/site.yaml", "title: T\nbase_url: https://x.example/\nimages: {resize: false}\n".getBytes(UTF_8));
    build();
    assertEquals("/post/trip/fab.jpg 400 500", Jsoup.parse(page()).select("figure img").stream().map(each -> each.attr("src") + " " + each.attr("width") + " " + each.attr("height")).findFirst().orElseThrow());
  }

  @Test
  void whatIsWrongWithAPictureIsToldWhereItIsShown() throws IOException {
    site(Map.of("fab.jpg", FAB));
    write("content/post/trip/cut.jpg", java.util.Arrays.copyOf(TestPictures.jpeg(300, 240), 9000));
    write("content/post/trip/bomb.png", TestPictures.bomb());
    write("content/post/trip/lfs.png", "version https://git-lfs.github.com/spec/v1\n".getBytes(UTF_8));
    write("content/post/trip/is.jpg", TestPictures.png(150, 150));
    write("content/post/trip/odd.png", TestPictures.withChunk(TestPictures.bomb(), "tEXt", new byte[1]));
    text("![a](cut.jpg)\n![b](bomb.png)\n![c](lfs.png)\n![d](is.jpg) ![d](is.jpg)\n");
    assertEquals(
        List.of(
            "content/post/trip/index.md:5:6 warning picture: the picture 'cut.jpg' is cut off: it ends in the middle of its data",
            "content/post/trip/index.md:6:6 warning picture: the picture 'bomb.png' says that it has 60000 × 60000 pixels, more than the 120 million that are taken",
            "content/post/trip/index.md:7:6 warning picture: the picture 'lfs.png' is not a picture but a pointer of Git LFS",
            "content/post/trip/index.md:8:6 warning picture: the picture 'is.jpg' is PNG, which its name does not say"),
        told());
    assertTrue(page().contains("<img src=\"/lab/post/trip/cut.jpg\" alt=\"a\""), page());
    assertEquals(told(), SiteBuild.check(Sites.options(root), Progress.NONE).report().problems().stream().map(PicturesTest::said).toList());
  }

  @Test
  void aPictureWithoutWordsIsToldOnceANote() throws IOException {
    site(Map.of("fab.jpg", FAB));
    text("![](fab.jpg)\n\n![](fab.jpg){.decorative}\n\n<img src=\"fab.jpg\" alt=\"\">\n\n<img src=\"fab.jpg\">\n");
    assertEquals(
        List.of("content/post/trip/index.md:5:1 warning missing-alt: this picture and 1 more in this note have no words for those who do not see them"), told());
    text("![The fab](fab.jpg)\n");
    assertEquals(List.of(), told());
  }

  @Test
  void aDrawingIsPublishedWithWhatDraws() throws IOException {
    site(Map.of("fab.jpg", FAB));
    write("content/post/trip/draw.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\">\n<script>alert(1)</script><rect/></svg>".getBytes(UTF_8));
    text("[Open it](draw.svg)\n");
    assertEquals(List.of("content/post/trip/draw.svg:2:1 warning unsafe-svg: <script> was left out"), told());
    assertEquals(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\">\n<rect/></svg>\n", Files.readString(root.resolve("site/post/trip/draw.svg")));
  }

  @Test
  void thePictureOfANoteIsOfferedInFormsToo() throws IOException {
    site(Map.of("fab.jpg", FAB));
    write("content/post/trip/index.md", "---\ntitle: A trip\ndate: 2026-01-01\nimage: {src: fab.jpg, alt: The fab}\n---\nText.\n".getBytes(UTF_8));
    build();
    Element image = Jsoup.parse(page()).selectFirst("picture > img.note-image");
    assertEquals("The fab 400 500", image.attr("alt") + " " + image.attr("width") + " " + image.attr("height"));
    String card = Jsoup.parse(page()).selectFirst("meta[property=og:image]").attr("content");
    assertTrue(card.matches("https://small\\.example/lab/post/trip/fab-200w-[0-9a-f]{10}\\.jpg"), card);
    long size = Files.size(root.resolve("site/" + card.substring("https://small.example/lab/".length())));
    assertTrue(Files.readString(root.resolve("site/feed.xml")).contains("<enclosure url=\"" + card + "\" length=\"" + size + "\" type=\"image/jpeg\""));
  }

  @Test
  void aFigureSaysWhereItComesFrom() throws IOException {
    site(Map.of("fab.jpg", FAB));
    write("content/sources.bib", "@book{lee, title = {Grids}, author = {Lee, Mina}, year = {2024}}".getBytes(UTF_8));
    write("content/site.yaml", "title: T\nbase_url: https://x.example/\nsearch: false\nbibliography: sources.bib\n".getBytes(UTF_8));
    text("![a](fab.jpg \"One\"){source=@lee #fig-one}\n\n![b](fab.jpg){source=\"Company filings, 2026\"}\n\nSee @fig-one.\n");
    build();
    List<String> captions = Jsoup.parse(page()).select("figcaption").eachText();
    assertEquals("Source: Company filings, 2026", captions.get(1));
    assertTrue(captions.getFirst().startsWith("Figure 1. One Source: ") && captions.getFirst().contains("Lee"), captions.getFirst());
    text("![a](fab.jpg \"One\"){source=@leo}\n");
    assertTrue(told().getFirst().startsWith("content/post/trip/index.md:5:28 "), told().toString());
  }
}
