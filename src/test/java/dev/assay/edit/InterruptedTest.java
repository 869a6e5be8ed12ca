package dev.assay.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.note.SourceId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A command that is stopped while it changes several files leaves all of them changed or none, from the next command on.
class InterruptedTest {
  private static final String SITE =
      """
      -- content/post/a.md --
      one
      -- content/post/b c.md --
      two
      -- content/post/bundle/index.md --
      three
      -- content/post/bundle/pic.png --
      not a picture
      """;

  private static final String AFTER =
      """
      -- content/post/a.md --
      1
      -- content/new/deep/b c.md --
      2
      -- content/power/글/index.md --
      3
      -- content/power/글/pic.png --
      not a picture
      """;

  @TempDir private Path temp;

  /// What a killed process does: nothing more.
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private Path site(String name) throws IOException {
    Path root = SiteText.of(SITE).into(temp.resolve(name)).toRealPath();
    Files.setPosixFilePermissions(root.resolve("content/post/a.md"), PosixFilePermissions.fromString("rw-r-----"));
    return root;
  }

  private static SourceListing listing(Path root) {
    return SourceTree.list(root, SourceLimits.DEFAULT, List.of());
  }

  private static FileChanges rewritten(FileChanges changes, SourceListing listing, String id, String text) {
    NoteFile note = assertInstanceOf(NoteFile.Opened.Open.class, NoteFile.open(listing, new SourceId(id))).note();
    return changes.rewrite(note.file(), note.read(), text);
  }

  private static FileChanges changes(Path root, FileChanges.Probe probe) {
    SourceListing listing = listing(root);
    FileChanges changes = new FileChanges(root, probe);
    rewritten(changes, listing, "post/a.md", "1\n");
    rewritten(changes, listing, "post/b c.md", "2\n");
    rewritten(changes, listing, "post/bundle/index.md", "3\n");
    return changes
        .move(root.resolve("content/post/b c.md"), root.resolve("content/new/deep/b c.md"), "content/new/deep/b c.md")
        .move(root.resolve("content/post/bundle"), root.resolve("content/power/글"), "content/power/글");
  }

  private static Tree tree(Path root) {
    return Tree.of(root);
  }

