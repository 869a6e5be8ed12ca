package dev.assay.importer;

import dev.assay.note.FrontMatter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// Writes what an import made. The only writer of this room, and it never writes over anything:
///
/// - a note whose id the site has is left alone, whatever became of its file;
/// - a name that is taken gets a number: `x-2.md`;
/// - each file is written whole under a name that Assay does not read, then renamed, so none is ever half there;
/// - nothing is written through a link that leads out of the content's folder.
public final class NoteFiles {
  private final ContentFolder folder;

  public NoteFiles(ContentFolder folder) {
    this.folder = folder;
  }

  /// What came of a note.
  ///
  /// @param file from the site's root; where the note is, also when it was there already
  public record Result(ImportReport.Outcome outcome, String file) {}

  /// Writes a note and the files beside it, unless the site has it.
  ///
  /// @throws IOException when the disk says no; then this note is not there, and those before it are
  public Result write(ImportedNote note) throws IOException {
    var held = note.id().flatMap(folder::note);
    if (held.isPresent()) {
      return new Result(ImportReport.Outcome.THERE_ALREADY, folder.shown(held.get().file()));
    }
    return writeTo(freePath(note.path()), note);
  }

  /// Writes a note to a path that [#freePath] gave and [ContentFolder#take] keeps for it.
  public Result writeAt(ImportedNote note) throws IOException {
    return writeTo(note.path(), note);
  }

  private Result writeTo(String path, ImportedNote note) throws IOException {
    for (ImportedFile file : note.files()) {
      write(file);
    }
    create(path, note.text().getBytes(StandardCharsets.UTF_8));
    note.id().ifPresent(id -> folder.takeId(id, new ContentFolder.Held(path, FrontMatter.EMPTY)));
    return new Result(ImportReport.Outcome.WRITTEN, folder.shown(path));
  }

  /// The path that a note will get: the wished one, or one with a number when that is taken.
  public String freePath(String wish) {
    if (!FileStem.isSound(wish)) {
      throw new IllegalArgumentException("path '" + wish + "'");
    }
    boolean bundle = wish.endsWith("/index.md");
    String stem = wish.substring(0, wish.length() - (bundle ? "/index.md" : ".md").length());
    String ending = bundle ? "/index.md" : ".md";
    String path = wish;
    // `x.md` and `x/index.md` are one address and one slug, so either takes the name of the other.
    for (int number = 2; isTaken(stemOf(path)); number++) {
      path = stem + "-" + number + ending;
    }
    return path;
  }

  private static String stemOf(String path) {
    return path.endsWith("/index.md") ? path.substring(0, path.length() - "/index.md".length()) : path.substring(0, path.length() - 3);
  }

  private boolean isTaken(String stem) {
    return folder.isTaken(stem + ".md") || folder.isTaken(stem + "/index.md") || exists(stem + ".md") || exists(stem + "/index.md");
  }

  private boolean exists(String path) {
    return Files.exists(folder.content().resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  /// Writes a file that comes along, unless there is one.
  ///
  /// @return whether it is there now with this content: written, or there before with the same bytes
  public boolean write(ImportedFile file) throws IOException {
    byte[] bytes =
        switch (file.content()) {
          case ImportedFile.Content.At(Path from) -> Files.readAllBytes(from);
          case ImportedFile.Content.Bytes(byte[] held) -> held;
        };
    if (folder.isTaken(file.path()) || exists(file.path())) {
      Path there = folder.content().resolve(file.path());
      return Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(Files.readAllBytes(there), bytes);
    }
    if (!FileStem.isReadable(file.path())) {
      throw new IllegalArgumentException("path '" + file.path() + "'");
    }
    put(file.path(), bytes);
    return true;
  }

  /// Writes the settings of a site that has none.
  ///
  /// @return the file from the site's root
  public String writeSettings(SiteSettings settings) throws IOException {
    create("site.yaml", settings.text().getBytes(StandardCharsets.UTF_8));
    return folder.shown("site.yaml");
  }

  private void create(String path, byte[] bytes) throws IOException {
    if (!FileStem.isSound(path)) {
      throw new IllegalArgumentException("path '" + path + "'");
    }
    put(path, bytes);
  }

  private void put(String path, byte[] bytes) throws IOException {
    Path target = folder.content().resolve(path);
    int slash = path.lastIndexOf('/');
    Path parent = slash < 0 ? folder.content() : folder.content().resolve(path.substring(0, slash));
    Path there = parent;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
      there = there.getParent();
    }
    if (Files.exists(folder.root()) && !there.toRealPath().startsWith(folder.root().toRealPath())) {
      throw new IOException("'" + folder.shown(path) + "' would lie outside of the site's folder");
    }
    Files.createDirectories(parent);
    if (!parent.toRealPath().startsWith(folder.content().toRealPath())) {
      throw new IOException("'" + folder.shown(path) + "' would lie outside of the site's folder");
    }
    // A hidden name, which no build reads; one that a killed import left behind is used again.
    Path part = parent.resolve("." + path.substring(slash + 1) + ".part");
    Files.deleteIfExists(part);
    Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      Files.move(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
    folder.take(path);
  }
}
