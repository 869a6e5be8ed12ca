package dev.assay.build.cache;

import dev.assay.note.Body;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Digest;
import dev.assay.note.Note;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Remembers notes from one build to the next, in files under the site's cache folder.
///
/// ```java
/// try (NoteCache cache = NoteCache.open(root.resolve(".assay"), program, options)) {
///   Optional<NoteCache.Kept> known = cache.find(source, size, modified);
///   if (known.isEmpty()) known = cache.findSame(source, size, modified, Digest.of(bytes));
///   NoteCache.Kept kept = known.isPresent() ? known.get() : cache.put(source, size, modified, Digest.of(bytes), parse(bytes));
///   …
///   problems.addAll(cache.save(sources));
/// }
/// ```
///
/// The notes it gives have bodies that lie on disk and are read when their pieces are asked for; they stay readable
/// until the cache is closed. All methods but [#save] and [#close] may be called from any thread.
///
/// A cache that is damaged, was written by another program or with other options, or cannot be read is an empty one.
/// One that cannot be written costs the next build time and nothing else. Two processes must not write it at once: the
/// pipeline holds the site's lock meanwhile.
public final class NoteCache implements AutoCloseable {
  private static final String INDEX = "notes-index";

  static final RecordCodec<Note> CODEC =
      RecordCodec.with()
          .replacing(Body.class, Digest.class, Body::digest, digest -> new Body.Held(digest, List.of()))
          .replacing(ClaimDraft.Text.class, Boolean.class, _ -> true, _ -> ClaimDraft.Held.NONE)
          .of(Note.class);

  /// The texts and outlines of so many notes are held at the least: of those that the threads are at, and those whose claims stand
  /// together on a page of the ledger. With more, what was read would outlive the young generation of the heap, and fill the old.
  private static final int RECENT = 32;

  private final Path folder;
  private final Path index;
  private final Digest key;
  private final ConcurrentHashMap<SourceId, NoteIndex.Entry> entries = new ConcurrentHashMap<>();
  private final List<Pack> open = new ArrayList<>();
  private final Shelf<PackedText.Content> texts = new Shelf<>(RECENT);
  private final Shelf<Note> outlines = new Shelf<>(RECENT);
  private volatile boolean changed;
  private volatile @Nullable IOException failure;
  private volatile @Nullable Packs packs;

  /// A note with its facets.
  public record Kept(Note note, Facets facets) {}

  /// The two packs: what is needed of every note at once lies together, apart from what is needed of few.
  private record Packs(Pack heads, Pack bodies) {}

  private NoteCache(Path folder, Digest key) {
    this.folder = folder;
    this.index = folder.resolve(INDEX);
    this.key = key;
  }

  /// Opens the cache in a folder. Nothing is written before the first note is put.
  ///
  /// @param program names the version of the program
  /// @param options names the options with which notes are parsed
  public static NoteCache open(Path folder, Digest program, Digest options) {
    NoteCache cache = new NoteCache(folder, Digests.digestOf(program, options, CODEC.schema(), PackedText.schema(), PackedBody.schema(), Facets.schema()));
    try {
      cache.load();
    } catch (IOException e) {
      cache.failure = e;
    }
    return cache;
  }

  private void load() throws IOException {
    Optional<NoteIndex> index = index();
    if (index.isPresent()) {
      NoteIndex found = index.get();
      try {
        Pack heads = opened(Pack.open(pack(found.heads().number()), found.heads().end()));
        Pack bodies = opened(Pack.open(pack(found.bodies().number()), found.bodies().end()));
        packs = new Packs(heads, bodies);
        entries.putAll(found.entries());
      } catch (NoSuchFileException | EOFException e) {
        packs = null; // a pack is missing or cut off: as if there were no index either
      }
    }
  }

  private Optional<NoteIndex> index() throws IOException {
    try {
      return NoteIndex.read(Files.readAllBytes(folder.resolve(INDEX)), key);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Packs packs() throws IOException {
    Packs now = packs;
    return now == null ? begun() : now;
  }

  private synchronized Packs begun() throws IOException {
    Packs now = packs;
    if (now == null) {
      Files.createDirectories(folder);
      now = new Packs(fresh(), fresh());
      packs = now;
    }
    return now;
  }

  private Pack opened(Pack pack) {
    open.add(pack);
    return pack;
  }

  private Pack fresh() throws IOException {
    long last = files().stream().mapToLong(NoteCache::number).max().orElse(0);
    return opened(Pack.begin(pack(last + 1)));
  }

  private Path pack(long number) {
    return folder.resolve("notes-" + number + ".pack");
  }

  private static long number(Path pack) {
    String name = pack.getFileName().toString();
    return Long.parseLong(name, "notes-".length(), name.length() - ".pack".length(), 10);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches("notes-[0-9]{1,17}\\.pack")).toList();
    }
  }

  /// The note of a source file that has not been touched since it was read.
  ///
  /// @param size     the file's size in bytes
  /// @param modified when it was last changed, in any unit that stays the same
  public Optional<Kept> find(SourceId source, long size, long modified) {
    NoteIndex.Entry entry = entries.get(source);
    return entry != null && entry.size() == size && entry.modified() == modified ? note(entry) : Optional.empty();
  }

  /// How a source file looked when its note was read, without reading that.
  ///
  /// @param size     the file's size in bytes
  /// @param modified when it was last changed
  /// @param bytes    names its bytes
  public record Seen(long size, long modified, Digest bytes, Facets facets) {}

  /// How a source file looked when it was last read.
  public Optional<Seen> seen(SourceId source) {
    return Optional.ofNullable(entries.get(source)).map(entry -> new Seen(entry.size(), entry.modified(), entry.bytes(), entry.facets()));
  }