  @Test
  void whoeverIsKilledAnywhereIsCompletedOrForgotten() throws IOException {
    List<String> steps = new ArrayList<>();
    assertEquals(Optional.empty(), changes(site("whole"), steps::add).commit());
    assertEquals("", SiteText.of(AFTER).tree().difference(tree(temp.resolve("whole"))));
    assertEquals(List.of("plan", "stage", "stage", "stage", "ready", "replace", "replace", "replace", "folder", "move", "folder", "move"), steps);
    for (int i = 0; i < steps.size(); i++) {
      Path root = site("killed" + i);
      int[] left = {i};
      FileChanges changes =
          changes(
              root,
              _ -> {
                if (left[0]-- == 0) {
                  throw new Killed();
                }
              });
      assertInstanceOf(Killed.class, org.junit.jupiter.api.Assertions.assertThrows(Killed.class, changes::commit));
      assertTrue(Files.exists(root.resolve(".assay/edit")));
      assertInstanceOf(Interrupted.Completed.class, Interrupted.complete(root));
      boolean ready = i >= steps.indexOf("ready");
      assertEquals("", SiteText.of(ready ? AFTER : SITE).tree().difference(tree(root)), "killed after step " + i);
      assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("content/post/a.md"))));
      assertInstanceOf(Interrupted.Nothing.class, Interrupted.complete(root));
    }
  }

  @Test
  void aFaultAnywhereTakesEverythingBack() throws IOException {
    for (int i = 0; i < 12; i++) {
      Path root = site("fault" + i);
      int[] left = {i};
      Optional<Problem> problem =
          changes(
                  root,
                  _ -> {
                    if (left[0]-- == 0) {
                      throw new IOException("No space left on device");
                    }
                  })
              .commit();
      assertTrue(problem.orElseThrow().message().endsWith("No space left on device"), problem.get().message());
      assertEquals("", SiteText.of(SITE).tree().difference(tree(root)), "fault after step " + i);
      assertFalse(Files.exists(root.resolve("content/new")) || Files.exists(root.resolve("content/power")));
      assertInstanceOf(Interrupted.Nothing.class, Interrupted.complete(root));
    }
  }

  /// Kills at the first replaced file.
  private Path killed(String name) throws IOException {
    Path root = site(name);
    FileChanges changes =
        changes(
            root,
            step -> {
              if (step.equals("replace")) {
                throw new Killed();
              }
            });
    org.junit.jupiter.api.Assertions.assertThrows(Killed.class, changes::commit);
    return root;
  }

  @Test
  void theJournalOfANewerProgramIsKept() throws IOException {
    Path root = killed("newer");
    Path journal = root.resolve(".assay/edit");
    String newer = Files.readString(journal).replaceFirst("assay-edit [0-9]+", "assay-edit 99");
    Files.writeString(journal, newer);
    Tree before = tree(root);
    Problem problem = assertInstanceOf(Interrupted.Stuck.class, Interrupted.complete(root)).problem();
    assertEquals("a newer version of Assay was cut off while it changed files", problem.message());
    assertEquals("", before.difference(tree(root)));
    assertFalse(EditJournal.isNewer("assay-edit 1\n") || EditJournal.isNewer("assay-edit 2") || EditJournal.isNewer("assay-edit 0002\n"));
  }

  @Test
  void whatSomebodyChangedMeanwhileIsNotOverwritten() throws IOException {
    Path root = killed("changed");
    Files.writeString(root.resolve("content/post/b c.md"), "somebody else's\n");
    Problem problem = assertInstanceOf(Interrupted.Stuck.class, Interrupted.complete(root)).problem();
    assertEquals("a command was interrupted while it changed several files, and 'content/post/b c.md' has changed since", problem.message());
    assertEquals("somebody else's\n", Files.readString(root.resolve("content/post/b c.md")));
    // No other change of several files begins before.
    assertEquals(Optional.of(problem), changes(root, _ -> {}).commit());
    Files.writeString(root.resolve("content/post/b c.md"), "two\n");
    assertInstanceOf(Interrupted.Completed.class, Interrupted.complete(root));
    assertEquals("", SiteText.of(AFTER).tree().difference(tree(root)));
  }

  @Test
  void theNextBuildPutsItRight() throws IOException {
    Path root = killed("built");
    SiteText.of("-- content/site.yaml --\ntitle: Site\n").into(root);
    BuildReport report = SiteBuild.build(BuildOptions.of(root), Progress.NONE);
    assertTrue(report.succeeded(), () -> report.problems().toString());
    assertEquals("2\n", Files.readString(root.resolve("content/new/deep/b c.md")));
    assertTrue(Files.exists(root.resolve("site/new/b-c/index.html")));
    killedAgain(root);
    Files.writeString(root.resolve("content/post/a.md"), "somebody else's\n");
    BuildReport stuck = SiteBuild.build(BuildOptions.of(root), Progress.NONE);
    assertFalse(stuck.succeeded());
    assertTrue(stuck.problems().toString().contains("has changed since"), () -> stuck.problems().toString());
  }

  private static void killedAgain(Path root) {
    SourceListing listing = listing(root);
    FileChanges changes =
        new FileChanges(
            root,
            step -> {
              if (step.equals("ready")) {
                throw new Killed();
              }
            });
    rewritten(changes, listing, "post/a.md", "another\n");
    changes.move(root.resolve("content/new"), root.resolve("content/old"), "content/old");
    org.junit.jupiter.api.Assertions.assertThrows(Killed.class, changes::commit);
  }

  @Test
  void aCommandThatIsAtWorkIsLeftAlone() throws IOException {
    Path root = site("busy");
    List<Interrupted.Outcome> seen = new ArrayList<>();
    assertEquals(Optional.empty(), changes(root, _ -> seen.add(Interrupted.complete(root))).commit());
    assertEquals(12, seen.size());
    assertTrue(seen.stream().allMatch(Interrupted.Nothing.class::isInstance), seen.toString());
  }

  @Test
  void aJournalOfSomebodyElsesReachesNothingOutside() throws IOException {
    Path root = site("hostile");
    Path outside = Files.writeString(temp.resolve("outside.md"), "theirs\n");
    Files.createDirectories(root.resolve(".assay"));
    for (EditJournal.Move move : List.of(new EditJournal.Move("../outside.md", "content/x.md", "x"), new EditJournal.Move("content/post/a.md", "../in.md", "x"))) {
      Files.writeString(root.resolve(".assay/edit"), new EditJournal(List.of(), List.of(move), true).text() + EditJournal.READY);
      assertInstanceOf(Interrupted.Stuck.class, Interrupted.complete(root));
    }
    EditJournal plan = new EditJournal(List.of(new EditJournal.Replace("0", "0", "../outside.md", "content/post/a.md", "a")), List.of(), false);
    Files.writeString(root.resolve(".assay/edit"), plan.text());
    assertInstanceOf(Interrupted.Stuck.class, Interrupted.complete(root));
    assertEquals("theirs\n", Files.readString(outside));
    for (String damaged : List.of("", "assay-edit 1\n", plan.text().substring(0, 40), plan.text().replace("content", "Content"), "%zz\n")) {
      Files.writeString(root.resolve(".assay/edit"), damaged);
      assertInstanceOf(Interrupted.Completed.class, Interrupted.complete(root), damaged);
      assertFalse(Files.exists(root.resolve(".assay/edit")));
    }
    assertEquals("", SiteText.of(SITE).tree().difference(tree(root)));
  }
}
