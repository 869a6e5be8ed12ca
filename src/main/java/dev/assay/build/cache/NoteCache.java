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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
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

  /// What has changed since the index was read, or written.
  private final ConcurrentHashMap<SourceId, NoteIndex.Entry> fresh = new ConcurrentHashMap<>();
  private final List<Pack> open = new ArrayList<>();
  private final Shelf<PackedText.Content> texts = new Shelf<>(RECENT);
  private final Shelf<Note> outlines = new Shelf<>(RECENT);

  /// What the index says.
  private volatile Rows known = NoteIndex.NONE;

  private boolean changed;
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
        known = found.rows();
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
      now = new Packs(begin(), begin());
      packs = now;
    }
    return now;
  }

  private Pack opened(Pack pack) {
    open.add(pack);
    return pack;
  }

  private Pack begin() throws IOException {
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
    return entry(source).filter(entry -> entry.size() == size && entry.modified() == modified).flatMap(this::note);
  }

  private Optional<NoteIndex.Entry> entry(SourceId source) {
    NoteIndex.Entry now = fresh.get(source);
    if (now != null) {
      return Optional.of(now);
    }
    Rows rows = known;
    int number = rows.find(source);
    return number < 0 ? Optional.empty() : Optional.of(NoteIndex.entry(rows, number));
  }

  /// How a source file looked when its note was read, without reading that.
  ///
  /// @param size     the file's size in bytes
  /// @param modified when it was last changed
  /// @param bytes    names its bytes
  public record Seen(long size, long modified, Digest bytes, Facets facets) {}

  /// How a source file looked when it was last read.
  ///
  /// @param guess which of all it probably is, in the order of their names
  public Optional<Seen> seen(SourceId source, int guess) {
    NoteIndex.Entry now = fresh.get(source);
    return now == null ? NoteIndex.seen(known, source, guess) : Optional.of(new Seen(now.size(), now.modified(), now.bytes(), now.facets()));
  }

  /// How many source files it knows.
  public int size() {
    Rows rows = known;
    return rows.size() + (int) fresh.keySet().stream().filter(source -> rows.find(source) < 0).count();
  }

  /// The note of a source file that was touched and still has the same bytes; the next build finds it by size and time.
  public Optional<Kept> findSame(SourceId source, long size, long modified, Digest bytes) {
    Optional<NoteIndex.Entry> same = entry(source).filter(entry -> entry.bytes().equals(bytes));
    same.ifPresent(entry -> fresh.put(source, entry.at(size, modified)));
    return same.flatMap(this::note);
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
      fresh.put(source, entry);
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
      Rows rows = rows(current);
      changed |= !rows.equals(known);
      if (changed) {
        write(packs(), rows);
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

  /// What the index is to say.
  private Rows rows(Collection<SourceId> current) {
    Rows before = known;
    Map<SourceId, Optional<byte[]>> changes = new HashMap<>();
    fresh.forEach((source, entry) -> changes.put(source, Optional.of(entry.row())));
    if (size() > current.size() || !knowsAll(current)) {
      Set<SourceId> there = Set.copyOf(current);
      changes.keySet().retainAll(there);
      IntStream.range(0, before.size()).mapToObj(before::name).filter(source -> !there.contains(source)).forEach(source -> changes.put(source, Optional.empty()));
    }
    return changes.isEmpty() ? before : before.with(changes);
  }

  private boolean knowsAll(Collection<SourceId> sources) {
    Rows rows = known;
    int next = 0;
    for (SourceId source : sources) {
      int found = rows.find(source, next);
      if (found < 0 && !fresh.containsKey(source)) {
        return false;
      }
      next = found < 0 ? next : found + 1;
    }
    return true;
  }

  private void write(Packs old, Rows wanted) throws IOException {
    boolean newHeads = old.heads().isWasteful(NoteIndex.liveHeads(wanted));
    boolean newBodies = old.bodies().isWasteful(NoteIndex.liveBodies(wanted));
    Packs now = new Packs(newHeads ? begin() : old.heads(), newBodies ? begin() : old.bodies());
    Rows rows = newHeads || newBodies ? moved(wanted, old, now) : wanted;
    now.heads().flush();
    now.bodies().flush();
    packs = now;
    NoteIndex written =
        new NoteIndex(
            new NoteIndex.Packed(number(now.heads().file()), now.heads().end()),
            new NoteIndex.Packed(number(now.bodies().file()), now.bodies().end()), rows);
    known = rows;
    fresh.clear();
    Path next = folder.resolve(INDEX + ".new");
    Files.deleteIfExists(next); // also when it is a link, which is not followed
    Files.write(next, written.bytes(key), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Files.move(next, index, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    for (Path pack : files()) {
      if (!pack.equals(now.heads().file()) && !pack.equals(now.bodies().file())) {
        Files.delete(pack);
      }
    }
  }

  /// Writes a pack anew without what nobody needs any more, when that is more than half of it. The old one stays open for
  /// bodies that were given out.
  private static Rows moved(Rows rows, Packs from, Packs to) throws IOException {
    Map<SourceId, Optional<byte[]>> moved = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      NoteIndex.Entry entry = NoteIndex.entry(rows, i);
      try {
        Range head = moved(entry.head(), from.heads(), to.heads());
        Range text = moved(entry.text(), from.bodies(), to.bodies());
        Range body = moved(entry.body(), from.bodies(), to.bodies());
        moved.put(rows.name(i), Optional.of(entry.lying(head, text, body).row()));
      } catch (DamagedException e) {
        moved.put(rows.name(i), Optional.empty()); // as if it had never been read
      }
    }
    return rows.with(moved);
  }

  private static Range moved(Range range, Pack from, Pack to) throws IOException, DamagedException {
    return from.equals(to) ? range : to.append(from.read(range));
  }

  /// Lets go of the files. Bodies that lie in them can't be read any more.
  @Override
  public void close() throws IOException {
    for (Pack pack : open) {
      pack.close();
    }
  }
}