  /// How many source files it knows.
  public int size() {
    return entries.size();
  }

  /// The note of a source file that was touched and still has the same bytes; the next build finds it by size and time.
  public Optional<Kept> findSame(SourceId source, long size, long modified, Digest bytes) {
    NoteIndex.Entry entry = entries.get(source);
    if (entry == null || !entry.bytes().equals(bytes)) {
      return Optional.empty();
    }
    entries.put(source, entry.at(size, modified));
    changed = true;
    return note(entry);
  }

  private Optional<Kept> note(NoteIndex.Entry entry) {
    Packs from = packs;
    if (from == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Kept(packed(CODEC.read(from.heads().read(entry.head())), entry, from), entry.facets()));
    } catch (IOException | DamagedException e) {
      return Optional.empty();
    }
  }

  /// The same note with its body, its text and its outline on disk.
  private Note packed(Note note, NoteIndex.Entry entry, Packs in) {
    PackedText text = new PackedText(entry.text(), in.bodies(), index, texts);
    Note packed = text.with(note).with(new PackedBody(entry.bodyDigest(), entry.body(), in.bodies(), index));
    return new PackedOutline(entry.head(), in.heads(), text, outlines).late(packed);
  }

  /// From now on few notes are in memory with their texts (headings, what their claims say); the others are read again by those
  /// who ask for them.
  public void settleTexts() {
    texts.settle();
  }

  /// The same of their outlines (links, claims), too.
  public void settle() {
    settleTexts();
    outlines.settle();
  }

  /// Remembers a note, and gives it back with a body that need not stay in memory.
  ///
  /// @param bytes the digest of the source file
  public Kept put(SourceId source, long size, long modified, Digest bytes, Note note) {
    Facets facets = Facets.of(note);
    if (failure != null) {
      return new Kept(note, facets);
    }
    byte[] head = CODEC.write(PackedText.without(note));
    byte[] text = PackedText.bytes(note);
    byte[] body = PackedBody.bytes(note.body());
    try {
      Packs to = packs();
      NoteIndex.Entry entry =
          new NoteIndex.Entry(size, modified, bytes, to.heads().append(head), to.bodies().append(text), note.body().digest(), to.bodies().append(body), facets);
      entries.put(source, entry);
      changed = true;
      return new Kept(packed(note, entry, to), facets);
    } catch (IOException e) {
      failure = e;
      return new Kept(note, facets);
    }
  }

  /// Makes the next build find what this one knows. Writes nothing when nothing has changed.
  ///
  /// @param current the sources that still exist; the others are forgotten
  /// @return a warning when the cache could not be written
  public List<Problem> save(Collection<SourceId> current) {
    try {
      if (failure != null) {
        throw failure;
      }
      changed |= entries.keySet().retainAll(Set.copyOf(current));
      if (changed) {
        write(packs());
        changed = false;
      }
      return List.of();
    } catch (IOException e) {
      return List.of(
          Problem.ofFile(
              Severity.WARNING, Code.OUTPUT, ".assay/" + INDEX, "what was read could not be remembered: " + e,
              "the next build reads every note again"));
    }
  }

  private void write(Packs old) throws IOException {
    Pack heads = compact(old.heads(), entry -> List.of(entry.head()), (entry, ranges) ->
        new NoteIndex.Entry(entry.size(), entry.modified(), entry.bytes(), ranges.getFirst(), entry.text(), entry.bodyDigest(), entry.body(), entry.facets()));
    Pack bodies = compact(old.bodies(), entry -> List.of(entry.text(), entry.body()), (entry, ranges) ->
        new NoteIndex.Entry(entry.size(), entry.modified(), entry.bytes(), entry.head(), ranges.getFirst(), entry.bodyDigest(), ranges.getLast(), entry.facets()));
    heads.flush();
    bodies.flush();
    packs = new Packs(heads, bodies);
    NoteIndex index =
        new NoteIndex(
            new NoteIndex.Packed(number(heads.file()), heads.end()),
            new NoteIndex.Packed(number(bodies.file()), bodies.end()), Map.copyOf(entries));
    Path fresh = folder.resolve(INDEX + ".new");
    Files.deleteIfExists(fresh); // also when it is a link, which is not followed
    Files.write(fresh, index.bytes(key), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Files.move(fresh, folder.resolve(INDEX), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    for (Path pack : files()) {
      if (!pack.equals(heads.file()) && !pack.equals(bodies.file())) {
        Files.delete(pack);
      }
    }
  }

  @FunctionalInterface
  private interface Moved {
    NoteIndex.Entry to(NoteIndex.Entry entry, List<Range> ranges);
  }

  /// Writes a pack anew without what nobody needs any more, when that is more than half of it. The old one stays open for
  /// bodies that were given out.
  private Pack compact(Pack pack, Function<NoteIndex.Entry, List<Range>> ranges, Moved moved) throws IOException {
    if (!pack.isWasteful(entries.values().stream().map(ranges).flatMap(List::stream).toList())) {
      return pack;
    }
    Pack fresh = fresh();
    Map<SourceId, NoteIndex.Entry> sorted = new TreeMap<>(entries);
    for (Map.Entry<SourceId, NoteIndex.Entry> each : sorted.entrySet()) {
      try {
        List<Range> there = new ArrayList<>();
        for (Range range : ranges.apply(each.getValue())) {
          there.add(fresh.append(pack.read(range)));
        }
        entries.put(each.getKey(), moved.to(each.getValue(), there));
      } catch (DamagedException e) {
        entries.remove(each.getKey()); // as if it had never been read
      }
    }
    return fresh;
  }

  /// Lets go of the files. Bodies that lie in them can't be read any more.
  @Override
  public void close() throws IOException {
    for (Pack pack : open) {
      pack.close();
    }
  }
}
