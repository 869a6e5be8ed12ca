package dev.assay.frontmatter;

import dev.assay.note.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The types that a site can give to its own front-matter keys.
enum FieldType {
  TEXT,
  NUMBER,
  DATE,
  LIST,
  BOOL;

  /// The types by their words in `site.yaml`.
  static final Map<String, FieldType> WORDS = Map.of("text", TEXT, "number", NUMBER, "date", DATE, "list", LIST, "bool", BOOL);

  static Optional<FieldType> of(String word) {
    return Optional.ofNullable(WORDS.get(word));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// True when a given value has this type; otherwise the fields have the problem.
  boolean accepts(Fields fields, String key, FrontMatterOptions options) {
    return switch (this) {
      case TEXT -> fields.located(key).isPresent();
      case DATE -> fields.moment(key, options.zone()).isPresent();
      case LIST -> !fields.list(key).isEmpty();
      case BOOL -> fields.flag(key).isPresent();
      case NUMBER -> fields.number(key);
    };
  }
}
