package dev.assay.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tests' own tools: a tool that never fails would make every test that uses it worthless.
class HarnessTest {
  @TempDir private Path temp;

  @Test
  void aSiteTextComesBackFromItsFolder() {
    String text =
        """
        -- a/b c.md --
        ---
        title: x
        ---
        \\-- not a marker --
        \\\\-- nor this --
        -- empty.txt --
        -- image.png (base64) --
        AP8=
        -- unended.txt (unended) --
        no line feed
        """;
    Path folder = SiteText.of("A comment.\n" + text).into(temp.resolve("x"));
    Tree tree = Tree.of(folder);
    assertEquals("---\ntitle: x\n---\n-- not a marker --\n\\-- nor this --\n", tree.text("a/b c.md"));
    assertEquals("", tree.text("empty.txt"));
    assertEquals("no line feed", tree.text("unended.txt"));
    assertArrayEquals(new byte[] {0, (byte) 0xff}, tree.files().get("image.png"));
    assertEquals(text, SiteText.text(tree));
  }

  @Test
  void aSiteTextCannotWriteOutsideOfItsFolder() {
    assertThrows(IllegalArgumentException.class, () -> SiteText.of("-- ../x --\n").into(temp.resolve("y")));
  }

  @Test
  void aDifferenceNamesFilesAndLines() {
    Tree was = SiteText.of("-- gone --\n-- same --\nx\n-- text --\na\nb\nc\n").tree();
    Tree is = SiteText.of("-- new --\n-- same --\nx\n-- text --\na\nB\nc\n").tree();
    assertEquals(List.of("gone", "new", "text"), was.changed(is));
    assertEquals(
        "missing: gone\nunexpected: new\ndifferent: text\n  from line 2:\n  - b\n  + B\n", was.difference(is));
    assertEquals("", was.difference(was));
    assertNotEquals(was, is);
    assertNotEquals(was.hash(), is.hash());
    assertEquals(was, new Tree(new TreeMap<>(was.files())));
  }

  @Test
  void aMissingGoldenFileFails() {
    assertThrows(AssertionError.class, () -> Golden.check("there is none.txt", "x"));
  }

  @Test
  void linksAreFollowedAsABrowserFollowsThem() {
    Tree tree =
        SiteText.of(
                """
                -- index.html --
                <a href="x/">x</a> <a href="/lab/x/#here">here</a> <a href="/lab/x/#gone">gone</a> <a href="/x/">outside</a>
                <a href="none.html">none</a> <a href="https://other.example/">other</a> <img src="/lab/a%20b.svg"> <a href="#">top</a>
                -- x/index.html --
                <p id="here"><a href="../old.html">old</a> <a href="..">home</a> <img srcset="one.png 1x, two.png 2x">
                -- old.html --
                <meta http-equiv="refresh" content="0; url=/lab/far/">
                -- far/index.html --
                <link rel="stylesheet" href="https://cdn.example/s.css"> <a rel="nofollow" href="mailto:a@b.example">mail</a>
                -- style.css --
                @import "//fonts.example/f.css"; p { background: url(x.png) }
                -- a b.svg --
                -- lonely.html --
                """)
            .tree();
    SiteLinks links = new SiteLinks(tree, "https://host.example/lab/");
    assertEquals(
        List.of(
            "index.html: /lab/x/#gone (no such id)", "index.html: /x/ (leaves the site's path)",
            "index.html: none.html (no such file)", "x/index.html: one.png (no such file)", "x/index.html: two.png (no such file)"),
        links.broken());
    assertEquals(
        List.of("far/index.html: https://cdn.example/s.css", "style.css: //fonts.example/f.css"), links.foreignRequests());
    assertEquals(Map.of("index.html", 0, "x/index.html", 1, "far/index.html", 2), links.clicks("index.html"));
  }

  @Test
  void theHtmlCheckerSeesErrorsAndOnlyThem() {
    String good = "<!doctype html><html lang=\"ko\"><head><meta charset=\"utf-8\"><title>좋다</title></head><body><p>안녕하세요</p></body></html>";
    assertEquals(List.of(), HtmlValidity.errors("good.html", good));
    List<String> errors = HtmlValidity.errors("bad.html", good.replace("<p>", "\n<p><ul align=left>"));
    assertTrue(errors.getFirst().startsWith("bad.html:2:"), errors.toString());
    assertEquals(List.of(), HtmlValidity.errors("good.html", good));
    Tree tree = SiteText.of("-- x/bad.html --\n<p>\n-- style.css --\np {\n").tree();
    assertTrue(HtmlValidity.errors(tree).stream().allMatch(each -> each.startsWith("x/bad.html:")));
    assertTrue(good.getBytes(UTF_8).length > good.length());
  }
}
