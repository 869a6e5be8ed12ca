package dev.assay.syntax;

/// What a stretch of a program's text is.
public enum Sort {
  KEYWORD("k"),
  TYPE("t"),
  /// Numbers, and words such as `true`.
  LITERAL("n"),
  STRING("s"),
  COMMENT("c"),
  /// A name that is called or defined as something to call.
  FUNCTION("f"),
  /// Variables with a sign before them, keys, attributes.
  NAME("v"),
  /// Annotations, preprocessor lines, what stands between text and code.
  META("m"),
  /// A line that a change adds.
  ADDED("i"),
  /// A line that a change takes away.
  REMOVED("d"),
  HEADING("h");

  private final String word;

  Sort(String word) {
    this.word = word;
  }

  /// The class that a style sheet knows it by.
  public String word() {
    return word;
  }

  static Sort of(String word) {
    for (Sort sort : values()) {
      if (sort.word.equals(word)) {
        return sort;
      }
    }
    throw new IllegalArgumentException("no sort of text is called '" + word + "'");
  }
}
