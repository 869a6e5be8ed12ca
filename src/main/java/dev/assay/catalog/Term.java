package dev.assay.catalog;

import dev.assay.note.Language;
import dev.assay.note.SitePath;
import java.util.List;

/// One tag, category, series, author or entity in one language.
///
/// @param taxonomy one of [dev.assay.note.Site#TAXONOMIES]
/// @param name     as most notes write it
/// @param slug     the last part of its address
/// @param address  its list page
/// @param entries  the notes that carry it, newest first
public record Term(
    String taxonomy, String name, String slug, Language language, SitePath address, List<Entry> entries) {
  public Term {
    entries = List.copyOf(entries);
  }

  /// The same under another name; its address stays.
  Term named(String other) {
    return new Term(taxonomy, other, slug, language, address, entries);
  }
}
