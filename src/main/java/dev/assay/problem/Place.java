package dev.assay.problem;

import org.jspecify.annotations.Nullable;

/// A stretch of one line in a file that a writer can open.
///
/// @param file   the path as the writer knows it, relative to the site's root, with `/` (`content/post/x.md`)
/// @param line   1 for the first line of the file, front matter included
/// @param column 1 for the first character of the line; counted in Unicode code points
/// @param length how many code points are meant, at least 1
public record Place(String file, int line, int column, int length) implements Comparable<Place> {
  public Place {
    if (line < 1 || column < 1 || length < 1) {
      throw new IllegalArgumentException("place " + file + ":" + line + ":" + column + "+" + length);
    }
  }

  /// The first character of a file: where a problem of the whole file is shown.
  public static Place ofFile(String file) {
    return new Place(file, 1, 1, 1);
  }

  @Override
  public int compareTo(Place other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  // Written out, as in [dev.assay.note.Digest].

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Place place && line == place.line && column == place.column && length == place.length && file.equals(place.file);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * file.hashCode() + line) + column) + length;
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
