package dev.assay.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.testing.SiteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteFilesTest {
  @TempDir Path root;

  private NoteFiles files() {
    return new NoteFiles(ContentFolder.of(root));
  }

  private static ImportedNote note(String path, String id, String body) {
    return new ImportedNote(path, NoteHead.builder().text("title", "T").text("id", id).build(), body, List.of(), List.of());
  }

  @Test
  void anEmptyFolderGetsAContentFolder() throws IOException {
    NoteFiles.Result result = files().write(note("post/a.md", "urn:a", "Text.\n"));
    assertEquals("content/post/a.md", result.file());
    assertEquals("---\ntitle: T\nid: \"urn:a\"\n---\n\nText.\n", Files.readString(root.resolve("content/post/a.md")));
  }

  @Test
  void aNoteWhoseIdIsThereIsLeftAlone() throws IOException {
    SiteText.of("-- content/other/mine.md --\n---\nid: urn:a\n---\nmine\n").into(root);
    NoteFiles.Result result = files().write(note("post/a.md", "urn:a", "Text.\n"));
    assertEquals(ImportReport.Outcome.THERE_ALREADY, result.outcome());
    assertEquals("content/other/mine.md", result.file());
    assertFalse(Files.exists(root.resolve("content/post/a.md")));
  }

  @Test
  void aNameThatIsTakenGetsANumber() throws IOException {
    SiteText.of("-- content/post/A.md --\nmine\n-- content/post/a-2/index.md --\nmine too\n").into(root);
    assertEquals("content/post/a-3.md", files().write(note("post/a.md", "urn:a", "x")).file());
    assertEquals("mine\n", Files.readString(root.resolve("content/post/A.md")));
  }

  @Test
  void notesOfOneImportDoNotTakeEachOthersNames() throws IOException {
    NoteFiles files = files();
    files.write(note("post/a.md", "urn:a", "x"));
    assertEquals("content/post/a-2/index.md", files.write(note("post/a/index.md", "urn:b", "y")).file());
    assertEquals(ImportReport.Outcome.THERE_ALREADY, files.write(note("post/a.md", "urn:b", "z")).outcome());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x.md", "/x.md", "post/../../x.md", "post/con.md", "post/.hidden.md", "post//x.md", "post/a\\b.md", "post/a:b.md", "post/ .md"})
  void aHostilePathIsAFaultOfTheImporter(String path) {
    assertThrows(IllegalArgumentException.class, () -> files().write(note(path, "urn:a", "x")));
  }

  @Test
  void nothingIsWrittenThroughALinkThatLeadsOutside(@TempDir Path outside) throws IOException {
    Files.createDirectories(root.resolve("content"));
    Files.writeString(root.resolve("content/x.md"), "x");
    Files.createSymbolicLink(root.resolve("content/post"), outside);
    assertThrows(IOException.class, () -> files().write(note("post/a.md", "urn:a", "x")));
    try (var inside = Files.list(outside)) {
      assertEquals(0, inside.count());
    }
  }
}
