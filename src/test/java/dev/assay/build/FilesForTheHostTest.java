package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that a host reads travel with the site, and those of the guide say what they should.
class FilesForTheHostTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      base_url: https://h.example/
      -- content/post/a.md --
      ---
      title: A
      date: 2026-01-01
      ---
      Text
      -- content/.nojekyll (unended) --
      -- content/.htaccess --
      ErrorDocument 404 /404.html
      -- content/_headers --
      /*
      -- content/_redirects --
      /a /b 301
      -- content/CNAME --
      h.example
      -- content/.well-known/security.txt --
      Contact: mailto:a@h.example
      -- content/.well-known/app.json --
      {}
      -- content/.well-known/.git --
      hidden
      -- content/.secret --
      hidden
      -- content/post/.htaccess --
      hidden
      """;

  @TempDir private Path temp;

  @Test
  void filesForTheHostArePublishedAsTheyAre() {
    Path root = SiteText.of(SITE).into(temp.resolve("site"));
    BuildReport report = SiteBuild.build(BuildOptions.of(root), Progress.NONE);
    assertEquals("[]", report.problems().toString());
    Tree built = Tree.of(root.resolve("site"));
    for (String file : new String[] {".nojekyll", ".htaccess", "_headers", "_redirects", "CNAME", ".well-known/security.txt", ".well-known/app.json"}) {
      assertTrue(built.has(file), file + " among " + built);
      assertEquals(SiteText.of(SITE).tree().text("content/" + file), built.text(file));
    }
    assertFalse(built.has(".secret"));
    assertFalse(built.has("post/.htaccess"));
    assertFalse(built.has(".well-known/.git"));
  }

  @Test
  void aSiteWithoutAContentFolderPublishesNoHiddenFile() throws IOException {
    Path root = temp.resolve("plain");
    Files.createDirectories(root);
    Files.writeString(root.resolve("a.md"), "---\ntitle: A\n---\nText\n");
    Files.writeString(root.resolve(".htaccess"), "the owner's");
    assertTrue(SiteBuild.build(BuildOptions.of(root), Progress.NONE).succeeded());
    assertFalse(Tree.of(root.resolve("site")).has(".htaccess"));
  }
}
