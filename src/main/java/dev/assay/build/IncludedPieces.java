package dev.assay.build;

import dev.assay.note.Digest;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.source.Loaded;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The pieces of text below `include/` that notes may include, by their paths below it.
///
/// @param digest names their bytes: a note may include any of them, so a change of one has all notes read again
record IncludedPieces(Map<String, SourceText> texts, Digest digest, List<Problem> problems) {
  private static final String FOLDER = "include/";

  static IncludedPieces read(SourceListing listing) {
    SourceReader reader = new SourceReader(listing.root(), SourceLimits.DEFAULT);
    Map<String, SourceText> texts = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    StringBuilder bytes = new StringBuilder();
    for (SourceFile file : listing.files(SourceKind.PIECE)) {
      switch (reader.text(file)) {
        case Loaded.Whole<SourceText> whole -> {
          texts.put(file.id().value().substring(FOLDER.length()), whole.content());
          bytes.append(file.id().value()).append('\n').append(whole.digest().hex()).append('\n');
        }
        case Loaded.Failed<SourceText> failed -> problems.add(failed.problem());
      }
    }
    return new IncludedPieces(Map.copyOf(texts), Digest.of(bytes.toString()), List.copyOf(problems));
  }
}
