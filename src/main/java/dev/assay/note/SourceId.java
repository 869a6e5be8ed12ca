package dev.assay.note;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The path of a file below the folder that holds the site's content, with `/` and in Unicode's composed form:
/// `post/hbm4.md`. Problems show another path, the one from the site's root: see [Note#file()].
public record SourceId(String value) implements Comparable<SourceId> {
  public SourceId {
    if (value.isEmpty() || value.startsWith("/") || value.endsWith("/") || value.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("source path '" + value + "'");
    }
    for (String part : value.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        throw new IllegalArgumentException("source path '" + value + "'");
      }
    }
  }

  /// The name without its folders: `hbm4.md`.
  public String fileName() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /// The folder, without a slash at its end; empty for a file right under `content/`.
  public String folder() {
    int slash = value.lastIndexOf('/');
    return slash < 0 ? "" : value.substring(0, slash);
  }

  /// The folders from the outermost to the innermost.
  public List<String> folders() {
    return folder().isEmpty() ? List.of() : List.of(folder().split("/"));
  }

  /// How a link in this file is written that leads to another: `../hub/cost.md`.
  public String linkTo(SourceId other) {
    List<String> here = folders();
    List<String> there = other.folders();
    int common = 0;
    while (common < Math.min(here.size(), there.size()) && here.get(common).equals(there.get(common))) {
      common++;
    }
    String down = String.join("/", there.subList(common, there.size()));
    return "../".repeat(here.size() - common) + (down.isEmpty() ? "" : down + "/") + other.fileName();
  }

  @Override
  public int compareTo(SourceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceId same && value.equals(same.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
