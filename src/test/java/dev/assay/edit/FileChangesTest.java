package dev.assay.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceTree;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files are changed and moved together, or not at all.
class FileChangesTest {
  private static final String SITE =
      """
      -- content/post/a.md --
      one
      -- content/post/b.md --
      two
      -- content/post/bundle/index.md --
      three
      -- content/post/bundle/pic.png --
      not a picture
      """;

  @TempDir private Path temp;
  private Path root;

  @BeforeEach
  void write() throws IOException {
    root = SiteText.of(SITE).into(temp.resolve("site")).toRealPath();
  }

  private SourceListing listing() {
    return SourceTree.list(root, SourceLimits.DEFAULT, List.of());
  }

  private NoteFile open(String id) {
    return assertInstanceOf(NoteFile.Opened.Open.class, NoteFile.open(listing(), new SourceId(id))).note();
  }

  @Test
  void aFileIsReplacedAndKeepsItsRightsAndItsMark() throws IOException {
    Path file = root.resolve("content/post/a.md");
    Files.write(file, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'x', '\r', '\n'});
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertEquals(Optional.empty(), open("post/a.md").write("y\r\n"));
    assertArrayEquals(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'y', '\r', '\n'}, Files.readAllBytes(file));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(List.of("content/post/a.md"), Tree.of(root).changed(SiteText.of(SITE).tree()));
  }

  @Test
  void aFileThatHasChangedMeanwhileIsLeftAlone() throws IOException {
    NoteFile note = open("post/a.md");
    Files.writeString(root.resolve("content/post/a.md"), "somebody else's\n");
    Problem problem = note.write("mine\n").orElseThrow();
    assertEquals("'content/post/a.md' has changed since it was read", problem.message());
    assertEquals("somebody else's\n", Files.readString(root.resolve("content/post/a.md")));
  }

  @Test
  void whatWasAskedTogetherHappensTogether() throws IOException {
    NoteFile a = open("post/a.md");
    NoteFile b = open("post/b.md");
    Files.writeString(root.resolve("content/post/b.md"), "changed\n");
    Tree before = Tree.of(root);
    Optional<Problem> problem =
        new FileChanges(root)
            .rewrite(a.file(), a.read(), "1\n")
            .rewrite(b.file(), b.read(), "2\n")
            .move(root.resolve("content/post/bundle"), root.resolve("content/power/bundle"), "content/power/bundle")
            .commit();
    assertTrue(problem.isPresent());
    assertEquals("", before.difference(Tree.of(root)));
  }

  @Test
  void aMoveThatFailsTakesBackTheRest() throws IOException {
    NoteFile a = open("post/a.md");
    Tree before = Tree.of(root);
    Optional<Problem> problem =
        new FileChanges(root)
            .rewrite(a.file(), a.read(), "1\n")
            .move(root.resolve("content/post/a.md"), root.resolve("content/new/deep/c.md"), "content/new/deep/c.md")
            .move(root.resolve("content/post/bundle"), root.resolve("content/new/deep/c.md/x"), "content/new/deep/c.md/x")
            .commit();
    assertTrue(problem.isPresent());
    assertEquals("", before.difference(Tree.of(root)));
    assertFalse(Files.exists(root.resolve("content/new")));
  }

  @Test
  void everythingIsMovedAfterItWasRewritten() {
    NoteFile a = open("post/bundle/index.md");
    assertEquals(
        Optional.empty(),
        new FileChanges(root)
            .rewrite(a.file(), a.read(), "changed\n")
            .move(root.resolve("content/post/bundle"), root.resolve("content/power/new"), "content/power/new")
            .commit());
    Tree after = Tree.of(root);
    assertEquals("changed\n", after.text("content/power/new/index.md"));
    assertTrue(after.has("content/power/new/pic.png"));
    assertFalse(after.has("content/post/bundle/index.md"));
  }

  @Test
  void whatExistsIsNotOverwritten() {
    Tree before = Tree.of(root);
    Problem problem = new FileChanges(root).move(root.resolve("content/post/a.md"), root.resolve("content/post/b.md"), "content/post/b.md").commit().orElseThrow();
    assertEquals("'content/post/b.md' exists already", problem.message());
    assertEquals("", before.difference(Tree.of(root)));
  }

  @Test
  void nothingOutsideOfTheSiteIsTouched() throws IOException {
    Path outside = Files.writeString(temp.resolve("outside.md"), "theirs\n");
    NoteFile a = open("post/a.md");
    Files.delete(root.resolve("content/post/a.md"));
    Files.createSymbolicLink(root.resolve("content/post/a.md"), outside);
    assertEquals(Code.FILE_OUTSIDE, a.write("mine\n").orElseThrow().code());
    assertEquals("theirs\n", Files.readString(outside));
    Files.createSymbolicLink(root.resolve("content/away"), Files.createDirectory(temp.resolve("away")));
    assertEquals(
        Code.FILE_OUTSIDE,
        new FileChanges(root).move(root.resolve("content/post/b.md"), root.resolve("content/away/b.md"), "content/away/b.md").commit().orElseThrow().code());
    assertEquals(
        Code.FILE_OUTSIDE,
        new FileChanges(root).move(root.resolve("content/post/b.md"), root.resolve("../b.md"), "../b.md").commit().orElseThrow().code());
  }

  @Test
  void aLinkToAFileOfTheSiteStaysALink() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("content/post/link.md"), Path.of("a.md"));
    assertEquals(Optional.empty(), open("post/link.md").write("through the link\n"));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("through the link\n", Files.readString(root.resolve("content/post/a.md")));
  }
}
