package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.note.SitePath;

/// The tables of a note as files beside it.
public final class NoteTables {
  private NoteTables() {}

  /// Where the rows of a table are published: `/post/x/rows-1.csv`.
  ///
  /// @param table which of the note's tables, from 0
  public static SitePath address(Entry entry, int table) {
    return address(entry.address(), table);
  }

  /// The same of a note's page.
  public static SitePath address(SitePath page, int table) {
    return page.at("rows-" + (table + 1) + ".csv");
  }
}
