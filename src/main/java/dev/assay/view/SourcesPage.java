package dev.assay.view;

import java.util.List;

/// All that the site's claims rest on: the bibliography, then web sites, then those who are named in sentences.
///
/// @param frame      what surrounds it
/// @param total      how many sources there are
/// @param groups     the sources of this page by their rank
/// @param pagination where this page stands
public record SourcesPage(FrameView frame, int total, List<Group> groups, Pagination pagination) implements PageView {
  public SourcesPage {
    groups = List.copyOf(groups);
  }

  /// Sources of one rank.
  ///
  /// @param rank `entry` of the bibliography, `link` or `attribution`
  /// @param rows the sources, by name
  public record Group(String rank, List<Row> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /// One source.
  ///
  /// @param text    a short name: `Kim 2026`, `reuters.com`, `Reuters`
  /// @param title   the title of an entry; empty for others
  /// @param address its page; for a source of a single claim, where that claim stands
  /// @param mix     the claims that rest on it
  /// @param notes   how many notes cite it
  public record Row(String text, String title, String address, Mix mix, int notes) {}
}
