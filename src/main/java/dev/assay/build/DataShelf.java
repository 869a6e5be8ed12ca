package dev.assay.build;

import dev.assay.chart.block.DataFiles;
import dev.assay.frontmatter.DataTableReader;
import dev.assay.note.DataTable;
import dev.assay.problem.SourceText;
import dev.assay.source.Loaded;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The data files of a site, each read when a note first asks for it. Safe for several threads.
final class DataShelf implements DataFiles {
  private static final String FOLDER = "data/";

  private final SourceReader reader;
  private final Map<String, SourceFile> files = new TreeMap<>();
  private final Map<String, DataTableReader.Result> read = new ConcurrentHashMap<>();

  DataShelf(SourceListing listing) {
    this.reader = new SourceReader(listing.root(), SourceLimits.DEFAULT);
    for (SourceFile file : listing.files()) {
      String id = file.id().value();
      if (id.startsWith(FOLDER) && DataTableReader.reads(id)) {
        files.put(id.substring(FOLDER.length()), file);
      }
    }
  }

  @Override
  public Optional<DataTableReader.Result> read(String name) {
    return Optional.ofNullable(files.get(name)).map(file -> read.computeIfAbsent(name, _ -> read(file)));
  }

  private DataTableReader.Result read(SourceFile file) {
    return switch (reader.text(file)) {
      case Loaded.Whole<SourceText> whole -> DataTableReader.read(whole.content());
      case Loaded.Failed<SourceText> failed ->
          new DataTableReader.Result(new DataTable(file.shown(), List.of(), List.of()), List.of(failed.problem()));
    };
  }

  @Override
  public List<String> names() {
    return List.copyOf(files.keySet());
  }
}
