package dev.assay.build;

import dev.assay.note.Language;
import dev.assay.note.SitePath;
import dev.assay.view.Part;
import java.util.List;

/// A file that is published beside a note because the note shows what is in it.
sealed interface BesideNote {
  /// Where it is published.
  SitePath address();

  /// A chart as a picture.
  ///
  /// @param file     the note's file, for problems of templates
  /// @param language of its words
  /// @param part     the chart, or what will be one
  record Picture(SitePath address, String file, Language language, Part part) implements BesideNote {}

  /// The rows of a table or chart as CSV, the first with the names of the columns.
  record Rows(SitePath address, List<List<String>> rows) implements BesideNote {
    public Rows {
      rows = List.copyOf(rows);
    }
  }
}
