package dev.assay.build;

import dev.assay.build.cache.Facets;
import dev.assay.build.cache.NoteCache;
import dev.assay.note.Digest;
import dev.assay.note.Note;
import dev.assay.note.SourceId;
import dev.assay.problem.Problem;
import dev.assay.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Notes that were parsed before, and a place for those that are parsed now. Bodies it gave out can be read until it
/// is closed.
interface NoteStore extends AutoCloseable {
  /// The note of a file that has not been touched since, as far as its size and time tell.
  Optional<NoteCache.Kept> untouched(SourceFile file);

  /// The note of a file whose bytes are what they were.
  Optional<NoteCache.Kept> same(SourceFile file, Digest bytes);

  /// Keeps a note that was parsed; its body need not stay in memory.
  NoteCache.Kept keep(SourceFile file, Digest bytes, Note note);

  /// Lets go of what notes say: from now on it is read again by those who ask for it.
  void settleTexts();

  /// Lets go of all that only understanding a site takes.
  void settle();

  /// Makes the next build find what this one knows.
  List<Problem> save(Collection<SourceId> current);

  @Override
  void close() throws IOException;

  /// How a build uses what was parsed before.
  enum Use {
    /// Finds and keeps.
    ALL,
    /// Keeps, but finds nothing: a clean build.
    FRESH,
    /// Finds, and leaves no trace: a check.
    READ_ONLY
  }

  /// The store of a site.
  ///
  /// @param folder  the site's cache folder
  /// @param options names the options that notes are parsed with
  /// @param tick    tells which of the files that are read from now on will have to be read again
  static NoteStore open(Path folder, Digest options, Use use, Tick tick) {
    boolean wanted = use != Use.READ_ONLY || Files.isDirectory(folder);
    return wanted ? new Cached(NoteCache.open(folder, Program.fingerprint(), options), use, tick) : new Forgetful();
  }

  /// Knows nothing and keeps nothing.
  record Forgetful() implements NoteStore {
    @Override
    public Optional<NoteCache.Kept> untouched(SourceFile file) {
      return Optional.empty();
    }

    @Override
    public Optional<NoteCache.Kept> same(SourceFile file, Digest bytes) {
      return Optional.empty();
    }

    @Override
    public NoteCache.Kept keep(SourceFile file, Digest bytes, Note note) {
      return new NoteCache.Kept(note, Facets.of(note));
    }

    @Override
    public List<Problem> save(Collection<SourceId> current) {
      return List.of();
    }

    @Override
    public void settleTexts() {}

    @Override
    public void settle() {}

    @Override
    public void close() {}
  }

  /// In the site's cache.
  record Cached(NoteCache cache, Use use, Tick tick) implements NoteStore {
    @Override
    public Optional<NoteCache.Kept> untouched(SourceFile file) {
      return use == Use.FRESH ? Optional.empty() : cache.find(file.id(), file.size(), file.modified());
    }

    @Override
    public Optional<NoteCache.Kept> same(SourceFile file, Digest bytes) {
      return use == Use.ALL ? cache.findSame(file.id(), file.size(), tick.known(file), bytes) : Optional.empty();
    }

    @Override
    public NoteCache.Kept keep(SourceFile file, Digest bytes, Note note) {
      return use == Use.READ_ONLY ? new NoteCache.Kept(note, Facets.of(note)) : cache.put(file.id(), file.size(), tick.known(file), bytes, note);
    }

    @Override
    public List<Problem> save(Collection<SourceId> current) {
      return use == Use.READ_ONLY ? List.of() : cache.save(current);
    }

    @Override
    public void settleTexts() {
      cache.settleTexts();
    }

    @Override
    public void settle() {
      cache.settle();
    }

    @Override
    public void close() throws IOException {
      cache.close();
    }
  }
}
