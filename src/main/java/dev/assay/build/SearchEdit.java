package dev.assay.build;

import dev.assay.note.Digest;
import dev.assay.note.Note;
import dev.assay.note.SitePath;
import dev.assay.publish.Amendment;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Publisher;
import dev.assay.search.NoteWords;
import dev.assay.search.SearchFiles;
import dev.assay.search.ShardEdit;
import dev.assay.search.TermShards;
import dev.assay.view.project.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings other texts of a few notes into the files that readers search, as these lie in the output folder. Nothing is read but the
/// shards that hold words which came or went.
final class SearchEdit {
  private final Publisher publisher;
  private final SearchLeft left;
  private final List<Digest> texts;
  private final List<Artifact> made = new ArrayList<>();
  private final Map<Integer, NoteWords.Leaf> was = new HashMap<>();
  private final Map<Integer, NoteWords.Leaf> are = new HashMap<>();

  /// What comes of it.
  ///
  /// @param left the files as they will be left
  record Planned(Amendment files, SearchLeft left) {}

  private SearchEdit(Publisher publisher, SearchLeft left) {
    this.publisher = publisher;
    this.left = left;
    this.texts = new ArrayList<>(left.texts());
  }

  /// Empty where the files are not as they were left.
  static Optional<SearchEdit> of(Publisher publisher, PrintedPages printed) throws IOException {
    Optional<SearchLeft> left = printed.index().read();
    Optional<byte[]> list = publisher.read(Projection.SEARCH.at("index.json"));
    boolean same = left.isPresent() && list.isPresent() && Digest.of(left.get().list()).equals(Digest.of(list.get()));
    return same ? left.map(files -> new SearchEdit(publisher, files)) : Optional.empty();
  }

  /// Takes another text of a note; false where it has more leaves or fewer, which gives others other numbers, or is not what it
  /// was.
  boolean take(FoundText text, Note before, Note now) {
    FoundNote old = new FoundNote(before, text);
    FoundNote fresh = new FoundNote(now, text);
    List<NoteWords.Leaf> oldLeaves = NoteWords.of(old.document()).leaves();
    List<NoteWords.Leaf> leaves = NoteWords.of(fresh.document()).leaves();
    boolean fits = text.leaves() == leaves.size() && leaves.size() == oldLeaves.size() && text.number() + leaves.size() <= texts.size();
    for (int leaf = 0; fits && leaf < leaves.size(); leaf++) {
      int which = leaf;
      int number = text.number() + leaf;
      fits = texts.get(number).equals(old.content(old.digest(), leaf));
      Digest content = fresh.content(fresh.digest(), leaf);
      texts.set(number, content);
      made.add(FoundNote.file(number, content, () -> new Maker.Made(SearchFiles.text(text.shown(), fresh.document(), which))));
      was.put(number, oldLeaves.get(leaf));
      are.put(number, leaves.get(leaf));
    }
    return fits;
  }

  /// All files that become others.
  Optional<Planned> planned() throws IOException {
    try {
      return ShardEdit.of(left.shards(), this::read, was, are).map(this::planned);
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  private Planned planned(ShardEdit.Edited edited) {
    Set<String> before = left.shards().stream().map(TermShards.Shard::name).collect(Collectors.toSet());
    List<Artifact> added = new ArrayList<>();
    for (TermShards.Shard shard : edited.shards()) {
      byte[] bytes = edited.made().get(shard.name());
      if (bytes != null) {
        (before.contains(shard.name()) ? made : added).add(SearchLeft.file(shard, Maker.of(bytes)));
      }
    }
    Set<String> removed = new HashSet<>();
    edited.gone().forEach(shard -> removed.add(address(shard).file()));
    SearchLeft now = new SearchLeft(left.notes(), left.languages(), texts, edited.shards(), left.rows(), left.facets());
    made.add(now.listed());
    return new Planned(new Amendment(made, added, removed, Set.of()), now);
  }

  private static SitePath address(TermShards.Shard shard) {
    return Projection.SEARCH.at("t/" + shard.file());
  }

  private Optional<byte[]> read(TermShards.Shard shard) {
    try {
      return publisher.read(address(shard));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
