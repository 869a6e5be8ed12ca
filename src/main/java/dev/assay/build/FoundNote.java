package dev.assay.build;

import dev.assay.note.Digest;
import dev.assay.note.Link;
import dev.assay.note.Note;
import dev.assay.note.ValueDigest;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Stage;
import dev.assay.search.Document;
import dev.assay.search.NoteText;
import dev.assay.search.SearchFiles;
import dev.assay.view.project.Projection;
import java.util.ArrayList;
import java.util.List;

/// A note as readers search it.
record FoundNote(Note note, FoundText text) {
  /// Names all that the note is found by.
  Digest digest() {
    List<Object> all = new ArrayList<>(List.of("words", note.digest().hex(), note.body().digest().hex(), text.shown().title()));
    note.claims().forEach(claim -> all.add(claim.kind().word()));
    all.add(lead());
    all.add(text.labels());
    all.addAll(text.roles());
    List<Link> links = note.links();
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).text().isEmpty()) {
        all.add(text.titles().get(i));
      }
    }
    return ValueDigest.ofList(all);
  }

  Document document() {
    return new Document(text.shown().title(), lead(), text.labels(), NoteText.of(note, text.roles()::get, text.titles()::get));
  }

  private String lead() {
    return note.head().description().orElse("");
  }

  /// Names the file of a leaf.
  Digest content(Digest digest, int leaf) {
    SearchFiles.Shown shown = text.shown();
    return ValueDigest.ofList(
        List.of(digest.hex(), leaf, shown.title(), shown.address(), shown.language(), shown.date(), shown.hubs(), shown.statuses()));
  }

  /// The file of a leaf; this is called again when it is made.
  static Artifact file(int number, Digest content, Maker maker) {
    return new Artifact(Projection.SEARCH.at("n/" + number + ".json"), Stage.ASSET, Recipes.of("search text", content.hex()), maker);
  }
}
