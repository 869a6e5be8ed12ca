package dev.assay.build;

import dev.assay.note.Digest;
import dev.assay.note.ValueDigest;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Stage;
import dev.assay.search.SearchFiles;
import dev.assay.search.TermShards;
import dev.assay.view.project.Projection;
import java.util.ArrayList;
import java.util.List;

/// The files that readers search, as they were left.
///
/// @param notes     how many notes there are
/// @param languages their tags
/// @param texts     what names the file of each leaf
/// @param shards    of the terms
/// @param rows      names the file of all notes
/// @param facets    names the file of hubs and entities
record SearchLeft(int notes, List<String> languages, List<Digest> texts, List<TermShards.Shard> shards, Digest rows, Digest facets) {
  SearchLeft {
    languages = List.copyOf(languages);
    texts = List.copyOf(texts);
    shards = List.copyOf(shards);
  }

  /// The list that leads to all others. It names the index by what is in it: whoever makes the same gets the same files.
  byte[] list() {
    List<Object> contents = new ArrayList<>();
    texts.forEach(text -> contents.add(text.hex()));
    shards.forEach(shard -> contents.add(shard.digest().hex()));
    contents.add(rows.hex());
    contents.add(facets.hex());
    return SearchFiles.list(notes, texts.size(), languages, shards, ValueDigest.ofList(contents).hex().substring(0, 8));
  }

  static Artifact file(String name, Stage stage, Digest digest, Maker maker) {
    return new Artifact(Projection.SEARCH.at(name), stage, Recipes.of("search", digest.hex()), maker);
  }

  /// The file of a shard.
  static Artifact file(TermShards.Shard shard, Maker maker) {
    return file("t/" + shard.file(), Stage.ASSET, shard.digest(), maker);
  }

  /// The file of the list. What leads to the others comes after them.
  Artifact listed() {
    byte[] list = list();
    return file("index.json", Stage.LIST, Digest.of(list), Maker.of(list));
  }
}
