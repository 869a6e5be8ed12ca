package dev.assay.problem;

/// How bad a problem is. An error keeps the site from being written; a warning does not, unless the build is strict.
public enum Severity {
  ERROR,
  WARNING;

  /// The word as it is printed: `error` or `warning`.
  public String word() {
    return this == ERROR ? "error" : "warning";
  }
}
