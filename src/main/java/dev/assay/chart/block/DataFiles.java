package dev.assay.chart.block;

import dev.assay.frontmatter.DataTableReader;
import java.util.List;
import java.util.Optional;

/// The data files of a site.
public interface DataFiles {
  /// No files.
  DataFiles NONE =
      new DataFiles() {
        @Override
        public Optional<DataTableReader.Result> read(String name) {
          return Optional.empty();
        }

        @Override
        public List<String> names() {
          return List.of();
        }
      };

  /// A file as a table; empty when there is no such file. What is wrong with it is told each time.
  ///
  /// @param name its path below the folder of data: `rents.csv`
  Optional<DataTableReader.Result> read(String name);

  /// The names of all files that can be read.
  List<String> names();
}
